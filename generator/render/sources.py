"""The page of one source: what it is, and its text with every item marked where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from generator.model import Annotation, Block, BlockKind, Page, Span
from generator.render.descriptors import block_anchor, descriptor
from generator.render.environment import Templates
from generator.render.layers import Item, Layers, Token, layered, tokens
from generator.render.lists import compose_list
from generator.render.paths import address, list_path, source_path
from generator.render.view import Entry, View
from generator.render.words import BLOCK

FURNITURE: frozenset[BlockKind] = frozenset({"section", "tags", "related", "boilerplate"})
"""Kinds of blocks that are folded: they are part of the page, not of what it reports."""

BARE: frozenset[BlockKind] = frozenset({"title", "body"})
"""Kinds of blocks that need no label."""


class Paragraph(msgspec.Struct, frozen=True):
    """One block of a text, or the part of it that is published."""

    anchor: str
    kind: str
    label: str
    """What it is, where that needs saying."""
    page: str
    """Its page in the source, where that is another one than before."""
    tokens: tuple[Token, ...]
    """Empty where nothing of the block is published."""


class Run(msgspec.Struct, frozen=True):
    """Blocks one after another that are shown alike."""

    manner: str
    """``text``, ``fold`` for furniture, or ``gap`` for what is not published."""
    paragraphs: tuple[Paragraph, ...]


def printed(annotation: Annotation, text: str) -> tuple[Span, ...]:
    """Return what pages print of a text, sorted and disjoint, the blanks between items included.

    This is what an edition that publishes excerpts only may hold of the text.

    Args:
        annotation: With or without its text.
        text: The text of record.
    """
    spans = [item.span for item in _items(annotation)]
    if annotation.title and annotation.title.span:
        spans.append(annotation.title.span)
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def render_sources(view: View, templates: Templates) -> Iterable[Page]:
    """Return the page of each document and the list of all, story by story."""
    for entry in view.entries.values():
        at = source_path(entry.id)
        yield Page(at, templates.compose("source.md.jinja", _values(view, entry, at)))
    yield from compose_list(
        view,
        templates,
        folder="sources",
        items=tuple(view.in_order()),
        row=lambda entry, at: descriptor(view, entry, at),
    )


def _values(view: View, entry: Entry, at: str) -> dict[str, object]:
    source = descriptor(view, entry, at)
    runs = tuple(_runs(view, entry))
    shown = {t.id for run in runs for p in run.paragraphs for t in p.tokens if t.id}
    items = (item.id for item in _items(entry.annotation) if item.first)
    return {
        "title": source.title,
        "description": f"Source: {source.outlet}, {source.published}.",
        "source": source,
        "runs": runs,
        "whole": view.look.source_text == "full",
        # an item that could not be marked can still be linked to
        "stray": tuple(id_ for id_ in dict.fromkeys(items) if id_ not in shown),
        "sources": address(at, list_path("sources")),
    }


def _items(annotation: Annotation) -> Iterator[Item]:
    """Yield every item of a document with each of its spans."""
    for claim in annotation.claims:
        yield Item(claim.id, f"claim-{claim.kind}", claim.span, first=True)
    for quotation in annotation.quotations:
        for index, span in enumerate(quotation.content):
            yield Item(quotation.id, f"quotation-{quotation.type}", span, first=index == 0)
    for figure in annotation.figures:
        yield Item(figure.id, "figure", figure.span, first=True)


def _runs(view: View, entry: Entry) -> Iterator[Run]:
    layers = layered(_items(entry.annotation))
    spans = None if view.look.source_text == "full" else printed(entry.annotation, entry.text)
    paragraphs = _paragraphs(entry, layers, spans)
    for manner, group in groupby(paragraphs, key=_manner):
        yield Run(manner, tuple(group))


def _manner(paragraph: Paragraph) -> str:
    if not paragraph.tokens:
        return "gap"
    return "fold" if paragraph.kind in FURNITURE else "text"


def _paragraphs(
    entry: Entry, layers: Layers, spans: tuple[Span, ...] | None
) -> Iterator[Paragraph]:
    whole = Block(Span(0, len(entry.text)), "body", None, 0, 1.0)
    page: int | None = None
    last = ""
    for index, block in enumerate(entry.annotation.blocks or (whole,)):
        turned = block.page is not None and block.page != page
        page = block.page if turned else page
        label = "" if block.kind in BARE or block.kind == last else BLOCK[block.kind]
        last = block.kind
        yield Paragraph(
            anchor=block_anchor(index),
            kind=block.kind,
            label=label,
            page=f"page {page}" if turned else "",
            tokens=tuple(_shown(entry.text, block.span, layers, spans)),
        )


GAP = Token(text="[…]", look="gap")
"""What stands for words that are not published."""


def _shown(
    text: str, block: Span, layers: Layers, spans: tuple[Span, ...] | None
) -> Iterator[Token]:
    """Yield a block's characters: all of them, or those that lie in the spans."""
    if spans is None:
        yield from tokens(text, block, layers)
        return
    at = block.start
    for span in _overlapping(spans, block):
        inner = Span(max(span.start, block.start), min(span.end, block.end))
        if text[at : inner.start].strip():
            yield GAP
        yield from tokens(text, inner, layers)
        at = inner.end
    if at > block.start and text[at : block.end].strip():
        yield GAP


def _overlapping(spans: tuple[Span, ...], block: Span) -> Iterator[Span]:
    """Yield those of sorted, disjoint spans that share a character with a block."""
    index = max(0, bisect_right(spans, block.start, key=lambda span: span.start) - 1)
    while index < len(spans) and spans[index].start < block.end:
        if spans[index].overlaps(block):
            yield spans[index]
        index += 1
