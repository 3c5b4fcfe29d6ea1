"""Capitalised runs without the people in them: "Norvik Group Chairman Tom Hale" is a house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.annotate.capitals import PARTICLES, Run
from generator.annotate.gazetteer import (
    is_opener,
    is_organisation,
    looks_like_organisation,
)
from generator.annotate.offices import closed_words, is_plural_role, is_title_word, titles
from generator.model import Span

_HEADS = frozenset(("CEO", "CFO", "COO", "CTO", "MP", "MPs", "MEP", "QC", "KC", "VP", "PM"))
"""Offices in capitals, which stand after the name of a house."""
_STUDIES = frozenset(("Poll", "Polls", "Survey", "Study", "Report", "Index"))
"""What a house gives its name to, and stays a house: "Norvik University Poll"."""


def taken_places(mentions: Iterable[Span]) -> frozenset[int]:
    """Return every position that lies in a mention."""
    return frozenset(at for span in mentions for at in range(span.start, span.end))


def without(runs: Iterable[Run], taken: frozenset[int], text: str) -> Iterator[Run]:
    """Yield the parts of runs that are not taken, in order, without titles at their borders.

    Args:
        runs: In the order of the text.
        taken: Positions that belong to names found before.
        text: The view.
    """
    for run in runs:
        if len(run.words) == 1 and run.span.start not in taken:
            yield run
            continue
        part: list[Span] = []
        for word in (*run.words, None):
            if word is not None and word.start not in taken:
                part.append(word)
                continue
            kept = _bare(part, text, before_name=word is not None)
            if kept:
                yield msgspec.structs.replace(run, words=tuple(kept))
            part = []


def _bare(part: list[Span], text: str, *, before_name: bool) -> list[Span]:
    """Return words without the offices around them: "Acting Norvik Group Chairman"."""
    words = list(part)
    while words and words[0].of(text) in PARTICLES:
        words.pop(0)
    while len(words) > 1 and _leads(words[0].of(text)):
        words.pop(0)
    plain = [word.of(text) for word in words]
    stop = len(plain)
    while stop and _goes_with_office(plain, stop):
        stop -= 1
    if before_name or (stop and _is_house(plain[:stop])):
        return words[:stop]
    if len(words) > 2 and plain[-1] in _STUDIES and _is_house(plain[:-1]):
        return words[:-1]
    return words


def _goes_with_office(plain: list[str], stop: int) -> bool:
    """Whether the last of some words is an office or stands before one: "Majority Leader"."""
    word = plain[stop - 1]
    if stop == len(plain):
        return word in _HEADS or is_title_word(word) or is_plural_role(word)
    before = word in titles("before") or is_opener(word)
    return is_title_word(word) or (before and not _is_house(plain[:stop]))


def _is_house(words: list[str]) -> bool:
    return looks_like_organisation(words) or is_organisation(" ".join(words))


def _leads(word: str) -> bool:
    """Whether a word stands before a name and is none of its words: "Mr", "Acting", "Two"."""
    return word in titles("polite") or word.casefold() in closed_words("passing")
