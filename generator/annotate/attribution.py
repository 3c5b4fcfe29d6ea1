"""Whose words a stretch of text are: read off quotations, or off "according to" without one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TypeVar

import msgspec

from generator.annotate.reference import resolve
from generator.model import Document, Layers, Person, Quotation, Span

T = TypeVar("T")

_LOOK_BACK = 8
"""Quotations inside quotations are few: so many spans before a place are looked at, no more."""

LONGEST = 2000
"""A sentence of more characters is no sentence, and is not searched for its source."""

_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|as reported by)\s([^,;:.!?“”\"()\n]{2,90})", re.IGNORECASE
)
_SHOWS = re.compile(
    r",\s([^,;:.!?“”\"()\n]{2,70}?)\s(?:shows?|showed|says?|said|suggests?|suggested|indicates?|indicated"
    r"|reveals?|revealed|states?|stated|estimates?|estimated)(?=[.,;]|$)",
)
_ESTIMATES = re.compile(
    r"(?:^|[,;]\s(?!in\s)|\bcase\s|\bbut\s|\band\s|\bwhile\s)((?:[^\W\d_][\w’'.-]*\s){0,6}?[^\W\d_][\w’'.-]*)\s"
    r"(?:counts|expects|estimates|reckons|forecasts|predicts|projects"
    r"|puts the (?:figure|number|total|cost|toll)"
    r"|put the (?:figure|number|total|cost|toll))\b",
)
_DENIES = re.compile(
    r"^((?:[^\W\d_][\w’'.-]*\s){0,6}?[^\W\d_][\w’'.-]*)\s(?:denied|denies|rejected|rejects|confirmed|confirms"
    r"|disputed|disputes)\s(?:that|this|it|the \w+)[.,]",
)
_IN_VIEW = re.compile(r"\b[Ii]n\s(his|her)\s(?:own\s)?(?:view|opinion|estimate|assessment|words)\b")
_AUXILIARY = re.compile(
    r"\s(?:would|will|could|did|does|do|has|have|had|is|are|was|were)(?:\s(?:not|never|also))?$"
)
_PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "that", "this", "which", "who", "there", "his", "her"]
)
_TAIL = re.compile(r"\s(?:that|which|who|whose|seen|published|released|obtained|reviewed)\b.*$")


class Attribution(msgspec.Struct, frozen=True):
    """Who is given for some words."""

    name: str | None = None
    """The speaker's name or the words for a collective; None: the document's own voice."""
    speaker: str | None = None
    """Id of the person; None where it is nobody known."""
    via: str | None = None
    """The other outlet that is credited."""
    quotation: Quotation | None = None
    """Where it was read off; None if off the plain sentence or nowhere."""


NOBODY = Attribution()
"""The document's own voice."""


