"""The verbs that stand between a subject and its figure, in every form."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.word_classes import word_class
from generator.resources import word_list


@cache
def verb_forms() -> frozenset[str]:
    """Return every form of the verbs that stand between a subject and its figure."""
    forms: set[str] = set()
    for row in word_list("annotate", "figure_verbs"):
        verb, *irregular = row.split()
        forms |= {verb, *irregular, *_regular(verb, with_past=not irregular)}
    return frozenset(forms)


@cache
def _base_forms() -> frozenset[str]:
    """Return the verbs that look like a noun, as "rate" and "value": no past form is equal."""
    rows = (row.split() for row in word_list("annotate", "figure_verbs"))
    return frozenset(verb for verb, *past in rows if not past) - _EQUAL_PASTS


_EQUAL_PASTS = frozenset(["cost", "cut", "hit", "put", "set", "shed", "spread"])
"""Verbs whose past is written like their base form."""

_BEFORE_BASE = word_class("plural") | word_class("before base")


def acts(word: str, before: str) -> bool:
    """Return whether a word, in small letters, is a verb where it stands after another.

    "Rate" is none in "its key rate" and one in "critics rate": a base form needs a plural or
    "to" before it.
    """
    if word not in verb_forms():
        return False
    if word not in _base_forms():
        return True
    return (
        before.endswith("s") and not before.endswith(("ss", "us", "is", "’s", "'s"))
    ) or before in _BEFORE_BASE


def _regular(verb: str, *, with_past: bool) -> set[str]:
    stem = verb.removesuffix("e")
    if re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb):
        stem = verb + verb[-1]
    s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if re.search(r"[^aeiou]y$", verb):
        s, stem_past = verb[:-1] + "ies", verb[:-1] + "i"
    else:
        stem_past = stem
    return {s, stem + "ing"} | ({stem_past + "ed"} if with_past else set())


def is_told(word: str) -> bool:
    """Return whether a word in small letters is a past form, regular or not, and no base form."""
    irregular = word in verb_forms() and word not in _base_forms() and word[-1:] not in "sg"
    return irregular or is_past(word)


def is_past(word: str) -> bool:
    """Return whether a word in small letters looks like a regular past form."""
    return word.endswith("ed") and len(word) > 4 and not word.endswith("eed")
