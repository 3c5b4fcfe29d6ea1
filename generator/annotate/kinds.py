"""What kind of claim a sentence is: reported, a judgement, a prediction or an opinion.

Never a fact: what somebody reports may be wrong. The rules stand in a table, and
the first that holds decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from generator.annotate.attribution import Attribution
from generator.model import BlockKind, ClaimKind, Person
from generator.resources import word_list


class Statement(msgspec.Struct, frozen=True):
    """What the rules may look at."""

    words: str
    """The sentence as printed."""
    spoken: str
    """Its parts between quotation marks."""
    block: BlockKind
    voice: Attribution
    person: Person | None
    """The speaker, if it is a person of the document."""
    gap: bool
    """Whether it says that something is not known."""
    conditional: bool
    figures: bool
    """Whether it states a figure."""
    personal: bool = False
    """Whether the document is written by somebody who speaks of himself as "I"."""


_PAPERS = re.compile(
    r"\b(?:figures?|records?|accounts?|data|documents?|presentation|log|text|survey|reports?|filings?|papers?"
    r"|statistics|banner|sign|notice|letter|minutes|transcript|website|accord|agreement|contract)$",
    re.IGNORECASE,
)
_WE = re.compile(
    r"(?:^|[,;:]\s|\b(?:and|but|that|so)\s)(?:[Ww]e|I)\s"
    r"(?:also\s|still\s|do\s|do not\s|don[’']t\s|would\s)?"
    r"(?:think|believe|feel|hope|stand|would|should|say|argue|urge|support|prefer|want|expect|suspect|doubt"
    r"|welcome|recommend|disagree|agree|need|must|owe|see no|find it|applaud|condemn|wonder)\b"
    r"|\b(?:[Ii]n\s)?(?:[Oo]ur|[Mm]y)\s(?:view|opinion|verdict|take)\b"
)
_EVALUATION = re.compile(
    r"\b[Ii]t(?:\sis|[’']s)\s(?:not\s|never\s|still\s|far\s)?(?:too|time|hard|easy|right|wrong|good|bad|fair|unfair"
    r"|clear that|obvious|no surprise|no wonder|high time|absurd|shameful|worth"
    r"|telling|ironic|tempting)\b"
)
_EMBEDDED = re.compile(
    r"\b[Ww]hat\b[^,;:“”\"]{0,120},\sthe\b|\b[Bb]ecause\b.{0,400}"
    r"|\b(?:who|what|whether|how|why|where|so that)\b[^,;:“”\"]{0,120}"
    r"|\bif\b(?![^,;:“”\"]{0,80},)[^,;:“”\"]{0,120}"
)
"""Clauses whose future is none of the sentence's own: "has no idea when it will end"."""

