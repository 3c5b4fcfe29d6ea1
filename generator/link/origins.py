"""On whose reports each document leans, as far as it says so itself.

The signals are the document's own credits; likeness only decides how much of the
report was taken over (T20). Likeness without a credit names no origin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from generator.link.likeness import Vocabulary, vocabulary
from generator.link.matching import Half, halves, match
from generator.link.minhash import containment
from generator.link.outlets import Outlets, outlets_of
from generator.link.passages import Passage, find_passages
from generator.link.people import identities_of
from generator.link.sketches import CreditSketch, Sketch
from generator.model import Known, Links, Origin, OriginRelation

TAKEN = 0.5
"""Share of a document's word 5-grams from which it repeats a credited report."""
LEAST = 20
"""5-grams below which a document is too short to say what it repeats."""
RETOLD = 2
"""Retold statements and claims from which a page that names no outlet of its own is a rewrite."""
RETOLD_SHARE = 0.5
"""Share of the claims that makes a rewrite of a page under an outlet's own name."""
RARE = 60
"""A word in more documents than this does not lead from one to another."""
NEAREST = 3
"""Documents of a credited outlet that are compared: those with the most rare words in common."""


STRONG = frozenset({"excerpt", "rewrite", "copy"})
"""Relations by which a whole document leans on another's report; a mere citation is none."""


class Desk(msgspec.Struct, frozen=True):
    """All documents, as the search for an origin needs them."""

    sketches: dict[str, Sketch]
    claims: dict[str, tuple[Half, ...]]
    by_outlet: dict[str, frozenset[str]]
    """Documents by the outlet that published or first reported them."""
    holders: dict[str, tuple[str, ...]]
    """Documents by rare word."""
    copies: dict[str, frozenset[str]]
    statements: Counter[tuple[str, str]]
    """How many statements two documents share."""
    outlets: Outlets


class Kinship(msgspec.Struct, frozen=True):
    """How much of a document comes from a report of the credited outlet."""

    document: str
    retold: int
    """Statements and claims that both have."""
    share: float
    """Of the document's claims, how many the report has too."""
    taken: float
    """Of the document's word 5-grams, how many the report has too."""


def join_origins(sketches: tuple[Sketch, ...], links: Links, known: Known) -> tuple[Origin, ...]:
    """Return at least one row for each document, sorted by document, relation and outlet."""
    desk = _desk(sketches, links, outlets_of(known))
    passages = find_passages(sketches, links)
    found: list[Origin] = []
    for one in sketches:
        rows = list(_origins(one, desk))
        passage = passages.get(one.document)
        if passage and not any(row.relation in STRONG for row in rows):
            rows.append(_repeated(passage, desk))
        found.extend(rows or (_own(one),))
    return tuple(sorted(found, key=lambda o: (o.document, o.relation, o.of or "")))


def _origins(one: Sketch, desk: Desk) -> Iterator[Origin]:
    """Yield one row for each outlet that a document credits or is datelined by."""
    own = desk.outlets.key(one.outlet)
    credited: dict[str, list[CreditSketch]] = defaultdict(list)
    for credit in (*one.credits, *_said_by_outlets(one, desk)):
        if desk.outlets.key(credit.outlet) not in ("", own):
            credited[desk.outlets.key(credit.outlet)].append(credit)
    agency = desk.outlets.key(one.agency)
    if agency not in ("", own):
        yield _agency(one, agency, desk)
    for key, credits_ in credited.items():
        if key != agency:
            yield _credited(one, key, credits_, desk)


def _said_by_outlets(one: Sketch, desk: Desk) -> Iterator[CreditSketch]:
    """Yield a credit for each claim of which an outlet of the desk is the speaker.

    "The Ledger said" names an outlet only for those who know that there is one.
    """
    for claim in one.claims:
        if claim.speaker is None and desk.outlets.key(claim.attributed_to) in desk.by_outlet:
            yield CreditSketch(claim.attributed_to or "", claim.span, claim.span, headline=False)


def _repeated(passage: Passage, desk: Desk) -> Origin:
    """Return the row of a document that repeats another and does not say so.

    Its first sentence that stands in the other too is shown.
    """
    source = desk.sketches[passage.source]
    words = {phrase for half in desk.claims[passage.source] for phrase in half.claim.phrases}
    told = (half.claim for half in desk.claims[passage.document])
    shown = (c.span for c in told if c.phrases and words.issuperset(c.phrases))
    return Origin(
        passage.document,
        "excerpt" if passage.whole else "rewrite",
        source.outlet or source.agency,
        passage.source,
        f"repeats {passage.share:.0%} of the shorter text word for word, without a credit",
        min(shown, default=None),
    )


def _own(one: Sketch) -> Origin:
    """Return the row of a document that leans on nobody, as far as it says."""
    basis = "credits no other outlet" if one.outlet else "names neither its own nor another outlet"
    return Origin(one.document, "original", None, None, basis, None)


