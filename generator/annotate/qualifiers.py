"""How a number is meant: "more than", "at least", "about" and their kin."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from generator.annotate.quantities import Quantity
from generator.annotate.units import TIME_UNITS
from generator.model import Qualifier, Span
from generator.resources import word_list

_WINDOW = 40
_DURATION = re.compile(r"\b(?:over)\s(?:a\s)?$", re.IGNORECASE)
_PLUS = re.compile(r"\+|[\s-]plus\b")


def qualifier_of(text: str, sentence: Span, quantity: Quantity) -> Qualifier | None:
    """Return the qualifier of a quantity; None where the text gives none.

    A range is ``range`` whatever stands before it. "Over" before a stretch of time says during
    which time and not how long, so it is left out there.
    """
    if quantity.is_range:
        return "range"
    before = text[max(sentence.start, quantity.span.start - _WINDOW) : quantity.span.start]
    if (match := _before().search(before)) and not (
        quantity.unit in TIME_UNITS and _DURATION.search(before)
    ):
        return _meaning("figure_qualifiers")[match.group(1).lower()]
    after = text[quantity.span.end : min(sentence.end, quantity.span.end + _WINDOW)]
    if _PLUS.match(after):
        return "more than"
    if match := _after().match(after):
        return _meaning("figure_qualifiers_after")[match.group(1).lower()]
    return None


def unqualified(before: str) -> str:
    """Return the words before a figure without the qualifier at their end, blanks kept."""
    # A pattern tied to the end would try each word of the text before; only the last few can fit.
    match = _before().search(before, max(0, len(before) - _reach()))
    return before[: match.start()] + before[match.end() :] if match else before


@cache
def _reach() -> int:
    """Return how many characters before a figure a qualifier may take, its article included."""
    return max(map(len, _meaning("figure_qualifiers"))) + len(" between \n")


@cache
def _meaning(name: str) -> dict[str, Qualifier]:
    """Return the qualifier of each phrase of a lexicon."""
    rows = (row.partition(" = ") for row in word_list("annotate", name))
    return {
        phrase.strip().lower(): cast("Qualifier", meaning.strip())
        for meaning, _, phrases in rows
        for phrase in phrases.split(", ")
    }


def _longest_first(name: str) -> str:
    return "|".join(re.escape(row) for row in sorted(_meaning(name), key=lambda r: (-len(r), r)))


@cache
def _before() -> re.Pattern[str]:
    phrases = _longest_first("figure_qualifiers")
    return re.compile(
        rf"(?<![\w-])({phrases})\s?(?:(?<=\s)(?:a|an|the|its|from|just|between)\s)?$", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    phrases = _longest_first("figure_qualifiers_after")
    return re.compile(rf",?\s(?:[a-z]+\s)?({phrases})\b", re.IGNORECASE)
