"""What can be seen of a line without reading it: length, marks, capitals, repetition."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import msgspec
from msgspec import structs

from generator.clean.cues import folded
from generator.model import Passage, Span
from generator.resources import word_list

BULLET = re.compile(r"^\s{0,12}(?:[*•◦‣▪▫●○■□·∙–—+-]|o)\s+(?=\S)")
"""``o`` is the hollow bullet of text browsers and word processors."""

NUMBERED = re.compile(r"^\s{0,12}\(?\d{1,3}[.)]\s+(?=\S)")

WRAPPED = 6
"""A line of fewer words is not broken because it is full."""

_END = re.compile(r"[.!?…]['\"”’»)\]\u2019]{0,3}$|[.!?…,]\s?['\"”’»]{1,2}$")
_WORD = re.compile(r"\w[\w'’.-]*")
_SENTENCE_WITHIN = re.compile(r"[a-z0-9)”’\"'][.!?]['\"”’»)]{0,2}\s+[\"“‘'«(]{0,2}[A-Z]")


class Line(msgspec.Struct, frozen=True):
    """One passage of the view and what its shape shows."""

    span: Span
    """Trimmed of blanks."""
    text: str
    hint: str
    main: bool | None
    page: int | None
    words: int
    """How many words; a bullet and lone marks are none."""
    bullet: bool
    numbered: bool
    ends: bool
    """Whether it ends as a sentence does."""
    sentences: bool
    """Whether a sentence ends within it and another begins."""
    function: float
    """Share of function words: near .4 in running text, near 0 in menus and tags."""
    capital: float
    """Share of words that begin with a capital letter or a digit."""
    upper: bool
    """Whether every letter is a capital, as in slugs and mastheads."""
    copies: int
    """How often the same words stand as a line of the document, this one included."""
    gap: bool
    """Whether a blank line stands above it."""
    flows: bool
    """Whether its sentence began or goes on in another line: a piece of a wrapped paragraph."""

    @property
    def item(self) -> bool:
        """Whether it is set as an item of a list."""
        return self.bullet or self.numbered or self.hint == "li"


def describe(text: str, passages: tuple[Passage, ...]) -> tuple[Line, ...]:
    """Return each passage with what its shape shows, in the order given.

    Args:
        text: The view.
        passages: Sorted and disjoint, none blank; their spans index the view.
    """
    spans = [_trimmed(text, passage.span) for passage in passages]
    keys = [folded(span.of(text)[:300]) for span in spans]
    counts = Counter(keys)
    lines = []
    before = 0
    for passage, span, key in zip(passages, spans, keys, strict=True):
        gap = text.count("\n", before, span.start) > 1
        lines.append(_line(passage, span, span.of(text), counts[key], gap=gap))
        before = span.end
    return _with_flow(lines)


def _with_flow(lines: list[Line]) -> tuple[Line, ...]:
    """Mark each line whose sentence goes on in the next, and that next line."""
    wrapped = {
        number
        for index, (line, following) in enumerate(pairwise(lines))
        if _goes_on(line, following)
        for number in (index, index + 1)
    }
    return tuple(
        structs.replace(line, flows=True) if index in wrapped else line
        for index, line in enumerate(lines)
    )


def _goes_on(line: Line, following: Line) -> bool:
    return (
        not line.ends
        and line.words >= WRAPPED
        and following.text[:1].islower()
        and not following.item
        and line.text[-1] != ":"
        and line.function > 0
    )


def _line(passage: Passage, span: Span, words: str, copies: int, *, gap: bool) -> Line:
    found = _WORD.findall(words)
    count = max(len(found), 1)
    letters = [c for c in words if c.isalpha()]
    return Line(
        span=span,
        text=words,
        hint=passage.hint,
        main=passage.main,
        page=passage.page,
        words=len(found),
        bullet=bool(BULLET.match(words)),
        numbered=bool(NUMBERED.match(words)),
        ends=bool(_END.search(words[-8:])),
        sentences=bool(_SENTENCE_WITHIN.search(words)),
        function=sum(w.casefold().strip(".'’") in _function_words() for w in found) / count,
        capital=sum(w[0].isupper() or w[0].isdigit() for w in found) / count,
        upper=bool(letters)
        and all(c.isupper() or not c.islower() for c in letters)
        and any(c.isupper() for c in letters),
        copies=copies,
        gap=gap,
        flows=False,
    )


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(
        span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip())
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word_list("clean", "function_words"))
