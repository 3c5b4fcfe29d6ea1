"""PDF: pages in order, columns one after the other, paragraphs whole, furniture set apart.

The text of record is what the pages show, line by line; hyphens at line ends and
the line ends themselves go in the view alone.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec

from generator.errors import UnreadableError
from generator.model import Extract, Notice, Passage, Source, Span
from generator.readers.mojibake import damage_notices
from generator.readers.pdf_joints import find_joints
from generator.readers.pdf_layout import lay_out
from generator.readers.pdf_letters import Sheet, read_sheet
from generator.readers.pdf_notes import find_marks
from generator.readers.pdf_paragraphs import Paragraph, is_hyphenated
from generator.readers.pdf_statements import find_statements

MAX_PAGES = 10_000
"""A longer file is a book or an attack; no desk reads it as one document."""

MAX_LETTERS = 20_000_000
"""All pages together may hold so many letters."""

_PDFIUM = threading.Lock()
"""pdfium keeps state for all files at once: one thread at a time may be in it."""


class _Contents(msgspec.Struct, frozen=True):
    """What pdfium gives of a file."""

    sheets: tuple[Sheet, ...]
    lost: tuple[int, ...]
    """Numbers of the pages that could not be read."""
    info: Mapping[str, str]


def looks_like_pdf(data: bytes) -> bool:
    """Return whether the mark of a PDF stands within the first 1024 bytes."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, source: Source) -> Extract:
    """Read a PDF; each paragraph, heading, item, row and running head is a passage.

    Raises:
        UnreadableError: If the file is locked or damaged beyond reading, is too
            large, or shows no text on any page.
    """
    contents = _contents(data)
    paragraphs = lay_out(contents.sheets)
    if not paragraphs:
        raise UnreadableError(_without_text(contents))
    text, spans = _joined(paragraphs)
    placed = tuple(zip(paragraphs, spans, strict=True))
    joints = find_joints(text, spans, hyphenated=is_hyphenated(paragraphs))
    return Extract(
        source=source,
        text=text,
        passages=tuple(Passage(span, one.hint, one.main, one.page) for one, span in placed),
        stated=find_statements(contents.info, text, placed),
        edits=tuple(sorted([*joints, *find_marks(placed)])),
        notices=(
            *_page_notices(contents, paragraphs),
            *_end_notices(data),
            *damage_notices(text, ()),
        ),
    )


def _contents(data: bytes) -> _Contents:
    """Return all that is asked of pdfium, taken in one go under its lock."""
    with _PDFIUM, _opened(data) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise UnreadableError(f"the file has {count} pages; at most {MAX_PAGES} are read")
        sheets, lost, letters = [], [], 0
        for number in range(1, count + 1):
            sheet = _sheet(document, number)
            if sheet is None:
                lost.append(number)
                continue
            sheets.append(sheet)
            letters += sum(len(piece.text) for piece in sheet.pieces)
            if letters > MAX_LETTERS:
                raise UnreadableError(
                    f"the file holds more than {MAX_LETTERS} letters by page {number}"
                )
        return _Contents(tuple(sheets), tuple(lost), document.get_metadata_dict())


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """Open a file in memory, and say in plain words why it does not open."""
    import pypdfium2  # noqa: PLC0415 - heavy, and only who reads a PDF pays for it
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError("the file is locked with a password") from error
        if code == pdfium.FPDF_ERR_SECURITY:
            raise UnreadableError("the file is locked in a way that is not known") from error
        cut = "" if _has_end(data) else "; its end is missing"
        raise UnreadableError(f"the file is damaged: no pages can be found in it{cut}") from error
    try:
        if not len(document):
            raise UnreadableError("the file is damaged: it has no pages")
        yield document
    finally:
        document.close()


def _sheet(document: Any, number: int) -> Sheet | None:
    """Return a page; None if pdfium cannot load it."""
    import pypdfium2  # noqa: PLC0415

    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        return read_sheet(page, number)
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def _joined(paragraphs: list[Paragraph]) -> tuple[str, tuple[Span, ...]]:
    """Return the text of record, a blank line between paragraphs, and where each stands."""
    pieces, spans, at = [], [], 0
    for one in paragraphs:
        pieces.append(one.text)
        spans.append(Span(at, at + len(one.text)))
        at += len(one.text) + 2
    return "\n\n".join(pieces), tuple(spans)


def _page_notices(contents: _Contents, paragraphs: list[Paragraph]) -> Iterator[Notice]:
    """Yield one notice for the pages that are pictures only, and one for those that are lost."""
    worded = {line.page for one in paragraphs if one.main is not False for line in one.lines}
    bare = [s.number for s in contents.sheets if s.pictures and s.number not in worded]
    if bare:
        words = f"no text on {_listed(bare)}: needs OCR"
        yield Notice("page-without-text", None, words)
    if contents.lost:
        yield Notice("page-damaged", None, f"{_listed(contents.lost)} could not be read")


def _end_notices(data: bytes) -> Iterator[Notice]:
    if not _has_end(data):
        yield Notice("file-damaged", None, "the end of the file is missing; the rest was read")


def _has_end(data: bytes) -> bool:
    return b"%%EOF" in data[-2048:]


def _without_text(contents: _Contents) -> str:
    if not contents.sheets:
        return "the file is damaged: none of its pages can be read"
    if any(sheet.pictures for sheet in contents.sheets):
        numbers = [sheet.number for sheet in contents.sheets]
        return f"no text on any page: it needs OCR ({_listed(numbers)})"
    return "no text on any page: it needs OCR, if anything stands on them"


def _listed(numbers: list[int] | tuple[int, ...]) -> str:
    """Return page numbers for a reader: ``page 3``, ``pages 1-4, 9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    names = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    shown = ", ".join(names[:20]) + (", ..." if len(names) > 20 else "")
    return f"page{'s' if len(numbers) > 1 else ''} {shown}"
