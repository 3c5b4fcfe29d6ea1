"""Overlapping items of a text as properly nested elements.

A claim is a sentence, a quotation may run over several, a figure stands in
either: elements of HTML must nest. Items are sorted into layers in which none
overlaps another; an inner layer is cut where an outer one begins or ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.model import Span

MAX_DEPTH = 8
"""Layers that are marked; an item deeper than that keeps its anchor only."""


class Item(msgspec.Struct, frozen=True):
    """One thing that stands in a text, in one or more spans."""

    id: str
    look: str
    """How it is shown: the name of a class."""
    span: Span
    first: bool
    """Whether this is the first of its spans, which carries the anchor."""


class Token(msgspec.Struct, frozen=True):
    """A stretch of text, or the begin or end of an element."""

    text: str = ""
    look: str = ""
    """The class of the element that begins; empty for text and for an end."""
    id: str = ""
    """The anchor of the element that begins; empty where it is a continuation."""
    of: str = ""
    """The item that a continuation belongs to."""


END = Token()


class Layers(msgspec.Struct, frozen=True):
    """Items of a text, sorted into layers without overlap; and anchors that found no layer."""

    layers: tuple[tuple[Item, ...], ...]
    starts: tuple[tuple[int, ...], ...]
    """Of each layer, where its items begin."""


def layered(items: Iterable[Item]) -> Layers:
    """Return the items in layers, the longest outermost among those of one beginning.

    Items without characters, and those below :data:`MAX_DEPTH`, are left out.
    """
    layers: list[list[Item]] = []
    for item in sorted(items, key=lambda one: (one.span.start, -one.span.end, one.id)):
        if item.span.start >= item.span.end:
            continue
        fitting = (layer for layer in layers if layer[-1].span.end <= item.span.start)
        layer = next(fitting, None)
        if layer is not None:
            layer.append(item)
        elif len(layers) < MAX_DEPTH:
            layers.append([item])
    return Layers(
        tuple(tuple(layer) for layer in layers),
        tuple(tuple(item.span.start for item in layer) for layer in layers),
    )


def tokens(text: str, span: Span, layers: Layers) -> Iterator[Token]:
    """Yield the characters of a span with the elements of the items that it holds."""
    yield from _tokens(text, span, layers, 0)


def _tokens(text: str, span: Span, layers: Layers, depth: int) -> Iterator[Token]:
    if span.start >= span.end:
        return
    if depth == len(layers.layers):
        yield Token(text=text[span.start : span.end])
        return
    at = span.start
    for item in _within(layers.layers[depth], layers.starts[depth], span):
        inner = Span(max(item.span.start, span.start), min(item.span.end, span.end))
        yield from _tokens(text, Span(at, inner.start), layers, depth + 1)
        whole = item.first and inner.start == item.span.start
        yield Token(look=item.look, id=item.id if whole else "", of="" if whole else item.id)
        yield from _tokens(text, inner, layers, depth + 1)
        yield END
        at = inner.end
    yield from _tokens(text, Span(at, span.end), layers, depth + 1)


def _within(layer: Sequence[Item], starts: Sequence[int], span: Span) -> Iterator[Item]:
    """Yield the items of one layer that share a character with a span."""
    index = max(0, bisect_right(starts, span.start) - 1)
    while index < len(layer) and layer[index].span.start < span.end:
        if layer[index].span.overlaps(span):
            yield layer[index]
        index += 1
