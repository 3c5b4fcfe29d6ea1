"""Article pages: all rendered text in its order, what of it is the article, what is stated.

The text of record holds the furniture too; what is an article and what a menu is a
flag on each passage, so that nothing is lost by a wrong guess.
"""

from __future__ import annotations

import re

from lxml import etree, html

from generator.errors import UnreadableError
from generator.model import Extract, Passage, Source
from generator.readers.encoding import decode
from generator.readers.html_article import find_article, size_notices
from generator.readers.html_head import find_head
from generator.readers.html_metadata import find_statements
from generator.readers.html_text import render
from generator.readers.mojibake import damage_notices, find_mojibake
from generator.readers.text import looks_like_text

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{2,40})|^\s{0,9}<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,400}(?:<\?xml[^>]{0,200}\?>\s{0,400})?(?:<!--[^>]{0,2000}-->\s{0,400}){0,3}"
    rb"<(?:!doctype\s{1,20}html|html[\s>]|head>|body[\s>])",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_PROLOGUE = re.compile(r"^\s{0,99}<\?xml[^>]{0,200}\?>")


def looks_like_html(data: bytes) -> bool:
    """Return whether the first kilobytes are text; a browser shows any text as a page."""
    return looks_like_text(data)


def is_page(data: bytes) -> bool:
    """Return whether bytes are a web page beyond doubt, whatever the file is called."""
    return looks_like_text(data) and bool(_OPENING.match(data[:4096]))


def read_html(data: bytes, source: Source) -> Extract:
    """Read a page; each run of text within a block element is a passage.

    Raises:
        UnreadableError: If the page shows no text at all.
    """
    declared = _CHARSET.search(data, 0, 4096)
    name = (
        next((g for g in declared.groups() if g), b"").decode("ascii", "replace")
        if declared
        else None
    )
    page, notices = decode(data, name)
    page = _PROLOGUE.sub("", page.replace("\0", " "))
    tree = parse_page(page)
    text, runs = render(tree)
    if not runs:
        raise UnreadableError("the page shows no text")
    flags = find_article(page, text, runs)
    damaged = find_mojibake(text)
    return Extract(
        source=source,
        text=text,
        passages=tuple(
            Passage(run.span, run.hint, main) for run, main in zip(runs, flags, strict=True)
        ),
        stated=find_statements(tree, text, runs, find_head(text, runs, flags)),
        edits=damaged,
        notices=notices + size_notices(text) + damage_notices(text, damaged),
    )


def parse_page(page: str) -> html.HtmlElement:
    """Return the tree of a page, however broken; one nested too deeply is read without its tags."""
    parser = html.HTMLParser(
        recover=True, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return _flat(page)
    deep = any("depth" in entry.message.casefold() for entry in parser.error_log)
    return _flat(page) if deep else tree


def _flat(page: str) -> html.HtmlElement:
    """Return a tree of one block a line: the page with all of its tags left out."""
    body = html.Element("body")
    for line in _TAG.sub("\n", page).splitlines():
        if line.strip():
            block = etree.SubElement(body, "div")
            block.text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", " ", line)
    return body
