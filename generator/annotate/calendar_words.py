"""The calendar in words: names of months and days, and arithmetic that never leaves it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from generator.annotate.word_classes import words_of

MONTHS = words_of("date_names", "month")
"""In their order, in small letters."""

WEEKDAYS = words_of("date_names", "weekday")
"""In the order of :meth:`datetime.date.weekday`."""

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\."
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month's name or its short form, as a pattern."""

WEEKDAY = (
    r"(?:Mon(?:day|\.)?|Tue(?:sday|s\.?|\.)?|Wed(?:nesday|s\.|\.)?|Thu(?:rsday|rs\.?|r\.|\.)?"
    r"|Fri(?:day|\.)?|Sat(?:urday|\.)?|Sun(?:day|\.)?)"
)
"""A day's name or its short form, as a pattern."""

NUMBERS = {
    word: value for value, word in enumerate(words_of("figure_number_words", "unit"), start=1)
} | {"a": 1, "an": 1}
"""Small numbers as they stand in "two weeks ago"."""


def month_of(word: str) -> int:
    """Return a month's number by its name or short form."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(_short(word)))


def weekday_of(word: str) -> int:
    """Return a day's number, 0 for Monday, by its name or short form."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(_short(word)))


def _short(word: str) -> str:
    return re.sub(r"[^a-z]", "", word.lower())[:3]


def count_of(word: str) -> int | None:
    """Return a small number in digits or words; None if it is too large to count days with."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 4 else None
    return NUMBERS.get(word.lower())


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day; None if the calendar has none such, as 30 February or the year 0."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso(day: date | None) -> str | None:
    """Return a day as ``2031-03-04``; None stays None."""
    return day.isoformat() if day else None


def moved(day: date, days: int) -> date | None:
    """Return the day so many days later, or earlier; None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def iso_month(day: date, months: int = 0) -> str | None:
    """Return the month so many months after a day's, as ``2031-03``; None outside the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return f"{year:04d}-{month + 1:02d}" if MINYEAR <= year <= MAXYEAR else None


def iso_year(year: int) -> str | None:
    """Return a year as ``2031``; None outside the calendar."""
    return f"{year:04d}" if MINYEAR <= year <= MAXYEAR else None


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return monthrange(year, month)[1]
