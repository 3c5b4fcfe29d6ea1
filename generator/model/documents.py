"""One document on its way from bytes to a cleaned and labelled text."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.offsets import OffsetMap

BlockKind = Literal[
    "title",
    "subtitle",
    "date",
    "section",
    "byline",
    "dateline",
    "caption",
    "origin_headline",
    "key_point",
    "body",
    "subheading",
    "editor_comment",
    "tags",
    "related",
    "boilerplate",
]
"""What a line or paragraph is; ``origin_headline`` is that of the report a page excerpts."""


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """Half-open ``[start, end)`` in code points of one text; encoded as ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of the text that the span stands for."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Return whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def distance(self, other: Span) -> int:
        """Return how many characters lie between the two; 0 if they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


class Source(msgspec.Struct, frozen=True):
    """Which file a document came from."""

    path: str
    """Relative to the desk's ``seeds/``, with forward slashes; else the base name."""
    part: str | None
    """The member of an archive or the part of a mail; None for a whole file."""
    media_type: str
    sha256: str
    """Of the bytes as they were read."""
    url: str | None = None
    """Where it was found, as a sidecar or the page itself states; printed, never opened."""
    url_basis: str | None = None
    """Where that is stated; only a person's word makes a link of it."""


BY_PERSON = "stated in "
"""How a basis begins where a person of the desk states a thing, in a file beside the source."""


class Stated(msgspec.Struct, frozen=True):
    """One thing that a format or a sidecar states outright, apart from the running text."""

    value: str
    basis: str
    """Where it is stated, for the reader of the page: ``front matter``, ``meta og:site_name``."""
    span: Span | None = None
    """In the text of record; None where the value is not part of it."""


class Statements(msgspec.Struct, frozen=True):
    """Everything that a format states about a page; None or empty where it states nothing."""

    title: Stated | None = None
    outlet: Stated | None = None
    published: Stated | None = None
    """``value`` as written in the file; the cleaner reads the day out of it."""
    authors: tuple[Stated, ...] = ()
    tags: tuple[Stated, ...] = ()
    story: str | None = None
    """Which story a person put the document in."""
    url: Stated | None = None
    """Its address, http or https."""


class Passage(msgspec.Struct, frozen=True):
    """A paragraph or line as the format itself sets it apart."""

    span: Span
    """In the text of record; passages are sorted and disjoint, and cover all non-blank text."""
    hint: str = ""
    """What the markup calls it, empty in plain text: ``h1``..``h6`` ``p`` ``li`` ``figcaption``
    ``blockquote`` ``td`` ``code`` ``img`` ``time`` ``byline`` ``nav`` ``aside`` ``footer``
    ``header`` ``form`` ``front-matter``, and ``comment`` for a note set in the margin."""
    main: bool | None = None
    """Whether the markup places it in the article; None where the format cannot tell."""
    page: int | None = None
    """From 1, for formats that have pages."""


class Notice(msgspec.Struct, frozen=True):
    """Something that was seen and not decided, or a defect of the source."""

    code: str
    """Stable, kebab-case."""
    span: Span | None
    message: str
    """One plain sentence for the reader of the page."""


class Extract(msgspec.Struct, frozen=True):
    """What a reader made of a file's bytes."""

    source: Source
    text: str
    """The text of record: as decoded, never edited afterwards."""
    passages: tuple[Passage, ...]
    stated: Statements
    edits: tuple[tuple[Span, str], ...] = ()
    """Markup signs inside the text that the cleaned view leaves out or replaces; spans index
    ``text``, sorted and disjoint."""
    notices: tuple[Notice, ...] = ()
    """Spans index ``text``."""


class Title(msgspec.Struct, frozen=True):
    """The headline of the page."""

    text: str
    span: Span | None


class Outlet(msgspec.Struct, frozen=True):
    """Who published the page."""

    name: str
    span: Span | None
    basis: str = "stated on the page"


class Author(msgspec.Struct, frozen=True):
    """Who wrote the page, as its byline says."""

    name: str
    span: Span | None


class Published(msgspec.Struct, frozen=True):
    """The day of publication."""

    date: str
    """ISO day."""
    span: Span | None
    basis: str


class Dateline(msgspec.Struct, frozen=True):
    """Place, agency and day at the head of a report's first paragraph."""

    place: str | None
    agency: str | None
    date: str | None
    """ISO day; None where the dateline names none."""
    span: Span
    """All of it, dash included; the first sentence starts after it."""


class Block(msgspec.Struct, frozen=True):
    """One labelled line or paragraph. Blocks are disjoint and cover every non-blank character."""

    span: Span
    kind: BlockKind
    page: int | None
    paragraph: int
    """From 0, in the order of the text."""
    confidence: float
    """0 to 1, two decimals."""


class Caption(msgspec.Struct, frozen=True):
    """The words under a picture."""

    span: Span
    """Without the credit."""
    credit: Span | None


class Meta(msgspec.Struct, frozen=True):
    """What a page says about itself; spans index the cleaned view."""

    title: Title | None = None
    outlet: Outlet | None = None
    authors: tuple[Author, ...] = ()
    published: Published | None = None
    dateline: Dateline | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[Caption, ...] = ()
    story: str | None = None


class Document(msgspec.Struct, frozen=True):
    """A cleaned document: what annotators read. Every span in it indexes ``text``, the view."""

    id: str
    source: Source
    record: str
    """The text of record."""
    text: str
    """The cleaned view: no invisible characters, no markup signs, plain spaces."""
    offsets: OffsetMap
    """The exact way from the view back to the record."""
    blocks: tuple[Block, ...]
    meta: Meta
    notices: tuple[Notice, ...]
