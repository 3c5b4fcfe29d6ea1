"""Words for comparison: where each stands, and the stem under which it is counted.

Texts are compared by stems, never changed: a token keeps its place in the text
of record. The stems are those of a light suffix stripper in the manner of
Porter (1980); two forms of one word must meet, a readable stem is no aim.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import msgspec

from generator.model import Span
from generator.resources import word_list

_PAD = "\N{WORD JOINER}"
"""Fills the place of characters that a repair drops, so that no offset moves."""

_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|[^\W\d_](?:\.[^\W\d_])+\b|[^\W\d_](?:[^\W\d_]|{_PAD}|['’](?=[^\W\d_]))*"
)
_BREAK = re.compile(r"[.!?…][\"”’»)\]]*\s|\n\s*\n")
_PAUSE = re.compile(r"[,;:()—]|\s[–-]\s")
_DAMAGED = re.compile("[\u0080-\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{2,}")
_SUFFIXES = (
    ("izations", 3), ("ization", 3), ("ations", 3), ("ation", 3), ("ators", 3), ("ator", 3),
    ("ments", 3), ("ment", 4), ("nesses", 3), ("ness", 3), ("ically", 3), ("arily", 3),
    ("ical", 3), ("ally", 3), ("ities", 3), ("ity", 3), ("ings", 3), ("ing", 3), ("ions", 4),
    ("ion", 4), ("ors", 4), ("or", 4), ("ers", 4), ("er", 4), ("est", 4), ("ies", 2), ("ied", 2),
    ("ial", 3), ("al", 4), ("ary", 4), ("ily", 3), ("ly", 3), ("ed", 3), ("es", 3), ("s", 3),
    ("y", 2), ("e", 3),
)  # fmt: skip
"""Suffix and the fewest letters that must stay before it; the longest that fits is taken."""


class Token(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One word of a text."""

    word: str
    """Case folded, without accents and possessive ending."""
    span: Span
    opens: int
    """What ends before it: 0 nothing, 1 a clause, 2 a sentence or a piece of a quotation."""


def tokens(text: str, span: Span) -> Iterator[Token]:
    """Yield the words of a stretch of text, in order.

    A contraction with "not" gives two tokens of one place, since the negation counts.
    """
    stretch = readable(span.of(text))
    last = 0
    for match in _WORD.finditer(stretch):
        between = stretch[last : match.start()]
        opens = (
            0 if not last else 2 if _BREAK.search(between) else int(bool(_PAUSE.search(between)))
        )
        last = match.end()
        place = Span(span.start + match.start(), span.start + match.end())
        for word in _parts(match.group().replace(_PAD, "")):
            yield Token(word, place, opens)
            opens = 0


def readable(text: str) -> str:
    """Return the text with letters damaged by a wrong decoding put right, at equal length.

    UTF-8 read as Windows-1252 turns one letter into two or three. Only a run that
    decodes back without a fault is taken for that; the rest is left as it stands.
    """
    if text.isascii():
        return text
    return _DAMAGED.sub(lambda match: _decoded(match.group()), text)


def repaired(text: str) -> str:
    """Return :func:`readable` without the fillers: for a string that stands alone."""
    return readable(text).replace(_PAD, "")


def plain(text: str) -> str:
    """Return the text case folded, accents and possessive endings left out."""
    folded = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).removesuffix("'s")


@cache
def stem(word: str) -> str:
    """Return the form under which a plain word is counted.

    Numbers lose their thousands signs, number words become numbers, and words that
    news uses for one thing become the first of them.
    """
    if word[0].isdigit():
        return re.sub(r",(?=\d{3}\b)", "", word)
    base = table("irregular").get(word, word)
    base = table("numbers").get(base, base)
    return _alike().get(_stripped(base), _stripped(base))


@cache
def table(name: str) -> dict[str, str]:
    """Return a list of pairs as a look-up from the first word of each row to the second."""
    return dict(row.split(maxsplit=1) for row in word_list("link", name))


@cache
def words_of(name: str) -> frozenset[str]:
    """Return all words of a list, plain, whatever their row."""
    return frozenset(plain(word) for row in word_list("link", name) for word in row.split())


def content_stems(found: Iterator[Token] | tuple[Token, ...]) -> frozenset[str]:
    """Return the stems of those words that say what a statement is about."""
    stop = words_of("stop")
    return frozenset(stem(token.word) for token in found if token.word not in stop)


def content_words(text: str | None) -> frozenset[str]:
    """Return :func:`content_stems` of a string that stands alone; empty for None."""
    return content_stems(tokens(text, Span(0, len(text)))) if text else frozenset()


def weight(word: str) -> float:
    """Return how much a stem says by itself: words that any story may hold count half."""
    return 0.5 if word in _common() else 1.0


def _parts(word: str) -> tuple[str, ...]:
    """Return the plain words in one run of letters."""
    word = plain(word)
    if word.endswith("n't"):
        return (word.removesuffix("n't"), "not") if word != "can't" else ("can", "not")
    if "." in word and not word[0].isdigit():
        return (word.replace(".", ""),)
    return tuple(part for part in word.partition("'")[:1] if part) or (word.strip("'"),)


def _decoded(run: str) -> str:
    try:
        letters = b"".join(_byte(c) for c in run).decode("utf-8")
    except UnicodeError:
        return run
    return "".join(c + _PAD * (len(c.encode()) - 1) for c in letters)


def _byte(character: str) -> bytes:
    """Return the byte that Windows-1252 shows so; five of its bytes are unassigned and pass."""
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")


def _stripped(word: str) -> str:
    """Return the word without the longest suffix of the table that fits."""
    for suffix, kept in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= kept and not word.endswith("ss"):
            base = word[: -len(suffix)]
            if suffix in ("ies", "ied"):
                return _stripped(base + "y")
            if suffix == "s":
                return _stripped(base)
            if suffix in ("ily", "y"):
                return base + "i"
            doubled = base[-1] == base[-2] and base[-1] not in "aeiouls"
            return base[:-1] if doubled else base.removesuffix("e") if len(base) > 3 else base
    return word


@cache
def _alike() -> dict[str, str]:
    rows = [[_stripped(word) for word in row.split()] for row in word_list("link", "alike")]
    return {word: row[0] for row in rows for word in row}


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in words_of("common"))
