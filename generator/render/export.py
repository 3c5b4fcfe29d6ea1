"""The site's data for other programs: the edition as JSON, its items as CSV, and their schemas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.model import Annotation, ClaimRef, Edition, Page, Span
from generator.render.environment import Templates
from generator.render.view import Entry, View

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""

PLACE = ("document", "path", "story", "outlet", "published", "id", "start", "end", "text")
"""The first columns of every table; ``start`` and ``end`` are code points of the text of record."""

CLAIMS = ("kind", "key", "gap", "attributed_to", "via", "support", "documents", "origins")
QUOTATIONS = ("type", "speaker", "role", "affiliation", "via", "flags", "rule")
FIGURES = (
    "value",
    "low",
    "high",
    "unit",
    "counts",
    "qualifier",
    "period",
    "attributed_to",
)


def render_export(view: View, templates: Templates) -> Iterable[Page]:
    """Return the data files; they take nothing from a template."""
    del templates
    yield Page("data/edition.json", _json(view.edition))
    yield Page("data/claims.csv", _table(CLAIMS, _claims(view)))
    yield Page("data/quotations.csv", _table(QUOTATIONS, _quotations(view)))
    yield Page("data/figures.csv", _table(FIGURES, _figures(view)))
    yield Page("data/annotation.schema.json", _json(msgspec.json.schema(Annotation)))
    yield Page("data/edition.schema.json", _json(msgspec.json.schema(Edition)))


def cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet computes; empty for None.

    A cell that begins like a formula gets an apostrophe before it; numbers below
    zero keep their sign, since they are no text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _json(value: object) -> bytes:
    return msgspec.json.encode(value) + b"\n"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow((*PLACE, *columns))
    writer.writerows([cell(value) for value in row] for row in rows)
    return file.getvalue().encode()


def _place(view: View, entry: Entry, id_: str, spans: Sequence[Span]) -> tuple[object, ...]:
    """Return the first columns of an item; pieces are joined by an ellipsis in brackets."""
    found = entry.annotation
    story = view.story_of.get(entry.id)
    return (
        entry.id,
        entry.member.path,
        story.id if story else None,
        found.outlet.name if found.outlet else None,
        found.published.date if found.published else None,
        id_,
        spans[0].start if spans else None,
        spans[-1].end if spans else None,
        " […] ".join(span.of(entry.text) for span in spans),
    )


def _claims(view: View) -> Iterator[Sequence[object]]:
    for entry in view.in_order():
        for one in entry.annotation.claims:
            group = view.groups.get(ClaimRef(entry.id, one.id))
            yield (
                *_place(view, entry, one.id, (one.span,)),
                one.kind,
                one.key,
                one.gap,
                one.attributed_to,
                one.via,
                group.label if group else "single-source",
                group.documents if group else 1,
                group.independent_origins if group else 1,
            )


def _quotations(view: View) -> Iterator[Sequence[object]]:
    for entry in view.in_order():
        for one in entry.annotation.quotations:
            yield (
                *_place(view, entry, one.id, one.content),
                one.type,
                one.speaker_name,
                one.role,
                one.affiliation,
                one.via,
                " ".join(one.flags),
                one.rule,
            )


def _figures(view: View) -> Iterator[Sequence[object]]:
    for entry in view.in_order():
        for one in entry.annotation.figures:
            yield (
                *_place(view, entry, one.id, (one.span,)),
                one.value,
                one.low,
                one.high,
                one.unit,
                one.counts,
                one.qualifier,
                one.period,
                one.attributed_to,
            )
