"""Days that a page states about itself: reading them, and telling a line that is only a date."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from generator.model import Span
from generator.resources import word_list

YEARS = range(1800, 2200)
"""A number outside is no year of publication."""


SAYS_PUBLISHED = re.compile(
    r"\W{0,3}(?:first |originally |date )?(?:published|posted|released|publication date"
    r"|date of publication|publish date|veröffentlicht|pubblicato|publicado|publié)\b",
    re.IGNORECASE,
)
"""Below the article a date is the page's own only if it says so."""


class Day(msgspec.Struct, frozen=True):
    """A day with the words that state it."""

    iso: str
    span: Span
    """In the text that was given."""


@cache
def month_names() -> dict[str, int]:
    """Return the number of each month by its name, in small letters."""
    rows = (row.split() for row in word_list("clean", "months"))
    return {name: int(number) for name, number in rows}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(month_names(), key=lambda m: (-len(m), m)))
    year = r"(?P<y>(?:1[89]|2[01])\d\d)"
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    return (
        re.compile(rf"(?<!\d){year}[-/.](?P<n>\d{{2}})[-/.](?P<d>\d{{2}})(?!\d)"),
        re.compile(
            rf"{_GLUED}(?:{_WEEKDAY}\.?,?\s{{1,3}})?(?P<m>{month})\.?\s{{0,3}}{day},?\s{{1,3}}(?:at\s)?{year}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<![\w:])(?:{_WEEKDAY}\.?,?\s{{1,3}})?(?:the\s)?{day}[\s-]{{1,3}}(?:of\s|de\s)?(?P<m>{month})\.?,?[\s-]{{1,3}}(?:de\s)?{year}",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?<![\d/.])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:(?:19|20)\d\d|\d\d))(?![\d/])"
        ),
    )


_GLUED = r"(?:(?<!\w)|(?-i:(?<=[a-z\d])(?=[A-Z])))"
"""A word begins, or a capital follows a small letter: pages lose the blank between two fields."""

_WEEKDAY = (
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_CLOCK = re.compile(
    r"(?:@|\bat)?\s?\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:hrs|uhr|h)?\s?(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:[ECMPA][SD]?T|GMT|UTC|BST|CES?T|EES?T|IST|ist|JST|HKT|SGT|AES?T|MSK|WIB|NZD?T|KST|PHT"
    r"|local time|ET)\b(?:\s?[+-]\d{1,4})?"
)
_LABEL = re.compile(
    r"\b(?:first\s)?(?:published|publish(?:ed)? date|posted|updated|update|last updated|modified"
    r"|last modified|created|date|filed|issued|uploaded|revised|edited|added|submitted|pubblicato"
    r"|publicado|veröffentlicht|publié|datum|time|on|at|in|from|le|am|el|il|as of|originally|and"
    r"|an?|hours?|minutes?|mins?|min|days?|weeks?|read|ago|yesterday|today|just now|less than"
    r"|more than)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?|few)\s?(?:secs?|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)\s(?:ago|read)\b|\byesterday\b",
    re.IGNORECASE,
)
_UPDATE = (
    r"updated?|modified|revised|edited|corrected|amended|reviewed|refreshed|ultima modifica"
    r"|aggiornato|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado|bijgewerkt"
)
_LAST_LABEL = re.compile(
    rf"\b(?:(?P<update>{_UPDATE})|published|posted|released|created|filed|issued|added"
    r"|pubblicato|publicado|veröffentlicht|publié|gepubliceerd)\b",
    re.IGNORECASE,
)
_BEFORE = 48
"""Characters before a day in which its label stands; a clock and a zone may stand between."""

_SLACK = 1
"""Words that a line may hold beside its date and still be only a date."""


_DIGIT = re.compile(r"\d")


def days_in(text: str, *, day_first: bool | None = None) -> tuple[Day, ...]:
    """Return the whole days that a text names, sorted; a day that is not sure is left out.

    Numbers alone (``4/5/2031``) are a day only if one of them cannot be a month, or
    both are equal, or it is known which of them the page writes first.
    """
    if not _DIGIT.search(text):
        return ()
    found = [
        Day(iso, Span(*match.span()))
        for pattern in _patterns()
        for match in pattern.finditer(text)
        if (iso := _iso(match, day_first=day_first))
    ]
    found.sort(key=lambda day: (day.span.start, -day.span.end))
    apart: list[Day] = []
    for day in found:
        if not apart or day.span.start >= apart[-1].span.end:
            apart.append(day)
    return tuple(apart)


def published_day(text: str, *, day_first: bool | None = None) -> Day | None:
    """Return the day of publication that a date line states: the first that is no update.

    None if there is none: the day of an update says nothing of the first publication.
    Of two days side by side without a label the earlier is meant: pages that show the
    day of the last change beside that of publication change nothing before they publish.
    """
    days = days_in(text, day_first=day_first)
    own = [i for i, day in enumerate(days) if not _is_update(text, days, i)]
    if not own:
        return None
    first = days[own[0]]
    beside = days[own[1]] if len(own) > 1 else None
    if beside and beside.span.start - first.span.end <= _SIDE_BY_SIDE:
        return min(first, beside, key=lambda day: day.iso)
    return first


_SIDE_BY_SIDE = 3
"""Characters between two days that stand side by side: a blank, or a bar between blanks."""


def _is_update(text: str, days: tuple[Day, ...], index: int) -> bool:
    """Return whether the last label before a day, and behind the day before it, says "updated"."""
    start = days[index].span.start
    after = days[index - 1].span.end if index else 0
    labels = list(_LAST_LABEL.finditer(text, max(after, start - _BEFORE), start))
    return bool(labels) and labels[-1]["update"] is not None


def is_date_line(text: str) -> bool:
    """Return whether a line holds a date or an age and hardly anything else."""
    if len(text) > 160 or (not any(c.isdigit() for c in text) and not _AGO.search(text)):
        return False
    return has_date(text) and len(re.findall(r"[^\W\d_]{2,}", without_date(text))) <= _SLACK


MAX_LINE = 400
"""Characters of a short line."""


def has_date(text: str) -> bool:
    """Return whether a short line names a day, or how long ago it was."""
    if len(text) > MAX_LINE:
        return False
    # Numbers that may be read in two ways name a day too, only not which.
    return (
        bool(days_in(text, day_first=True))
        or bool(days_in(text, day_first=False))
        or bool(_AGO.search(text))
        or bool(_SHORT_DAY.search(text))
    )


def without_date(text: str) -> str:
    """Return what is left of a line when dates, times, zones and their labels are taken out."""
    for pattern in (*_patterns(), _SHORT_DAY, _AGO, _CLOCK, _ZONE, _LABEL, _DAYNAME):
        text = pattern.sub(" ", text)
    return text


_DAYNAME = re.compile(rf"\b{_WEEKDAY}\b", re.IGNORECASE)
_SHORT_DAY = re.compile(
    r"^\W{0,3}(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})\b",
    re.IGNORECASE,
)


def _iso(match: re.Match[str], *, day_first: bool | None) -> str:
    parts = match.groupdict()
    year = int(parts["y"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if parts.get("a"):
        one, two = int(parts["a"]), int(parts["b"])
        if one <= 12 < two:
            one, two = two, one
        elif two <= 12 and one <= 12 and one != two:
            if day_first is None:
                return ""
            one, two = (one, two) if day_first else (two, one)
        day, month = one, two
    else:
        day = int(parts["d"])
        month = int(parts["n"]) if parts.get("n") else month_names()[parts["m"].casefold()]
    try:
        return date(year, month, day).isoformat() if year in YEARS else ""
    except ValueError:
        return ""
