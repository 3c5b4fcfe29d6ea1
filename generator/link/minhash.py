"""How alike two texts are: word shingles, and signatures that find the alike ones fast.

The method is that of Broder (1997): texts are sets of hashed word 5-grams, the
least values under fixed permutations estimate the Jaccard similarity, and bands
of a signature bring together those texts that are worth a comparison.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

SHINGLE = 5
"""Words in one shingle; shorter ones meet by chance in reports of one event."""
PERMUTATIONS = 126
BANDS = 42
"""Bands of three values: texts of similarity .5 meet with a chance of .996, of .1 with .04."""
MOST = 4096
"""Shingles kept of one text: a book must not cost more than a long report."""

_PRIME = (1 << 61) - 1
_FACTORS = tuple(
    tuple(
        int.from_bytes(hashlib.blake2b(f"{side}{n}".encode(), digest_size=7).digest(), "big") | 1
        for side in "ab"
    )
    for n in range(PERMUTATIONS)
)


def shingles(words: Sequence[str]) -> tuple[int, ...]:
    """Return the hashes of all runs of five words, sorted; of fewer words, one of all.

    Of a very long text the least hashes are kept, so that two such texts keep the
    same sample of what they share.
    """
    runs = (words[i : i + SHINGLE] for i in range(max(len(words) - SHINGLE + 1, bool(words))))
    return tuple(sorted({digest(" ".join(run)) for run in runs})[:MOST])


def signature(hashes: Sequence[int]) -> tuple[int, ...]:
    """Return the least value of the hashes under each permutation; () for no hashes."""
    if not hashes:
        return ()
    return tuple(min((a * x + b) % _PRIME for x in hashes) for a, b in _FACTORS)


def bands(values: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield one bucket for each band of a signature; texts that share one are candidates."""
    rows = PERMUTATIONS // BANDS
    for start in range(0, len(values), rows):
        yield (start, *values[start : start + rows])


def jaccard(one: Sequence[int], two: Sequence[int]) -> float:
    """Return the share of shingles that two texts have in common, of all that either has."""
    a, b = _comparable(one, two)
    return len(a & b) / len(a | b) if a or b else 0.0


def containment(one: Sequence[int], two: Sequence[int]) -> float:
    """Return the share of the first text's shingles that the second has too."""
    a, b = _comparable(one, two)
    return len(a & b) / len(a) if a else 0.0


def digest(text: str) -> int:
    """Return a hash of 32 bits that is the same on every machine and in every run."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "big")


def _comparable(one: Sequence[int], two: Sequence[int]) -> tuple[set[int], set[int]]:
    """Return both sets, cut to the range of which each holds every hash."""
    full = [hashes[-1] for hashes in (one, two) if len(hashes) >= MOST]
    top = min(full, default=None)
    a, b = set(one), set(two)
    return (a, b) if top is None else ({x for x in a if x <= top}, {x for x in b if x <= top})
