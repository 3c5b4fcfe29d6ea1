"""What a briefing holds of its story, on the screen and on paper, before it is put into rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model import Claim, ClaimRef, FigureGroup, QuotationRef
from generator.render.view import Entry, View

Item = tuple[Entry, Claim]


def claims_of(view: View, refs: Iterable[ClaimRef]) -> list[Item]:
    """Return claims with their documents; those that the edition has no more are left out."""
    return [
        (entry, claim)
        for ref in refs
        if (entry := view.entries.get(ref.document)) and (claim := entry.claims.get(ref.claim))
    ]


def all_claims(entries: Iterable[Entry]) -> list[Item]:
    """Return every claim of some documents, in the order of the texts."""
    return [(entry, claim) for entry in entries for claim in entry.annotation.claims]


def is_comment(item: Item) -> bool:
    """Return whether a claim stands in an editor's comment, which supports nothing."""
    entry, claim = item
    return entry.kind_at(claim.span) == "editor_comment"


def key_claims(view: View, claims: Iterable[Item]) -> list[Item]:
    """Return the key claims that say what is known, each group once, the best supported first."""
    return heads(view, [i for i in claims if i[1].key and not i[1].gap and not is_comment(i)])


def gaps(view: View, claims: Iterable[Item]) -> list[Item]:
    """Return the claims that say what is not known, each group once."""
    return heads(view, [i for i in claims if i[1].gap and not is_comment(i)])


def heads(view: View, claims: Sequence[Item]) -> list[Item]:
    """Return the first claim of each group, those of most independent origins first."""
    found: dict[tuple[str, str], tuple[int, Item]] = {}
    for entry, claim in claims:
        group = view.groups.get(ClaimRef(entry.id, claim.id))
        key = ("group", group.id) if group else (entry.id, claim.id)
        found.setdefault(key, (group.independent_origins if group else 1, (entry, claim)))
    return [item for _, item in sorted(found.values(), key=lambda head: -head[0])]


def all_quotations(entries: Iterable[Entry]) -> Iterator[QuotationRef]:
    """Yield every quotation of some documents, in the order of the texts."""
    for entry in entries:
        for quotation in entry.annotation.quotations:
            yield QuotationRef(entry.id, quotation.id)


def compared(view: View, entries: Iterable[Entry], relation: str) -> Iterator[FigureGroup]:
    """Yield the groups of figures of one relation in which a document of the story takes part."""
    ids = {entry.id for entry in entries}
    for group in view.edition.figure_groups:
        if group.relation == relation and any(ref.document in ids for ref in group.members):
            yield group
