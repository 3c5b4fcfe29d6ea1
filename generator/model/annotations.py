"""What is found in one document: the layers of spans, and the public annotation record."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.documents import (
    Author,
    Block,
    Caption,
    Dateline,
    Notice,
    Outlet,
    Published,
    Source,
    Span,
    Title,
)

PersonKind = Literal["expert", "official", "principal", "witness", "credit_only", "editor_unnamed"]
"""``principal``: a person acted about; ``credit_only``: named for a photograph or a byline."""


QuotationType = Literal["direct", "mixed", "indirect"]
"""Whole statement in marks; a fragment in marks inside reported speech; no marks."""


ClaimKind = Literal["reported", "judgement", "prediction", "opinion"]
"""Never "fact": the program reports who says what, and judges no truth."""


Qualifier = Literal["more than", "at least", "less than", "at most", "about", "range"]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence; it lies in one block and is trimmed of blanks."""

    span: Span
    block: int
    """Index into the document's blocks."""


class Credit(msgspec.Struct, frozen=True):
    """Another outlet that the page names as where something was reported."""

    outlet: str
    span: Span
    covers: Span | None
    """What the credit surely covers: its own sentence, or the excerpt below a credited headline."""


class Person(msgspec.Struct, frozen=True):
    """One person of a document, with every place that names them."""

    id: str
    name: str
    role: str | None
    affiliation: str | None
    kind: PersonKind
    mentions: tuple[Span, ...]


class Organisation(msgspec.Struct, frozen=True):
    """One organisation of a document."""

    id: str
    name: str
    mentions: tuple[Span, ...]


class Place(msgspec.Struct, frozen=True):
    """One place of a document."""

    id: str
    name: str
    mentions: tuple[Span, ...]


class DateRef(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """A day or period that the text names."""

    span: Span
    date: str | None
    """ISO day, month or year; None where it cannot be resolved from this document."""
    from_: str | None
    to: str | None
    basis: str


class Quotation(msgspec.Struct, frozen=True):
    """What somebody is reported to have said."""

    id: str
    type: QuotationType
    content: tuple[Span, ...]
    """Without the outer marks; one span for each piece that the same cue governs."""
    cue: tuple[Span, ...]
    """The words of saying; empty where the speaker is carried on from before."""
    source: tuple[Span, ...]
    """The words that name the speaker beside the cue; empty where nobody is named."""
    speaker: str | None
    """Id of a :class:`Person`; None where it is no person or not stated."""
    speaker_name: str | None
    """The resolved name, or the words themselves for a collective; None where not stated."""
    role: str | None
    affiliation: str | None
    via: str | None
    """The outlet that the page credits for it."""
    flags: tuple[str, ...]
    """Of ``unclosed``, ``altered``, ``nested``."""
    rule: str
    """By which rule the speaker was found."""


class Claim(msgspec.Struct, frozen=True):
    """One whole sentence that states something."""

    id: str
    span: Span
    kind: ClaimKind
    key: bool
    """Whether a briefing leads with it."""
    gap: bool
    """Whether it says that something is not known."""
    attributed_to: str | None
    """The speaker's name, or the words for a collective; None: the document's own voice."""
    speaker: str | None
    via: str | None
    hedges: tuple[Span, ...]
    limiters: tuple[Span, ...]
    modals: tuple[Span, ...]
    negations: tuple[Span, ...]
    conditions: tuple[Span, ...]
    quotations: tuple[str, ...]
    """Ids of the quotations that the sentence holds."""
    figures: tuple[str, ...]
    """Ids of the figures that the sentence holds."""
    repeats: tuple[Span, ...]
    """Where the same sentence stands again, as in key points."""


class Figure(msgspec.Struct, frozen=True):
    """One number that the text states."""

    id: str
    span: Span
    """The number with its unit or sign, without qualifier and counted thing."""
    value: float | int | None
    """In base units; None for a range."""
    low: float | int | None
    high: float | int | None
    unit: str | None
    """ISO 4217 for money, ``%``, ``km`` and so on, ``ordinal``; None for things counted."""
    counts: str | None
    qualifier: Qualifier | None
    period: str | None
    attributed_to: str | None
    speaker: str | None


class Layers(msgspec.Struct, frozen=True):
    """What annotators have found so far, each layer sorted; spans index the view."""

    sentences: tuple[Sentence, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateRef, ...] = ()
    credits: tuple[Credit, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    notices: tuple[Notice, ...] = ()


class Excerpt(msgspec.Struct, frozen=True):
    """A stretch of a source that the pages print."""

    span: Span
    text: str


class Reading(msgspec.Struct, frozen=True):
    """What the cleaned view reads in place of some characters of the text of record."""

    span: Span
    text: str
    """Empty where they are left out: signs of markup, the hyphen of a line end."""


class Annotation(msgspec.Struct, frozen=True, rename={"schema_": "schema"}):
    """All that is known of one document; every span indexes ``text``, the text of record."""

    id: str
    source: Source
    text: str | None
    """Whole, or None in an edition that publishes excerpts only."""
    title: Title | None
    outlet: Outlet | None
    authors: tuple[Author, ...]
    published: Published | None
    dateline: Dateline | None
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    dates: tuple[DateRef, ...]
    quotations: tuple[Quotation, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    captions: tuple[Caption, ...]
    credits: tuple[Credit, ...]
    notices: tuple[Notice, ...]
    story: str | None = None
    """Which story a person put the document in; None where nobody did."""
    excerpts: tuple[Excerpt, ...] = ()
    readings: tuple[Reading, ...] = ()
    """Where pages read otherwise than the text of record has it; line ends are not listed."""
    schema_: str = "briefing/annotation@1"
