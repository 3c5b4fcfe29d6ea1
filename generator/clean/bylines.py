"""Who wrote it: names in a byline, and lines that are bylines."""

from __future__ import annotations

import re
from functools import cache

from generator.clean.cues import folded, phrases
from generator.clean.dates_stated import days_in, has_date, month_names, without_date
from generator.model import Span
from generator.resources import word_list

MAX_NAMES = 8
"""A byline with more names is a list of something else."""

MAX_WORDS = 24
MAX_LENGTH = 220
"""Characters of a byline, roles and places of work included."""

BY = re.compile(
    r"^\W{0,3}(?:(?:article|story|words|text|written|reported|posted|published|analysis|opinion|commentary|review|report|interview|exclusive|compiled|edited|produced|contributed|updated)\s(?:and\s\w{4,9}\s)?)?"
    r"(?:by|von|par|por|di|door|af|av)\b\s{0,3}:?\s{0,3}|^\W{0,3}(?:authors?|writers?|reporters?|text|words|journalist|correspondent)\s{0,2}:\s{0,3}",
    re.IGNORECASE,
)
"""What a byline begins with."""

_WORD = r"(?:[^\W\d_a-z][\w’'`]*(?:-[\w’'`]+){0,3}\.?)"
_PARTICLE = (
    r"(?:(?:de|del|della|der|den|di|da|dos|du|el|la|le|van|von|vom|zu|zur|ter|ten"
    r"|bin|bint|ibn|al|abu|y|e|st\.)\s|(?:al|el)-)"
)
_NAME = re.compile(
    rf"(?:Dr\.?\s|Prof\.?\s|Sir\s|Dame\s)?(?P<name>{_WORD}(?:\s{{1,2}}{_PARTICLE}{{0,2}}{_WORD}){{1,3}})"
)
_JOIN = re.compile(
    r"\s*(?:,\s*and\s+|,\s*&\s*|,\s*|;\s*|\s+and\s+|\s*&\s*|\s+with\s+|\s+und\s+|\s+et\s+|\s+y\s+)"
)
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?](?:\s+[A-Z][a-z]|$)")
_AFTER_DATE = re.compile(r"[\w·|•–—-]\s{1,3}[Bb]y\s{1,3}(?=[^\W\d_a-z])")
_APART = re.compile(r"\s*(?:$|[,|·•–—(@/-]|\s{2}|\b(?:and|with)\b)")
"""What may follow a bare name: nothing, or place and outlet behind a mark."""

_END_OF_NAMES = re.compile(
    r"\s*(?:$|[|·•–—(@:/\n]|\s-\s|\s{2,}|,|\bfor\b|\bin\b|\bof\b|\bat\b|\bis\b|\bfrom\b|\bon\b|\d)"
)


def names_of(text: str) -> tuple[Span, ...]:
    """Return where the names of persons stand in a byline; empty if it names none.

    Only the names at its beginning count. Behind a comma a second name is one
    only in a list with a third or with "and": "Ana Ruiz, Evening Post" is one
    person and where she works.
    """
    at = _begin(text)
    found: list[Span] = []
    joints: list[str] = []
    while len(found) < MAX_NAMES:
        name = _NAME.match(text, at)
        span = _person(text, Span(*name.span("name"))) if name else None
        if name is None or span is None:
            break
        found.append(span)
        if span.end < name.end("name"):
            # An agency or a desk follows without a mark: the name ends where it begins.
            break
        joint = _JOIN.match(text, span.end)
        if not joint:
            if not _END_OF_NAMES.match(text, span.end):
                return ()
            break
        joints.append(joint[0].strip())
        at = joint.end()
    listed = len(found) > 2 or any(j not in {",", ";"} for j in joints[: len(found) - 1])
    return tuple(found) if listed else tuple(found[:1])


def is_byline(text: str) -> bool:
    """Return whether a line says by whom the page is, with a word that says so."""
    if len(text) > MAX_LENGTH or not (BY.match(text) or _dated(text)):
        return False
    rest = text[_begin(text) :].strip()
    if not rest:
        return True
    return rest[0].isupper() and len(rest.split()) <= MAX_WORDS and not _SENTENCE_END.search(rest)


def _begin(text: str) -> int:
    """Return where the names of a byline begin."""
    match = BY.match(text) or _dated(text)
    return match.end() if match else len(text) - len(text.lstrip(" \t-–—•*|"))


def _dated(text: str) -> re.Match[str] | None:
    """Return the "by" that follows a date on the same line."""
    match = _AFTER_DATE.search(text) if len(text) <= MAX_LENGTH else None
    return match if match and has_date(text[: match.start() + 1]) else None


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
    )


def _person(text: str, span: Span) -> Span | None:
    """Return the name without words of desks and places at its end; None if too little is left."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", span.of(text))]
    stops = _stops()
    for index, (start, end) in enumerate(words):
        word = span.of(text)[start:end].casefold().strip(".,’'")
        if word in stops or (index >= 2 and word in month_names()):
            words = words[:index] if index >= 2 else []
            break
    if len(words) < 2:
        return None
    whole = Span(span.start, span.start + words[-1][1])
    return None if days_in(whole.of(text)) else whole


@cache
def _stops() -> frozenset[str]:
    return frozenset(word_list("clean", "organisation_words"))
