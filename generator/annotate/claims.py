"""Claims: every sentence that states something, with who says it and how sure it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from generator.annotate.attribution import NOBODY, Attribution, Voices
from generator.annotate.certainty import certainty_of, leaves_open
from generator.annotate.kinds import Statement, kind_of
from generator.annotate.ranking import Candidate, key_claims
from generator.annotate.repeats import Folded, fold
from generator.ids import item_ids
from generator.model import BlockKind, Claim, Document, Layers, Person, Quotation, Span
from generator.resources import word_list

KINDS = frozenset(["body", "key_point", "origin_headline", "editor_comment"])
"""Kinds of block that make claims. The page's own headline says what its text says again."""

_QUESTION = re.compile(r"\?[”\"’'»)\s]*$")
_ENDED = re.compile(r"[.!…:][”\"’'»)\]\s]*$|[”\"’»]$")
_LETTER_WORD = re.compile(r"[^\W\d_][\w’'-]*")

FEWEST_WORDS = 5
"""A line of the body that neither ends like a sentence nor has so many words is a table's cell
or a stray label."""


def find_claims(document: Document, found: Layers) -> tuple[Claim, ...]:
    """Find the claims of a document.

    Args:
        document: The cleaned document.
        found: Layers so far; reads ``sentences``, ``people``, ``credits``, ``quotations``,
            ``figures``.

    Returns:
        Sorted and disjoint. A question is no claim, and a key point that the body says again is
        folded into the body's claim.
    """
    sentences = tuple(_sentences(document, found))
    folded = fold(document.text, sentences)
    writer = _Writer.of(document, found)
    drafts = [writer.claim(one) for one in folded]
    keys = key_claims(
        tuple(_candidate(document.text, c, f) for c, f in zip(drafts, folded, strict=True)),
        _headlines(document),
    )
    ids = item_ids(document.id, "claim", (claim.span.of(document.text) for claim in drafts))
    return tuple(
        msgspec.structs.replace(claim, id=ids[i], key=i in keys) for i, claim in enumerate(drafts)
    )


def _sentences(document: Document, found: Layers) -> Iterator[tuple[Span, BlockKind]]:
    """Yield the sentences that state something, each with the kind of its block."""
    held: tuple[Span, int] | None = None
    for sentence in found.sentences:
        kind = document.blocks[sentence.block].kind
        span, words = sentence.span, sentence.span.of(document.text)
        if kind not in KINDS:
            continue
        if held and held[1] == sentence.block:
            span = Span(held[0].start, span.end)
        elif held:
            yield held[0], "editor_comment"
        held = None
        if kind == "editor_comment" and _opens_only(words):
            held = (span, sentence.block)
        elif _states(words, kind):
            yield span, kind
    if held:
        yield held[0], "editor_comment"


def _opens_only(words: str) -> bool:
    """Return whether a fragment says nothing without what follows, as "Ditto for them" does."""
    few = len(words.split()) <= 5
    return few and words.lower().startswith(word_list("annotate", "claim_openers"))


def _states(words: str, kind: BlockKind) -> bool:
    if _QUESTION.search(words):
        return False
    count = len(_LETTER_WORD.findall(words))
    if kind == "body":
        return bool(count > 1 and _ENDED.search(words)) or count >= FEWEST_WORDS
    return count >= 2


def _headlines(document: Document) -> str:
    kinds = ("title", "subtitle", "origin_headline")
    spans = [b.span.of(document.text) for b in document.blocks if b.kind in kinds]
    title = document.meta.title.text if document.meta.title else ""
    return " ".join([title, *spans])


def _candidate(text: str, claim: Claim, folded: Folded) -> Candidate:
    return Candidate(
        words=claim.span.of(text),
        in_body=folded.kind == "body",
        repeated=bool(claim.repeats),
        speaker=claim.attributed_to,
        named=claim.speaker is not None,
        weighed=claim.kind in ("judgement", "prediction"),
        gap=claim.gap,
        figures=len(claim.figures),
        ranked=folded.kind in ("body", "key_point"),
    )


_OWN_VIEW = re.compile(
    r"\b(?:I (?:think|believe|feel|suspect|no longer|am|was|have|doubt|hope)"
    r"|[Mm]y (?:view|verdict|opinion|take))\b"
)


def _is_personal(document: Document, found: Layers) -> bool:
    """Return whether the text is somebody's own: "I think" stands in it outside all marks."""
    text = document.text
    said = sorted(piece for quotation in found.quotations for piece in quotation.content)
    for block in document.blocks:
        if block.kind not in ("body", "title"):
            continue
        for match in _OWN_VIEW.finditer(text, block.span.start, block.span.end):
            index = bisect_left(said, match.end(), key=lambda s: s.start)
            inside = index and said[index - 1].end > match.start()
            marked = text.count("“", block.span.start, match.start()) > text.count(
                "”", block.span.start, match.start()
            )
            return not (inside or marked or text.count('"', block.span.start, match.start()) % 2)
    return False


class _Writer(msgspec.Struct, frozen=True):
    """What is needed to write one claim after another."""

    text: str
    found: Layers
    voices: Voices
    people: dict[str, Person]
    personal: bool
    """Whether the writer says "I" outside quotation marks."""

    @classmethod
    def of(cls, document: Document, found: Layers) -> _Writer:
        """Gather the layers of a document."""
        people = {person.id: person for person in found.people}
        return cls(
            document.text, found, Voices.of(document, found), people, _is_personal(document, found)
        )

    def claim(self, folded: Folded) -> Claim:
        """Return the claim of one sentence, still without id and rank."""
        span = folded.span
        voice = self._voice(folded)
        said = self.voices.inside(span)
        figures = self._figures(span)
        sure = certainty_of(self.text, span)
        gap = leaves_open(self.text, span)
        statement = Statement(
            words=span.of(self.text),
            spoken=self._spoken(span, said),
            block=folded.kind,
            voice=voice,
            person=self.people.get(voice.speaker or ""),
            gap=gap,
            conditional=bool(sure.conditions),
            figures=bool(figures),
            personal=self.personal,
        )
        return Claim(
            id="",
            span=span,
            kind=kind_of(statement),
            key=False,
            gap=gap,
            attributed_to=voice.name,
            speaker=voice.speaker,
            via=voice.via,
            hedges=sure.hedges,
            limiters=sure.limiters,
            modals=sure.modals,
            negations=sure.negations,
            conditions=sure.conditions,
            quotations=tuple(quotation.id for quotation in said),
            figures=figures,
            repeats=folded.repeats,
        )

    def _voice(self, folded: Folded) -> Attribution:
        if folded.kind != "editor_comment":
            return self.voices.of_sentence(folded.span)
        # The editor's comment is the document's own voice, so nobody is given for it.
        return NOBODY

    def _figures(self, span: Span) -> tuple[str, ...]:
        figures = self.found.figures
        first = bisect_left(figures, span.start, key=lambda f: f.span.start)
        last = bisect_left(figures, span.end, key=lambda f: f.span.start)
        return tuple(figure.id for figure in figures[first:last])

    def _spoken(self, span: Span, said: tuple[Quotation, ...]) -> str:
        """Return the words of a sentence that stand between marks: its direct quotations."""
        pieces = sorted(
            {p for q in said if q.type != "indirect" for p in q.content if p.overlaps(span)}
        )
        return " ".join(self.text[max(p.start, span.start) : min(p.end, span.end)] for p in pieces)