def _agency(one: Sketch, agency: str, desk: Desk) -> Origin:
    """Return the row of a report under an agency's dateline."""
    nearest = _nearest(one, agency, desk)
    document = _report(nearest, agency, desk)
    return Origin(
        one.document, "copy", one.agency, document, "its dateline names the agency", one.agency_span
    )


def _credited(one: Sketch, key: str, credits_: list[CreditSketch], desk: Desk) -> Origin:
    """Return the row for one credited outlet, by the strongest sign."""
    nearest = _nearest(one, key, desk)
    relation, basis = _relation(one, key, credits_, nearest, desk)
    first = min(
        credits_, key=lambda credit: (not credit.headline, credit.covers is not None, credit.span)
    )
    document = _report(nearest, key, desk)
    return Origin(one.document, relation, first.outlet, document, basis, first.span)


def _relation(
    one: Sketch, key: str, credits_: list[CreditSketch], nearest: Kinship | None, desk: Desk
) -> tuple[OriginRelation, str]:
    """Return how a document stands to an outlet that it credits, and by what sign."""
    copies = desk.copies.get(one.document, frozenset())
    if any(credit.headline for credit in credits_):
        return "excerpt", "credits the outlet before the headline of the report that it excerpts"
    if any(desk.outlets.key(c.outlet) == key for d in copies for c in desk.sketches[d].credits) or (
        copies & desk.by_outlet.get(key, frozenset())
    ):
        return "copy", "credits the outlet and has nearly the same text as a copy of its report"
    if nearest and nearest.taken >= TAKEN:
        return "excerpt", "credits the outlet and repeats its report word for word in good part"
    if any(credit.covers is None for credit in credits_):
        return "rewrite", "credits the outlet for the report as a whole"
    nameless = one.outlet is None and nearest is not None and nearest.retold >= RETOLD
    if nearest and (nameless or nearest.share >= RETOLD_SHARE):
        return (
            "rewrite",
            f"credits the outlet and retells {nearest.retold} statements of its report",
        )
    return "cites", "credits the outlet for single statements"


def _nearest(one: Sketch, key: str, desk: Desk) -> Kinship | None:
    """Return the report of an outlet that a document has most in common with.

    Among the outlet's documents are excerpts that others made of its reports.
    """
    candidates = desk.by_outlet.get(key, frozenset()) - {one.document}
    words = {word for half in desk.claims[one.document] for word in half.claim.words}
    shared = Counter(
        d for word in sorted(words) for d in desk.holders.get(word, ()) if d in candidates
    )
    ranked = sorted(shared, key=lambda d: (-shared[d], d))[:NEAREST]
    kin = [_kinship(one, desk.sketches[d], desk) for d in ranked]
    return max(kin, key=lambda k: (k.taken, k.retold, k.share), default=None)


def _report(nearest: Kinship | None, key: str, desk: Desk) -> str | None:
    """Return the document if it is the outlet's own and has something in common with the other."""
    if nearest is None or not (nearest.retold or nearest.taken):
        return None
    own = desk.outlets.key(desk.sketches[nearest.document].outlet) == key
    return nearest.document if own else None


def _kinship(one: Sketch, other: Sketch, desk: Desk) -> Kinship:
    """Return how much a document has from another."""
    mine, theirs = desk.claims[one.document], desk.claims[other.document]
    matched = sum(any(match(a, b) for b in theirs) for a in mine)
    pair = (min(one.document, other.document), max(one.document, other.document))
    return Kinship(
        document=other.document,
        retold=max(matched, desk.statements[pair]),
        share=matched / max(len(mine), 1),
        taken=containment(one.shingles, other.shingles) if len(one.shingles) >= LEAST else 0.0,
    )


def _desk(sketches: tuple[Sketch, ...], links: Links, outlets: Outlets) -> Desk:
    identities = identities_of(links)
    vocabularies: dict[str, Vocabulary] = {one.document: vocabulary(one) for one in sketches}
    holders: dict[str, list[str]] = defaultdict(list)
    by_outlet: dict[str, set[str]] = defaultdict(set)
    copies: dict[str, set[str]] = defaultdict(set)
    for one in sketches:
        for word in vocabularies[one.document].uses:
            holders[word].append(one.document)
        by_outlet[outlets.key(one.outlet)].add(one.document)
        for credit in one.credits:
            if credit.headline:
                by_outlet[outlets.key(credit.outlet)].add(one.document)
    for copy in links.copies:
        one_id, two_id = copy.documents
        copies[one_id].add(two_id)
        copies[two_id].add(one_id)
    return Desk(
        sketches={one.document: one for one in sketches},
        claims={
            one.document: halves(one, identities, vocabularies[one.document]) for one in sketches
        },
        by_outlet={key: frozenset(documents) for key, documents in by_outlet.items() if key},
        holders={w: tuple(documents) for w, documents in holders.items() if len(documents) <= RARE},
        copies={document: frozenset(others) for document, others in copies.items()},
        statements=Counter(
            (min(s.a.document, s.b.document), max(s.a.document, s.b.document))
            for s in links.same_statement
        ),
        outlets=outlets,
    )
