from __future__ import annotations

import pytest

from generator.readers.pdf_furniture import find_margins
from generator.readers.pdf_letters import Piece, Sheet


def sheet(number: int, *rows: tuple[float, str]) -> Sheet:
    """Return a page of 800 points with rows at the heights given."""
    pieces = [
        Piece(text, 50.0 + 300 * place, 250.0 + 300 * place, base, 10.0, 400, 2 * index + place)
        for index, (base, row) in enumerate(rows)
        for place, text in enumerate(row.split("\t"))
    ]
    return Sheet(number, 0.0, 800.0, tuple(pieces), (), ())


TEXT = ((686.0, "The council voted"), (674.0, "to close the station"), (662.0, "by October."))

# fmt: off
FRAMES = {
    # what it shows: (rows of page 1, rows of page 2, furniture of page 2)
    "a running head": ([(780.0, "Evening Post")], [(780.0, "Evening Post")], ["Evening Post"]),
    "with the page's number": ([(780.0, "Post 7")], [(780.0, "Post 8")], ["Post 8"]),
    "a foot": ([(20.0, "1 / 2")], [(20.0, "2 / 2")], ["2 / 2"]),
    "number beside a changing head": ([(780.0, "Harbour\t11")], [(780.0, "Weather\t12")],
                                      ["Weather 12"]),
    "a number on one page": ([], [(20.0, "2")], ["2"]),
    "a number that says so": ([], [(20.0, "Evening Post, page 2 of 9")],
                              ["Evening Post, page 2 of 9"]),
    "printed by a browser": ([], [(790.0, "3/4/31, 8:15 AM\tPilots to move")],
                             ["3/4/31, 8:15 AM Pilots to move"]),
    "prices at one height": ([(20.0, "Price: 499")], [(20.0, "Price: 799")], []),
    "another height": ([(780.0, "Evening Post")], [(760.0, "Evening Post")], []),
    "other words": ([(780.0, "Evening Post")], [(780.0, "Weather")], []),
    "a year": ([(20.0, "in the spring of 2031")], [(20.0, "in the year 2032 it was")], []),
    "text that repeats without a gap": ([(698.0, "Evening Post")], [(698.0, "Evening Post")], []),
}
# fmt: on


@pytest.mark.parametrize(("one", "two", "expected"), FRAMES.values(), ids=FRAMES)
def test_margins(one, two, expected):
    """What repeats at one height of the margin, or counts the pages, frames the page."""
    _, page = find_margins((sheet(1, *one, *TEXT), sheet(2, *two, *TEXT)))
    rows = [" ".join(p.text for p in row) for row in (*page.heads, *page.feet)]
    assert rows == expected
    kept = [p.text for p in page.pieces]
    assert all(text in kept for _, text in TEXT)


def test_a_page_is_never_all_furniture():
    """Rows that would leave nothing to read are text."""
    cover = [(790.0, "A"), (770.0, "B"), (750.0, "C")]
    pages = find_margins((sheet(1, *cover), sheet(2, *cover)))
    assert [len(page.pieces) for page in pages] == [3, 3]
