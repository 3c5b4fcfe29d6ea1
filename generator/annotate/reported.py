"""Reported speech: which words of a frame each of its cues governs."""

from __future__ import annotations

import msgspec

from generator.annotate.borders import Borders, announces
from generator.annotate.clauses import right_of, statements_end
from generator.annotate.cue_words import closed_words, listed
from generator.annotate.cues import find_cues
from generator.annotate.frames import Frame, Token
from generator.annotate.gapping import find_gapped
from generator.annotate.sources import Attribution, place
from generator.annotate.subjects import Range, is_verb
from generator.annotate.trailing import is_statement, is_trailing

Tokens = tuple[Token, ...]


def find_attributions(frame: Frame) -> tuple[Attribution, ...]:
    """Return what each cue of a frame governs, in the order of the cues.

    Cues that govern nothing are left out: a passive, a noun, a thing that was merely done.
    """
    tokens = frame.tokens
    placed = [p for p in (place(tokens, cue) for cue in find_cues(frame)) if p is not None]
    borders = Borders(tokens, placed)
    found: list[Attribution] = []
    for index, here in enumerate(placed):
        outer = [a for a in found if not _yields(tokens, a, here)]
        left = max((max(a.end, a.content[-1][1] if a.content else 0) for a in outer), default=0)
        content = _content(tokens, here, left, borders.limit(index))
        if content and content[0][1] <= here.start:
            found = outer
        if content or announces(tokens, here):
            found.append(msgspec.structs.replace(here, content=content))
    told = [a for a in found if not (_is_thought_inside(tokens, a, found) or _is_own(tokens, a))]
    return tuple(part for a in told for part in _with_gapped(tokens, a))


def _with_gapped(tokens: Tokens, here: Attribution) -> tuple[Attribution, ...]:
    """Return an attribution, cut before the one behind it that leaves out its verb."""
    gapped = find_gapped(tokens, here)
    if gapped is None:
        return (here,)
    *more, (low, high) = here.content
    last = _cut(tokens, (low, min(high, gapped.start - 1)))
    return msgspec.structs.replace(here, content=(*more, last)), gapped


def _is_own(tokens: Tokens, here: Attribution) -> bool:
    """Whether the writer or a voice of a transcript thinks aloud: "I think", "you know"."""
    first = tokens[here.source[0]].word if here.source else ""
    return "m" in here.cue.patterns and first in ("i", "you", "we")


def _is_thought_inside(tokens: Tokens, inner: Attribution, found: list[Attribution]) -> bool:
    """Whether a cue lies in what another reports and tells no speech of its own.

    "Ruiz said that Oslo hoped to pay" is one quotation; "Ruiz said Hale had told her that ..." two.
    """
    thinks = "m" in inner.cue.patterns
    if not (thinks or (inner.content and tokens[inner.content[0][0]].word == "to")):
        return False
    at = inner.cue.first
    return any(
        low <= at < high for outer in found if outer is not inner for low, high in outer.content
    )


def _yields(tokens: Tokens, inner: Attribution, outer: Attribution) -> bool:
    """Whether a cue lies in what a later one reports: "Oslo wants to ensure “...,” said Ruiz".

    What somebody is said to think is told by the one who speaks at the end of the sentence.
    """
    if "m" not in inner.cue.patterns or "m" in outer.cue.patterns or outer.inherits:
        return False
    before = tokens[outer.start - 1]
    return before.quote is not None or before.text == ","


def _content(tokens: Tokens, here: Attribution, left: int, limit: int) -> tuple[Range, ...]:
    """Return the stretches that a cue governs."""
    negated = _is_negated(tokens, here)
    before = None if negated else _left(tokens, here, left)
    if before is not None and _is_title_before(tokens, before):
        leading = right_of(tokens, here, limit)
        before = before if leading is None else None
    if here.cue.shape == "phrase":
        right = _right_of_phrase(tokens, here, before, limit)
    elif before is not None:
        right = _right_of_trailing(tokens, here, limit)
    else:
        right = right_of(tokens, here, limit)
    if before is not None and right is not None and _is_intro(tokens, before, right):
        before = None
    parts = [_cut(tokens, part) for part in (before, right) if part is not None]
    filled = tuple(part for part in parts if part[0] < part[1])
    return () if filled and not _is_told(tokens, here, filled, negated=negated) else filled


