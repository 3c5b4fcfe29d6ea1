"""The edition as pages ask for it: every item found by its name, without a search."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

import msgspec

from generator.model import (
    Annotation,
    BlockKind,
    Claim,
    ClaimGroup,
    ClaimRef,
    Copy,
    Correction,
    Edition,
    Family,
    Figure,
    FigureGroup,
    FigureRef,
    Identity,
    Member,
    Origin,
    PersonRef,
    Quotation,
    QuotationRef,
    Reading,
    SameStatement,
    Span,
    Story,
    TimelineEntry,
)
from generator.render.look import Look
from generator.render.visible import UNSEEN

K = TypeVar("K")
V = TypeVar("V")


class Entry(msgspec.Struct, frozen=True):
    """One document with its text and its items by id."""

    member: Member
    text: str
    """The text of record."""
    shown: str
    """The same as pages read it, character for character at the same places."""
    claims: dict[str, Claim]
    quotations: dict[str, Quotation]
    figures: dict[str, Figure]
    starts: tuple[int, ...]
    """Where each block begins, sorted."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.member.id

    @property
    def annotation(self) -> Annotation:
        """All that is known of the document."""
        return self.member.annotation

    def block_at(self, span: Span | None) -> int | None:
        """Return which block a span begins in; None between blocks and for no span."""
        index = bisect_right(self.starts, span.start) - 1 if span else -1
        if span is None or index < 0 or span.start >= self.annotation.blocks[index].span.end:
            return None
        return index

    def kind_at(self, span: Span) -> BlockKind | None:
        """Return the kind of the block that a span begins in; None between blocks."""
        index = self.block_at(span)
        return None if index is None else self.annotation.blocks[index].kind


class View(msgspec.Struct, frozen=True):
    """An edition, the texts it speaks of, and where everything is."""

    edition: Edition
    look: Look
    entries: dict[str, Entry]
    """By document id, in the edition's order."""
    stories: dict[str, Story]
    story_of: dict[str, Story]
    """By document id."""
    identities: dict[PersonRef, Identity]
    said: dict[str, tuple[QuotationRef, ...]]
    """What each identity is reported to have said, by its id, in the edition's order."""
    groups: dict[ClaimRef, ClaimGroup]
    figure_groups: dict[FigureRef, FigureGroup]
    pairs: dict[QuotationRef, tuple[SameStatement, ...]]
    origins: dict[str, tuple[Origin, ...]]
    """By document id."""
    copies: dict[str, tuple[Copy, ...]]
    """By document id."""
    timelines: dict[str, tuple[TimelineEntry, ...]]
    """By story id, in order of days."""
    corrections: dict[tuple[str, str], tuple[Correction, ...]]
    """What people of the desk ruled, by document and item; a document's own id stands for it."""
    houses: dict[str, Family]
    """What the desk knows of outlets, by each name in small letters."""

    def has_page(self, identity: Identity) -> bool:
        """Return whether a person has a page: they spoke, or several documents name them."""
        return identity.id in self.said or len({m.document for m in identity.members}) > 1

    def in_story(self, story: Story) -> tuple[Entry, ...]:
        """Return the documents of a story in its own order."""
        return tuple(self.entries[id_] for id_ in story.documents if id_ in self.entries)

    def in_order(self) -> Iterator[Entry]:
        """Yield every document: those of a story together, then those of none."""
        yield from chain.from_iterable(self.in_story(story) for story in self.edition.stories)
        yield from (entry for entry in self.entries.values() if entry.id not in self.story_of)


def make_view(edition: Edition, texts: Mapping[str, str], look: Look) -> View:
    """Return the edition with every item findable.

    Args:
        edition: As it will be published; an annotation's own text may be missing.
        texts: The text of record of each document, by its id.
        look: The desk's choices.
    """
    entries = {m.id: _entry(m, texts.get(m.id, m.annotation.text or "")) for m in edition.documents}
    identities = {ref: one for one in edition.people for ref in one.members}
    story_of = {id_: story for story in edition.stories for id_ in story.documents}
    return View(
        edition=edition,
        look=look,
        entries=entries,
        stories={story.id: story for story in edition.stories},
        story_of=story_of,
        identities=identities,
        said=_gathered(
            (identities[who].id, QuotationRef(entry.id, one.id))
            for entry in entries.values()
            for one in entry.annotation.quotations
            if (who := PersonRef(entry.id, one.speaker or "")) in identities
        ),
        groups={ref: group for group in edition.claim_groups for ref in group.members},
        figure_groups={ref: group for group in edition.figure_groups for ref in group.members},
        pairs=_gathered((ref, pair) for pair in edition.same_statement for ref in (pair.a, pair.b)),
        origins=_gathered((origin.document, origin) for origin in edition.origins),
        copies=_gathered((id_, copy) for copy in edition.copies for id_ in copy.documents),
        timelines=_gathered(
            (story_of[one.document].id, one)
            for one in sorted(edition.timeline)
            if one.document in story_of
        ),
        corrections=_gathered(
            ((one.document or "", one.target), one)
            for one in edition.corrections
            if one.status == "applied"
        ),
        houses={name.casefold(): one for one in edition.outlets for name in (one.name, *one.names)},
    )


def _entry(member: Member, text: str) -> Entry:
    found = member.annotation
    return Entry(
        member=member,
        text=text,
        shown=_as_read(text, found.readings),
        claims={one.id: one for one in found.claims},
        quotations={one.id: one for one in found.quotations},
        figures={one.id: one for one in found.figures},
        starts=tuple(block.span.start for block in found.blocks),
    )


def _as_read(text: str, readings: Iterable[Reading]) -> str:
    """Return a text with what the cleaned view reads in it, and every place as it was.

    A word that was divided at the end of a line is whole again on a page, though its item
    is a slice of the text of record: what is left out becomes characters that nobody sees.
    """
    pieces, at = [], 0
    for one in readings:
        room = one.span.end - one.span.start
        if len(one.text) <= room:
            pieces += [text[at : one.span.start], one.text, UNSEEN * (room - len(one.text))]
            at = one.span.end
    return "".join((*pieces, text[at:]))


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return the values of each key in the order in which they come."""
    found: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
