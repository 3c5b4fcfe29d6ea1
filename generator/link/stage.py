"""KINDS, every way of joining documents in its order; sketch() for one, join() for all.

A sketch holds all that joining needs to know of one document, so that joining a
thousand documents reads a thousand sketches and no text. A joiner gives the same
links for any order of the sketches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from generator.link.circles import join_circles
from generator.link.claims import join_claims
from generator.link.copies import join_copies
from generator.link.figures import join_figures
from generator.link.origins import join_origins
from generator.link.people import join_people
from generator.link.sketches import Sketch, sketch
from generator.link.statements import join_statements
from generator.link.stories import join_stories
from generator.link.suggestions import join_suggestions
from generator.link.timeline import join_timeline
from generator.model import Known, Links
from generator.registry import in_order

Joiner = Callable[[tuple[Sketch, ...], Links, Known], tuple[Any, ...]]
"""Gets the sketches sorted by document id, the links found so far and the desk's own tables;
returns its own links, sorted."""


class Kind(msgspec.Struct, frozen=True):
    """One way of joining documents and what it builds on."""

    name: str
    """The field of :class:`~generator.model.Links` that it fills."""
    join: Joiner
    needs: tuple[str, ...] = ()


KINDS: tuple[Kind, ...] = (
    Kind("people", join_people),
    Kind("copies", join_copies),
    Kind("same_statement", join_statements, needs=("people", "copies")),
    Kind("origins", join_origins, needs=("people", "copies", "same_statement")),
    Kind("claim_groups", join_claims, needs=("people", "copies", "origins", "same_statement")),
    Kind("stories", join_stories, needs=("people", "copies", "origins", "claim_groups")),
    Kind("figure_groups", join_figures, needs=("stories",)),
    Kind("timeline", join_timeline, needs=("stories",)),
    Kind("circular_credits", join_circles, needs=("origins",)),
    Kind("suggestions", join_suggestions, needs=("people", "stories")),
)
"""Every kind of link in the order in which it is joined: a kind stands below all that it needs."""

NOTHING = Known()
"""A desk without tables."""

__all__ = ["KINDS", "Kind", "Sketch", "join", "sketch"]


def join(sketches: Iterable[Sketch], known: Known = NOTHING) -> Links:
    """Join documents by their sketches.

    Args:
        sketches: In any order, each of a document of its own.
        known: What the desk's tables state of people and outlets; they decide where
            the texts alone would leave a doubt.
    """
    ordered = tuple(sorted(sketches, key=lambda one: one.document))
    links = Links()
    for kind in in_order(KINDS, "KINDS"):
        links = msgspec.structs.replace(links, **{kind.name: kind.join(ordered, links, known)})
    return links
