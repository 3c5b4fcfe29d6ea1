"""Trailing cues: whether "Ruiz said" stands behind what it reports, or in the middle of it."""

from __future__ import annotations

from generator.annotate.clauses import is_infinitive
from generator.annotate.cue_words import closed_words, listed
from generator.annotate.frames import Token
from generator.annotate.sources import Attribution
from generator.annotate.subjects import is_verb

Tokens = tuple[Token, ...]


def is_statement(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a stretch is more than an introduction: it has a verb, or words in marks."""
    return any(t.quote is not None or is_verb(t) for t in tokens[low:high]) or high - low > 4


def is_trailing(tokens: Tokens, here: Attribution, low: int) -> bool:
    """Whether "Ruiz said" ends a clause or stands in the middle of it, behind a comma."""
    after = _after_setting(tokens, here.end)
    if after >= len(tokens):
        return is_statement(tokens, low, here.start)
    token = tokens[after]
    return not token.word and token.quote is None and token.text not in (":", "(", "/")


def _after_setting(tokens: Tokens, start: int) -> int:
    """Skip hearers, time and place behind a cue up to the next sign, where nothing else stands."""
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.quote is not None and not _is_titled(tokens, at, start):
            return at
        if token.text in (",", ":", ";", "—", "–", "--", ".", "?", "!"):
            return at if at + 1 < len(tokens) else len(tokens)
        if _opens_clause(tokens, at) or (is_verb(token) and at > start):
            return start
    return len(tokens) if _is_setting(tokens, start) else start


def _is_titled(tokens: Tokens, at: int, start: int) -> bool:
    """Whether marks hold the name of a programme: said on Norvik Radio's “Harbour Talk.”."""
    before = tokens[at - 1].word if at > start else ""
    leads = closed_words("preposition") | closed_words("determiner") | closed_words("possessive")
    return before in leads - {"to"} or before.endswith("'s")


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether a word begins what is told: "that", "he", "to pay" but not "to the crowd"."""
    if tokens[at].word == "to":
        return at + 1 < len(tokens) and is_infinitive(tokens[at + 1])
    return tokens[at].word in closed_words("clause")


def _is_setting(tokens: Tokens, start: int) -> bool:
    """Whether the rest of a frame says only when, where or to whom."""
    if start >= len(tokens):
        return True
    leads = closed_words("preposition") | closed_words("adverb") | closed_words("setting")
    words = listed("hearers") | listed("settings")
    near = tokens[start : start + 12]
    return tokens[start].word in leads or any(t.word in words or t.capital for t in near)
