"""Paragraphs: which lines of a page belong together, over columns and page ends too.

A line ends its paragraph if the first word of the next would have fitted on it; a
paragraph begins below a wider gap, at an indent, in other letters, or at a bullet.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

import msgspec

from generator.readers.pdf_lines import Body, Line

INDENT = 0.6
"""A line set in by so many heights of letters begins a paragraph."""

GAP = 1.22
"""Lines further apart than so many of the usual distances are two paragraphs."""

_END = re.compile(r"[.!?:…]['\"”’»)\]\d]{0,4}$")
_HYPHEN = re.compile(r"\w[-\u00ad\u2010]$")


class Paragraph(msgspec.Struct, frozen=True):
    """Lines that are one paragraph, heading, item, caption, row or running head."""

    lines: tuple[Line, ...]
    hint: str = "p"
    main: bool | None = None

    @property
    def page(self) -> int:
        """Where it begins."""
        return self.lines[0].page

    @property
    def text(self) -> str:
        """Its words, line ends as they are."""
        return "\n".join(line.text for line in self.lines)


def paragraphs_of(lines: list[Line], body: Body) -> list[Paragraph]:
    """Return the lines of a page, in reading order, as paragraphs."""
    found: list[list[Line]] = []
    for line, following in zip_longest(lines, lines[1:]):
        if found and _goes_on(found[-1], line, body) and not _opens(found[-1], line, following):
            found[-1].append(line)
        else:
            found.append([line])
    return [Paragraph(tuple(one)) for one in found]


def runs_over(one: Paragraph, two: Paragraph, body: Body) -> bool:
    """Return whether a paragraph goes on at the head of the next column or page.

    Only where its sentence does: a full line that ends in a full stop may be its last.
    """
    last, first = one.lines[-1], two.lines[0]
    if last.is_tabular or first.is_tabular or first.item:
        return False
    alike = abs(last.size - first.size) <= 0.5 and abs(last.weight - first.weight) < 100
    running = abs(last.size - body.size) <= 0.08 * body.size + 0.3
    inset = first.left - first.column[0]
    further = inset > last.left - last.column[0] + INDENT * first.size
    indented = inset > INDENT * first.size and further and len(two.lines) > 1
    if not alike or not running or indented:
        return False
    if _HYPHEN.search(last.text):
        return True
    small = first.text.lstrip("“\"'‘(«")[:1].islower()
    return not _END.search(last.text) and (small or not _is_short(last, first))


def is_hyphenated(paragraphs: list[Paragraph]) -> bool:
    """Return whether whoever set a text cut words at line ends, by how often a hyphen ends one.

    Compounds alone end hardly one line in a hundred; columns set to both margins are
    mostly cut.
    """
    pairs = [pair for one in paragraphs for pair in pairwise(one.lines)]
    cut = sum(bool(_HYPHEN.search(a.text)) and b.text[:1].islower() for a, b in pairs)
    justified = sum(a.justified for a, _ in pairs)
    if 2 * justified >= len(pairs):
        return cut > 0.012 * len(pairs)
    return cut > 0.03 * len(pairs) + 1


def _goes_on(paragraph: list[Line], line: Line, body: Body) -> bool:
    """Return whether a line belongs to the paragraph above it."""
    last = paragraph[-1]
    if line.row is not None or last.row is not None:
        return line.row == last.row and line.group == last.group
    if line.cells > 1 or last.cells > 1 or abs(line.size - last.size) > 0.08 * last.size:
        return False
    step = last.base - line.base
    usual = body.leading * max(line.size / body.size, 0.8)
    if not 0 < step <= GAP * usual + 0.5 or last.right < line.left or line.right < last.left:
        return False
    if line.size > 1.12 * body.size or _is_centred(last, line):
        return not line.item
    if body.is_bold(last) != body.is_bold(line) and (
        _END.search(last.text) or not line.text[:1].islower()
    ):
        return False
    return _is_set_on(paragraph, line)


def _opens(paragraph: list[Line], line: Line, following: Line | None) -> bool:
    """Return whether a line set in as far as the one above it begins a paragraph all the same.

    It does if the next line is not set in: then the one above is a paragraph of one line.
    """
    room = INDENT * line.size
    return (
        len(paragraph) == 1
        and following is not None
        and following.group == line.group
        and line.left > line.column[0] + room
        and abs(paragraph[0].left - line.left) < 1
        and following.left < line.left - room
        and abs(following.size - line.size) < 0.5
        and not paragraph[0].item
    )


def _is_set_on(paragraph: list[Line], line: Line) -> bool:
    """Return whether indents and the length of the line above allow a line to go on."""
    last, first = paragraph[-1], paragraph[0]
    room = INDENT * line.size
    if line.item and (first.item or _END.search(last.text) or _is_short(last, line)):
        return False
    if first.item and line.left >= first.left - 1:
        return not _is_short(last, line)
    if line.left > last.left + room:
        return False
    # Only the first line of a paragraph may be set further in than the others.
    if line.left < last.left - room and len(paragraph) > 1:
        return False
    return not _is_short(last, line)


def _is_short(last: Line, line: Line) -> bool:
    """Return whether the first word of a line would have fitted on the one above."""
    word = re.split(r"[\s-]", line.text, maxsplit=1)[0]
    letter = (line.right - line.left) / max(len(line.text), 1)
    width = len(word) * letter
    left = last.column[1] - last.right
    if _HYPHEN.search(last.text):
        return False
    if _END.search(last.text):
        return left > (0.5 * line.size if last.justified else width + 0.3 * line.size)
    # Without a full stop a line may have been cut short by a picture or by a long link.
    if line.text[:1].islower():
        return left > width + 8 * line.size
    return left > (line.size if last.justified else 1.35 * width + 0.6 * line.size)


def _is_centred(last: Line, line: Line) -> bool:
    middle = sum(line.column) / 2
    return (
        abs(last.left + last.right - 2 * middle) < 3
        and abs(line.left + line.right - 2 * middle) < 3
        and min(last.left, line.left) > line.column[0] + line.size
    )
