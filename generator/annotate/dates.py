"""Dates and periods that the text names, resolved against the day of publication.

Dates in captions are found like all others; that they are never taken for the
page's own is the business of whoever reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.date_shapes import ANY
from generator.annotate.reckoning import conflict, meaning
from generator.annotate.word_classes import words_of
from generator.model import Block, DateRef, Document, Layers, Span

SKIPPED = frozenset(["boilerplate", "related", "tags"])
"""Kinds of block that speak of other pages, or say nothing."""

_NAME_AFTER = re.compile(r"\s(?!I\b|The\b)[A-Z][a-z]")
_NAME_BEFORE = re.compile(r"(?:^|[^.!?”\"’]\s)[A-Z][a-z]+\s$")
_COMMON_WORDS = frozenset(words_of("date_names", "common word"))
_FIRM_CUES = frozenset(words_of("date_names", "firm cue"))
_VAGUE_CUES = frozenset(words_of("date_names", "vague cue"))


def find_dates(document: Document, _found: Layers) -> tuple[DateRef, ...]:
    """Find the dates of a document, and resolve those that can be.

    Returns:
        Sorted and disjoint. ``basis`` says in plain words how the day was reckoned; where it
        cannot be known from this document, ``date`` is None and ``basis`` says why.
    """
    found = [
        ref
        for block in document.blocks
        if block.kind not in SKIPPED
        for ref in _dates(document, block)
    ]
    page = document.meta.published
    # The page's own date may stand in its furniture, as front matter or a foot line.
    if page and page.span and not any(ref.span.overlaps(page.span) for ref in found):
        found.append(DateRef(page.span, page.date, None, None, "day of publication"))
    return tuple(sorted(found, key=lambda ref: ref.span))


def contradiction(text: str, date: DateRef) -> str | None:
    """Return a plain sentence if a date names a weekday that it does not fall on; else None."""
    return conflict(date.span.of(text), date.date)


def _dates(document: Document, block: Block) -> Iterator[DateRef]:
    text = document.text
    published = document.meta.published.date if document.meta.published else None
    for match in ANY.finditer(text, block.span.start, block.span.end):
        shape = match.lastgroup or ""
        groups = match.groupdict()
        shape = next(name for name in _NAMES if groups[name])
        word = f"{shape.partition('_')[0]}_word"
        span = Span(*match.span(word if groups.get(word) else shape))
        if shape in ("month", "month_cued") and _is_no_month(text, match.start(), span):
            continue
        yield meaning(shape, text, span, block, published)


_NAMES = tuple(name for name in ANY.groupindex if name not in ("dot", "month_word", "year_word"))


def _is_no_month(text: str, start: int, span: Span) -> bool:
    """Return whether a month's name is a person's, or a word such as "may"."""
    word = span.of(text).rstrip(".")
    if _NAME_AFTER.match(text, span.end):
        return True
    if start == span.start:
        return bool(_NAME_BEFORE.search(text[max(0, start - 40) : start]))
    cue = text[start : span.start].strip(" -\n").lower()
    if word not in _COMMON_WORDS:
        return False
    # "for May" is a month and "for Theresa and May" is not: only firm prepositions are trusted.
    return cue not in _FIRM_CUES and not (
        cue in _VAGUE_CUES and text[span.end : span.end + 1] in ".,;"
    )
