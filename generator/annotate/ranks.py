"""Ordinals that rank or count: "the fourth largest", "for the 12th time", "the ninth since"."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.quantities import Quantity
from generator.annotate.word_classes import word_class
from generator.model import Span
from generator.resources import word_list

_SUPERLATIVE = re.compile(r"[\s-](?:most|least|best|worst|last|[a-z]{2,12}est)(?![a-z])")
_NO_SUPERLATIVE = word_class("no superlative")
_STOPS = word_class("after ordinal")
_TIME = re.compile(r"\s(?:[a-z]+\s)?time\b")
_OWNED = re.compile(
    r"(?:\b(?:the|its|his|her|their|our|my|your|this|that|such)|[’']s?)"
    r"(?:\s(?:already|also|only|very|now))?\s$",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\s(?:since\b|of (?:its|their|his|her) kind|(?:in|within) (?:as many|the (?:last|past)|[a-z]+ "
    r"(?:days|weeks|months|years))|this (?:week|month|year|season)|so far|on record)"
)
_NOUN = re.compile(r"\s(?:such\s)?((?:[a-z][a-z’'-]*))")
_SINCE = re.compile(r"\s(?:[^\s,;:.“”\"]+\s){1,10}since\b")
_WINDOW = 120


def is_rank(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Return whether an ordinal says how many there have been or which place something takes.

    "First" does so only with a "since"; "the first rehearsal" is an event and "for the first
    time" an emphasis. "A second lorry" is another lorry.
    """
    words = text[quantity.span.start : quantity.span.end]
    before = text[max(sentence.start, quantity.span.start - _WINDOW) : quantity.span.start]
    after = text[quantity.span.end : min(sentence.end, quantity.span.end + _WINDOW)]
    if words[:1].isupper() and before.strip(" “\"‘'"):
        return False
    if quantity.raw == 1:
        return bool(_SINCE.match(after)) and not _TIME.match(after)
    if superlative := _SUPERLATIVE.match(after):
        return superlative.group().strip(" -") not in _NO_SUPERLATIVE
    if _TIME.match(after) or _ELLIPTIC.match(after):
        return True
    noun = _NOUN.match(after)
    if noun is None or not _OWNED.search(before):
        return False
    return noun.group(1) not in _not_ranked() and noun.group(1) not in _STOPS


@cache
def _not_ranked() -> frozenset[str]:
    return frozenset(word_list("annotate", "figure_not_ranked"))
