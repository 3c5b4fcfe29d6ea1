"""Lines of a column: the pieces that stand on one height, from left to right."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import msgspec

from generator.readers.pdf_letters import WIDE, Piece, is_raised
from generator.readers.pdf_tables import find_rows

CELL = 1.5
"""A gap of so many heights of letters parts two cells of a row."""

TOUCHING = 0.12
"""Pieces nearer than that are one word."""

BOLD = 100
"""How much heavier than the running text letters must be to be bold."""

JUSTIFIED = 0.5
"""Share of lines that end exactly at the right margin in a column set to it."""

OVERHANG = range(-2, 3)
"""Points by which hyphens and stops may stand out of a margin."""

MARKER = re.compile(
    r"(?:[•‣▪▫●○■□◦∙·*–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])(?=\s|$)|[•‣▪●■◦∙]"
)
"""What an item of a list begins with."""


class Line(msgspec.Struct, frozen=True):
    """One line of a column."""

    text: str
    left: float
    right: float
    base: float
    size: float
    weight: int
    page: int
    column: tuple[float, float]
    """Left and right end of the column that it stands in."""
    group: int
    """Number of that column on its page, in reading order."""
    marks: tuple[tuple[int, int], ...] = ()
    """Raised small letters within the text, such as the number of a note."""
    cells: int = 1
    """How many pieces stand apart on it; more than one in a table."""
    row: int | None = None
    """Number of the row of a table that it is a part of, where that has several lines."""
    justified: bool = False
    """Whether most lines of its column end at one height of the margin."""

    @property
    def is_tabular(self) -> bool:
        """Whether it belongs to a table."""
        return self.cells > 1 or self.row is not None

    @property
    def item(self) -> bool:
        """Whether it begins with the marker of a list."""
        return MARKER.match(self.text) is not None


class Body(msgspec.Struct, frozen=True):
    """How the running text of a document is set: the commonest size and weight."""

    size: float
    weight: int
    leading: float
    """Distance of its lines."""

    def is_bold(self, line: Line) -> bool:
        """Return whether a line is set heavier than the running text."""
        return line.weight >= self.weight + BOLD and line.weight > 0


def lines_of(pieces: list[Piece], page: int, group: int) -> list[Line]:
    """Return the lines of one column from top to bottom."""
    column = (min(p.left for p in pieces), max(p.right for p in pieces))
    rows = find_rows(pieces)
    taken = {piece.order for row in rows for piece in row}
    free = [p for p in pieces if p.order not in taken]
    lines = [_line(row, page, group, column) for row in rows_of(free)]
    parts = [
        msgspec.structs.replace(_line([piece], page, group, column), row=number)
        for number, row in enumerate(rows)
        for piece in row
    ]
    tops = [max(piece.base for piece in row) for row in rows]
    # A row stands where its highest line does, and its own lines keep their order.
    return sorted(
        [*_justified(lines, column), *parts],
        key=lambda line: -line.base if line.row is None else -tops[line.row],
    )


def _justified(lines: list[Line], column: tuple[float, float]) -> list[Line]:
    """Return lines that know their column's right margin if most of them reach it."""
    ends = Counter(round(line.right) for line in lines)
    margin = min(ends, key=lambda x: (-sum(ends[x + by] for by in OVERHANG), x), default=0)
    full = sum(ends[margin + by] for by in OVERHANG)
    if len(lines) < 4 or full < JUSTIFIED * len(lines):
        return lines
    return [
        msgspec.structs.replace(line, justified=True, column=(column[0], float(margin)))
        for line in lines
    ]


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Return pieces as rows from top to bottom, each from left to right.

    A small piece beside a larger one, such as the mark of a footnote, is on its row.
    """
    rows: list[list[Piece]] = []
    anchor: Piece | None = None
    for piece in sorted(pieces, key=lambda p: (-p.base, p.left, p.order)):
        if anchor and anchor.base - piece.base <= 0.45 * min(
            max(anchor.size, piece.size), 2 * min(anchor.size, piece.size)
        ):
            rows[-1].append(piece)
            anchor = max(anchor, piece, key=lambda p: len(p.text))
        else:
            rows.append([piece])
            anchor = piece
    return [sorted(row, key=lambda p: (p.left, p.order)) for row in rows]


def find_body(lines: list[Line]) -> Body:
    """Return how most letters of a document are set."""
    shapes: Counter[tuple[float, int]] = Counter()
    for line in lines:
        shapes[round(line.size * 2) / 2, line.weight] += len(line.text)
    size, weight = min(shapes, key=lambda s: (-shapes[s], s), default=(10.0, 400))
    steps: Counter[float] = Counter()
    for one, two in pairwise(lines):
        step = round((one.base - two.base) * 2) / 2
        if (one.group, one.page) == (two.group, two.page) and 0.8 * size <= step <= 2.5 * size:
            steps[step] += abs(one.size - size) < 1
    # Paragraphs of one line stand further apart, and a list may hold many of them.
    usual = [s for s in sorted(steps) if steps[s] >= max(2, 0.1 * steps.total())]
    leading = usual[0] if usual else 1.2 * size
    return Body(size, weight, leading)


def _line(row: list[Piece], page: int, group: int, column: tuple[float, float]) -> Line:
    main = max(row, key=lambda p: (len(p.text), -p.left))
    gaps = [(b.left - a.right) / max(min(b.size, main.size), 1.0) for a, b in pairwise(row)]
    tabular = any(gap >= CELL for gap in gaps[MARKER.fullmatch(row[0].text) is not None :])
    text, cells, marks = "", 1, []
    for piece, gap in zip(row, [0.0, *gaps], strict=True):
        if tabular and gap >= WIDE and not MARKER.fullmatch(text):
            text += "\t"
            cells += 1
        elif gap > TOUCHING:
            text += " "
        if is_raised(piece.base, piece.size, main.base, main.size):
            marks.append((len(text), len(text) + len(piece.text)))
        marks += [(len(text) + start, len(text) + end) for start, end in piece.marks]
        text += piece.text
    return Line(
        text=text,
        left=row[0].left,
        right=max(p.right for p in row),
        base=main.base,
        size=main.size,
        weight=main.weight,
        page=page,
        column=column,
        group=group,
        marks=tuple(marks),
        cells=cells,
    )
