"""Words under pictures: which lines are captions, and where the credit in them begins."""

from __future__ import annotations

import re
from functools import cache

from generator.clean.cues import STAGE, may_hold
from generator.model import Span
from generator.resources import word_list

MAX_WORDS = 90
"""A longer line is a paragraph that happens to mention a picture."""

_UPPER = r"[^\W\d_a-z]"
_SMALL = r"(?:(?:de|del|van|von|der|bin|al|and|for|the|of)\s)"
_NAME = rf"{_UPPER}[\w’'.-]*(?:\s{{1,2}}{_SMALL}?{_UPPER}[\w’'.-]*){{0,4}}"
_BAR = r"\s{0,2}[/|]\s{0,2}"
_SIGNED = re.compile(
    rf"(?P<before>[.!?”\"’)]|\s{{2}}|\d)\s{{0,3}}(?P<credit>{_NAME}(?:{_BAR}{_NAME}){{1,4}}(?:\s(?:file|pool|via\s{_NAME}))?)\s{{0,2}}[.)]?\s*$"
)
_ALONE = re.compile(rf"^\W{{0,3}}{_NAME}(?:{_BAR}{_NAME}){{1,4}}\W{{0,3}}$")
_DASHES = " \t–—-|·•,;(["

PRESENT = re.compile(
    r"\((?:l|r|c|left|right|centre|center|top|bottom|front|back|l-r|from left|second from left"
    r"|not seen|pictured|above|below|inset)\b"
    r"|\b(?:pictured|seen here|is seen|are seen|file photo|looks on|look on|undated|handout)\b",
    re.IGNORECASE,
)
"""Words by which a caption says that it stands under a picture."""

SHOWN = re.compile(
    r"^\W{0,3}(?:(?:image|media|photo|picture|video|figure) caption\b|media caption(?=[A-Z])"
    r"|(?:image|picture|photo) copyright\b|file\s{0,2}[-–—:]\s|file photo\b"
    r"|(?:\(?(?:left|right|top|bottom|above|below|clockwise)\b[\w ,-]{0,30}\)?:\s)"
    r"|(?:fig(?:ure|\.)|abb(?:ildung|\.)|plate|table|chart|photo|image|picture)\s?\d{1,3}[a-z]?\s?[.:|–—]\s"
    r"|(?:an?|the|this) (?:artist|computer|illustrator)(?:[’']s|-generated)?"
    r" (?:concept(?:ion)?|impression|illustration|rendering|rendition|depiction|image|view)\b"
    r"|(?:this|the) (?:[\w’'.-]{1,20} ){0,5}"
    r"(?:illustration|graphic|diagram|rendering|image|photo(?:graph)?|picture|screenshot|map|chart)"
    r" (?:shows?|depicts?|provided|released|taken|made|courtesy)\b"
    r"|in this (?:[\w’'.,-]{1,20} ){0,6}(?:photo(?:graph)?|image|picture|video|frame grab)"
    r"(?: (?:provided|released|taken|made|from|posted)\b|,))",
    re.IGNORECASE,
)
"""How the words under a picture begin when they speak of the picture itself."""

PLACED = re.compile(
    r",\s(?:far |second from |third from |top |bottom )?(?:left|right|cent(?:er|re)),"
    r"|,\scent(?:er|re)\s(?:left|right)\b|\bfrom left(?:,|:|\sto\sright[,:])",
    re.IGNORECASE,
)
"""Who stands where in a picture; a report has no such sides between commas."""

MAX_SHOWN = 70
"""Words of a caption without a credit; a longer line that begins so is a paragraph."""

SLUG = re.compile(
    r"^[A-Z0-9À-Þ]{2,}(?:[-/][A-Z0-9À-Þ&.']{1,}){1,8}/?(?:\s?\([A-Z0-9 ,.]{1,24}\))?$"
)
"""An agency's keyword line: capitals joined by hyphens."""


