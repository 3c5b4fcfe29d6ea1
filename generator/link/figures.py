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
from generator.link.matching import same_value
from generator.link.sketches import FigureSketch, Sketch
from generator.link.words import stem, words_of
from generator.model import FigureGroup, FigureRef, FigureRelation, Links

MOST = 60
"""A word that stands with more figures of a story than this leads to no comparison."""
DIGITS = 3
"""Significant digits of a value that two reports do not give by chance."""
SAME_SUBJECT = 0.75
"""Share of common words from which different periods are worth a line of their own."""


class Pair(msgspec.Struct, frozen=True):
    """Two figures of one story, sorted."""

    one: FigureRef
    two: FigureRef
    relation: FigureRelation


def join_figures(sketches: tuple[Sketch, ...], links: Links) -> tuple[FigureGroup, ...]:
    """Return the groups of figures of one subject within each story, sorted by members."""
    known = {one.document: one for one in sketches}
    groups: list[tuple[tuple[FigureRef, ...], FigureRelation]] = []
    for story in links.stories:
        figures = {
            FigureRef(document, figure.id): figure
            for document in story.documents
            for figure in known[document].figures
            if figure.claim is not None
        }
        groups.extend(_grouped(figures, list(_pairs(figures))))
    groups.sort()
    names = item_ids("", "h", (" ".join(f"{m.document} {m.figure}" for m in g) for g, _ in groups))
    return tuple(FigureGroup(n, g, r) for n, (g, r) in zip(names, groups, strict=True))


def _pairs(figures: dict[FigureRef, FigureSketch]) -> Iterator[Pair]:
    """Yield the pairs of figures that count one thing."""
    items = ((ref, (_value_key(figure), *figure.counts)) for ref, figure in figures.items())
    for one, two, _ in candidates(items, MOST):
        relation = _relation(figures[one], figures[two])
        within = one.document == two.document
        if relation and not (within and not _two_voices(figures[one], figures[two])):
            yield Pair(one, two, relation)


def _relation(a: FigureSketch, b: FigureSketch) -> FigureRelation | None:
    """Return how two figures stand to each other; None if they count two things."""
    if a.unit != b.unit:
        return None
    shared = set(a.counts) & set(b.counts)
    same_thing = _head(a) in b.counts and _head(b) in a.counts
    clash = bool(a.period and b.period) and not set(a.period) & set(b.period)
    if same_value(a, b):
        told = _digits(a) >= DIGITS or (bool(shared) and a.unit is not None and _digits(a) > 1)
        agreeing = (told or same_thing) and a.unit != "ordinal"
        return "agree" if agreeing and not clash else None
    if not same_thing or a.unit == "ordinal" or _inside(a, b) or _inside(b, a):
        return None
    if clash or bool(a.period) != bool(b.period):
        alike = len(shared) >= SAME_SUBJECT * max(len(a.counts), len(b.counts))
        return "not-comparable" if alike else None
    return "differ"


def _grouped(
    figures: dict[FigureRef, FigureSketch], pairs: list[Pair]
) -> list[tuple[tuple[FigureRef, ...], FigureRelation]]:
    """Return the groups: first what agrees, then what differs from it; the rest in pairs.

    A document that gives two values for one thing in one voice tells two things
    apart, so two such figures are never in one group.
    """
    group_of = {ref: [ref] for pair in pairs for ref in (pair.one, pair.two)}
    for relation in ("agree", "differ"):
        for pair in (pair for pair in pairs if pair.relation == relation):
            one, two = group_of[pair.one], group_of[pair.two]
            if one is not two and _compatible(one, two, figures):
                one.extend(two)
                group_of.update(dict.fromkeys(two, one))
    whole = {tuple(sorted(group)) for group in group_of.values() if len(group) > 1}
    found: list[tuple[tuple[FigureRef, ...], FigureRelation]] = []
    for group in whole:
        agree = all(same_value(figures[group[0]], figures[ref]) for ref in group)
        found.append((group, "agree" if agree else "differ"))
    found.extend(
        ((p.one, p.two), "not-comparable") for p in pairs if p.relation == "not-comparable"
    )
    return found


def _compatible(
    one: list[FigureRef], two: list[FigureRef], figures: dict[FigureRef, FigureSketch]
) -> bool:
    """Return whether no document would give two values in one voice."""
    by_document: dict[str, list[FigureRef]] = defaultdict(list)
    for ref in one:
        by_document[ref.document].append(ref)
    return all(
        same_value(figures[a], figures[b]) or _two_voices(figures[a], figures[b])
        for b in two
        for a in by_document[b.document]
    )


def _head(figure: FigureSketch) -> str | None:
    """Return the word that names what is counted; None where nothing does."""
    measures = {stem(word) for word in words_of("measures")}
    return next((w for w in figure.counts if w not in measures), None) or next(
        iter(figure.counts), None
    )


def _inside(a: FigureSketch, b: FigureSketch) -> bool:
    """Return whether a value lies in the other's range: that is no conflict."""
    if a.value is None or b.low is None or b.high is None:
        return False
    return b.low <= a.value <= b.high


def _two_voices(a: FigureSketch, b: FigureSketch) -> bool:
    """Return whether two figures are said by two different sources."""
    return None not in (a.attributed_to, b.attributed_to) and a.attributed_to != b.attributed_to


def _digits(figure: FigureSketch) -> int:
    """Return how many significant digits a figure has; both ends of a range count."""
    values = [v for v in (figure.value, figure.low, figure.high) if v is not None]
    return sum(len(f"{value:f}".replace(".", "").strip("0")) for value in values)


def _value_key(figure: FigureSketch) -> str:
    return f"={figure.value} {figure.low} {figure.high}"
