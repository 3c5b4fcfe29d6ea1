"""Transcripts: paragraphs that begin with who speaks, as "RUIZ: Not yet" and "A: Soon" do.

A word and a colon at the head of a paragraph may as well be "NOTE:" or "OSLO:". What makes it a
speaker is the company it keeps: another label stands before a paragraph right beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.annotate.cues import Cue
from generator.annotate.frames import Frame, Token
from generator.annotate.sources import Attribution

MOST_LABEL = 5
"""Tokens of a label: "DR ANA RUIZ", "Q"."""

NEIGHBOURS = 2
"""How far apart two labelled paragraphs may stand; one without a label may stand between."""

QUESTIONS = frozenset({"Q", "QUESTION"})
ANSWERS = frozenset({"A", "ANSWER"})
"""Labels that say which part somebody has in an interview and name nobody."""

_SILENT = Cue(0, 0, 0, "", "label")


def transcript_labels(frames: Iterable[Frame]) -> frozenset[str]:
    """Return the labels by which a document says who speaks; empty where it is no transcript.

    Args:
        frames: All of the document, in their order.
    """
    labelled: list[tuple[int, str]] = []
    block = -1
    for frame in frames:
        if frame.block != block and not frame.summary:
            at = _label_end(frame.tokens)
            if at is not None:
                labelled.append((frame.block, _words(frame.tokens[:at])))
        block = frame.block
    found = set()
    for (one, first), (other, second) in pairwise(labelled):
        if first != second and other - one <= NEIGHBOURS:
            found |= {first, second}
    return frozenset(found)


def find_turn(frame: Frame, labels: frozenset[str]) -> list[Attribution]:
    """Return what the speaker of a transcript says: at most one item.

    A label that names nobody gives no source; a question of the interviewer's is no item.
    """
    at = _label_end(frame.tokens)
    if at is None or at + 1 >= len(frame.tokens):
        return []
    label = _words(frame.tokens[:at])
    if label not in labels or label in QUESTIONS:
        return []
    end = len(frame.tokens)
    source = None if label in ANSWERS else (0, at)
    content = ((at + 1, end),)
    return [Attribution(_SILENT, source, 0, at + 1, "transcript", content=content)]


def is_question(frame: Frame, labels: frozenset[str]) -> bool:
    """Whether a paragraph of a transcript is the interviewer's question."""
    at = _label_end(frame.tokens)
    return at is not None and _words(frame.tokens[:at]) in labels & QUESTIONS


def _label_end(tokens: tuple[Token, ...]) -> int | None:
    """Return the colon behind a label in capitals; behind "Q" and "A" a full stop does as well."""
    for at, token in enumerate(tokens[: MOST_LABEL + 1]):
        if token.text == ":" or (token.text == "." and _words(tokens[:at]) in QUESTIONS | ANSWERS):
            return at or None
        if not token.word or not token.text.isupper():
            return None
    return None


def _words(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)
