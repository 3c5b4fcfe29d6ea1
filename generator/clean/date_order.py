"""Which of two numbers a page writes first, the day or the month: read off its other dates."""

from __future__ import annotations

import re

from generator.clean.dates_stated import month_names

LONGEST = 200_000
"""Characters of a page that are looked at; a page does not change its way of writing days."""

ENGLISH = 0.04
"""Share of the commonest English words from which a page is in English; running text has .2."""

_NUMBERS = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
_NAMED = re.compile(
    r"(?<![\w-])(?:(\d{1,2})(?:st|nd|rd|th)?\s)?([A-Za-z]{3,9})\.?(?:\s(\d{1,2})(?:st|nd|rd|th)?)?,?\s\d{4}"
)
_WORD = re.compile(r"[^\W\d_]+")
_COMMONEST = frozenset({"the", "and", "of", "to", "for", "with", "that", "is", "by", "your", "on"})


def writes_day_first(text: str) -> bool | None:
    """Return how a page writes a day in numbers; None where it does not show.

    Numbers that can be read in one way only decide, and where there are none, the
    order in which the page writes days with the month's name. A page that shows both
    orders shows none. Outside English the day stands before the month.
    """
    text = text[:LONGEST]
    numbers = {int(a) > 12 for a, b in _NUMBERS.findall(text) if (int(a) > 12) != (int(b) > 12)}
    named = {
        bool(before)
        for before, month, after in _NAMED.findall(text)
        if month.casefold() in month_names() and bool(before) != bool(after)
    }
    for shown in (numbers, named):
        if shown:
            return shown.pop() if len(shown) == 1 else None
    return None if _is_english(text) else True


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return sum(word in _COMMONEST for word in words) >= ENGLISH * len(words)
