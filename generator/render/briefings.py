"""The page of one story: bottom line, who said what, where sources differ, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from generator.model import ClaimRef, Page, Story
from generator.render.citations import document_label
from generator.render.claims import ClaimRow, claim_row
from generator.render.contents import (
    Item,
    all_claims,
    all_quotations,
    claims_of,
    compared,
    gaps,
    is_comment,
    key_claims,
)
from generator.render.descriptors import descriptor
from generator.render.environment import Templates
from generator.render.figures import Comparison, comparisons, figure_row, without_twins
from generator.render.lists import compose_list
from generator.render.paths import address, briefing_path, list_path, pdf_path
from generator.render.people import cast
from generator.render.summary import newest, outlets, summary, warnings
from generator.render.view import Entry, View
from generator.render.voices import voices
from generator.render.words import KIND, counted, day

T = TypeVar("T")

MAX_DESCRIPTION = 300
"""Code points of the bottom line that stand in the head of the page."""


class Section(msgspec.Struct, frozen=True):
    """The rows of a section, and how many more there are."""

    rows: tuple[object, ...]
    more: int
    href: str
    """The list in which all of them stand."""


class Kind(msgspec.Struct, frozen=True):
    """The key claims of one kind."""

    name: str
    word: str
    section: Section


class Happening(msgspec.Struct, frozen=True):
    """One day of the timeline."""

    day: str
    date: str
    row: ClaimRow


class StoryRow(msgspec.Struct, frozen=True):
    """A story in a list of stories."""

    title: str
    href: str
    day: str
    support: str
    single: bool
    outlets: str
    lead: ClaimRow | None


def render_briefings(view: View, templates: Templates) -> Iterable[Page]:
    """Return the page of each story and the list of all stories, newest first."""
    for story in view.edition.stories:
        at = briefing_path(story.id)
        yield Page(at, templates.compose("briefing.md.jinja", _values(view, story, at)))
    yield from compose_list(
        view,
        templates,
        folder="briefings",
        items=by_day(view),
        row=lambda story, at: story_row(view, story, at),
    )


def by_day(view: View) -> tuple[Story, ...]:
    """Return all stories, newest first, undated ones last; equal days in the edition's order."""
    return tuple(
        sorted(view.edition.stories, key=lambda story: newest(view.in_story(story)), reverse=True)
    )


def story_row(view: View, story: Story, at: str) -> StoryRow:
    """Return a story as a list on the page at an address shows it."""
    entries = view.in_story(story)
    documents = counted(len(entries), "document")
    origins = counted(story.independent_origins, "independent origin")
    leads = claims_of(view, story.lead)
    return StoryRow(
        title=story.title,
        href=address(at, briefing_path(story.id)),
        day=day(newest(entries) or None),
        support=f"{documents}, {origins}",
        single=story.independent_origins <= 1,
        outlets=", ".join(outlets(entries)[:6]),
        lead=claim_row(view, *leads[0], at) if leads else None,
    )


def _values(view: View, story: Story, at: str) -> dict[str, object]:
    """Return what the page of a story is given."""
    entries = view.in_story(story)
    claims = all_claims(entries)
    leads = claims_of(view, story.lead)
    return {
        "title": story.title,
        "description": _description(leads, entries),
        "day": day(newest(entries) or None),
        "lead": tuple(claim_row(view, *item, at) for item in leads),
        "summary": summary(view, story),
        "warnings": warnings(view, story),
        "kinds": _kinds(view, key_claims(view, claims), at),
        "voices": voices(view, all_quotations(entries), at),
        "figures": _figures(view, entries, at),
        "differ": _comparisons(view, entries, "differ", at),
        "apart": _comparisons(view, entries, "not-comparable", at),
        "gaps": _claim_section(view, gaps(view, claims), at),
        "timeline": _timeline(view, story, at),
        "cast": cast(view, entries, at),
        "comments": _claim_section(view, [i for i in claims if is_comment(i)], at),
        "sources": _sources(view, entries, at),
        "pdf": address(at, pdf_path(story.id)) if story.id in view.look.prints else "",
        "version": view.look.prints.get(story.id, ""),
        "lists": {name: address(at, list_path(name)) for name in LISTS},
    }


LISTS = ("briefings", "claims", "figures", "people", "quotations", "sources")
"""The lists that a briefing leads to."""


def _cut(view: View, folder: str, rows: Sequence[T], at: str) -> Section:
    """Return the first rows, and how many are left to the list that holds them all."""
    shown = view.look.section_rows
    return Section(tuple(rows[:shown]), max(0, len(rows) - shown), address(at, list_path(folder)))


def _claim_section(view: View, items: Sequence[Item], at: str) -> Section:
    section = _cut(view, "claims", items, at)
    shown = items[: len(section.rows)]
    rows = tuple(claim_row(view, *item, at) for item in shown)
    return msgspec.structs.replace(section, rows=rows)


def _kinds(view: View, claims: Sequence[Item], at: str) -> tuple[Kind, ...]:
    kinds = []
    for name, word in KIND.items():
        items = [item for item in claims if item[1].kind == name]
        section = _claim_section(view, items, at)
        if items:
            kinds.append(Kind(name, word, section))
    return tuple(kinds)


def _figures(view: View, entries: Iterable[Entry], at: str) -> Section:
    pairs = [(entry, figure) for entry in entries for figure in entry.annotation.figures]
    found = without_twins(pairs)
    section = _cut(view, "figures", found, at)
    rows = tuple(figure_row(view, *first, at, twins) for first, twins in found[: len(section.rows)])
    return msgspec.structs.replace(section, rows=rows)


def _comparisons(
    view: View, entries: Iterable[Entry], relation: str, at: str
) -> tuple[Comparison, ...]:
    groups = islice(compared(view, entries, relation), view.look.section_rows)
    return comparisons(view, groups, at)


def _timeline(view: View, story: Story, at: str) -> tuple[Happening, ...]:
    happenings = []
    for one in view.timelines.get(story.id, ())[: view.look.section_rows]:
        items = claims_of(view, [ClaimRef(one.document, one.claim)])
        happenings += [Happening(day(one.date), one.date, claim_row(view, *i, at)) for i in items]
    return tuple(happenings)


def _sources(view: View, entries: Sequence[Entry], at: str) -> Section:
    section = _cut(view, "sources", entries, at)
    rows = tuple(descriptor(view, entry, at) for entry in entries[: len(section.rows)])
    return msgspec.structs.replace(section, rows=rows)


def _description(leads: Sequence[Item], entries: Sequence[Entry]) -> str:
    if not leads:
        return f"A briefing from {counted(len(entries), 'document')}."
    entry, claim = leads[0]
    return f"{document_label(entry)}: {claim.span.of(entry.shown)[:MAX_DESCRIPTION]}"
