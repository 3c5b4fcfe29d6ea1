"""Datelines: place, agency and day at the head of a report's first paragraph."""

from __future__ import annotations

import re

from generator.clean.dates_stated import days_in
from generator.model import Dateline, Span
from generator.resources import word_list

MAX_ALONE = 120
"""Characters of a line that is only a dateline."""

_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+"
_STATE = r"(?:,\s[A-Z][A-Za-z]{1,9}\.?(?:[.\s][A-Z][a-z]{0,9}\.?)?)"
_MONTH = r"[A-Z][a-zé]{2,8}\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_DATE = rf"(?:,\s(?P<date>(?:[A-Z][a-z]{{2,8}},?\s)?{_DAY}))"
_AGENCY = r"(?:\s?[(\[](?P<agency>[^()\[\]]{2,40})[)\]])"
_DASH = r"\s{0,3}(?:—|–|--|-(?=\s)|―)\s{0,3}"
_PLACE = rf"(?P<place>{_CAPS}(?:[\s/,]{{1,2}}{_CAPS}){{0,4}}{_STATE}?)"

_FORMS = (
    re.compile(rf"^{_PLACE}{_DATE}?{_AGENCY}?{_DASH}"),
    re.compile(
        rf"^(?P<place>[A-Z][a-zé]+(?:[\s-][A-Z][a-zé]+){{0,3}}{_STATE}?){_DATE}?{_AGENCY}{_DASH}"
    ),
    re.compile(rf"^(?P<place>{_CAPS}(?:\s{_CAPS}){{0,3}}){_DATE}?{_AGENCY}?:\s{{1,3}}"),
    re.compile(rf"^[(\[](?P<agency>[A-Z][\w .]{{1,24}})[)\]]{_DASH}"),
)
_ALONE = re.compile(rf"^{_PLACE}{_DATE}?{_AGENCY}?\W{{0,3}}$")


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """Return the dateline at the head of a paragraph, dash and the blanks after it included.

    Args:
        text: One paragraph, trimmed.
        start: Where the paragraph begins in the view; spans are moved by it.
    """
    for form in _FORMS:
        match = form.match(text[:160])
        if match and match.end() < len(text):
            return _dateline(match, start)
    return None


def dateline_alone(text: str, start: int = 0) -> Dateline | None:
    """Return the dateline that a line of its own is: a place with a day or an agency; else None."""
    match = _ALONE.match(text) if len(text) < MAX_ALONE else None
    return _dateline(match, start) if match and (match["date"] or match["agency"]) else None


def _dateline(match: re.Match[str], start: int) -> Dateline | None:
    parts = match.groupdict()
    place = (parts.get("place") or "").strip(" ,") or None
    if place and {place.upper(), place.split(",")[0].upper()} & _labels():
        return None
    days = days_in(parts.get("date") or "")
    return Dateline(
        place=place,
        agency=parts.get("agency"),
        date=days[0].iso if days else None,
        span=Span(start, start + match.end()),
    )


def _labels() -> frozenset[str]:
    return frozenset(row.replace("’", "'") for row in word_list("clean", "not_places"))
