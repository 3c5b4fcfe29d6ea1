"""A statement beside its retellings, with the words that were lost or changed on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.ids import normalised
from generator.model import Drift, PersonRef, QuotationRef, SameStatement, Span
from generator.render.citations import MAX_ALSO, Link, source_link
from generator.render.pieces import MAX_PRINTED
from generator.render.quotations import QuotationRow, find, quotation_row
from generator.render.view import View
from generator.render.visible import visible
from generator.render.words import DRIFT

Said = tuple[str, str, str]
"""Who said it, how it is reported, and its words; equal ones are one statement copied."""

_RANK = {"direct": 0, "mixed": 1, "indirect": 2}

MAX_RETELLINGS = 6
"""Retellings of one statement on a page; a sentence of a wire report may have hundreds."""

WAYS = {
    "direct-paraphrase": "retold in other words",
    "direct-direct": "also quoted",
    "paraphrase-paraphrase": "also reported",
}
"""What a retelling is called, by the relation of the pair."""


class DriftRow(msgspec.Struct, frozen=True):
    """One difference in meaning, in words."""

    what: str
    said: str
    """The words on the side of the statement; empty where they are missing there."""
    retold: str


class Retelling(msgspec.Struct, frozen=True):
    """The statement as another passage gives it."""

    way: str
    row: QuotationRow
    drifts: tuple[DriftRow, ...]


class Statement(msgspec.Struct, frozen=True):
    """One thing that was said, in its most literal form, and every retelling of it."""

    ref: QuotationRef
    row: QuotationRow
    also: tuple[Link, ...]
    """Where other documents give it in the same words, the first few."""
    also_documents: tuple[str, ...]
    """Their ids, as many."""
    also_more: int
    retellings: tuple[Retelling, ...]
    more: int
    """How many further retellings there are."""


def statements(view: View, refs: Iterable[QuotationRef], at: str) -> tuple[Statement, ...]:
    """Return what was said, each statement once, in the order of the quotations given.

    Args:
        view: The edition.
        refs: Quotations of a page, without repeats; a retelling by one that is not
            among them is left out.
        at: The address of the page.
    """
    given = {ref: said_by(view, ref) for ref in refs if find(view, ref)}
    twins = _gathered(given)
    done: set[QuotationRef] = set()
    found: list[Statement] = []
    for ref in given:
        if ref not in done:
            circle = _circle(view, ref, given, twins)
            done.update(circle)
            found.append(_statement(view, circle, at))
    return tuple(found)


def said_by(view: View, ref: QuotationRef) -> Said:
    """Return who said it, how it is reported, and its words without case and punctuation."""
    entry = view.entries[ref.document]
    quotation = entry.quotations[ref.quotation]
    identity = view.identities.get(PersonRef(ref.document, quotation.speaker or ""))
    name = identity.id if identity else (quotation.speaker_name or "").casefold()
    words = normalised(" ".join(visible(span.of(entry.shown)) for span in quotation.content))
    return name, quotation.type, words


def _gathered(given: dict[QuotationRef, Said]) -> dict[Said, list[QuotationRef]]:
    twins: dict[Said, list[QuotationRef]] = {}
    for ref, said in given.items():
        twins.setdefault(said, []).append(ref)
    return twins


def _circle(
    view: View,
    ref: QuotationRef,
    given: dict[QuotationRef, Said],
    twins: dict[Said, list[QuotationRef]],
) -> tuple[QuotationRef, ...]:
    """Return all quotations that report one statement, the most literal first."""
    place = {one: index for index, one in enumerate(given)}
    met, ahead = {ref}, [ref]
    while ahead:
        one = ahead.pop()
        paired = (other for pair in view.pairs.get(one, ()) for other in (pair.a, pair.b))
        near = [other for other in (*paired, *twins.pop(given[one], ())) if other in given]
        ahead += dict.fromkeys(other for other in near if other not in met)
        met.update(near)
    return tuple(sorted(met, key=lambda one: (_rank(view, one), place[one])))


def _rank(view: View, ref: QuotationRef) -> int:
    return _RANK[view.entries[ref.document].quotations[ref.quotation].type]


def _statement(view: View, circle: tuple[QuotationRef, ...], at: str) -> Statement:
    root, *rest = circle
    words = {ref: said_by(view, ref) for ref in circle}
    same = [ref for ref in rest if words[ref] == words[root]]
    firsts = {said: ref for ref, said in reversed(words.items())}
    others = [ref for ref in rest if words[ref] != words[root] and firsts[words[ref]] == ref]
    pairs = {ref: _pair(view, root, ref) for ref in others}
    lost = tuple(
        (side, "lost")
        for ref, pair in pairs.items()
        for side, _ in _sides(pair, ref)
        if side is not None
    )
    return Statement(
        ref=root,
        row=_row(view, root, at, lost),
        also=tuple(
            source_link(view.entries[ref.document], at, ref.quotation) for ref in same[:MAX_ALSO]
        ),
        also_documents=tuple(ref.document for ref in same[:MAX_ALSO]),
        also_more=max(0, len(same) - MAX_ALSO),
        retellings=tuple(
            _retelling(view, root, ref, pairs[ref], at) for ref in others[:MAX_RETELLINGS]
        ),
        more=max(0, len(others) - MAX_RETELLINGS),
    )


def _pair(view: View, root: QuotationRef, ref: QuotationRef) -> SameStatement | None:
    """Return the pair of a retelling and the statement; None where only others link them."""
    return next((pair for pair in view.pairs.get(ref, ()) if root in (pair.a, pair.b)), None)


def _sides(
    pair: SameStatement | None, ref: QuotationRef
) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the words of each difference: on the statement's side, then on the retelling's."""
    for drift in pair.drift if pair else ():
        yield (drift.a, drift.b) if pair and pair.b == ref else (drift.b, drift.a)


def _retelling(
    view: View, root: QuotationRef, ref: QuotationRef, pair: SameStatement | None, at: str
) -> Retelling:
    sides = tuple(_sides(pair, ref))
    changed = tuple((side, "changed") for _, side in sides if side is not None)
    drifts: tuple[Drift, ...] = pair.drift if pair else ()
    return Retelling(
        way=WAYS[pair.relation if pair else "paraphrase-paraphrase"],
        row=_row(view, ref, at, changed),
        drifts=tuple(
            DriftRow(DRIFT[one.kind], _words(view, root, said), _words(view, ref, retold))
            for one, (said, retold) in zip(drifts, sides, strict=True)
        ),
    )


def _words(view: View, ref: QuotationRef, span: Span | None) -> str:
    return span.of(view.entries[ref.document].shown)[:MAX_PRINTED] if span else ""


def _row(
    view: View, ref: QuotationRef, at: str, marks: tuple[tuple[Span, str], ...]
) -> QuotationRow:
    entry = view.entries[ref.document]
    return quotation_row(view, entry, entry.quotations[ref.quotation], at, marks)
