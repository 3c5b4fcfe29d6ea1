"""What a mail states outright: its subject, its day, and the office or person who sent it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import msgspec

from generator.model import Span, Stated, Statements
from generator.readers.mail_text import Forwarded
from generator.resources import word_list

_ANSWERS = r"re|aw|sv|antw|odp|rif|ynt"
_PASSED_ON = r"fwd?|wg|tr|rv|vs|vb|doorst|enc|ilt"
_MARK = r"\s?(?:\[\d{1,3}\])?\s?:\s{0,9}"
_PREFIX = re.compile(rf"(?:(?:{_ANSWERS}|{_PASSED_ON}){_MARK}){{1,20}}", re.IGNORECASE)
_ANSWER = re.compile(rf"(?:{_ANSWERS}){_MARK}", re.IGNORECASE)

_SENDER = re.compile(
    r"[\"'“]?(?P<name>[^\"“”<>\[\]@]{2,200}[^\"“”<>\[\]@\s'])['\"”]?\s{0,9}(?:[<\[]|$)"
)
_ADDRESS = re.compile(r"[^\s<>@\[\]]{1,64}@(?P<domain>[\w.-]{1,253})")
_PERSON = re.compile(r"[^\W\d_][\w’'.-]{0,30}(?:\s[^\W\d_][\w’'.-]{0,30}){1,3}")
_RELEASE = re.compile(
    r"\b(?:for immediate release|(?:press|media|news) release|embargoed"
    r"|(?:media|press) contacts?)\b",
    re.IGNORECASE,
)
"""A mail with such words is sent by somebody who serves its author."""

_APART = re.compile(r"\s{0,3}[,(|–—]|\s-\s|\s(?:at|of|for|from|via)\s")
"""What stands between a person's name and where that person works."""

LEAST_NAME = 4
"""Letters of a sender's name that must stand in its domain, to be the name of an office."""


class _Head(msgspec.Struct, frozen=True):
    """The header lines that speak of the text: those of the mail or of what it passes on."""

    subject: Span | None
    sender: Span | None
    date: Span | None
    of: str


def without_prefix(subject: str) -> str:
    """Return a subject without ``Re:`` and ``Fwd:``; as it is if nothing else would be left."""
    prefix = _PREFIX.match(subject)
    return subject[prefix.end() :] or subject if prefix else subject


def find_statements(
    text: str, values: Mapping[str, Span], forwarded: Forwarded | None
) -> Statements:
    """Return what the header lines of a mail state.

    A mail that passes another on states what the other's header lines do: the day on
    which somebody passed a release on says nothing of the release.

    Args:
        text: The text of record.
        values: Where the value of each header line stands, the subject's without prefix.
        forwarded: The header lines of the message that the mail passes on or answers.
    """
    head = _head_of(text, values, forwarded)
    subject = head.subject
    sender = _sender(text, head.sender)
    office = sender if sender and _is_office(text, head.sender, sender.of(text)) else None
    person = sender if sender and not office and forwarded is None else None
    return Statements(
        title=_stated(text, subject, f"Subject line of the {head.of}"),
        outlet=_stated(text, office, f"From line of the {head.of}"),
        published=_stated(text, head.date, f"Date line of the {head.of}"),
        authors=_authors(text, person),
    )


def _head_of(text: str, values: Mapping[str, Span], forwarded: Forwarded | None) -> _Head:
    subject = values.get("Subject")
    before = text[: subject.start].rpartition("\n")[2] if subject else ""
    answers = bool(_ANSWER.match(before.removeprefix("Subject: ")))
    if forwarded is None or answers:
        return _Head(subject, values.get("From"), values.get("Date"), "mail")
    inner = forwarded.subject
    if inner:
        words = without_prefix(inner.of(text))
        inner = Span(inner.end - len(words), inner.end)
        # The mail's own line is the headline of the page where it says the same.
        inner = subject if subject and subject.of(text) == words else inner
    return _Head(inner or subject, forwarded.sender, forwarded.date, "forwarded mail")


def _sender(text: str, line: Span | None) -> Span | None:
    """Return the sender's name; None where the line gives an address alone."""
    found = _SENDER.match(line.of(text)[:600]) if line else None
    if not found or not line:
        return None
    return Span(line.start + found.start("name"), line.start + found.end("name"))


def _is_office(text: str, line: Span | None, name: str) -> bool:
    """Return whether a sender is an office or outlet: its name says so, or its domain has it."""
    address = _ADDRESS.search(line.of(text)[:600]) if line else None
    domain = re.sub(r"\W", "", address["domain"].casefold()) if address else ""
    if _has_office(name):
        first = _APART.split(name, maxsplit=1)[0]
        return first == name or not _is_person(first) or _is_named_in(domain, first)
    return _is_named_in(domain, name)


def _has_office(name: str) -> bool:
    """Return whether a name has a word, or two in a row, that only offices have."""
    words = re.findall(r"\w+", name.casefold())
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    return not _office_words().isdisjoint({*words, *pairs})


def _is_person(first: str) -> bool:
    """Return whether a person may be called so: what follows says where that person works."""
    article = first.casefold().startswith("the ")
    return bool(_PERSON.fullmatch(first)) and not article and not _has_office(first)


def _is_named_in(domain: str, name: str) -> bool:
    letters = "".join(re.findall(r"\w+", name.casefold()))
    return len(letters) >= LEAST_NAME and letters in domain


def _authors(text: str, person: Span | None) -> tuple[Stated, ...]:
    """Return the sender as the author if the text itself is signed with that name.

    Who sends a text need not have written it.
    """
    name = person.of(text) if person else ""
    if not person or not _PERSON.fullmatch(name) or _RELEASE.search(text):
        return ()
    signed = re.search(
        rf"^(?:by[ \t])?{re.escape(name)}[ \t]*$", text, re.IGNORECASE | re.MULTILINE
    )
    return (Stated(name, "From line of the mail", person),) if signed else ()


def _stated(text: str, span: Span | None, basis: str) -> Stated | None:
    return Stated(span.of(text), basis, span) if span and span.of(text).strip() else None


@cache
def _office_words() -> frozenset[str]:
    return frozenset(word_list("readers", "sender_offices"))
