"""Word files: body, notes and comments as text, and what the file holds besides.

The package is read with our own zip and XML parts and not with a Word library:
those at hand leave out inserted words, content controls and text boxes, and they
unpack every part before one can look at its size.
"""

from __future__ import annotations

import posixpath

import msgspec
from lxml import etree

from generator.errors import UnreadableError
from generator.model import Extract, Source
from generator.readers.archives import Archive, is_zip, member_names, open_archive
from generator.readers.docx_text import Styles, Walk
from generator.readers.flow import Paragraph, headed, laid_out
from generator.readers.office import (
    Comment,
    about_comments,
    about_seen,
    aside,
    commented,
    find_statements,
    furniture,
    properties_of,
)
from generator.readers.xml_parts import attribute, local, optional_xml, read_xml

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins an old Office file, and a new one behind a password."""

FIRST_PARTS = ("[Content_Types].xml", "_rels/", "docProps/", "word/", "customXml/")
LINKS_ONLY = frozenset({"hyperlink"})
"""What may point outside without loading anything."""


def looks_like_docx(data: bytes) -> bool:
    """Return whether it is a Word package, an old Word file, or how such a one begins."""
    if data.startswith(OLE):
        return True
    if not is_zip(data):
        return False
    names = member_names(data)
    if len(names) > 1:
        return any(name.startswith("word/document") for name in names)
    return any(name.startswith(FIRST_PARTS) for name in names)


def read_docx(data: bytes, source: Source) -> Extract:
    """Read a Word file: each paragraph and each row of a table is a passage.

    Footnotes, comments, and the lines at head and foot of the pages follow the
    text. Deleted words are no text, inserted ones are.

    Raises:
        UnreadableError: If it is locked, damaged, a trap, or no Word file.
    """
    if data.startswith(OLE):
        raise UnreadableError(
            "it is locked with a password or an old Office file such as .doc; save it as .docx"
        )
    package = _Package(open_archive(data))
    walk = Walk(Styles(package.part("styles")))
    root = read_xml(package.archive, package.main)
    body = headed(walk.paragraphs(root))
    notes = _notes(package, walk)
    comments = _comments(package)
    parts = [*body, *notes, *commented(comments), *_furniture(package)]
    text, passages, marked = laid_out(parts)
    return Extract(
        source=source,
        text=text,
        passages=passages,
        stated=find_statements(
            properties_of(optional_xml(package.archive, package.core)), text, passages
        ),
        notices=(*about_comments(comments, marked), *about_seen(walk.seen | package.seen())),
    )


class _Package:
    """The parts of a file and how they point to one another."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        roots = self._targets("")
        self.main = next(iter(roots.get("officeDocument", ())), "word/document.xml")
        self.core = next(iter(roots.get("core-properties", ())), None)
        if self.main not in archive.names:
            raise UnreadableError(f"it is no Word file: it has no part {self.main}")
        self._links = self._targets(self.main)

    def part(self, kind: str) -> etree._Element | None:
        """Return the root of the first part of a kind; None if the file has none."""
        return optional_xml(self.archive, next(iter(self._links.get(kind, ())), None))

    def all(self, kind: str) -> list[etree._Element]:
        """Return the roots of all parts of a kind."""
        roots = (optional_xml(self.archive, name) for name in self._links.get(kind, ()))
        return [root for root in roots if root is not None]

    def seen(self) -> set[str]:
        """Return what the file carries that is neither read nor loaded."""
        names = [name.casefold() for name in self.archive.names]
        found = {"macros" for name in names if name.endswith(("vbaproject.bin", "vbadata.xml"))}
        found |= {"embedded" for name in names if "/embeddings/" in name or "/activex/" in name}
        sources = [self.main, posixpath.join(posixpath.dirname(self.main), "settings.xml")]
        found |= {"remote" for part in sources for _ in self._external(part)}
        return found

    def _targets(self, part: str) -> dict[str, list[str]]:
        """Return the parts that one points to, by kind; what lies outside is none."""
        found: dict[str, list[str]] = {}
        for row in self._rows(part):
            target = attribute(row, "Target") or ""
            if attribute(row, "TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))
                found.setdefault(_kind(row), []).append(path.lstrip("/"))
        return found

    def _external(self, part: str) -> list[etree._Element]:
        rows = (row for row in self._rows(part) if attribute(row, "TargetMode") == "External")
        return [row for row in rows if _kind(row) not in LINKS_ONLY]

    def _rows(self, part: str) -> list[etree._Element]:
        folder, name = posixpath.split(part)
        root = optional_xml(self.archive, posixpath.join(folder, "_rels", f"{name}.rels"))
        return [row for row in root if local(row) == "Relationship"] if root is not None else []


def _kind(row: etree._Element) -> str:
    return (attribute(row, "Type") or "").rpartition("/")[2]


def _notes(package: _Package, walk: Walk) -> list[Paragraph]:
    """Return the notes in the order in which the text refers to them, then any others."""
    found: dict[tuple[str, str], list[Paragraph]] = {}
    for kind in ("footnote", "endnote"):
        for root in package.all(f"{kind}s"):
            for note in root:
                if attribute(note, "type") in {None, "normal"}:
                    key = kind, attribute(note, "id") or ""
                    found[key] = aside(Walk(Styles(None)).paragraphs(note))
    order = {key: i for i, key in reversed(tuple(enumerate(walk.notes)))}
    keys = sorted(found, key=lambda key: order.get(key, len(order)))
    return [one for key in keys for one in found[key]]


def _comments(package: _Package) -> list[Comment]:
    return [
        Comment(
            attribute(comment, "id") or "",
            (attribute(comment, "author") or "").strip(),
            Walk(Styles(None)).paragraphs(comment),
        )
        for root in package.all("comments")
        for comment in root
        if local(comment) == "comment"
    ]


def _furniture(package: _Package) -> list[Paragraph]:
    """Return the lines at head and foot of the pages, each once."""
    rows = [
        msgspec.structs.replace(one, hint=kind)
        for kind in ("header", "footer")
        for root in package.all(kind)
        for one in Walk(Styles(None)).paragraphs(root)
    ]
    return furniture(rows)
