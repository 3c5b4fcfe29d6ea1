"""Line ends within a paragraph: what stands in their place in the cleaned view.

A line ends between two words, or within one at a hyphen. Whether that hyphen
belongs to the word is asked of the document first, then of two word lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.model import Span
from generator.resources import word_list

SOFT = "\u00ad"
"""A hyphen that is one only at a line's end."""

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BEFORE = re.compile(r"(?:[^\W_]|[-\u2010'’.])*$")
_AFTER = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SUSPENDED = frozenset({"and", "or", "to", "nor", "und", "oder", "bis"})
"""After these a hyphen hangs: "two- and three-year"."""

LEAST_HEAD = 3
"""A shorter part before a hyphen is rather a syllable: "re-paid", "un-trained"."""

_CUT = frozenset({"-\n", "\u2010\n", f"{SOFT}\n"})
"""What stands at the end of a line within a word."""

_JOINED = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_LETTERS = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
"""Two or three letters cast as one; in the view they are letters, so that words are found."""


def find_joints(
    text: str, spans: Iterable[Span], *, hyphenated: bool = True
) -> tuple[tuple[Span, str], ...]:
    """Return the edits of the view, sorted and apart: line ends, their hyphens, ligatures.

    Args:
        text: The text of record; lines end in U+000A.
        spans: Its paragraphs, sorted and disjoint.
        hyphenated: Whether the program that set the text cut words at line ends; else
            a hyphen there is a compound's, unless the document has the word without.
    """
    known = _words(text)
    edits: list[tuple[Span, str]] = []
    for span in spans:
        at = text.find("\n", span.start, span.end)
        while at >= 0:
            edits.append(_joint(text, at, known, hyphenated=hyphenated))
            at = text.find("\n", at + 1, span.end)
    edits += [(Span(at, at + 1), _LETTERS[sign]) for at, sign in enumerate(text) if sign in _JOINED]
    return tuple(sorted(edits))


def _joint(text: str, at: int, known: frozenset[str], *, hyphenated: bool) -> tuple[Span, str]:
    """Return what becomes of one line end."""
    last = text[at - 1 : at]
    inner = at >= 2 and not text[at - 2].isspace()
    following = text[at + 1 : at + 2]
    if last == "\t":
        return Span(at, at + 1), ""
    if last == SOFT:
        return Span(at - 1, at + 1), ""
    if last in "-\u2010" and inner and text[at - 2].isalnum():
        return _at_hyphen(text, at, known, hyphenated=hyphenated)
    # A dash without a blank before it has none behind it either, and a slash has none.
    if (
        (last in "—/" and inner and following.isalnum())
        or (following == "—" and not text[at + 2 : at + 3].isspace())
        or (last == "–" and inner and text[at - 2].isdigit() and following.isdigit())
    ):
        return Span(at, at + 1), ""
    return Span(at, at + 1), " "


def _at_hyphen(text: str, at: int, known: frozenset[str], *, hyphenated: bool) -> tuple[Span, str]:
    before = _BEFORE.search(text, max(0, at - 41), at - 1)
    after = _AFTER.match(text, at + 1, at + 60)
    head = before[0] if before else ""
    tail = after[0] if after else ""
    if tail in _SUSPENDED and head.casefold() + tail not in known:
        return Span(at, at + 1), " "
    one, two = head.casefold(), tail.casefold()
    if f"{one}-{two}" in known:
        joined = False
    elif hyphenated and tail[:1].islower() and not head[-2:].isupper():
        joined = not _keeps_hyphen(one, two, known)
    else:
        joined = one + two in known
    return Span(at - 1 if joined else at, at + 1), ""


def _keeps_hyphen(head: str, tail: str, known: frozenset[str]) -> bool:
    """Return whether the hyphen between two parts of a word is its own."""
    if f"{head}-{tail}" in _list("hyphen_words"):
        return True
    if head + tail in known:
        return False
    return (
        not head[-1:].isalpha()
        or "." in head
        or ("-" in head and head.rpartition("-")[2] in known)
        or (head in _list("hyphen_first") and tail not in _list("word_endings"))
        or (
            tail in _list("hyphen_last")
            and len(head) >= LEAST_HEAD
            and head not in _list("closed_first")
        )
        or ("-" in tail and head in known)
        or (
            {head, tail} <= known
            and head not in _list("closed_first")
            and min(len(head), len(tail)) >= 4
        )
    )


def _words(text: str) -> frozenset[str]:
    """Return every word of a text that no line end cuts, in small letters."""
    return frozenset(
        m[0].casefold().replace("\u2010", "-")
        for m in _WORD.finditer(text)
        if text[max(0, m.start() - 2) : m.start()] not in _CUT
        and text[m.end() : m.end() + 2] not in _CUT
    )


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(word_list("readers", name))
