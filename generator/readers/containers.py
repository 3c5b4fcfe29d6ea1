"""Several documents in one file: zip archives, mailboxes, mails with what is attached.

Each becomes a document of its own, named by its place in the file alone, so that it
keeps its name whatever else is added or taken out.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath

import msgspec

from generator.errors import UnreadableError
from generator.ids import slug
from generator.litter import is_litter
from generator.readers.archives import is_zip, member_names, open_archive
from generator.readers.mail_message import (
    attachments_of,
    header,
    is_mail,
    looks_like_mail,
    parse,
    texts_of,
)

MAILBOXES = (".mbox", ".mbx")
ARCHIVES = (".zip",)
ENDINGS = (*ARCHIVES, *MAILBOXES)

MAX_DEPTH = 4
"""Mails within mails within an archive that are followed."""

MAX_MAILS = 10_000
"""In one mailbox; as many as an archive may have members."""

MAX_SUBJECT = 48
"""Characters of a subject in the name of a mail of a mailbox."""

PACKAGES = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml", "_rels/.rels"})
"""Members that make a zip file one document of an office program, and no folder of documents."""

_ENVELOPE = re.compile(
    rb"^From [^\r\n]{0,200}\d{1,2}:\d\d[^\r\n]{0,60}\d{4}[^\r\n]{0,40}\r?\n", re.MULTILINE
)
_ESCAPED = re.compile(rb"^>(>{0,20}From )", re.MULTILINE)

Known = Callable[[bytes, str], bool]
"""Whether some reader takes bytes that are called so."""


class Part(msgspec.Struct, frozen=True):
    """One document of a file."""

    name: str | None
    """Its place in the file; None for the file itself."""
    data: bytes
    refused: str = ""
    """Why it cannot be read, where that is known before a reader sees it."""
    unread: tuple[str, ...] = ()
    """What is attached to a mail and no document that can be read."""


def parts_in(data: bytes, path: str, known: Known) -> tuple[Part, ...]:
    """Return the documents that a file holds, the file itself first, then by their names.

    Args:
        data: The whole file.
        path: What it is called; it is never opened.
        known: Tells which attachments are documents.

    Raises:
        UnreadableError: If it is an archive that cannot be opened safely.
    """
    parts = tuple(_unfolded(Part(None, data), path, known, ()))
    if not parts:
        raise UnreadableError("it holds no documents")
    return tuple(sorted(parts, key=lambda part: (part.name is not None, part.name or "")))


def is_archive(data: bytes, path: str) -> bool:
    """Return whether a file is a zip archive of documents, and no document that is packed so."""
    # Under another ending it is a package of a program that only uses the same wrapping.
    ending = PurePosixPath(path).suffix.casefold()
    return ending in {*ARCHIVES, ""} and is_zip(data) and PACKAGES.isdisjoint(member_names(data))


def is_mailbox(data: bytes, path: str) -> bool:
    """Return whether a file is a mailbox: a line of its envelope, then a mail's headers."""
    first = _ENVELOPE.match(data)
    return (
        first is not None
        and not path.casefold().endswith(".eml")
        and looks_like_mail(data[first.end() : first.end() + 65_536])
    )


def _unfolded(part: Part, called: str, known: Known, around: tuple[str, ...]) -> Iterator[Part]:
    """Yield a part, or the parts that it holds.

    Args:
        part: To be looked into.
        called: The name that its ending is taken from.
        known: As above.
        around: What kinds of file it lies in, the outermost first.
    """
    mail = PurePosixPath(called).suffix.casefold() == ".eml"
    if is_archive(part.data, called):
        if "archive" in around:
            reason = "an archive within an archive is not opened; unpack it first"
            yield msgspec.structs.replace(part, refused=reason)
            return
        found = _members(part, around)
        around = (*around, "archive")
    elif is_mailbox(part.data, called):
        found = _mails(part)
        around = (*around, "mailbox")
    elif is_mail(part.data) or (mail and looks_like_mail(part.data)):
        yield from _mail(part, known, around)
        return
    else:
        yield part
        return
    for one in found:
        yield from _unfolded(one, one.name or called, known, around)


