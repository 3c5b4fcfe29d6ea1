"""The subject of the clause that a figure ends: "sales of both plants had topped $5 billion"."""

from __future__ import annotations

import re

from generator.annotate.figure_verbs import is_past, verb_forms
from generator.annotate.word_classes import trimmed, word_class

MOST_WORDS = 12
"""A longer subject is cut: what follows its first words is a clause of its own."""

_AUXILIARY = word_class("auxiliary")
_FINITE = word_class("finite")
_DETERMINERS = word_class("determiner")
_OWNERS = word_class("owner")
_PRONOUNS = word_class("pronoun")
_ADVERBS = word_class("adverb")
_LEADS = word_class("lead")
_OPENERS = word_class("opener")
_REPORTING = word_class("reporting")
_ESTIMATES = word_class("estimate")
_JOINING = frozenset(["to", "itself", "themselves"])


def subject_before(before: str) -> str | None:
    """Return the subject of the clause that ends in the figure: the words before its last verb."""
    clause = re.split(r"[;:()“”\"«»]|\s[—–-]\s", before)[-1]
    tokens = list(re.finditer(r"[^\s,]+|,", clause))
    words = [t.group().lower().strip("’'") for t in tokens]
    verb = _last_verb(words)
    if verb is None:
        return None
    start = verb
    while start and not _opens_clause(words, start - 1):
        start -= 1
    while start < verb and (
        words[start] in _LEADS or words[start] in _ADVERBS or words[start] == ","
    ):
        start += 1
    subject = clause[tokens[start].start() : tokens[verb - 1].end()] if verb > start else ""
    found = trimmed(re.sub(r"\[\w+\]\s?", "", subject))
    if (
        found is None
        or re.split(r"[’']", found.lower())[0] in _PRONOUNS
        or words[verb] in _ESTIMATES
    ):
        return None
    return " ".join(found.split()[:MOST_WORDS])


def _last_verb(words: list[str]) -> int | None:
    """Return where the last group of verbs and adverbs begins; None without a verb."""
    for index in range(len(words) - 1, 0, -1):
        if _is_verb(words, index):
            start = index
            while start > 1 and _joins_verb(words, start):
                start -= 1
            return start
    return None


def _is_verb(words: list[str], index: int) -> bool:
    word, before = words[index], words[index - 1]
    known = word in _AUXILIARY or word in verb_forms() or is_past(word)
    return known and before not in _DETERMINERS and before not in _OWNERS


def _joins_verb(words: list[str], start: int) -> bool:
    """Return whether the word before belongs to the same group: "had already topped"."""
    before = words[start - 1]
    if before in _ADVERBS:
        return True
    if words[start] in _FINITE:
        # "the grain that must be dried is": a finite verb begins its group.
        return False
    if before in _AUXILIARY or before in _JOINING or before.endswith("ly"):
        return True
    return before in verb_forms() and words[start - 2] not in _DETERMINERS | _OWNERS


def _opens_clause(words: list[str], index: int) -> bool:
    """Return whether a clause begins after the word at ``index``."""
    word = words[index]
    if word == ",":
        return True
    if word in _OPENERS:
        # "the grain that must be dried" is one noun; "said that the grain" is not.
        return not (word == "that" and index and words[index - 1] not in _REPORTING)
    return False
