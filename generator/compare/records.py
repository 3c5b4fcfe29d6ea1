"""An edition as records that can be compared: what it says, in which briefing, and by whom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from generator.ids import normalised
from generator.model import Annotation, ClaimRef, Edition, Member, Span

RecordKind = Literal["claim", "quotation", "figure", "document", "briefing", "person"]

Groups = dict[ClaimRef, tuple[str, str]]
"""The documents that say what a claim says, and how it is supported."""


class Record(msgspec.Struct, frozen=True):
    """One item of an edition."""

    kind: RecordKind
    id: str
    document: str
    """Empty for a briefing and a person, who are of several."""
    story: str
    """Empty for a person."""
    words: str
    """What it says, one blank between words."""
    fields: dict[str, str]
    """What else is known of it; what is not stated is empty."""
    beside: str = ""
    """Words around it, which help to know it again when its own have changed."""

    @property
    def plain(self) -> str:
        """The words without case and punctuation."""
        return normalised(self.words)


def records_of(
    edition: Edition, renamed: Mapping[str, str] = MappingProxyType({})
) -> tuple[Record, ...]:
    """Return every record of an edition, in an order that is that of ids.

    Args:
        edition: With whole texts or with excerpts; words that were not published are empty.
        renamed: What briefings are called in the other edition, where that is not their id.
    """
    groups = _groups(edition)
    found = [record for member in edition.documents for record in _of_document(member, groups)]
    found = [
        msgspec.structs.replace(record, story=renamed.get(record.story, record.story))
        for record in found
    ]
    found += [
        Record(
            "briefing",
            renamed.get(story.id, story.id),
            "",
            renamed.get(story.id, story.id),
            _flat(story.title),
            {
                "documents": ", ".join(sorted(story.documents)),
                "independent origins": str(story.independent_origins),
            },
        )
        for story in edition.stories
    ]
    found += [
        Record(
            "person",
            one.id,
            "",
            "",
            _flat(one.name),
            {
                "kind": one.kind,
                "names": "; ".join(sorted(one.names)),
                "role": one.role or "",
                "affiliation": one.affiliation or "",
            },
        )
        for one in edition.people
    ]
    return tuple(sorted(found, key=lambda r: (r.kind, r.id, r.document)))


class _Text:
    """The characters of a document that an edition holds, wherever they are kept."""

    def __init__(self, annotation: Annotation) -> None:
        self._text = annotation.text
        self._excerpts = sorted(annotation.excerpts, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._excerpts]

    def of(self, span: Span) -> str:
        """Return the words at a span; empty where they were not published."""
        if self._text is not None:
            return _flat(span.of(self._text))
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or not self._excerpts[index].span.covers(span):
            return ""
        one = self._excerpts[index]
        at = one.span.start
        return _flat(one.text[span.start - at : span.end - at])


def _of_document(member: Member, groups: Groups) -> Iterator[Record]:
    found = member.annotation
    text = _Text(found)
    yield Record(
        "document",
        member.id,
        member.id,
        member.story,
        _flat(found.title.text) if found.title else "",
        {
            "path": member.path,
            "outlet": found.outlet.name if found.outlet else "",
            "day": found.published.date if found.published else "",
            "authors": "; ".join(one.name for one in found.authors),
        },
        found.source.sha256,
    )
    yield from _claims(member, text, groups)
    for one in found.quotations:
        yield Record(
            "quotation",
            one.id,
            member.id,
            member.story,
            " […] ".join(map(text.of, one.content)),
            {
                "speaker": one.speaker_name or "",
                "type": one.type,
                "role": one.role or "",
                "affiliation": one.affiliation or "",
                "via": one.via or "",
                "flags": ", ".join(one.flags),
            },
        )
    yield from _figures(member, text)


def _claims(member: Member, text: _Text, groups: Groups) -> Iterator[Record]:
    for one in member.annotation.claims:
        documents, label = groups.get(ClaimRef(member.id, one.id), (member.id, "single-source"))
        yield Record(
            "claim",
            one.id,
            member.id,
            member.story,
            text.of(one.span),
            {
                "speaker": one.attributed_to or "",
                "kind": one.kind,
                "key": "yes" if one.key else "no",
                "gap": "yes" if one.gap else "no",
                "via": one.via or "",
                "negations": ", ".join(map(text.of, one.negations)),
                "sources": documents,
                "support": label,
            },
        )


def _figures(member: Member, text: _Text) -> Iterator[Record]:
    holders = {id_: text.of(c.span) for c in member.annotation.claims for id_ in c.figures}
    for one in member.annotation.figures:
        yield Record(
            "figure",
            one.id,
            member.id,
            member.story,
            text.of(one.span),
            {
                "value": _number(one.value),
                "low": _number(one.low),
                "high": _number(one.high),
                "unit": one.unit or "",
                "counts": one.counts or "",
                "qualifier": one.qualifier or "",
                "period": one.period or "",
                "speaker": one.attributed_to or "",
            },
            holders.get(one.id, ""),
        )


def _groups(edition: Edition) -> Groups:
    return {
        ref: (", ".join(sorted({other.document for other in group.members})), group.label)
        for group in edition.claim_groups
        for ref in group.members
    }


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"


def _flat(words: str) -> str:
    return " ".join(words.split())
