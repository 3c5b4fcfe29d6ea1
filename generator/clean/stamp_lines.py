"""Stamps: lines that say when and by whom in one, and what else such a line holds."""

from __future__ import annotations

import re

from generator.clean.bylines import is_byline, names_of
from generator.clean.dates_stated import SAYS_PUBLISHED, days_in, has_date, without_date

MAX_LENGTH = 200
"""Characters of a stamp; a longer line with a day in it is a paragraph."""

LOOSE = 6
"""Words that a stamp may hold beside day, name and counts if it says "by" or "published"."""

BARE = 3
"""The same for a line with no such word: the outlet before the day, or the name behind it."""

_READING = re.compile(
    r"(?:\b(?:estimated )?(?:reading|lese)\s?(?:time|zeit)\W{0,3})?(?:\babout )?"
    r"\b\d{1,3}[\s-]?min(?:ute)?s?\.?(?:\s(?:read|reading))?\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:\d[\d,.]{0,8}|no|one|leave an?|add an?|post an?)\s(?:comments?|repl(?:y|ies)|responses?"
    r"|shares?|views?|likes?|kommentare?)\b|\bshare\b",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"\b(?:posted |filed |published )?(?:in|under)\s?:?\s?(?:[\w&’'/-]+[\s,&]{0,3}){1,8}$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:by|von|par|por|published|posted|updated|released|written|last modified)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_stamp(text: str) -> bool:
    """Return whether a line says when, perhaps by whom, and hardly anything else.

    Reading time, counts of comments and the topic that it is filed under are
    commonly set in the same line and count for nothing.
    """
    if len(text) > MAX_LENGTH or not has_date(text):
        return False
    left = _without_names(text)
    for pattern in (_READING, _COUNTS):
        left = pattern.sub(" ", left)
    left = without_date(_FILED.sub(" ", left))
    if SAYS_PUBLISHED.match(text) and days_in(text[: len(text) // 2 + 30]):
        return len(_WORD.findall(left)) <= 2 * LOOSE
    said = bool(_SAYS.search(text))
    closed = text.rstrip().endswith(".") and len(left.split()) > 1
    return not closed and len(_WORD.findall(left)) <= (LOOSE if said else BARE)


def signs(text: str) -> bool:
    """Return whether a stamp says by whom, with the word for it and a name behind it."""
    return is_byline(text) and bool(names_of(text, handles=True))


def _without_names(text: str) -> str:
    for name in reversed(names_of(text, handles=True)):
        text = text[: name.start] + " " + text[name.end :]
    return text
