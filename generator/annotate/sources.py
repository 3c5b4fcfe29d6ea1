"""Sources: the words that name the speaker beside each cue, and how far the two reach."""

from __future__ import annotations

import msgspec

from generator.annotate.cue_words import closed_words, listed
from generator.annotate.cues import Cue
from generator.annotate.frames import Token
from generator.annotate.inverted import subject_after
from generator.annotate.subjects import Range, is_verb, subject_before

Tokens = tuple[Token, ...]


class Attribution(msgspec.Struct, frozen=True):
    """One cue of a frame with its source and content; all numbers are indexes of tokens."""

    cue: Cue
    source: Range | None
    """The words that name the speaker; None where the cue has no subject of its own."""
    start: int
    end: int
    """All of it without content: source, cue, and what belongs to them."""
    rule: str = "subject"
    """How source and cue stand: ``inverted``, ``relative``, ``according-to``, ``label`` ..."""
    inherits: bool = False
    """Whether the speaker is that of the cue before, as in ", adding that ..."."""
    content: tuple[Range, ...] = ()
    """What was said, in order; empty where the cue governs nothing here."""


def place(tokens: Tokens, cue: Cue) -> Attribution | None:
    """Find the source of a cue and how far its group reaches.

    None where it has none: a passive reports what nobody in the sentence says, and "the plan that
    suggested" has no speaker.
    """
    if cue.shape == "passive":
        return None
    if cue.shape == "phrase":
        return _phrase(tokens, cue)
    if cue.shape == "gerund":
        return _gerund(tokens, cue)
    return _finite(tokens, cue)


def _finite(tokens: Tokens, cue: Cue) -> Attribution | None:
    """Place a verb with its subject before it, behind it, or in the clause it is joined to."""
    previous = tokens[cue.group - 1] if cue.group else None
    opens = previous is None or previous.quote is not None or previous.text in ",—–-"
    helped = any(t.word in closed_words("auxiliary") for t in tokens[cue.group : cue.first])
    turned = opens and "q" in cue.patterns and not helped
    after = subject_after(tokens, cue.last + 1) if turned else None
    before = subject_before(tokens, cue.group) if previous else None
    if after is not None and (before is None or _is_better(tokens, after, before)):
        return Attribution(cue, after, cue.group, after[1], "inverted")
    if before is not None and tokens[before[0]].word == "who":
        return Attribution(cue, before, before[0], cue.last + 1, "relative")
    if before is not None:
        thing = tokens[before[0]].word in ("that", "which", "what")
        return None if thing else Attribution(cue, before, before[0], cue.last + 1)
    joined = _joined(tokens, cue.group)
    return Attribution(cue, None, joined, cue.last + 1, inherits=True) if joined else None


def _joined(tokens: Tokens, group: int) -> int | None:
    """Return the conjunction that joins a verb to one before: "and said", "but on Monday said"."""
    for index in range(group - 1, max(-1, group - 9), -1):
        token = tokens[index]
        if not token.word:
            return None
        if token.word in ("and", "but", "then", "or", "yet"):
            lead = tokens[index + 1] if index + 1 < group else None
            fits = lead is None or lead.word in closed_words("preposition") | closed_words("adverb")
            return index if fits else None
    return None


def _is_better(tokens: Tokens, after: Range, before: Range) -> bool:
    """Whether the words after a verb are its subject rather than those before it."""
    named = any(t.named for t in tokens[after[0] : after[1]])
    ends = after[1] >= len(tokens) or not tokens[after[1]].word
    return ends and named and not any(t.named for t in tokens[before[0] : before[1]])


def _gerund(tokens: Tokens, cue: Cue) -> Attribution | None:
    """Place ", adding that": its speaker is the subject of what stands before."""
    previous = tokens[cue.group - 1] if cue.group else None
    linked = previous is not None and (
        previous.word in GERUND_LINKS or previous.word in listed("settings")
    )
    fits = previous is None or previous.quote is not None or previous.text in ",—–-"
    if not (fits or linked):
        return _accompanying(tokens, cue)
    lead = int(linked and previous is not None and previous.word in GERUND_LINKS)
    return Attribution(cue, None, cue.group - lead, cue.last + 1, inherits=True)


