"""What the print template is given of one briefing, as plain values.

A sheet is data and no markup. The print template sets its strings as text, so that nothing
in a source is read as typst, and each is a slice of a source or counted words of ours.
"""

from __future__ import annotations

import msgspec

from generator.render.look import Paper
from generator.render.pieces import Piece


class By(msgspec.Struct, frozen=True):
    """Who says it, as far as the source states it."""

    name: str
    details: str
    via: str
    stated: bool


class SheetClaim(msgspec.Struct, frozen=True):
    """One claim with its support line."""

    pieces: tuple[Piece, ...]
    kind: str
    by: By | None
    """None for the document's own voice."""
    comment: bool
    sources: tuple[str, ...]
    """Ids of the documents that say it, its own first."""
    more: int
    """Further documents that say it."""
    support: str
    href: str
    """Its exact words on the site; empty where the desk has not set the site's address."""


class SheetPart(msgspec.Struct, frozen=True):
    """One of the pieces of a quotation that the same cue governs."""

    open: str
    pieces: tuple[Piece, ...]
    close: str


class SheetQuotation(msgspec.Struct, frozen=True):
    """One quotation."""

    parts: tuple[SheetPart, ...]
    type: str
    """``direct``, ``mixed`` or ``indirect``."""
    type_word: str
    details: str
    """Role and affiliation where this source gives others than the head of the voice."""
    via: str
    flags: tuple[str, ...]
    sources: tuple[str, ...]
    more: int
    href: str


class SheetDrift(msgspec.Struct, frozen=True):
    """One difference in meaning between a statement and its retelling."""

    what: str
    said: str
    retold: str


class SheetRetelling(msgspec.Struct, frozen=True):
    """The statement as another passage gives it."""

    way: str
    quotation: SheetQuotation
    drifts: tuple[SheetDrift, ...]


class SheetStatement(msgspec.Struct, frozen=True):
    """One statement beside its retellings."""

    quotation: SheetQuotation
    retellings: tuple[SheetRetelling, ...]
    more: int


class SheetVoice(msgspec.Struct, frozen=True):
    """One speaker with what they are reported to have said."""

    by: By
    statements: tuple[SheetStatement, ...]


class SheetFigure(msgspec.Struct, frozen=True):
    """One row of the table of figures."""

    written: tuple[Piece, ...]
    amount: str
    qualifier: str
    counts: str
    period: str
    by: By | None
    sources: tuple[str, ...]
    more: int


class SheetComparison(msgspec.Struct, frozen=True):
    """Figures of one subject on which sources differ."""

    subject: str
    rows: tuple[SheetFigure, ...]
    more: int


class SheetSource(msgspec.Struct, frozen=True):
    """One document as a footnote names it."""

    id: str
    title: str
    outlet: str
    outlet_stated: bool
    day: str
    authors: str
    url: str
    """As it is shown, with places to break a long one; empty where nobody states it."""
    link: str
    """The same, as it is; only a person's word makes a link."""
    page: str
    """The address of its page on the site, as it is shown."""
    page_link: str
    """The same as a link; empty where the desk has not set the site's address."""
    path: str
    notes: tuple[str, ...]
    """On whose report it leans, and copies of it."""


class Sheet(msgspec.Struct, frozen=True):
    """One briefing on paper."""

    id: str
    desk: str
    title: str
    running: str
    """The title as it fits at the head of every page but the first."""
    day: str
    date: tuple[int, int, int]
    """The newest stated day, which is the day of the document; 1980-01-01, as of a build without
    any stated day, where none is: archives want a day, and the clock's would be none of ours."""
    description: str
    paper: Paper
    handling: str
    address: str
    """Of the page of the briefing; below the site where the desk has not set its address."""
    link: str
    """The same as a link; empty where the desk has not set the site's address."""
    extent: str
    """How many documents and origins."""
    lead: tuple[SheetClaim, ...]
    warnings: tuple[str, ...]
    claims: tuple[SheetClaim, ...]
    claims_more: int
    voices: tuple[SheetVoice, ...]
    quotations: int
    """How many the voices hold, those in retellings and in equal words included."""
    voices_more: int
    figures: tuple[SheetFigure, ...]
    figures_more: int
    differ: tuple[SheetComparison, ...]
    gaps: tuple[SheetClaim, ...]
    gaps_more: int
    summary: tuple[str, ...]
    sources: tuple[SheetSource, ...]
    """Every document of the story that an item above leans on, and the first others."""
    sources_more: int
    version: str = ""
    """A digest of all the rest: a copy on paper and the page agree if theirs are the same."""
