"""Sketches: all that joining needs to know of one document, small enough to be kept.

A sketch holds words for comparison with their places, and no running text.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.link.beside import Beside
from generator.link.claim_sketches import ClaimSketch, holder, sketch_claims
from generator.link.minhash import digest, shingles, signature
from generator.link.wording import stems_in_order
from generator.link.words import (
    Token,
    content_words,
    plain,
    repaired,
    tokens,
)
from generator.model import (
    Annotation,
    Credit,
    Figure,
    Person,
    PersonKind,
    Qualifier,
    Quotation,
    QuotationType,
    Span,
)

EXCERPT_KINDS = frozenset({"origin_headline"})


class PersonSketch(msgspec.Struct, frozen=True):
    """One person of a document."""

    id: str
    name: str
    """As the document gives it, damaged letters put right."""
    names: tuple[str, ...]
    """Every form in the document that holds a part of the name, sorted."""
    role: tuple[str, ...]
    """Stems of role and affiliation, sorted; empty where neither is stated."""
    kind: PersonKind


class CreditSketch(msgspec.Struct, frozen=True):
    """Another outlet that the document names."""

    outlet: str
    span: Span
    covers: Span | None
    headline: bool
    """Whether it credits the report that the page excerpts."""


class QuotationSketch(msgspec.Struct, frozen=True):
    """What somebody said, word by word."""

    id: str
    type: QuotationType
    speaker: str | None
    speaker_name: str | None
    tokens: tuple[Token, ...]


class FigureSketch(msgspec.Struct, frozen=True):
    """One number."""

    id: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    unit: str | None
    counts: tuple[str, ...]
    """Stems of what it counts, in the order of the words: the first names the thing."""
    qualifier: Qualifier | None
    period: tuple[str, ...]
    attributed_to: str | None
    """Plain words of who says so."""
    claim: str | None
    """The claim that states it; None for one in a headline or caption."""
    change: bool
    """Whether it says how much something moved or differs, not how much there is."""
    foreseen: bool
    """Whether the words beside it forecast, plan or promise it."""
    place: str | None
    """Plain name of the place in which it was counted: "300 homes in Ostby"."""


class Sketch(msgspec.Struct, frozen=True):
    """All that joining needs to know of one document."""

    document: str
    outlet: str | None
    title: str | None
    title_words: tuple[str, ...]
    published: str | None
    """ISO day."""
    agency: str | None
    """The agency in the dateline, with its place."""
    agency_span: Span | None
    story: str | None
    people: tuple[PersonSketch, ...]
    organisations: tuple[str, ...]
    """Plain names, sorted."""
    places: tuple[str, ...]
    """Plain names of the places that are named anywhere, sorted."""
    credits: tuple[CreditSketch, ...]
    quotations: tuple[QuotationSketch, ...]
    claims: tuple[ClaimSketch, ...]
    figures: tuple[FigureSketch, ...]
    body: str
    """Digest of the body's words; equal for equal bodies, empty where there is none."""
    shingles: tuple[int, ...]
    signature: tuple[int, ...]


def sketch(annotation: Annotation) -> Sketch:
    """Return the sketch of one document, whose text must be whole."""
    text = annotation.text or ""
    hashes, body = _body(annotation, text)
    claims = sketch_claims(annotation, text)
    dateline = annotation.dateline
    return Sketch(
        document=annotation.id,
        outlet=annotation.outlet.name if annotation.outlet else None,
        title=annotation.title.text if annotation.title else None,
        title_words=tuple(
            sorted(content_words(annotation.title.text if annotation.title else None))
        ),
        published=annotation.published.date if annotation.published else None,
        agency=dateline.agency if dateline else None,
        agency_span=dateline.span if dateline and dateline.agency else None,
        story=annotation.story,
        people=tuple(_person(person, text) for person in annotation.people),
        organisations=tuple(sorted({plain(one.name) for one in annotation.organisations})),
        places=tuple(sorted({plain(one.name) for one in annotation.places})),
        credits=tuple(_credit(credit, annotation) for credit in annotation.credits),
        quotations=tuple(_quotation(quotation, text) for quotation in annotation.quotations),
        claims=claims,
        figures=_figures(annotation, claims, text),
        body=body,
        shingles=hashes,
        signature=signature(hashes),
    )


def _body(annotation: Annotation, text: str) -> tuple[tuple[int, ...], str]:
    """Return the shingles of the running text and a digest of all its words."""
    words = [
        token.word
        for block in annotation.blocks
        if block.kind == "body"
        for token in tokens(text, block.span)
    ]
    return shingles(words), f"{digest(' '.join(words)):08x}-{len(words)}" if words else ""


def _person(person: Person, text: str) -> PersonSketch:
    name = repaired(person.name)
    parts = set(plain(name).split())
    forms = {" ".join(repaired(mention.of(text)).split()) for mention in person.mentions}
    return PersonSketch(
        id=person.id,
        name=name,
        names=tuple(sorted({name, *(f for f in forms if parts & set(plain(f).split()))})),
        role=tuple(sorted(content_words(person.role) | content_words(person.affiliation))),
        kind=person.kind,
    )


def _credit(credit: Credit, annotation: Annotation) -> CreditSketch:
    """Return a credit, and whether it stands in the headline of an excerpted report."""
    heads = [b.span for b in annotation.blocks if b.kind in EXCERPT_KINDS]
    places = [span for span in (credit.span, credit.covers) if span is not None]
    headline = any(head.overlaps(place) for head in heads for place in places)
    return CreditSketch(credit.outlet, credit.span, credit.covers, headline)


def _quotation(quotation: Quotation, text: str) -> QuotationSketch:
    found: list[Token] = []
    for piece in quotation.content:
        words = list(tokens(text, piece))
        if found and words:
            words[0] = msgspec.structs.replace(words[0], opens=2)
        found.extend(words)
    return QuotationSketch(
        id=quotation.id,
        type=quotation.type,
        speaker=quotation.speaker,
        speaker_name=quotation.speaker_name,
        tokens=tuple(found),
    )


def _figures(
    annotation: Annotation, claims: tuple[ClaimSketch, ...], text: str
) -> tuple[FigureSketch, ...]:
    spans = [claim.span for claim in claims]
    homes = ((figure, holder(spans, figure.span)) for figure in annotation.figures)
    places = {
        mention.start: plain(one.name) for one in annotation.places for mention in one.mentions
    }
    return tuple(
        _figure(figure, None if home is None else claims[home], text, places)
        for figure, home in homes
    )


def _figure(
    figure: Figure, claim: ClaimSketch | None, text: str, places: Mapping[int, str]
) -> FigureSketch:
    counts = stems_in_order(figure.counts)
    beside = Beside(text, figure.span, claim.span if claim else figure.span)
    return FigureSketch(
        id=figure.id,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        counts=counts,
        qualifier=figure.qualifier,
        period=tuple(sorted(content_words(figure.period))),
        attributed_to=plain(figure.attributed_to) if figure.attributed_to else None,
        claim=claim.id if claim else None,
        change=beside.is_change(figure.unit, counts),
        foreseen=beside.is_foreseen(counts),
        place=beside.place(places),
    )
