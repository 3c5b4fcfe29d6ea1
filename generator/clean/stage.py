"""STEPS in their order, and clean(), which applies their edits and keeps the map.

A cleaner proposes edits and never hands over a text; nothing is deleted from the
text of record. What a line is, and what the page says about itself, is then read
off the cleaned view.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import pairwise

import msgspec

from generator.clean.blocks import label_blocks
from generator.clean.characters import find_odd_characters
from generator.clean.metadata import find_metadata
from generator.clean.printed import as_printed
from generator.model import Document, Extract, Passage, Source, Span, Stated, relocated
from generator.offsets import Edit, apply
from generator.registry import members

Cleaner = Callable[[Extract], tuple[Edit, ...]]
"""Proposes edits on the text of record; where two want the same characters, the first wins."""


class Step(msgspec.Struct, frozen=True):
    """One cleaner."""

    name: str
    propose: Cleaner


def find_markup(extract: Extract) -> tuple[Edit, ...]:
    """Return the edits that the reader asked for: markup signs are no words of the text."""
    return tuple(Edit(span.start, span.end, text) for span, text in extract.edits)


STEPS: tuple[Step, ...] = (
    Step("markup", find_markup),
    Step("characters", find_odd_characters),
)
"""Every cleaner in the order of precedence."""


def clean(extract: Extract, document_id: str) -> Document:
    """Return the cleaned view of a text with its labelled blocks and its metadata."""
    extract = msgspec.structs.replace(extract, passages=_without_gaps(extract))
    text, offsets = apply(extract.text, _accepted(extract))
    passages = tuple(
        p for p in relocated(extract.passages, offsets.view) if p.span.of(text).strip()
    )
    blocks = label_blocks(text, passages)
    meta = find_metadata(text, blocks, relocated(extract.stated, offsets.view))
    return Document(
        id=document_id,
        source=_found_at(extract.source, extract.stated.url),
        record=extract.text,
        text=text,
        offsets=offsets,
        blocks=blocks,
        meta=as_printed(meta, extract.text, offsets),
        notices=relocated(extract.notices, offsets.view),
    )


def _found_at(source: Source, url: Stated | None) -> Source:
    """Return the source with its address, where one is stated."""
    if url is None:
        return source
    return msgspec.structs.replace(source, url=url.value, url_basis=url.basis)


def _without_gaps(extract: Extract) -> tuple[Passage, ...]:
    """Return the passages with one more for each stretch of text that no reader put in any.

    A line of control characters is such a stretch: it is no words, and no blank either.
    """
    whole: list[Passage] = []
    at = 0
    end = Passage(Span(len(extract.text), len(extract.text)))
    for passage in (*extract.passages, end):
        gap = extract.text[at : passage.span.start]
        if gap.strip():
            start = at + len(gap) - len(gap.lstrip())
            whole.append(Passage(Span(start, start + len(gap.strip()))))
        whole.append(passage)
        at = max(at, passage.span.end)
    return tuple(whole[:-1])


def _accepted(extract: Extract) -> tuple[Edit, ...]:
    """Drop edits that overlap an earlier step's and those that would leave a passage empty."""
    taken: list[Edit] = []
    for step in members(STEPS, "generator.cleaners"):
        cut = _within_passages(step.propose(extract), extract)
        free = _apart(taken, cut)
        taken = sorted([*taken, *free])
    view, offsets = apply(extract.text, taken)
    emptied = [
        p.span
        for p in extract.passages
        if not view[slice(*offsets.view(p.span.start, p.span.end))].strip()
    ]
    return tuple(e for e in taken if not any(s.start <= e.start < s.end for s in emptied))


def _within_passages(edits: tuple[Edit, ...], extract: Extract) -> tuple[Edit, ...]:
    """Cut an edit that crosses a passage's border, so that each passage keeps its own characters.

    The pieces delete, since a blank that stood for a line's end is none within a
    line, and the blanks between the passages stay.
    """
    borders = [at for one in extract.passages for at in (one.span.start, one.span.end)]
    pieces: list[Edit] = []
    for edit in edits:
        inside = borders[bisect_right(borders, edit.start) : bisect_left(borders, edit.end)]
        cut = pairwise([edit.start, *inside, edit.end])
        parts = [Edit(a, b, "") for a, b in cut if not extract.text[a:b].isspace()]
        pieces += parts if inside else [edit]
    return tuple(pieces)


def _apart(taken: list[Edit], proposed: tuple[Edit, ...]) -> list[Edit]:
    """Return the proposed edits that overlap none of those taken; both sorted by place."""
    free: list[Edit] = []
    index = 0
    for edit in sorted(proposed):
        while index < len(taken) and taken[index].end <= edit.start:
            index += 1
        last = free[-1].end if free else 0
        if edit.start >= last and (index == len(taken) or edit.end <= taken[index].start):
            free.append(edit)
    return free
