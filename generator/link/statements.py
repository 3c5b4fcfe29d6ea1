"""Which quotations report one statement: one speaker, the same words or nearly.

A long direct quotation may come back as two paraphrases; so the shorter statement
is looked for in the longer, and one quotation may have several retellings.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from generator.link.clusters import candidates
from generator.link.drift import find_drift
from generator.link.likeness import Vocabulary, likeness, vocabulary
from generator.link.matching import collective
from generator.link.people import identities_of
from generator.link.sketches import QuotationSketch, Sketch
from generator.link.words import Token, content_stems, plain, weight, words_of
from generator.model import (
    Known,
    Links,
    PersonRef,
    QuotationRef,
    SameStatement,
    StatementRelation,
)

CONTAINED = 0.44
"""Least weight of the shorter statement's words that the longer must have too. Other
statements of one speaker about one matter stay below .25, retellings above .45."""
WORDS = 2
"""Least number of common words; one is enough where both sides deny it."""
MOST = 60
"""A word that one speaker used in more statements than this leads to no comparison."""

DIRECTNESS = ("direct", "mixed", "indirect")


class Said(msgspec.Struct, frozen=True):
    """One quotation with all that comparing it needs."""

    ref: QuotationRef
    published: str
    quotation: QuotationSketch
    stems: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    """Stems of each clause, those without any left out."""
    denies: bool


def join_statements(
    sketches: tuple[Sketch, ...], links: Links, _known: Known
) -> tuple[SameStatement, ...]:
    """Return each pair of quotations that report one statement, sorted by the two."""
    vocabularies = {one.document: vocabulary(one) for one in sketches}
    copies = {copy.documents for copy in links.copies}
    found = []
    for said in _by_speaker(sketches, links).values():
        told: dict[str, frozenset[str]] = defaultdict(frozenset)
        for one in said.values():
            told[one.ref.document] |= one.stems
        items = [(ref, one.stems) for ref, one in said.items()]
        for first, second, _ in candidates(items, MOST):
            pair = tuple(sorted((first.document, second.document)))
            if pair[0] == pair[1] or pair in copies:
                continue
            a, b = sorted((said[first], said[second]), key=_precedence)
            if _same(a, b, vocabularies):
                drift = find_drift(a.quotation.tokens, b.quotation.tokens, told[b.ref.document])
                found.append(SameStatement(a.ref, b.ref, _relation(a, b), drift))
    return tuple(sorted(found, key=lambda same: (same.a, same.b)))


def _by_speaker(sketches: tuple[Sketch, ...], links: Links) -> dict[str, dict[QuotationRef, Said]]:
    """Return the quotations of each known person and each named body, by reference."""
    identities = identities_of(links)
    said: dict[str, dict[QuotationRef, Said]] = defaultdict(dict)
    for one in sketches:
        for quotation in one.quotations:
            speaker = _speaker(one, quotation, identities)
            stems = content_stems(quotation.tokens)
            if speaker and stems:
                ref = QuotationRef(one.document, quotation.id)
                denies = any(t.word in words_of("negations") for t in quotation.tokens)
                said[speaker][ref] = Said(
                    ref, one.published or "~", quotation, stems, _clauses(quotation), denies
                )
    return said


def _clauses(quotation: QuotationSketch) -> tuple[frozenset[str], ...]:
    clauses: list[list[Token]] = []
    for token in quotation.tokens:
        if token.opens or not clauses:
            clauses.append([])
        clauses[-1].append(token)
    return tuple(filter(None, (content_stems(tuple(clause)) for clause in clauses)))


def _speaker(
    sketch: Sketch, quotation: QuotationSketch, identities: dict[PersonRef, str]
) -> str | None:
    """Return who speaks over all documents; None where no name says so.

    A body is told by its name. "Analysts" of two documents may be others, so the
    words for a group name nobody here.
    """
    if quotation.speaker is not None:
        return identities.get(PersonRef(sketch.document, quotation.speaker))
    words = (quotation.speaker_name or "").removeprefix("the ").removeprefix("The ")
    name = plain(words)
    named = words[:1].isupper() and (" " in name or collective(name) is None)
    return f"the {name}" if named and len(name) > 1 else None


def _same(a: Said, b: Said, vocabularies: dict[str, Vocabulary]) -> bool:
    """Return whether two quotations of one speaker report one statement."""
    here, there = (vocabularies[one.ref.document] for one in (a, b))
    alike = likeness(a.stems, b.stems, here, there)
    if alike.contained < CONTAINED:
        return False
    both_deny = a.denies and b.denies
    if both_deny and (a.stems in b.clauses or b.stems in a.clauses):
        return True  # "nobody asked us" says little by its words, but they are all it has
    telling = any(weight(word) == 1 for word in a.stems & b.stems)
    return telling and (alike.words >= WORDS or both_deny)


def _precedence(said: Said) -> tuple[int, str, QuotationRef]:
    """Put the more direct first, then the earlier, so that drift runs away from the speaker."""
    return DIRECTNESS.index(said.quotation.type), said.published, said.ref


def _relation(a: Said, b: Said) -> StatementRelation:
    """Return how the two stand to each other, ``a`` being the more direct."""
    if b.quotation.type == "direct" or (a.quotation.type, b.quotation.type) == ("mixed", "mixed"):
        return "direct-direct"
    return "paraphrase-paraphrase" if a.quotation.type == "indirect" else "direct-paraphrase"
