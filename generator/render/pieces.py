"""A stretch of text cut where its marks begin and end, so that overlapping marks can be printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from generator.model import Span

MAX_PRINTED = 2000
"""Code points of one item on a page. No sentence of a person is so long; a hostile one may be
a megabyte, and stands whole on its source page."""

CUT = "cut"
"""The mark of the piece that says that more follows in the source."""


class Piece(msgspec.Struct, frozen=True):
    """Some characters under the same marks."""

    text: str
    mark: str = ""
    """The name of the mark, the first by order of the names where several meet; empty: none."""


def pieces(text: str, span: Span, marks: Iterable[tuple[Span, str]] = ()) -> tuple[Piece, ...]:
    """Return the characters of a span, in order, cut at the ends of its marks.

    Args:
        text: The text of record.
        span: What is printed; characters beyond :data:`MAX_PRINTED` are left out visibly.
        marks: Spans and the names of what they are, in any order; they may overlap,
            and what lies outside the span does not count.
    """
    end = min(span.end, span.start + MAX_PRINTED)
    names = _names(Span(span.start, end), marks)
    starts = sorted(names)
    found: list[Piece] = []
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        found.append(Piece(text[start:stop], names[start]))
    if end < span.end:
        found.append(Piece(" […]", CUT))
    return tuple(one for one in found if one.text)


def _names(span: Span, marks: Iterable[tuple[Span, str]]) -> dict[int, str]:
    """Return the mark that begins at each place where marks change."""
    inside = [(mark, name) for mark, name in marks if mark.overlaps(span)]
    cuts = sorted(
        {span.start, *(max(m.start, span.start) for m, _ in inside)}
        | {m.end for m, _ in inside if m.end < span.end}
    )
    names: dict[int, str] = dict.fromkeys(cuts, "")
    for mark, name in sorted(inside, key=lambda pair: (pair[1], pair[0]), reverse=True):
        first = bisect_right(cuts, max(mark.start, span.start)) - 1
        for cut in cuts[first:]:
            if cut >= mark.end:
                break
            names[cut] = name
    return names
