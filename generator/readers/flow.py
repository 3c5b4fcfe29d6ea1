"""Paragraphs of a word processor's file, gathered while its markup is walked.

Notes, comments and text boxes stand inside the paragraph that they hang on; here
they are taken out of it, so that no sentence is broken in two by another text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from generator.model import Passage, Span
from generator.readers.text import lines_of

BREAK = "\n"
"""A line end that the author set inside a paragraph; what follows is a passage of its own."""

CELL = "\t"

_LEVEL = re.compile(r"h(\d)$")

LEAD_WORDS = 12
"""A paragraph of so many words is text; a heading above the first one may be the headline."""


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph or table row."""

    text: str
    hint: str = ""
    """As in a passage; also ``title`` for the style of that name, until :func:`headed`."""
    main: bool | None = None
    marks: tuple[tuple[str, int, int], ...] = ()
    """What somebody commented on: key of the comment, start and end in ``text``."""


class _Context:
    """A text in the making: the body, a cell, a box or a note."""

    def __init__(self, sink: list[Paragraph]) -> None:
        self.sink = sink
        self.rows: list[list[list[Paragraph]]] = []
        self.clear()

    def clear(self) -> None:
        self.open = False
        self.hint = ""
        self.main: bool | None = None
        self.pieces: list[str] = []
        self.size = 0
        self.started: dict[str, int] = {}
        self.marks: list[tuple[str, int, int]] = []
        self.after: list[Paragraph] = []


class Flow:
    """Gathers paragraphs in order; it does not leave the reader that fills it."""

    def __init__(self) -> None:
        self.body: list[Paragraph] = []
        self._contexts = [_Context(self.body)]

    def begin(self, hint: str = "", *, main: bool | None = None) -> None:
        """Open a paragraph; one whose end was taken away goes on, under its first hint."""
        top = self._contexts[-1]
        if not top.open:
            top.open, top.hint, top.main = True, hint, main

    def write(self, words: str) -> None:
        """Add words to the open paragraph; one is opened if there is none."""
        self.begin()
        top = self._contexts[-1]
        top.pieces.append(words)
        top.size += len(words)

    def end(self) -> None:
        """Close the open paragraph; what hung on it follows."""
        top = self._contexts[-1]
        for key in tuple(top.started):
            self.unmark(key)
        if top.open:
            marks = tuple(top.marks)
            top.sink.append(Paragraph("".join(top.pieces), top.hint, top.main, marks))
        top.sink.extend(top.after)
        top.clear()

    def mark(self, key: str) -> None:
        """Say that the words from here on are commented on."""
        self._contexts[-1].started[key] = self._contexts[-1].size

    def unmark(self, key: str) -> None:
        """Say that the words commented on end here; nothing if they ended with a paragraph."""
        top = self._contexts[-1]
        start = top.started.pop(key, top.size)
        if start < top.size:
            top.marks.append((key, start, top.size))

    def enter(self, sink: list[Paragraph] | None = None) -> None:
        """Begin another text inside the open paragraph: into ``sink``, or to stand after it."""
        self._contexts.append(_Context(self._contexts[-1].after if sink is None else sink))

    def leave(self) -> None:
        """End the text that was entered last."""
        if len(self._contexts) > 1:
            while self._contexts[-1].rows:
                self.close_row()
            self.end()
            self._contexts.pop()

    def open_row(self) -> None:
        """Begin a row of a table."""
        self._contexts[-1].rows.append([])

    def open_cell(self) -> None:
        """Begin a cell; one that stands in no row is a text of its own."""
        cell: list[Paragraph] = []
        if self._contexts[-1].rows:
            self._contexts[-1].rows[-1].append(cell)
        self.enter(cell if self._contexts[-1].rows else None)

    def close_row(self) -> None:
        """End a row and write it as one paragraph, or as several where it is set for layout."""
        top = self._contexts[-1]
        if top.rows:
            top.sink.extend(_row(top.rows.pop()))

    def result(self) -> list[Paragraph]:
        """Return all paragraphs of the body; whatever is still open ends here."""
        while len(self._contexts) > 1:
            self.leave()
        while self._contexts[-1].rows:
            self.close_row()
        self.end()
        return self.body


def laid_out(
    paragraphs: Iterable[Paragraph],
) -> tuple[str, tuple[Passage, ...], dict[str, Span]]:
    """Return the text of record, its passages, and where each commented stretch stands.

    Blank paragraphs are left out: they are distance and no text. What no style calls
    otherwise is a paragraph, and what no furniture holds is the text that the author wrote.
    """
    pieces: list[str] = []
    passages: list[Passage] = []
    marked: dict[str, Span] = {}
    at = 0
    for one in paragraphs:
        words = one.text.strip()
        if not words:
            continue
        lead = len(one.text) - len(one.text.lstrip())
        lines = lines_of(words)
        passages.extend(
            Passage(Span(at + line.start, at + line.end), one.hint or "p", one.main is not False)
            for line in lines
        )
        for key, start, end in one.marks:
            low, high = max(start - lead, 0), min(end - lead, len(words))
            if low < high:
                marked.setdefault(key, Span(at + low, at + high))
        pieces.append(words)
        at += len(words) + 1
    return BREAK.join(pieces), tuple(passages), marked


def headed(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with one headline at most, and the other headings below it.

    Word processors have a style for the title beside those for headings; many
    authors set the title as the first heading, or as plain bold words.
    """
    shown = [one for one in paragraphs if one.text.strip()]
    title = next((one for one in shown if one.hint == "title"), None)
    if title is None:
        lead = next((i for i, p in enumerate(shown) if _is_text(p)), len(shown))
        tops = [p for p in shown if p.hint == "h1"]
        title = next((p for p in shown[:lead] if p.hint == "h1"), None)
        lower = 1 if len(tops) > 1 or (tops and title is None) else 0
    else:
        lower = 1
    return [_lowered(one, lower, is_title=one is title) for one in paragraphs]


def _is_text(paragraph: Paragraph) -> bool:
    heading = paragraph.hint == "title" or _LEVEL.match(paragraph.hint)
    return not heading and len(paragraph.text.split()) >= LEAD_WORDS


def _lowered(one: Paragraph, by: int, *, is_title: bool) -> Paragraph:
    level = _LEVEL.match(one.hint)
    if is_title:
        text = one.text.replace(BREAK, " ")
        return msgspec.structs.replace(one, hint="h1", text=text)
    if one.hint == "title":
        return msgspec.structs.replace(one, hint="h2")
    if level and by:
        return msgspec.structs.replace(one, hint=f"h{min(6, int(level[1]) + by)}")
    return one


def _row(cells: list[list[Paragraph]]) -> Iterator[Paragraph]:
    """Yield a row of a table as one line; a row set for layout keeps its paragraphs."""
    filled = [[one for one in cell if one.text.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) < 2 or any(len(cell) > 1 for cell in filled):
        for cell in filled:
            yield from cell
        return
    text = ""
    marks: list[tuple[str, int, int]] = []
    for cell in filled:
        words = cell[0].text.replace(BREAK, " ")
        at = len(text) + len(CELL) if text else 0
        text = f"{text}{CELL}{words}" if text else words
        marks.extend((key, at + start, at + end) for key, start, end in cell[0].marks)
    yield Paragraph(text, "td", filled[0][0].main, tuple(marks))
