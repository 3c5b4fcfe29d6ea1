"""How much two statements of two documents have in common, by the weight of their words.

A word weighs by how rare it is in the sentences of the two documents at hand, not
in the whole desk: whether two sentences say the same must not change because a
third document has come in, and in a desk of two it must work as well.
"""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

import msgspec

from generator.link.sketches import Sketch
from generator.link.words import weight


class Vocabulary(msgspec.Struct, frozen=True):
    """In how many sentences of a document each stem stands."""

    uses: Counter[str]
    sentences: int


class Likeness(msgspec.Struct, frozen=True):
    """What two statements share."""

    words: int
    """Stems in common."""
    contained: float
    """Weight in common by that of the lighter statement, 0 to 1."""
    cosine: float
    """Weight in common by the geometric mean of both, 0 to 1."""


def vocabulary(sketch: Sketch) -> Vocabulary:
    """Return the use of stems in a document's claims."""
    uses = Counter(word for claim in sketch.claims for word in claim.words)
    return Vocabulary(uses, len(sketch.claims))


def likeness(
    one: frozenset[str], two: frozenset[str], here: Vocabulary, there: Vocabulary
) -> Likeness:
    """Return what two sets of stems share, ``one`` from the document ``here``."""
    shared = one & two
    total = here.sentences + there.sentences + 1
    weights = {
        word: weight(word) * log(1 + total / (1 + here.uses[word] + there.uses[word]))
        for word in sorted(one | two)
    }
    a, b, both = (sum(weights[word] for word in sorted(part)) for part in (one, two, shared))
    if not a or not b:
        return Likeness(0, 0.0, 0.0)
    return Likeness(len(shared), both / min(a, b), both / sqrt(a * b))
