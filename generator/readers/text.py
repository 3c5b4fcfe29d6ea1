"""Plain text: lines, and paragraphs where the file was wrapped at a fixed width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from generator.model import Extract, Passage, Source, Span, Statements
from generator.readers.encoding import MARKS, decode, wide_encoding
from generator.readers.mojibake import damage_notices, find_mojibake

LINE_ENDS = "\n\r\u2028\u2029\v\f"

WIDTHS = (48, 100)
"""Between these lie the widest lines of a wrapped text: mail wraps at 72 characters."""

FULL = 0.9
"""Share of line breaks in paragraphs that a fixed width must explain before lines are joined."""

BINARY_SHARE = 0.02
"""Control characters above this share of the first bytes: no text, whatever the ending says."""

_LINE = re.compile(rf"[^{LINE_ENDS}]*[^\s{LINE_ENDS}][^{LINE_ENDS}]*")
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
ITEM = re.compile(r"\s{0,20}(?:[-*+•·–—>#|]|\d{1,3}[.)]|[a-z][.)])\s|\s{4}|\t")
_BREAK = re.compile(rf"(?:\r\n|[{LINE_ENDS}])[ \t]*")


def looks_like_text(data: bytes) -> bool:
    """Return whether the first kilobytes are text: UTF-16, or hardly any control character."""
    sample = data[:8192]
    if sample.startswith(b"%PDF-"):
        return False
    if any(data.startswith(mark) for mark, _ in MARKS) or wide_encoding(sample):
        return True
    return b"\0" not in sample and len(_CONTROL.findall(sample)) <= BINARY_SHARE * len(sample)


def read_text(data: bytes, source: Source) -> Extract:
    """Read a text file; each non-blank line is a passage, or each paragraph of a wrapped text.

    Args:
        data: The whole file, in any encoding.
        source: Where it came from.
    """
    text, notices = decode(data)
    damaged = find_mojibake(text)
    lines = lines_of(text)
    passages = _paragraphs(text, lines) if is_wrapped(text, lines) else lines
    return Extract(
        source=source,
        text=text,
        passages=tuple(Passage(span) for span in passages),
        stated=Statements(),
        edits=tuple(sorted([*damaged, *_joints(text, passages)])),
        notices=notices + damage_notices(text, damaged),
    )


def lines_of(text: str) -> list[Span]:
    """Return the non-blank lines, trimmed."""
    return [trimmed(text, *match.span()) for match in _LINE.finditer(text)]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the blanks at its borders; it must hold more than blanks."""
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def is_wrapped(text: str, lines: list[Span]) -> bool:
    """Return whether the lines of a text end where a fixed width made them end.

    Within a paragraph of a wrapped text the first word of the next line would not
    have fitted on the line before. A text of one line a paragraph, a list and a
    poem do not keep that rule.
    """
    width = max((span.end - span.start for span in lines), default=0)
    if not WIDTHS[0] <= width <= WIDTHS[1]:
        return False
    pairs = [pair for pair in itertools.pairwise(lines) if adjacent(text, *pair)]
    full = sum(was_full(text, *pair, width) for pair in pairs)
    return len(pairs) >= max(4, 0.4 * len(lines)) and full >= FULL * len(pairs)


def _paragraphs(text: str, lines: list[Span]) -> list[Span]:
    width = max(span.end - span.start for span in lines)
    joined: list[Span] = []
    last = lines[0]
    for span in lines:
        goes_on = (
            joined
            and adjacent(text, last, span)
            and was_full(text, last, span, width)
            and not ITEM.match(text, _line_start(text, span.start), span.end)
        )
        if goes_on:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
        last = span
    return joined


def adjacent(text: str, one: Span, two: Span) -> bool:
    """Return whether one line follows the other without a blank one between."""
    between = text[one.end : two.start].replace("\r\n", "\n")
    return sum(between.count(mark) for mark in LINE_ENDS) == 1


def was_full(text: str, one: Span, two: Span, width: int) -> bool:
    """Return whether the first word of a line would not have fitted on the line before."""
    word = text[two.start : two.end].split(None, 1)[0]
    return one.end - one.start + 1 + len(word) > width - 3


def _line_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "\n\r") + 1


def _joints(text: str, passages: list[Span]) -> list[tuple[Span, str]]:
    """Return the edits that turn line breaks inside passages into blanks."""
    return [(found, " ") for span in passages for found in _breaks(text, span)]


def _breaks(text: str, span: Span) -> Iterator[Span]:
    """Yield each line break of a passage with the blanks and tabs around it."""
    end = span.start
    for found in _BREAK.finditer(text, span.start, span.end):
        # Blanks above are cut by hand: a pattern would try a long run of them from each blank.
        start = end + len(text[end : found.start()].rstrip(" \t"))
        end = found.end()
        yield Span(start, end)
