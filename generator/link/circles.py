"""Circular credit: reports that each name the other as where it was reported (T26).

Which of them was first, no text says; together they are one origin at most, and a
reader is warned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.link.clusters import clusters
from generator.link.sketches import Sketch
from generator.model import CircularCredit, Known, Links, Origin

HOPS = 8
"""Credits that are followed; a longer way round misleads nobody."""


def join_circles(
    _sketches: tuple[Sketch, ...], links: Links, _known: Known
) -> tuple[CircularCredit, ...]:
    """Return every circle of documents that credit each other, sorted."""
    return tuple(
        CircularCredit(tuple(circle), _credited(circle, links.origins))
        for circle in find_circles(links.origins)
    )


def find_circles(origins: Iterable[Origin]) -> list[list[str]]:
    """Return the sorted groups of two documents or more from each of which credits lead to all.

    Only credits count whose report is among the documents: two outlets that name each
    other on different matters are no circle.
    """
    ahead: dict[str, list[str]] = {}
    for row in origins:
        if row.from_document and row.from_document != row.document:
            ahead.setdefault(row.document, []).append(row.from_document)
    pairs = [
        (one, two) for one, others in ahead.items() for two in others if _leads(two, one, ahead)
    ]
    return clusters({one for pair in pairs for one in pair}, pairs)


def _credited(circle: list[str], origins: Iterable[Origin]) -> tuple[str, ...]:
    inside = set(circle)
    rows = (row for row in origins if row.document in inside and row.from_document in inside)
    return tuple(sorted({row.of for row in rows if row.of}))


def _leads(one: str, other: str, ahead: Mapping[str, list[str]]) -> bool:
    """Return whether credits lead from a document to another."""
    seen, edge = {one}, [one]
    for _ in range(HOPS):
        edge = [to for here in edge for to in ahead.get(here, ()) if to not in seen]
        seen.update(edge)
    return other in seen
