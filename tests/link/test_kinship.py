"""What speaks for two documents telling of one event, and how much."""

from __future__ import annotations

import pytest

from generator.link.kinship import COPY, DERIVED, points
from generator.model import Copy, Identity, Links, Origin, PersonRef
from tests.link.written import sketched, written


def worth(links: Links, **of_b) -> float:
    """Return the points of two documents."""
    a = written("a", "It rained.", title=of_b.pop("title_a", None), outlet="Post")
    sketches = sketched(a, written("b", "It snowed.", **of_b))
    return points(sketches, links).get(("a", "b"), 0.0)


def shared(count: int) -> Links:
    """Return links of two documents with so many people in common."""
    return Links(
        people=tuple(
            Identity(f"i{n}", "", (), "expert", (PersonRef("a", "p"), PersonRef("b", "p")))
            for n in range(count)
        )
    )


CASES = {
    # what it shows: (links, what document b has, points)
    "nothing": (Links(), {}, 0),
    "one person": (shared(1), {}, 1),
    "many people": (shared(9), {}, 4),
    "two people, a fortnight apart": (shared(2), {"published": "2031-03-18"}, 1),
    "two people, months apart": (shared(2), {"published": "2031-09-18"}, 0),
    "two people, no day": (shared(2), {"published": None}, 2),
    "two people and a credit": (shared(2), {"credits_": [("snowed", None)]}, 2),
    "a copy": (Links(copies=(Copy("exact", ("a", "b"), 1.0),)), {}, COPY),
    "a copy, months apart": (
        Links(copies=(Copy("exact", ("a", "b"), 1.0),)),
        {"published": "2032-03-04"},
        COPY,
    ),
    "an excerpt": (Links(origins=(Origin("b", "excerpt", "Post", "a", "", None),)), {}, DERIVED),
    "a citation": (Links(origins=(Origin("b", "cites", "Post", "a", "", None),)), {}, 0),
}


@pytest.mark.parametrize(("links", "of_b", "expected"), CASES.values(), ids=CASES)
def test_points(links, of_b, expected):
    """Each sign has its weight, and time takes it away; derivation no time can."""
    assert worth(links, **of_b) == pytest.approx(expected)


def test_a_credit_counts_only_beside_other_signs():
    """Outlets name each other every day; with two people in common it tells of one event."""
    credit = {"credits_": [("Post", None)]}
    sketches = [
        sketched(
            written("a", "It rained.", outlet="Post"),
            written("b", "It snowed, the Post said.", **credit),
        )
    ][0]
    assert [points(sketches, shared(n)).get(("a", "b"), 0) for n in (0, 1, 2)] == [0, 1, 3]


def test_titles_count_by_two_telling_words():
    """Words that any headline may hold do not count as a sign."""
    assert worth(Links(), title="Grain store burns", title_a="Grain store lost") == 1
    assert worth(Links(), title="Two men last week", title_a="Two men last week") == 0
