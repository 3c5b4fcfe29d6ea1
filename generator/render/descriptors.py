"""What a source is: outlet, day, whose report it carries, and its defects (ICD 206)."""

from __future__ import annotations

import msgspec

from generator.model import Notice, Origin, Span
from generator.render.citations import NO_OUTLET, Link, briefing_link, document_title, file_path
from generator.render.corrected import DeskMark, desk_mark, house
from generator.render.paths import address, source_path
from generator.render.view import Entry, View
from generator.render.words import RELATION, counted, day

MAX_SHOWN = 12
"""Notices, copies or origins of one document that a page names."""


class Note(msgspec.Struct, frozen=True):
    """One plain sentence about a source, and the place that it speaks of."""

    code: str
    words: str
    href: str = ""
    """Empty where it speaks of the whole document."""


class Descriptor(msgspec.Struct, frozen=True):
    """One source in a list, in a briefing, or at the head of its own page."""

    title: str
    href: str
    path: str
    outlet: str
    outlet_stated: bool
    published: str
    basis: str
    """How the day is known; empty where it is not."""
    authors: str
    counts: str
    origins: tuple[Note, ...]
    copies: tuple[Link, ...]
    notices: tuple[Note, ...]
    briefing: Link | None
    house: str
    """What the desk knows of the outlet; empty for nothing."""
    desk: DeskMark | None


def descriptor(view: View, entry: Entry, at: str) -> Descriptor:
    """Return what is known of a document, as a page at an address shows it."""
    found = entry.annotation
    return Descriptor(
        title=document_title(entry),
        href=address(at, source_path(entry.id)),
        path=file_path(entry),
        outlet=found.outlet.name if found.outlet else NO_OUTLET,
        outlet_stated=found.outlet is not None,
        published=day(found.published.date) if found.published else "date not stated",
        basis=found.published.basis if found.published else "",
        authors=", ".join(author.name for author in found.authors[:MAX_SHOWN]),
        counts=", ".join(
            (
                counted(len(found.claims), "claim"),
                counted(len(found.quotations), "quotation"),
                counted(len(found.figures), "figure"),
            )
        ),
        origins=origin_notes(view, entry, at),
        copies=_copies(view, entry, at),
        notices=tuple(notice_note(entry, one, at) for one in found.notices[:MAX_SHOWN]),
        briefing=briefing_link(view, entry, at),
        house=house(view, entry),
        desk=desk_mark(view, entry.id, entry.id),
    )


def origin_notes(view: View, entry: Entry, at: str) -> tuple[Note, ...]:
    """Return on whose reports a document leans, one sentence each; none for an own report."""
    return tuple(
        Note(origin.relation, _relation(origin), _place(entry, origin.span, at))
        for origin in view.origins.get(entry.id, ())[:MAX_SHOWN]
        if origin.relation != "original"
    )


def notice_note(entry: Entry, notice: Notice, at: str) -> Note:
    """Return a notice with the way to the place that it speaks of."""
    return Note(notice.code, notice.message or notice.code, _place(entry, notice.span, at))


def _relation(origin: Origin) -> str:
    of = origin.of or "another report"
    word = RELATION[origin.relation]
    words = f"{word} {of}" if origin.relation == "cites" else f"{word} of {of}"
    return f"{words} ({origin.basis})" if origin.basis else words


def _place(entry: Entry, span: Span | None, at: str) -> str:
    block = entry.block_at(span)
    if block is None:
        return ""
    return address(at, source_path(entry.id), block_anchor(block))


def block_anchor(index: int) -> str:
    """Return the anchor of a block on the page of its document."""
    return f"block-{index + 1}"


def _copies(view: View, entry: Entry, at: str) -> tuple[Link, ...]:
    links = []
    for copy in view.copies.get(entry.id, ())[:MAX_SHOWN]:
        other = next((id_ for id_ in copy.documents if id_ != entry.id), "")
        if other in view.entries:
            title = document_title(view.entries[other])
            words = f"{title} ({copy.type}, {round(copy.similarity * 100)} % alike)"
            links.append(Link(words, address(at, source_path(other))))
    return tuple(links)
