"""From where a date is seen: the words themselves, the day of publication, and what lies ahead."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from generator.model import Span

NO_DAY = "no publication date"
"""Basis of a date that would need the day of publication."""

OTHER_EVENT = "relative to another event"
"""Basis of a date that hangs on something else in the text."""

NO_SUCH_DAY = "the calendar has no such day"
"""Basis of a date that cannot be."""

STATED = "stated"
"""Basis of a date that is written out."""

Meaning = tuple[str | None, str | None, str | None, str]
"""ISO day, month or year; first and last day of a period; basis."""

_WINDOW = 90
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|would(?!\s(?:not\s|never\s)?have)|due|scheduled|slated"
    r"|going to|set to"
    r"|(?:plans?|planning|expected|expects?|hopes?|intends?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|aims?"
    r"|is|are|was|were|about|yet|ready) to|to be held|ahead of|upcoming|deadline"
    r"|takes? (?:place|effect)"
    r"|(?:booked|planned|arranged|called|fixed|set|expected|inspection|appointment|hearing|vote)\b"
    r"[^,;]{0,40}\bfor)\b"
)
_DONE = re.compile(
    r"\b(?!(?:expect|schedul|plann|need|suppos|slat|bas|book|fix|call)ed\b)(?:\w{3,}ed|said|told|met|held|began"
    r"|wrote|came|went|took|gave|won|lost|fell|rose|made|broke|left|struck|hit|spoke)\s(?:on\s|in\s)?$"
)
"""A past verb directly before a date: the date is past too, whatever its clause looks to."""

_WILL = re.compile(
    r"^(?:,)?\s(?:[\w’'-]+\s){1,6}?(?:will|shall|is due|are due|is set to|are set to)\b"
)
_CLAUSE = re.compile(r"[.;:!?“”\"]\s?")


class Vantage(msgspec.Struct, frozen=True):
    """Where a date stands and from which day it is seen."""

    words: str
    ahead: bool
    """Whether its clause speaks of what is to come."""
    day: date | None
    """Of publication."""


def looks_ahead(text: str, span: Span, block: Span) -> bool:
    """Return whether the clause of a date speaks of what is to come; only its block is read."""
    before = text[max(block.start, span.start - _WINDOW) : span.start]
    clause = _CLAUSE.split(before)[-1]
    if _DONE.search(clause):
        return False
    after = text[span.end : min(block.end, span.end + _WINDOW)]
    return bool(_AHEAD.search(clause)) or bool(len(clause) < 5 and _WILL.match(after))


def unknown(basis: str) -> Meaning:
    """Return the meaning of a date that cannot be reckoned, and why not."""
    return None, None, None, basis


def known(date: str | None, basis: str) -> Meaning:
    """Return the meaning of a day, month or year."""
    return date, None, None, basis
