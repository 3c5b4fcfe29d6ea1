"""What a page says about itself: headline, outlet, authors, day, topics, pictures."""

from __future__ import annotations

from generator.clean.authors import find_authors
from generator.clean.captions import SLUG, split_caption
from generator.clean.cues import folded, labelled, phrases
from generator.clean.datelines import dateline_alone, find_dateline
from generator.clean.dates_stated import days_in
from generator.clean.links import tags_of
from generator.clean.outlets import find_outlet
from generator.clean.publication import find_publication
from generator.model import (
    Author,
    Block,
    Caption,
    Dateline,
    Meta,
    Outlet,
    Published,
    Span,
    Stated,
    Statements,
    Title,
)


def find_metadata(text: str, blocks: tuple[Block, ...], stated: Statements) -> Meta:
    """Return what a page says about itself; None or empty where it says nothing.

    Args:
        text: The view.
        blocks: All of it, labelled, in order.
        stated: What the format states outright; it goes before what the lines show.
    """
    dateline = _dateline(text, blocks)
    outlet = _stated_outlet(text, stated.outlet) or find_outlet(text, blocks)
    return Meta(
        title=_title(text, blocks, stated.title),
        outlet=outlet,
        authors=_authors(text, blocks, stated.authors, outlet),
        published=_published(text, blocks, stated.published, dateline),
        dateline=dateline,
        tags=_tags(text, blocks, stated.tags),
        captions=_captions(text, blocks),
        story=stated.story,
    )


def _title(text: str, blocks: tuple[Block, ...], stated: Stated | None) -> Title | None:
    block = next((b for b in blocks if b.kind == "title"), None)
    shown = Title(block.span.of(text), block.span) if block else None
    if stated is None or (shown and folded(shown.text) == folded(stated.value)):
        return shown
    return Title(stated.value, _exact(text, stated))


def _stated_outlet(text: str, stated: Stated | None) -> Outlet | None:
    return Outlet(stated.value, _exact(text, stated), stated.basis) if stated else None


def _authors(
    text: str, blocks: tuple[Block, ...], stated: tuple[Stated, ...], outlet: Outlet | None
) -> tuple[Author, ...]:
    """Return the authors that the format states, else those that the lines of the page show."""
    own = folded(outlet.name) if outlet else ""
    named = [s for s in stated if folded(s.value) not in {own} | phrases("agencies")]
    if named:
        return tuple(Author(s.value, _exact(text, s)) for s in named)
    shown = (Author(span.of(text), span) for span in find_authors(text, blocks))
    # A person may give the page its name; a single word is then rather the page's.
    return tuple(a for a in shown if folded(a.name) != own or len(a.name.split()) > 1)


def _published(
    text: str, blocks: tuple[Block, ...], stated: Stated | None, dateline: Dateline | None
) -> Published | None:
    """Return the day of publication: stated, of a date line, a byline, or a whole dateline."""
    if stated and (days := days_in(stated.value)):
        return Published(days[0].iso, stated.span, stated.basis)
    shown = find_publication(text, blocks)
    if shown:
        return shown
    if dateline and dateline.date:
        return Published(dateline.date, dateline.span, "dateline of the report")
    return None


def _dateline(text: str, blocks: tuple[Block, ...]) -> Dateline | None:
    """Return the dateline of the report: a line of its own, or the head of the first paragraph."""
    block = next((b for b in blocks if b.kind in {"body", "dateline"}), None)
    if block is None:
        return None
    find = dateline_alone if block.kind == "dateline" else find_dateline
    return find(block.span.of(text), block.span.start)


def _tags(text: str, blocks: tuple[Block, ...], stated: tuple[Stated, ...]) -> tuple[str, ...]:
    """Return the topics as written, each once, in order."""
    tags = [s.value for s in stated]
    if not tags:
        for block in blocks:
            if block.kind == "tags":
                words = block.span.of(text)
                found = labelled(words, "tag_labels")
                tags.extend(tags_of(found[1] if found and found[1] else words))
    return tuple(
        {folded(tag): tag for tag in reversed(tags)}[key]
        for key in dict.fromkeys(map(folded, tags))
    )


def _captions(text: str, blocks: tuple[Block, ...]) -> tuple[Caption, ...]:
    """Return the words under pictures; a credit on the next line belongs to them."""
    found: list[Caption] = []
    last = -2
    for index, block in enumerate(blocks):
        words = block.span.of(text)
        if block.kind != "caption" or SLUG.match(words):
            continue
        caption, credit = (_moved(part, block.span.start) for part in split_caption(words))
        if caption:
            found.append(Caption(caption, credit))
        elif found and last == index - 1 and found[-1].credit is None:
            found[-1] = Caption(found[-1].span, credit)
        last = index
    return tuple(found)


def _moved(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _exact(text: str, stated: Stated) -> Span | None:
    """Return the span of a statement if the text there is its value to the letter."""
    return stated.span if stated.span and stated.span.of(text) == stated.value else None
