"""Whether words stand in a text of record, however it is marked up or damaged.

The cleaned view may have put damaged letters right and left signs of markup out. What is
printed in words of the view must all the same be read in the record, by rules that do
not lean on the map between the two.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import cached_property

_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(
    r"\]\([^()\n]{0,2000}\)|\]\[[^\[\]\n]{0,200}\]|</?[a-zA-Z][^<>]{0,500}>"
    "|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""What the text of record holds and a reader does not see: where a link leads, tags, and
characters without width."""


class Wording:
    """A text of record, indexed by its words, so that a phrase is found without reading it all."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = _tokens(text)
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            self._places.setdefault(word, []).append(place)
        self._known: dict[str, bool] = {}

    def says(self, words: str) -> bool:
        """Return whether words stand in the text, one after the other and whole."""
        if words not in self._known:
            phrase = _tokens(words)
            self._known[words] = (
                self._holds(phrase) or self._shows(words) if phrase else words in self.text
            )
        return self._known[words]

    def _holds(self, phrase: Sequence[str]) -> bool:
        counts = [len(self._places.get(word, ())) for word in phrase]
        rare = counts.index(min(counts))
        starts = (place - rare for place in self._places.get(phrase[rare], ()))
        return any(self._words[at : at + len(phrase)] == phrase for at in starts if at >= 0)

    def _shows(self, words: str) -> bool:
        """Return whether a reader of the marked up or damaged text would read the words."""
        if self._seen and _glued(words) in self._seen:
            return True
        ascii_ = _ascii(words)
        return not words.isascii() and bool(ascii_) and ascii_ in self._undamaged

    @cached_property
    def _seen(self) -> str:
        """The letters that a reader sees; empty where the text hides none."""
        seen = _readable(self.text)
        marked = seen != self.text or re.search(r"[*_~`\\]", seen)
        return _glued(seen) if marked else ""

    @cached_property
    def _undamaged(self) -> str:
        return _ascii(_readable(self.text))


def same(name: str, words: str) -> bool:
    """Return whether a slice of the source reads as a name, markup and damage aside."""
    seen = _readable(words)
    if _glued(name) == _glued(seen):
        return bool(_glued(name)) or name == words
    return not name.isascii() and _ascii(name) == _ascii(seen) != ""


def kin(name: str, words: str) -> bool:
    """Return whether a slice of the source is a name or shares a word with it."""
    return bool(set(_tokens(name)) & set(_tokens(_readable(words)))) or same(name, words)


def _tokens(words: str) -> list[str]:
    return _WORD.findall(words.casefold())


def _readable(words: str) -> str:
    return _MARKUP.sub("", html.unescape(words))


def _glued(words: str) -> str:
    return "".join(_tokens(words))


def _ascii(words: str) -> str:
    """Return the ASCII letters and digits, since a wrong encoding damages no others."""
    return "".join(re.findall(r"[a-z0-9]+", words.casefold()))


def is_cut(text: str, at: int) -> bool:
    """Return whether a place lies between two letters or two digits.

    Scripts without capitals need no blank between words, so only letters that have
    a case count. A damaged mark before a word may end in such a letter (``â€œ``, ``Ò``): one
    beyond ASCII that itself follows no ASCII letter is not held to be part of the word.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isdecimal() and after.isdecimal():
        return True
    if not all(sign.islower() or sign.isupper() for sign in (before, after)):
        return False
    if before.islower() and after.isupper():
        return False  # two words that a page runs together: "RuizDecember"
    beyond = text[at - 2 : at - 1]
    return before.isascii() or not after.isascii() or (beyond.isascii() and beyond.isalpha())
