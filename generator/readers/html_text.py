"""The text that a browser would show, with what the markup says about each stretch of it."""

from __future__ import annotations

import re

import msgspec
from lxml import etree, html

from generator.model import Span
from generator.readers.html_cues import class_cue, is_body, is_hidden, is_listing, stands_apart
from generator.resources import word_list

LEFT_OUT = frozenset(word_list("readers", "hidden_elements"))
"""A button is not among them: where its end is missing it holds the rest of the page."""

BLOCKS = frozenset(word_list("readers", "block_elements"))

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CONTAINERS = frozenset({"nav", "aside", "footer", "form"})
"""Furniture, whatever stands in it."""

HINTS = HEADINGS | CONTAINERS | {"p", "li", "figcaption", "blockquote", "td", "time", "header"}
ALIASES = {"th": "td", "dd": "li", "dt": "li", "caption": "figcaption", "address": "byline"}
_BLANK = re.compile(r"[ \t\n\r\f]+")


class Run(msgspec.Struct, frozen=True):
    """One line of rendered text."""

    span: Span
    hint: str
    inside: bool
    """Whether an article element holds it and no furniture does."""
    linked: float = 0.0
    """Share of its characters that stand in links."""
    family: int = 0
    """The same for lines whose block elements have the same parent."""
    clan: int = 0
    """Number of the block element around that parent: for an item, what holds its list."""
    furniture: bool = False
    """Whether an element or class that names furniture holds it."""
    body: bool = False
    """Whether an element holds it that names itself the body of the article."""
    stamp: str = ""
    """What the first time element in it gives for machines."""


class _Place(msgspec.Struct, frozen=True):
    """What the open elements say about the text within."""

    hint: str = ""
    container: str = ""
    inside: bool = False
    pre: bool = False
    link: bool = False
    block: int = 0
    """Number of the innermost block element."""
    family: int = 0
    """Number of the block element around that."""
    clan: int = 0
    """Number of the one around the family."""
    body: bool = False
    stamp: str = ""


def render(tree: html.HtmlElement) -> tuple[str, tuple[Run, ...]]:
    """Return the text of record of a page and its lines.

    White space collapses as in a browser, a block element begins a line of its
    own, ``br`` ends one, ``pre`` keeps its blanks. The walk does not recurse.
    """
    writer = _Writer()
    places = [_Place()]
    blocks = 0
    events = iter(etree.iterwalk(tree, events=("start", "end")))
    hidden: etree._Element | None = None
    for event, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        if hidden is not None:
            if event == "end" and element is hidden:
                hidden = None
                writer.write(element.tail, places[-1])
            continue
        if event == "start":
            if not tag or tag in LEFT_OUT or is_hidden(element):
                hidden = element
                continue
            if tag in BLOCKS or tag == "br":
                writer.end_line()
            blocks += tag in BLOCKS
            if stands_apart(element):
                writer.part()
            places.append(_entered(places[-1], element, tag, blocks))
            writer.write(element.text, places[-1])
        else:
            places.pop()
            if tag in BLOCKS:
                writer.end_line()
            if stands_apart(element):
                writer.part()
            writer.write(element.tail, places[-1])
    writer.end_line()
    return writer.result()


class _Writer:
    """Gathers lines; the only thing here that changes, and it does not leave :func:`render`."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.runs: list[Run] = []
        self.at = 0
        self.pieces: list[str] = []
        self.place: _Place | None = None
        self.timed = True
        self.letters = 0
        self.linked = 0
        self.stamp = ""

    def write(self, words: str | None, place: _Place) -> None:
        if not words:
            return
        if place.pre:
            *above, last = words.splitlines() or [""]
            for line in above:
                self.pieces.append(line)
                self._begin(line, place)
                self.end_line()
            words = last
        self._begin(words, place)
        self.pieces.append(words if place.pre else _BLANK.sub(" ", words))

    def _begin(self, words: str, place: _Place) -> None:
        if words.strip():
            self.place = self.place or place
            self.timed = self.timed and place.hint == "time"
            self.stamp = self.stamp or place.stamp
            self.letters += len(words.strip())
            self.linked += len(words.strip()) if place.link else 0

    def part(self) -> None:
        """Set what follows apart by a blank, which collapses where one stands already."""
        if self.place and not self.place.pre:
            self.pieces.append(" ")

    def end_line(self) -> None:
        line = "".join(self.pieces)
        line = line.rstrip() if self.place and self.place.pre else _BLANK.sub(" ", line).strip(" ")
        if line.strip() and self.place:
            lead = len(line) - len(line.lstrip())
            hint = "time" if self.timed else self.place.hint
            hint = "" if hint == "time" and not self.timed else hint
            self.runs.append(
                Run(
                    span=Span(self.at + lead, self.at + len(line.rstrip())),
                    hint=hint,
                    inside=self.place.inside,
                    linked=self.linked / max(1, self.letters),
                    family=self.place.family,
                    clan=self.place.clan,
                    furniture=bool(self.place.container),
                    body=self.place.body,
                    stamp=self.stamp,
                )
            )
            self.lines.append(line)
            self.at += len(line) + 1
        self.pieces, self.place, self.timed = [], None, True
        self.letters = self.linked = 0
        self.stamp = ""

    def result(self) -> tuple[str, tuple[Run, ...]]:
        return "\n".join(self.lines), tuple(self.runs)


def _entered(outer: _Place, element: etree._Element, tag: str, number: int) -> _Place:
    """Return what holds within an element, given what holds around it."""
    own = ALIASES.get(tag, tag if tag in HINTS else "")
    cue = class_cue(element) if tag not in {"body", "html", "main", "article", "h1"} else ""
    container = (
        outer.container or (own if own in CONTAINERS else "") or (cue if cue in CONTAINERS else "")
    )
    hint = own if own.startswith("h") and own != "header" else cue or own
    if own == "header" and outer.inside:
        hint = outer.hint
    if outer.hint == "figcaption" and hint in {"", "p", "byline", "li", "time"}:
        hint = "figcaption"
    if outer.hint in {"byline", "time"} and hint in {"", "p", "li"}:
        hint = outer.hint
    if container and not hint.startswith("h"):
        hint = container
    if outer.hint == "code" or is_listing(element):
        hint = "code"
    return _Place(
        hint=hint or outer.hint,
        container=container,
        inside=(outer.inside or tag in {"article", "main"}) and not container,
        pre=outer.pre or tag == "pre",
        link=outer.link or tag == "a",
        block=number if tag in BLOCKS else outer.block,
        family=outer.block if tag in BLOCKS else outer.family,
        clan=outer.family if tag in BLOCKS else outer.clan,
        body=(outer.body or is_body(element)) and not container,
        stamp=outer.stamp or (element.get("datetime", "")[:40] if tag == "time" else ""),
    )
