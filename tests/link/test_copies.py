"""Copies are texts that are the same or nearly; rewrites and excerpts are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.link.minhash import MOST, PERMUTATIONS, containment, jaccard, shingles, signature
from tests.link.written import joined, written

WORDS = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
REPORT = [f"{' '.join(WORDS[n : n + 20])}." for n in range(0, 200, 20)]
"""Ten sentences of twenty words, none twice."""

CASES = {
    # what it shows: (the other document's sentences, the type of copy)
    "same text": (REPORT, "exact"),
    "other punctuation": ([s.replace(".", " !") for s in REPORT], "exact"),
    "two words changed": (
        [REPORT[0].replace("wordac", "other"), *REPORT[1:-1], REPORT[-1].replace("wordhp", "last")],
        "near-identical",
    ),
    "last sentence cut": (REPORT[:-1], "near-identical"),
    "half of it": (REPORT[:5], None),
    "cut, a fifth reworded, an advert put in": (
        [
            *REPORT[:2],
            "Nobody wrote this sentence before.",
            *REPORT[3:5],
            "Read more.",
            *REPORT[5:8],
        ],
        "near-identical",
    ),
    "in capitals": ([s.upper() for s in REPORT], "exact"),
    "three sentences of ten": (
        [*REPORT[:3], *(" ".join(reversed(s.split())) for s in REPORT[3:])],
        None,
    ),
    "every fifth word changed": (
        [" ".join("x" + w if n % 5 == 0 else w for n, w in enumerate(s.split())) for s in REPORT],
        None,
    ),
    "other text": (["Nothing of this was ever said anywhere, and nobody knew it."] * 3, None),
}


@pytest.mark.parametrize(("sentences", "type_"), CASES.values(), ids=CASES)
def test_copies(sentences, type_):
    """A second document is an exact copy of the report, a near one, or none."""
    found = joined(written("b", *sentences), written("a", *REPORT), upto="copies").copies
    assert [(copy.type, copy.documents) for copy in found] == (
        [(type_, ("a", "b"))] if type_ else []
    )


def test_three_copies_are_three_pairs_and_twenty_are_no_square():
    """Each pair of a small family is a row; a large family is paired with its first."""
    assert len(joined(*(written(f"d{n}", *REPORT) for n in range(3)), upto="copies").copies) == 3
    assert (
        len(joined(*(written(f"d{n:02}", *REPORT) for n in range(20)), upto="copies").copies) == 19
    )


def test_short_notes_are_no_near_copies():
    """Two notes of a few words may agree by chance."""
    assert not joined(
        written("a", "The quay is shut today."),
        written("b", "The quay is shut today again."),
        upto="copies",
    ).copies


def test_documents_without_a_body_are_no_copies():
    """Two empty bodies are equal and no copies of each other."""
    assert not joined(written("a"), written("b"), upto="copies").copies


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.lists(st.sampled_from(WORDS), max_size=60))
def test_likeness_is_a_share(one, two):
    """Jaccard and containment lie between 0 and 1, and a text contains itself."""
    a, b = shingles(one), shingles(two)
    assert 0 <= jaccard(a, b) <= 1
    assert 0 <= containment(a, b) <= 1
    assert jaccard(a, a) == (1 if one else 0)
    assert len(signature(a)) == (PERMUTATIONS if one else 0)


def test_a_book_costs_no_more_than_a_long_report():
    """Of a very long text a bounded sample is kept, which still shows what is shared."""
    long = [f"w{n}" for n in range(3 * MOST)]
    assert len(shingles(long)) == MOST
    assert jaccard(shingles(long), shingles(long[: 2 * MOST])) == pytest.approx(2 / 3, abs=0.05)
