"""Figures as pages show them, where sources differ on one, and the list of all figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from generator.model import Figure, FigureGroup, Page
from generator.render.citations import Byline, Link, briefing_link, figure_byline, source_link
from generator.render.corrected import DeskMark, desk_mark
from generator.render.environment import Templates
from generator.render.lists import compose_list
from generator.render.pieces import Piece, pieces
from generator.render.view import Entry, View
from generator.render.words import amount

Found = tuple[Entry, Figure]

MAX_ALSO = 2
"""Further documents that a row of the table names."""


class FigureRow(msgspec.Struct, frozen=True):
    """One figure on a page."""

    id: str
    document: str
    written: tuple[Piece, ...]
    amount: str
    qualifier: str
    counts: str
    period: str
    byline: Byline | None
    source: Link
    also: tuple[Link, ...]
    """Where other documents give the same figure in the same way, the first few."""
    also_documents: tuple[str, ...]
    """Their ids, as many."""
    more: int
    briefing: Link | None
    desk: DeskMark | None


class Comparison(msgspec.Struct, frozen=True):
    """Figures of one subject side by side."""

    subject: str
    """What they count, in the words of the first that says so; empty where none does."""
    rows: tuple[FigureRow, ...]
    more: int
    """How many further figures there are."""


def figure_row(
    view: View, entry: Entry, figure: Figure, at: str, twins: Sequence[Found] = ()
) -> FigureRow:
    """Return a figure as a page at an address shows it, and where its twins stand."""
    return FigureRow(
        id=figure.id,
        document=entry.id,
        written=pieces(entry.shown, figure.span),
        amount=amount(figure),
        qualifier=(figure.qualifier or "") if figure.qualifier != "range" else "",
        counts=figure.counts or "",
        period=figure.period or "",
        byline=figure_byline(view, entry, figure, at),
        source=source_link(entry, at, figure.id),
        also=tuple(source_link(e, at, f.id) for e, f in twins[:MAX_ALSO]),
        also_documents=tuple(e.id for e, _ in twins[:MAX_ALSO]),
        more=max(0, len(twins) - MAX_ALSO),
        briefing=briefing_link(view, entry, at),
        desk=desk_mark(view, entry.id, figure.id),
    )


def without_twins(pairs: Iterable[Found]) -> list[tuple[Found, list[Found]]]:
    """Return figures with their twins: same value, thing counted, period and speaker.

    A figure that says not what it counts is nobody's twin.
    """
    found: dict[tuple[object, ...], tuple[Found, list[Found]]] = {}
    for entry, one in pairs:
        key: tuple[object, ...] = (entry.id, one.id)
        if one.counts:
            key = (one.value, one.low, one.high, one.unit, one.qualifier, one.counts.casefold())
            key = (*key, one.period, one.attributed_to)
        if key in found:
            found[key][1].append((entry, one))
        else:
            found[key] = ((entry, one), [])
    return list(found.values())


def comparisons(view: View, groups: Iterable[FigureGroup], at: str) -> tuple[Comparison, ...]:
    """Return groups of figures side by side; members that the edition has no more are left out."""
    found = []
    for group in groups:
        pairs = [
            (entry, figure)
            for ref in group.members
            if (entry := view.entries.get(ref.document))
            and (figure := entry.figures.get(ref.figure))
        ]
        apart = without_twins(pairs)
        shown = apart[: view.look.section_rows]
        rows = tuple(figure_row(view, *first, at, twins) for first, twins in shown)
        if len(pairs) > 1:
            subject = next((r.counts for r in rows if r.counts), "")
            found.append(Comparison(subject, rows, len(apart) - len(shown)))
    return tuple(found)


def render_figures(view: View, templates: Templates) -> Iterable[Page]:
    """Return the pages of all figures, story by story, in the order of the texts."""
    return compose_list(
        view,
        templates,
        folder="figures",
        items=[(e, f) for e in view.in_order() for f in e.annotation.figures],
        row=lambda pair, at: figure_row(view, *pair, at),
    )
