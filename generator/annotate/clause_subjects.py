"""The subject of the clause that a figure ends: "sales of both plants had topped $5 billion"."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.annotate.figure_verbs import acts, is_past, verb_forms
from generator.annotate.word_classes import trimmed, word_class

MOST_WORDS = 12
"""A longer subject is cut: what follows its first words is a clause of its own."""

_AUXILIARY = word_class("auxiliary")
_FINITE = word_class("finite")
_DETERMINERS = word_class("determiner")
_OWNERS = word_class("owner")
_PRONOUNS = word_class("pronoun")
_ADVERBS = word_class("adverb")
_LINKS = word_class("link")
_LEADS = word_class("lead")
_OPENERS = word_class("opener")
_REPORTING = word_class("reporting")
_ESTIMATES = word_class("estimate")
_RELATIVE = frozenset(["that", "which", "who", "whose", "where"])
_JOINING = frozenset(["to", "itself", "themselves"])
_SET = frozenset(
    [
        "forecast",
        "set",
        "due",
        "likely",
        "unlikely",
        "able",
        "bound",
        "forced",
        "going",
        "meant",
        "poised",
    ]
)
"""Words between a form of "be" and "to" that belong to the verb: "is forecast to reach"."""

_TIME_FIRST = re.compile(
    r"^(?:From|In|On|By|Since|At|During|After|Before|Until|For|This|Last|Next)\s"
    r"(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s|early\s|late\s|mid-|the\s)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|quarter|year|\d{4})"
    r"(?:\s\d{1,2}(?!\d))?(?:,?\s\d{4})?\s"
)


def subject_before(before: str) -> str | None:
    """Return the subject of the clause that ends in the figure: the words before its last verb."""
    clause = re.split(r"[;:()“”\"«»]|\s[—–-]\s", before)[-1]
    tokens = list(re.finditer(r"[^\s,]+|,", clause))
    words = [t.group().lower().strip("’'") for t in tokens]
    verb = _last_verb(words)
    if verb is None or _has_infinitive(words[verb:]):
        return None
    start = verb
    while start and not _opens_clause(words, start - 1):
        start -= 1
    while start < verb and (
        words[start] in _LEADS or words[start] in _ADVERBS or words[start] == ","
    ):
        start += 1
    first = _first_verb(words, start, verb)
    if first != verb and not {"and", "but", "or"}.intersection(words[first:verb]):
        # "a court ordered the firm to pay": the figure's verb has another subject.
        return None
    verb = first
    subject = clause[tokens[start].start() : tokens[verb - 1].end()] if verb > start else ""
    found = trimmed(_TIME_FIRST.sub("", re.sub(r"\[\w+\]\s?", "", subject)))
    if (
        found is None
        or re.split(r"[’']", found.lower())[0] in _PRONOUNS
        or words[verb] in _ESTIMATES
    ):
        return None
    return " ".join(found.split()[:MOST_WORDS])


def _has_infinitive(words: list[str]) -> bool:
    """Return whether another verb follows with "to": "ordered the firm to repay"."""
    plain = _DETERMINERS | _OWNERS | _ADVERBS
    return any(
        word == "to" and after.isalpha() and after not in plain and after not in verb_forms()
        for word, after in pairwise(words)
        if after not in _AUXILIARY
    )


def _first_verb(words: list[str], start: int, last: int) -> int:
    """Return where the first verb stands of a subject that has several: "cut jobs and shed 5 %".

    The verb of a relative clause belongs to the noun before it: "the grain that must be dried".
    """
    relative = False
    for index in range(start + 1, last):
        if words[index] in _RELATIVE:
            relative = True
        elif words[index] in ("and", "but", "or") and relative:
            return last
        elif not relative and _is_finite(words, index):
            return index
    return last


def _is_finite(words: list[str], index: int) -> bool:
    """Return whether a word is surely a verb with a subject: no participle, no noun."""
    word, before = words[index], words[index - 1]
    if before in _DETERMINERS or before in _OWNERS or word.endswith("ing"):
        return False
    if is_past(word):
        # "a study published on Monday" has a participle; "girls outperformed boys" has none.
        return words[index + 1] not in _LINKS
    return word in _AUXILIARY or (acts(word, before) and not word.endswith("s"))


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
    known = word in _AUXILIARY or acts(word, before) or is_past(word)
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
    if words[start] == "to":
        owned = words[start - 2] in _DETERMINERS | _OWNERS
        return before in _SET or (not owned and (before in verb_forms() or is_past(before)))
    return words[start - 2] in _AUXILIARY and before in verb_forms()


def _opens_clause(words: list[str], index: int) -> bool:
    """Return whether a clause begins after the word at ``index``."""
    word = words[index]
    if word == ",":
        return True
    if word in _OPENERS:
        # "the grain that must be dried" is one noun; "said that the grain" is not.
        return not (word == "that" and index and words[index - 1] not in _REPORTING)
    return False
