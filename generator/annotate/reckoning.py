"""From words to days: what a date means, seen from the day of publication.

A day or month without its year is the latest such on or before publication
where its clause tells what is past, and the first on or after it where its
clause looks ahead ("will ... on Friday", "meets again on 1 July"); where neither
can be seen it stays open. A weekday alone is past unless its clause looks ahead.
Whatever was reckoned says how.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from generator.annotate import named_days, stretches
from generator.annotate.calendar_words import WEEKDAY, WEEKDAYS, weekday_of
from generator.annotate.vantage import Meaning, Vantage, side_of
from generator.model import Block, DateRef, Span

_WEEKDAY = re.compile(rf"{WEEKDAY}(?!\w)")
_DAY_LENGTH = len("2031-03-04")

READERS: dict[str, Callable[[Vantage], Meaning]] = {
    "iso": named_days.ordered,
    "slashed": named_days.ordered,
    "numeric": named_days.numeric,
    "days": named_days.several_days,
    "day": named_days.one_day,
    "quarters": stretches.quarters,
    "quarter": stretches.part_of_some_year,
    "edge": stretches.edge,
    "month_year": named_days.month,
    "years": named_days.years,
    "decade": named_days.decade,
    "season_year": named_days.year,
    "past": stretches.past,
    "ago": stretches.ago,
    "weekday": named_days.weekday,
    "near": named_days.near,
    "period": stretches.period,
    "month_near": named_days.month,
    "month_cued": named_days.month,
    "month": named_days.month,
    "year": named_days.year,
    "year_of": named_days.year,
}
"""What reads each shape of :mod:`generator.annotate.date_shapes`."""


def meaning(shape: str, text: str, span: Span, block: Block, published: str | None) -> DateRef:
    """Return what the words of a date mean.

    Args:
        shape: Which of the shapes it is written in.
        text: The view.
        span: The words.
        block: The block that they stand in: nothing outside it is looked at.
        published: ISO day of publication, or None.
    """
    day = date.fromisoformat(published) if published else None
    seen = Vantage(span.of(text), side_of(text, span, block), day)
    return DateRef(span, *READERS[shape](seen))


def conflict(words: str, iso: str | None) -> str | None:
    """Return a sentence that says which weekday a date falls on, if the words name another."""
    named = _WEEKDAY.match(words)
    if named is None or iso is None or len(iso) != _DAY_LENGTH or not re.search(r"\d", words):
        return None
    falls = date.fromisoformat(iso).weekday()
    if falls == weekday_of(named.group()):
        return None
    return f"{iso} is a {WEEKDAYS[falls].title()}, but the text says “{words}”."
