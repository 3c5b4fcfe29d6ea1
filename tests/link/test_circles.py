"""Reports that name each other as their source are told, and are one origin at most."""

from __future__ import annotations

import pytest

from generator.link.circles import find_circles
from generator.model import Origin
from tests.link.written import joined, written

CASES = {
    # what it shows: (credits as "document>report", the circles)
    "two": ("a>b b>a", ["a b"]),
    "three": ("a>b b>c c>a", ["a b c"]),
    "a chain": ("a>b b>c", []),
    "two that share an end": ("a>c b>c", []),
    "a way into a circle": ("a>b b>c c>b", ["b c"]),
    "two circles in a row": ("a>b b>a b>c c>d d>c", ["a b", "c d"]),
    "itself": ("a>a", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("credits_", "expected"), CASES.values(), ids=CASES)
def test_circles(credits_, expected):
    """Only documents from each of which credits lead to all the others are a circle."""
    rows = [
        Origin(one, "cites", two, two, "", None)
        for one, _, two in (pair.partition(">") for pair in credits_.split())
    ]
    assert [" ".join(circle) for circle in find_circles(rows)] == expected
    assert find_circles(rows[::-1]) == find_circles(rows)


SHIP = "{} reported that 90 divers had found the ship off Sarn."


def test_a_circle_is_one_origin_and_names_its_outlets():
    """Neither of two reports that credit each other supports the other."""
    links = joined(
        written("a", SHIP.format("Comet"), outlet="Herald", credits_=[("Comet", "0")]),
        written("b", SHIP.format("Herald"), outlet="Comet", credits_=[("Herald", "0")]),
    )
    circle = links.circular_credits[0]
    assert (circle.documents, circle.outlets) == (("a", "b"), ("Comet", "Herald"))
    assert [group.independent_origins for group in links.claim_groups] == [1]


def test_a_report_of_its_own_beside_a_circle_is_a_second_origin():
    """A circle takes no support away from those outside of it."""
    links = joined(
        written("a", SHIP.format("Comet"), outlet="Herald", credits_=[("Comet", "0")]),
        written("b", SHIP.format("Herald"), outlet="Comet", credits_=[("Herald", "0")]),
        written("c", "Some 90 divers had found the ship off Sarn.", outlet="Star"),
    )
    assert [group.independent_origins for group in links.claim_groups] == [2]
