"""Given names: the first evidence that a run of capitalised words is a person."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from generator.resources import word_list


def gender_of(name: str) -> str | None:
    """Return ``f`` or ``m`` where the first given name is borne by one sex only, else None."""
    first = _folded(re.split(r"[\s-]", name, maxsplit=1)[0])
    if first in _names("given_female"):
        return "f"
    return "m" if first in _names("given_male") else None


def is_given(word: str) -> bool:
    """Whether a word is a known given name, accents or not; "Anne-Marie" by its first half."""
    return any(part in _names(which) for part in _parts(word) for which in _LISTS)


def is_telling(word: str) -> bool:
    """Whether a given name alone speaks for a person: no word that is also a place or a surname."""
    return any(part in _names(which) for part in _parts(word) for which in _LISTS[:2])


def _parts(word: str) -> tuple[str, ...]:
    """Return a word and, of a double name, its first half; "Long-dated" is no double name."""
    first, _, second = word.partition("-")
    return (_folded(word), _folded(first)) if second[:1].isupper() else (_folded(word),)


_LISTS = ("given_female", "given_male", "given_either")


@cache
def _names(which: str) -> frozenset[str]:
    rows = word_list("annotate", which)
    return frozenset(_folded(name) for row in rows for name in row.split())


def _folded(word: str) -> str:
    """Return a word without accents and case: "Renée" and "RENEE" are one name."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()
