"""Figures: every number that the text states, with its value, unit and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from generator.annotate.attribution import Attribution, Voices
from generator.annotate.counted import asked_for, counted_thing
from generator.annotate.exclusions import counts_nothing, masks
from generator.annotate.periods import period_of
from generator.annotate.qualifiers import qualifier_of
from generator.annotate.quantities import Quantity, find_quantities, plain
from generator.annotate.ranks import is_rank
from generator.ids import item_ids
from generator.model import Document, Figure, Layers, Sentence, Span

KINDS = frozenset(["body", "key_point", "origin_headline", "editor_comment"])
"""Kinds of block whose numbers are figures. A caption, a tag or a related link states none, and
those of the page's own headline stand in its text again."""

AROUND = 200
"""Characters of its sentence that a figure's id is made of, beside its own."""

MOST_ALIKE = 20
"""So many figures of one value are compared with a key point's: no report has more."""

Draft = tuple[Figure, int, str]
"""A figure without its id, the index of its block, and the sentence that it stands in."""


def find_figures(document: Document, found: Layers) -> tuple[Figure, ...]:
    """Find the figures of a document.

    Args:
        document: The cleaned document.
        found: Layers so far; reads ``sentences``, ``dates``, ``quotations``, ``people``.

    Returns:
        Figures sorted by place, none overlapping. A number inside a date, a name, an address or an
        idiom is none, and so is one that could be read in two ways.
    """
    voices = Voices.of(document, found)
    dated = tuple(date.span for date in found.dates)
    named = tuple(sorted(span for quotation in found.quotations for span in quotation.source))
    drafts: list[Draft] = []
    asked: str | None = None
    for sentence in found.sentences:
        if document.blocks[sentence.block].kind in KINDS:
            taken = (*masks(document.text, sentence.span),)
            free = _free(document.text, sentence, (dated, named, taken))
            drafts.extend(_figures(document.text, sentence, free, found, (voices, asked)))
            asked = asked_for(document.text, sentence.span)
    drafts = _once(document, drafts)
    keys = (f"{figure.span.of(document.text)} {around}" for figure, _, around in drafts)
    ids = item_ids(document.id, "figure", keys)
    return tuple(
        msgspec.structs.replace(figure, id=one)
        for (figure, _, _), one in zip(drafts, ids, strict=True)
    )


