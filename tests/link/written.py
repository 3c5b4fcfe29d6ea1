"""Writes documents for the tests of links, in a notation that a person reads.

Every sentence is a claim of its own. ``<Ana Ruiz/direct|We will rebuild>`` marks
what somebody says; a speaker in capitals is a person, else the words for a group.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.link.sketches import Sketch, sketch
from generator.link.stage import KINDS, NOTHING
from generator.model import (
    Annotation,
    Block,
    Claim,
    Credit,
    DateRef,
    Figure,
    Known,
    Links,
    Outlet,
    Person,
    Published,
    Quotation,
    Source,
    Span,
    Title,
)

MARK = re.compile(r"<([^/|<>]+)/(\w+)\|([^<>]*)>")
CUES = re.compile(r"\b(?:said|says|denied|called|promised|according to)\b")


def written(
    name: str,
    *sentences: str,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = "2031-03-04",
    kinds: Mapping[int, str] | None = None,
    people: Sequence[Person] = (),
    credits_: Sequence[tuple[str, str | None]] = (),
    figures: Sequence[tuple] = (),
    dates: Mapping[str, str] | None = None,
    story: str | None = None,
    comment: int | None = None,
    points: int = 0,
) -> Annotation:
    """Return the annotation of an invented document.

    Args:
        name: Its id.
        sentences: Its body, in the notation above.
        title: Not part of the text.
        outlet: Who published it.
        published: ISO day.
        kinds: Kind of a claim by its number; "reported" unless given.
        people: Besides those who speak.
        credits_: Outlet, which stands in the text, and what it covers: a sentence as
            "0", the whole page as None, or "headline".
        figures: Words, value, unit, counts, period and, optionally, who says so.
        dates: ISO days by the words that name them.
        story: From the file beside the document.
        comment: From which sentence on an editor comments.
        points: How many sentences at the head are key points.
    """
    text, places, marks = _text(sentences)
    speaking = {s: f"p{n}" for n, s in enumerate(dict.fromkeys(m[0] for m in marks)) if _named(s)}
    quotations = tuple(_quotation(n, mark, text, places, speaking) for n, mark in enumerate(marks))
    return Annotation(
        id=name,
        source=Source(f"{name}.txt", None, "text/plain", ""),
        text=text,
        title=Title(title, None) if title else None,
        outlet=Outlet(outlet, None) if outlet else None,
        authors=(),
        published=Published(published, None, "stated") if published else None,
        dateline=None,
        tags=(),
        blocks=_blocks(places, text, credits_, comment, points),
        people=(*(person(s, id_=p) for s, p in speaking.items()), *people),
        organisations=(),
        places=(),
        dates=tuple(DateRef(_find(text, w), d, None, None, "") for w, d in (dates or {}).items()),
        quotations=quotations,
        claims=tuple(_claim(n, place, quotations, kinds or {}) for n, place in enumerate(places)),
        figures=tuple(_figure(n, row, text) for n, row in enumerate(figures)),
        captions=(),
        credits=tuple(
            Credit(
                outlet,
                _find(text, outlet),
                None if where in (None, "headline") else places[int(where)],
            )
            for outlet, where in credits_
        ),
        notices=(),
        story=story,
    )


def person(
    name: str, role: str | None = None, kind: str = "expert", id_: str | None = None
) -> Person:
    """Return a person whose words are nowhere in the text."""
    return Person(id_ or name.casefold().replace(" ", "-"), name, role, None, kind, ())


def joined(*annotations: Annotation, upto: str = "suggestions", known: Known = NOTHING) -> Links:
    """Return the links of these documents, kinds after ``upto`` left out."""
    links = Links()
    sketches = sketched(*annotations)
    for kind in KINDS:
        links = type(links)(
            **{
                name: kind.join(sketches, links, known)
                if name == kind.name
                else getattr(links, name)
                for name in links.__struct_fields__
            }
        )
        if kind.name == upto:
            break
    return links


def sketched(*annotations: Annotation) -> tuple[Sketch, ...]:
    """Return the sketches, sorted as joiners get them."""
    return tuple(sorted(map(sketch, annotations), key=lambda one: one.document))


def _text(sentences: Sequence[str]) -> tuple[str, list[Span], list[tuple[str, str, Span]]]:
    """Return the text, where each sentence stands, and each mark with its place."""
    text, places, marks = "", [], []
    for sentence in sentences:
        begin, last = len(text), 0
        for match in MARK.finditer(sentence):
            text += sentence[last : match.start()]
            marks.append((match[1], match[2], Span(len(text), len(text) + len(match[3]))))
            text += match[3]
            last = match.end()
        text += sentence[last:]
        places.append(Span(begin, len(text)))
        text += "\n\n"
    return text, places, marks


def _quotation(number, mark, text, places, speaking):
    """Return a quotation; its cue and source are found beside it in its own sentence."""
    name, type_, content = mark
    home = next(place for place in places if place.covers(content))
    free = text[home.start : content.start] + "\0" * (content.end - content.start)
    free += text[content.end : home.end]
    cue, source = CUES.search(free), re.search(rf"{re.escape(name)}(?:, an? [^,]*,)?", free)
    return Quotation(
        id=f"q{number}",
        type=type_,
        content=(content,),
        cue=tuple(Span(home.start + m.start(), home.start + m.end()) for m in (cue,) if m),
        source=tuple(Span(home.start + m.start(), home.start + m.end()) for m in (source,) if m),
        speaker=speaking.get(name),
        speaker_name=name,
        role=None,
        affiliation=None,
        via=None,
        flags=(),
        rule="written",
    )


def _claim(number, place, quotations, kinds):
    said = [q for q in quotations if any(place.overlaps(piece) for piece in q.content)]
    return Claim(
        id=f"c{number}",
        span=place,
        kind=kinds.get(number, "reported"),
        key=True,
        gap=False,
        attributed_to=said[0].speaker_name if said else None,
        speaker=said[0].speaker if said else None,
        via=None,
        hedges=(),
        limiters=(),
        modals=(),
        negations=(),
        conditions=(),
        quotations=tuple(q.id for q in said),
        figures=(),
        repeats=(),
    )


def _figure(number, row, text):
    words, value, unit, counts, period, *who = row
    low, high = value if isinstance(value, tuple) else (None, None)
    return Figure(
        id=f"f{number}",
        span=_find(text, words),
        value=None if low is not None else value,
        low=low,
        high=high,
        unit=unit,
        counts=counts,
        qualifier=None,
        period=period,
        attributed_to=who[0] if who else None,
        speaker=None,
    )


def _blocks(places, text, credits_, comment, points):
    """Return one block a sentence; the headline of an excerpt is that which names its outlet."""
    heads = [outlet for outlet, where in credits_ if where == "headline"]
    blocks = []
    for n, place in enumerate(places):
        kind = "key_point" if n < points else "body"
        if any(outlet in place.of(text) for outlet in heads):
            kind = "origin_headline"
        if comment is not None and n >= comment:
            kind = "editor_comment"
        blocks.append(Block(place, kind, None, n, 1.0))
    return tuple(blocks)


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _named(speaker: str) -> bool:
    return speaker[:1].isupper() and " " in speaker
