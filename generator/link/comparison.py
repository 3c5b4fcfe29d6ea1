"""How two figures of one story stand to each other: agree, differ, cannot be compared (T24).

A conflict is printed as one, so it is asked for most: one thing, unit, period and
place, a level against a level, what was counted against what was counted. What
agrees may be told in other words.
"""

from __future__ import annotations

from functools import cache

import msgspec

from generator.link.sketches import FigureSketch
from generator.link.words import stem, weight, words_of
from generator.model import FigureRelation

DIGITS = 3
"""Significant digits of a value that two reports do not give by chance."""
SAME_SUBJECT = 0.75
"""Share of common words from which what cannot be compared is worth a line of its own."""
ROUNDED = 1.1
""""More than 200" is 214 told roundly, and not 900."""
CONTEXT = 2
"""Telling words that two sentences must share for a value to be one told in other words."""


class Counted(msgspec.Struct, frozen=True):
    """A figure in its sentence."""

    figure: FigureSketch
    words: frozenset[str]
    """Stems of what the sentence states."""
    known: frozenset[str]
    """Places that the document names anywhere."""


def find_relation(one: Counted, two: Counted) -> FigureRelation | None:
    """Return how two figures stand to each other; None if they count two things."""
    a, b = one.figure, two.figure
    if a.unit != b.unit:
        return None
    clash = bool(a.period and b.period) and not set(a.period) & set(b.period)
    if agree(a, b):
        told = same_value(a, b) and _digits(a) >= DIGITS
        agreeing = told or _one_thing(one, two) or _retold(one, two)
        return "agree" if agreeing and not clash and a.unit != "ordinal" else None
    if not _one_thing(one, two) or a.unit == "ordinal" or _inside(a, b) or _inside(b, a):
        return None
    if a.change != b.change:
        return None
    apart = clash or bool(a.period) != bool(b.period)
    if apart or a.foreseen != b.foreseen or _elsewhere(one, two):
        shared = len(set(a.counts) & set(b.counts))
        alike = shared >= SAME_SUBJECT * max(len(a.counts), len(b.counts))
        return "not-comparable" if alike else None
    return "differ"


def agree(a: FigureSketch, b: FigureSketch) -> bool:
    """Return whether two figures have one value or range, or one is the other told roundly."""
    return same_value(a, b) or _rounds(a, b) or _rounds(b, a)


def same_value(a: FigureSketch, b: FigureSketch) -> bool:
    """Return whether two figures have one value, or one range."""
    return (a.value, a.low, a.high) == (b.value, b.low, b.high)


def _rounds(a: FigureSketch, b: FigureSketch) -> bool:
    """Return whether the first is the second rounded, or a bound that it keeps and is near to."""
    if not a.value or not b.value or _digits(a) >= _digits(b):
        return False
    places = _digits(a) - 1
    if places and f"{b.value:.{places}e}" == f"{a.value:.{places}e}":
        return True
    low, high = sorted((a.value, b.value))
    upward = a.qualifier in ("more than", "at least") and a.value == low
    downward = a.qualifier in ("less than", "at most") and a.value == high
    return (upward or downward) and 0 < high <= ROUNDED * low


def _one_thing(one: Counted, two: Counted) -> bool:
    """Return whether two figures count one thing, by the words that name it.

    The head of each must stand in the other. Where each has a further word that the
    other lacks, "people killed" and "people hurt", they are two things.
    """
    a, b = one.figure.counts, two.figure.counts
    if _head(a) not in b or _head(b) not in a:
        return False
    mine, theirs = _further(a, b, two), _further(b, a, one)
    return not (mine and theirs)


def _further(counts: tuple[str, ...], other: tuple[str, ...], sentence: Counted) -> set[str]:
    """Return the telling words of a counted thing that the other figure's sentence lacks."""
    words = {word for word in counts if weight(word) == 1} - _measures()
    return words - set(other) - sentence.words


def _retold(one: Counted, two: Counted) -> bool:
    """Return whether one value stands in two sentences that tell of one thing in other words."""
    a, b = one.figure, two.figure
    if a.unit is None:
        return False
    shared = {word for word in one.words & two.words if weight(word) == 1 and not word[0].isdigit()}
    named = _head(a.counts) in two.words or _head(b.counts) in one.words
    if named and shared and _digits(a) > 1:
        return True
    unnamed = not a.counts or not b.counts
    return (named or unnamed) and len(shared) >= CONTEXT


def _head(counts: tuple[str, ...]) -> str | None:
    """Return the word that names what is counted; None where nothing does."""
    return next((word for word in counts if word not in _measures()), None) or next(
        iter(counts), None
    )


@cache
def _measures() -> frozenset[str]:
    return frozenset(stem(word) for word in words_of("measures"))


def _inside(a: FigureSketch, b: FigureSketch) -> bool:
    """Return whether a value lies in the other's range: that is no conflict."""
    if a.value is None or b.low is None or b.high is None:
        return False
    return b.low <= a.value <= b.high


def _elsewhere(one: Counted, two: Counted) -> bool:
    """Return whether two figures are of different places that a document tells apart."""
    here, there = one.figure.place, two.figure.place
    if here is None or there is None or here == there:
        return False
    return here in two.known or there in one.known


def _digits(figure: FigureSketch) -> int:
    """Return how many significant digits a figure has; both ends of a range count."""
    values = [v for v in (figure.value, figure.low, figure.high) if v is not None]
    return sum(len(f"{value:f}".replace(".", "").strip("0")) for value in values)