def _accompanying(tokens: Tokens, cue: Cue) -> Attribution | None:
    """Place "with Ruiz telling reporters that": the gerund has a subject of its own."""
    for at in range(cue.group - 1, max(-1, cue.group - 16), -1):
        token = tokens[at]
        if token.word == "with" and at > 0 and at + 1 < cue.group:
            return Attribution(cue, (at + 1, cue.group), at, cue.last + 1)
        if is_verb(token) or not (token.word or token.text in ".()"):
            return None
    return None


GERUND_LINKS = frozenset({"by", "while", "in", "and", "before", "after"})
"""Words that may stand between a clause and the gerund that shares its subject."""


def _phrase(tokens: Tokens, cue: Cue) -> Attribution | None:
    """Place "according to Ruiz" and "as Ruiz put it"."""
    start = cue.last + 1
    end = _closed_by(tokens, start, cue.closing) if cue.closing else _phrase_end(tokens, start, cue)
    if end == start:
        return None
    return Attribution(cue, (start, end), cue.first, end + len(cue.closing), "according-to")


def _closed_by(tokens: Tokens, start: int, closing: tuple[str, ...]) -> int:
    """Return where the words begin that close a phrase; ``start`` if they do not follow."""
    for at in range(start, min(start + 8, len(tokens))):
        if tuple(t.word for t in tokens[at : at + len(closing)]) == closing:
            return at
    return start


def _phrase_end(tokens: Tokens, start: int, cue: Cue) -> int:
    """Return where the speaker of "according to" ends, apposition included."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.quote is not None or token.text in (",", ";", ":", "—", "–", "--", "?", "!"):
            break
        joins = token.word in ("and", "but", "while", "as")
        if joins and any(is_verb(t) for t in tokens[at + 1 : at + 6]):
            break
        at += 1
    while at > start and tokens[at - 1].text == ".":
        at -= 1
    if cue.first == 0 and _runs_on(tokens, start, at):
        return _name_end(tokens, start, at)
    at = _name_apposed(tokens, start, at)
    trailing = cue.first > 0
    while trailing and at + 1 < len(tokens) and tokens[at].text == ",":
        if tokens[at + 1].word not in ("who", "which", "a", "an", "the", "whose"):
            break
        stop = _comma(tokens, at + 1)
        described = tokens[at + 1].word in ("who", "which", "whose")
        if not described and any(is_verb(t) for t in tokens[at + 1 : stop]):
            break
        at = stop
    return at


def _runs_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the statement follows its source without a comma: a verb stands there, no "who"."""
    for token in tokens[start:end]:
        if token.word in ("who", "which", "that", "whose", "by"):
            return False
        if is_verb(token):
            return True
    return False


def _name_apposed(tokens: Tokens, start: int, at: int) -> int:
    """Take in a name, and letters behind it: "the prosecutor, Mark Teal, QC," in front of a comma.

    Only where the words so far name nobody themselves.
    """
    if at >= len(tokens) or any(t.named for t in tokens[start:at]):
        return at
    for fits in (_is_named, _is_letters):
        stop = _comma(tokens, min(at + 1, len(tokens)))
        part = tokens[at + 1 : stop]
        closed = stop < len(tokens) and tokens[stop].text == ","
        if not (part and closed and tokens[at].text == "," and all(map(fits, part))):
            break
        at = stop
    return at


def _is_named(token: Token) -> bool:
    return token.named


def _is_letters(token: Token) -> bool:
    return token.text.isupper() and len(token.text) <= 4


def _name_end(tokens: Tokens, start: int, end: int) -> int:
    """Return where a name ends that no comma parts from the statement behind it.

    "According to the Norvik Ministry over 30 boats have sunk": the words in capitals, with what
    joins them. ``start`` where there are none, since then nothing tells the two apart.
    """
    last = start
    for index in range(start, end):
        token = tokens[index]
        if token.capital or token.named:
            last = index + 1
        elif token.word not in ("the", "of", "for", "and", "'s") or index > last + 1:
            break
    return last


def _comma(tokens: Tokens, at: int) -> int:
    """Return the next comma, semicolon, colon or marked stretch."""
    while at < len(tokens) and tokens[at].quote is None and tokens[at].text not in (",", ";", ":"):
        at += 1
    return at - 1 if at and tokens[at - 1].text == "." else at
