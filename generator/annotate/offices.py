"""What people are called by office, work or part, and which kind of person that makes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from generator.annotate.gazetteer import (
    is_acronym,
    is_organisation,
    is_organisation_word,
    is_place,
    looks_like_organisation,
)
from generator.model import PersonKind
from generator.resources import word_list

PREPOSITION = re.compile(
    r"\s+(?:at|of|for|with|in|from|to|on|by|under|since|during|behind|over|against|into|about"
    r"|through|despite)\b"
)
"""What ends the noun group of a role: "head of research" is a head."""

KINDS = ("credit_only", "witness", "principal", "official", "expert")
"""Where a noun stands in two rows of the list, the later kind wins."""


@lru_cache(maxsize=4096)
def is_role_noun(word: str) -> bool:
    """Whether a word is what one person may be called by office, work or part.

    "Then-mayor" and "ex-minister" are as good as their second half.
    """
    return _noun(word) in _role_kinds()


@lru_cache(maxsize=4096)
def is_plural_role(word: str) -> bool:
    """Whether several people are called by a word: "economists", or "Sens." before names.

    "Rivals" and "sons" are none: whose they are is not said of each.
    """
    plain = word.casefold()
    if word in titles("plural"):
        return True
    one = plain.removesuffix("men") + "man" if plain.endswith("men") else plain.removesuffix("s")
    one = one.removesuffix("ie") + "y" if one.endswith("ie") else one
    return one != plain and one in _role_kinds() and one not in closed_words("relation")


def is_title_word(word: str) -> bool:
    """Whether a word may stand directly before a name: a role noun or a written title."""
    return is_role_noun(word) or word in titles("polite") or word in titles("office")


def is_short_title(word: str) -> bool:
    """Whether a full stop after a word is its own ("Gov.") and ends no sentence ("teacher.")."""
    listed = titles("office") | titles("polite") | titles("plural")
    return word in listed or word.removesuffix(".") in word_list("annotate", "abbreviated_titles")


def is_house(name: str) -> bool:
    """Whether a name is an organisation by list or shape."""
    words = name.split()
    short = len(words) == 1 and is_acronym(name) and not is_place(name)
    return is_organisation(name) or looks_like_organisation(words) or short


def is_house_noun(word: str) -> bool:
    """Whether a common noun says what kind of house the next name is: "the brokerage"."""
    return word in word_list("annotate", "house_nouns") or is_organisation_word(word)


def kind_of(role: str | None) -> PersonKind | None:
    """Return which kind of person a role makes, by its last known noun before a preposition."""
    if not role:
        return None
    words = re.findall(r"[\w’'-]+", PREPOSITION.split(role, maxsplit=1)[0])
    kinds = (_role_kinds().get(_noun(word)) or _title_kind(word) for word in reversed(words))
    kind = next((one for one in kinds if one), None)
    small = {word.casefold() for word in words}
    if kind == "expert" and small & closed_words("public"):
        return "official"
    return "principal" if kind == "official" and {"chief", "officer"} <= small else kind


@cache
def titles(which: str) -> frozenset[str]:
    """Return titles: ``polite``, ``office``, ``plural``, ``long`` ones, or words ``before`` one."""
    return frozenset(_table("titles").get(which, ()))


@cache
def closed_words(which: str) -> frozenset[str]:
    """Return one class of small words: ``function``, ``opening``, ``public``, ``time`` and more."""
    rows = (row.partition(": ") for row in word_list("annotate", "role_closed_words"))
    return frozenset(word for key, _, words in rows if key == which for word in words.split())


@cache
def role_words() -> frozenset[str]:
    """Return the words that stand before a role's noun and belong to it."""
    return frozenset(word_list("annotate", "role_words"))


@cache
def role_verbs() -> frozenset[str]:
    """Return the verbs after "who" that say what somebody does for a living."""
    return frozenset(word_list("annotate", "role_verbs"))


@cache
def _role_kinds() -> dict[str, PersonKind]:
    table = _table("role_nouns")
    return {noun: cast("PersonKind", kind) for kind in KINDS for noun in table[kind]}


def _noun(word: str) -> str:
    """Return a noun as the list has it, without "then-" and the like."""
    plain = word.casefold().removesuffix(".")
    lead, hyphen, rest = plain.partition("-")
    return rest if hyphen and lead in closed_words("time") and rest else plain


def _title_kind(word: str) -> PersonKind | None:
    if is_plural_role(word) and word not in titles("plural"):
        return kind_of(word.removesuffix("men") + "man" if word.endswith("men") else word[:-1])
    return "official" if {word, word + "."} & (titles("office") | titles("plural")) else None


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    """Return a list whose rows are ``key: word, word``, by key."""
    table: dict[str, tuple[str, ...]] = {}
    for row in word_list("annotate", name):
        key, _, words = row.partition(": ")
        table[key] = (*table.get(key, ()), *words.split(", "))
    return table
