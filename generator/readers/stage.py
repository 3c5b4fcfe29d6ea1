"""FORMATS, the table of readers, and read(), which picks one by content and ending."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import PurePosixPath

import msgspec

from generator.errors import UnreadableError
from generator.model import Extract, Source
from generator.readers.html import looks_like_html, read_html
from generator.readers.markdown import read_markdown
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


FORMATS: tuple[Format, ...] = (
    Format("html", "text/html", (".html", ".htm", ".xhtml"), read_html, looks_like_html),
    Format("markdown", "text/markdown", (".md", ".markdown"), read_markdown, looks_like_text),
    Format("text", "text/plain", (".txt", ".text"), read_text, looks_like_text),
)
"""Every format; the first that claims both ending and content reads the file."""


def endings() -> tuple[str, ...]:
    """Return every ending that some reader claims."""
    return tuple(e for one in members(FORMATS, "generator.readers") for e in one.endings)


def read(data: bytes, path: str) -> Extract:
    """Turn a file's bytes into its text of record.

    Args:
        data: The whole file.
        path: What the document is called: relative, forward slashes. It is never opened.

    Raises:
        UnreadableError: If no reader claims the file or its content is not what the
            ending says; the message is one line for the report.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError("the file is empty")
    ending = PurePosixPath(path).suffix.casefold()
    table = members(FORMATS, "generator.readers")
    claimed = [one for one in table if ending in one.endings]
    if not claimed:
        raise UnreadableError(
            f"no reader for files ending in {ending or 'nothing'}; known are {', '.join(endings())}"
        )
    chosen = next((one for one in claimed if one.looks_like(data)), None)
    if chosen is None:
        raise UnreadableError(f"the content is no {claimed[0].name}: binary data under {ending}")
    source = Source(path, None, chosen.media_type, hashlib.sha256(data).hexdigest())
    extract = chosen.read(data, source)
    if not any(c.isprintable() and not c.isspace() for c in extract.text):
        raise UnreadableError("the file holds no text")
    return extract
