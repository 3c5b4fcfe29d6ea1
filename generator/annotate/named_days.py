"""Dates that name a day, a month or a year: "3 June", "Wednesday", "in 2013"."""

from __future__ import annotations

import re
from datetime import date

from generator.annotate.calendar_words import (
    MONTH,
    WEEKDAY,
    day_of,
    iso,
    iso_month,
    month_of,
    moved,
    weekday_of,
)
from generator.annotate.vantage import (
    NO_DAY,
    NO_SIDE,
    NO_SUCH_DAY,
    OTHER_EVENT,
    STATED,
    TWO_ORDERS,
    Meaning,
    Vantage,
    known,
    unknown,
)

_MONTH = re.compile(MONTH)
_WEEKDAY = re.compile(rf"{WEEKDAY}(?!\w)")
_YEAR = re.compile(r"\b[1-9]\d{3}\b")
_NUMBER = re.compile(r"\d{1,2}")


def ordered(seen: Vantage) -> Meaning:
    """Read "2031-03-04" and "2031/03/04"."""
    year, month, day = (int(part) for part in re.split(r"[-/]", seen.words))
    return _stated(year, month, day)


def numeric(seen: Vantage) -> Meaning:
    """Read "4.3.2031", day first, and "13/3/2031" where only one order is possible."""
    one, two, year = (int(part) for part in re.split(r"[./]", seen.words))
    if "." in seen.words or one > 12 or one == two:
        return _stated(year, two, one)
    if two > 12:
        return _stated(year, one, two)
    return unknown(TWO_ORDERS)


def _stated(year: int, month: int, day: int) -> Meaning:
    found = day_of(year, month, day)
    return known(iso(found), STATED) if found else unknown(NO_SUCH_DAY)


def one_day(seen: Vantage) -> Meaning:
    """Read "Fri 7 Nov 2031", "November 7"."""
    numbers, month, year = _parts(seen.words)
    if year is not None:
        return _stated(year, month, numbers[0])
    if seen.day is None:
        return unknown(NO_DAY)
    found = _nearest(seen, seen.day, month, numbers[0])
    if found is None:
        return unknown(NO_SUCH_DAY)
    return unknown(NO_SIDE) if seen.side == "open" else known(iso(found[0]), found[1])


def several_days(seen: Vantage) -> Meaning:
    """Read "7-9 May 2031"."""
    numbers, month, year = _parts(seen.words)
    if year is None and seen.day is None:
        return unknown(NO_DAY)
    if year is None and seen.side == "open":
        return unknown(NO_SIDE)
    if year is None and seen.day is not None:
        near = _nearest(seen, seen.day, month, numbers[-1])
        year = near[0].year if near else 0
    first, last = (day_of(year or 0, month, number) for number in numbers[:2])
    if first is None or last is None or first > last:
        return unknown(NO_SUCH_DAY)
    return None, iso(first), iso(last), STATED


def _parts(words: str) -> tuple[list[int], int, int | None]:
    """Return the numbers of days, the month and the year in the words of a date."""
    named = _WEEKDAY.match(words)
    rest = words[named.end() :] if named else words
    month = _MONTH.search(rest)
    year = _YEAR.search(rest)
    if year:
        rest = rest.replace(year.group(), "")
    numbers = [int(number) for number in _NUMBER.findall(rest)]
    return numbers, month_of(month.group()) if month else 0, int(year.group()) if year else None


def _nearest(seen: Vantage, here: date, month: int, number: int) -> tuple[date, str] | None:
    """Return the day that fits a date without year, and how it was chosen.

    A weekday beside it settles the year where only one of the two next years fits.
    """
    # Eight years to either side hold a 29 February, whatever the century.
    days = [day for step in range(-8, 9) if (day := day_of(here.year + step, month, number))]
    past = [day for day in days if day <= here][-1:]
    coming = [day for day in days if day >= here][:1]
    order = [*coming, *past] if seen.ahead else [*past, *coming]
    if named := _WEEKDAY.match(seen.words):
        wanted = weekday_of(named.group())
        order.sort(key=lambda day: day.weekday() != wanted)
    if not order:
        return None
    side = "latest such day on or before" if order[0] <= here else "first such day after"
    return order[0], f"{side} {here.isoformat()}"


def month(seen: Vantage) -> Meaning:
    """Read "March 2031", "in April", "last April"."""
    _, number, year = _parts(seen.words)
    if year is not None:
        return known(f"{year:04d}-{number:02d}", STATED)
    if seen.day is None:
        return unknown(NO_DAY)
    step = number - seen.day.month
    first = seen.words.split()[0].lower()
    if seen.side == "open" and step and first not in ("last", "next", "this"):
        return unknown(NO_SIDE)
    if first == "last" or (first not in ("next", "this") and not seen.ahead):
        step -= 12 if step > 0 or (step == 0 and first == "last") else 0
    elif first != "this":
        step += 12 if step < 0 or (step == 0 and first == "next") else 0
    side = "latest such month before or in" if step <= 0 else "first such month after"
    return known(iso_month(seen.day, step), f"{side} {seen.day.isoformat()[:7]}")


def weekday(seen: Vantage) -> Meaning:
    """Read "Wednesday", "last Friday", "next Tuesday", "Monday evening"."""
    words = seen.words.lower()
    if seen.day is None or words.startswith("the "):
        return unknown(OTHER_EVENT if seen.day else NO_DAY)
    here = seen.day
    named = re.search(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", words)
    name = named.group() if named else ""
    back = (here.weekday() - weekday_of(name)) % 7
    if words.startswith("last ") or " last" in words:
        step, side = -(back or 7), "before"
    elif words.startswith("next "):
        step, side = 7 - back, "after"
    elif words.startswith("this ") and not words.startswith("this coming"):
        step, side = weekday_of(name) - here.weekday(), "in the week of"
    elif seen.ahead or words.startswith("this coming"):
        step, side = -back % 7, "on or after"
    else:
        step, side = -back, "on or before"
    return known(iso(moved(here, step)), f"{name.title()} {side} {here.isoformat()}")


_NEAR = (
    ("the day before", -2, "two days before"),
    ("the day after", 2, "two days after"),
    ("yesterday", -1, "the day before"),
    ("last night", -1, "the evening before"),
    ("tomorrow", 1, "the day after"),
    ("", 0, "the day of publication,"),
)
"""How the words begin, how many days that is from publication, and the basis."""


def near(seen: Vantage) -> Meaning:
    """Read "today", "yesterday", "last night", "the following day"."""
    words = seen.words.lower()
    if re.match(r"the (?:following|next|previous|same) day", words):
        return unknown(OTHER_EVENT)
    if seen.day is None:
        return unknown(NO_DAY)
    step, side = next((step, side) for start, step, side in _NEAR if words.startswith(start))
    return known(iso(moved(seen.day, step)), f"{side} {seen.day.isoformat()}")


def year(seen: Vantage) -> Meaning:
    """Read "2013", "summer 2030"."""
    found = _YEAR.search(seen.words)
    return known(found.group() if found else None, STATED)


def years(seen: Vantage) -> Meaning:
    """Read "between 2019 and 2024", "2019-24"."""
    one, two = re.findall(r"\d{4}|\d{2}", seen.words)[:2]
    two = two if len(two) == 4 else one[:2] + two
    return (None, one, two, STATED) if one < two else unknown("the years stand in no order")


def decade(seen: Vantage) -> Meaning:
    """Read "the 1990s"."""
    found = re.search(r"\d{3}", seen.words)
    tens = found.group() if found else ""
    return None, tens + "0", tens + "9", STATED
