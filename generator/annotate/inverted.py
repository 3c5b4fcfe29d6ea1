"""Inverted subjects: the words after a verb that name who speaks, as in "said Lee Park"."""

from __future__ import annotations

from generator.annotate.cue_words import closed_words, listed
from generator.annotate.frames import Token
from generator.annotate.subjects import (
    MAX_WALK,
    Range,
    is_nickname,
    is_participle,
    is_verb,
    stops,
)


def subject_after(tokens: tuple[Token, ...], start: int) -> Range | None:
    """Return the noun phrase right after a verb, with its apposition; None if a clause follows.

    "said Lee Park, a former envoy now at the Delta Institute in Oslo" is one subject; "said
    prices had turned" has none after its verb.
    """
    if start >= len(tokens) or not _may_begin(tokens[start]):
        return None
    end = _phrase_end(tokens, start)
    if end == start or (end < len(tokens) and is_verb(tokens[end])):
        return None
    if end < len(tokens) and tokens[end].word in ("that", "it", "he", "she", "they", "there"):
        return None
    if end + 1 < len(tokens) and tokens[end].word == "to" and not _is_listener(tokens[end + 1]):
        return None
    if not any(t.named or t.capital for t in tokens[start:end]) and not _is_noun_like(
        tokens, start, end
    ):
        return None
    return start, _appositions_end(tokens, end)


def _is_listener(token: Token) -> bool:
    """Whether a word after "to" begins who is spoken to: "said Ruiz to the crowd"."""
    leads = closed_words("determiner") | closed_words("possessive") | listed("hearers")
    return token.capital or token.named or token.word in leads


def _may_begin(token: Token) -> bool:
    """Whether a noun phrase may begin with a token."""
    word = token.word
    if not word or word in ("that", "this", "it", "there", "no", "any", "every"):
        return False
    if word in listed("settings") and not token.named:
        return False
    closed = ("preposition", "subordinator", "auxiliary", "adverb", "conjunction")
    if any(word in closed_words(name) for name in closed):
        return word in ("one", "two", "three", "both")
    return word in ("he", "she", "one", "others") or word not in closed_words("pronoun")


def _is_noun_like(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether words without a capital are a speaker: "the mayor", "officials"."""
    leads = closed_words("determiner") | closed_words("possessive") | {"he", "she", "one"}
    return tokens[start].word in leads or tokens[end - 1].word.endswith("s")


def _phrase_end(tokens: tuple[Token, ...], start: int) -> int:
    """Return where a noun phrase that begins at a token ends."""
    at = start
    bare = tokens[start].named or tokens[start].capital
    nearby = tokens[start + 1].word if start + 1 < len(tokens) else ""
    if tokens[start].word in ("he", "she", "others") or (
        tokens[start].word in ("one", "another") and (not nearby or nearby == "who")
    ):
        return start + 1
    while at < len(tokens) and at - start < MAX_WALK:
        token = tokens[at]
        if token.text == "(":
            at = _closing(tokens, at) + 1
            continue
        signs = ".&/’'" if token.quote is None else ""
        nickname = at > start and tokens[at - 1].capital and is_nickname(tokens, at)
        if not token.word and token.text not in signs and not nickname:
            break
        if token.word and (at > start or bare) and _ends_phrase(tokens, at, bare=bare):
            break
        at += 1
    while at > start and not tokens[at - 1].word and tokens[at - 1].text != ")":
        at -= 1
    return at


def _ends_phrase(tokens: tuple[Token, ...], at: int, *, bare: bool) -> bool:
    """Whether a noun phrase is over where a word stands."""
    token = tokens[at]
    word = token.word
    if (is_verb(token) and not is_participle(tokens, at)) or word in stops():
        return True
    if word in closed_words("preposition"):
        return _goes_on(tokens, at, bare=bare)
    if word == "and":
        return not _next_named(tokens, at)
    adverb = word in closed_words("adverb") and not token.named
    gerund = word.endswith("ing") and not token.capital and not _next_named(tokens, at)
    return adverb or gerund or word in closed_words("pronoun") - {"one"}


def _next_named(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name follows."""
    return at + 1 < len(tokens) and (tokens[at + 1].named or tokens[at + 1].capital)


def _goes_on(tokens: tuple[Token, ...], at: int, *, bare: bool) -> bool:
    """Whether a preposition begins when and where it was said, not who said it."""
    near = tokens[at + 1 : at + 5]
    if tokens[at].word in ("of", "from", "for", "at", "with"):
        capital = near[:2] and any(t.capital for t in near[:2])
        if tokens[at].word == "of" and (not bare or capital):
            return False
        if not any(t.word in listed("settings") for t in near):
            return bare and not capital
    if any(t.word in listed("settings") for t in near):
        return True
    return bare or tokens[at].word not in ("in", "on", "to", "by", "inside", "near", "against")


def _closing(tokens: tuple[Token, ...], at: int) -> int:
    """Return the token that closes a bracket; the token itself if none is near."""
    for index in range(at, min(len(tokens), at + 15)):
        if tokens[index].text == ")":
            return index
    return at


def _appositions_end(tokens: tuple[Token, ...], end: int) -> int:
    """Return where the appositions end that follow a name behind commas."""
    at = end
    if at < len(tokens) and tokens[at].word in ("who", "whose"):
        at = _segment_end(tokens, at)
    while at + 1 < len(tokens) and tokens[at].text == "," and _describes(tokens[at + 1]):
        stop = _segment_end(tokens, at + 1)
        if stop == at + 1:
            break
        at = stop
    return at


def _describes(token: Token) -> bool:
    """Whether an apposition may begin with a token."""
    word = token.word
    if word in ("who", "whose", "which", "one"):
        return True
    closed = ("preposition", "subordinator", "auxiliary", "adverb", "conjunction", "pronoun")
    if not word or any(word in closed_words(name) for name in closed):
        return False
    return not word.endswith("ing")


def _segment_end(tokens: tuple[Token, ...], start: int) -> int:
    """Return the next comma, marked stretch, or other border."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.quote is not None or token.text in (",", ";", ":", "—", "–", "--", "!", "?"):
            break
        at += 1
    while at > start and tokens[at - 1].text == ".":
        at -= 1
    return at