def _is_negated(tokens: Tokens, here: Attribution) -> bool:
    """Whether a verb is denied: "did not say", "Neither minister said"."""
    words = {t.word for t in tokens[here.cue.group : here.cue.first]}
    source = tokens[here.source[0]].word if here.source else ""
    negations = closed_words("negation")
    return bool(words & negations) or source in negations or source == "nobody"


def _is_told(
    tokens: Tokens, here: Attribution, content: tuple[Range, ...], *, negated: bool
) -> bool:
    """Whether something is told: not "never told us whether", "who begged not to be filmed"."""
    low, high = content[0]
    first = tokens[low].word
    quoted = any(t.quote for low, high in content for t in tokens[low:high])
    if _is_term(tokens, here, content):
        return False
    if negated and (first in closed_words("question") or low < here.start):
        return False
    source = tokens[here.source[0] : here.source[1]] if here.source else ()
    if not quoted and source and any(t.word in closed_words("indefinite") for t in source):
        return False
    shy = tokens[here.cue.first].word in closed_words("shy")
    return high > low and not (first == "to" and shy and here.rule == "relative" and not quoted)


def _is_term(tokens: Tokens, here: Attribution, content: tuple[Range, ...]) -> bool:
    """Whether marks hold what a thing is called: "a bridge that drivers call “the Comb”"."""
    (low, high), *more = content
    quote = tokens[low].quote
    if more or quote is None or "t" in here.cue.patterns or not here.source:
        return False
    if _is_name_of_thing(tokens, here, low):
        return True
    if high - low > 1:
        return False
    relative = here.start > 0 and tokens[here.start - 1].word in ("which", "that")
    named = any(t.named for t in tokens[slice(*here.source)])
    return relative and not named and quote.inner.end - quote.inner.start <= MAX_TERM


def _is_name_of_thing(tokens: Tokens, here: Attribution, low: int) -> bool:
    """Whether a participle names what stands before it: "a boat called “Red Dust” from Oslo"."""
    cue = here.cue
    bare = cue.group == cue.first and low == cue.last + 1 and cue.last == cue.first
    names = tokens[cue.first].word in closed_words("naming")
    noun = tokens[cue.first - 1]
    person = noun.named or noun.word in closed_words("pronoun")
    return bare and names and not person


MAX_TERM = 30
"""Characters of a nickname or a term."""


def _is_title_before(tokens: Tokens, before: Range) -> bool:
    """Whether words before a cue only say where: On the programme “Harbour Talk,” Ruiz said."""
    low, high = before
    quote = tokens[high - 1].quote
    if quote is None or high - low < 2:
        return False
    leads = closed_words("preposition") | closed_words("adverb") | {"last", "earlier", "speaking"}
    return tokens[low].word in leads and quote.inner.end - quote.inner.start < MAX_TITLE


MAX_TITLE = 40
"""Characters that the title of a programme, paper or book may have."""


def _is_intro(tokens: Tokens, before: Range, right: Range) -> bool:
    """Whether "In the book, Ruiz wrote, “...”" has nothing of the statement before its cue."""
    first = tokens[before[0]]
    classes = ("preposition", "adverb", "subordinator")
    introduces = any(first.word in closed_words(name) for name in classes)
    introduces = introduces or first.word.endswith(("ing", "ed"))
    return introduces and any(t.quote for t in tokens[right[0] : right[0] + 2])


