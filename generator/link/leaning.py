"""Counting support by independent origin: who goes back to whom, over all hops (T20, T26).

Two pages that both lean on one report are one origin, and a page whose origin is
unknown is never a further one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.link.circles import find_circles
from generator.link.claim_sketches import ClaimSketch
from generator.link.clusters import clusters
from generator.link.origins import STRONG
from generator.link.outlets import Outlets
from generator.link.sketches import Sketch
from generator.model import Links, Origin


class Leaning(msgspec.Struct, frozen=True):
    """The outlets that every document goes back to."""

    roots: dict[str, frozenset[str]]
    """By document; empty where its origin is unknown."""
    sources: dict[tuple[str, str], str]
    """Which document of a credited outlet a document leans on, where the desk has it."""
    derived: frozenset[str]
    """Documents that lean on another's report as a whole."""
    circles: dict[str, frozenset[str]]
    """For each document in a circle of credits, the outlets in that circle."""
    outlets: Outlets

    def of_claim(self, document: str, claim: ClaimSketch) -> frozenset[str]:
        """Return the outlets that a claim goes back to: that of its own credit, if it has one."""
        key = self.outlets.family(claim.via)
        spoken = self.outlets.family(claim.attributed_to)
        if not key and (document, spoken) in self.sources:
            key = spoken
        if not key:
            return self.roots[document]
        circle = self.circles.get(document, frozenset())
        if key in circle:
            return circle
        source = self.sources.get((document, key))
        return (self.roots[source] if source else frozenset()) or frozenset({key})


def find_leaning(sketches: Iterable[Sketch], links: Links, outlets: Outlets) -> Leaning:
    """Follow the derivation of each document to its ends.

    Outlets of one publisher are one end.
    """
    own = {one.document: outlets.family(one.outlet) for one in sketches}
    strong: dict[str, list[Origin]] = defaultdict(list)
    for origin in links.origins:
        if origin.relation in STRONG:
            strong[origin.document].append(origin)
    families = clusters(own, (copy.documents for copy in links.copies))
    ends = {**own, **dict(_shared_ends(families, own, strong))}
    roots = {document: _ends(document, ends, strong, outlets) for document in own}
    for family in families:
        shared = _of_family(family, roots, strong)
        roots.update(dict.fromkeys(family, shared))
    sources = {
        (o.document, outlets.family(o.of)): o.from_document
        for o in links.origins
        if o.from_document
    }
    circles = {
        document: frozenset(own[one] for one in circle if own[one])
        for circle in find_circles(links.origins)
        for document in circle
    }
    return Leaning(roots, sources, frozenset(strong), circles, outlets)


def _shared_ends(
    families: Iterable[list[str]], own: Mapping[str, str], strong: Mapping[str, list[Origin]]
) -> Iterator[tuple[str, str]]:
    """Yield for each copy of a text that leans on nobody the one outlet that all its copies end in.

    Whoever leans on one of them then leans on all.
    """
    for family in families:
        if not any(strong.get(document) for document in family):
            end = next((own[document] for document in family if own[document]), "")
            yield from ((document, end) for document in family)


def _ends(
    document: str, own: Mapping[str, str], strong: Mapping[str, list[Origin]], outlets: Outlets
) -> frozenset[str]:
    """Follow all strong rows until documents that lean on nobody, or outlets outside the desk.

    In a circle, where each credits the other, any of its outlets may be the origin.
    """
    ends: set[str] = set()
    seen: set[str] = set()
    ahead = [document]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        rows = strong.get(here, [])
        ahead.extend(row.from_document for row in rows if row.from_document)
        ends.update(outlets.family(row.of) for row in rows if not row.from_document)
        if not rows:
            ends.add(own[here])
    circle = {own[one] for one in seen} if len(seen) > 1 else set()
    return frozenset(ends - {""}) or frozenset(circle - {""})


def _of_family(
    family: list[str], roots: Mapping[str, frozenset[str]], strong: Mapping[str, list[Origin]]
) -> frozenset[str]:
    """Return the common origin of copies: that of a member which names it, else the first's."""
    leaning = [document for document in family if strong.get(document)]
    known = [roots[document] for document in (*leaning, *family) if roots[document]]
    return known[0] if known else frozenset()


def independent(origins: Iterable[frozenset[str]]) -> int:
    """Return how many independent origins support something, at least 1.

    What may go back to one of several outlets counts only if none of them is
    counted yet; so the number is never too high by a guess.
    """
    counted: set[str] = set()
    count = 0
    for roots in sorted({tuple(sorted(roots)) for roots in origins}, key=lambda r: (len(r), r)):
        if roots and counted.isdisjoint(roots):
            count += 1
        counted.update(roots)
    return max(count, 1)
