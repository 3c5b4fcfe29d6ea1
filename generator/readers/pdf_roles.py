"""What a paragraph of a page is, by its letters and its place: heading, item, caption, note."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from generator.readers.pdf_letters import Sheet
from generator.readers.pdf_lines import Body
from generator.readers.pdf_paragraphs import Paragraph
from generator.resources import word_list

LARGER = 1.12
"""Letters so much larger than the running text make a heading."""

TITLE = 1.25
"""The headline is at least so much larger."""

TITLE_WORDS = 3
"""A headline has so many words at least, if any large line has."""

MASTHEAD = 0.55
"""The name of the outlet may be set larger than the headline, but not twice as large."""

SMALLER = 0.93
"""Captions and notes are set in letters so much smaller, or smaller still."""

HEADING_WORDS = 16
"""A longer paragraph in bold letters is a lead and no crosshead."""

CAPTION_WORDS = 90
"""A longer paragraph is none."""

NEAR = 30.0
"""Points between a picture and the words under it."""

_NOTE = re.compile(r"[\[(]?\d{1,3}[\])]?\s?\S|[*†‡§]{1,3}\s?\S")
_ADDRESS = re.compile(r"@|://|www\.")
_STOP = re.compile(r"[.,;]['\"”’»)\]]{0,3}$")


def with_hints(
    paragraphs: list[Paragraph], body: Body, sheets: tuple[Sheet, ...]
) -> list[Paragraph]:
    """Return the paragraphs with what each is; those that have a hint already keep it."""
    title = _title(paragraphs, body)
    pictures = {sheet.number: sheet.pictures for sheet in sheets}
    return [
        msgspec.structs.replace(one, hint=_hint(one, body, pictures.get(one.page, ())))
        if index != title
        else msgspec.structs.replace(one, hint="h1")
        for index, one in enumerate(paragraphs)
    ]


def may_be_set_between(paragraph: Paragraph) -> bool:
    """Return whether a paragraph may stand in the middle of another without being part of it."""
    return paragraph.hint in {"header", "footer", "figcaption", "aside"}


def _title(paragraphs: list[Paragraph], body: Body) -> int | None:
    """Return the headline: the largest words of page 1, a masthead of few words set aside."""
    large = [
        index
        for index, one in enumerate(paragraphs)
        if one.page == 1 and one.hint == "p" and one.lines[0].size >= TITLE * body.size
    ]
    if not large:
        return None
    largest = max(paragraphs[i].lines[0].size for i in large)
    worded = [
        i
        for i in large
        if len(paragraphs[i].text.split()) >= TITLE_WORDS
        and paragraphs[i].lines[0].size >= MASTHEAD * largest
        and not _ADDRESS.search(paragraphs[i].text)
    ]
    return max(worded or large, key=lambda i: (paragraphs[i].lines[0].size, -i))


def _hint(
    one: Paragraph, body: Body, pictures: tuple[tuple[float, float, float, float], ...]
) -> str:
    if one.hint != "p":
        return one.hint
    if one.lines[0].is_tabular:
        return "td"
    if _is_caption(one, body, pictures):
        return "figcaption"
    if one.lines[0].size <= SMALLER * body.size:
        return "aside" if _NOTE.match(one.text) else "p"
    if one.lines[0].item and len(one.text.split()) > 1:
        return "li"
    return "h2" if _is_heading(one, body) else "p"


def _is_caption(
    one: Paragraph, body: Body, pictures: tuple[tuple[float, float, float, float], ...]
) -> bool:
    """Return whether a paragraph says so, or is set small beside a picture."""
    if len(one.text.split()) > CAPTION_WORDS:
        return False
    small = one.lines[0].size <= SMALLER * body.size
    return _caption_label().match(one.text) is not None or (
        small and any(_is_under(one, picture) for picture in pictures)
    )


def _is_heading(one: Paragraph, body: Body) -> bool:
    """Return whether a paragraph is set larger than the text, or is a few words in bold."""
    words = len(one.text.split())
    if one.lines[0].size >= LARGER * body.size:
        return words <= 2 * HEADING_WORDS
    bold = all(body.is_bold(line) for line in one.lines)
    return bold and words <= HEADING_WORDS and not _STOP.search(one.text)


def _is_under(one: Paragraph, picture: tuple[float, float, float, float]) -> bool:
    """Return whether a paragraph stands right under a picture, or right above it."""
    left, bottom, right, top = picture
    first, last = one.lines[0], one.lines[-1]
    if right - left < 40 or first.right < left or first.left > right:
        return False
    return 0 <= bottom - first.base <= NEAR or 0 <= last.base - top <= NEAR


@cache
def _caption_label() -> re.Pattern[str]:
    rows = sorted(word_list("readers", "caption_labels"), key=lambda row: (-len(row), row))
    names = "|".join(map(re.escape, rows))
    return re.compile(
        rf"(?:{names})\.?\s?(?:\d{{1,3}}|[IVX]{{1,5}}|[A-Z])?(?:\.\d{{1,2}})?\s?[:.—–|]",
        re.IGNORECASE,
    )
