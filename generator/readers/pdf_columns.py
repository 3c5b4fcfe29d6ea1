"""Columns of a page: which pieces are read before which.

A gutter is a strip that hardly any piece crosses, with running text on both sides.
What crosses it, such as a headline, divides the page into bands, each read column
by column. The rows of a table stand beside a strip too; they are told by short
cells, and by a file that sets them one row after the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from generator.readers.pdf_letters import Piece

LEAST_LINES = 3
"""A column has so many lines beside another's."""

LEAST_LETTERS = 11
"""Mean letters of a line below which it is rather a cell of a table."""

GUTTER = 0.6
"""Least width of a gutter, in heights of letters."""

DEEPEST = 6
"""A page is divided so many times at most."""

CANDIDATES = 12
"""Left edges that are tried as the right side of a gutter."""


def arrange(pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """Return the pieces as groups in reading order: columns, and what stands across them.

    Args:
        pieces: In any order.
        depth: How often the page has been divided so far.
    """
    edge = find_gutter(pieces) if depth < DEEPEST else None
    if edge is None:
        return [pieces] if pieces else []
    groups: list[list[Piece]] = []
    for across, band in _bands(pieces, edge):
        if across:
            groups.append(across)
        left, right = _sides(band, edge)
        if _is_columned(left, right):
            groups += arrange(left, depth + 1) + arrange(right, depth + 1)
        elif band:
            groups.append(band)
    return groups


def find_gutter(pieces: list[Piece]) -> float | None:
    """Return the right side of the best gutter; None if the pieces stand in one column."""
    if len(pieces) < 2 * LEAST_LINES:
        return None
    edges = Counter(round(piece.left) for piece in pieces)
    likely = sorted(edges, key=lambda x: (-edges[x] - edges[x + 1] - edges[x - 1], x))
    head = max(piece.base for piece in pieces) - 1.0
    heads = {round(piece.left) for piece in pieces if piece.base >= head}
    likely = [
        x for x in likely if x in heads or edges[x] + edges[x + 1] + edges[x - 1] >= LEAST_LINES
    ]
    scored = [(_worth(pieces, x - 1.6), -x) for x in likely[:CANDIDATES]]
    best, place = max(scored, default=(0, 0))
    return -place - 1.6 if best > 0 else None


def _worth(pieces: list[Piece], edge: float) -> int:
    """Return how many letters a gutter has on its lesser side; less for each that crosses it."""
    worth = 0
    for _, band in _bands(pieces, edge):
        left, right = _sides(band, edge)
        if _is_columned(left, right):
            worth += min(_letters(left), _letters(right))
    across = _letters([piece for piece in pieces if _crosses(piece, edge)])
    return worth * 4 - min(across, worth) if worth else 0


def _bands(pieces: list[Piece], edge: float) -> list[tuple[list[Piece], list[Piece]]]:
    """Return pairs from top to bottom: what crosses the gutter, and what stands beside it below."""
    across = sorted((p for p in pieces if _crosses(p, edge)), key=lambda p: -p.base)
    heights = [-piece.base for piece in across]
    below: list[list[Piece]] = [[] for _ in range(len(across) + 1)]
    for piece in pieces:
        if not _crosses(piece, edge):
            # Half a letter of grace, so that a cell beside a wide one stays on its row.
            below[bisect_left(heights, -piece.base - 0.5)].append(piece)
    bands: list[tuple[list[Piece], list[Piece]]] = [([], below[0])]
    for piece, band in zip(across, below[1:], strict=True):
        if bands[-1][1] or not bands[-1][0]:
            bands.append(([piece], band))
        else:
            bands[-1] = ([*bands[-1][0], piece], band)
    return bands


def _crosses(piece: Piece, edge: float) -> bool:
    return piece.left < edge < piece.right


def _sides(band: list[Piece], edge: float) -> tuple[list[Piece], list[Piece]]:
    return [p for p in band if p.right <= edge], [p for p in band if p.right > edge]


def _is_columned(left: list[Piece], right: list[Piece]) -> bool:
    """Return whether two sides of a strip are running text, read one after the other."""
    if min(_lines(left), _lines(right)) < LEAST_LINES and not _is_last_column(left, right):
        return False
    if min(_letters(left) / len(left), _letters(right) / len(right)) < LEAST_LETTERS:
        return False
    size = max([1.0, *(p.size for p in left)])
    gutter = min(p.left for p in right) - max(p.right for p in left)
    shared = min(max(p.base for p in left), max(p.base for p in right)) - max(
        min(p.base for p in left), min(p.base for p in right)
    )
    return gutter >= GUTTER * min(size, 12.0) and shared >= 0 and not _is_set_by_rows(left, right)


def _is_last_column(left: list[Piece], right: list[Piece]) -> bool:
    """Return whether a few lines are the last column's: level with the first, and set after it."""
    if _lines(left) < LEAST_LINES or not right:
        return False
    level = abs(max(p.base for p in left) - max(p.base for p in right)) <= 1.0
    return level and max(p.order for p in left) < min(p.order for p in right)


def _is_set_by_rows(left: list[Piece], right: list[Piece]) -> bool:
    """Return whether the file goes to and fro between two sides, as it does in a table.

    Some programs write columns of text line by line over the whole page; their
    lines fill the column, which those of cells do not.
    """
    sides = sorted([(p.order, 0) for p in left] + [(p.order, 1) for p in right])
    turns = sum(one[1] != two[1] for one, two in pairwise(sides))
    if turns < 4 or turns <= 0.3 * min(_lines(left), _lines(right)):
        return False
    return not (_is_full(left) and _is_full(right))


def _is_full(side: list[Piece]) -> bool:
    """Return whether most lines of a side reach its right end."""
    first, last = min(p.left for p in side), max(p.right for p in side)
    full = sum(p.right >= last - 0.2 * (last - first) for p in side)
    return full >= 0.65 * len(side) and _letters(side) >= 24 * len(side)


def _lines(side: list[Piece]) -> int:
    return len({round(p.base) for p in side})


def _letters(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)
