"""Damaged characters: UTF-8 that somebody once read as Windows-1252.

``â€œ`` for an opening mark and ``Ã©`` for é are undone in the view alone; the text
of record keeps what the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Notice, Span

_OPEN_BYTES = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Bytes without a character in Windows-1252; decoders turn them into control characters."""


def _characters(first: int, last: int) -> str:
    """Return the Windows-1252 characters of a range of bytes, fit for a character class."""
    return "".join(
        re.escape(chr(b) if b in _OPEN_BYTES else bytes([b]).decode("cp1252"))
        for b in range(first, last + 1)
    )


_TRAIL = f"[{_characters(0x80, 0xBF)}]"
_RUN = re.compile(
    f"[{_characters(0xC2, 0xDF)}]{_TRAIL}"
    f"|[{_characters(0xE0, 0xEF)}]{_TRAIL}{{2}}"
    f"|[{_characters(0xF0, 0xF4)}]{_TRAIL}{{3}}"
)
_LOST_CLOSE = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
"""The closing mark’s last byte has no character, and many programs drop it altogether."""


def find_mojibake(text: str) -> tuple[tuple[Span, str], ...]:
    """Return each damaged run with the character that it stands for, sorted and apart.

    A pair such as ``Ü“`` may also be meant (a capital before a closing mark), so
    pairs outside Â and Ã count only where the text holds damage beyond doubt.
    """
    found = [(Span(*m.span()), _undone(m[0])) for m in _RUN.finditer(text)]
    found = [(span, to) for span, to in found if to]
    sure = any(_certain(span.of(text)) for span, _ in found)
    if not sure:
        return ()
    lost = [(Span(*m.span()), "”") for m in _LOST_CLOSE.finditer(text)]
    return tuple(sorted(found + lost))


def with_repairs(
    signs: Iterable[tuple[Span, str]], damaged: Iterable[tuple[Span, str]]
) -> tuple[tuple[Span, str], ...]:
    """Return all edits in order, repairs left out where a sign of markup overlaps them."""
    kept: list[tuple[Span, str]] = []
    for span, to in sorted([*signs, *damaged]):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, to))
    return tuple(kept)


def damage_notices(text: str, damaged: tuple[tuple[Span, str], ...]) -> tuple[Notice, ...]:
    """Return one notice if characters were damaged on the way, at the first place; else none."""
    lost = text.find("\ufffd")
    if damaged:
        span, to = damaged[0]
        words = (
            f"{len(damaged)} characters were damaged by a wrong encoding,"
            f" such as {span.of(text)} for {to}"
        )
    elif lost >= 0:
        span = Span(lost, lost + 1)
        words = f"{text.count(chr(0xFFFD))} characters were lost before the file was saved"
    else:
        return ()
    return (Notice("encoding-damaged", span, words),)


def _undone(run: str) -> str:
    """Return the character whose UTF-8 bytes the run shows; empty if there is none to print."""
    try:
        to = bytes(map(_byte, run)).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return to if to.isprintable() or to == "\xa0" else ""


def _byte(character: str) -> int:
    return ord(character) if ord(character) in _OPEN_BYTES else character.encode("cp1252")[0]


def _certain(run: str) -> bool:
    return (
        len(run) > 2
        or run[0] == "Ã"
        or run in {"Â©", "Â£", "Â·", "Â«", "Â»", "Â°", "Â®", "Â§", "Â\xa0"}
    )
