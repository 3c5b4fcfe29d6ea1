from __future__ import annotations

import random

import pytest

from generator.readers.pdf_columns import arrange
from generator.readers.pdf_letters import Piece


def column(name: str, left: float, width: float, top: float, count: int) -> list[Piece]:
    """Return the lines of one column, named and numbered, each filling it."""
    return [
        Piece(f"{name}{n} and some words that go on", left, left + width, top - 12 * n, 10, 400, 0)
        for n in range(count)
    ]


def ordered(*runs: list[Piece]) -> list[Piece]:
    """Return pieces numbered as a file has them that sets one run after the other."""
    pieces = [p for run in runs for p in run]
    return [
        Piece(p.text, p.left, p.right, p.base, p.size, p.weight, n) for n, p in enumerate(pieces)
    ]


HEAD = [Piece("H0 across the page", 50, 500, 760, 20, 700, 0)]
LEFT, RIGHT = column("L", 50, 220, 700, 9), column("R", 290, 220, 700, 9)
FOOT = [Piece("F0 under both columns", 50, 505, 500, 10, 400, 0)]
CELLS = [
    [Piece(f"{w}{n}", 50 + 200 * c, 90 + 200 * c, 700 - 15 * n, 10, 400, 0)]
    for n in range(6)
    for c, w in enumerate(("Port", "Tons"))
]
LONG_CELLS = [
    [Piece(f"{w}{n} of some twenty letters", 50 + 200 * c, 110 + 18 * n + 200 * c, 700 - 15 * n, 10,
           400, 0)]
    for n in range(6)
    for c, w in enumerate(("Port", "Tons"))
]  # fmt: skip

# fmt: off
PAGES = {
    # what it shows: (runs as the file has them, first words of the groups)
    "one column": ([LEFT], ["L0"]),
    "two columns": ([LEFT, RIGHT], ["L0", "R0"]),
    "two columns, the second first": ([RIGHT, LEFT], ["L0", "R0"]),
    "line by line over both": ([[p] for pair in zip(LEFT, RIGHT, strict=True) for p in pair],
                               ["L0", "R0"]),
    "between a head and a foot": ([FOOT, HEAD, LEFT, RIGHT], ["H0", "L0", "R0", "F0"]),
    "three columns": ([column("A", 50, 150, 700, 9), column("B", 215, 150, 700, 9),
                       column("C", 380, 150, 700, 9)], ["A0", "B0", "C0"]),
    "a last column of one line": ([LEFT, RIGHT[:1]], ["L0", "R0"]),
    "a table": (CELLS, ["Port0"]),
    "a table of words": (LONG_CELLS, ["Port0"]),
}
# fmt: on


@pytest.mark.parametrize(("runs", "expected"), PAGES.values(), ids=PAGES)
def test_groups_in_reading_order(runs, expected):
    """Columns are read one after the other, what crosses them in its place, tables as one."""
    groups = arrange(ordered(*runs))
    firsts = [max(group, key=lambda p: (p.base, -p.left)).text.split()[0] for group in groups]
    assert firsts == expected
    assert sorted(p.order for g in groups for p in g) == list(range(sum(map(len, runs))))


@pytest.mark.parametrize("seed", range(20))
def test_no_piece_is_lost(seed):
    """Whatever stands where, each piece is in one group."""
    chance = random.Random(seed)
    pieces = [
        Piece("some words here", x, x + chance.uniform(5, 300), chance.uniform(0, 800), 10, 400, n)
        for n in range(60)
        for x in (chance.choice([50.0, 200.0, chance.uniform(0, 400)]),)
    ]
    assert sorted(p.order for g in arrange(pieces) for p in g) == list(range(60))
