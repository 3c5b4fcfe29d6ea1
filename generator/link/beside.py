"""The words beside a number: whether it tells a level, a change, or what is only foreseen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import msgspec

from generator.link.words import Token, stem, tokens, words_of
from generator.model import Span

REACH = 160
"""Characters of its sentence on either side of a number that are read."""
NEAR = 4
"""Words before a number, and after it, among which a forecast must be named."""
_THAN = frozenset({"less", "more", "fewer", "lower", "higher", "greater", "smaller"})
FOLLOWING = 7
"""Words after a number among which the place of what it counts must begin."""
_WITHIN = frozenset({"in", "at", "on", "around", "near", "across", "of"})
_LOOSE = frozenset(
    {"about", "around", "some", "roughly", "nearly", "almost", "over", "than", "more", "less",
     "least", "most", "at", "a", "an", "another", "further", "just", "only", "approximately",
     "estimated", "record"}
)  # fmt: skip
"""Words that may stand between a verb or "by" and the number."""


class Beside(msgspec.Struct, frozen=True):
    """A number in its sentence."""

    text: str
    span: Span
    sentence: Span

    @property
    def before(self) -> tuple[Token, ...]:
        """Words before the number in its sentence, as far as they are read."""
        start = max(self.sentence.start, self.span.start - REACH)
        return tuple(tokens(self.text, Span(start, max(start, self.span.start))))

    @property
    def after(self) -> tuple[Token, ...]:
        """Words after the number in its sentence, as far as they are read."""
        end = min(self.sentence.end, self.span.end + REACH)
        return tuple(tokens(self.text, Span(min(end, self.span.end), end)))

    def is_change(self, unit: str | None, counts: tuple[str, ...]) -> bool:
        """Return whether the number says how much something moved or differs.

        Args:
            unit: Of the number. "Cut 300 jobs" counts jobs; "fell 3 km" is a change.
            counts: Stems of what is counted.
        """
        before = [token.word for token in self.before]
        near = before[-NEAR:]
        if near[-2:] == ["up", "to"]:
            near = near[:-2]
        while near and near[-1] in _LOOSE:
            near.pop()
        moved = any(stem(word) in changes() for word in before)
        if near[-1:] == ["by"] and moved:
            return True
        if unit is not None and near and stem(near[-1]) in changes():
            return True
        following = [token.word for token in self.after[:NEAR]]
        compared = any(a in _THAN and b == "than" for a, b in pairwise(following))
        if unit is None:
            return compared
        lower = following[:1] and following[0] in _THAN
        return bool(compared or lower or changes().intersection(counts[:1]))

    def place(self, places: Mapping[int, str]) -> str | None:
        """Return the place named soon after the number, in its clause and after "in" or the like.

        Args:
            places: Plain names by where a mention begins.
        """
        last = ""
        for token in self.after[:FOLLOWING]:
            if token.opens:
                return None
            if last in _WITHIN and token.span.start in places:
                return places[token.span.start]
            last = token.word if token.word != "the" else last
        return None

    def is_foreseen(self, counts: tuple[str, ...]) -> bool:
        """Return whether the words next to the number forecast, plan or promise it."""
        words = (*self.before[-NEAR:], *self.after[:NEAR])
        return not _foreseeing().isdisjoint((*(stem(token.word) for token in words), *counts))


@cache
def changes() -> frozenset[str]:
    """Return the stems of words of becoming more or less."""
    return frozenset(stem(word) for word in words_of("changes"))


@cache
def _foreseeing() -> frozenset[str]:
    return frozenset(stem(word) for word in words_of("expectations"))
