"""When things happened: claims of the body that name a day."""

from __future__ import annotations

from generator.link.sketches import Sketch
from generator.model import Known, Links, TimelineEntry


def join_timeline(
    sketches: tuple[Sketch, ...], _links: Links, _known: Known
) -> tuple[TimelineEntry, ...]:
    """Return one entry for each claim and full day that it names, sorted by day.

    Only days that its own document resolves: no day is taken from another.
    """
    return tuple(
        sorted(
            TimelineEntry(day, one.document, claim.id)
            for one in sketches
            for claim in one.claims
            if claim.counts
            for day in claim.days
        ),
    )