def _once(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Leave out the figures of key points and headlines that the body states again."""
    body: dict[tuple[object, ...], list[Figure]] = {}
    for figure, block, _ in drafts:
        if document.blocks[block].kind == "body":
            body.setdefault(_value(figure), []).append(figure)
    return [
        (figure, block, around)
        for figure, block, around in drafts
        if document.blocks[block].kind not in ("key_point", "origin_headline")
        or not any(
            _same_thing(figure, other) for other in body.get(_value(figure), ())[:MOST_ALIKE]
        )
    ]


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.low, figure.high, figure.unit


def _same_thing(one: Figure, other: Figure) -> bool:
    """Return whether two figures of one value count one thing, as far as their words tell."""
    if one.unit not in (None, "ordinal") or one.counts is None or other.counts is None:
        return True
    return bool(_stems(one.counts) & _stems(other.counts))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:4] for word in words.lower().split() if len(word) > 3)


def _free(
    text: str, sentence: Sentence, layers: tuple[Sequence[Span], Sequence[Span], Sequence[Span]]
) -> list[Quantity]:
    """Return the quantities of a sentence that touch no date and no mask, and count something."""
    dated, named, taken = layers
    free = []
    for quantity in find_quantities(text, sentence.span):
        small = quantity.form == "words" and quantity.bare
        if _touches(dated, quantity.span) or _touches(taken, quantity.span):
            continue
        if small and _touches(named, quantity.span):
            # "Two officials said": so many sources spoke, which is no figure about the world.
            continue
        if quantity.form == "ordinal":
            if is_rank(text, sentence.span, quantity):
                free.append(quantity)
        elif not counts_nothing(text, sentence.span, quantity):
            free.append(quantity)
    return free


def _touches(spans: Sequence[Span], span: Span) -> bool:
    """Return whether one of the spans, sorted, shares a character with a span."""
    index = bisect_right(spans, span.start, key=lambda s: s.start)
    if index and spans[index - 1].end > span.start:
        return True
    return index < len(spans) and spans[index].start < span.end


def _figures(
    text: str,
    sentence: Sentence,
    free: list[Quantity],
    found: Layers,
    setting: tuple[Voices, str | None],
) -> Iterator[Draft]:
    around = sentence.span.of(text)[:AROUND]
    counts: str | None = None
    previous: tuple[Quantity, str | None] | None = None
    for index, quantity in enumerate(free):
        following = free[index + 1].span.start if index + 1 < len(free) else sentence.span.end
        voice = setting[0].at(quantity.span, sentence.span)
        figure = msgspec.structs.replace(
            _figure(text, sentence.span, quantity, voice),
            counts=_counts(text, sentence.span, quantity, setting[1], previous),
            period=period_of(text, sentence.span, quantity, found.dates, following),
        )
        previous = quantity, figure.counts
        if figure.unit == "ordinal":
            # "the third strike since May and the ninth since 2020": both count strikes.
            counts = figure.counts or counts
            figure = msgspec.structs.replace(figure, counts=counts)
        elif figure.counts is None and quantity.form == "words" and quantity.bare:
            # "an anecdote or two" counts nothing that could be named.
            continue
        yield figure, sentence.block, around


def _counts(
    text: str,
    sentence: Span,
    quantity: Quantity,
    asked: str | None,
    previous: tuple[Quantity, str | None] | None,
) -> str | None:
    """Return what a quantity counts: where it is set beside another, the same as that one."""
    own = counted_thing(text, sentence, quantity, asked)
    if previous is None or previous[1] is None or previous[0].form == "ordinal":
        return own
    other, said = previous
    between = text[other.span.end : quantity.span.start]
    alike = other.unit == quantity.unit
    by = re.search(
        r"\bby\s(?:[a-z]+\s){0,2}$", text[max(0, other.span.start - 30) : other.span.start]
    )
    if by and _TO.match(between) and quantity.unit is not None:
        # As in: raised its rate by half a point to 6 %.
        return said
    beside = alike and quantity.unit and _COMPARED.match(between)
    return (
        said if beside or (_MORE.match(text, quantity.span.end) and _ASIDE.match(between)) else own
    )


_MORE = re.compile(r"\s(?:more|less|higher|lower|fewer|up|down|above|below)\b")
_ASIDE = re.compile(r"[^.;:]{0,60},\s(?:which\sis\s|or\s|up\s|down\s)?(?:[a-z]+\s){0,2}$")
"""What parts a figure from how it compares: "3 million passengers, 4 % more than in 2030"."""


_TO = re.compile(r"\sto\s(?:[a-z]+\s){0,2}$")
_COMPARED = re.compile(
    r"(?:\s(?:per|an?)\s[a-z]+)?,?\s(?:\(|(?:[^\s.;:]+\s){0,4}?"
    r"(?:from|to|against|versus|compared\s(?:with|to)|than|or)\s(?:[a-z]+\s){0,2}$)"
)
"""What stands between two figures of one thing: "fell from 3 to 2", "€312 a tonne from €228"."""


def _figure(text: str, sentence: Span, quantity: Quantity, voice: Attribution) -> Figure:
    """Return a figure of which it is still open what it counts and when."""
    ends = quantity.is_range
    return Figure(
        id="",
        span=quantity.span,
        value=None if ends else plain(quantity.low),
        low=plain(quantity.low) if ends else None,
        high=plain(quantity.high) if ends else None,
        unit=quantity.unit,
        counts=None,
        qualifier=qualifier_of(text, sentence, quantity),
        period=None,
        attributed_to=voice.name,
        speaker=voice.speaker,
    )
