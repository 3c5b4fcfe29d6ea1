"""Which figures of a story count one thing, and whether they agree.

Only figures of one subject, unit and period can be in conflict; what cannot be
compared is said to be so, and no side is taken (T24).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from generator.ids import item_ids
from generator.link.clusters import candidates
from generator.link.comparison import Counted, agree, find_relation
from generator.link.sketches import FigureSketch, Sketch
from generator.model import FigureGroup, FigureRef, FigureRelation, Known, Links

MOST = 60
"""A word that stands with more figures of a story than this leads to no comparison."""


Figures = dict[FigureRef, Counted]


class Pair(msgspec.Struct, frozen=True):
    """Two figures of one story, sorted."""

    one: FigureRef
    two: FigureRef
    relation: FigureRelation


def join_figures(
    sketches: tuple[Sketch, ...], links: Links, _known: Known
) -> tuple[FigureGroup, ...]:
    """Return the groups of figures of one subject within each story, sorted by members."""
    by_document = {one.document: _counted(one) for one in sketches}
    groups: list[tuple[tuple[FigureRef, ...], FigureRelation]] = []
    for story in links.stories:
        figures = {
            FigureRef(document, counted.figure.id): counted
            for document in story.documents
            for counted in by_document[document]
        }
        groups.extend(_grouped(figures, list(_pairs(figures))))
    groups.sort()
    names = item_ids("", "h", (" ".join(f"{m.document} {m.figure}" for m in g) for g, _ in groups))
    return tuple(FigureGroup(n, g, r) for n, (g, r) in zip(names, groups, strict=True))


def _counted(one: Sketch) -> tuple[Counted, ...]:
    """Return the figures of a document that stand in its claims."""
    words = {claim.id: frozenset(claim.words) for claim in one.claims}
    known = frozenset(one.places)
    return tuple(
        Counted(figure, words[figure.claim], known)
        for figure in one.figures
        if figure.claim is not None
    )


def _pairs(figures: Figures) -> Iterator[Pair]:
    """Yield the pairs of figures that count one thing."""
    items = ((ref, (_value_key(one.figure), *one.figure.counts)) for ref, one in figures.items())
    for one, two, _ in candidates(items, MOST):
        relation = find_relation(figures[one], figures[two])
        within = one.document == two.document
        if relation and not (within and not _two_voices(figures[one].figure, figures[two].figure)):
            yield Pair(one, two, relation)


def _grouped(
    figures: Figures, pairs: list[Pair]
) -> list[tuple[tuple[FigureRef, ...], FigureRelation]]:
    """Return the groups: first what agrees, then what differs from it; the rest in pairs.

    A document that gives two values for one thing in one voice tells two things
    apart, so two such figures are never in one group.
    """
    group_of = {ref: [ref] for pair in pairs for ref in (pair.one, pair.two)}
    apart = {(pair.one, pair.two) for pair in pairs if pair.relation == "not-comparable"}
    for relation in ("agree", "differ"):
        for pair in (pair for pair in pairs if pair.relation == relation):
            one, two = group_of[pair.one], group_of[pair.two]
            if one is not two and _compatible(one, two, figures, apart):
                one.extend(two)
                group_of.update(dict.fromkeys(two, one))
    whole = {tuple(sorted(group)) for group in group_of.values() if len(group) > 1}
    found: list[tuple[tuple[FigureRef, ...], FigureRelation]] = []
    for group in whole:
        same = all(agree(figures[group[0]].figure, figures[ref].figure) for ref in group)
        found.append((group, "agree" if same else "differ"))
    found.extend(
        ((p.one, p.two), "not-comparable") for p in pairs if p.relation == "not-comparable"
    )
    return found


def _compatible(
    one: list[FigureRef],
    two: list[FigureRef],
    figures: Figures,
    apart: set[tuple[FigureRef, FigureRef]],
) -> bool:
    """Return whether all can be compared and no document gives two values in one voice."""
    if any((min(a, b), max(a, b)) in apart for a in one for b in two):
        return False
    by_document: dict[str, list[FigureRef]] = defaultdict(list)
    for ref in one:
        by_document[ref.document].append(ref)
    return all(
        agree(figures[a].figure, figures[b].figure)
        or _two_voices(figures[a].figure, figures[b].figure)
        for b in two
        for a in by_document[b.document]
    )


def _two_voices(a: FigureSketch, b: FigureSketch) -> bool:
    """Return whether two figures are said by two different sources."""
    return None not in (a.attributed_to, b.attributed_to) and a.attributed_to != b.attributed_to


def _value_key(figure: FigureSketch) -> str:
    return f"={figure.value} {figure.low} {figure.high}"