_FUTURE = re.compile(
    r"\b(?:will|shall|won[’']t|wouldn[’']t"
    r"|would(?!\s(?:not\s|never\s)?have\b)(?!\snot\ssay)"
    r"|(?:may|might|could)(?!\s(?:not\s|well\s|also\s)*have\b)|(?:is|are|[’']s|[’']re|isn[’']t\]?|aren[’']t)\]?\s"
    r"(?:not\s)?going to|(?:is|are) (?:due|set|about) (?:to|on|for|in))\b"
)
_MAY_HAVE = re.compile(
    r"\b(?:may|might|could|must|should|would)\s(?:not\s|well\s)?have\s\w+", re.IGNORECASE
)
_CAUSE = re.compile(
    r"\bbecause\b|\b(?:wants?|prefers?)\b(?!\sto\sbe\s(?:named|identified))", re.IGNORECASE
)
_SUBJUNCTIVE = re.compile(r"\bif\b[^,;]{0,60}\bwere\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"(?:,|\band)\snot\s(?:an?|the|about|because)\b|\brather than\b"
    r"|\bnot\s(?:mainly|only|just|so much|really)\b"
    r"|\b(?:is|are|was|were)\s(?:\w+\s){0,2}about\s(?!\d)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|am|isn[’']t|aren[’']t|do not|does not|doesn[’']t|don[’']t|remains?|seems?"
    r"|means?|matters?"
    r"|(?:it|that|he|she|this|what|who|here)[’']s|(?:we|they|you|I)[’'](?:re|m)"
    r"|(?:no one|nobody|everyone|everybody|somebody|someone)\s(?:\w+\s)?[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_THERE_IS = re.compile(r"^\W*(?:there\s(?:is|are)|there[’']s)\b", re.IGNORECASE)
_LEARNED = re.compile(
    r"\b(?:University|College|School of|Institute|Institution|Academy|[Tt]hink [Tt]ank"
    r"|Observatory)\b"
)
"""Houses of learning: who speaks for one assesses by trade."""

_DIGIT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)\b"
)
_NAMED = re.compile(r"want(?:ed|s)?\sto\sbe\s(?:named|identified|quoted)", re.IGNORECASE)


def kind_of(statement: Statement) -> ClaimKind:
    """Return the kind of a sentence: that of the first rule of :data:`RULES` that holds."""
    return next((kind for kind, _, holds in RULES if holds(statement)), "reported")


def _is_speaker(statement: Statement) -> bool:
    """Return whether somebody who can hold a view is given: no record, log or banner."""
    name = statement.voice.name
    return name is not None and not _PAPERS.search(name)


def _is_outlet_view(statement: Statement) -> bool:
    named = statement.voice.name and statement.voice.name.lower() not in ("we", "i")
    return not named and not statement.spoken and bool(_WE.search(statement.words))


_DUTY = re.compile(
    r"\b(?:should|must|ought\sto|needs?\sto|perhaps|maybe)\b|^\W*(?:that|this|it)(?:\sis|[’']s)\b",
    re.IGNORECASE,
)


def _is_own_view(statement: Statement) -> bool:
    """Return whether the writer of a personal text judges: "The council should tear it up"."""
    if not statement.personal or statement.voice.name is not None or statement.spoken:
        return False
    return bool(_DUTY.search(statement.words) or _listed("claim_views").search(statement.words))


def _is_evaluation(statement: Statement) -> bool:
    return statement.voice.name is None and bool(_EVALUATION.search(statement.words))


def _is_cause(statement: Statement) -> bool:
    return _is_speaker(statement) and bool(
        _CAUSE.search(statement.words) or _SUBJUNCTIVE.search(statement.words)
    )


_LIKELY_THAN = re.compile(
    r"\b(?:had|we|they|he|she|it|I|nobody|no\sone|everyone|analysts|economists|investors|traders)\s(?:\w+\s)?"
    r"expected\sto\b|\b(?:as|equally)\slikely\sto\b|\b(?:more|less)\slikely\sto\b(?=[^.;]{0,120}\bthan\b)",
    re.IGNORECASE,
)
"""What foretells nothing: "twice as likely to fall ill as others", "nobody expected to win"."""

_SOON = re.compile(
    r"\bshould(?!\s(?:not\s)?have)\b[^.;]{0,80}\b(?:by|in|from|before|within|next|soon|tomorrow|later)\s"
    r"(?:the\s(?:end|start|next|new|coming|first|second|third|fourth|middle|spring|summer|autumn|winter)|next|early|late|mid"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|20\d\d"
    r"|(?:a\sfew|\w+)\s(?:days|weeks|months|years)|this|the\scoming)"
)
"""An expectation, and no duty: "should be ready by the end of May"."""


def _is_future(statement: Statement) -> bool:
    open_words = _LIKELY_THAN.sub(" ", _EMBEDDED.sub(" ", statement.words))
    if _SOON.search(open_words):
        return True
    return bool(_FUTURE.search(open_words) or _listed("claim_promises").search(open_words))


def _is_view(statement: Statement) -> bool:
    if not _is_speaker(statement):
        return False
    words = _NAMED.sub(" ", statement.words)
    named = statement.spoken and _listed("claim_namings").search(words)
    return bool(
        named
        or _listed("claim_views").search(words)
        or _CONTRAST.search(words)
        or _MAY_HAVE.search(words)
        or statement.conditional
    )


def _is_expert(statement: Statement) -> bool:
    """Return whether the speaker judges by trade: analysts, professors, people in -ologist."""
    if not _is_speaker(statement):
        return False
    person = statement.person
    said = statement.voice.quotation
    places = (person.affiliation if person else None, said.affiliation if said else None)
    if any(place and _LEARNED.search(place) for place in places):
        return True
    roles = (person.role if person else None, said.role if said else None, statement.voice.name)
    words = (word.lower() for role in roles if role for word in re.findall(r"[^\W\d_]+", role)[:6])
    return any(word in _experts() or word.endswith(("ologist", "ologists")) for word in words)


def _is_present_speech(statement: Statement) -> bool:
    """Return whether a named person says how things are, in marks and without a number."""
    spoken = statement.spoken
    if not spoken or (statement.figures and _DIGIT.search(spoken)) or _THERE_IS.match(spoken):
        return False
    return statement.voice.speaker is not None and bool(_PRESENT.search(spoken))


@cache
def _experts() -> frozenset[str]:
    return frozenset(word_list("annotate", "claim_experts"))


@cache
def _listed(name: str) -> re.Pattern[str]:
    rows = sorted(word_list("annotate", name), key=lambda row: (-len(row), row))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, rows))})\b", re.IGNORECASE)


RULES: tuple[tuple[ClaimKind, str, Callable[[Statement], bool]], ...] = (
    ("opinion", "comment of the page's editor", lambda s: s.block == "editor_comment"),
    ("reported", "says that something is not known", lambda s: s.gap),
    ("opinion", "first person of the outlet", _is_outlet_view),
    ("opinion", "judges in the outlet's own voice", _is_evaluation),
    ("opinion", "view in a text of somebody's own", _is_own_view),
    ("judgement", "cause or wish that a speaker gives", _is_cause),
    ("prediction", "future, modal or promise", _is_future),
    ("judgement", "word of view with a speaker", _is_view),
    ("judgement", "speaker who judges by trade", _is_expert),
    ("judgement", "present tense in a person's own words", _is_present_speech),
)
"""Kind, what it rests on, and the test; a sentence for which none holds is ``reported``."""
