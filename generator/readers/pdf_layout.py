"""From the pieces of all pages to the paragraphs of one document, in reading order."""

from __future__ import annotations

from itertools import chain

import msgspec

from generator.readers.pdf_columns import arrange
from generator.readers.pdf_furniture import Margins, find_margins
from generator.readers.pdf_letters import Piece, Sheet
from generator.readers.pdf_lines import Body, Line, find_body, lines_of
from generator.readers.pdf_paragraphs import Paragraph, paragraphs_of, runs_over
from generator.readers.pdf_roles import may_be_set_between, with_hints

REACH = 12
"""So many running heads, notes and captions may stand between two parts of a paragraph."""


def lay_out(sheets: tuple[Sheet, ...]) -> list[Paragraph]:
    """Return the paragraphs of all pages, in order.

    A paragraph that runs over the end of a column or page is whole; what stands there
    between its parts, such as a foot or a note, goes before it or after it.
    """
    margins = find_margins(sheets)
    pages = [_lines(page, sheet.number) for page, sheet in zip(margins, sheets, strict=True)]
    body = find_body(list(chain.from_iterable(pages)))
    found: list[Paragraph] = []
    for sheet, page, lines in zip(sheets, margins, pages, strict=True):
        found += _furniture(page.heads, sheet.number, "header")
        found += paragraphs_of(lines, body)
        found += _furniture(page.feet, sheet.number, "footer")
        found += [
            msgspec.structs.replace(one, hint="aside", main=False)
            for one in paragraphs_of(_turned(sheet), body)
        ]
    return _stitched(with_hints(found, body, sheets), body)


def _lines(page: Margins, number: int) -> list[Line]:
    groups = arrange(list(page.pieces))
    return [line for index, group in enumerate(groups) for line in lines_of(group, number, index)]


def _furniture(rows: tuple[tuple[Piece, ...], ...], number: int, hint: str) -> list[Paragraph]:
    return [Paragraph(tuple(lines_of(list(row), number, -1)), hint, main=False) for row in rows]


def _turned(sheet: Sheet) -> list[Line]:
    """Return text that runs in another direction, piece by piece: it is not read as a column."""
    return [
        line for piece in sheet.turned for line in lines_of([piece], sheet.number, -2 - piece.order)
    ]


def _stitched(paragraphs: list[Paragraph], body: Body) -> list[Paragraph]:
    """Put together the parts of paragraphs that a column's or page's end has cut."""
    paragraphs = list(paragraphs)
    found: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        one = paragraphs[index]
        other = _rest(paragraphs, index, body)
        if other is None:
            found.append(one)
            index += 1
            continue
        between = paragraphs[index + 1 : other]
        # Pages stay in their order: a foot goes above, and the head of the next page below.
        found += [p for p in between if p.page == one.page]
        whole = msgspec.structs.replace(one, lines=one.lines + paragraphs[other].lines)
        rest = [p for p in between if p.page != one.page]
        paragraphs[index : other + 1] = [whole, *rest]
        if whole.lines[-1].page != whole.page:
            found.append(whole)
            index += 1
    return found


def _rest(paragraphs: list[Paragraph], index: int, body: Body) -> int | None:
    """Return where a paragraph goes on in another column or page; None if it ends there."""
    one = paragraphs[index]
    if one.hint not in {"p", "li"} or one.main is False:
        return None
    for place in range(index + 1, min(index + 1 + REACH, len(paragraphs))):
        other = paragraphs[place]
        if may_be_set_between(other):
            continue
        last, first = one.lines[-1], other.lines[0]
        elsewhere = (last.page, last.group) != (first.page, first.group)
        near = first.page - last.page in {0, 1}
        if other.hint == "p" and elsewhere and near and runs_over(one, other, body):
            return place
        return None
    return None
