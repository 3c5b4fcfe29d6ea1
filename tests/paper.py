"""Prints editions for tests, and reads PDFs with tools that did not make them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2

from generator.press import Press
from generator.render.sheet import Sheet
from generator.render.stage import Look, sheets
from tests.render.made import make, texts

NOWHERE = Path("there-is-no-such-folder")


@cache
def press() -> Press:
    """Return the press with our own template."""
    return Press(NOWHERE)


def sheet_of(edition=None, **look) -> Sheet:
    """Return the sheet of the first story of an edition, by default of the made one."""
    edition = edition or make()
    return sheets(edition, texts(edition), Look(**look))[0]


def pdf_of(sheet: Sheet) -> bytes:
    """Return a sheet as PDF."""
    return press().print(msgspec.json.encode(sheet)).content


def seen(text: str) -> str:
    """Return a text as it is compared: without places to break, forms and blanks made one."""
    # pdfium gives a control character for a hyphen at the end of a line
    plain = text.replace("\u200b", "").replace("\x02", "-").replace("\ufffe", "-")
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page, in the order of its reading."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def text_of(pdf: bytes) -> str:
    """Return the text of all pages as it is compared."""
    return seen(" ".join(pages_of(pdf)))


def letters(text: str) -> str:
    """Return a text without any blank: a line may break where a reader sees no blank."""
    return re.sub(r"\s", "", seen(text))


def strings(value: object) -> Counter[str]:
    """Return every word of a value made of lists, mappings and strings."""
    found: Counter[str] = Counter()
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, str):
            found.update(seen(one).split())
        elif isinstance(one, dict | list | tuple):
            pending += one.values() if isinstance(one, dict) else one
    return found


def boxes_of(pdf: bytes) -> list[tuple[int, str, tuple[float, float, float, float]]]:
    """Return page, character and box (left, bottom, right, top, in points) of all that is seen."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            sign = text.get_text_range(index, 1)
            if sign.strip() and sign != "\u200b":
                found.append((number, sign, text.get_charbox(index)))
    return found


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return a PDF with its inner structure."""
    return pikepdf.open(io.BytesIO(pdf))


def tags_of(pdf: bytes) -> Counter[str]:
    """Return how often each kind of tag stands in a PDF's structure."""
    found: Counter[str] = Counter()
    document = opened(pdf)  # its objects end with it
    pending = [document.Root.StructTreeRoot]
    while pending:
        one = pending.pop()
        if isinstance(one, pikepdf.Array):
            pending += list(one)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                found[str(one.S).removeprefix("/")] += 1
            if "/K" in one:
                pending.append(one.K)
    return found


def links_of(pdf: bytes) -> set[str]:
    """Return every address that a click in a PDF leads to."""
    document = opened(pdf)
    return {
        str(note.A.URI)
        for page in document.pages
        for note in page.get("/Annots", ())
        if "/A" in note and "/URI" in note.A
    }
