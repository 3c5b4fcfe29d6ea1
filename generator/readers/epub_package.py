"""The package of an EPUB: which pages in which order, and what it states of the whole."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from generator.model import Passage, Span, Stated, Statements
from generator.readers.html_head import prints_day
from generator.readers.xml_parts import attribute, child, children, words_of

BASIS = "EPUB package"
NOTHING = frozenset(
    {"", "unknown", "untitled", "[no title]", "no title", "n/a", "none", "anonymous", "author"}
)
"""What programs write where nobody told them."""

WRITERS = frozenset({"", "aut", "author", "jou", "journalist", "cre"})
"""Roles of those who wrote the text; editors, artists and translators have others."""

PUBLISHED = frozenset({"publication", "issued"})
"""Events whose date is the day of publication."""

OTHER = frozenset({"modification", "creation", "conversion", "copyright", "ops-publication"})
"""Events that say nothing of it, even where the text prints the same day."""


class Package:
    """What the package part of a book says."""

    def __init__(self, root: etree._Element, folder: str) -> None:
        self._metadata = child(root, "metadata")
        self.spine = _spine(root, folder)
        """Name and media type of each page, each once, in reading order."""
        self.title = next(iter(self.values("title")), "")

    def values(self, name: str) -> list[str]:
        """Return what the package states under a name, without what stands for nothing."""
        words = (words_of(element) for element in self._elements(name))
        return [one for one in words if one.casefold() not in NOTHING]

    def authors(self) -> list[str]:
        """Return those who wrote it, as printed."""
        roles = {
            (attribute(meta, "refines") or "").lstrip("#"): words_of(meta)
            for meta in self._elements("meta")
            if attribute(meta, "property") == "role"
        }
        names = [
            words_of(element)
            for element in self._elements("creator")
            if (attribute(element, "role") or roles.get(attribute(element, "id") or "", ""))
            in WRITERS
        ]
        return [name for name in names if name.casefold() not in NOTHING]

    def published(self, text: str) -> str | None:
        """Return the date that is one of publication; None if it states none or several.

        A date without an event is mostly the day on which the file was made: it counts
        only where the text prints that day.
        """
        rows = [(attribute(e, "event") or "", words_of(e)) for e in self._elements("date")]
        named = {words for event, words in rows if event in PUBLISHED and words}
        plain = {words for event, words in rows if event not in OTHER and words}
        dates = named or plain
        if len(dates) != 1:
            return None
        (day,) = dates
        return day if named or prints_day(text, day[:10]) else None

    def _elements(self, name: str) -> list[etree._Element]:
        # Old packages keep these in an element of their own inside the metadata.
        found = self._metadata.iter("{*}" + name) if self._metadata is not None else ()
        return list(found)


def find_statements(package: Package, text: str, passages: tuple[Passage, ...]) -> Statements:
    """Return what the package states, each with the line of the text that says the same."""
    lines = {one.span.of(text): one.span for one in reversed(passages)}
    publisher = next(iter(package.values("publisher")), None)
    day = package.published(text)
    return Statements(
        title=_stated(package.title, lines) if package.title else None,
        outlet=_stated(publisher, lines) if publisher else None,
        published=Stated(day, BASIS) if day else None,
        authors=tuple(_stated(name, lines) for name in package.authors()),
    )


def _stated(words: str, lines: dict[str, Span]) -> Stated:
    return Stated(words, BASIS, lines.get(words))


def _spine(root: etree._Element, folder: str) -> list[tuple[str, str]]:
    items = {
        attribute(item, "id"): (
            posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href") or ""))),
            attribute(item, "media-type") or "",
        )
        for item in children(child(root, "manifest"), "item")
    }
    order = [attribute(row, "idref") for row in children(child(root, "spine"), "itemref")]
    return [items[key] for key in dict.fromkeys(order) if key in items]
