"""Dates that name a stretch of time: "last week", "the past three years", "Q3 2031"."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from generator.annotate import named_days
from generator.annotate.calendar_words import (
    MONTH,
    count_of,
    day_of,
    iso,
    iso_month,
    iso_year,
    last_day,
    moved,
)
from generator.annotate.vantage import (
    NO_DAY,
    OTHER_EVENT,
    STATED,
    Meaning,
    Vantage,
    known,
    unknown,
)

_MONTH = re.compile(MONTH)
_YEAR = re.compile(r"\b[12]\d{3}\b")


def period(seen: Vantage) -> Meaning:
    """Read "last month", "this week", "earlier this year"."""
    words = re.sub(r"^(?:earlier|later|early|late)\s", "", seen.words.lower())
    which, _, unit = words.rpartition(" ")
    if which in ("the following", "the same", "the previous", "previous", "coming"):
        return unknown(OTHER_EVENT)
    if seen.day is None:
        return unknown(NO_DAY)
    if which == "the past":
        return _stretch(seen.day, -1, unit)
    step = {"last": -1, "the last": -1, "next": 1, "the next": 1, "the coming": 1}.get(which, 0)
    return _calendar_unit(seen.day, unit, step)


def _calendar_unit(day: date, unit: str, step: int) -> Meaning:
    """Return the week, month, quarter or year of a day, or the one before or after it."""
    basis = f"the {unit} {('before that of', 'of', 'after that of')[step + 1]} {day.isoformat()}"
    if unit == "year":
        return known(iso_year(day.year + step), basis)
    if unit == "month":
        return known(iso_month(day, step), basis)
    if unit in ("week", "weekend"):
        first = moved(day, 7 * step - day.weekday() + (5 if unit == "weekend" else 0))
        last = moved(first, 1 if unit == "weekend" else 6) if first else None
        return None, iso(first), iso(last), basis
    if unit == "quarter":
        quarter = (day.month - 1) // 3 + step
        return _months(day.year + quarter // 4, quarter % 4 * 3 + 1, quarter % 4 * 3 + 3, basis)
    return unknown(f"which {unit} is meant cannot be reckoned")


def _months(year: int, first: int, last: int, basis: str) -> Meaning:
    start = day_of(year, first, 1)
    end = day_of(year, last, last_day(year, last)) if start else None
    return None, iso(start), iso(end), basis


def _stretch(day: date, count: int, unit: str) -> Meaning:
    """Return the stretch of so many units that ends, or with a positive count begins, on a day."""
    lengths = {"day": 1, "week": 7, "fortnight": 14}
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
    other: date | None = None
    if unit in lengths:
        other = moved(day, count * lengths[unit])
    elif unit in months and (found := iso_month(day, count * months[unit])):
        year, month = int(found[:4]), int(found[5:])
        other = day_of(year, month, min(day.day, last_day(year, month)))
    if other is None:
        return unknown("cannot be reckoned to a day")
    first, last = sorted((day, other))
    return None, iso(first), iso(last), f"reckoned from {day.isoformat()}"


def past(seen: Vantage) -> Meaning:
    """Read "the past three years", "the next 10 days"."""
    words = seen.words.lower().removeprefix("the ").removeprefix("these ").split()
    if words[0] == "following":
        return unknown(OTHER_EVENT)
    if seen.day is None:
        return unknown(NO_DAY)
    count = count_of(words[1])
    if count is None:
        return unknown("how many is not stated")
    sign = 1 if words[0] in ("next", "coming") else -1
    return _stretch(seen.day, sign * count, words[-1].removesuffix("s"))


def ago(seen: Vantage) -> Meaning:
    """Read "two weeks ago", "three days later", "days after"."""
    words = seen.words.lower().split()
    if words[-1] != "ago":
        return unknown(OTHER_EVENT)
    if seen.day is None:
        return unknown(NO_DAY)
    unit = words[-2].removesuffix("s")
    count = count_of(words[0]) if len(words) > 2 else None
    if count is None or unit in ("minute", "hour"):
        return unknown("how long ago is not stated to the day")
    return _back(seen.day, count, unit)


def _back(day: date, count: int, unit: str) -> Meaning:
    """Return the day, week, month or year so long before a day: as exact as the words are."""
    basis = f"{count} {unit}{'' if count == 1 else 's'} before {day.isoformat()}"
    if unit == "month":
        return known(iso_month(day, -count), basis)
    if unit in ("year", "decade"):
        return known(iso_year(day.year - count * (10 if unit == "decade" else 1)), basis)
    if unit == "quarter":
        return unknown(basis)
    found = moved(day, -count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    if found is None or unit == "day":
        return known(iso(found), basis)
    _, first, last, _ = _calendar_unit(found, "week", 0)
    return None, first, last, basis


def edge(seen: Vantage) -> Meaning:
    """Read "the middle of the week", "the start of 2031": the whole month or year is given."""
    of = seen.words.partition(" of ")[2]
    if _MONTH.match(of):
        return named_days.month(msgspec.structs.replace(seen, words=of))
    if _YEAR.match(of):
        return known(of, STATED)
    words = of.replace("the ", "this ", 1) if of.startswith("the ") else of
    return period(msgspec.structs.replace(seen, words=words))


_ORDERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_PART_OF_YEAR = re.compile(r"(\w+)\s(?:(two|three|six|nine)\s)?(quarter|half|month)")


def quarters(seen: Vantage) -> Meaning:
    """Read "the first two quarters of 2029", "the first half of 2028", "Q3 2031"."""
    words = seen.words.lower().removeprefix("the ")
    year, basis = _year_of(seen, words)
    if year is None:
        return unknown(basis)
    if short := re.match(r"([hq])([1-4])", words):
        size = 6 if short.group(1) == "h" else 3
        start = (int(short.group(2)) - 1) * size + 1
    elif part := _PART_OF_YEAR.match(words):
        order, count, unit = part.groups()
        size = {"quarter": 3, "half": 6, "month": 1}[unit] * (count_of(count or "one") or 1)
        start = (_ORDERS[order] - 1) * size + 1 if order in _ORDERS else 13 - size
    else:
        return unknown(basis)
    if not 1 <= start <= 13 - size:
        return unknown("the year has no such part")
    return _months(year, start, start + size - 1, basis)


def _year_of(seen: Vantage, words: str) -> tuple[int | None, str]:
    """Return the year of a quarter and the basis; None where it cannot be known."""
    if found := _YEAR.search(words):
        return int(found.group()), f"calendar year {found.group()} assumed"
    if "fiscal" in words or "financial" in words:
        return None, "a financial year, whose first day is not stated"
    if seen.day is None:
        return None, NO_DAY
    step = -1 if "last year" in words else 1 if "next year" in words else 0
    return seen.day.year + step, f"calendar year {seen.day.year + step} assumed"


def part_of_some_year(_seen: Vantage) -> Meaning:
    """Read "the third quarter" without its year."""
    return unknown("of which year is not stated")
