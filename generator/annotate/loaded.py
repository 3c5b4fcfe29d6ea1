"""Loaded words of a title that the text below it does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.model import Document, Span
from generator.resources import word_list

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BODY = frozenset(["body", "key_point", "subtitle"])
_ENDINGS = ("ing", "ies", "ied", "es", "ed", "s", "e", "y")


def loaded_words(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield each loaded word of the title, with its place, that the text has in no form."""
    title = document.meta.title
    if title is None or title.span is None:
        return
    text = document.text
    marked = [
        Span(*m.span())
        for m in _WORD.finditer(text, title.span.start, title.span.end)
        if m.group().lower() in _loaded()
    ]
    if not marked:
        return
    stems = {
        _stem(word)
        for block in document.blocks
        if block.kind in _BODY
        for word in _WORD.findall(block.span.of(text))
    }
    for span in marked:
        if _stem(span.of(text)) not in stems:
            yield span, span.of(text)


def _stem(word: str) -> str:
    """Cut a word's ending, so that "guts", "gutted" and "gutting" agree."""
    word = word.lower()
    stem = next(
        (word.removesuffix(e) for e in _ENDINGS if word.endswith(e) and len(word) > 4), word
    )
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


@cache
def _loaded() -> frozenset[str]:
    return frozenset(word_list("annotate", "claim_loaded"))
