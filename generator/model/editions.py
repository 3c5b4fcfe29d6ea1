"""What joins documents: links, the edition of a whole site, and the pages made of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.annotations import (
    Annotation,
    PersonKind,
)
from generator.model.documents import (
    Span,
)
from generator.model.known import Family

OriginRelation = Literal["original", "excerpt", "rewrite", "copy", "cites"]


StatementRelation = Literal["direct-paraphrase", "direct-direct", "paraphrase-paraphrase"]


DriftKind = Literal[
    "limiter-lost",
    "limiter-added",
    "hedge-lost",
    "hedge-added",
    "modal-changed",
    "negation-changed",
    "condition-lost",
    "number-changed",
    "subject-changed",
    "verb-strength",
    "time-changed",
    "part-lost",
]


GroupLabel = Literal["single-source", "single-origin", "independent"]


FigureRelation = Literal["agree", "differ", "not-comparable"]


class ClaimRef(msgspec.Struct, frozen=True, order=True):
    """A claim of a document."""

    document: str
    claim: str


class QuotationRef(msgspec.Struct, frozen=True, order=True):
    """A quotation of a document."""

    document: str
    quotation: str


class FigureRef(msgspec.Struct, frozen=True, order=True):
    """A figure of a document."""

    document: str
    figure: str


class PersonRef(msgspec.Struct, frozen=True, order=True):
    """A person of a document."""

    document: str
    person: str


class Story(msgspec.Struct, frozen=True):
    """One event, told by one or more documents; it becomes one briefing."""

    id: str
    title: str
    """The title of its lead document, or "Untitled" where no document has one."""
    url: str
    """Relative to the site, with a slash at its end."""
    documents: tuple[str, ...]
    lead: tuple[ClaimRef, ...]
    independent_origins: int


class Identity(msgspec.Struct, frozen=True):
    """One person over all documents."""

    id: str
    name: str
    names: tuple[str, ...]
    """Every form under which a document names them."""
    kind: PersonKind
    members: tuple[PersonRef, ...]
    role: str | None = None
    """As a person of the desk states it; what documents state is found there."""
    affiliation: str | None = None
    """Likewise."""
    basis: str | None = None
    """Where role and affiliation are stated; None where nobody of the desk states any."""


class Origin(msgspec.Struct, frozen=True):
    """On whose report a document leans."""

    document: str
    relation: OriginRelation
    of: str | None
    """The outlet; None for an original."""
    from_document: str | None
    basis: str
    span: Span | None


class Copy(msgspec.Struct, frozen=True):
    """Two documents with the same text, or nearly."""

    type: Literal["exact", "near-identical"]
    documents: tuple[str, str]
    similarity: float


class Drift(msgspec.Struct, frozen=True):
    """One difference in meaning between a statement and its retelling."""

    kind: DriftKind
    a: Span | None
    """In the document of ``a``; None where the words are missing there."""
    b: Span | None


class SameStatement(msgspec.Struct, frozen=True):
    """Two quotations that report one statement; a direct one stands first."""

    a: QuotationRef
    b: QuotationRef
    relation: StatementRelation
    drift: tuple[Drift, ...]


class ClaimGroup(msgspec.Struct, frozen=True):
    """Claims of several documents that say the same."""

    id: str
    members: tuple[ClaimRef, ...]
    documents: int
    independent_origins: int
    label: GroupLabel


class FigureGroup(msgspec.Struct, frozen=True):
    """Figures of one subject; only ``differ`` is a conflict."""

    id: str
    members: tuple[FigureRef, ...]
    relation: FigureRelation


class TimelineEntry(msgspec.Struct, frozen=True, order=True):
    """A claim that says what happened on a day."""

    date: str
    document: str
    claim: str


class Change(msgspec.Struct, frozen=True):
    """One field of an item, as the program had it and as the desk states it."""

    field: str
    program: str | None
    """None where the program had nothing there."""
    desk: str | None
    """None where the desk states that the source says nothing."""


class Correction(msgspec.Struct, frozen=True):
    """What became of one of a person's corrections."""

    target: str
    """The id of an item or document; for a hidden name the file and line, and never the name."""
    status: Literal["applied", "orphan"]
    document: str | None = None
    """None where there is no such document any more, or the correction speaks of several."""
    what: str = ""
    """``accept``, ``reject``, ``change``, ``add``, ``merge``, ``split`` or ``hide``."""
    changes: tuple[Change, ...] = ()
    file: str = ""
    """Where it is written, relative to the seeds folder."""
    line: int = 0
    reason: str | None = None
    """Why it was not applied; None where it was."""


class CircularCredit(msgspec.Struct, frozen=True):
    """Documents each of which credits the next: none of them shows where the report began."""

    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    """The outlets that they credit, as written; sorted."""


class Suggestion(msgspec.Struct, frozen=True):
    """Two people who may be one; a person decides."""

    people: tuple[str, str]
    """Ids of two of the edition's people."""
    reason: str


class Links(msgspec.Struct, frozen=True):
    """What joins documents, each kind sorted; the order of the documents does not matter."""

    people: tuple[Identity, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    same_statement: tuple[SameStatement, ...] = ()
    claim_groups: tuple[ClaimGroup, ...] = ()
    figure_groups: tuple[FigureGroup, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    circular_credits: tuple[CircularCredit, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


class Member(msgspec.Struct, frozen=True):
    """A document of an edition."""

    id: str
    path: str
    story: str
    annotation: Annotation


class Edition(msgspec.Struct, frozen=True, rename={"schema_": "schema"}):
    """The whole site's knowledge."""

    documents: tuple[Member, ...]
    stories: tuple[Story, ...]
    people: tuple[Identity, ...]
    origins: tuple[Origin, ...]
    copies: tuple[Copy, ...]
    same_statement: tuple[SameStatement, ...]
    claim_groups: tuple[ClaimGroup, ...]
    figure_groups: tuple[FigureGroup, ...]
    timeline: tuple[TimelineEntry, ...]
    corrections: tuple[Correction, ...] = ()
    circular_credits: tuple[CircularCredit, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    outlets: tuple[Family, ...] = ()
    """What the desk's own tables say of outlets that a document comes from."""
    schema_: str = "briefing/edition@1"


class Page(msgspec.Struct, frozen=True):
    """One file to be published."""

    path: str
    """Relative to ``docs/``, with forward slashes."""
    content: bytes


class Failure(msgspec.Struct, frozen=True):
    """A source that gave no document."""

    path: str
    stage: str
    """``read``, ``clean``, ``annotate`` or ``verify``."""
    reason: str
