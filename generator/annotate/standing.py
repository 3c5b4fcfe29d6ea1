"""What a document says that a person is: role, house and kind, from all of their mentions."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from generator.annotate.offices import closed_words, kind_of
from generator.annotate.role_phrases import Role
from generator.annotate.roles import role_after, role_before, role_title
from generator.model import Block, Document, PersonKind, Span

MOST_MENTIONS = 200
"""Mentions of one person that are read for a role: it stands beside the first few."""

_LEARNED = ("University", "Institute", "College", "Academy", "School", "Observatory", "Laboratory")


class Standing(msgspec.Struct, frozen=True):
    """What a person is in one document; role and affiliation as written."""

    role: str | None
    affiliation: str | None
    kind: PersonKind


def standing_of(
    spans: list[Span], document: Document, credited: frozenset[Span], names: frozenset[str]
) -> Standing:
    """Return the role that tells most, the house that stands with it, and the kind they make.

    Args:
        spans: The person's mentions; at least one.
        document: Their document.
        credited: Spans that name a photographer or an author.
        names: Every form of every person's name: a person is no house.
    """
    spans = spans[:MOST_MENTIONS]
    if all(span in credited for span in spans):
        return Standing(None, None, "credit_only")
    found = [one for span in spans for one in _beside(span, document)]
    best = max((one for one in found if one.role), key=lambda one: one.weight, default=None)
    houses = (best.affiliation if best else None, *(one.affiliation for one in found))
    house = next((span for span in houses if span and span.of(document.text) not in names), None)
    role = best.role.of(document.text) if best and best.role else None
    affiliation = house.of(document.text) if house else None
    titled = (kind_of(one.role.of(document.text)) for one in found if one.role)
    kind = kind_of(role) or next((one for one in titled if one), None)
    return Standing(role, affiliation, _kind(role, kind, affiliation))


def _beside(span: Span, document: Document) -> list[Role]:
    """Return what stands around one mention."""
    block = _block(span, document)
    if block is None or block.kind in ("title", "subheading", "origin_headline"):
        return []
    text = document.text
    found = (
        role_after(text, span.end, block.span.end),
        role_before(text, span.start, block.span.start),
        role_title(text, span.start, block.span.start),
    )
    return [one for one in found if one]


def _block(span: Span, document: Document) -> Block | None:
    index = bisect_right(document.blocks, span.start, key=lambda b: b.span.start) - 1
    return document.blocks[index] if index >= 0 else None


def _kind(role: str | None, kind: PersonKind | None, affiliation: str | None) -> PersonKind:
    """Return the kind that a role makes; a clause without a noun is told by its verb."""
    if kind == "credit_only":
        return "witness"
    if role and kind is None:
        verb = role.split()[0]
        if verb in closed_words("learned"):
            return "expert"
        return "principal" if verb in closed_words("leading") else "witness"
    if kind is None and affiliation and any(word in affiliation for word in _LEARNED):
        return "expert"
    return kind or "principal"
