from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.lines import describe
from generator.clean.runs import BREAK, article_lines, best_runs
from generator.model import Passage, Span

ONE = (
    "The harbour council of Norvik voted on Monday to close the old pilot station, a step that "
    "its members had put off three times since the spring."
)
TWO = (
    "Pilots will be moved to the new quay by the end of the year, and the old station will be "
    "sold to whoever promises to keep its harbour lights burning."
)
THREE = (
    "The council said that the new pilot station at the harbour will cost two million, which its "
    "members will pay from the reserves that were kept for the old quay."
)
FOUR = (
    "The harbour council will sell the old pilot station by the spring to whoever keeps its "
    "lights burning; its members had put off the vote three times."
)
OTHER = (
    "Winter soup needs nothing but beans, patience and one decent bone, says a cook who has "
    "stirred hers every Sunday for as long as anyone in her village remembers."
)


def page(*lines):
    """Return the lines of a page as their shape shows them."""
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Passage(Span(at, at + len(line))))
        at += len(line) + 1
    return describe(text, tuple(spans))


def article(*lines):
    """Return the first words of the lines that belong to the article."""
    described = page(*lines)
    chosen = zip(described, article_lines(described), strict=True)
    return [" ".join(line.text.split()[:2]) for line, inside in chosen if inside]


MENU = ("* News", "* Sport", "* Weather", "* Jobs", "Sign in", "Subscribe", "* Shop", "* Video")
LIST = tuple(f"* {kind} pilot boat" for kind in ("Small", "Large", "Grey", "Fast", "Slow", "Odd"))
TABLE = tuple(f"June {n} – Norvik, Pier {n}" for n in range(1, 7))
FURNITURE = ("Sign up for our newsletter", "Share this story", "Log in", "Most read", "Newsletter")

# fmt: off
PAGES = {
    # what it shows: (lines, first words of those in the article)
    "between menus": ((*MENU, ONE, TWO, *MENU), ["The harbour", "Pilots will"]),
    "a list within": ((ONE, TWO, *LIST, THREE, FOUR),
                      ["The harbour", "Pilots will", *(" ".join(x.split()[:2]) for x in LIST),
                       "The council", "The harbour"]),
    "a notice within": ((ONE, TWO, *FURNITURE * 2, THREE, FOUR),
                        ["The harbour", "Pilots will", "The council", "The harbour"]),
    "a list below a colon": ((ONE, TWO, "The council will sell:", *LIST),
                             ["The harbour", "Pilots will", "The council",
                              *(" ".join(x.split()[:2]) for x in LIST)]),
    "another article below": ((ONE, TWO, THREE, *FURNITURE * 2, OTHER),
                              ["The harbour", "Pilots will", "The council"]),
    "a table below": ((ONE, TWO, "Sailings", *TABLE),
                      ["The harbour", "Pilots will", "Sailings",
                       *(f"June {n}" for n in range(1, 7))]),
    "figures too few for a table": ((ONE, TWO, "Pier 4", "Norvik 7120"),
                                    ["The harbour", "Pilots will"]),
    "wrapped lines": (("The council of Norvik voted on Monday to close",
                       "the old pilot station that its members had kept", "through three winters."),
                      ["The council", "the old", "through three"]),
    "headlines alone": (("Bus fares to fall", "Baker shuts shop"), []),
    "nothing": ((), []),
}
# fmt: on


@pytest.mark.parametrize(("lines", "expected"), PAGES.values(), ids=PAGES)
def test_article_lines(lines, expected):
    """The article is what reads as one, with its own lists and without what interrupts it."""
    assert article(*lines) == expected


# fmt: off
VALUES = {
    # what it shows: (worth of each line, runs)
    "nothing is worth anything": ([-1.0, -2.0], []),
    "one run": ([-5.0, 9.0, 3.0, -5.0], [(1, 3)]),
    "a dip is bridged": ([9.0, -5.0, 9.0], [(0, 3)]),
    "a deep gap is left out": ([99.0, -99.0, 99.0], [(0, 1), (2, 3)]),
    "a lone paragraph far off": ([99.0, -99.0, 2 * BREAK - 1], [(0, 1)]),
    "empty": ([], []),
}
# fmt: on


@pytest.mark.parametrize(("values", "runs"), VALUES.values(), ids=VALUES)
def test_best_runs(values, runs):
    """Interruptions are left out where that gains more than leaving and coming back costs."""
    assert best_runs(values) == runs


def total(values, runs):
    """Return what a choice of runs is worth."""
    return sum(sum(values[a:b]) for a, b in runs) - 2 * BREAK * max(len(runs) - 1, 0)


@given(st.lists(st.integers(-60, 60).map(float), max_size=40))
def test_no_single_run_is_worth_more(values):
    """The choice beats each single run and nothing at all, and is sorted and disjoint."""
    runs = best_runs(values)
    singles = ((a, b) for a in range(len(values)) for b in range(a + 1, len(values) + 1))
    assert total(values, runs) >= max([total(values, [run]) for run in singles], default=0)
    flat = [at for run in runs for at in run]
    assert flat == sorted(set(flat)) or all(a < b for a, b in runs)


def test_markup_decides():
    """Where the format says what the article is, no sums are made."""
    text = "Menu\nTug\nFooter"
    passages = tuple(
        Passage(Span(a, b), main=main)
        for a, b, main in ((0, 4, False), (5, 8, True), (9, 15, False))
    )
    assert article_lines(describe(text, passages)) == (False, True, False)
