"""Rows of tables whose cells hold several lines: read cell by cell, as the file sets them."""

from __future__ import annotations

import msgspec

from generator.readers.pdf_letters import Piece

STEP = 1.7
"""Lines of one cell stand no further apart, in heights of letters."""


class Cell(msgspec.Struct, frozen=True):
    """Pieces that the file sets one under the other."""

    pieces: tuple[Piece, ...]
    left: float
    right: float
    bottom: float
    top: float


def find_rows(pieces: list[Piece]) -> list[tuple[Piece, ...]]:
    """Return the rows of two cells or more of which one has two lines or more.

    A row is a run of cells, one right of the other on one height, that also follow
    each other in the file. Other pieces are left out: their lines tell their order.
    """
    rows: list[list[Cell]] = []
    for cell in _cells(pieces):
        if rows and _is_beside(rows[-1][-1], cell):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [
        tuple(piece for cell in row[:-1] for piece in _ended(cell)) + row[-1].pieces
        for row in rows
        if len(row) > 1 and any(cell.top - cell.bottom > 2 * cell.pieces[0].size for cell in row)
    ]


def _cells(pieces: list[Piece]) -> list[Cell]:
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.order):
        if found and _is_under(found[-1][-1], piece, found[-1][0]):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [
        Cell(
            tuple(run),
            min(p.left for p in run),
            max(p.right for p in run),
            min(p.base for p in run),
            max(p.base + p.size for p in run),
        )
        for run in found
    ]


def _ended(cell: Cell) -> tuple[Piece, ...]:
    """Return the pieces of a cell with a tab after the last, where the next cell begins."""
    last = cell.pieces[-1]
    return (*cell.pieces[:-1], msgspec.structs.replace(last, text=last.text + "\t"))


def _is_under(last: Piece, piece: Piece, first: Piece) -> bool:
    step = last.base - piece.base
    shared = min(last.right, piece.right) - max(last.left, piece.left)
    return 0 < step <= STEP * first.size and shared > 0


def _is_beside(last: Cell, cell: Cell) -> bool:
    return cell.left >= last.right and min(last.top, cell.top) > max(last.bottom, cell.bottom)
