"""A page that repeats another at length leans on it, whether it says so or not."""

from __future__ import annotations

import pytest

from tests.link.test_copies import REPORT, WORDS
from tests.link.written import joined, written

OWN = [f"{' '.join(reversed(WORDS[n : n + 20]))}." for n in range(0, 200, 20)]
"""Ten sentences that share no five words in a row with the report."""

CASES = {
    # what it shows: (the other page's sentences, its day, the rows of both)
    "half of it": (REPORT[:5], "2031-03-05", [("original", None), ("excerpt", "Post")]),
    "half of it, undated": (REPORT[:5], None, [("original", None), ("excerpt", "Post")]),
    "the earlier is the shorter": (
        REPORT[:5],
        "2031-03-01",
        [("rewrite", "Star"), ("original", None)],
    ),
    "one sentence": ([REPORT[0], *OWN[:9]], "2031-03-05", [("original", None)] * 2),
    "half of the page": (
        [*REPORT[:5], *OWN[:4]],
        "2031-03-05",
        [("original", None), ("excerpt", "Post")],
    ),
    "nothing": (OWN, "2031-03-05", [("original", None)] * 2),
    "too short to tell": (["wordaa wordab wordac."], "2031-03-05", [("original", None)] * 2),
}


@pytest.mark.parametrize(("sentences", "day", "rows"), CASES.values(), ids=CASES)
def test_repeated_passages(sentences, day, rows):
    """The later of the two, else the shorter, leans on the other."""
    links = joined(
        written("a", *REPORT, outlet="Post"),
        written("b", *sentences, outlet="Star", published=day),
        upto="origins",
    )
    assert [(o.relation, o.of) for o in links.origins] == rows


def test_a_repeated_page_is_no_further_origin():
    """Who repeats a report word for word adds no support to it."""
    links = joined(written("a", *REPORT, outlet="Post"), written("b", *REPORT[:5], outlet="Star"))
    assert links.claim_groups
    assert {group.independent_origins for group in links.claim_groups} == {1}
    assert [story.independent_origins for story in links.stories] == [1]


def test_the_row_shows_a_sentence_that_both_have():
    """A reader is led to the words that were taken over."""
    page = written("b", *OWN[:2], *REPORT[:4], outlet="Star")
    rows = joined(written("a", *REPORT, outlet="Post"), page, upto="origins").origins
    row = next(o for o in rows if o.document == "b")
    assert row.span is not None
    assert row.span.of(page.text) == REPORT[0]
    assert row.basis.startswith("repeats ")


def test_an_outlet_of_the_desk_is_known_as_one():
    """That the Ledger said so is a credit where the desk has a page of The Ledger."""
    page = written(
        "b",
        "<the Ledger/indirect|90 cranes fell> said the Ledger.",
        *OWN[:4],
        outlet="Star",
    )
    alone = joined(page, upto="origins").origins
    beside = joined(
        page, written("a", "In Ostby 90 cranes fell.", outlet="The Ledger"), upto="origins"
    ).origins
    assert [(o.relation, o.of) for o in alone] == [("original", None)]
    assert [(o.relation, o.of) for o in beside if o.document == "b"] == [("cites", "the Ledger")]
