"""EPUB books and issues: the chapters in reading order, and what the package states of them."""

from __future__ import annotations

import posixpath
import re
from html.entities import html5
from urllib.parse import unquote

import msgspec
from lxml import etree, html

from generator.errors import UnreadableError
from generator.model import Extract, Notice, Source
from generator.readers.archives import (
    Archive,
    is_zip,
    member_names,
    open_archive,
    shown,
    stated_kind,
)
from generator.readers.encoding import decode
from generator.readers.epub_package import Package, find_statements
from generator.readers.flow import Paragraph, headed, laid_out
from generator.readers.html_text import BLOCKS, render
from generator.readers.office import aside
from generator.readers.xml_parts import (
    attribute,
    local,
    optional_xml,
    parse_xml,
    read_xml,
    words_of,
)

KIND = b"application/epub+zip"
CONTAINER, LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", ""})
FURNITURE = frozenset({"nav", "footer", "form"})

OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
"""What XML itself names; all other names come with a definition that is never loaded."""

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_NOTE = re.compile(r"(?:doc-)?(?:foot|end|rear)notes?")
_REFERENCE = re.compile(r"noteref|referrer|doc-backlink|footnote-back|backlink")


def looks_like_epub(data: bytes) -> bool:
    """Return whether it is a book, or how one begins."""
    if not is_zip(data):
        return False
    return stated_kind(data).startswith(KIND) or CONTAINER in member_names(data)


def read_epub(data: bytes, source: Source) -> Extract:
    """Read a book: the pages of its spine in order, each rendered as a browser would.

    Raises:
        UnreadableError: If it is locked, damaged, a trap, or no book.
    """
    archive = open_archive(data)
    if CONTAINER not in archive.names:
        raise UnreadableError(f"it is no EPUB: it has no part {CONTAINER}")
    package = _package(archive)
    locked = _locked(archive)
    paragraphs: list[Paragraph] = []
    notes: list[Paragraph] = []
    missing: list[str] = []
    for name, kind in package.spine:
        if name not in archive.names:
            missing.append(name)
        elif name in locked:
            raise UnreadableError("its text is encrypted: it is sold for one reader's device only")
        elif kind in PAGES:
            own, below = _chapter(archive.read(name), name)
            paragraphs += own
            notes += below
    text, passages, _ = laid_out([*headed(_titled(paragraphs, package.title)), *aside(notes)])
    return Extract(
        source=source,
        text=text,
        passages=passages,
        stated=find_statements(package, text, passages),
        notices=tuple(
            Notice("part-missing", None, f"The chapter {shown(name)} is missing in the file.")
            for name in missing
        ),
    )


def _package(archive: Archive) -> Package:
    rows = read_xml(archive, CONTAINER).iter("{*}rootfile")
    name = next((row.get("full-path") or "" for row in rows), "")
    if name not in archive.names:
        raise UnreadableError("it is no EPUB: it does not say which parts it has")
    return Package(read_xml(archive, name), posixpath.dirname(name))


def _locked(archive: Archive) -> frozenset[str]:
    """Return the parts that are encrypted; fonts often are, in books that anybody may read."""
    root = optional_xml(archive, LOCKS)
    rows = root.iter("{*}CipherReference") if root is not None else ()
    return frozenset(unquote(row.get("URI") or "") for row in rows)


def _chapter(data: bytes, name: str) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the lines of one page and those of its notes, which break no text in two."""
    tree = _tree(data, name)
    for element in tree.iter():
        if isinstance(element.tag, str):
            element.tag = local(element)
    for element in list(tree.iter("a", "sup")):
        if _is_reference(element):
            _empty(element)
    for row in list(tree.iter("tr")):
        _as_line(row)
    for block in tree.iter("pre"):
        _with_line_ends(block)
    notes = html.Element("body")
    for element in [one for one in tree.iter() if _NOTE.fullmatch(_kind(one))]:
        _move(element, notes)
    return _lines(next(tree.iter("body"), tree)), _lines(notes)


def _lines(body: html.HtmlElement) -> list[Paragraph]:
    text, runs = render(body)
    return [
        Paragraph(run.span.of(text), run.hint, False if run.hint in FURNITURE else None)
        for run in runs
    ]


def _kind(element: etree._Element) -> str:
    """Return what a book calls an element: ``footnote``, ``noteref``; empty if nothing."""
    return attribute(element, "type") or attribute(element, "role") or ""


def _move(element: etree._Element, target: etree._Element) -> None:
    """Take an element out of its page, its words after it left in place."""
    parent, above = element.getparent(), element.getprevious()
    if parent is None:
        return
    if above is not None:
        above.tail = (above.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    target.append(element)


def _tree(data: bytes, name: str) -> html.HtmlElement:
    try:
        return parse_xml(_ENTITY.sub(_numbered, data), name)
    except UnreadableError:
        # An entity bomb is refused here again, since the parser of HTML knows no declarations.
        if b"<!ENTITY" in data:
            raise
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    page = re.sub(r"^\s{0,99}<\?xml[^>]{0,200}\?>", "", decode(data)[0].replace("\0", " "))
    try:
        tree = html.document_fromstring(page, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"its chapter {shown(name)} is no page") from error
    if any("depth" in entry.message.casefold() for entry in parser.error_log):
        raise UnreadableError(f"its chapter {shown(name)} is nested too deeply")
    return tree


def _numbered(match: re.Match[bytes]) -> bytes:
    """Return a named character by its number, since the list of names is never loaded."""
    name = match[1].decode()
    signs = html5.get(f"{name};") if name not in OWN else None
    return "".join(f"&#{ord(c)};" for c in signs).encode() if signs else match[0]


def _is_reference(element: etree._Element) -> bool:
    """Return whether it is the number of a note in running text, or the way back from one."""
    words = words_of(element)
    marks = " ".join(
        str(v) for k, v in element.items() if str(k).endswith(("type", "role", "class"))
    )
    inner = len(words) <= 6 and any(
        "#" in (link.get("href") or "") for link in element.iter("a") if element.tag == "sup"
    )
    return len(words) <= 8 and (inner or bool(_REFERENCE.search(marks)))


def _empty(element: etree._Element) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail


def _as_line(row: etree._Element) -> None:
    """Turn the cells of a row into one line; a row set for layout stays as it is."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if any(sum(one.tag in BLOCKS or one.tag == "br" for one in cell.iter()) > 2 for cell in cells):
        return
    words = [words_of(cell) for cell in cells]
    if sum(map(bool, words)) < 2 or len(cells) != len(row):
        return
    _empty(row)
    etree.SubElement(etree.SubElement(row, "td"), "pre").text = "\t".join(filter(None, words))


def _with_line_ends(block: etree._Element) -> None:
    """Keep the line ends that stand at the end of an element's words in set text."""
    for element in block.iter():
        if element.text and element.text.endswith("\n"):
            element.text += " "
        if element is not block and element.tail and element.tail.endswith("\n"):
            element.tail += " "


def _titled(paragraphs: list[Paragraph], title: str) -> list[Paragraph]:
    """Return the lines with the one that is the book's own title marked as such."""
    at = next((i for i, one in enumerate(paragraphs) if title and one.text == title), None)
    return [
        msgspec.structs.replace(one, hint="title") if i == at else one
        for i, one in enumerate(paragraphs)
    ]
