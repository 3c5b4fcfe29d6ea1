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


class Correction(msgspec.Struct, frozen=True):
    """What became of one of a person's corrections."""

    target: str
    status: Literal["applied", "orphan"]


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
