"""Organisations and places, by the lists, by the shape of their names and by what stands beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from generator.annotate.capitals import Run, find_runs
from generator.annotate.gazetteer import (
    begins_organisation,
    folded,
    is_acronym,
    is_demonym,
    is_organisation,
    is_place,
    looks_like_organisation,
    looks_like_place,
)
from generator.annotate.offices import is_title_word, titles
from generator.annotate.outlets import is_known_outlet, looks_like_outlet
from generator.annotate.sentences import SPOKEN
from generator.ids import item_ids
from generator.model import Document, Layers, Organisation, Place, Span
from generator.resources import word_list

KINDS = SPOKEN | {"byline", "dateline", "tags"}
"""Kinds of block in which names count; related links and furniture name nothing."""

_ACTS = re.compile(
    r"(?:,\swhich\b|\s(?:has\s|had\s)?(?:said|says|denied|announced|reported|declined)\s(?:\w+day\s)?(?:that\s)?its?\b"
    r"|[’']s\s(?:shares|offices|headquarters|chief|spokes\w+)\b)"
)
_OF_HOUSE = re.compile(
    r"\b(?:company|firm|group|brokerage|consultancy|charity|maker|agency|union|bank|shares in)\s$"
)
_LOCATED = re.compile(r"(?:^|\s)(?P<what>\w*)\s*\b(?:in|near|outside|across|around)\s+$")
_HELD = frozenset(("shares", "stake", "stakes", "interest", "investors", "stock", "confidence"))
"""What one has in a company: "shares in Norvik" is no place."""
_OF = re.compile(r"\s+(?:of|for|on)\s+(?:the\s+)?")
_OWNED = re.compile(r"\s+&\s+|[’']\s+")
_NUMBER = re.compile(r"(?P<number>(?:\sof)?\s\d{1,4}\b)(?!\s(?:percent|per|million|years|people))")
_PERIOD = re.compile(r"\d{2,4}\b|\s?\d{1,4}\b")


def find_organisations(document: Document, found: Layers) -> tuple[Organisation, ...]:
    """Find the organisations that a document names.

    Args:
        document: A cleaned document.
        found: Layers so far; reads ``people``, whose mentions are no organisations.

    Returns:
        Sorted by first mention; a name stands in ``mentions`` wherever the same words do.
    """
    text = document.text
    runs = tuple(r for r in find_runs(document, KINDS) if not r.headline or _is_listed(r, text))
    taken = _taken(m for person in found.people for m in person.mentions)
    spans = [
        _grown(document.text, runs, i) for i, run in enumerate(runs) if run.span.start not in taken
    ]
    heads = _dateline_places(document)
    free = [s for s in spans if s.start not in taken and folded(s.of(text)) not in heads]
    houses = {folded(p.affiliation) for p in found.people if p.affiliation and p.kind != "official"}
    named = _same_words(text, free, lambda t, s: _is_organisation(t, s, houses))
    ids = item_ids(document.id, "organisation", [name for name, _ in named])
    return tuple(
        Organisation(id_, name, mentions) for id_, (name, mentions) in zip(ids, named, strict=True)
    )


def find_places(document: Document, found: Layers) -> tuple[Place, ...]:
    """Find the places that a document names.

    Args:
        document: A cleaned document.
        found: Layers so far; a mention of a person or an organisation is no place.

    Returns:
        Sorted by first mention. A demonym ("Russian") is no place, "Russia’s" is.
    """
    houses = (m for one in found.organisations for m in one.mentions)
    taken = _taken((*(m for person in found.people for m in person.mentions), *houses))
    runs = find_runs(document, KINDS)
    spans = [
        part for run in runs for part in _places_in(document.text, run) if part.start not in taken
    ]
    heads = _dateline_places(document)
    named = _same_words(document.text, spans, lambda t, s: _is_place(t, s, heads))
    ids = item_ids(document.id, "location", [name for name, _ in named])
    return tuple(Place(id_, name, spans) for id_, (name, spans) in zip(ids, named, strict=True))


def _dateline_places(document: Document) -> frozenset[str]:
    """Return the place of the dateline, which no list need know."""
    dateline = document.meta.dateline
    return frozenset((folded(dateline.place),) if dateline and dateline.place else ())


def _taken(mentions: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for span in mentions for at in range(span.start, span.end))


def _same_words(
    text: str, spans: list[Span], test: Callable[[str, Span], bool]
) -> list[tuple[str, tuple[Span, ...]]]:
    """Group spans of the same words; keep a group if the test holds for one of its places."""
    groups: dict[str, list[Span]] = {}
    for span in sorted(set(spans)):
        groups.setdefault(folded(span.of(text)), []).append(span)
    return [
        (places[0].of(text), tuple(places))
        for places in groups.values()
        if any(test(text, place) for place in places[:40])
    ]


def _grown(text: str, runs: tuple[Run, ...], index: int) -> Span:
    """Join a run with the next where a name goes on: "Ministry of Fisheries", "Owners’ League"."""
    words = list(runs[index].words)
    while len(words) > 1 and words[0].of(text) in titles("polite"):
        words.pop(0)
    start, end = words[0].start, words[-1].end
    for following in runs[index + 1 : index + 3]:
        gap = text[end : following.words[0].start]
        if not _goes_on(text[start:end], gap, [word.of(text) for word in following.words]):
            break
        end = following.words[-1].end
    number = _NUMBER.match(text, end)
    counted = number and text[start:end].endswith(("Local", "Group", "Division", "Unit", "Lodge"))
    return Span(start, number.end("number") if counted and number else end)


def _goes_on(name: str, gap: str, following: list[str]) -> bool:
    """Whether what stands between two runs joins them into one name."""
    if _OF.fullmatch(gap):
        return begins_organisation(name.rsplit(maxsplit=1)[-1])
    return bool(_OWNED.fullmatch(gap)) and looks_like_organisation(["", *following])


def _is_listed(run: Run, text: str) -> bool:
    """Whether a run is known by name: in a line of capitals nothing else can be told."""
    return is_organisation(run.span.of(text)) or is_known_outlet(run.span.of(text))


def _is_organisation(text: str, span: Span, houses: set[str]) -> bool:
    """Whether a name is an organisation where it stands, or the house of one of the people."""
    name = span.of(text)
    words = name.split()
    if is_organisation(name) or is_known_outlet(name):
        return True
    if is_place(name) or (len(words) == 1 and (is_demonym(name) or is_title_word(name))):
        return False
    if len(words) == 1 and is_acronym(name):
        return "." not in name and name not in word_list("annotate", "no_acronyms")
    shaped = looks_like_organisation(words) or looks_like_outlet(name)
    if (
        shaped
        or folded(name) in houses
        or (len(words) > 1 and begins_organisation(words[0]) and " of " in name)
    ):
        return True
    before = text[max(0, span.start - 24) : span.start]
    return bool(_ACTS.match(text, span.end, span.end + 60) or _OF_HOUSE.search(before))


def _places_in(text: str, run: Run) -> Iterator[Span]:
    """Yield the whole run and, where it is none by the lists, the known places inside it."""
    words = list(run.words)
    if is_place(run.span.of(text)) or (len(words) == 1 and not run.headline):
        yield run.span
        return
    inside = [
        Span(words[i].start, words[j].end)
        for i in range(len(words))
        for j in range(min(len(words) - 1, i + 3), i - 1, -1)
        if is_place(text[words[i].start : words[j].end]) and not (i == 0 and j == len(words) - 1)
    ]
    plain = [word.of(text) for word in words]
    if not run.headline and (looks_like_place(plain) or not inside):
        yield run.span
        return
    end = -1
    for span in inside:
        if span.start >= end:
            yield span
            end = span.end


def _is_place(text: str, span: Span, heads: frozenset[str]) -> bool:
    name = span.of(text)
    words = name.split()
    if is_place(name) or folded(name) in heads:
        return True
    if len(words) == 1 and (is_demonym(name) or is_title_word(name) or is_acronym(name)):
        return False
    if looks_like_organisation(words) or is_organisation(name) or is_known_outlet(name):
        return False
    located = _LOCATED.search(text[max(0, span.start - 24) : span.start])
    inside = located is not None and located["what"].casefold() not in _HELD
    return looks_like_place(words) or (inside and not _PERIOD.match(text, span.end))
