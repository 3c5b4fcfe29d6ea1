"""Two claims say the same only if voice, numbers and negation allow it."""

from __future__ import annotations

import pytest

from generator.link.likeness import vocabulary
from generator.link.matching import collective, halves, match
from generator.link.words import stem
from tests.link.written import sketched, written

CASES = {
    # what it shows: (claim of a, claim of b, whether they say the same)
    "other order": (
        "A fire destroyed the grain store of Ostby.",
        "The grain store of Ostby was destroyed by a fire.",
        True,
    ),
    "one word in common": ("The court adjourned.", "The court sat for an hour in Ostby.", False),
    "denied": (
        "The bank paid the fine for the lost files.",
        "The bank has not paid the fine for the lost files.",
        False,
    ),
    "of themselves": (
        "<Kellan Foods/indirect|it would appeal against the ruling> said Kellan Foods.",
        "<Dellmont Dairies/indirect|it would appeal against the ruling> said Dellmont Dairies.",
        False,
    ),
    "one of itself": (
        "<Kellan Foods/indirect|it would appeal against the ruling> said Kellan Foods.",
        "<Kellan Foods/indirect|it would appeal against that ruling> said Kellan Foods.",
        True,
    ),
}


@pytest.mark.parametrize(("one", "two", "same"), CASES.values(), ids=CASES)
def test_match(one, two, same):
    """The strength is above nothing only where both say the same, and either way round."""
    a, b = sketched(written("a", one, "It snowed."), written("b", two, "It hailed."))
    (first, *_), (second, *_) = (halves(s, {}, vocabulary(s)) for s in (a, b))
    assert bool(match(first, second)) is same
    assert match(first, second) == match(second, first)


def test_numbers_at_odds_are_not_one_claim():
    """A claim with another number of the same thing says something else."""
    texts = (
        "Some {} tins of milk were recalled in Ostby.",
        "Recalled were {} tins of milk in Ostby.",
    )

    def pair(one: int, two: int) -> float:
        a, b = sketched(
            *(
                written(name, text.format(n), figures=[(str(n), n, None, "tins of milk", None)])
                for name, text, n in zip("ab", texts, (one, two), strict=True)
            )
        )
        return match(*(halves(s, {}, vocabulary(s))[0] for s in (a, b)))

    assert pair(40_000, 40_000)
    assert not pair(40_000, 45_000)


@pytest.mark.parametrize(
    ("words", "head"),
    [("two officials", "official"), ("The ministry", "ministry"), ("Ana Ruiz", None), (None, None)],
)
def test_collective(words, head):
    """Words for a group are told by their head; a name has none."""
    assert collective(words) == (head and stem(head))
