"""Which claims of several documents say the same, and how many origins support them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from generator.ids import item_ids
from generator.link.clusters import candidates
from generator.link.leaning import Leaning, find_leaning, independent
from generator.link.likeness import vocabulary
from generator.link.matching import Half, halves, match, specific
from generator.link.outlets import outlets_of
from generator.link.people import identities_of
from generator.link.sketches import Sketch
from generator.model import ClaimGroup, ClaimRef, GroupLabel, Known, Links, QuotationRef

MOST = 80
"""A word that stands in more claims than this leads to no comparison."""
STATED = 1.0
"""Added to the likeness of claims that hold retellings of one statement: those are joined first."""

CONTRARY = frozenset({"number-changed"})
"""Drift by which a retelling supports another thing than was said."""

Claims = dict[ClaimRef, Half]


class Pair(msgspec.Struct, frozen=True):
    """Two claims of two documents that say the same."""

    strength: float
    one: ClaimRef
    two: ClaimRef
    firm: bool
    """Whether a statement or a number is behind it, and not likeness alone."""


def join_claims(sketches: tuple[Sketch, ...], links: Links, known: Known) -> tuple[ClaimGroup, ...]:
    """Return the groups of claims of several documents that say the same, sorted by members.

    A group has one claim of a document, and the key points that repeat it. A claim that
    says two things, each of which another document reports in a sentence of its own,
    stands in two groups.
    """
    identities = identities_of(links)
    claims = {
        ClaimRef(one.document, half.claim.id): half
        for one in sketches
        for half in halves(one, identities, vocabulary(one))
    }
    pairs = sorted(_pairs(claims, links), key=lambda p: (-p.strength, p.one, p.two))
    leaning = find_leaning(sketches, links, outlets_of(known))
    groups = _grouped(pairs)
    names = item_ids("", "group", (" ".join(f"{m.document} {m.claim}" for m in g) for g in groups))
    return tuple(
        _group(name, group, claims, leaning) for name, group in zip(names, groups, strict=True)
    )


def _pairs(claims: Claims, links: Links) -> Iterator[Pair]:
    """Yield every pair that says the same, by its words or by a statement that both hold."""
    stated = set(_stated(claims, links))
    for one, two in stated:
        alike = match(claims[one], claims[two])
        yield Pair(STATED + alike, one, two, firm=True)
    items = (
        (ref, [*half.claim.words, *(f"phrase {p}" for p in half.claim.phrases)])
        for ref, half in claims.items()
    )
    for one, two, shared in candidates(items, MOST):
        repeats = claims[one].claim.point != claims[two].claim.point
        comparable = one.document != two.document or repeats
        if shared > 1 and comparable and (one, two) not in stated:
            strength = match(claims[one], claims[two])
            if strength:
                yield Pair(strength, one, two, firm=specific(claims[one], claims[two]))


def _stated(claims: Claims, links: Links) -> Iterator[tuple[ClaimRef, ClaimRef]]:
    """Yield, for each statement and its retelling, the two claims that report it.

    A quotation in several sentences is in several claims; the two with most words
    in common are taken.
    """
    holders: dict[QuotationRef, list[ClaimRef]] = defaultdict(list)
    for ref in sorted(claims):
        for quotation in claims[ref].claim.quotations:
            holders[QuotationRef(ref.document, quotation)].append(ref)
    for same in links.same_statement:
        if not CONTRARY.isdisjoint(drift.kind for drift in same.drift):
            continue
        pairs = [
            (_common(claims[a], claims[b]), a, b) for a in holders[same.a] for b in holders[same.b]
        ]
        shared, a, b = min(pairs, key=lambda p: (-p[0], p[1], p[2]), default=(0, None, None))
        if shared and a and b:
            yield (a, b) if a < b else (b, a)


def _common(one: Half, two: Half) -> int:
    return len(one.words & two.words)


def _grouped(pairs: list[Pair]) -> list[tuple[ClaimRef, ...]]:
    """Return the groups that the pairs make, the surest pairs first.

    Two groups become one if most of their claims match, and if claims of one document
    in them repeat each other. A pair that is refused is a group of its own if a statement
    or a number is behind it and no group brings the two documents together on that claim.
    """
    known = {(pair.one, pair.two) for pair in pairs}
    group_of: dict[ClaimRef, list[ClaimRef]] = {}
    refused: list[Pair] = []
    for pair in pairs:
        one = group_of.setdefault(pair.one, [pair.one])
        two = group_of.setdefault(pair.two, [pair.two])
        if one is two:
            continue
        if _fits(one, two, known):
            one.extend(two)
            group_of.update(dict.fromkeys(two, one))
        elif pair.firm:
            refused.append(pair)
    whole = {tuple(sorted(group)) for group in group_of.values()}
    apart = {(p.one, p.two) for p in refused if _adds(p, group_of)}
    return sorted(g for g in whole | apart if len({ref.document for ref in g}) > 1)


def _fits(one: list[ClaimRef], two: list[ClaimRef], known: set[tuple[ClaimRef, ClaimRef]]) -> bool:
    """Return whether two groups say the same as a whole."""
    linked = {(a, b) for a in one for b in two if (min(a, b), max(a, b)) in known}
    within = all((a, b) in linked for a in one for b in two if a.document == b.document)
    return within and 2 * len(linked) > len(one) * len(two)


def _adds(pair: Pair, group_of: dict[ClaimRef, list[ClaimRef]]) -> bool:
    """Return whether a pair tells more than the groups of its two claims do already."""
    first, second = ({ref.document for ref in group_of[one]} for one in (pair.one, pair.two))
    alone = 1 in (len(first), len(second))
    return alone or (pair.two.document not in first and pair.one.document not in second)


def _group(
    name: str, members: tuple[ClaimRef, ...], claims: Claims, leaning: Leaning
) -> ClaimGroup:
    """Return a group with its counts."""
    origins = independent(leaning.of_claim(ref.document, claims[ref].claim) for ref in members)
    documents = len({ref.document for ref in members})
    return ClaimGroup(name, members, documents, origins, _label(documents, origins))


def _label(documents: int, origins: int) -> GroupLabel:
    """Return the words for a support (T20)."""
    if documents == 1:
        return "single-source"
    return "single-origin" if origins == 1 else "independent"
