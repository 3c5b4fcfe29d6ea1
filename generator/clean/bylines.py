"""Who wrote it: names in a byline, and lines that are bylines."""

from __future__ import annotations

import re
from functools import cache

from generator.clean.cues import folded, phrases
from generator.clean.dates_stated import Day, days_in, has_date, month_names, without_date
from generator.model import Span
from generator.resources import word_list

MAX_NAMES = 8
"""A byline with more names is a list of something else."""

MAX_WORDS = 24
MAX_LENGTH = 220
"""Characters of a byline, roles and places of work included."""

BY = re.compile(
    r"^\W{0,3}(?:(?:article|story|words|text|written|reported|posted|published|analysis|opinion|commentary|review|report|interview|exclusive|compiled|edited|produced|contributed|updated)\s(?:and\s\w{4,9}\s)?)?"
    r"(?:by|von|par|por|di|door|af|av)(?:\b|(?-i:(?=[A-Z][a-z.])))\s{0,3}:?\s{0,3}|^\W{0,3}(?:authors?|writers?|reporters?|text|words|journalist|correspondent)\s{0,2}:\s{0,3}",
    re.IGNORECASE,
)
"""What a byline begins with."""

_WORD = (
    r"(?:(?:[A-Z]\.){2,3}|[^\W\d_a-z][\w’'`]{0,2}\."
    r"|[^\W\d_a-z][\w’'`]*(?:-[\w’'`]+){0,3})"
)
_PARTICLE = (
    r"(?:(?:de|del|della|der|den|di|da|dos|du|el|la|le|van|von|vom|zu|zur|ter|ten"
    r"|bin|bint|ibn|al|abu|y|e|st\.)\s|(?:al|el)-)"
)
_NAME = re.compile(
    rf"(?:Dr\.?\s|Prof\.?\s|Sir\s|Dame\s)?(?P<name>{_WORD}(?:\s{{1,2}}{_PARTICLE}{{0,2}}{_WORD}){{1,3}})"
)
_JOIN = re.compile(
    r"\s*(?:,\s*and\s+|,\s*&\s*|,\s*|;\s*|\s+[Aa]nd\s+|\s*&\s*|\s+with\s+|\s+und\s+|\s+et\s+|\s+y\s+)"
)
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?](?:\s+[A-Z][a-z]|$)")
_WITHIN = re.compile(
    r"(?:(?<=\d)|(?<=[\w)]\s)|(?<=[·|•⋅∙~–—,-]\s)|(?<=\s\s))"
    r"(?:(?:words\s)?(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported)\s)?[Bb][Yy]\s{1,3}(?=\w)"
)
"""The "by" in the midst of a line that states a day."""
_HANDLE = re.compile(
    r"(?P<name>[^\W\d_][\w.’'-]{1,30}(?:\s[^\W\d_][\w.’'-]{1,30})??)"
    r"(?=\s{0,3}(?:$|[|·•⋅∙~–—(]|\son\b|\sin\b|\sat\b|\s\d))"
)
MAX_ABBREVIATION = 5
_REVIEWED = re.compile(
    r"\.\s{1,3}(?=(?:Medically |Fact |Legally )?(?:[Rr]eviewed|[Cc]hecked|[Ee]dited|[Uu]pdated)\b)"
)
"""Where those begin who did something else than write."""

_APART = re.compile(r"\s*(?:$|[,|·•–—(@/-]|\s{2}|\b(?:and|with)\b)")
"""What may follow a bare name: nothing, or place and outlet behind a mark."""

_END_OF_NAMES = re.compile(
    r"\.?\s*(?:$|(?<=\.\s)|[|·•–—(@:/\n]|\s-\s|\s{2,}|,|\bfor\b|\bin\b|\bof\b|\bat\b|\bis\b|\bfrom\b|\bon\b|\d)"
)


def names_of(text: str, *, handles: bool = False) -> tuple[Span, ...]:
    """Return where the names of persons stand in a byline; empty if it names none.

    Only the names at its beginning count. Behind a comma a second name is one
    only in a list with a third or with "and": "Ana Ruiz, Evening Post" is one
    person and where she works.

    Args:
        text: One line.
        handles: Whether a single word behind "by" is a name too, as pages that
            state a day beside it sign with a first name or a handle.
    """
    at = _begin(text)
    end = min((d.span.start for d in _days(text) if d.span.start >= at), default=len(text))
    found = _listed(text[:end], at)
    if not found and handles and (BY.match(text) or _dated(text)):
        return _handle(text[:end], at)
    return found


def _listed(text: str, at: int) -> tuple[Span, ...]:
    """Return the names from a place on, joined by commas and "and"."""
    found: list[Span] = []
    joints: list[str] = []
    while len(found) < MAX_NAMES:
        name = _NAME.match(text, at)
        span = _person(text, Span(*name.span("name"))) if name else None
        if name is None or span is None:
            break
        joint = _JOIN.match(text, span.end)
        # An agency or a desk follows without a mark: the name ends where it begins.
        cut = span.end < name.end("name")
        if not (cut or joint or _END_OF_NAMES.match(text, span.end)):
            # Behind a comma this was no further name; at the beginning the line is a sentence.
            break
        found.append(span)
        if cut or not joint:
            break
        joints.append(joint[0].strip())
        at = joint.end()
    listed = len(found) > 2 or any(j not in {",", ";"} for j in joints[: len(found) - 1])
    return tuple(found) if listed else tuple(found[:1])


