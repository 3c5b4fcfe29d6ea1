"""How much speaks for two documents telling of one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, pairwise

from generator.link.clusters import candidates
from generator.link.outlets import outlet_key
from generator.link.sketches import Sketch
from generator.link.words import weight
from generator.model import Links

COPY, DERIVED = 10.0, 6.0
STATEMENT, CLAIM, PERSON, TITLE = 1.5, 1.0, 1.0, 1.0
"""Points for each statement, claim and person in common, and for each two words of the titles."""
CREDIT, BESIDE = 1.0, 2.0
"""Points where one credits the other's outlet, if as many speak for them besides: outlets name
each other every day."""
MOST_POINTS = 4.0
"""Points that one kind of sign can give: twenty common claims are no surer than a few."""
KNOWN = 20
"""A person in more documents than this is in the news every day, and tells no event."""
WIDE = 30
"""From so many documents in one group only neighbours are paired: pairs grow with the square."""
NEAR_DAYS, FAR_DAYS = 7, 30
"""Beyond the first, points count half; beyond the second, only derivation counts."""

Points = dict[tuple[str, str], float]


def points(sketches: tuple[Sketch, ...], links: Links) -> Points:
    """Return the points of each pair of documents that has any, the pair sorted."""
    signs = (
        _counted((s.a.document, s.b.document) for s in links.same_statement),
        _counted(
            p for group in links.claim_groups for p in _pairs(m.document for m in group.members)
        ),
        _counted(p for one in links.people for p in _known(m.document for m in one.members)),
        _titles(sketches),
    )
    found: Points = defaultdict(float)
    for sign, worth in zip(signs, (STATEMENT, CLAIM, PERSON, TITLE), strict=True):
        for pair, count in sign.items():
            found[pair] += min(worth * count, MOST_POINTS)
    outlets = {one.document: outlet_key(one.outlet) for one in sketches}
    credited = {one.document: {outlet_key(c.outlet) for c in one.credits} for one in sketches}
    for one, two in found:
        credit = outlets[one] in credited[two] or outlets[two] in credited[one]
        if credit and found[one, two] >= BESIDE:
            found[one, two] += CREDIT
    published = {one.document: one.published for one in sketches}
    for pair in found:
        found[pair] *= _nearness(published[pair[0]], published[pair[1]])
    for pair, worth in _derivations(links):
        found[pair] += worth
    return {pair: found[pair] for pair in sorted(found) if found[pair]}


def _derivations(links: Links) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield the pairs of which one was made from the other; no date can speak against that."""
    for copy in links.copies:
        yield copy.documents, COPY
    for origin in links.origins:
        if origin.from_document and origin.relation in ("excerpt", "rewrite", "copy"):
            yield _sorted(origin.document, origin.from_document), DERIVED


def _counted(pairs: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    return Counter(_sorted(*pair) for pair in pairs if pair[0] != pair[1])


def _pairs(documents: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield all pairs of a group's documents, or neighbours only where there are many."""
    ordered = sorted(set(documents))
    yield from combinations(ordered, 2) if len(ordered) <= WIDE else pairwise(ordered)


def _known(documents: Iterable[str]) -> Iterator[tuple[str, str]]:
    ordered = sorted(set(documents))
    if len(ordered) <= KNOWN:
        yield from _pairs(ordered)


def _titles(sketches: tuple[Sketch, ...]) -> Counter[tuple[str, str]]:
    """Return one for every two telling words that the titles of a pair have in common."""
    items = [(one.document, [w for w in one.title_words if weight(w) == 1]) for one in sketches]
    return Counter({(a, b): shared // 2 for a, b, shared in candidates(items, KNOWN) if shared > 1})


def _nearness(one: str | None, two: str | None) -> float:
    """Return the part of the points that counts; an unknown day speaks neither for nor against."""
    if one is None or two is None:
        return 1.0
    try:
        days = abs((date.fromisoformat(one) - date.fromisoformat(two)).days)
    except ValueError:  # a month or a year alone
        return 1.0
    return 1.0 if days <= NEAR_DAYS else 0.5 if days <= FAR_DAYS else 0.0


def _sorted(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one <= two else (two, one)
