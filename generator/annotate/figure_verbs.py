"""The verbs that stand between a subject and its figure, in every form."""

from __future__ import annotations

import re
from functools import cache

from generator.resources import word_list


@cache
def verb_forms() -> frozenset[str]:
    """Return every form of the verbs that stand between a subject and its figure."""
    forms: set[str] = set()
    for row in word_list("annotate", "figure_verbs"):
        verb, *irregular = row.split()
        forms |= {verb, *irregular, *_regular(verb, with_past=not irregular)}
    return frozenset(forms)


def _regular(verb: str, *, with_past: bool) -> set[str]:
    stem = verb.removesuffix("e")
    if re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb):
        stem = verb + verb[-1]
    s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if re.search(r"[^aeiou]y$", verb):
        s, stem_past = verb[:-1] + "ies", verb[:-1] + "i"
    else:
        stem_past = stem
    return {s, stem + "ing"} | ({stem_past + "ed"} if with_past else set())


def is_past(word: str) -> bool:
    """Return whether a word in small letters looks like a regular past form."""
    return word.endswith("ed") and len(word) > 4 and not word.endswith("eed")
