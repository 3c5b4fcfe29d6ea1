"""Invented documents with their annotations, as many as wanted; the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from generator.model import (
    Annotation,
    Block,
    Claim,
    Figure,
    Outlet,
    Person,
    Published,
    Quotation,
    Source,
    Span,
    Title,
)

# fmt: off
FIRST = [
    "Ana", "Bo", "Ida", "Lin", "Odo", "Petra", "Sven", "Miriam", "Jonas", "Greta", "Tomas",
    "Nadia", "Erik", "Paola", "Harald",
]
LAST = [
    "Ruiz", "Lind", "Berg", "Wei", "Oakes", "Adeku", "Sorel", "Harlan", "Kowal", "Ferrow",
    "Istrate", "Rinaldi", "Voss", "Maas",
]
PLACES = [
    "Ostby", "Norvik", "Halden", "Bruxton", "Arden", "Bellmar", "Torvale", "Sarn", "Lorn",
    "Corvin", "Kestrel", "Lowmere",
]
NOUNS = [
    "harbour", "bridge", "court", "bank", "clinic", "school", "ferry", "quota", "budget",
    "strike", "store", "ballot", "licence", "pump", "tower", "railway", "vaccine", "tariff",
    "dam", "festival", "museum", "refinery", "glacier", "orchard", "tunnel", "archive", "market",
    "convoy", "reservoir", "stadium", "satellite", "lighthouse", "monastery", "turbine",
    "granary", "viaduct",
]
VERBS = [
    "opened", "closed", "delayed", "approved", "rejected", "inspected", "flooded", "sold",
    "repaired", "counted",
]
ADJECTIVES = [
    "old", "northern", "public", "private", "damaged", "crowded", "empty", "costly", "planned",
    "remote",
]
TIMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# fmt: on


def sentence(chance: random.Random, names: Sequence[str], things: Sequence[str]) -> str:
    """Return one sentence with names and things out of the given ones."""
    thing, other = chance.choice(things), chance.choice(things)
    name, place = chance.choice(names), chance.choice(PLACES)
    shape = chance.randrange(5)
    number = chance.randrange(11, 99_999)
    verb, adjective = chance.choice(VERBS), chance.choice(ADJECTIVES)
    day = chance.choice(TIMES)
    return (
        f"The {adjective} {thing} in {place} was {verb} on {day} after {number:,} complaints.",
        f"{name} {verb} the {thing} near the {adjective} {other} of {place}.",
        f"Some {number:,} people use the {thing} every year, and the {other} is {adjective}.",
        f"In {place} the {other} and the {thing} were {verb} by {name} for {number:,} crowns.",
        f"Nobody in {place} had {verb} a {adjective} {thing} since {1900 + number % 130}.",
    )[shape]


def bare(name: str, paragraphs: Iterable[str]) -> Annotation:
    """Return a document that is all body."""
    return annotated(name, list(paragraphs), [], [])


def report(name: str, chance: random.Random, event: int) -> Annotation:
    """Return a report of one event: two statements, a figure, and sentences of its own.

    Reports of one event share people, statements and figures, told in other words.
    """
    common = random.Random(event)
    speaker = f"{common.choice(FIRST)} {common.choice(LAST)}{event}"
    things = [f"{common.choice(NOUNS)}{event % 977}", *common.sample(NOUNS, 3)]
    number = common.randrange(100, 90_000)
    lead = f"The {things[0]} of {common.choice(PLACES)} lost {number:,} visitors"
    said = f"we will only rebuild the {things[1]} if the {things[2]} is paid for"
    told = f"they would rebuild the {things[1]}" if chance.random() < 0.5 else said
    body = [
        f"{lead} {chance.choice(('this year', 'in a year', 'within months'))}.",
        f"{speaker} said that {told}.",
        *(sentence(chance, [speaker], things) for _ in range(6)),
    ]
    quotations = [(1, speaker, told)]
    return annotated(name, body, quotations, [(0, f"{number:,}", number, "visitors")])


def annotated(
    name: str,
    body: Sequence[str],
    said: Sequence[tuple[int, str, str]],
    counted: Sequence[tuple[int, str, int, str]],
) -> Annotation:
    """Return the annotation of a document of which each string is a paragraph and a claim."""
    text = "\n\n".join(body)
    places, start = [], 0
    for one in body:
        places.append(Span(start, start + len(one)))
        start += len(one) + 2
    people = tuple(
        Person(f"p{n}", who, "engineer", None, "expert", (_find(body[at], places[at], who),))
        for n, (at, who, _) in enumerate(said)
    )
    quotations = tuple(
        Quotation(
            f"q{n}", "indirect", (_find(body[at], places[at], words),), (), (),
            f"p{n}", who, None, None, None, (), "generated",
        )
        for n, (at, who, words) in enumerate(said)
    )  # fmt: skip
    figures = tuple(
        Figure(
            f"f{n}", _find(body[at], places[at], words), value, None, None, None, thing,
            None, None, None, None,
        )
        for n, (at, words, value, thing) in enumerate(counted)
    )  # fmt: skip
    return Annotation(
        id=name,
        source=Source(f"{name}.txt", None, "text/plain", ""),
        text=text,
        title=Title(body[0][:60], None) if said else None,
        outlet=Outlet(f"Outlet {name}", None),
        authors=(),
        published=Published("2031-03-04", None, "generated"),
        dateline=None,
        tags=(),
        blocks=tuple(Block(place, "body", None, n, 1.0) for n, place in enumerate(places)),
        people=people,
        organisations=(),
        places=(),
        dates=(),
        quotations=quotations,
        claims=tuple(_claims(places, said, counted)) if said else (),
        figures=figures,
        captions=(),
        credits=(),
        notices=(),
    )


def _claims(places, said, counted):
    for n, place in enumerate(places):
        held = [i for i, row in enumerate(said) if row[0] == n]
        yield Claim(
            id=f"c{n}", span=place, kind="reported", key=False, gap=False,
            attributed_to=said[held[0]][1] if held else None,
            speaker=f"p{held[0]}" if held else None, via=None,
            hedges=(), limiters=(), modals=(), negations=(), conditions=(),
            quotations=tuple(f"q{i}" for i in held),
            figures=tuple(f"f{i}" for i, row in enumerate(counted) if row[0] == n), repeats=(),
        )  # fmt: skip


def _find(paragraph: str, place: Span, words: str) -> Span:
    start = place.start + paragraph.index(words)
    return Span(start, start + len(words))
