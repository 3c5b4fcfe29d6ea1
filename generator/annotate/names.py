"""Organisations and places, by the lists, by the shape of their names and by what stands beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.annotate.candidates import surname
from generator.annotate.capitals import Run, find_runs
from generator.annotate.free_runs import taken_places, without
from generator.annotate.gazetteer import (
    begins_organisation,
    begins_thing,
    folded,
    is_acronym,
    is_demonym,
    is_event,
    is_everyday,
    is_family_word,
    is_known_demonym,
    is_legislature,
    is_organisation,
    is_place,
    is_subject,
    looks_like_organisation,
    looks_like_place,
)
from generator.annotate.given import is_telling
from generator.annotate.offices import is_house, is_title_word
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
_OF = re.compile(r"\s+(?P<by>of|for|on)\s+(?:the\s+)?")
_ON = frozenset(("Council", "Committee", "Commission", "Conference", "Center", "Institute"))
"""Houses that are called by what they are about: "Council on Foreign Relations"."""
_BRANCHES = ("Department", "Ministry", "Office", "Bureau", "Secretariat", "Faculty", "Institute")
_REGULATORS = ("Commission", "Administration", "Authority", "Agency", "Service", "Board", "Council")
"""Houses with two fields in their names: "Food and Drug Administration"."""
_CHAMBERS = ("House ", "Senate ", "Joint ")
_TELLS = re.compile(
    r"\s(?:has\s|had\s|also\s|first\s)?(?:said|says|reported|reports|wrote|writes)\b"
)
_TOLD = re.compile(r"\b(?:told|according to) [Tt]he\s+$")
_BEGINS = re.compile(r"(?:^|[.!?:;“”\"‘\n]|[-–—•]\s)\s*$")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_ROMAN = re.compile(r"[IVXLC]+|[A-Z]{1,2}\d+")
"""Numbers and model names, which look like the short name of a house: "XVII", "B52"."""
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
    taken = taken_places(m for person in found.people for m in person.mentions)
    runs = tuple(without(find_runs(document, KINDS), taken, text))
    runs = tuple(r for r in runs if not r.headline or _is_listed(r, text))
    spans = _all_grown(text, runs)
    heads = _dateline_places(document)
    names = _names_of_people(text, found)
    free = [s for s in spans if folded(s.of(text)) not in heads]
    houses = {folded(p.affiliation) for p in found.people if p.affiliation and p.kind != "official"}
    houses = {house for house in houses if not _names_person(house, names)}
    named = _same_words(
        text, free, lambda t, s: _is_organisation(t, s, houses) and folded(s.of(t)) not in names
    )
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
    text = document.text
    houses = (m for one in found.organisations for m in one.mentions)
    taken = taken_places((*(m for person in found.people for m in person.mentions), *houses))
    runs = without(find_runs(document, KINDS), taken, text)
    spans = [part for run in runs for part in _places_in(text, run)]
    heads = _dateline_places(document)
    names = _names_of_people(text, found)
    named = _same_words(text, spans, lambda t, s: _is_place(t, s, heads, names))
    ids = item_ids(document.id, "location", [name for name, _ in named])
    return tuple(Place(id_, name, spans) for id_, (name, spans) in zip(ids, named, strict=True))


def _names_of_people(text: str, found: Layers) -> frozenset[str]:
    """Return the folded forms by which the people are called."""
    forms = {span.of(text) for person in found.people for span in person.mentions}
    whole = {person.name for person in found.people}
    lasts = {surname(tuple(name.split())) for name in whole}
    return frozenset(folded(form) for form in {*forms, *whole, *lasts})


def _names_person(house: str, names: frozenset[str]) -> bool:
    """Whether what a person belongs to is another person: an aide to "President Hale"."""
    words = house.split()
    tails = {" ".join(words[i:]) for i in range(len(words))}
    return bool(tails & names) or (len(words) > 1 and is_title_word(words[0]))


def _dateline_places(document: Document) -> frozenset[str]:
    """Return the place of the dateline, which no list need know."""
    dateline = document.meta.dateline
    return frozenset((folded(dateline.place),) if dateline and dateline.place else ())


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


def _all_grown(text: str, runs: tuple[Run, ...]) -> list[Span]:
    """Return each run with what its name goes on with; a run that was taken in is none itself."""
    spans: list[Span] = []
    for index, run in enumerate(runs):
        if not spans or run.span.start >= spans[-1].end:
            spans.append(_grown(text, runs, index))
    return spans


def _grown(text: str, runs: tuple[Run, ...], index: int) -> Span:
    """Join a run with the next where a name goes on: "Ministry of Fisheries", "Owners’ League"."""
    start, end = runs[index].span.start, runs[index].span.end
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
    head = name.rsplit(maxsplit=1)[-1]
    if of := _OF.fullmatch(gap):
        about = of["by"] != "on" or head in _ON
        return about and begins_organisation(head)
    if gap == " and ":
        # "Department of Health and Human Services" goes on, "Bank of Norvik and Hale Group" not.
        if name.startswith(_CHAMBERS) and following[-1] in ("Committee", "Subcommittee"):
            return True
        if name.endswith(_fields()) and following[-1] in _REGULATORS:
            return True
        begun = any(f"{word} of " in name for word in _BRANCHES)
        return begun and not (is_house(" ".join(following)) and following[-1] != "Services")
    return bool(_OWNED.fullmatch(gap)) and looks_like_organisation(["", *following])


def _fields() -> tuple[str, ...]:
    return word_list("annotate", "house_fields")


def _is_listed(run: Run, text: str) -> bool:
    """Whether a run is known by name: in a line of capitals nothing else can be told."""
    return is_organisation(run.span.of(text)) or is_known_outlet(run.span.of(text))


def _is_organisation(text: str, span: Span, houses: set[str]) -> bool:
    """Whether a name is an organisation where it stands, or the house of one of the people."""
    name = span.of(text)
    before = text[max(0, span.start - 24) : span.start]
    if is_organisation(name) or is_known_outlet(name):
        if is_place(name):
            # "The Atlantic reported", and boats cross the Atlantic.
            return bool(_TELLS.match(text, span.end) or _TOLD.search(before))
        return not (is_everyday(name) and _BEGINS.search(before))
    words = name.split()
    if is_place(name) or is_event(words) or begins_thing(name) or _is_common(words):
        return False
    if (len(words) == 1 and is_acronym(name)) or _has_shape(words, before):
        return True
    if is_legislature(words) or folded(name) in houses:
        return True
    return bool(_ACTS.match(text, span.end, span.end + 60) or _OF_HOUSE.search(before))


def _is_common(words: list[str]) -> bool:
    """Whether one word is an origin, an office, a number or a short form that is no house."""
    name = words[0]
    if len(words) > 1:
        return False
    if is_acronym(name):
        number = "." in name or _ROMAN.fullmatch(name)
        return bool(number) or name in word_list("annotate", "no_acronyms")
    return is_demonym(name) or is_title_word(name)


def _has_shape(words: list[str], before: str) -> bool:
    """Whether a name is shaped as a house or an outlet; "Guest Star" is no newspaper."""
    name = " ".join(words)
    if looks_like_organisation(words):
        return True
    if len(words) > 1 and begins_organisation(words[0]) and " of " in name:
        return True
    unsure = words[-1] in word_list("annotate", "outlet_words_unsure")
    return looks_like_outlet(name) and (not unsure or bool(_ARTICLE.search(before)))


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
    # "Obama White House" is the White House, and "South Florida" is no Florida.
    ends = any(span.end == words[-1].end and " " in span.of(text) for span in inside)
    if not run.headline and ((looks_like_place(plain) and not ends) or not inside):
        yield run.span
        return
    end = -1
    for span in inside:
        if span.start >= end:
            yield span
            end = span.end


def _is_place(text: str, span: Span, heads: frozenset[str], names: frozenset[str]) -> bool:
    """Whether a name is a place where it stands; a person's name is one by the list only."""
    name = span.of(text)
    words = name.split()
    before = text[max(0, span.start - 24) : span.start]
    if is_place(name) or folded(name) in heads:
        return not (is_everyday(name) and _BEGINS.search(before))
    if folded(name) in names or _is_no_place(words):
        return False
    located = _LOCATED.search(before)
    inside = located is not None and located["what"].casefold() not in _HELD
    inside = inside and not _PERIOD.match(text, span.end)
    if len(words) > 1 and is_telling(words[0]) and is_family_word(words[-1]):
        # "Tom Park" is a man unless the words say that one can be there.
        return inside or bool(_ARTICLE.search(before))
    return looks_like_place(words) or (inside and not is_telling(words[0]))


def _is_no_place(words: list[str]) -> bool:
    """Whether words that no list knows as a place are something else by list or shape."""
    name, last = " ".join(words), words[-1]
    if len(words) == 1 and (is_title_word(name) or is_acronym(name) or is_subject(name)):
        return True
    inhabitants = len(words) == 2 and last.endswith(("ans", "ers", "ites"))
    if is_demonym(last) or is_known_demonym(last.removesuffix("s")):
        return True
    if inhabitants and words[0] in ("North", "South", "East", "West", "New"):
        return True
    house = looks_like_organisation(words) or is_organisation(name) or is_legislature(words)
    return house or is_event(words) or is_known_outlet(name)
