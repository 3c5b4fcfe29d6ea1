"""Numbers in English words: "sixty-two and a third", "two dozen", "third", "two-thirds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

import msgspec

from generator.annotate.word_classes import words_of
from generator.model import Span

Form = Literal["digits", "words", "ordinal", "fraction"]

Read = tuple[int, Fraction, Form]
"""How many words a number takes, its value and its form."""

_WORD = re.compile(r"[A-Za-z]+")


def _valued(name: str, first: int, step: int) -> dict[str, int]:
    words = words_of("figure_number_words", name)
    return {word: first + index * step for index, word in enumerate(words)}


_UNITS = _valued("unit", 1, 1)
_TENS = _valued("ten", 20, 10)
_ORDINALS = _valued("ordinal", 1, 1)
_TENTHS = _valued("tenth", 20, 10)
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SINGULAR_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    **{word: value for word, value in _ORDINALS.items() if 5 <= value <= 12},
}
_PLURAL_PARTS = {word + "s": value for word, value in _SINGULAR_PARTS.items()} | {"halves": 2}
_OPENERS = frozenset({*_UNITS, *_TENS, *_ORDINALS, *_TENTHS, "a", "an", "half"})
_ARTICLES = ("a", "an")


def read_words(text: str, span: Span) -> Iterator[tuple[Span, Fraction, Form]]:
    """Yield the numbers that are written in words, in the order of the text."""
    found = _WORD.finditer(text, span.start, span.end)
    reader = _Reader(text, [(m.group().lower(), Span(*m.span())) for m in found])
    index = 0
    while index < len(reader.words):
        word, place = reader.words[index]
        read = reader.read(index) if word in _OPENERS and _stands_alone(text, place) else None
        if read:
            yield Span(place.start, reader.words[index + read[0] - 1][1].end), read[1], read[2]
        index += read[0] if read else 1


def _stands_alone(text: str, word: Span) -> bool:
    """Return whether a word is no part of a code or of a longer word such as "twenty-one-ish"."""
    before = text[word.start - 1] if word.start else " "
    after = text[word.end] if word.end < len(text) else " "
    return not (before.isalnum() or before in "_-'’.@" or after.isalnum() or after == "_")


class _Reader(msgspec.Struct, frozen=True):
    """Reads one number after another out of a list of words."""

    text: str
    words: list[tuple[str, Span]]

    def after(self, index: int) -> str:
        """Return the word after ``index`` if one blank or hyphen parts the two; else nothing."""
        if index + 1 >= len(self.words):
            return ""
        gap = self.text[self.words[index][1].end : self.words[index + 1][1].start]
        return self.words[index + 1][0] if gap in (" ", "-", "\n") else ""

    def read(self, index: int) -> Read | None:
        """Return the number that begins at ``index``; None if none does."""
        word = self.words[index][0]
        if word in _ORDINALS or word in _TENTHS:
            return 1, Fraction(_ORDINALS.get(word) or _TENTHS[word]), "ordinal"
        if word == "half":
            return self._half(index)
        if word in _ARTICLES and (part := _SINGULAR_PARTS.get(self.after(index))):
            return 2, Fraction(1, part), "fraction"
        used, value = self._cardinal(index)
        return self._counted(index, used, value) if used else None

    def _counted(self, index: int, used: int, value: Fraction) -> Read:
        """Return a cardinal with what may follow it: "two-thirds", "twenty-first"."""
        word = self.words[index][0]
        after = self.after(index + used - 1)
        part = (_SINGULAR_PARTS if value == 1 else _PLURAL_PARTS).get(after)
        if part and value.denominator == 1 and value < 20:
            return used + 1, value / part, "fraction"
        if used == 1 and word in _TENS and _ORDINALS.get(after, 10) < 10:
            return 2, value + _ORDINALS[after], "ordinal"
        return used, value, "words"

    def _half(self, index: int) -> Read:
        if self.after(index) in _ARTICLES and (scale := _SCALES.get(self.after(index + 1))):
            return 3, Fraction(scale, 2), "words"
        return 1, Fraction(1, 2), "fraction"

    def _cardinal(self, index: int) -> tuple[int, Fraction]:
        """Read "three", "a dozen", "two hundred and five thousand"; 0 words if there is none.

        Scale words must fall, so that "two thousand three million" is two numbers.
        """
        total, current, ceiling = Fraction(0), Fraction(0), Fraction(10**15)
        word, at = self.words[index][0], index
        if word in _ARTICLES:
            word, at, current = self.after(index), index + 1, Fraction(1)
            if word not in _SCALES:
                return 0, total
        used = 0
        while word:
            step = 1
            if word == "hundred" and 0 < current < 100:
                current *= 100
            elif word in _SCALES and word != "hundred" and current and _SCALES[word] < ceiling:
                ceiling = Fraction(_SCALES[word])
                total, current = total + current * ceiling, Fraction(0)
            elif _follows(current, word):
                current += _TENS.get(word) or _UNITS[word]
            elif word == "and" and (more := self._after_and(at, current or total)):
                current, step = current + more[0], more[1]
            else:
                break
            at += step
            used, word = at - index, self.after(at - 1)
        return (used, total + current) if total + current else (0, total)

    def _after_and(self, at: int, so_far: Fraction) -> tuple[Fraction, int] | None:
        """Return what "and" at ``at`` adds to a number, and how many words that takes with it."""
        one = self.after(at)
        two = self.after(at + 1) if one else ""
        if one == "a" and two in ("half", "quarter"):
            return Fraction(1, _SINGULAR_PARTS[two]), 3
        if so_far >= 100 and so_far % 100 == 0 and (one in _TENS or one in _UNITS):
            return Fraction(_TENS.get(one) or _UNITS[one]), 2
        return None


def _follows(current: Fraction, word: str) -> bool:
    """Return whether a small number may follow: "twenty five", "hundred five", not "two three"."""
    if word in _TENS:
        return current % 100 == 0
    if word not in _UNITS:
        return False
    tens = current % 10 == 0 and current % 100 >= 20 and _UNITS[word] < 10
    return current % 100 == 0 or tens