class Voices(msgspec.Struct, frozen=True):
    """The quotations and credits of a document, ready to be asked who speaks where."""

    document: Document
    people: tuple[Person, ...]
    contents: tuple[tuple[Span, int], ...]
    """Every piece of every quotation, sorted, with the quotation's index."""
    signs: tuple[tuple[Span, int], ...]
    """Every cue and source, sorted, likewise."""
    quotations: tuple[Quotation, ...]
    credits: tuple[tuple[Span, str], ...]
    """What each credit covers, sorted, with its outlet."""
    outlets: tuple[Span, ...]
    """Where outlets are credited, sorted."""

    @classmethod
    def of(cls, document: Document, found: Layers) -> Voices:
        """Gather the quotations and credits of a document."""
        said = found.quotations
        return cls(
            document=document,
            people=found.people,
            contents=tuple(sorted((span, i) for i, q in enumerate(said) for span in q.content)),
            signs=tuple(sorted((s, i) for i, q in enumerate(said) for s in (*q.cue, *q.source))),
            quotations=said,
            credits=tuple(sorted((c.covers or c.span, c.outlet) for c in found.credits)),
            outlets=tuple(sorted(credit.span for credit in found.credits)),
        )

    def inside(self, sentence: Span) -> tuple[Quotation, ...]:
        """Return the quotations that have a piece in a sentence, in the order of the text."""
        return tuple(self.quotations[i] for i in sorted(_touching(self.contents, sentence)))

    def at(self, span: Span, sentence: Span) -> Attribution:
        """Return who says the words of a span: in the innermost quotation, else in the sentence."""
        around = [
            (piece.end - piece.start, index)
            for piece, index in _near(self.contents, span)
            if piece.covers(span)
        ]
        if around:
            quotation = self.quotations[min(around)[1]]
            return Attribution(quotation.speaker_name, quotation.speaker, None, quotation)
        if self._quotes(sentence):
            return NOBODY
        before = self.document.text[max(sentence.start, span.start - LONGEST) : span.start]
        clause = max(before.rfind(mark) for mark in ",;:") + 1
        return self._written(sentence, span.start - len(before) + clause - sentence.start)

    def _quotes(self, sentence: Span) -> bool:
        first = bisect_left(self.contents, sentence.start, key=lambda item: item[0].start)
        near = self.contents[max(0, first - _LOOK_BACK) : first + 1]
        return any(piece.overlaps(sentence) for piece, _ in near)

    def of_sentence(self, sentence: Span) -> Attribution:
        """Return who a whole sentence is credited to: the speaker of its first word of saying."""
        signed = _touching(self.signs, sentence)
        pieces = _touching(self.contents, sentence)
        for group in (sorted(signed & pieces), sorted(pieces), sorted(signed)):
            known = [i for i in group if self.quotations[i].speaker_name]
            if group:
                quotation = self.quotations[(known or group)[0]]
                via = quotation.via or self.via(sentence)
                return Attribution(quotation.speaker_name, quotation.speaker, via, quotation)
        return msgspec.structs.replace(self._written(sentence), via=self.via(sentence))

    def _written(self, sentence: Span, from_: int = 0) -> Attribution:
        """Return what the sentence itself says of its source; an outlet is a way and no speaker.

        Whoever "expects" or "counts" is looked for from ``from_`` on, the others anywhere.
        """
        if sentence.end - sentence.start > LONGEST:
            return NOBODY
        words = sentence.of(self.document.text)
        for pattern in (_ACCORDING, _SHOWS, _DENIES, _ESTIMATES, _IN_VIEW):
            match = pattern.search(words, from_ if pattern is _ESTIMATES else 0)
            if match is None:
                continue
            span = Span(sentence.start + match.start(1), sentence.start + match.end(1))
            if any(outlet.overlaps(span) for outlet in _spans_near(self.outlets, span)):
                return NOBODY
            name = match.group(1)
            if pattern in (_ACCORDING, _SHOWS):
                name = _AUXILIARY.sub("", _TAIL.sub("", name)).strip()
            return self._person(name, span) if name else NOBODY
        return NOBODY

    def _person(self, name: str, span: Span) -> Attribution:
        """Return the person that some words stand for; else the words, but a pronoun is no name."""
        found, _ = resolve(name, span.start, self.document, self.people)
        person = next((one for one in self.people if one.id == found), None)
        if person is not None:
            return Attribution(person.name, person.id)
        return NOBODY if name.lower() in _PRONOUNS else Attribution(name)

    def via(self, sentence: Span) -> str | None:
        """Return the outlet whose credit covers a sentence: the nearest one; None without any."""
        cover = [
            (span.end - span.start, outlet)
            for span, outlet in _near(self.credits, sentence)
            if span.overlaps(sentence)
            and min(span.end, sentence.end) - max(span.start, sentence.start)
            >= min(span.end - span.start, (sentence.end - sentence.start) // 2)
        ]
        return min(cover)[1] if cover else None


def _near(items: tuple[tuple[Span, T], ...], span: Span) -> tuple[tuple[Span, T], ...]:
    """Return the items that may touch a span: those that begin in it, and some before it."""
    first = bisect_left(items, span.start, key=lambda item: item[0].start)
    last = bisect_right(items, span.end, key=lambda item: item[0].start)
    return items[max(0, first - _LOOK_BACK) : last]


def _touching(items: tuple[tuple[Span, int], ...], span: Span) -> set[int]:
    return {index for piece, index in _near(items, span) if piece.overlaps(span)}


def _spans_near(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    first = bisect_left(spans, span.start, key=lambda s: s.start)
    last = bisect_right(spans, span.end, key=lambda s: s.start)
    return spans[max(0, first - 2) : last]
