"""OpenDocument texts, as LibreOffice and its kin write them."""

from __future__ import annotations

import msgspec
from lxml import etree

from generator.errors import UnreadableError
from generator.model import Extract, Source
from generator.readers.archives import Archive, is_zip, member_names, open_archive, stated_kind
from generator.readers.flow import Paragraph, headed, laid_out
from generator.readers.odt_text import Styles, Walk
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
from generator.readers.xml_parts import child, local, optional_xml, read_xml

KIND = b"application/vnd.oasis.opendocument.text"
"""Templates and master documents state more after it."""

CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"


def looks_like_odt(data: bytes) -> bool:
    """Return whether it is an OpenDocument text, or how one begins."""
    if not is_zip(data):
        return False
    kind = stated_kind(data)
    names = () if kind else member_names(data)
    return kind.startswith(KIND) or (CONTENT in names and STYLES in names)


def read_odt(data: bytes, source: Source) -> Extract:
    """Read an OpenDocument text: each paragraph and each row of a table is a passage.

    Notes, comments, and the lines at head and foot of the pages follow the text.
    What was deleted under tracked changes is no text.

    Raises:
        UnreadableError: If it is locked, damaged, a trap, or no OpenDocument text.
    """
    archive = open_archive(data)
    if CONTENT not in archive.names:
        raise UnreadableError(f"it is no OpenDocument text: it has no part {CONTENT}")
    _refuse_locked(archive)
    content = read_xml(archive, CONTENT)
    styles = optional_xml(archive, STYLES)
    body = child(content, "body", "text")
    if body is None:
        raise UnreadableError("it is an OpenDocument file without text, such as a table or slides")
    walk = Walk(Styles(styles, content))
    paragraphs = headed(walk.paragraphs(body))
    comments = [Comment(*row) for row in walk.comments]
    parts = [*paragraphs, *aside(walk.notes), *commented(comments), *_furniture(styles)]
    text, passages, marked = laid_out(parts)
    return Extract(
        source=source,
        text=text,
        passages=passages,
        stated=find_statements(properties_of(optional_xml(archive, META)), text, passages),
        notices=(*about_comments(comments, marked), *about_seen(walk.seen | _seen(archive))),
    )


def _refuse_locked(archive: Archive) -> None:
    manifest = optional_xml(archive, MANIFEST)
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise UnreadableError("it is locked with a password")


def _furniture(styles: etree._Element | None) -> list[Paragraph]:
    """Return the lines at head and foot of the pages, each once."""
    rows: list[Paragraph] = []
    for part in styles.iter("{*}header", "{*}footer") if styles is not None else ():
        kind = local(part)
        rows += [
            msgspec.structs.replace(one, hint=kind) for one in Walk(Styles(styles)).paragraphs(part)
        ]
    return furniture(rows)


def _seen(archive: Archive) -> set[str]:
    names = [name.casefold() for name in archive.names]
    found = {"macros" for name in names if name.startswith(("basic/", "scripts/"))}
    return found | {"embedded" for name in names if name.startswith("object")}
