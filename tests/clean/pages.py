"""Cleaned pages for tests, from their lines."""

from __future__ import annotations

import re

from generator.clean.stage import clean
from generator.model import Document, Extract, Passage, Source, Span, Statements

SOURCE = Source("page.txt", None, "text/plain", "0")


def cleaned(
    text: str, stated: Statements | None = None, hints: dict[str, str] | None = None
) -> Document:
    """Return the document of a text whose lines are its passages.

    Args:
        text: The text of record.
        stated: What its format states.
        hints: The hint of a line by its first word.
    """
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]*[^\s][^\n]*", text)]
    passages = tuple(Passage(s, (hints or {}).get(s.of(text).split()[0], "")) for s in lines)
    return clean(Extract(SOURCE, text, passages, stated or Statements()), "page")


def kinds(document: Document) -> list[tuple[str, str]]:
    """Return kind and first words of each block."""
    return [(b.kind, " ".join(b.span.of(document.text).split()[:4])) for b in document.blocks]
