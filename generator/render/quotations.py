"""Quotations as pages show them, and the lists of all quotations."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.model import Page, Quotation, QuotationRef, Span
from generator.render.citations import (
    Byline,
    Link,
    briefing_link,
    quotation_byline,
    source_link,
)
from generator.render.corrected import DeskMark, desk_mark
from generator.render.environment import Templates
from generator.render.lists import compose_list
from generator.render.pieces import Piece, pieces
from generator.render.view import Entry, View
from generator.render.words import FLAG, QUOTATION

Marks = tuple[tuple[Span, str], ...]


class Part(msgspec.Struct, frozen=True):
    """One of the pieces that the same cue governs."""

    open: str
    """The mark that this page sets before it; empty where the words are no verbatim speech."""
    pieces: tuple[Piece, ...]
    close: str
    """Empty too where the source has no closing mark: it is never closed silently."""


class QuotationRow(msgspec.Struct, frozen=True):
    """One quotation on a page."""

    id: str
    document: str
    type: str
    type_word: str
    parts: tuple[Part, ...]
    byline: Byline
    source: Link
    flags: tuple[str, ...]
    briefing: Link | None
    desk: DeskMark | None


def quotation_row(
    view: View, entry: Entry, quotation: Quotation, at: str, marks: Marks = ()
) -> QuotationRow:
    """Return a quotation as a page at an address shows it, with marks on its words."""
    return QuotationRow(
        id=quotation.id,
        document=entry.id,
        type=quotation.type,
        type_word=QUOTATION[quotation.type],
        parts=_parts(entry.shown, quotation, marks),
        byline=quotation_byline(view, entry, quotation, at),
        source=source_link(entry, at, quotation.id),
        flags=tuple(FLAG.get(flag, flag) for flag in quotation.flags),
        briefing=briefing_link(view, entry, at),
        desk=desk_mark(view, entry.id, quotation.id),
    )


def _parts(text: str, quotation: Quotation, marks: Marks) -> tuple[Part, ...]:
    verbatim = quotation.type == "direct"
    unclosed = "unclosed" in quotation.flags
    last = len(quotation.content) - 1
    return tuple(
        Part(
            open="“" if verbatim else "",
            pieces=pieces(text, span, marks),
            close="”" if verbatim and not (unclosed and index == last) else "",
        )
        for index, span in enumerate(quotation.content)
    )


def find(view: View, ref: QuotationRef) -> tuple[Entry, Quotation] | None:
    """Return a quotation and its document; None where the edition has it no more."""
    entry = view.entries.get(ref.document)
    quotation = entry and entry.quotations.get(ref.quotation)
    return (entry, quotation) if entry and quotation else None


def render_quotations(view: View, templates: Templates) -> Iterable[Page]:
    """Return the pages of all quotations, story by story, in the order of the texts."""
    return compose_list(
        view,
        templates,
        folder="quotations",
        items=[(e, q) for e in view.in_order() for q in e.annotation.quotations],
        row=lambda pair, at: quotation_row(view, *pair, at),
    )