def _left(tokens: Tokens, here: Attribution, left: int) -> Range | None:
    """Return the content before a cue; None where what stands before is no content."""
    start, patterns = here.start, here.cue.patterns
    low = _skip_signs(tokens, left)
    if low >= start or here.inherits or here.rule == "relative":
        return None
    if here.cue.shape == "phrase":
        fits = is_statement(tokens, low, start) and tokens[start - 1].word != "and"
    elif _is_place(tokens, low, start):
        return None
    elif tokens[start - 1].quote is not None:
        fits = "q" in patterns
    else:
        closed = tokens[start - 1].text in (",", "—", "–", "--")
        fits = closed and "b" in patterns and is_trailing(tokens, here, low)
    return (low, start) if fits else None


def _is_place(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a stretch is a phrase of place or time alone: "In a letter last week, Ruiz said"."""
    leads = closed_words("preposition") | closed_words("adverb")
    plain = not any(t.quote is not None or is_verb(t) for t in tokens[low:high])
    settled = any(t.word in listed("settings") for t in tokens[low:high])
    return tokens[low].word in leads and plain and settled


def _right_of_trailing(tokens: Tokens, here: Attribution, limit: int) -> Range | None:
    """Return what a trailing cue still governs: “A,” she said, “B.” or "A, she said, B"."""
    at = here.end
    while at < limit and tokens[at].quote is None and tokens[at].text not in (",", ";", ":", "—"):
        if tokens[at].word == "that":
            return None
        at += 1
    if at + 1 >= limit and not (at < limit and tokens[at].quote is not None):
        return None
    if tokens[at].quote is not None:
        titled = tokens[at - 1].word in closed_words("preposition") | closed_words("determiner")
        source = tokens[slice(*here.source)] if here.source else ()
        if here.rule == "inverted" and any(t.word in ("who", "whose") for t in source):
            return None  # "said Ruiz, who thinks it “too late”"
        return (at, statements_end(tokens, at, limit)) if at == here.end and not titled else None
    after = tokens[at + 1]
    goes_on = after.quote is not None or (
        tokens[here.start - 1].quote is None
        and tokens[at].text == ","
        and not after.word.endswith("ing")
        and after.word not in closed_words("continuing")
    )
    if goes_on and after.quote is not None and after.rounded:
        limit = min(limit, statements_end(tokens, at + 1, limit))
    return (at + 1, limit) if goes_on else None


def _right_of_phrase(
    tokens: Tokens, here: Attribution, before: Range | None, limit: int
) -> Range | None:
    """Return what stands after "According to Ruiz,"; within a clause also what follows it."""
    at = here.end
    if here.cue.first == 0 and at < limit and tokens[at].word:
        return at, limit  # no comma parts "According to Ruiz" from the statement
    if at >= limit or tokens[at].text not in (",", ":"):
        return (at, limit) if at < limit and tokens[at].quote is not None and not before else None
    if before is not None and tokens[here.start - 1].text != ",":
        return None
    if before is not None and any(is_verb(t) for t in tokens[before[0] : before[1]]):
        return None
    return at + 1, limit


def _skip_signs(tokens: Tokens, at: int) -> int:
    """Skip what may stand between the words of one cue and the next."""
    while at < len(tokens) and (
        (not tokens[at].word and tokens[at].quote is None)
        or tokens[at].word in ("and", "but", "while", "though", "although", "yet")
    ):
        at += 1
    return at


def _cut(tokens: Tokens, part: Range) -> Range:
    """Trim signs, "and" and "that" from the ends of a content."""
    low, high = part
    low = _skip_lead(tokens, low, high)
    while high > low and not tokens[high - 1].word and tokens[high - 1].quote is None:
        if tokens[high - 1].text in ")]%$€£":
            break
        high -= 1
    while high > low and tokens[high - 1].word in ("and", "but", "while", "as", "though", "then"):
        high -= 1
    while high > low and tokens[high - 1].text in (",", ";", "—", "–", "--", "-"):
        high -= 1
    return low, high


def _skip_lead(tokens: Tokens, low: int, high: int) -> int:
    """Skip signs and a "that" at the head of a content."""
    while low < high and (
        (not tokens[low].word and tokens[low].quote is None and tokens[low].text not in "$€£([#@")
        or (tokens[low].word == "that" and low + 1 < high and tokens[low + 1].quote is not None)
    ):
        low += 1
    return low
