"""Gapping: a second speaker whose verb is left out, as in "and Hale, of Norvik, of “a floor”".

"Ruiz spoke of “a heavy pen”, and her rival, Hale, of “a floor”" has one cue and two speakers. What
tells it is that the same preposition, or "that", comes back behind a name.
"""

from __future__ import annotations

from generator.annotate.cue_words import closed_words
from generator.annotate.cues import Cue
from generator.annotate.frames import Token
from generator.annotate.sources import Attribution
from generator.annotate.subjects import Range, is_verb

Tokens = tuple[Token, ...]

MOST_SPEAKER = 16
"""Tokens of the second speaker, apposition included."""


def find_gapped(tokens: Tokens, full: Attribution) -> Attribution | None:
    """Return the attribution that leaves out the verb of another; None where none follows it.

    Args:
        tokens: Of the whole frame.
        full: An attribution with its content, which ends before ", and".
    """
    if not full.content or full.source is None:
        return None
    low, high = full.content[-1]
    link = tokens[low - 1].word if low > full.cue.last + 1 else tokens[full.cue.last].word
    if link != "that" and link not in closed_words("preposition"):
        return None
    joined = _joined(tokens, low, high)
    if joined is None:
        return None
    source = _source(tokens, joined, link)
    if source is None:
        return None
    begin = source[1] + 1
    end = _end(tokens, begin, link)
    silent = Cue(0, 0, 0, "", "label")
    found = Attribution(silent, source, source[0], begin, "gapping", content=((begin, end),))
    return found if begin < end else None


def _joined(tokens: Tokens, low: int, high: int) -> int | None:
    """Return where ", and" or "; and" stands in or right behind a content."""
    for index in range(low + 1, min(high + 1, len(tokens) - 2)):
        if tokens[index].text in (",", ";") and tokens[index + 1].word in ("and", "while"):
            return index + 2
        if tokens[index - 1].quote is not None and tokens[index].word == "and":
            return index + 1
    return None


def _source(tokens: Tokens, start: int, link: str) -> Range | None:
    """Return the words of the second speaker: they hold a name, no verb, and end at the link."""
    for index in range(start, min(len(tokens) - 1, start + MOST_SPEAKER)):
        token = tokens[index]
        if token.quote is not None or is_verb(token) or token.text in (";", ":"):
            return None
        quoted = link == "that" or tokens[index + 1].quote is not None
        if token.word == link and quoted and index > start:
            named = any(t.named for t in tokens[start:index])
            verb = link == "that" and is_verb(tokens[index + 1])
            return (start, index) if named and not verb else None
    return None


def _end(tokens: Tokens, begin: int, link: str) -> int:
    """Return where the second content ends: with its marks, or with the sentence."""
    end = begin + 1 if link != "that" else len(tokens)
    while end > begin and not tokens[end - 1].word and tokens[end - 1].quote is None:
        end -= 1
    return end
