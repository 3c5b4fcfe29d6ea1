"""People who may be one, for a person to decide: a join in doubt is never made.

Only within one story, where a misspelling is likelier than a namesake.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.link.names import name_parts
from generator.link.people import identities_of
from generator.link.sketches import Sketch
from generator.model import Identity, Known, Links, PersonRef, Suggestion

LETTERS = 5
"""Fewest letters of a family name in which one slip is no other name: Lee is not Lea."""
MOST = 12
"""In a story with more people of one surname or initial than this no pairs are made."""


def join_suggestions(
    sketches: tuple[Sketch, ...], links: Links, known: Known
) -> tuple[Suggestion, ...]:
    """Return pairs of people of one story who are perhaps one, sorted.

    People whom the desk's table lists under two names are never suggested.
    """
    listed = {alias.name for alias in known.people}
    people = {
        one.id: one for one in links.people if one.kind not in ("credit_only", "editor_unnamed")
    }
    identities = identities_of(links)
    members = {one.document: one.people for one in sketches}
    found: dict[tuple[str, str], str] = {}
    for story in links.stories:
        refs = (PersonRef(d, p.id) for d in story.documents for p in members[d])
        cast = sorted({identities[ref] for ref in refs} & people.keys())
        for one, two in _near(cast, people):
            if people[one].name in listed and people[two].name in listed:
                continue
            reason = _reason(people[one], people[two])
            if reason:
                found[one, two] = reason
    return tuple(Suggestion(pair, found[pair]) for pair in sorted(found))


def _near(cast: list[str], people: dict[str, Identity]) -> Iterator[tuple[str, str]]:
    """Yield each pair that shares a name, or the first letters of two, once."""
    holders: dict[str, set[str]] = defaultdict(set)
    for one in cast:
        parts = name_parts(people[one].name)
        for part in parts:
            holders[part].add(one)
        holders[" ".join(part[:1] for part in sorted(parts))].add(one)
    pairs = {
        p for same in holders.values() if len(same) <= MOST for p in combinations(sorted(same), 2)
    }
    yield from sorted(pairs)


def _reason(one: Identity, two: Identity) -> str | None:
    """Return why two people may be one; None if nothing speaks for it."""
    documents = {ref.document for ref in one.members}
    if any(ref.document in documents for ref in two.members):
        return None  # a page that names both tells them apart
    a, b = name_parts(one.name), name_parts(two.name)
    reasons = {
        "the same names, perhaps in another order": sorted(a) == sorted(b),
        "a name alone, and the same name in full": 1 in (len(a), len(b))
        and ({*a} < {*b} or {*b} < {*a}),
        "the same family name, and first names that agree as far as they are given": (
            a[-1] == b[-1] and (a[0].startswith(b[0]) or b[0].startswith(a[0]))
        ),
        "names that differ by one slip of spelling": _slipped(a, b),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _slipped(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Return whether two names differ in one long part, and there by one slip."""
    if len(one) != len(two):
        return False
    other = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return len(other) == 1 and min(map(len, other[0])) >= LETTERS and one_slip(*other[0])


def one_slip(one: str, two: str) -> bool:
    """Return whether one letter more, less or other, or two letters turned, part two words."""
    if abs(len(one) - len(two)) > 1:
        return False
    at = next((n for n, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), None)
    if at is None:
        return len(one) != len(two)
    rest, tail = one[at:], two[at:]
    turned = rest[:2] == tail[1::-1] and rest[2:] == tail[2:]
    return turned or rest[1:] == tail[1:] or rest[1:] == tail or rest == tail[1:]
