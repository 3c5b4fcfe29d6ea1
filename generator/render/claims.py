"""Claims as pages show them, and the lists of all claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.model import Claim, ClaimGroup, ClaimRef, Page, Span
from generator.render.citations import (
    MAX_ALSO,
    Byline,
    Link,
    briefing_link,
    claim_byline,
    source_link,
)
from generator.render.corrected import DeskMark, desk_mark
from generator.render.environment import Templates
from generator.render.lists import compose_list
from generator.render.pieces import Piece, pieces
from generator.render.view import Entry, View
from generator.render.words import KIND, counted

MARKS = ("hedges", "limiters", "modals", "negations", "conditions")
"""The layers of a claim that are marked in its sentence, each by its own name."""


class Support(msgspec.Struct, frozen=True):
    """How many documents say it, and how many origins they rest on."""

    label: str
    """``single-source``, ``single-origin`` or ``independent``."""
    words: str


class ClaimRow(msgspec.Struct, frozen=True):
    """One claim on a page."""

    id: str
    document: str
    kind: str
    kind_word: str
    pieces: tuple[Piece, ...]
    byline: Byline | None
    source: Link
    support: Support
    also: tuple[Link, ...]
    """Where other documents say the same, the first few."""
    also_documents: tuple[str, ...]
    """Their ids, as many."""
    more: int
    """How many further documents say the same."""
    briefing: Link | None
    comment: bool
    """Whether it stands in an editor's comment, which supports nothing."""
    desk: DeskMark | None


def claim_row(view: View, entry: Entry, claim: Claim, at: str) -> ClaimRow:
    """Return a claim as a page at an address shows it."""
    ref = ClaimRef(entry.id, claim.id)
    group = view.groups.get(ref)
    others = [
        other
        for other in (group.members if group else ())
        if other != ref and other.document in view.entries
    ]
    also = [source_link(view.entries[one.document], at, one.claim) for one in others[:MAX_ALSO]]
    return ClaimRow(
        id=claim.id,
        document=entry.id,
        kind=claim.kind,
        kind_word=KIND[claim.kind],
        pieces=pieces(entry.shown, claim.span, claim_marks(claim)),
        byline=claim_byline(view, entry, claim, at),
        source=source_link(entry, at, claim.id),
        support=_support(group),
        also=tuple(also),
        also_documents=tuple(one.document for one in others[:MAX_ALSO]),
        more=max(0, len(others) - MAX_ALSO),
        briefing=briefing_link(view, entry, at),
        comment=entry.kind_at(claim.span) == "editor_comment",
        desk=desk_mark(view, entry.id, claim.id),
    )


def claim_marks(claim: Claim) -> Iterator[tuple[Span, str]]:
    """Yield the words that limit, hedge, negate or condition a claim, each with its name."""
    for layer in MARKS:
        for span in getattr(claim, layer):
            yield span, layer


def _support(group: ClaimGroup | None) -> Support:
    if group is None or group.documents < 2:
        return Support("single-source", "1 document")
    documents = counted(group.documents, "document")
    if group.label == "independent":
        origins = counted(group.independent_origins, "independent origin")
        return Support(group.label, f"{documents}, {origins}")
    return Support("single-origin", f"{documents}, single origin")


def render_claims(view: View, templates: Templates) -> Iterable[Page]:
    """Return the pages of all claims, story by story, in the order of the texts."""
    pairs = [(e, c) for e in view.in_order() for c in e.annotation.claims]
    return compose_list(
        view,
        templates,
        folder="claims",
        items=pairs,
        row=lambda pair, at: claim_row(view, *pair, at),
    )
