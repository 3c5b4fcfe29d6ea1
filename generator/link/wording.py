"""What a claim says, as words to compare: what it denies, its phrases, how it opens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.link.minhash import digest
from generator.link.words import Token, content_stems, stem, tokens, weight, words_of
from generator.model import Span

PHRASE = 4
"""Words in a phrase that shows that two sentences go back to one."""
TELLING = 2
"""Words in a phrase that must say something."""
_DENIAL = "den"
"""How the verbs of denial begin; they turn round the whole claim, not their clause alone."""


def denied_stems(words: tuple[Token, ...], aside: list[str]) -> frozenset[str]:
    """Return the stems in clauses with an odd number of negations.

    Args:
        words: The claim without who says it.
        aside: The words of saying; a claim introduced by "denied" is denied as a whole.
    """
    negations = words_of("negations")
    found: set[str] = set()
    clause: list[Token] = []
    for token in (*words, None):
        if token is None or token.opens:
            if sum(t.word in negations and not t.word.startswith(_DENIAL) for t in clause) % 2:
                found |= content_stems(tuple(clause))
            clause = []
        if token is not None:
            clause.append(token)
    all_words = (*aside, *(token.word for token in words))
    denied = any(word in negations and word.startswith(_DENIAL) for word in all_words)
    return content_stems(words) - found if denied else frozenset(found)


def phrases(words: tuple[Token, ...]) -> tuple[int, ...]:
    """Return the hashes of the phrases that a retelling may keep word for word, sorted."""
    runs = (words[i : i + PHRASE] for i in range(len(words) - PHRASE + 1))
    telling = (r for r in runs if sum(weight(s) == 1 for s in content_stems(r)) >= TELLING)
    return tuple(sorted({digest(" ".join(token.word for token in run)) for run in telling}))


def stands_alone(text: str, claim: Span) -> bool:
    """Return whether a sentence can be read without the one before: no pronoun begins it."""
    first = next(tokens(text, claim), None)
    return first is not None and first.word not in words_of("openers")


def without(words: tuple[Token, ...], aside: list[Span]) -> Iterator[Token]:
    """Yield the tokens that lie in none of the spans, which are disjoint."""
    ordered = sorted(aside)
    for token in words:
        index = bisect_right(ordered, token.span.start, key=lambda span: span.start) - 1
        if index < 0 or ordered[index].end <= token.span.start:
            yield token


def stems_in_order(words: str | None) -> tuple[str, ...]:
    """Return the stems of the content words, each once, in the order of the text."""
    found = tokens(words, Span(0, len(words))) if words else ()
    stop = words_of("stop")
    return tuple(dict.fromkeys(stem(token.word) for token in found if token.word not in stop))
