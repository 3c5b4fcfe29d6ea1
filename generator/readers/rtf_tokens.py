"""RTF as a row of tokens: groups, control words, bytes and characters of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

Kind = Literal["open", "close", "word", "byte", "text"]

_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?"
    r"|\\'([0-9A-Fa-f]{2})"
    r"|\\([^A-Za-z])"
    r"|([{}])"
    r"|([^\\{}\r\n\0]+)",
    re.DOTALL,
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token."""

    kind: Kind
    value: str
    """Control word, control sign, two hexadecimal digits, or the text itself."""
    number: int | None = None
    """The control word's parameter."""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; raw data is stepped over by its stated length.

    Args:
        data: The whole file. Text tokens hold one character for each byte.
    """
    page = data.decode("latin-1")
    at = 0
    while at < len(page):
        match = _TOKEN.match(page, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        word, number, byte, sign, brace, text = match.groups()
        if word == "bin":
            at += max(0, int(number or "0"))
        elif word:
            yield Token("word", word, int(number) if number else None)
        elif byte:
            yield Token("byte", byte)
        elif sign:
            yield Token("word", sign)
        elif brace:
            yield Token("open" if brace == "{" else "close", brace)
        else:
            yield Token("text", text)