def _members(part: Part, around: tuple[str, ...]) -> Iterator[Part]:
    """Yield the members of an archive; one that is damaged is refused and spoils no other."""
    try:
        archive = open_archive(part.data, folder=True)
    except UnreadableError as error:
        if not around:
            raise
        yield msgspec.structs.replace(part, refused=str(error))
        return
    for raw in archive.names:
        name = raw.replace("\\", "/")
        if is_litter(name):
            continue
        try:
            yield Part(_within(part, name), archive.read(raw))
        except UnreadableError as error:
            yield Part(_within(part, name), b"", refused=str(error))
    # Two members of one name are one failure, however their slashes lean.
    bad = {raw.replace("\\", "/"): reason for raw, reason in archive.refused.items()}
    for name, reason in bad.items():
        if not is_litter(name) and not name.endswith("/"):
            yield Part(_within(part, name), b"", refused=f"the archive holds {reason}")


def _mails(part: Part) -> Iterator[Part]:
    """Yield the mails of a mailbox, named by day and subject, apart by what their headers say."""
    uses: Counter[str] = Counter()
    starts = [
        match
        for match in _ENVELOPE.finditer(part.data)
        if _opens(part.data, match.start(), match.end())
    ]
    if len(starts) > MAX_MAILS:
        raise UnreadableError(f"the mailbox holds more than {MAX_MAILS:,} mails; split it")
    ends = [match.start() for match in starts[1:]] + [len(part.data)]
    for match, end in zip(starts, ends, strict=True):
        data = _ESCAPED.sub(rb"\1", part.data[match.end() : end])
        name = _mail_name(data)
        uses[name] += 1
        again = f"-{uses[name]}" if uses[name] > 1 else ""
        yield Part(_within(part, f"{name}{again}.eml"), data)


def _opens(data: bytes, start: int, end: int) -> bool:
    """Return whether an envelope's line begins a mail: a blank line above, headers below."""
    above = data[max(0, start - 4) : start].replace(b"\r", b"")
    return (start == 0 or above.endswith(b"\n\n")) and looks_like_mail(data[end : end + 16_384])


def _mail_name(data: bytes) -> str:
    """Return a name that depends on the mail alone: its day, its subject, a digest of its headers.

    Mail programs rewrite a mailbox's other headers whenever a mail was read.
    """
    message = parse(data[:65_536])
    told = [header(message, name) for name in ("Date", "From", "Subject", "Message-ID")]
    digest = hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:8]
    subject = slug(told[2])[:MAX_SUBJECT].strip("-") if told[2] else "mail"
    return "-".join(word for word in (_day(told[0]), subject, digest) if word)


def _day(date: str) -> str:
    """Return the day of a Date header as it is written; empty if it has none."""
    try:
        return parsedate_to_datetime(date[:100]).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""


def _mail(part: Part, known: Known, around: tuple[str, ...]) -> Iterator[Part]:
    """Yield a mail and the documents attached to it; one that only carries them is left out."""
    try:
        message = parse(part.data)
        attached = attachments_of(message)
        empty = not any(text.words.strip() for text in texts_of(message))
    except UnreadableError as error:
        yield msgspec.structs.replace(part, refused=str(error))
        return
    read = [one for one in attached if _is_document(one.name, one.data, known)]
    deep = len(around) >= MAX_DEPTH
    unread = tuple(one.name for one in attached if deep or one not in read)
    if not (empty and read and not deep):
        yield msgspec.structs.replace(part, unread=unread)
    for one in () if deep else read:
        name = one.name if part.name is None else f"{part.name}/{one.name}"
        yield from _unfolded(Part(name, one.data), one.name, known, (*around, "mail"))


def _is_document(name: str, data: bytes, known: Known) -> bool:
    return (
        known(data, name) or is_archive(data, name) or is_mailbox(data, name)
    ) and not is_litter(name)


def _within(part: Part, name: str) -> str:
    return f"{part.name}/{name}" if part.name else name
