"""Which words are the name of a news outlet: by the list, or by their last word."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.gazetteer import folded, phrases
from generator.model import Span
from generator.resources import word_list

_HEADING = re.compile(r"[“\"]?(?P<name>[^\W_][^:\n]{0,60}?):\s")


def is_known_outlet(words: str) -> bool:
    """Whether the words, "The" or not, are an outlet or agency of the list."""
    return folded(words) in phrases("outlets")


def looks_like_outlet(words: str) -> bool:
    """Whether two or more words have the shape of an outlet: "Norvik Courier"."""
    parts = words.split()
    last, first = _ends()
    if len(parts) < 2 or not all(
        p[0].isupper() or p in ("of", "the", "and", "on", "&", "de") for p in parts
    ):
        return False
    return parts[-1] in last or " ".join(parts[-2:]) in last or parts[0] in first


def is_outlet(words: str) -> bool:
    """Whether the words are an outlet by list or shape."""
    return is_known_outlet(words) or looks_like_outlet(words)


def headline_outlet(text: str, span: Span) -> Span | None:
    """Return the outlet named before a credited headline: "Norvik Courier: Pier reopens".

    A name of up to four capitalised words counts even if nobody knows it; a headline that
    merely holds a colon does not.
    """
    found = _HEADING.match(text, span.start, span.end)
    if not found:
        return None
    words = found["name"].split()
    named = (
        len(words) <= 4
        and all(word[0].isupper() for word in words)
        and not found["name"].endswith("s’")
    )
    return Span(*found.span("name")) if is_outlet(found["name"]) or named else None


def same_outlet(one: str, two: str) -> bool:
    """Whether two names are one outlet, or the shorter is the last word of the longer."""
    names = (folded(one).casefold().split(), folded(two).casefold().split())
    short, long = sorted(names, key=len)
    return bool(short) and long[-len(short) :] == short


@cache
def _ends() -> tuple[frozenset[str], frozenset[str]]:
    rows = word_list("annotate", "outlet_words")
    last = frozenset(row for row in rows if not row.startswith("+"))
    return last, frozenset(row[1:] for row in rows if row.startswith("+"))
