"""Running heads, feet and page numbers: what stands in the margin of page after page."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from generator.readers.pdf_letters import Piece, Sheet
from generator.readers.pdf_lines import rows_of

MARGIN = 0.14
"""Share of the page's height at either end in which heads and feet stand."""

ROWS = 4
"""Rows from either end that may be heads or feet."""

LEVEL = 4.0
"""Points by which a head may stand higher on one page than on another."""

APART = 1.65
"""A gap of so many heights of letters parts a head from the text below it."""

_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"\s+")
_NUMBERED = re.compile(
    r"(?:page|p\.|pg\.|seite|página|pagina)\s{0,2}(\d{1,5})(?:\s?(?:of|/|von|de)\s?\d{1,5})?(?!\w)"
    r"|(?<![\w/.,-])(\d{1,5})\s?(?:/|of)\s?\d{1,5}(?![\w/.,])",
    re.IGNORECASE,
)
"""A page number that says that it is one."""
_ALONE = re.compile(r"\W{0,4}(\d{1,5})\W{0,4}")
_AT_END = re.compile(r"(?:^(\d{1,4})\b|(?<![\w.,$€£])(\d{1,4})$)")
_PRINTED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm])?"
)
"""Day and hour of printing, which browsers set at the head of each page."""


class Margins(msgspec.Struct, frozen=True):
    """A page divided into what is read and what frames it."""

    heads: tuple[tuple[Piece, ...], ...]
    """Rows from top to bottom."""
    feet: tuple[tuple[Piece, ...], ...]
    pieces: tuple[Piece, ...]
    """All others."""


class _Row(msgspec.Struct, frozen=True):
    page: int
    head: bool
    base: float
    text: str
    pieces: tuple[Piece, ...]
    outermost: bool
    apart: bool
    """Whether a gap wider than a line's, or another size, parts it from the text."""


def find_margins(sheets: tuple[Sheet, ...]) -> tuple[Margins, ...]:
    """Return each page with its running heads and feet set apart.

    A row in the margin is one if it stands on another page at the same height with
    the same words, numbers aside; or if it holds the number of its page.
    """
    rows = [row for sheet in sheets for row in _rows(sheet)]
    by_words: dict[tuple[bool, str], list[_Row]] = defaultdict(list)
    by_offset: dict[tuple[bool, int], list[_Row]] = defaultdict(list)
    for row in rows:
        by_words[row.head, _masked(row.text)].append(row)
        for number in _ends_with(row.text):
            by_offset[row.head, number - row.page].append(row)
    likely: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        if (
            _repeats(row, by_words[row.head, _masked(row.text)])
            or any(_counts_on(row, by_offset[row.head, n - row.page]) for n in _ends_with(row.text))
            or _is_page_number(row)
        ):
            likely[row.page].append(row)
    return tuple(_margins(sheet, _framing(likely[sheet.number])) for sheet in sheets)


def _framing(likely: list[_Row]) -> list[_Row]:
    """Return the rows of a page that a gap, or another size, parts from what is read."""
    heads = [row for row in likely if row.head]
    feet = [row for row in likely if not row.head]
    while heads and not heads[-1].apart:
        heads.pop()
    while feet and not feet[0].apart:
        feet.pop(0)
    return heads + feet


def _rows(sheet: Sheet) -> list[_Row]:
    """Return the rows of a page that stand in its margins, the outermost first at either end."""
    depth = MARGIN * (sheet.top - sheet.bottom)
    rows = rows_of(list(sheet.pieces))
    bases = [max(p.base for p in row) for row in rows]
    found = []
    for place, row in enumerate(rows):
        above = bases[place - 1] - bases[place] if place else depth
        below = bases[place] - bases[place + 1] if place + 1 < len(rows) else depth
        for head, rank, inside, gap, inner in (
            (True, place, bases[place] > sheet.top - depth, below, place + 1),
            (False, len(rows) - 1 - place, bases[place] < sheet.bottom + depth, above, place - 1),
        ):
            if inside and rank < ROWS:
                text = _BLANKS.sub(" ", " ".join(p.text for p in row)).strip()
                apart = gap > APART * _size(row) or (
                    0 <= inner < len(rows) and abs(_size(rows[inner]) - _size(row)) > 0.9
                )
                found.append(
                    _Row(sheet.number, head, bases[place], text, tuple(row), rank == 0, apart)
                )
    return found


def _size(row: list[Piece]) -> float:
    return max(row, key=lambda p: len(p.text)).size


def _repeats(row: _Row, alike: list[_Row]) -> bool:
    """Return whether another page has such a row at the same height.

    Numbers must be the same on both, or differ by as much as the pages do.
    """
    numbers = _numbers(row.text)
    return any(
        other.page != row.page
        and abs(other.base - row.base) <= LEVEL
        and _masked(other.text) == _masked(row.text)
        and all(
            b - a in {0, other.page - row.page}
            for a, b in zip(numbers, _numbers(other.text), strict=True)
        )
        for other in alike[:200]
    )


def _counts_on(row: _Row, alike: list[_Row]) -> bool:
    """Return whether another page has, at the same height, its own number at the same end."""
    return any(o.page != row.page and abs(o.base - row.base) <= LEVEL for o in alike[:200])


def _numbers(text: str) -> list[int]:
    return [int(number[-9:]) for number in _DIGITS.findall(text)]


def _is_page_number(row: _Row) -> bool:
    """Return whether an outermost row says by itself that it numbers its page."""
    if _PRINTED.match(row.text):
        return True
    if not row.outermost or not row.apart:
        return False
    if len(row.pieces) in {2, 3} and str(row.page) in {row.pieces[0].text, row.pieces[-1].text}:
        return True
    alone = _ALONE.fullmatch(row.text)
    if alone:
        return int(alone[1]) == row.page
    return any(
        int(m[1] or m[2]) == row.page and len(row.text) - len(m[0]) < 140
        for m in _NUMBERED.finditer(row.text)
    )


def _masked(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()


def _ends_with(text: str) -> list[int]:
    """Return the numbers that a row begins or ends with."""
    if len(text) > 200:
        return []
    return [int(m[1] or m[2]) for m in _AT_END.finditer(text)]


def _margins(sheet: Sheet, rows: list[_Row]) -> Margins:
    taken = {piece.order for row in rows for piece in row.pieces}
    kept = tuple(p for p in sheet.pieces if p.order not in taken)
    # A page of which nothing else would remain, such as a cover, is all text.
    if not kept and len(rows) > 2:
        return Margins((), (), sheet.pieces)
    heads = {row.pieces[0].order: row.pieces for row in rows if row.head}
    feet = {row.pieces[0].order: row.pieces for row in rows if not row.head}
    return Margins(tuple(heads.values()), tuple(v for k, v in feet.items() if k not in heads), kept)
