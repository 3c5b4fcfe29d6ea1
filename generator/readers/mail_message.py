"""A mail as its format sets it apart: headers, the text to read, what is attached.

The older policy of the standard library is used on purpose: it hands headers over as
they stand, while the newer one parses each of them and fails, or takes very long, on
headers that no honest program wrote.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.policy import compat32

import msgspec

from generator.errors import UnreadableError
from generator.model import Notice
from generator.readers.encoding import decode

MAX_DEPTH = 30
"""Parts within parts; honest mails have four or five."""

MAX_ATTACHED = 500

MAX_FIELD = 20_000
"""Characters of a header that is taken apart; the parser's time grows with their square."""

_READ_APART = frozenset({"content-type", "content-disposition", "content-transfer-encoding"})

_HEADER = re.compile(rb"[!-9;-~]{1,70}:(?: |\t|\r?\n[ \t]|\S|\r?$)", re.MULTILINE)
_NAMED = re.compile(
    rb"^(from|date|subject|to|message-id|received|mime-version|return-path)[ \t]{0,4}:",
    re.IGNORECASE | re.MULTILINE,
)
_TRANSPORT = frozenset({b"message-id", b"received", b"mime-version", b"return-path"})
"""Written by programs alone: nobody types them, and no copied text keeps them."""

MAX_ENDING = 10
"""Letters of a kind such as ``pdf`` that stands for an ending."""

_NOT_DOCUMENTS = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/ms-tnef",
    }
)
"""Attached by programs; their absence is no loss."""


class Attachment(msgspec.Struct, frozen=True):
    """A file that came with a mail."""

    name: str
    """Unique in its mail, without folders and control characters."""
    data: bytes


class Text(msgspec.Struct, frozen=True):
    """One inline text of a mail."""

    words: str
    """Decoded, every line end one U+000A."""
    is_html: bool
    flowed: bool
    """Whether a blank before a line's end says that the line goes on (RFC 3676)."""
    notices: tuple[Notice, ...]


def looks_like_mail(data: bytes) -> bool:
    """Return whether the bytes begin with headers, the sender's among them."""
    return len(_header_names(data) & {b"from", b"date", b"subject", b"to"}) > 1


def is_mail(data: bytes) -> bool:
    """Return whether the bytes are a mail beyond doubt: with headers that programs alone write."""
    names = _header_names(data)
    return b"from" in names and len(names & {b"date", b"subject"}) > 0 and bool(names & _TRANSPORT)


def parse(data: bytes) -> Message:
    """Return the message in the bytes.

    Raises:
        UnreadableError: If its parts are nested beyond reason.
    """
    try:
        message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=compat32)
        if _depth(message) > MAX_DEPTH:
            raise UnreadableError("the mail nests its parts too deeply")
    except RecursionError as error:
        raise UnreadableError("the mail nests its parts too deeply") from error
    except MessageError as error:
        raise UnreadableError(f"the mail is damaged: {error}") from error
    return message


def header(message: Message, name: str) -> str:
    """Return a header as a person reads it, in one line; empty if the mail has none."""
    raw = next((v for key, v in message.raw_items() if key.casefold() == name.casefold()), "")
    return _one_line(_words_of(_unescaped(str(raw))))


def texts_of(message: Message) -> tuple[Text, ...]:
    """Return the texts that a mail program would show, in order.

    Of alternatives the plain text counts, unless it is a stub that sends the reader
    to the other. Several inline texts are one mail that pictures or files divide.
    """
    return tuple(_shown(message))


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """Return what is attached, in order; signatures and pictures of the layout left out.

    Raises:
        UnreadableError: If there is more than any honest mail carries.
    """
    found: list[Attachment] = []
    taken: set[str] = set()
    for part in _attached(message):
        if len(found) == MAX_ATTACHED:
            raise UnreadableError(f"more than {MAX_ATTACHED} files are attached to the mail")
        name = _free(_file_name(part) or _no_name(part, len(found) + 1), taken)
        taken.add(name)
        found.append(Attachment(name, _bytes_of(part)))
    return tuple(found)


def _header_names(data: bytes) -> set[bytes]:
    """Return which known headers stand in the block at the head; empty if it is no such block."""
    head = data[:65_536].lstrip(b"\xef\xbb\xbf\r\n")
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    head = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = head.splitlines()[:400]
    if not lines or not all(one[:1] in b" \t" or _HEADER.match(one) for one in lines if one):
        return set()
    return {name.lower() for name in _NAMED.findall(head)}


