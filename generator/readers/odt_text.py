"""The paragraphs of an OpenDocument part: mixed text, with notes and boxes inside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from generator.readers.flow import BREAK, CELL, Flow, Paragraph
from generator.readers.paragraph_styles import chain, heading_hint, style_hint, unescaped
from generator.readers.xml_parts import attribute, child, local, words_of

UNSEEN = frozenset(
    {
        "note-citation", "tracked-changes", "ruby-text", "creator", "date", "creator-initials",
        "date-string", "sequence-decls", "variable-decls", "user-field-decls", "forms", "object",
        "title", "desc", "table-column", "table-columns", "linenumbering-configuration",
        "text-input-list", "event-listeners", "index-source", "table-of-content-source",
        "illustration-index-source", "alphabetical-index-source", "bibliography-source", "script",
        "hidden-text", "covered-table-cell", "object-ole", "plugin", "applet", "binary-data",
        "sender-initials", "glue-point", "image-map", "changed-region", "table-index-source",
    }
)  # fmt: skip
"""Settings, numbers of notes, pictures' names, and what was deleted."""

LISTS = frozenset({"list", "numbered-paragraph"})
TABLES_OF_CONTENTS = frozenset(
    {"table-of-content", "illustration-index", "alphabetical-index", "table-index", "user-index"}
)
TEXT = frozenset({"p", "h"})
SIGNS = {"tab": CELL, "line-break": BREAK}
MAX_BLANKS = 40
"""A file may ask for any number of blanks with one element."""

_BLANK = re.compile(r"[ \t\r\n]+")


class Styles:
    """The hint of each paragraph style, from the parts that declare them."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._leans_on: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._levels: dict[str, str] = {}
        for root in roots:
            for style in root.iter("{*}style") if root is not None else ():
                key = attribute(style, "name")
                if key and attribute(style, "family") == "paragraph":
                    self._leans_on[key] = attribute(style, "parent-style-name") or ""
                    self._names[key] = attribute(style, "display-name") or unescaped(key)
                    self._levels[key] = attribute(style, "default-outline-level") or ""

    def hint(self, element: etree._Element) -> str:
        """Return what a paragraph or heading is."""
        steps = chain(attribute(element, "style-name"), self._leans_on)
        named = style_hint(self._names.get(step, unescaped(step)) for step in steps)
        level = attribute(element, "outline-level") or ""
        if local(element) == "h" and named != "title":
            return heading_hint(int(level) if level.isdecimal() and len(level) < 3 else 1)
        return named


class Walk:
    """One part on its way into a flow, with its notes and comments apart."""

    def __init__(self, styles: Styles) -> None:
        self.flow = Flow()
        self.notes: list[Paragraph] = []
        self.comments: list[tuple[str, str, list[Paragraph]]] = []
        """Key, author and paragraphs of each."""
        self.seen: set[str] = set()
        self._styles = styles
        self._skipped: etree._Element | None = None
        self._lists = 0
        self._contents = 0
        self._paragraphs = 0

    def paragraphs(self, root: etree._Element) -> list[Paragraph]:
        """Return the paragraphs under an element, in order."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = local(element)
            if self._skipped is None and event == "start":
                self._start(element, name)
            elif event == "end":
                if self._skipped is None:
                    self._end(element, name)
                elif element is self._skipped:
                    self._skipped = None
                    self._write(element.tail)
        return self.flow.result()

    def _start(self, element: etree._Element, name: str) -> None:
        if not name or name in UNSEEN or _is_hidden(element):
            self._skip(element, name)
            return
        self._lists += name in LISTS
        self._contents += name in TABLES_OF_CONTENTS
        if name in TEXT:
            hint = self._styles.hint(element)
            hint = "nav" if self._contents else "li" if self._lists and hint in {"", "p"} else hint
            self.flow.begin(hint, main=False if hint in {"nav", "header", "footer"} else None)
            self._paragraphs += 1
        elif name in SIGNS:
            self.flow.write(SIGNS[name])
        elif name == "s":
            count = attribute(element, "c") or "1"
            self.flow.write(" " * min(int(count) if count.isdecimal() else 1, MAX_BLANKS))
        elif name == "annotation":
            self._open_comment(element)
        elif name == "annotation-end":
            self.flow.unmark(attribute(element, "name") or "")
        elif name == "note-body":
            self.flow.enter(self.notes)
        elif name in STARTS:
            STARTS[name](self.flow)
        self._write(element.text)

    def _end(self, element: etree._Element, name: str) -> None:
        if name in TEXT:
            self.flow.end()
            self._paragraphs -= 1
        elif name in ENDS:
            ENDS[name](self.flow)
        self._lists -= name in LISTS
        self._contents -= name in TABLES_OF_CONTENTS
        self._write(element.tail)

    def _write(self, words: str | None) -> None:
        if words and self._paragraphs:
            self.flow.write(_BLANK.sub(" ", words))

    def _skip(self, element: etree._Element, name: str) -> None:
        self._skipped = element
        if name == "tracked-changes" and len(element):
            self.seen.add("changes")
        elif name in {"object", "object-ole", "plugin", "applet"}:
            self.seen.add("embedded")
        elif name and name not in UNSEEN:
            self.seen.add("hidden")

    def _open_comment(self, element: etree._Element) -> None:
        key = attribute(element, "name") or f"comment {len(self.comments)}"
        author = child(element, "creator")
        words = words_of(author) if author is not None else ""
        sink: list[Paragraph] = []
        self.comments.append((key, words, sink))
        self.flow.mark(key)
        self.flow.enter(sink)


def _is_hidden(element: etree._Element) -> bool:
    display = attribute(element, "display") if local(element) == "section" else None
    return display == "none" or (
        local(element) == "hidden-paragraph" and attribute(element, "is-hidden") == "true"
    )


STARTS: dict[str, Callable[[Flow], None]] = {
    "table-row": Flow.open_row,
    "table-cell": Flow.open_cell,
    "text-box": Flow.enter,
}

ENDS: dict[str, Callable[[Flow], None]] = {
    "table-row": Flow.close_row,
    "table-cell": Flow.leave,
    "text-box": Flow.leave,
    "note-body": Flow.leave,
    "annotation": Flow.leave,
}
