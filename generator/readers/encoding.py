"""Bytes to characters: which encoding a file is in, and how sure that is.

The order is that of certainty: a byte-order mark, the NUL pattern of UTF-16,
strict UTF-8, what the file declares, Windows-1252, and only then a statistical
guess, since detectors call short Windows-1252 texts by the names of its cousins.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from generator.model import Notice

SAMPLE = 65_536
"""Bytes that a detector is shown; more does not change its answer, only its time."""

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; that of UTF-32 LE begins like that of UTF-16 LE and stands first."""

WESTERN = "cp1252"

FEW_LOST = 6
"""Characters beyond ASCII that must be whole for each that is lost, if a file is to be UTF-8."""

_LETTERS = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x81-\x84\x86-\x90\x98-\x9f\xa1-\xff]")
"""Bytes above ASCII, less the marks and dashes that all cousins of Windows-1252 share."""

_PROOF = re.compile(rb"\xe2\x80[\x90-\xaf]|\xe2\x82\xac")
"""Dashes, quotation marks and the euro sign in UTF-8."""

_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """Return the characters of a file, its byte-order mark left out, line ends kept.

    Args:
        data: The whole file.
        declared: The encoding that the file itself names, as HTML does; None if none.

    Returns:
        The text and, where the encoding was guessed, a notice that says so.
    """
    if data.startswith(codecs.BOM_UTF8):
        body = data[len(codecs.BOM_UTF8) :]
        return _by_lines(body) or (body.decode("utf-8", "replace"), ())
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    shifted = _shifted(data, declared)
    if shifted is not None:
        return shifted, ()
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace"), (_guessed(wide),)
    for encoding in ["utf-8", *_known(declared)]:
        text = _strict(data, encoding)
        if text is not None:
            return text, ()
    return _by_lines(data) or _nearly_utf8(data) or _best_guess(data)


def _best_guess(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Return the text as Windows-1252 where it looks Western, else as a detector reads it."""
    if looks_western(data):
        return _western(data), (_guessed("Windows-1252"),)
    best = from_bytes(data[:SAMPLE]).best()
    text = _strict(data, best.encoding) if best else None
    if best is None or text is None:
        return _western(data), (_guessed("Windows-1252"),)
    return text, (_guessed(best.encoding),)


def wide_encoding(data: bytes) -> str | None:
    """Return which UTF-16 the bytes are without saying so, or None.

    Western text in UTF-16 has a NUL in every second byte, always on the same side.
    """
    sample = data[: min(len(data), SAMPLE) // 2 * 2]
    pairs = len(sample) // 2
    if not pairs:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def looks_western(data: bytes) -> bool:
    """Return whether high bytes are the few accents and marks of a Western text."""
    high = len(_HIGH.findall(data, 0, SAMPLE))
    plain = len(_LETTERS.findall(data, 0, SAMPLE))
    return not _UNDEFINED.search(data, 0, SAMPLE) and high <= 0.25 * (plain + 4)


def _western(data: bytes) -> str:
    """Decode Windows-1252; the five bytes that it leaves open become control characters."""
    text = data.decode(WESTERN, "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda m: chr(ord(m[0]) - 0xDC00), text)


def _nearly_utf8(data: bytes) -> tuple[str, tuple[Notice, ...]] | None:
    """Return a text that is UTF-8 but for a few bytes, as when a download was cut off.

    None where the bytes that do not fit are not far outnumbered by those that do: in
    another encoding hardly any high byte fits.
    """
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if not lost or sum(ord(c) > 127 for c in text) < FEW_LOST * lost:
        return None
    words = "some bytes of the file are no text; they are shown as \ufffd"
    return text, (Notice("encoding-damaged", None, words),)


def _by_lines(data: bytes) -> tuple[str, tuple[Notice, ...]] | None:
    """Return a text whose lines come from two files, one in UTF-8 and one in Windows-1252.

    None where all is UTF-8, or where that is not sure: a line in which both stand, or
    which was cut off, is left to those who show a lost character as lost. Quotation
    marks in UTF-8 are proof, since in Windows-1252 they would be damage.
    """
    if not _PROOF.search(data):
        return None
    lines: list[str] = []
    foreign = 0
    for line in data.splitlines(keepends=True):
        text = _strict(line, "utf-8")
        if text is None:
            if _WELL_FORMED.search(line) or _UNDEFINED.search(line) or _is_cut(line, data):
                return None
            text = line.decode(WESTERN)
            foreign += 1
        lines.append(text)
    words = f"lines in two encodings stand in the file; {foreign} were read as Windows-1252"
    notices = (Notice("encoding-guessed", None, words),) if foreign else ()
    return "".join(lines), notices


def _is_cut(line: bytes, data: bytes) -> bool:
    """Return whether a line is the last, and fails only because it ends inside a character."""
    if not data.endswith(line):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(line, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _shifted(data: bytes, declared: str | None) -> str | None:
    """Return the text of an encoding whose bytes are all ASCII, where it is declared and used."""
    known = next(iter(_known(declared)), "")
    return _strict(data, known) if b"\x1b" in data and known.startswith("iso2022") else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _known(declared: str | None) -> list[str]:
    """Return the codec of a declared encoding, read as browsers do; empty if it is none."""
    try:
        info = codecs.lookup((declared or "").strip())
    except (LookupError, ValueError):
        return []
    if not getattr(info, "_is_text_encoding", True):
        return []
    return [WESTERN if info.name in {"iso8859-1", "ascii"} else info.name]


def _guessed(name: str) -> Notice:
    return Notice(
        "encoding-guessed", None, f"the file does not say its encoding; it was read as {name}"
    )
