"""Which documents are copies: the same text, or nearly.

A rewrite or an excerpt is no copy; those are told by credits, in ``origins``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from generator.link.minhash import bands, jaccard
from generator.link.sketches import Sketch
from generator.model import Copy, Known, Links

INSIDE = 0.6
"""Least share of the shorter text's word 5-grams in the longer. A changed word breaks five of
them: a page of which every fifth sentence was reworded keeps about .65; two reports of one
event that quote the same statements stay below .3."""
LENGTH = 0.66
"""Least ratio of lengths; below it the shorter is an excerpt."""
ALL_PAIRS = 12
"""In a larger family each copy is paired with its first member only: pairs grow with the square."""
LEAST = 20
"""Fewest shingles that show anything: two short notes may agree by chance."""


def join_copies(sketches: tuple[Sketch, ...], _links: Links, _known: Known) -> tuple[Copy, ...]:
    """Return each pair of copies once, the documents of a pair and the pairs sorted."""
    families: dict[str, list[Sketch]] = defaultdict(list)
    for one in sketches:
        if one.body:
            families[one.body].append(one)
    exact = [
        Copy("exact", pair, 1.0) for family in families.values() for pair in _family_pairs(family)
    ]
    heads = [family[0] for family in families.values()]
    near = [
        Copy("near-identical", (a.document, b.document), round(alike, 2))
        for one, two, alike in _near(heads)
        for a, b in _across(families[one.body], families[two.body])
    ]
    return tuple(sorted([*exact, *near], key=lambda copy: copy.documents))


def _family_pairs(family: list[Sketch]) -> Iterator[tuple[str, str]]:
    if len(family) > ALL_PAIRS:
        yield from ((family[0].document, other.document) for other in family[1:])
    else:
        yield from ((a.document, b.document) for a, b in combinations(family, 2))


def _across(one: list[Sketch], two: list[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield the pairs between two families of exact copies, ordered by document."""
    if len(one) * len(two) > ALL_PAIRS:
        one, two = one[:1], two[:1]
    for a in one:
        for b in two:
            yield (a, b) if a.document < b.document else (b, a)


def _near(heads: Iterable[Sketch]) -> Iterator[tuple[Sketch, Sketch, float]]:
    """Yield pairs that are nearly identical, found by the bands that they share."""
    buckets: dict[tuple[int, ...], list[Sketch]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for two in heads:
        for band in bands(two.signature):
            # Only the latest of a crowded bucket are compared, so that it costs no square.
            for one in buckets[band][-ALL_PAIRS:]:
                if (one.document, two.document) not in seen:
                    seen.add((one.document, two.document))
                    alike = jaccard(one.shingles, two.shingles)
                    if _is_copy(one, two, alike):
                        yield one, two, alike
            buckets[band].append(two)


def _is_copy(one: Sketch, two: Sketch, alike: float) -> bool:
    """Return whether the texts are near enough for a copy."""
    short, long = sorted((len(one.shingles), len(two.shingles)))
    if short < LEAST:
        return False
    shared = alike * (short + long) / (1 + alike)
    return shared >= INSIDE * short and short >= LENGTH * long
