"""Documents for tests, written block by block: ``kind: words``, plain words being body."""

from __future__ import annotations

from typing import get_args

import msgspec

from generator.annotate.names import find_organisations, find_places
from generator.annotate.people import find_people
from generator.annotate.sentences import find_sentences
from generator.model import (
    Author,
    Block,
    BlockKind,
    Caption,
    Dateline,
    Document,
    Layers,
    Meta,
    Outlet,
    Source,
    Span,
)
from generator.offsets import apply

KINDS = frozenset(get_args(BlockKind))


def written(*rows, outlet=None, dateline=None, agency=None):
    """Return a document of one block a row.

    A row may begin with ``KIND: ``. In a caption the words after `` ## `` are the credit; a
    byline's words are its author. ``dateline`` is the words of it, with the place in front.
    """
    text, blocks, captions, authors = "", [], [], []
    for index, row in enumerate(rows):
        head, colon, rest = row.partition(": ")
        kind, words = (head, rest) if colon and head in KINDS else ("body", row)
        plain, _, credit = words.partition(" ## ")
        whole = f"{plain} {credit}" if credit else plain
        span = Span(len(text), len(text) + len(whole))
        if kind == "caption":
            held = Span(span.end - len(credit), span.end) if credit else None
            captions.append(Caption(Span(span.start, span.start + len(plain)), held))
        if kind == "byline":
            start = span.start + len("By ")
            authors.append(Author(words.removeprefix("By "), Span(start, span.end)))
        blocks.append(Block(span, kind, None, index, 1.0))
        text += whole + "\n\n"
    meta = Meta(
        outlet=Outlet(outlet, None) if outlet else None,
        authors=tuple(authors),
        captions=tuple(captions),
        dateline=_dateline(text, dateline, agency),
    )
    view, offsets = apply(text, ())
    source = Source("page.txt", None, "text/plain", "")
    return Document("page", source, text, view, offsets, tuple(blocks), meta, ())


def layered(document):
    """Return the layers that these tests build on: sentences, people, organisations, places."""
    found = Layers()
    for name, find in (
        ("sentences", find_sentences),
        ("people", find_people),
        ("organisations", find_organisations),
        ("places", find_places),
    ):
        found = msgspec.structs.replace(found, **{name: find(document, found)})
    return found


def _dateline(text, words, agency):
    if words is None:
        return None
    start = text.index(words)
    place = words.split(" (")[0].split(" —")[0]
    return Dateline(place, agency, None, Span(start, start + len(words)))
