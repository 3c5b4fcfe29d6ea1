"""FORMATS, the table of readers; which documents a file holds; read(), which picks by content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import PurePosixPath

import msgspec

from generator.errors import UnreadableError
from generator.model import Extract, Notice, Source
from generator.readers.containers import ENDINGS as CONTAINERS
from generator.readers.containers import Part, parts_in
from generator.readers.docx import looks_like_docx, read_docx
from generator.readers.encoding import MARKS
from generator.readers.epub import looks_like_epub, read_epub
from generator.readers.html import is_page, looks_like_html, read_html
from generator.readers.mail import read_mail
from generator.readers.mail_message import is_mail, looks_like_mail
from generator.readers.markdown import read_markdown
from generator.readers.odt import looks_like_odt, read_odt
from generator.readers.pdf import looks_like_pdf, read_pdf
from generator.readers.rtf import looks_like_rtf, read_rtf
from generator.readers.text import looks_like_text, read_text
from generator.registry import members

Reader = Callable[[bytes, Source], Extract]
"""Sees bytes, never a path. Raises UnreadableError with a reason for the report."""

Sniffer = Callable[[bytes], bool]
"""Whether the bytes look like the format; a look at the first kilobytes."""


class Format(msgspec.Struct, frozen=True):
    """One format: how it is told and who reads it."""

    name: str
    media_type: str
    endings: tuple[str, ...]
    """With dot, lower case."""
    read: Reader
    looks_like: Sniffer
    """Whether bytes with such an ending may be this format."""
    surely: Sniffer | None = None
    """Whether bytes are this format whatever their ending; None where ``looks_like`` tells it
    from every other that is no plain text."""


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"

FORMATS: tuple[Format, ...] = (
    Format("html", "text/html", (".html", ".htm", ".xhtml"), read_html, looks_like_html, is_page),
    Format("markdown", "text/markdown", (".md", ".markdown"), read_markdown, looks_like_text),
    Format("text", "text/plain", (".txt", ".text"), read_text, looks_like_text),
    Format("mail", "message/rfc822", (".eml",), read_mail, looks_like_mail, is_mail),
    Format("pdf", "application/pdf", (".pdf",), read_pdf, looks_like_pdf),
    Format("docx", DOCX, (".docx", ".docm", ".dotx"), read_docx, looks_like_docx),
    Format("odt", ODT, (".odt", ".ott"), read_odt, looks_like_odt),
    Format("epub", "application/epub+zip", (".epub",), read_epub, looks_like_epub),
    Format("rtf", "application/rtf", (".rtf",), read_rtf, looks_like_rtf, looks_like_rtf),
)
"""Every format; of those that claim both ending and content, the first reads the file."""

HOLDS = {
    "html": "a web page",
    "mail": "a mail",
    "text": "plain text",
    "pdf": "a PDF",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "epub": "an e-book",
    "rtf": "rich text (RTF)",
}
"""How a report calls what a file holds."""

_ENDING = re.compile(r"\.(?!\d+$)[a-z0-9]{1,10}$")
"""Blanks or digits alone after a stop are no ending, as in "Statement of Dr. Lind"."""


def endings() -> tuple[str, ...]:
    """Return every ending that some reader claims, and those of files that hold several."""
    claimed = (e for one in members(FORMATS, "generator.readers") for e in one.endings)
    return (*claimed, *CONTAINERS)


def parts_of(data: bytes, path: str) -> tuple[Part, ...]:
    """Return the documents that one file holds, in order; most hold one, which is the file itself.

    Raises:
        UnreadableError: If it is an archive that cannot be opened safely.
    """
    return parts_in(data, path, lambda content, called: _format_of(content, called) is not None)


def read_part(part: Part, path: str) -> Extract:
    """Turn one document of a file into its text of record.

    Raises:
        UnreadableError: As :func:`read`.
    """
    if part.refused:
        raise UnreadableError(part.refused)
    extract = read(part.data, path, part.name)
    unread = tuple(
        Notice("attachment-not-read", None, f"attached to the mail and not read: {name}")
        for name in part.unread
    )
    return msgspec.structs.replace(extract, notices=extract.notices + unread)


def read(data: bytes, path: str, part: str | None = None) -> Extract:
    """Turn bytes into a text of record.

    Args:
        data: The whole file, or one document of it.
        path: What the file is called: relative, forward slashes. It is never opened.
        part: The name of the document in the file; None for the file itself.

    Raises:
        UnreadableError: If no reader claims the ending or the content; the message is
            one line for the report.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError("the file is empty")
    ending = _ending(part or path)
    chosen = _format_of(data, part or path)
    if chosen is None:
        raise UnreadableError(_unclaimed(data, ending))
    source = Source(path, part, chosen.media_type, hashlib.sha256(data).hexdigest())
    extract = chosen.read(data, source)
    if not any(c.isprintable() and not c.isspace() for c in extract.text):
        raise UnreadableError("the file holds no text")
    wrong = _wrong_ending(chosen, ending)
    return msgspec.structs.replace(extract, notices=(*wrong, *extract.notices))


def _format_of(data: bytes, called: str) -> Format | None:
    """Return who reads bytes that are called so: content first, the ending where that leaves doubt.

    A text under an ending of some other format, or under none, is read as text: it
    was saved under a wrong name. One under an ending that nobody knows is left alone:
    it is a table, a program or a setting.
    """
    ending = _ending(called)
    table = members(FORMATS, "generator.readers")
    plain = looks_like_text(data)
    for one in sorted(table, key=lambda one: ending not in one.endings):
        if one.surely(data) if one.surely else not plain and one.looks_like(data):
            return one
    claimed = [one for one in table if ending in one.endings]
    text = [one for one in table if one.name == "text" and (claimed or _unnamed(data, ending))]
    return next((one for one in (*claimed, *text) if one.looks_like(data)), None)


def _ending(called: str) -> str:
    """Return the ending of a file's name, in small letters; empty if it has none."""
    found = _ENDING.search(PurePosixPath(called).name.casefold())
    return found[0] if found and found.start() else ""


def _unnamed(data: bytes, ending: str) -> bool:
    """Return whether bytes have no ending and are a text beyond doubt."""
    if ending:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith(tuple(mark for mark, _ in MARKS))
    return True


def _unclaimed(data: bytes, ending: str) -> str:
    """Return why nobody reads the bytes."""
    known = endings()
    if ending not in known:
        name = f"files ending in {ending}" if ending else "files without an ending"
        return f"no reader for {name}; known are {', '.join(known)}"
    if ending in CONTAINERS:
        return f"the file is called {ending} and holds no documents"
    kind = "binary data" if not looks_like_text(data) else "something else"
    return f"the file is called {ending} and holds {kind}"


def _wrong_ending(chosen: Format, ending: str) -> tuple[Notice, ...]:
    if ending in chosen.endings or (not ending and chosen.name == "text"):
        return ()
    called = f"is called {ending}" if ending else "has no ending"
    holds = HOLDS.get(chosen.name, chosen.name)
    return (Notice("ending-wrong", None, f"the file {called} and holds {holds}"),)
