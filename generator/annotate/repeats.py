"""Sentences that stand twice: a key point or pulled-out line that the body says again."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from generator.annotate.word_classes import word_class
from generator.ids import normalised
from generator.model import BlockKind, Span

ALIKE = 0.8
"""Share of words, of those in either sentence, from which two sentences are the same."""

HELD = 0.85
"""Share of a key point's words that one sentence of the body must hold to say it again."""

MOST_KEY_POINTS = 60
"""No page has more; what comes after them is not compared, so that the work stays small."""

SHORTEST_EXACT = 6
"""Words from which two sentences of the body in the same words are one, pulled out for show."""

_FUNCTION_WORDS = word_class("repeat function")
_NOT = word_class("repeat negation")
_NUMBER = re.compile(r"\d[\d.,]*")


class Folded(msgspec.Struct, frozen=True):
    """One sentence, with the places where it stands again."""

    span: Span
    kind: BlockKind
    repeats: tuple[Span, ...] = ()


def fold(text: str, sentences: tuple[tuple[Span, BlockKind], ...]) -> tuple[Folded, ...]:
    """Fold each key point that the body says again into the body's sentence.

    Two sentences with different numbers, or of which one alone has a "not", are never the same.

    Args:
        text: The view.
        sentences: Sorted; each with the kind of its block.
    """
    body = [span for span, kind in sentences if kind == "body"]
    again: defaultdict[Span, list[Span]] = defaultdict(list)
    gone: set[Span] = set()
    points = [span for span, kind in sentences if kind == "key_point"][:MOST_KEY_POINTS]
    held = [(span, _words(span.of(text)), span.of(text)) for span in body] if points else []
    for point in points:
        target = _same(point.of(text), held)
        if target is not None:
            again[target].append(point)
            gone.add(point)
    first: dict[str, Span] = {}
    for span in body:
        words = normalised(span.of(text))
        home = first.setdefault(words, span)
        if home != span and len(words.split()) >= SHORTEST_EXACT:
            again[home].append(span)
            gone.add(span)
    return tuple(
        Folded(span, kind, tuple(sorted(again[span])))
        for span, kind in sentences
        if span not in gone
    )


def _words(sentence: str) -> frozenset[str]:
    return frozenset(normalised(sentence).split())


def _same(point: str, body: list[tuple[Span, frozenset[str], str]]) -> Span | None:
    """Return the sentence of the body that says what a key point says; None if none does."""
    words = _words(point)
    content = words - _FUNCTION_WORDS
    best: tuple[float, Span] | None = None
    for span, others, sentence in body:
        both = len(words & others)
        if not both or (words & _NOT and not others & _NOT):
            continue
        alike = both / len(words | others)
        kept = len(content & others) / len(content) if content else 0.0
        if alike < ALIKE and (kept < HELD or len(content) < 4):
            continue
        if not set(_NUMBER.findall(point)) <= set(_NUMBER.findall(sentence)):
            continue
        score = max(alike, kept)
        if best is None or score > best[0]:
            best = (score, span)
    return best[1] if best else None