def _children(part: Message) -> list[Message]:
    """Return the parts of a part; none where what calls itself several is one text."""
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _depth(message: Message) -> int:
    deepest, waiting = 0, [(message, 1)]
    while waiting:
        one, depth = waiting.pop()
        if any(len(str(v)) > MAX_FIELD for k, v in one.raw_items() if k.casefold() in _READ_APART):
            raise UnreadableError("a header of the mail is too long to be read")
        deepest = max(deepest, depth)
        if depth <= MAX_DEPTH:
            waiting.extend((part, depth + 1) for part in _children(one))
    return deepest


def _shown(part: Message) -> Iterator[Text]:
    """Yield the inline texts of a part, of its alternatives only the best."""
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        yield from _best([tuple(_shown(one)) for one in _children(part)])
    elif kind.startswith("multipart/"):
        for one in _children(part):
            yield from _shown(one)
    elif kind in {"text/plain", "text/html"} and not _is_attached(part):
        yield _text(part, is_html=kind == "text/html")


def _best(choices: list[tuple[Text, ...]]) -> tuple[Text, ...]:
    """Return the plain alternative, or the richest where the plain one is a stub or missing."""
    sizes = [sum(len(_TAG.sub(" ", t.words).split()) for t in texts) for texts in choices]
    most = max(sizes, default=0)
    plain = (
        texts
        for texts, size in zip(choices, sizes, strict=True)
        if size > STUB * most and not any(t.is_html for t in texts)
    )
    rich = (texts for texts, size in zip(choices, sizes, strict=True) if size == most)
    return next(plain, next(rich, ()))


STUB = 0.25
"""A plain text with fewer of the words than this only says that there is another."""

_TAG = re.compile(r"<style[^>]{0,200}>[^<]{0,200000}|<[^<>]{0,2000}>", re.IGNORECASE)


def _text(part: Message, *, is_html: bool) -> Text:
    data = _bytes_of(part)
    words, notices = decode(data, part.get_content_charset())
    flowed = str(part.get_param("format", "")).casefold() == "flowed"
    return Text(words.replace("\r\n", "\n").replace("\r", "\n"), is_html, flowed, notices)


def _attached(part: Message) -> Iterator[Message]:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        yield part
    elif part.is_multipart():
        if kind != "message/delivery-status":
            for one in _children(part):
                yield from _attached(one)
    elif kind not in _NOT_DOCUMENTS and (
        _is_attached(part) or kind not in {"text/plain", "text/html"}
    ):
        layout = kind.startswith("image/") and part.get("Content-ID") and not _is_attached(part)
        if not layout:
            yield part


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _bytes_of(part: Message) -> bytes:
    """Return what a part holds; of an attached mail, that mail."""
    if children := _children(part):
        return bytes(children[0])
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _file_name(part: Message) -> str:
    """Return the name of an attached file, or the subject of an attached mail."""
    name = _one_line(_words_of(_unescaped(part.get_filename("") or "")))
    name = re.split(r"[/\\]", name)[-1].strip(". ")
    children = _children(part)
    if name or not children or part.get_content_type() != "message/rfc822":
        return name[-120:]
    subject = re.sub(r"[/\\]", "-", header(children[0], "Subject"))
    return f"{subject[:80].strip('. ') or 'mail'}.eml"


def _no_name(part: Message, number: int) -> str:
    """Return a name for an attachment that has none, its ending from the kind it is said to be."""
    kind = part.get_content_subtype()
    known = kind.isalnum() and kind.isascii() and len(kind) <= MAX_ENDING
    return f"attachment-{number}.{kind}" if known else f"attachment-{number}"


def _free(name: str, taken: set[str]) -> str:
    """Return the name, with a number before its ending where it is taken."""
    stem, dot, ending = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}-{number}.{ending}" if dot else f"{name}-{number}"
    return free


def _unescaped(raw: str) -> str:
    """Return a header with its bytes above ASCII decoded; the parser keeps them as surrogates."""
    if raw.isascii():
        return raw
    return decode(raw.encode("utf-8", "surrogateescape"))[0]


def _words_of(raw: str) -> str:
    """Undo RFC 2047; what claims an encoding that it is not in is read as every other text."""
    if "=?" not in raw or not raw.isascii():
        return raw
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return raw
    return "".join(
        piece if isinstance(piece, str) else decode(piece, charset)[0] for piece, charset in pieces
    )


def _one_line(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
