"""Numbers that are seen and not read: kept as written, with a notice, and never a wrong value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.annotate.exclusions import masks
from generator.annotate.figures import KINDS
from generator.annotate.numbers import find_numbers
from generator.model import Document, Layers, Span

MOST = 20
"""No more of one page are told: what has more is a table or a damaged file."""

_WRITTEN = re.compile(
    r"(?<![\w@#./,:=&^’'-])-?(?:"
    r"[0-9]+[eE][+-]?[0-9]{1,9}(?![\w.])"
    r"|[0-9]{1,3}(?:[.,][0-9]{1,3}){1,40}(?![\w:/@=-]|[.,][0-9])"
    r"|[0-9]{16,}(?!\w)"
    r"|(?:(?![0-9])\d)(?:\d|[.,٫٬](?=\d))*)"
)
_VERSION = re.compile(r"-?[0-9]+(?:\.[0-9]+){2,}|-?0[0-9]*\.[0-9.]*")


def unread_numbers(document: Document, found: Layers) -> Iterator[Span]:
    """Yield the numbers whose value the page leaves open, in the order of the text.

    They are "1.200" where a point may part thousands or a fraction, "12,5" without a unit, chains
    such as "1,2,3,4", powers such as "1e400", digits of other scripts, and endless digits.
    Versions, addresses, times and dates are none.
    """
    count = 0
    for block in document.blocks:
        if block.kind not in KINDS:
            continue
        for span in _unread(document.text, block.span, found):
            yield span
            count += 1
            if count == MOST:
                return


def _unread(text: str, block: Span, found: Layers) -> Iterator[Span]:
    written = [Span(*m.span()) for m in _WRITTEN.finditer(text, block.start, block.end)]
    if not written:
        return
    known = sorted(
        [*masks(text, block), *(number.span for number in find_numbers(text, block))]
        + [date.span for date in found.dates if date.span.overlaps(block)]
    )
    starts = [span.start for span in known]
    for span in written:
        index = bisect_right(starts, span.end - 1)
        taken = any(other.end > span.start for other in known[max(0, index - 2) : index])
        if not taken and not _VERSION.fullmatch(span.of(text)):
            yield span
