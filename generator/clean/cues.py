"""What the words of a line give away: furniture, labels, sections, credits.

A cue is evidence and no verdict: a line of forty words that mentions a newsletter
is still a paragraph. Who weighs cues against shape and place is ``blocks``.
"""

from __future__ import annotations

import re
from functools import cache

from generator.resources import word_list

STAGE = "clean"

_FRONT = re.compile(r"[\W\d_]+")
_APART = re.compile(r"[|·•»>/\t]|\s\s")
"""What may stand between the items of a menu."""
_BLANKS = re.compile(r"\s+")
_COUNTED = re.compile(r"^\(?\d[\d,.]{0,8}[km]?\)?\s*|\s*\(\d[\d,.]{0,8}\)$")

COPYRIGHT = re.compile(
    r"^\s*(?:copyright\b|©|\(c\)\s)|©\s{0,3}(?:copyright|\d{4})|copyright\s{0,3}(?:©|\(c\)|\d{4})",
    re.IGNORECASE,
)
"""A line that says who owns the page."""

COMMENT_COUNT = re.compile(
    r"^\W*(?:\d[\d,.]{0,8}|no|zero|one)\s{0,3}(?:comments?|repl(?:y|ies)|responses?|thoughts? on"
    r"|shares?|views?|likes?|diggs?|reactions?)\b.{0,60}$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^\W{0,3}(?P<label>[^:|\n]{2,60}?)\s{0,3}(?P<mark>:|\s[|–—-]\s|»|>>)\s*(?P<rest>\S.*)?$"
)
"""A label, its mark, and what follows on the same line."""


def folded(text: str) -> str:
    """Return a line in small letters without bullets, numbers and marks at its borders."""
    plain = _BLANKS.sub(" ", text.replace("’", "'")).strip().casefold()
    bare = _COUNTED.sub("", plain)
    front = _FRONT.match(bare)
    start, end = front.end() if front else 0, len(bare)
    # By hand: a pattern tied to the end would try a long run of marks from each mark.
    while end > start and not bare[end - 1].isalnum():
        end -= 1
    return bare[start:end] or plain


@cache
def phrases(name: str) -> frozenset[str]:
    """Return a word list as folded rows, for looking whole lines up."""
    return frozenset(folded(row) for row in word_list(STAGE, name))


@cache
def starts(name: str) -> re.Pattern[str]:
    """Return a pattern for lines that begin with a row of a list."""
    return re.compile(rf"^\W{{0,4}}(?:{_either(name)})(?!\w)", re.IGNORECASE)


@cache
def holds(name: str) -> re.Pattern[str]:
    """Return a pattern for a row of a list as whole words anywhere."""
    return re.compile(rf"(?<!\w)(?:{_either(name)})(?!\w)", re.IGNORECASE)


def may_hold(text: str, name: str) -> bool:
    """Return whether a row of a list may stand in a text: asked before a pattern, being cheap.

    False is sure; True means that the longest word of some row is there.
    """
    small = _small(text)
    return any(word in small for word in _longest_words(name))


def labelled(text: str, name: str) -> tuple[str, str] | None:
    """Return the label of a list that a line begins with, and the words after it.

    The label must end in a colon, a dash or a bar, or be the whole line; None if
    the line has no such label.
    """
    if folded(text) in phrases(name):
        return text.strip(), ""
    match = LABEL.match(text[:400])
    if not match or folded(match["label"]) not in phrases(name):
        return None
    rest = text[match.start("rest") :].strip() if match["rest"] else ""
    return text[: match.end("mark")].strip(), rest


def is_navigation(text: str) -> bool:
    """Return whether a line is a row of menu items or share buttons.

    Items stand apart by bars, dots, arrows or wide gaps and are a few words each.
    """
    if not _APART.search(text):
        return False
    items = [
        i.strip()
        for i in re.split(r"\s*[|·•»>/]\s+|\s+[|·•»>]\s*|\s{2,}|\t+", text.strip())
        if i.strip()
    ]
    if len(items) < 2 or len(items) > 60:
        return False
    known = sum(
        folded(i) in phrases("furniture_lines") or folded(i) in phrases("section_names")
        for i in items
    )
    short = all(len(i.split()) <= 4 for i in items)
    path = len(items) >= 3 and sum(text.count(mark) for mark in ">»›") >= 2
    return (short and path) or (
        short
        and (known * 2 >= len(items) or (len(items) >= 4 and not any(c in text for c in ",;")))
    )


@cache
def _longest_words(name: str) -> tuple[str, ...]:
    words = (max(re.split(r"[\s'’]+", row), key=len) for row in word_list(STAGE, name))
    return tuple(sorted({_small(word) for word in words}))


def _small(text: str) -> str:
    """Return a text without case, as patterns that ignore case see it: they take ı for i."""
    return text.casefold().replace("ı", "i")


def _either(name: str) -> str:
    rows = sorted(
        {row.replace("'", "['’]") for row in map(_escaped, word_list(STAGE, name))},
        key=lambda r: (-len(r), r),
    )
    return "|".join(rows)


def _escaped(row: str) -> str:
    return re.escape(row).replace(r"\ ", r"\s{1,3}")
