"""Whether two claims of two documents say the same.

Precision comes first: a pair that is missed leaves a claim alone, a pair that is
wrong prints a support that is not there. The thresholds were set on pairs of
reports of one event, where claims on one matter that differ reach a cosine of
about .45 by the subject alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from generator.link.claim_sketches import ClaimSketch
from generator.link.comparison import agree
from generator.link.likeness import Likeness, Vocabulary, likeness
from generator.link.sketches import FigureSketch, Sketch
from generator.link.words import content_words, plain, stem, words_of
from generator.model import PersonRef

SURE = 0.5
"""Cosine from which like words alone will do."""
MANY = 0.38
"""Cosine that will do where six words or more are shared and one voice speaks: what the pilots do
and what the shippers say of it share a subject, and are two claims."""
SPECIFIC = 0.35
"""Cosine that will do with a number or a date in common, a phrase, or the speaker."""
SPECIFIC_APART = 0.40
"""The same of claims in two voices: a union that fights the loss of 300 jobs states no loss."""
OTHERWISE = 0.6
"""Cosine asked of claims of different kinds, say a judgement and a report."""
NEARLY_ALL = 0.7
"""Cosine asked of claims that have three words or fewer in common, since a subject alone makes two
of them, and of claims in two voices."""
FEW, SOME, LOTS = 2, 3, 6


class Half(msgspec.Struct, frozen=True):
    """One of the two claims with what is known of its document."""

    claim: ClaimSketch
    words: frozenset[str]
    speaker: str | None
    """The identity of the person who says so; None for anybody else."""
    figures: tuple[FigureSketch, ...]
    vocabulary: Vocabulary


def halves(
    sketch: Sketch, identities: Mapping[PersonRef, str], vocabulary: Vocabulary
) -> tuple[Half, ...]:
    """Return those claims of a document that may say the same as another's.

    An editor's comment, a headline, a caption or a teaser is none of them.
    """
    figures = {figure.id: figure for figure in sketch.figures}
    return tuple(
        Half(
            claim,
            frozenset(claim.words),
            identities.get(PersonRef(sketch.document, claim.speaker)) if claim.speaker else None,
            tuple(figures[name] for name in claim.figures),
            vocabulary,
        )
        for claim in sketch.claims
        if claim.counts
    )


def match(one: Half, two: Half) -> float:
    """Return how surely two claims say the same: 0 if they are not taken to, up to 1."""
    a, b = one.claim, two.claim
    apart = one.speaker and two.speaker and one.speaker != two.speaker
    if apart or len(one.words & two.words) < FEW or _contrary(one, two):
        return 0.0
    alike = likeness(one.words, two.words, one.vocabulary, two.vocabulary)
    if _of_themselves(one, two) and (alike.words < LOTS or alike.cosine < NEARLY_ALL):
        return 0.0
    phrase = not set(a.phrases).isdisjoint(b.phrases)
    group = collective(a.attributed_to)
    at_odds = _at_odds(one.figures, two.figures)
    if phrase and group and group == collective(b.attributed_to) and not at_odds:
        return max(alike.cosine, SPECIFIC)
    return alike.cosine if _enough(one, two, alike, phrase=phrase) else 0.0


def collective(words: str | None) -> str | None:
    """Return the head of the words for a group that speaks without names, in the singular."""
    parts = [stem(word) for word in plain(words or "").replace("-", " ").split()]
    return next((part for part in reversed(parts) if part in _stems("collectives")), None)


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(name))


def _enough(one: Half, two: Half, alike: Likeness, *, phrase: bool) -> bool:
    """Return whether two claims that do not contradict share enough."""
    if _at_odds(one.figures, two.figures):
        return False
    kinds = {one.claim.kind, two.claim.kind}
    voiced = len(kinds) == 1 and _one_voice(one, two)
    if voiced and alike.words >= LOTS:
        needed = MANY
    elif voiced and alike.words > SOME:
        needed = SURE
    else:
        needed = OTHERWISE if _one_voice(one, two) and alike.words > SOME else NEARLY_ALL
    if one.speaker is not None and one.speaker == two.speaker:
        needed = SPECIFIC
    elif specific(one, two):
        needed = min(needed, SPECIFIC if _one_voice(one, two) else SPECIFIC_APART)
    likely = alike.cosine >= needed and alike.words >= SOME
    worded = phrase and voiced and alike.cosine >= SPECIFIC
    return likely or (alike.words >= FEW and (worded or alike.cosine >= NEARLY_ALL))


def _one_voice(one: Half, two: Half) -> bool:
    """Return whether both claims are one person's, one collective's or the documents' own."""
    a, b = one.claim.attributed_to, two.claim.attributed_to
    if one.speaker or two.speaker:
        return one.speaker == two.speaker or a == b
    return (a is None) == (b is None) and collective(a) == collective(b)


def _of_themselves(one: Half, two: Half) -> bool:
    """Return whether two bodies of other names speak: "it will appeal" is said of oneself."""
    a, b = one.claim.attributed_to, two.claim.attributed_to
    named = one.speaker is None and two.speaker is None and _is_name(a) and _is_name(b)
    return named and content_words(a).isdisjoint(content_words(b))


def _is_name(words: str | None) -> bool:
    """Return whether the words for a speaker are a name and no "the company"."""
    bare = (words or "").removeprefix("The ").removeprefix("the ")
    return " " in bare and all(word[:1].isupper() for word in bare.split())


def _contrary(one: Half, two: Half) -> bool:
    """Return whether most of the common words are denied by one claim and not by the other."""
    shared = one.words & two.words
    turned = len(shared.intersection(one.claim.negated)) - len(
        shared.intersection(two.claim.negated)
    )
    return 2 * abs(turned) > len(shared)


def specific(one: Half, two: Half) -> bool:
    """Return whether the claims have a number of two digits in common, or a day of a month."""
    shared = one.words & two.words
    numbers = {word for word in shared if word[0].isdigit()}
    return any(len(number) > 1 for number in numbers) or bool(numbers and shared & _stems("months"))


def _at_odds(one: tuple[FigureSketch, ...], two: tuple[FigureSketch, ...]) -> bool:
    """Return whether both give a figure of one unit and thing, and no figure is in both."""
    pairs = [(a, b) for a in one for b in two if a.unit == b.unit]
    if any(agree(a, b) for a, b in pairs):
        return False
    return any(
        set(a.counts) & set(b.counts) or (a.unit and not a.counts and not b.counts)
        for a, b in pairs
    )
