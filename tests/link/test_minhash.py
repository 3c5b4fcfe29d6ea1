"""Signatures bring together the texts that are worth a comparison, and few others."""

from __future__ import annotations

import random

import pytest

from generator.link.minhash import BANDS, MOST, PERMUTATIONS, bands, jaccard, shingles, signature


def meet(one: list[str], two: list[str]) -> bool:
    """Return whether two texts share a band."""
    return not set(bands(signature(shingles(one)))).isdisjoint(bands(signature(shingles(two))))


def texts(seed: int, changed: int) -> tuple[list[str], list[str]]:
    """Return a text of 300 words, and it with a run of words in each hundred changed."""
    chance = random.Random(seed)
    words = [f"w{chance.randrange(10_000)}" for _ in range(300)]
    other = [f"x{n}" if n % 100 < changed else word for n, word in enumerate(words)]
    return words, other


@pytest.mark.parametrize("seed", range(20))
def test_near_texts_meet(seed):
    """A text with a fifth of its words changed is always found."""
    one, two = texts(seed, 20)
    assert jaccard(shingles(one), shingles(two)) > 0.5
    assert meet(one, two)


def test_far_texts_seldom_meet():
    """Texts that share a sentence in ten are compared in the fewest cases."""
    assert sum(meet(*texts(seed, 90)) for seed in range(40)) <= 6


def test_bands_use_every_permutation():
    """No value of a signature is left out, and equal values of two bands do not meet."""
    found = list(bands(tuple(range(PERMUTATIONS))))
    assert len(found) == BANDS
    assert len({start for start, *_ in found}) == BANDS
    assert [value for _, *values in found for value in values] == list(range(PERMUTATIONS))


def test_an_endless_text_keeps_a_sample_that_others_keep_too():
    """Of two endless texts that are the same but for a word, the samples agree."""
    words = [f"w{n}" for n in range(3 * MOST)]
    other = ["first", *words[1:]]
    assert len(shingles(words)) == MOST
    assert jaccard(shingles(words), shingles(other)) > 0.99


def test_nothing_has_no_signature():
    """An empty text meets nobody."""
    assert signature(shingles([])) == ()
    assert list(bands(())) == []
