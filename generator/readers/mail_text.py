"""The text of a mail: paragraphs out of wrapped lines, quoting signs, what mail programs add.

Nothing is left out. A ``>`` is a markup sign that the view does without; signatures and
the header lines above a forwarded message keep their place and get a hint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from generator.model import Passage, Span
from generator.readers.text import ITEM, adjacent, is_wrapped, lines_of, was_full
from generator.resources import word_list

MAX_SIGNATURE = 25
"""Lines under a signature's dashes; below more of them lies text that somebody meant."""

MAX_FIELDS = 20
"""Header lines above a forwarded message; programs print four to ten."""

MAX_FOOT = 12
"""Lines below the heading of what a sender says of itself, which is the last thing in a release."""

_ABOUT = re.compile(r"(?:About|ABOUT)\s(?:the\s)?[A-Z\d][^.!?:]{1,80}$")
_CAUTION = re.compile(
    r"(?:cautionary (?:note|statements?|language)|forward[- ]looking (?:statements?|information)"
    r"|safe harbou?r|disclaimer|confidentiality notice)\b|this (?:e-?mail|message)\b.{0,80}\b"
    r"(?:confidential|privileged|intended (?:only|solely))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?:>[ \t]?){1,60}")
_DASHES = re.compile(r"--|__|—")
_SIGNS = re.compile(r"^[-–—_*=\s>]{0,60}|[-–—_*=:.\s]{0,60}$")
_ANSWER = re.compile(
    r"^(?:on|am|le|el|il|op|em|den|w dniu)\s.{6,240}\s(?:wrote|writes|schrieb|a écrit|escribió"
    r"|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?)\s?:$",
    re.IGNORECASE,
)


class Forwarded(msgspec.Struct, frozen=True):
    """The header lines of a message that a mail forwards; spans of their values."""

    sender: Span | None = None
    date: Span | None = None
    subject: Span | None = None


class Row(msgspec.Struct, frozen=True):
    """One line of a mail."""

    start: int
    """Where its quoting signs begin."""
    span: Span
    """Its words, without quoting signs."""
    depth: int = 0
    """How many quoting signs stand before it."""
    soft: bool = False
    """Whether the line says that the next goes on."""


def rows_of(words: str, *, flowed: bool) -> list[Row]:
    """Return the lines of a plain text; one of quoting signs alone joins the line below it.

    Args:
        words: The text.
        flowed: Whether a blank before a line's end says that the line goes on.
    """
    rows: list[Row] = []
    waiting: int | None = None
    for line in lines_of(words):
        signs = _QUOTED.match(words, line.start, line.end)
        start = signs.end() if signs else line.start
        start += len(words[start : line.end]) - len(words[start : line.end].lstrip())
        begin = line.start if waiting is None else waiting
        if start >= line.end:
            waiting = begin
            continue
        span = Span(start, line.end)
        soft = flowed and words[line.end : line.end + 1] == " " and span.of(words) != "--"
        rows.append(Row(begin, span, signs[0].count(">") if signs else 0, soft))
        waiting = None
    if waiting is not None:
        end = len(words.rstrip())
        rows.append(Row(waiting, Span(waiting, end)))
    return rows


def hints_of(words: str, rows: Sequence[Row]) -> tuple[list[str], Forwarded | None]:
    """Return what each line is beside running text, and the first forwarded message's header."""
    hints = ["blockquote" if row.depth else "" for row in rows]
    forwarded: Forwarded | None = None
    index = 0
    while index < len(rows):
        end, found = _header_block(words, rows, index)
        if end > index:
            hints[index:end] = ["header"] * (end - index)
            forwarded = forwarded or found
        else:
            end = max(_signature_end(words, rows, index), _foot_end(words, rows, index))
            hints[index:end] = ["footer"] * (end - index)
        index = max(end, index + 1)
    return hints, forwarded