@cache
def _rows(name: str) -> str:
    rows = sorted(word_list(STAGE, name), key=lambda row: (-len(row), row))
    # Capitals alone tell an agency from the same letters in another short form.
    exact = [re.escape(row) for row in rows if row.isupper() and len(row) > 1]
    loose = [re.escape(row).replace(r"\ ", r"\s") for row in rows if not row.isupper()]
    return "(?:" + "|".join([f"(?i:{'|'.join(loose)})", *exact]) + ")"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|(?<=[.!?”\"’)\]|–—·•-])\s{0,3}|(?<=[a-z0-9])\s{1,3}(?=[A-Z(\[]))"
        rf"(?P<credit>[(\[]?\s?{_rows('credit_labels')}(?:\s{{0,2}}:|\s(?i:by|via|of)(?=\s{{1,2}}{_UPPER})|\s©).{{0,200}})$"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<credit>[(\[]\s?(?:[^()\[\]]{{0,60}}?(?:{_BAR}|,\s))?"
        rf"(?:{_rows('credit_labels')}(?!\w)|©|{_rows('agencies')}(?!\w)|{_NAME}{_BAR}{_NAME})"
        r"[^()\[\]]{0,140}(?:[)\]]|$)\s?\.?)\s*$"
    )


@cache
def _agency_end() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<credit>(?<![\w’'])(?:{_UPPER}[\w’'.-]*\s){{0,4}}(?:{_UPPER}[\w’'.-]*)?"
        rf"(?:{_BAR}|,\s|\s(?:via|for)\s|\s)?{_rows('agencies')}(?:{_BAR}{_rows('agencies')})?(?:\s(?:file|pool|photo))?)\W{{0,2}}$"
    )


@cache
def _agency_behind_bar() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[.!?”\"’)]\s)|(?<=\s\s))(?P<credit>{_UPPER}[\w’'-]*(?:\s[\w’'-]+){{0,3}}"
        rf"{_BAR}{_rows('agencies')})\W{{0,2}}$"
    )


def find_credit(text: str) -> Span | None:
    """Return the credit at the end of a caption, its brackets included; None if it has none.

    The earliest of several credits is taken with all that follows it: agencies send
    one and outlets repeat it.
    """
    if len(text) > 1200:
        return None
    starts = [
        m.start("credit")
        for m in (_labelled(text), _last(_bracketed(), text), _SIGNED.search(text), _ended(text))
        if m
    ]
    if not starts:
        return None
    start = min(starts)
    start += len(text[start:]) - len(text[start:].lstrip(" \t–—-|·•,;"))
    end = len(text.rstrip())
    return Span(start, end) if end > start else None


def shows_picture(text: str, words: int) -> bool:
    """Return whether a line of so many words speaks of the picture above it."""
    return words <= MAX_SHOWN and bool(SHOWN.match(text) or PLACED.search(text))


def split_caption(text: str) -> tuple[Span | None, Span | None]:
    """Return the words of a caption and its credit; either may be None."""
    credit = find_credit(text)
    end = len(text[: credit.start].rstrip(_DASHES)) if credit else len(text.rstrip())
    return (Span(0, end) if end else None), credit


def is_credit_alone(text: str) -> bool:
    """Return whether a line is a credit and nothing else."""
    credit = find_credit(text)
    return (bool(_ALONE.match(text) and not text.rstrip().endswith(".")) and "|" in text) or (
        credit is not None and credit.start <= 3
    )


def _labelled(text: str) -> re.Match[str] | None:
    return _label().search(text) if may_hold(text, "credit_labels") else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Search where only the last two brackets can begin, so that many brackets cost nothing."""
    at = len(text)
    found = None
    for _ in range(2):
        at = max(text.rfind("(", 0, at), text.rfind("[", 0, at))
        if at < 0:
            break
        match = pattern.match(text, at)
        found = match or found
    return found


def _ended(text: str) -> re.Match[str] | None:
    """Return a credit that ends in an agency's name, after the end of a sentence."""
    tail = max(0, len(text) - 90)
    if not may_hold(text[tail:], "agencies"):
        return None
    behind_bar = _agency_behind_bar().search(text, tail)
    if behind_bar:
        return behind_bar
    for match in _agency_end().finditer(text, tail):
        before = text[: match.start("credit")].rstrip()
        if not before or before[-1] in '.!?”"’)|' or text[: match.start("credit")].endswith("  "):
            return match
    return None
