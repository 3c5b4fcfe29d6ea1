"""Credits: which other outlet a page names as the place where something was reported.

A credit surely covers its own sentence. The exception is the outlet before a
credited headline: it covers the excerpt below, up to "Read more" or the editor's
comment. A photographer's agency is no such credit, and neither is the page's own
name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from generator.annotate.capitals import Run, find_runs
from generator.annotate.outlets import (
    headline_outlet,
    is_known_outlet,
    is_outlet,
    looks_like_outlet,
    same_outlet,
)
from generator.annotate.sentences import sentence_at
from generator.model import Credit, Document, Layers, Span
from generator.resources import word_list

KINDS = frozenset(("key_point", "body", "editor_comment", "subtitle", "subheading", "boilerplate"))
"""Kinds of block that may credit an outlet; captions only credit pictures."""

MOST_WORDS = 6
"""Words of an outlet's name; a longer run is a heading."""

_REPORTS = re.compile(
    r"(?:[’']s\s[\w\s]{0,30})?,?\s+(?:has\s|had\s|first\s|also\s|earlier\s|previously\s)?"
    r"(?:reported|reports|wrote|writes|said|says|noted|revealed|quoted|cited|disclosed|learned)\b"
)


def find_credits(document: Document, found: Layers) -> tuple[Credit, ...]:
    """Find every place that credits another outlet with a report.

    Args:
        document: A cleaned document.
        found: Layers so far; reads ``sentences``.

    Returns:
        Sorted by place. ``outlet`` is the name as written, or its longer form elsewhere in the
        document; ``covers`` is the sentence, or the excerpt under a credited headline.
    """
    runs = find_runs(document, KINDS)
    names = _full_names(document, runs)
    named = [*_headlines(document), *_dateline(document, found)]
    for run in runs:
        outlet = _outlet(document.text, run, names)
        if outlet and _reports(document, run, outlet) and not _is_own(document, outlet, names):
            sentence = sentence_at(found.sentences, outlet.start)
            name = names.get(outlet.of(document.text), outlet.of(document.text))
            named.append(Credit(name, outlet, sentence.span if sentence else None))
    return tuple(sorted(_once(document, named), key=lambda credit: credit.span))


def _once(document: Document, named: list[Credit]) -> list[Credit]:
    """Drop a note that a story was supplied by the agency that its dateline names already."""
    line = document.meta.dateline
    agency = line.agency if line else None
    return [one for one in named if not agency or one.covers or not same_outlet(one.outlet, agency)]


def _outlet(text: str, run: Run, names: dict[str, str]) -> Span | None:
    """Return the outlet that a run names: all of it, or the part after a demonym or title."""
    words = run.words
    for first in range(max(0, len(words) - MOST_WORDS), len(words)):
        span = Span(words[first].start, words[-1].end)
        if (
            span.of(text) in names
            or is_known_outlet(span.of(text))
            or (looks_like_outlet(span.of(text)) and first == 0)
        ):
            return span
    return None


@cache
def _before(scope: str) -> re.Pattern[str]:
    """Return what stands before a credited outlet: of a ``sentence`` or the ``whole`` story."""
    rows = (row.partition(": ") for row in word_list("annotate", "credit_phrases"))
    phrases = "|".join(words.replace(" ", r"\s") for key, _, words in rows if key == scope)
    return re.compile(rf"\b(?:{phrases})\s+(?:the\s+)?$", re.IGNORECASE)


def _reports(document: Document, run: Run, outlet: Span) -> bool:
    """Whether the words around the name say that the outlet reported something."""
    text = document.text
    before = text[max(0, outlet.start - 60) : outlet.start]
    if document.blocks[run.block].kind == "boilerplate":
        return bool(_before("whole").search(before))
    after = _REPORTS.match(text, outlet.end, outlet.end + 60)
    return bool(after or any(_before(scope).search(before) for scope in ("sentence", "whole")))


def _is_own(document: Document, outlet: Span, names: dict[str, str]) -> bool:
    """Whether the name is the page's own; also "the Courier" on a page of the Norvik Courier."""
    own = document.meta.outlet
    name = outlet.of(document.text)
    return own is not None and (
        same_outlet(own.name, names.get(name, name)) or same_outlet(own.name, name)
    )


def _full_names(document: Document, runs: tuple[Run, ...]) -> dict[str, str]:
    """Return the longer name of each outlet that the document also calls by its last word."""
    text = document.text
    full = {
        run.span.of(text) for run in runs if len(run.words) > 1 and is_outlet(run.span.of(text))
    }
    short = {run.span.of(text) for run in runs if len(run.words) == 1}
    longer = {
        one: sorted(name for name in full if name.split()[-1] == one) for one in sorted(short)
    }
    return {one: names[0] for one, names in longer.items() if len(names) == 1}


def _headlines(document: Document) -> Iterator[Credit]:
    """Yield the outlets before credited headlines, each with the excerpt that it covers."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        name = (
            headline_outlet(document.text, block.span) if block.kind == "origin_headline" else None
        )
        if name is None:
            continue
        last = block
        for following in blocks[index + 1 :]:
            if following.kind in (
                "boilerplate",
                "editor_comment",
                "origin_headline",
                "tags",
                "related",
            ):
                break
            last = following
        start = name.end + 1
        start += len(document.text[start : block.span.end]) - len(
            document.text[start : block.span.end].lstrip()
        )
        outlet = Credit(name.of(document.text), name, Span(start, last.span.end))
        if not (document.meta.outlet and same_outlet(document.meta.outlet.name, outlet.outlet)):
            yield outlet


def _dateline(document: Document, found: Layers) -> Iterator[Credit]:
    """Yield the agency of a dateline: "OSLO (Norvik Wire) -"."""
    line = document.meta.dateline
    if not line or not line.agency:
        return
    at = document.text.find(line.agency, line.span.start, line.span.end)
    own = document.meta.outlet
    if at < 0 or (own and same_outlet(own.name, line.agency)):
        return
    index = bisect_right(found.sentences, line.span.start, key=lambda s: s.span.start)
    first = found.sentences[index].span if index < len(found.sentences) else None
    yield Credit(line.agency, Span(at, at + len(line.agency)), first)
