"""Which claims a briefing leads with: a fixed ranking, the same for every document.

Only sentences of the body and key points are ranked. The first sentence of the
body that states something is always a key claim; so the lead of a story can be
taken as the first key claim, in the order of the text, that stands in the body.

A sentence gains, in points:

- up to 2 for words of the page's headlines, half a point a word,
- up to 1.5 for words that at least three sentences of the document share,
- up to 1 for standing early, 3 for being the first sentence of the body,
- 2 for being said again in a key point, 0.5 for a figure,
- 1.2 for the first thing that a named person says, 0.8 for the second, -0.2 for any further one,
  and half of that for a collective or a paper; so no voice fills the list,
- 0.4 for a voice that is heard more than once, and for a judgement or a prediction,

and loses 0.8 if it begins with a pronoun and hangs on the sentence before, 0.8 if it is very short,
and 0.4 for saying only that something is not known, which has a list of its own. Ties go by place.
Of the claims, half are key where there are up to 12, and about a third, 12 at most, where there are
more.
"""

from __future__ import annotations

import re
from collections import Counter
from math import ceil

import msgspec

FEWEST, MOST = 4, 12
"""How many key claims a document has; it has fewer only if it has fewer claims."""

SHARE, SHARE_SHORT, SHORT = 0.35, 0.5, 12
"""Which part of its claims are key, between the two bounds above; a document of up to ``SHORT``
claims keeps half, since little of it is detail."""

TURNS = (1.2, 0.8, -0.2)
"""What the first, second and any further claim of one voice gain."""

COLLECTIVE = 0.5
"""Which part of that a collective or a paper gains beside a named person."""

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
_FOLLOWS = re.compile(r"\W*(?:He|She|It|They|This|That|These|Those|Her|His|Their|Its|We|I)\b")


class Candidate(msgspec.Struct, frozen=True):
    """What the ranking looks at in one claim."""

    words: str
    in_body: bool
    """False for key points, which a body may repeat."""
    repeated: bool
    """Whether a key point says the same."""
    speaker: str | None
    """Whoever is given for it, person or collective."""
    named: bool
    """Whether that is a person of the document, and no collective or paper."""
    weighed: bool
    """Whether it is a judgement or a prediction."""
    gap: bool
    figures: int
    ranked: bool = True
    """False for what a briefing never leads with: comments of an editor, headlines."""


def key_claims(candidates: tuple[Candidate, ...], title: str) -> frozenset[int]:
    """Return the indexes of the key claims.

    Args:
        candidates: All claims of a document in the order of the text.
        title: Headlines of the page, together; may be empty.
    """
    ranked = [i for i, one in enumerate(candidates) if one.ranked]
    if not ranked:
        return frozenset()
    scores = _scores(candidates, ranked, title)
    share = SHARE_SHORT if len(ranked) <= SHORT else SHARE
    count = min(max(ceil(len(ranked) * share), FEWEST), MOST)
    chosen = sorted(ranked, key=lambda i: (-scores[i], i))[:count]
    lead = next((i for i in ranked if candidates[i].in_body and not candidates[i].gap), ranked[0])
    if lead not in chosen:
        chosen[-1] = lead
    return frozenset(chosen)


def _scores(candidates: tuple[Candidate, ...], ranked: list[int], title: str) -> dict[int, float]:
    """Return the score of each claim: what it says counts double, where it stands once."""
    words = {i: set(_stems(candidates[i].words)) for i in ranked}
    heard: Counter[str] = Counter()
    voices = Counter(candidates[i].speaker or "" for i in ranked)
    frequent = _frequent(words)
    headline = set(_stems(title))
    first = next((i for i in ranked if candidates[i].in_body), ranked[0])
    scores = {}
    for place, i in enumerate(ranked):
        one = candidates[i]
        size = max(len(words[i]), 4)
        score = 2.0 * min(len(words[i] & headline), 4) / 4 + 1.5 * len(words[i] & frequent) / size
        score += 1.0 - place / len(ranked)
        score += 3.0 * (i == first) + 2.0 * one.repeated + 0.5 * bool(one.figures)
        if one.speaker:
            # What a voice says first is its message; what follows explains it. A voice that is
            # heard again later carries the story, one that is heard once lends it a detail.
            turn = min(heard[one.speaker], len(TURNS) - 1)
            score += TURNS[turn] * (1.0 if one.named else COLLECTIVE) + 0.4 * (
                voices[one.speaker] > 1
            )
            score += 0.4 * one.weighed
            heard[one.speaker] += 1
        score -= 0.8 * bool(_FOLLOWS.match(one.words)) + 0.4 * one.gap + 0.8 * (len(words[i]) < 4)
        scores[i] = score
    return scores


def _stems(words: str) -> list[str]:
    """Return the longer words and the numbers, cut so that "flooded" and "flooding" agree."""
    return [word.lower()[:6].rstrip(".,") for word in _WORD.findall(words)]


def _frequent(words: dict[int, set[str]]) -> frozenset[str]:
    """Return the words that most claims share: what the document is about."""
    uses = Counter(word for some in words.values() for word in sorted(some))
    return frozenset(word for word, count in uses.items() if count >= 3)
