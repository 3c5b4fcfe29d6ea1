"""Lists of everything, cut into pages of one size, so that no page grows with the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

import msgspec

from generator.model import Page
from generator.render.citations import Link
from generator.render.environment import Templates
from generator.render.paths import address, list_path
from generator.render.view import View
from generator.render.words import counted

T = TypeVar("T")

NEIGHBOURS = 2
"""Pages before and after the present one that the row of page numbers names."""

TITLES = {
    "briefings": ("Briefings", "briefing"),
    "claims": ("Claims", "claim"),
    "figures": ("Figures", "figure"),
    "people": ("People", "person"),
    "quotations": ("Quotations", "quotation"),
    "sources": ("Sources", "source"),
}


class Pager(msgspec.Struct, frozen=True):
    """The row of page numbers under a list."""

    number: int
    count: int
    previous: str
    """Empty on the first page."""
    next: str
    """Empty on the last page."""
    near: tuple[Link, ...]
    """First, last and neighbouring pages in order; the present one and gaps have no address."""


def pager(number: int, count: int, path: Callable[[int], str]) -> Pager:
    """Return the row of page numbers for one page of several.

    Args:
        number: Which page it is, from 1.
        count: How many there are.
        path: Gives the path of each page by its number.
    """
    at = path(number)
    shown = sorted(
        {1, count} | set(range(max(1, number - NEIGHBOURS), min(count, number + NEIGHBOURS) + 1))
    )
    near: list[Link] = []
    last = 0
    for one in shown:
        if one > last + 1:
            near.append(Link("…", ""))
        near.append(Link(str(one), "" if one == number else address(at, path(one))))
        last = one
    return Pager(
        number=number,
        count=count,
        previous=address(at, path(number - 1)) if number > 1 else "",
        next=address(at, path(number + 1)) if number < count else "",
        near=tuple(near),
    )


def compose_list(
    view: View,
    templates: Templates,
    *,
    folder: str,
    items: Sequence[T],
    row: Callable[[T, str], Any],
) -> Iterator[Page]:
    """Yield the pages of a list; an empty list is one page that says so.

    Args:
        view: The edition.
        templates: ``FOLDER.md.jinja`` is composed.
        folder: Where the pages lie.
        items: Everything in the list, in order.
        row: Gives the row of an item on the page at an address.
    """
    size = view.look.page_size
    count = max(1, -(-len(items) // size))
    title, noun = TITLES[folder]
    total = counted(len(items), noun, "people" if noun == "person" else None)
    for number in range(1, count + 1):
        at = list_path(folder, number)
        heading = title if number == 1 else f"{title}, page {number}"
        shown = items[(number - 1) * size : number * size]
        values = {
            "title": heading,
            "description": f"{total}, page {number} of {count}.",
            "total": total,
            "rows": tuple(row(item, at) for item in shown),
            "pager": pager(number, count, partial(list_path, folder)),
        }
        yield Page(at, templates.compose(f"{folder}.md.jinja", values))