def _handle(text: str, at: int) -> tuple[Span, ...]:
    """Return the one or two words behind "by" as the name that they are; empty if they are none.

    A few capitals are an abbreviation of the outlet, and a function word begins no name.
    """
    match = _HANDLE.match(text, at)
    if not match:
        return ()
    span = Span(*match.span("name"))
    name = span.of(text)
    words = {word.casefold().strip(".,’'") for word in name.split()}
    short = name.isupper() and len(name) <= MAX_ABBREVIATION
    known = folded(name) in phrases("agencies") | phrases("furniture_lines")
    if short or known or words & (_stops() | not_names() | frozenset({"staff", "admin"})):
        return ()
    return (span,)


def _days(text: str) -> tuple[Day, ...]:
    """Return the days of a line; where numbers may be read in two ways it is not asked which."""
    return days_in(text, day_first=True) or days_in(text, day_first=False)


def is_byline(text: str) -> bool:
    """Return whether a line says by whom the page is, with a word that says so."""
    if len(text) > MAX_LENGTH or not (BY.match(text) or _dated(text)):
        return False
    rest = _REVIEWED.split(text[_begin(text) :].strip(), maxsplit=1)[0]
    if not rest:
        return True
    signed = rest[0].isupper() or bool(names_of(text, handles=True) and _is_short_stamp(rest))
    # A day in it makes it a stamp, whatever jest it ends with.
    sentence = _SENTENCE_END.search(rest) and not (
        BY.match(text) and days_in(rest) and names_of(text, handles=True)
    )
    return signed and len(rest.split()) <= MAX_WORDS and not sentence


def small_words(text: str) -> frozenset[str]:
    """Return the words that a text also writes small: a bare name is none of them."""
    return frozenset(_SMALL.findall(text))


_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]+")


def is_byline_word(text: str) -> bool:
    """Return whether a line is the word of a byline and nothing else: "By", "Written by:"."""
    match = BY.match(text)
    return match is not None and not text[match.end() :].strip()


def is_handle(text: str) -> bool:
    """Return whether a line is a word or two that may sign a page where "by" stands above it."""
    return bool(_handle(text.strip(), 0)) and len(text.split()) <= 2


def _is_short_stamp(rest: str) -> bool:
    """Return whether behind "by" stand a word or two, or a name beside a day or a count."""
    return len(rest.split()) <= 2 or has_date(rest) or any(mark in rest for mark in "|·•⋅")


def _begin(text: str) -> int:
    """Return where the names of a byline begin: behind "by", or behind the day before them."""
    match = BY.match(text) or _dated(text)
    if match:
        return match.end()
    front = len(text) - len(text.lstrip(_MARKS))
    days = _days(text)
    if days and days[0].span.start <= front:
        front = len(text) - len(text[days[0].span.end :].lstrip(_MARKS))
    return front


_MARKS = " \t-–—•*|·⋅,:"


MAX_BEFORE = 10
"""Words before the "by" of a stamp: a day, its clock, the reading time, a topic."""


def _dated(text: str) -> re.Match[str] | None:
    """Return the "by" in a line that also states a day."""
    match = _WITHIN.search(text) if len(text) <= MAX_LENGTH else None
    before = len(text[: match.start()].split()) if match else 0
    return match if match and before <= MAX_BEFORE and has_date(text) else None


def is_bare_byline(text: str) -> bool:
    """Return whether a line could be a name, or a name with place or outlet, and nothing else."""
    words = without_date(text) if has_date(text) else text
    plain = folded(words)
    if (
        not 2 <= len(words.split()) <= 8
        or plain in phrases("section_names")
        or plain in phrases("furniture_lines")
    ):
        return False
    names = names_of(words)
    rest = words[names[-1].end :] if names else words
    return (
        bool(names)
        and bool(_APART.match(rest))
        and not re.search(r"[.!?:;]$|[“”\"»]", words.strip())
        and not not_names() & {word.casefold() for n in names for word in n.of(words).split()}
    )


def _person(text: str, span: Span) -> Span | None:
    """Return the name without words of desks and places at its end; None if too little is left."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", span.of(text))]
    stops = _stops()
    for index, (start, end) in enumerate(words):
        word = span.of(text)[start:end].casefold().strip(".,’'")
        if word in stops or (index >= 2 and (word in month_names() or word in _AFTER_NAME)):
            words = words[:index] if index >= 2 else []
            break
    if len(words) < 2:
        return None
    whole = Span(span.start, span.start + words[-1][1])
    return None if days_in(whole.of(text)) else whole


_AFTER_NAME = frozenset(
    {"in", "on", "for", "at", "under", "last", "leave", "share", "posted", "and"}
)
"""What a field behind a name begins with where its blank or mark was lost."""


@cache
def not_names() -> frozenset[str]:
    """Return the words that no bare name holds: without "by", two capitals are often a link."""
    return frozenset(word_list("clean", "not_names"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(word_list("clean", "organisation_words"))
