"""Marks of notes: raised numbers that are no part of the word or figure before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Span
from generator.readers.pdf_paragraphs import Paragraph

_OWN = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?")


def find_marks(paragraphs: Sequence[tuple[Paragraph, Span]]) -> tuple[tuple[Span, str], ...]:
    """Return the edits that leave marks of notes out of the view, sorted.

    "cost 500" with a raised 1 is 500 and no 5001. A raised number counts as a mark
    only where a note of the document begins with it: others are exponents.

    Args:
        paragraphs: Those of the document, each with its span in the text of record.
    """
    own = {m[1] for one, _ in paragraphs if one.hint == "aside" and (m := _OWN.match(one.text))}
    return tuple(
        (mark, "")
        for one, span in paragraphs
        if one.hint != "aside"
        for mark, words in _raised(one, span)
        if words.strip("[]()") in own
    )


def _raised(one: Paragraph, span: Span) -> Iterator[tuple[Span, str]]:
    at = span.start
    for line in one.lines:
        for start, end in line.marks:
            if start:
                blank = line.text[start - 1].isspace()
                yield Span(at + start - blank, at + end), line.text[start:end]
        at += len(line.text) + 1
