"""Documents that repeat long passages of another without saying so.

A copy is the whole text; here one page has half of its words, or more, from another.
Whoever wrote them first, the two are one origin (T20).
"""

from __future__ import annotations

import msgspec

from generator.link.clusters import candidates
from generator.link.minhash import containment
from generator.link.sketches import Sketch
from generator.model import Links

TAKEN = 0.5
"""Share of the shorter text's word 5-grams in the longer from which one was made of the other."""
LEAST = 20
"""5-grams below which a text is too short for its words to show where they come from."""
SAMPLE = 4
"""Every fourth 5-gram leads from one text to another; a passage of any length holds some."""
MOST = 24
"""A 5-gram in more texts than this is a set phrase or boilerplate."""


class Passage(msgspec.Struct, frozen=True):
    """What one document repeats of another."""

    document: str
    """The later of the two, or the shorter where no day tells."""
    source: str
    share: float
    """Of the shorter text."""
    whole: bool
    """Whether the source is the longer: the other is an excerpt then, else it adds to it."""


def find_passages(sketches: tuple[Sketch, ...], links: Links) -> dict[str, Passage]:
    """Return for each document that repeats another the one it has most from."""
    copies = {copy.documents for copy in links.copies}
    by_name = {one.document: one for one in sketches}
    items = (
        (one.document, [str(x) for x in one.shingles if x % SAMPLE == 0])
        for one in sketches
        if len(one.shingles) >= LEAST
    )
    found: dict[str, Passage] = {}
    for one, two, _ in candidates(items, MOST):
        if (one, two) in copies:
            continue
        passage = _passage(by_name[one], by_name[two])
        known = found.get(passage.document) if passage else None
        if passage and (known is None or known.share < passage.share):
            found[passage.document] = passage
    return found


def _passage(one: Sketch, two: Sketch) -> Passage | None:
    """Return what one of two documents repeats of the other, if it is much."""
    short, long = sorted((one, two), key=lambda s: (len(s.shingles), s.document))
    share = containment(short.shingles, long.shingles)
    if share < TAKEN:
        return None
    days = (short.published, long.published)
    first_short = None not in days and str(days[0]) < str(days[1])
    later, source = (long, short) if first_short else (short, long)
    return Passage(later.document, source.document, share, whole=source is long)
