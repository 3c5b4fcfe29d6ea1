"""From where a date is seen: the words themselves, the day of publication, and what lies ahead."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from generator.annotate.word_classes import word_class, words_of
from generator.model import Block, Span

NO_DAY = "no publication date"
"""Basis of a date that would need the day of publication."""

OTHER_EVENT = "relative to another event"
"""Basis of a date that hangs on something else in the text."""

NO_SIDE = "the text does not tell whether it lies before or after publication"
"""Basis of a date without its year whose clause tells neither past nor future."""

TWO_ORDERS = "day and month cannot be told apart"
"""Basis of a date such as 4/3/2031."""

NO_SUCH_DAY = "the calendar has no such day"
"""Basis of a date that cannot be."""

STATED = "stated"
"""Basis of a date that is written out."""

Meaning = tuple[str | None, str | None, str | None, str]
"""ISO day, month or year; first and last day of a period; basis."""

_WINDOW = 90
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|would(?!\s(?:not\s|never\s)?have)|should(?!\s(?:not\s)?have)|due"
    r"|(?:may|might|could|must|can)(?!\s(?:not\s|well\s|also\s)*have\b)(?=\s[a-z])|scheduled|slated|payable|(?:has|have)\suntil"
    r"|(?:forecasts?|predicts?|foresees?)(?=\s(?:an?|the|that)\b)|expects?(?=\s[a-z])"
    r"|(?:invited|asked|told|ordered|agreed|decided|wants?|wanted|vote[sd]?|prepar\w+|scrambl\w+)"
    r"(?:\s[\w’'-]+){0,3}?\sto\s[a-z]+(?=(?:\s[\w’'-]+){0,4}\s?$)"
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
_CLAUSE = re.compile(
    r"(?<!\b[A-Za-z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.;:!?“”\"](?:\s|$)|[“”\"]"
)
_TRADED = re.compile(r"\s(?:delivery|contracts?|futures|loading|expiry)\b")
_DATED = re.compile(r"\b(?:dated\s|(?<!\bas\s)of\s)(?:the\s)?$")
_EVENTS = re.compile(
    r"\s(?:letter|ruling|attack|statement|report|memo|e-?mail|order|decision|raid|arrest|crash|filing"
    r"|post|interview|article|note|accord|agreement|fire|quake|earthquake|storm|blast|explosion"
    r"|shooting|killing|coup|collapse|incident|accident)s?\b"
)
"""Nouns of what has been when it is called by its day: "the March 3 ruling"."""

_LIMIT = re.compile(r"\b(?:by|until|till|before)\s(?:the\s)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PAST = frozenset(words_of("date_names", "past verb"))
_PRESENT = frozenset(words_of("date_names", "present verb"))
_NO_PAST = frozenset(words_of("date_names", "no past verb"))
_DETERMINERS = word_class("determiner") | word_class("owner")
_BETWEEN = frozenset(words_of("date_names", "between"))

HEADLINE_KINDS = frozenset(
    ["caption", "title", "subtitle", "subheading", "key_point", "origin_headline"]
)
"""Kinds of block that tell what is past in the present: "Council backs the lane on 4 May"."""

Side = Literal["past", "ahead", "open"]
"""Where a date without its year or week lies; ``open`` where the text does not tell."""


class Vantage(msgspec.Struct, frozen=True):
    """Where a date stands and from which day it is seen."""

    words: str
    side: Side
    """Whether its clause speaks of what is past or of what is to come."""
    day: date | None
    """Of publication."""

    @property
    def ahead(self) -> bool:
        """Whether its clause speaks of what is to come."""
        return self.side == "ahead"


def side_of(text: str, span: Span, block: Block) -> Side:
    """Return on which side of its publication a date lies, by the verb of its clause.

    A past verb says past; a future, a plan or a fixture ("the court meets again on 4 May") says
    ahead. A limit beside a past verb ("they asked for it by 30 June") may lie on either side.

    Args:
        text: The view.
        span: The words of the date.
        block: The block that they stand in: nothing outside it is looked at.
    """
    clause = _CLAUSE.split(text[max(block.span.start, span.start - _WINDOW) : span.start])[-1]
    after = text[span.end : min(block.span.end, span.end + _WINDOW)]
    if _DONE.search(clause) or _EVENTS.match(after):
        # "The March 3 ruling" has been made, whatever it is about.
        return "past"
    if _AHEAD.search(clause) or (len(clause) < 5 and _WILL.match(after)) or _TRADED.match(after):
        return "ahead"
    if clause.isupper() or _DATED.search(clause):
        # "OSLO, May 4 -" is the day of filing, and "the letter of 4 May" has been written.
        return "past"
    told = _verb_side(_WORD.findall(clause)[::-1], block)
    if told == "past" and _LIMIT.search(clause):
        return "open"
    return told or _verb_side(_WORD.findall(_CLAUSE.split(after)[0]), block, step=-1) or "open"


def _verb_side(words: list[str], block: Block, *, step: int = 1) -> Side | None:
    """Return what the first verb among words tells; None where no verb is known.

    The words run away from the date: backwards with ``step`` 1, forwards with -1.
    """
    nearest = True
    for index, word in enumerate(words):
        small = word.lower()
        before = words[index + step].lower() if 0 <= index + step < len(words) else ""
        if before in ("is", "are", "be"):
            # "are sold out", "is closed": how it is, and not what was.
            continue
        if small in _PAST or (small.endswith("ed") and len(small) > 3 and small not in _NO_PAST):
            return "past"
        now = _is_fixture(small, before) or (nearest and small in ("is", "are"))
        if now and block.kind not in HEADLINE_KINDS:
            return "ahead"
        if small in ("will", "shall"):
            return "ahead"
        nearest = nearest and small in _BETWEEN
    return None


def _is_fixture(word: str, before: str) -> bool:
    """Return whether a word is a verb in the present, as "meets" and "close" in "polls close"."""
    if word not in _PRESENT or before in _DETERMINERS:
        return False
    return word.endswith("s") or before.endswith("s") or before in ("they", "we", "people")


def unknown(basis: str) -> Meaning:
    """Return the meaning of a date that cannot be reckoned, and why not."""
    return None, None, None, basis


def known(date: str | None, basis: str) -> Meaning:
    """Return the meaning of a day, month or year."""
    return date, None, None, basis
