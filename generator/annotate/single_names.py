"""People of one word: "President Hale", "Bob said", and the surname that everybody knows."""

from __future__ import annotations

import re

from generator.annotate.candidates import Candidate, is_titled
from generator.annotate.gazetteer import (
    is_acronym,
    is_everyday,
    is_known_demonym,
    is_opener,
    is_organisation,
    is_organisation_word,
    is_place,
    is_subject,
)
from generator.annotate.given import is_telling
from generator.annotate.naming import fold
from generator.annotate.offices import is_plural_role, is_role_noun, titles
from generator.annotate.outlets import is_known_outlet, looks_like_outlet
from generator.model import Span

_FIRST_NAME = re.compile(
    r"\b(?:first|given|last|full)\s+name\b(?:\sonly|\salone)?(?:,|:|\sis|\swas|\sas)\s+$"
)
_SAYS_OF_SELF = re.compile(
    r"\s(?:has\s|had\s|also\s|later\s|then\s)?(?:said|says|told|tells|added|wrote|argued|warned|insisted|noted"
    r"|denied|replied|vowed|promised|claimed|recalled|explained)\s(?:(?:her|him|them|us|me|reporters)\s)?(?:that\s)?(?:he|she)\b"
    r"|[’']s\s(?:wife|husband|son|daughter|mother|father|lawyer|attorney|brother|sister|family|widow)\b"
)
"""What is said of one human right after the name: "Hale said that he", "Hale's wife"."""
_THING_BEFORE = re.compile(r"\b(?:at|in|inside|into|within|outside|near)\s(?:the\s)?$")
_THING_AFTER = re.compile(
    r",?\swhich\b|\s(?:\w+\s)?\w+(?:ed|id|ies|ys)\s(?:that\s)?its\b"
    r"|[’']s\s(?:shares|offices?|headquarters|stock|customers|board|website|spokes\w+|valuation|investors)\b"
    r"|\s(?:Inc|Co|Corp|Ltd|plc|PLC|shares|stock)\b"
)
"""What is said of companies and places only: one such place decides for all."""
_SAYS_IT = re.compile(
    r"\s(?:\w+\s)?(?:said|says|announced)\s(?:\w+day\s)?(?:that\s)?it\s(?:would|will|had|has|plans|planned|expects|aims)\b"
)
"""How a company speaks of itself, and a man of the weather."""
_INNER_CAPITAL = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Le)(?<!^La)(?<!^Van)(?<=[a-z])[A-Z]")
_PERSONAL = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"))
"""Titles that no place, house or origin ever bears: "Mr. Black" is a man."""


def is_single(candidate: Candidate, text: str) -> bool:
    """Whether one word with a title before it names a person: "President Hale"."""
    if len(candidate.words) != 1 or candidate.headline:
        return False
    word, title = candidate.words[0], candidate.titled
    lead = text[max(0, candidate.span.start - 60) : candidate.span.start]
    if _FIRST_NAME.search(lead):
        return not is_place(word)
    if title in _PERSONAL:
        return len(word) > 1 and not (is_opener(word) or is_role_noun(word))
    written = (
        title in titles("polite")
        or title in titles("office")
        or title.capitalize() in titles("office")
    )
    return written and is_titled(title) and _may_be_surname(word)


def called_alone(candidates: list[Candidate], text: str, heard: frozenset[str]) -> frozenset[Span]:
    """Return the places of single words that name a person though no full name or title does.

    Args:
        candidates: All candidates of a document.
        text: The view.
        heard: Folded words that stand somewhere beside a verb of saying.

    Returns:
        A known given name that says something ("Bob said"), and a word that says something of
        itself as "he" or "she"; none that is somewhere treated as a company or a place. All
        places of the word.
    """
    lone = [c for c in candidates if len(c.words) == 1 and not c.headline]
    spoken = [c for c in lone if fold(c.words[0]) in heard and _may_be_surname(c.words[0])]
    people = {
        fold(c.words[0])
        for c in spoken
        if is_telling(c.words[0]) or _SAYS_OF_SELF.match(text, c.span.end, c.span.end + 60)
    }
    things = {
        fold(c.words[0])
        for c in spoken
        if _is_thing(c.span, text)
        or (not is_telling(c.words[0]) and _SAYS_IT.match(text, c.span.end, c.span.end + 60))
    }
    return frozenset(c.span for c in spoken if fold(c.words[0]) in people - things)


def _is_thing(span: Span, text: str) -> bool:
    """Whether the words around a name are those around a company or a place."""
    before = text[max(0, span.start - 16) : span.start]
    after = _THING_AFTER.match(text, span.end, span.end + 60)
    return bool(after or _THING_BEFORE.search(before) or _INNER_CAPITAL.search(span.of(text)))


def _may_be_surname(word: str) -> bool:
    """Whether a capitalised word is none that a list knows as something else."""
    listed = (
        is_place(word)
        or is_organisation(word)
        or is_organisation_word(word)
        or is_known_outlet(word)
        or looks_like_outlet(f"The {word}")
        or is_everyday(word)
        or is_known_demonym(word)
        or is_opener(word)
        or is_subject(word)
    )
    office = word in titles("before") or word in titles("office")
    called = is_role_noun(word) or is_plural_role(word) or office
    return len(word) > 1 and not (listed or called or word.isupper() or is_acronym(word))
