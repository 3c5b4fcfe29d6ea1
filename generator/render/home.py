"""The first page: what the site holds, and the latest stories."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Page
from generator.render.briefings import by_day, story_row
from generator.render.citations import Link
from generator.render.environment import Templates
from generator.render.lists import TITLES
from generator.render.paths import address, list_path
from generator.render.people import person_row
from generator.render.view import View

LATEST = 12
"""Stories on the first page."""

HEARD = 8
"""People on the first page."""

AT = "index.md"


def render_home(view: View, templates: Templates) -> Iterable[Page]:
    """Return the first page."""
    everyone = [one for one in view.edition.people if one.id in view.said]
    heard = sorted(everyone, key=lambda one: (-len(view.said[one.id]), one.name, one.id))
    stories = by_day(view)
    values = {
        "title": view.look.site_name,
        "description": "Briefings in which every claim, quotation and figure leads to its source.",
        "counts": _counts(view),
        "rows": tuple(story_row(view, story, AT) for story in stories[:LATEST]),
        "more": max(0, len(stories) - LATEST),
        "briefings": address(AT, list_path("briefings")),
        "people": tuple(person_row(view, one, AT) for one in heard[:HEARD]),
    }
    yield Page(AT, templates.compose("home.md.jinja", values))


def _counts(view: View) -> tuple[tuple[str, Link], ...]:
    """Return how many of everything there are, each with the way to its list."""
    found = [entry.annotation for entry in view.entries.values()]
    numbers = {
        "briefings": len(view.edition.stories),
        "sources": len(found),
        "claims": sum(len(one.claims) for one in found),
        "quotations": sum(len(one.quotations) for one in found),
        "figures": sum(len(one.figures) for one in found),
        "people": sum(one.kind != "credit_only" for one in view.edition.people),
    }
    return tuple(
        (f"{count:,}", Link(_noun(folder, count), address(AT, list_path(folder))))
        for folder, count in numbers.items()
    )


_ONE = {"people": "person"}
"""Nouns whose singular is not the plural without its last letter."""


def _noun(folder: str, count: int) -> str:
    """Return what a list holds, in the number that fits the count."""
    noun = TITLES[folder][0].lower()
    return _ONE.get(folder, noun.removesuffix("s")) if count == 1 else noun
