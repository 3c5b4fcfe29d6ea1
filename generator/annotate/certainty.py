"""How sure a sentence is: hedges, limiters, modals, negations, conditions; what it leaves open."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from generator.model import Span
from generator.resources import word_list


class Certainty(msgspec.Struct, frozen=True):
    """The words of a sentence that a retelling must not lose; each list sorted."""

    hedges: tuple[Span, ...] = ()
    limiters: tuple[Span, ...] = ()
    modals: tuple[Span, ...] = ()
    negations: tuple[Span, ...] = ()
    conditions: tuple[Span, ...] = ()


_MODAL = re.compile(
    r"(?<![\w’'-])(?:[Mm]ight|may|[Cc]ould|[Ww]ould|[Ss]hould|[Mm]ust|[Ww]ill|[Ss]hall|[Cc]an|[Ww]o|[Ss]ha"
    r"|[Oo]ught to|(?:[Hh]as|[Hh]ave|[Hh]ad) to|[Nn]eed not)"
    r"(?:not\b|n[’']t\b)?(?![\w-])"
)
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|his|her|its|their|our|my|free|good|ill|political|last)\s$", re.IGNORECASE
)
_SHORT_NOT = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|wo|ca|could|would|should|must"
    r"|might|need|ought|sha|ai)(n[’']t)\b",
    re.IGNORECASE,
)
_INVERTED = (
    r"(?:the|an?|any|there|it|they|he|she|we|you|this|that|these|those|his|her|its|their|our|my|no"
    r"|more)"
)
_CONDITION = re.compile(
    r"(?<![\w’'-])(?:(?:even|only|but|and)\s)?(?:if|unless|provided(?:\sthat)?|providing(?:\sthat)?"
    r"|as\slong\sas|so\slong\sas|in\scase(?:\sof)?|in\sthe\sevent(?:\sof|\sthat)?|on\scondition(?:\sthat|\sof)?"
    r"|assuming(?:\sthat)?|subject\sto|depending\son|pending|barring|contingent\son|in\swhich\scase"
    rf"|should\s(?={_INVERTED}\s)|were\s(?=(?:it|they|he|she|the|this|that)\s(?:[\w’'-]+\s){{1,4}}?to\s)"
    rf"|had\s(?=(?:it|they|he|she|we)\s(?:not\s)?\w+ed\b))"
    r"[^,;:.!?()“”\"«»\n–—]{0,200}(?![\w’'-])",  # a long one ends with a word all the same
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|know[ns]?|knew|wonder(?:ed|s|ing)?|see|sees|seen|say|said|doubt(?:ed|s)?|unclear"
    r"|sure|tell|told|check(?:ed)?|determine[ds]?|decide[ds]?|learn(?:ed)?|as|clear|question(?:ed)?)\s"
    r"(?:(?!that\b)\w+\s)?$",
    re.IGNORECASE,
)
_ANY_FEW = r"(?:[\w’'.-]+\s){0,5}?"
_EMPTY_IF = re.compile(
    r"if\s(?:any|anything|not|so|only|ever|you\slike|you\swill)\b", re.IGNORECASE
)


def certainty_of(text: str, span: Span) -> Certainty:
    """Find the words in a sentence that say how sure it is."""
    return Certainty(
        hedges=_all(_listed("claim_hedges"), text, span),
        limiters=_all(_listed("claim_limiters"), text, span),
        modals=_modals(text, span),
        negations=_negations(text, span),
        conditions=_conditions(text, span),
    )


def leaves_open(text: str, span: Span) -> bool:
    """Return whether a sentence says that something is not known or not told."""
    return _listed("claim_gaps").search(text, span.start, span.end) is not None


def _all(pattern: re.Pattern[str], text: str, span: Span) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in pattern.finditer(text, span.start, span.end))


def _modals(text: str, span: Span) -> tuple[Span, ...]:
    found = []
    for match in _MODAL.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 12) : match.start()]
        if match.group().lower() in ("wo", "sha") or _NOUN_BEFORE.search(before):
            continue
        found.append(Span(*match.span()))
    return tuple(found)


def _negations(text: str, span: Span) -> tuple[Span, ...]:
    short = (Span(*m.span(1)) for m in _SHORT_NOT.finditer(text, span.start, span.end))
    return tuple(sorted({*_all(_listed("claim_negations"), text, span), *short}))


def _conditions(text: str, span: Span) -> tuple[Span, ...]:
    """Find "if", "unless" and "should ... arise" with their clauses, to the next mark."""
    found = []
    for match in _CONDITION.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 30) : match.start()]
        word = match.group().lower()
        if re.match(r"(?:even\s)?if\b", word) and (_ASKED.search(before) or _EMPTY_IF.match(word)):
            continue
        clause = match.group().rstrip(" ’'")
        found.append(Span(match.start(), match.start() + len(clause)))
    return tuple(found)


@cache
def _listed(name: str) -> re.Pattern[str]:
    """Return a pattern for the rows of a list, the longest first, in any case."""
    rows = sorted(word_list("annotate", name), key=lambda row: (-len(row), row))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_row, rows))})(?![\w-])", re.IGNORECASE)


def _row(row: str) -> str:
    words = (
        _ANY_FEW if w == "~" else re.escape(w).replace("’", "[’']") + r"\s" for w in row.split()
    )
    return "".join(words).removesuffix(r"\s")
