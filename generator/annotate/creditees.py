"""Who is named for a picture or a byline, and for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.candidates import Candidate
from generator.annotate.gazetteer import (
    is_organisation,
    is_place,
    looks_like_organisation,
    looks_like_place,
    looks_like_thing,
)
from generator.annotate.given import is_telling
from generator.annotate.outlets import is_outlet
from generator.model import Block, Document, Span

_PICTURE = re.compile(
    r"\b(?:Photos?|Photographs?|Pictures?|Images?|Credit|Courtesy|Illustration|Graphic|Video|PHOTO|CREDIT)s?"
    r"(?:\s+(?:credit|courtesy))?\s*(?:\bby\b|\bof\b|:|/)[^\n]{0,160}"
)
_WRITTEN = re.compile(
    r"\b(?:[Rr]eporting|[Ww]riting|[Ee]diting|Written|Compiled|Edited|Translated)"
    r"\s+by\s+[^()\n]{0,160}"
)


def credited_spans(document: Document, candidates: list[Candidate]) -> frozenset[Span]:
    """Return the spans of candidates that name a photographer, a reporter or an editor."""
    zones = sorted(_zones(document))
    found = []
    index = 0
    for candidate in candidates:
        while index < len(zones) and zones[index].end <= candidate.span.start:
            index += 1
        if index < len(zones) and zones[index].covers(candidate.span) and _may_be(candidate):
            found.append(candidate.span)
    return frozenset(found)


def _zones(document: Document) -> Iterator[Span]:
    """Yield the stretches in which every name is a credit."""
    for caption in document.meta.captions:
        if caption.credit:
            yield caption.credit
    for author in document.meta.authors:
        if author.span:
            yield author.span
    for block in document.blocks:
        yield from _lines(document.text, block)


def _lines(text: str, block: Block) -> Iterator[Span]:
    if block.kind == "caption":
        for found in _PICTURE.finditer(text, block.span.start, block.span.end):
            yield Span(*found.span())
    if block.kind in ("body", "byline", "key_point"):
        for found in _WRITTEN.finditer(text, block.span.start, block.span.end):
            yield Span(*found.span())


def _may_be(candidate: Candidate) -> bool:
    """Whether a credit's words are a person: two or more, and no outlet, house or place."""
    words = list(candidate.words)
    name = " ".join(words)
    if len(words) < 2 or is_outlet(name) or is_organisation(name) or is_place(name):
        return False
    shapes = (looks_like_organisation, looks_like_place, looks_like_thing)
    shaped = any(shape(words) for shape in shapes)
    word = is_place(words[0]) or words[0].endswith("ing")
    return is_telling(words[0]) or not (shaped or word)
