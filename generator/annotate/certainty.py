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
    r"\b(?:the|a|an|his|her|its|their|our|my|free|good|ill|political|last|living|military|naval|at"
    r"|with all)"
    r"\s$",
    re.IGNORECASE,
)
_SHORT_NOT = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|wo|ca|could|would|should|must"
    r"|might|may|dare|need|ought|sha|ai)(n[’']t)\b",
    re.IGNORECASE,
)
_PARTICIPLE = (
    r"(?:\w+ed|known|been|gone|seen|done|come|won|lost|taken|given|made|held|left|kept|found|paid|told"
    r"|heard|met|fallen|risen|grown|written|broken|chosen|begun|built|bought|sold)"
)
_INVERTED = (
    r"(?:the|an?|any|there|it|they|he|she|we|you|this|that|these|those|his|her|its|their|our|my|no"
    r"|more)"
)
_CONDITION = re.compile(
    r"(?<![\w’'-])(?:(?:even|only|but|and)\s)?(?:if|unless|provided(?:\sthat)?|providing(?:\sthat)?"
    r"|(?<!twice\s)(?<!times\s)(?<!half\s)(?<!for\s)(?<!last\s)(?<!lasted\s)(?<!take\s)(?<!took\s)as\slong\sas"
    r"(?!\s(?:planned|expected|possible|ever|usual|before|an?\s|\d|two|three|four|five|six|ten))|so\slong\sas"
    r"|in\scase(?:\sof)?(?!\s(?:no|number|file)\b)|in\sthe\sevent(?:\sof|\sthat)"
    r"|on(?:\sthe)?\scondition(?:\sthat|\sof)(?!\s(?:anonymity|(?:he|she|they)\s(?:not|remain|would\snot)|not\sbeing)\b)"
    r"|assuming(?:\sthat)?"
    r"(?!\s(?:office|power|control|command|charge|dut|responsib|the\s(?:post|role|presiden)))"
    r"|subject\sto(?!\s(?:abuse|attack|criticism|ridicule|debate|scrutiny|racist|threats|harassment))"
    r"|depending\son|dependent\son|conditional\son|pending|barring|contingent\son|in\swhich\scase"
    r"|in\sthe\sabsence\sof|failing\s(?:that|which|an?)|(?<!,\s)otherwise(?=\s(?:the|it|we|they|he|she)\b)"
    r"|supposing(?:\sthat)?|given\sthe\schance|whether\sor\snot|were\s(?=it\snot\b)|but\sfor"
    rf"|should\s(?={_INVERTED}\s)"
    r"|should\s(?=(?!discuss|focus|assess|process|address|always|perhaps)[a-z]{2,30}[^\Wsu]s\s[a-z])"
    rf"|were\s(?=(?:it|they|he|she|the|this|that)\s(?:[\w’'-]+\s){{0,4}}?to\s)"
    rf"|had\s(?=(?:it|they|he|she|we|I|you)\s(?:not\s|only\s)?{_PARTICIPLE}\b)"
    rf"|(?<=[.,“\"]\s)had\s(?=the\s(?:[a-z]+\s){{1,3}}?(?:not\s)?{_PARTICIPLE}\b))"
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
_NOT_AFTER = re.compile(r"\b(do|does|did|could|would|has|have|had|is|was|were|are)\\snot\b")
_EMPTY_IF = re.compile(
    r"if\s(?:any|anything|not|so|only|ever|you\slike|you\swill)\b", re.IGNORECASE
)


def certainty_of(text: str, span: Span) -> Certainty:
    """Find the words in a sentence that say how sure it is."""
    return Certainty(
        hedges=_hedges(text, span),
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


_NO_HEDGE = re.compile(
    r"appear(?:s|ed)?\s(?:in|on|at|before|for|alongside|with|as|under|online|first|again|next|yesterday|twice"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|assum(?:e|es|ed)\s(?:office|power|control|command|charge|dut|responsib|the\s(?:post|role|presiden))"
    r"|think\stanks?\b|likely\sas\b|possible\.|believes?d?\sin\b|suggest(?:s|ed|ing)?\s(?:an?|the)\b"
    r"|suspected\sof\b|tend(?:s|ed)?\sto\s(?:the|his|her|their|its)\b|fear(?:s|ed)?\sof\b",
    re.IGNORECASE,
)
_NO_HEDGE_BEFORE = re.compile(
    r"\b(?:than|as|what\s(?:we|they|he|she|was|had)|hard\sto|difficult\sto|(?:much|soon|far|quickly|many|little)\sas"
    r"|wherever|whenever|where|if|(?:times|twice)\sas)\s$",
    re.IGNORECASE,
)
"""Uses that hold nothing back: "appeared in court", "as soon as possible", "than expected"."""


def _hedges(text: str, span: Span) -> tuple[Span, ...]:
    found = []
    for one in _all(_listed("claim_hedges"), text, span):
        before = text[max(span.start, one.start - 20) : one.start]
        plain = _NO_HEDGE.match(text, one.start) or _NO_HEDGE_BEFORE.search(before)
        if not plain:
            found.append(one)
    return tuple(found)


def _modals(text: str, span: Span) -> tuple[Span, ...]:
    found = []
    for match in _MODAL.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 12) : match.start()]
        if match.group().lower() in ("wo", "sha") or _NOUN_BEFORE.search(before):
            continue
        if match.group() in _NAMES and _NAME_AFTER.match(text, match.end()):
            continue
        found.append(Span(*match.span()))
    return tuple(found)


_NAMES = ("Will", "May")
_NAME_AFTER = re.compile(r"\s[A-Z]")
"""What makes "Will Hale" a person."""

_NO_NEGATION = re.compile(
    r"no\.?\s?\d|no\s(?:doubt|fewer|less|more|later|matter|sooner|wonder|earlier)\b"
    r"|not\s(?:only|least|to\smention)\b|nothing\sbut\b|none\sother\b|never\smind\b",
    re.IGNORECASE,
)
"""Fixed expressions that turn nothing round: "No. 4", "no fewer than", "not only"."""


def _negations(text: str, span: Span) -> tuple[Span, ...]:
    short = (Span(*m.span(1)) for m in _SHORT_NOT.finditer(text, span.start, span.end))
    whole = (
        one
        for one in _all(_listed("claim_negations"), text, span)
        if not _NO_NEGATION.match(text, one.start)
    )
    return tuple(sorted({*whole, *short}))


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
    whole = "".join(words).removesuffix(r"\s")
    # "did not say" is found as "didn't say", too.
    return _NOT_AFTER.sub(r"\1(?:\\snot|n[’']t)", whole)