def passages_of(
    words: str, rows: Sequence[Row], hints: Sequence[str]
) -> tuple[list[Passage], list[tuple[Span, str]]]:
    """Return the paragraphs of a plain text, and the edits that leave its signs out of the view."""
    running = [r.span for r, hint in zip(rows, hints, strict=True) if hint in {"", "blockquote"}]
    width = max((s.end - s.start for s in running), default=0) if is_wrapped(words, running) else 0
    passages: list[Passage] = []
    edits: list[tuple[Span, str]] = []
    for index, (row, hint) in enumerate(zip(rows, hints, strict=True)):
        above = rows[index - 1] if index else None
        if above and hint == passages[-1].hint and _goes_on(words, above, row, width):
            passages[-1] = Passage(Span(passages[-1].span.start, row.span.end), hint)
            edits.append((Span(above.span.end, row.span.start), " "))
            continue
        passages.append(Passage(Span(row.start, row.span.end), hint))
        if row.start < row.span.start:
            edits.append((Span(row.start, row.span.start), ""))
    return passages, edits


def _goes_on(words: str, above: Row, row: Row, width: int) -> bool:
    """Return whether a line continues the paragraph above: by its own word, or by the width."""
    if above.depth != row.depth or not adjacent(words, above.span, row.span):
        return False
    if above.soft:
        return True
    return (
        bool(width)
        and was_full(words, above.span, row.span, width)
        and not ITEM.match(words, row.span.start, row.span.end)
    )


def _header_block(words: str, rows: Sequence[Row], index: int) -> tuple[int, Forwarded | None]:
    """Return where the header lines that begin at a row end, and what they say; else the row."""
    line = rows[index].span.of(words)
    if _ANSWER.match(line):
        return index + 1, None
    two = f"{line} {rows[index + 1].span.of(words)}" if index + 1 < len(rows) else ""
    if len(two) < 300 and not line.endswith(":") and _ANSWER.match(two):
        return index + 2, None
    marked = len(line) < 120 and _SIGNS.sub("", line).casefold() in _forward_marks()
    first = index + marked
    fields: dict[str, Span] = {}
    end = first
    while end < min(len(rows), first + MAX_FIELDS) and (field := _field(words, rows[end].span)):
        fields.setdefault(*field)
        end += 1
    known = fields.keys() & {"from", "date", "subject"}
    if len(known) < (1 if marked else 3):
        return (first, None) if marked else (index, None)
    found = Forwarded(fields.get("from"), fields.get("date"), fields.get("subject"))
    return end, found


def _field(words: str, span: Span) -> tuple[str, Span] | None:
    """Return which header line a row is and where its value stands; None if it is none."""
    line = span.of(words)[:1000]
    name, colon, value = line.partition(":")
    field = _fields().get(name.strip(" *_").casefold()) if colon and len(name) < 24 else None
    if field is None:
        return None
    start = span.start + len(name) + 1
    value = words[start : span.end]
    lead = len(value) - len(value.lstrip(" *_\t"))
    end = start + len(value.rstrip(" *_\t"))
    return field, Span(min(start + lead, end), end)


def _signature_end(words: str, rows: Sequence[Row], index: int) -> int:
    """Return past the last line of the signature whose dashes stand at a row; else the row."""
    row = rows[index]
    if not _DASHES.fullmatch(row.span.of(words)):
        return index
    end = index + 1
    while end < len(rows) and rows[end].depth == row.depth:
        end += 1
        if end - index > MAX_SIGNATURE:
            return index
    return end


def _foot_end(words: str, rows: Sequence[Row], index: int) -> int:
    """Return past the last line of what senders put below their text; else the row.

    A caution or a notice is one paragraph; what a sender says of itself goes on to the end.
    """
    line = rows[index].span.of(words)[:400]
    if index and _CAUTION.match(line):
        end = index + 1
        while end < len(rows) and adjacent(words, rows[end - 1].span, rows[end].span):
            end += 1
        return end
    about = index >= len(rows) // 2 and len(line) < 90 and _ABOUT.match(line)
    return len(rows) if about and len(rows) - index <= MAX_FOOT else index


@cache
def _fields() -> dict[str, str]:
    rows = (row.partition(":") for row in word_list("readers", "mail_fields"))
    return {name: field for field, _, names in rows for name in names.split()}


@cache
def _forward_marks() -> frozenset[str]:
    return frozenset(word_list("readers", "forward_marks"))
