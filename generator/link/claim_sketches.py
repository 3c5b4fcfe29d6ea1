"""Sketches of claims: what each states, without who says it, and what stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from generator.link.wording import denied_stems, phrases, stands_alone, without
from generator.link.words import Token, content_stems, content_words, plain, stem, tokens
from generator.model import (
    Annotation,
    Claim,
    ClaimKind,
    Credit,
    DateRef,
    Figure,
    Quotation,
    Span,
)

V = TypeVar("V")

FULL_DAY = len("2031-03-04")
BODY_KINDS = frozenset({"body", "key_point"})
"""Kinds of block whose sentences can support a claim."""


class ClaimSketch(msgspec.Struct, frozen=True):
    """One sentence that states something."""

    id: str
    span: Span
    kind: ClaimKind
    key: bool
    counts: bool
    """Whether it may support another: it stands in the body and is no opinion of the page."""
    point: bool
    """Whether it stands in the key points, which repeat the body."""
    attributed_to: str | None
    speaker: str | None
    via: str | None
    words: tuple[str, ...]
    """Stems of what it states, without who says so; sorted."""
    negated: tuple[str, ...]
    """Those of the words that stand in a clause turned round by a negation; sorted."""
    alone: bool
    """Whether it can be read without the sentence before: no pronoun begins it."""
    phrases: tuple[int, ...]
    """Hashes of runs of four words of which two say something, sorted."""
    quotations: tuple[str, ...]
    figures: tuple[str, ...]
    days: tuple[str, ...]
    """ISO dates that the sentence names outside quoted words, sorted."""


class Held(msgspec.Struct, frozen=True):
    """What stands in one claim."""

    home: str
    """The kind of its block; empty where it is in none."""
    quotations: list[Quotation]
    figures: list[Figure]
    dates: list[DateRef]
    aside: list[Span]
    """Cues, speakers and credited outlets: who says it, not what."""
    credits: list[Credit]


def sketch_claims(annotation: Annotation, text: str) -> tuple[ClaimSketch, ...]:
    """Return the claims with what each holds; one pass over each layer, by place."""
    spans = [claim.span for claim in annotation.claims]
    blocks = sorted(annotation.blocks, key=lambda block: block.span)
    homes = [holder([block.span for block in blocks], span) for span in spans]
    held = zip(
        ("" if home is None else blocks[home].kind for home in homes),
        _within(spans, ((piece, q) for q in annotation.quotations for piece in q.content)),
        _within(spans, ((figure.span, figure) for figure in annotation.figures)),
        _within(spans, ((date.span, date) for date in annotation.dates)),
        _within(spans, ((span, span) for span in _attributions(annotation))),
        _within(spans, ((c.covers, c) for c in annotation.credits if c.covers)),
        strict=True,
    )
    return tuple(
        _claim(claim, Held(*found), text)
        for claim, found in zip(annotation.claims, held, strict=True)
    )


def _claim(claim: Claim, held: Held, text: str) -> ClaimSketch:
    words = tuple(without(tuple(tokens(text, claim.span)), held.aside))
    words = tuple(_told(words, held.quotations))
    return ClaimSketch(
        id=claim.id,
        span=claim.span,
        kind=claim.kind,
        key=claim.key,
        counts=held.home in BODY_KINDS and claim.kind != "opinion",
        point=held.home == "key_point",
        attributed_to=claim.attributed_to,
        speaker=claim.speaker,
        via=claim.via or _via(claim.span, held.credits),
        words=tuple(sorted(content_stems(words))),
        negated=tuple(sorted(denied_stems(words, [plain(span.of(text)) for span in held.aside]))),
        alone=stands_alone(text, claim.span),
        phrases=phrases(words),
        quotations=tuple(dict.fromkeys((*(q.id for q in held.quotations), *claim.quotations))),
        figures=tuple(figure.id for figure in held.figures),
        days=_days(claim.kind, held.dates, held.quotations),
    )


def _told(words: tuple[Token, ...], said: list[Quotation]) -> Iterator[Token]:
    """Yield the words without those that name and describe the speaker outside what is said.

    Else two sentences of one speaker would be alike by his name and office.
    """
    names = [part for q in said for part in (q.speaker_name, q.role, q.affiliation)]
    described = frozenset[str]().union(*(content_words(name) for name in names))
    pieces = [piece for q in said for piece in q.content]
    for token in words:
        if stem(token.word) not in described or any(p.covers(token.span) for p in pieces):
            yield token


def _within(spans: list[Span], items: Iterable[tuple[Span, V]]) -> list[list[V]]:
    """Return for each span the items that share a character with it.

    Args:
        spans: Sorted and disjoint.
        items: Each with its place, in any order.
    """
    found: list[list[V]] = [[] for _ in spans]
    for place, item in items:
        index = max(bisect_right(spans, place.start, key=lambda span: span.start) - 1, 0)
        while index < len(spans) and spans[index].start < place.end:
            if spans[index].overlaps(place):
                found[index].append(item)
            index += 1
    return found


def _attributions(annotation: Annotation) -> Iterator[Span]:
    """Yield the words that say who said it, not what: cues, speakers, credited outlets."""
    for quotation in annotation.quotations:
        yield from quotation.cue
        yield from quotation.source
    for credit in annotation.credits:
        yield credit.span


def _via(claim: Span, credited: list[Credit]) -> str | None:
    """Return the outlet whose credit surely covers the whole claim."""
    return next((c.outlet for c in credited if c.covers and c.covers.covers(claim)), None)


def _days(kind: ClaimKind, dates: list[DateRef], said: list[Quotation]) -> tuple[str, ...]:
    """Return the full days on which something happens, as a claim has it.

    A day in somebody's own words is theirs. A view has no day; that on which it was
    given stands outside what is reported of it.
    """
    view = kind in ("judgement", "opinion")
    if view and not said:
        return ()
    closed = [piece for q in said if view or q.type == "direct" for piece in q.content]
    named = {d.date: d.span for d in dates if d.date is not None and len(d.date) == FULL_DAY}
    return tuple(sorted(d for d, at in named.items() if not any(p.covers(at) for p in closed)))


def holder(spans: list[Span], inner: Span) -> int | None:
    """Return the index of the span that the start of another lies in.

    Args:
        spans: Sorted and disjoint.
        inner: Any span.
    """
    index = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return index if index >= 0 and inner.start < spans[index].end else None
