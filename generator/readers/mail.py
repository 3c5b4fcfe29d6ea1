"""Mails: Subject, From and Date lines, then the text that a mail program would show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from generator.errors import UnreadableError
from generator.model import Extract, Passage, Source, Span, Stated
from generator.readers.html import parse_page
from generator.readers.html_text import render
from generator.readers.mail_message import Text, attachments_of, header, parse, texts_of
from generator.readers.mail_statements import find_statements, without_prefix
from generator.readers.mail_text import Forwarded, Row, hints_of, passages_of, rows_of
from generator.readers.mojibake import damage_notices, find_mojibake, with_repairs

FIELDS = ("Subject", "From", "Date")

REPEATED_WITHIN = 8
"""Lines at the head of a mail among which its subject may stand again, as the headline."""


class _Stretch(msgspec.Struct, frozen=True):
    """A stretch of the text of record; its spans count from its own beginning."""

    words: str
    passages: tuple[Passage, ...]
    edits: tuple[tuple[Span, str], ...] = ()
    forwarded: Forwarded | None = None


def read_mail(data: bytes, source: Source) -> Extract:
    """Read a mail; attachments are documents of their own and no part of its text.

    Raises:
        UnreadableError: If it has no text to read, or is no mail that can be taken apart.
    """
    message = parse(data)
    texts = texts_of(message)
    stretches = [_page(one) if one.is_html else _plain(one) for one in texts]
    stretches = [one for one in stretches if one.passages]
    if not stretches:
        names = ", ".join(one.name for one in attachments_of(message)[:3])
        raise UnreadableError(
            "the mail holds no text" + (f"; attached are {names}" if names else "")
        )
    fields = {name: header(message, name) for name in FIELDS}
    head, values = _head(fields)
    whole = _joined([head, *stretches] if head.words else stretches)
    stated = find_statements(whole.words, values, whole.forwarded)
    damaged = find_mojibake(whole.words)
    notices = tuple(dict.fromkeys(notice for one in texts for notice in one.notices))
    return Extract(
        source=source,
        text=whole.words,
        passages=_with_headline(whole, stated.title),
        stated=stated,
        edits=with_repairs(whole.edits, damaged),
        notices=notices + damage_notices(whole.words, damaged),
    )


def _head(fields: Mapping[str, str]) -> tuple[_Stretch, dict[str, Span]]:
    """Return the header lines, and where the value of each stands; the view shows the headline."""
    lines: list[str] = []
    passages: list[Passage] = []
    edits: list[tuple[Span, str]] = []
    values: dict[str, Span] = {}
    start = 0
    for name, value in fields.items():
        if not value:
            continue
        line = f"{name}: {value}"
        at, end = start + len(name) + 2, start + len(line)
        if name == "Subject":
            at = end - len(without_prefix(value))
            edits.append((Span(start, at), ""))
        values[name] = Span(at, end)
        passages.append(Passage(Span(start, end), "time" if name == "Date" else "header"))
        lines.append(line)
        start = end + 1
    return _Stretch("\n".join(lines), tuple(passages), tuple(edits)), values


def _plain(text: Text) -> _Stretch:
    words = text.words.rstrip("\n")
    rows = rows_of(words, flowed=text.flowed)
    hints, forwarded = hints_of(words, rows)
    passages, edits = passages_of(words, rows, hints)
    return _Stretch(words, tuple(passages), tuple(edits), forwarded)


def _page(text: Text) -> _Stretch:
    """Return a text that is set as a page: its lines, with what mail programs add marked too."""
    words, runs = render(parse_page(text.words))
    hints, forwarded = hints_of(words, [Row(run.span.start, run.span) for run in runs])
    passages = (Passage(run.span, hint or run.hint) for run, hint in zip(runs, hints, strict=True))
    return _Stretch(words, tuple(passages), (), forwarded)


def _joined(stretches: Iterable[_Stretch]) -> _Stretch:
    """Return all stretches as one, a blank line between two."""
    text = ""
    passages: list[Passage] = []
    edits: list[tuple[Span, str]] = []
    forwarded: Forwarded | None = None
    for one in stretches:
        text += "\n\n" if text else ""
        by = len(text)
        passages += [Passage(_moved(p.span, by), p.hint) for p in one.passages]
        edits += [(_moved(span, by), to) for span, to in one.edits]
        if forwarded is None and one.forwarded:
            sender, date, subject = (
                span and _moved(span, by) for span in msgspec.structs.astuple(one.forwarded)
            )
            forwarded = Forwarded(sender, date, subject)
        text += one.words
    return _Stretch(text, tuple(passages), tuple(edits), forwarded)


def _with_headline(whole: _Stretch, title: Stated | None) -> tuple[Passage, ...]:
    """Mark the subject as the headline, and the line of the text that only says it again."""
    if title is None or title.span is None:
        return whole.passages
    key = _key(title.value)
    passages = list(whole.passages)
    for index, passage in enumerate(passages[: len(FIELDS) + REPEATED_WITHIN]):
        words = passage.span.of(whole.words)[:1000]
        if passage.span.covers(title.span):
            passages[index] = Passage(passage.span, "h1")
        elif _key(words) == key and not words.endswith("."):
            passages[index] = Passage(passage.span, "header")
    return tuple(passages)


def _key(words: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in words.casefold()).split()


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
