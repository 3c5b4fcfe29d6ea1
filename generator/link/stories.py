"""Which documents tell of one event: one event, one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from generator.ids import slug
from generator.link.kinship import Points, points
from generator.link.leads import find_lead
from generator.link.leaning import Leaning, find_leaning, independent
from generator.link.outlets import outlets_of
from generator.link.sketches import Sketch
from generator.model import ClaimGroup, ClaimRef, Known, Links, Story

ENOUGH = 3.0
"""Points from which two documents tell of one event: two retold statements, or three claims."""
SOME = 1.0
"""Points that make a link when two groups of documents are to become one."""
LINKED = 1 / 3
"""Least share of such links between two groups: one document between two events joins them not."""

UNTITLED = "Untitled"


def join_stories(sketches: tuple[Sketch, ...], links: Links, known: Known) -> tuple[Story, ...]:
    """Return every document in one story, alone if need be; stories are sorted by id.

    What a person wrote beside a document overrules the likeness: documents of one
    name are one story, documents of two names never are.
    """
    by_name = {one.document: one for one in sketches}
    groups = _groups(sketches, points(sketches, links))
    leaning = find_leaning(sketches, links, outlets_of(known))
    by_document: dict[str, list[ClaimGroup]] = defaultdict(list)
    for group in links.claim_groups:
        for document in {member.document for member in group.members}:
            by_document[document].append(group)
    stories = [
        _story([by_name[document] for document in group], by_document, leaning) for group in groups
    ]
    return tuple(sorted(_distinct(stories), key=lambda story: story.id))


def _groups(sketches: tuple[Sketch, ...], worth: Points) -> list[list[str]]:
    """Return the documents by story, the surest pairs joined first."""
    label = {one.document: one.story for one in sketches}
    group_of = _labelled(label)
    neighbours: dict[str, set[str]] = defaultdict(set)
    for (one, two), count in worth.items():
        if count >= SOME:
            neighbours[one].add(two)
            neighbours[two].add(one)
    sure = [pair for pair, count in worth.items() if count >= ENOUGH]
    for one, two in sorted(sure, key=lambda pair: (-worth[pair], pair)):
        a, b = sorted((group_of[one], group_of[two]), key=len)
        names = {label[document] for group in (a, b) for document in group} - {None}
        if a is b or len(names) > 1:
            continue
        linked = sum(len(neighbours[document].intersection(b)) for document in a)
        if linked >= LINKED * len(a) * len(b):
            b.extend(a)
            group_of.update(dict.fromkeys(a, b))
    return sorted({tuple(sorted(group)): sorted(group) for group in group_of.values()}.values())


def _labelled(label: Mapping[str, str | None]) -> dict[str, list[str]]:
    """Return for each document its group at the outset: those of one name, else itself alone."""
    named: dict[str, list[str]] = defaultdict(list)
    for document, name in label.items():
        if name is not None:
            named[name].append(document)
    return {d: [d] if name is None else named[name] for d, name in label.items()}


def _story(
    members: list[Sketch], by_document: Mapping[str, list[ClaimGroup]], leaning: Leaning
) -> Story:
    """Return the story of some documents, which are sorted."""
    groups = {g.id: g for one in members for g in by_document.get(one.document, ())}
    lead = find_lead(members, list(groups.values()), leaning.derived)
    title = _title(members, lead)
    label = next((one.story for one in members if one.story), None)
    return Story(
        id=slug(label or title),
        title=title,
        url="",
        documents=tuple(one.document for one in members),
        lead=lead,
        independent_origins=independent(leaning.roots[one.document] for one in members),
    )


def _title(members: list[Sketch], lead: tuple[ClaimRef, ...]) -> str:
    """Return the title of the lead document, or of the first that has one."""
    first = [one for one in members if lead and one.document == lead[0].document]
    return next((one.title for one in (*first, *members) if one.title), UNTITLED)


def _distinct(stories: Iterable[Story]) -> list[Story]:
    """Return the stories with ids told apart by their first document, and their addresses."""
    groups: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        groups[story.id].append(story)
    found = []
    for name, same in groups.items():
        for story in same:
            own = name if len(same) == 1 else slug(f"{name} {story.documents[0]}")
            found.append(msgspec.structs.replace(story, id=own, url=f"briefings/{own}/"))
    return found
