"""What a briefing begins with: one or two whole sentences, chosen by a fixed rule.

A key claim of the body is worth the more, the more documents of the story tell it, the more words
of its page's title it holds, the earlier it stands, and if somebody is given for it. A copy or a
rewrite comes after the report it leans on. The best claim leads; the next best that says something
else follows it, and there a page without a date comes after those that have one.
"""

from __future__ import annotations

import msgspec

from generator.link.claim_sketches import ClaimSketch
from generator.link.sketches import Sketch
from generator.model import ClaimGroup, ClaimRef

LEADS = 2
SHARED, CENTRAL, EARLY, ATTRIBUTED = 1.0, 1.0, 0.6, 0.2
"""Worth of being told by every document, of holding all words of the title, of standing first,
and of naming who says so."""
DERIVED = 0.3
"""Taken from claims of a copy, an excerpt or a rewrite."""
UNDATED = 0.25
"""Taken, for the second sentence, from claims of a page without a date where another page of the
story has one: the reader cannot tell whether it is the latest word."""
APART = 0.5
"""Largest share of words that the second sentence may have in common with the first."""


class Choice(msgspec.Struct, frozen=True):
    """A claim that may lead."""

    worth: float
    ref: ClaimRef
    claim: ClaimSketch
    undated: bool = False
    """Whether its page has no date, and another page of the story has one."""


def find_lead(
    members: list[Sketch], groups: list[ClaimGroup], derived: frozenset[str]
) -> tuple[ClaimRef, ...]:
    """Return the claims to lead with, the best first; empty if no document states anything.

    Key claims of the body are asked first; an editor's comment never leads.

    Args:
        members: The documents of the story, sorted.
        groups: The claim groups that have a member in them.
        derived: Documents that lean on another's report, which is asked first.
    """
    shared = {ref: group.documents for group in groups for ref in group.members}
    dated = any(one.published for one in members)
    choices = []
    for one in members:
        less = DERIVED * (one.document in derived)
        undated = dated and one.published is None
        choices += [
            msgspec.structs.replace(choice, worth=round(choice.worth - less, 6), undated=undated)
            for choice in _choices(one, shared, len(members))
        ]
    best = [c for c in choices if c.claim.key and c.claim.alone]
    best = best or [c for c in choices if c.claim.key] or choices
    ranked = sorted(best, key=lambda c: (-c.worth, c.ref))
    leads = ranked[:1]
    for choice in sorted(ranked[1:], key=lambda c: (UNDATED * c.undated - c.worth, c.ref)):
        if len(leads) < LEADS and all(_differ(choice.claim, lead.claim) for lead in leads):
            leads.append(choice)
    return tuple(lead.ref for lead in leads)


def _choices(one: Sketch, shared: dict[ClaimRef, int], documents: int) -> list[Choice]:
    """Return the claims of a document with what speaks for each."""
    title = set(one.title_words)
    counting = [claim for claim in one.claims if claim.counts]
    found = []
    for rank, claim in enumerate(counting):
        ref = ClaimRef(one.document, claim.id)
        central = len(title.intersection(claim.words)) / max(len(title), 1)
        worth = (
            SHARED * (shared.get(ref, 1) - 1) / max(documents - 1, 1)
            + CENTRAL * central
            + EARLY / (1 + rank)
            + ATTRIBUTED * (claim.attributed_to is not None)
        )
        found.append(Choice(round(worth, 6), ref, claim))
    return found


def _differ(one: ClaimSketch, two: ClaimSketch) -> bool:
    """Return whether two claims say two things."""
    a, b = set(one.words), set(two.words)
    return len(a & b) < APART * min(len(a), len(b))
