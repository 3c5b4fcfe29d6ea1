"""One item of an edition in words: what it says, where, by which rule, and how to correct it."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import (
    Annotation,
    ClaimRef,
    Correction,
    Edition,
    FigureRef,
    Identity,
    Member,
    QuotationRef,
    Span,
)

LAYERS = {
    "claim": "claims",
    "quotation": "quotations",
    "figure": "figures",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
}
PIECES = " […] "
AROUND = 60
"""Characters of context on either side that tell equal items apart."""
BLOT = "█"

_KNOWN = {
    "claim": ("kind", "attributed_to", "via", "key", "gap"),
    "quotation": ("type", "speaker_name", "role", "affiliation", "via", "flags", "rule"),
    "figure": ("value", "low", "high", "unit", "counts", "qualifier", "period", "attributed_to"),
    "person": ("kind", "role", "affiliation"),
    "organisation": (),
    "place": (),
}
"""What is printed of each kind of item."""

_TO = {
    "claim": ("kind", "attributed_to"),
    "quotation": ("speaker", "type"),
    "figure": ("value", "unit", "counts"),
    "person": ("role", "affiliation"),
}
"""What a ready-made correction offers to change; the guide names the other fields."""

_UNPRINTED = re.compile(
    "[^\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_LINE_ENDS = re.compile("[\u2028\u2029]")


def show(edition: Edition, id_: str) -> tuple[str, ...] | None:
    """Return what is known of an item, line by line; None if nothing has the id.

    Args:
        edition: With whole texts.
        id_: Of a claim, quotation, figure, person, organisation, place, document or person
            over all documents.
    """
    for member in edition.documents:
        if member.id == id_:
            return tuple(_document(edition, member))
        for kind, layer in LAYERS.items():
            for item in getattr(member.annotation, layer):
                if item.id == id_:
                    return tuple(_item(edition, member, kind, item))
    for identity in edition.people:
        if identity.id == id_:
            return tuple(_identity(edition, identity))
    gone = [row for row in edition.corrections if row.target == id_]
    return tuple(_ruled(gone)) if gone else None


def nearest(edition: Edition, id_: str) -> tuple[str, ...]:
    """Return up to five ids that look like one that there is not."""
    known = [member.id for member in edition.documents] + [one.id for one in edition.people]
    known += [
        item.id
        for member in edition.documents
        for layer in LAYERS.values()
        for item in getattr(member.annotation, layer)
    ]
    starts = [one for one in known if id_ and one.startswith(id_)][:5]
    return tuple(starts) or tuple(difflib.get_close_matches(id_[:200], known, n=5))


def quoted(words: str) -> str:
    """Return words as YAML reads them back, on one line, whatever is in them."""
    text = json.dumps(words, ensure_ascii=False)
    text = _LINE_ENDS.sub(_escaped, text)
    return _UNPRINTED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _item(edition: Edition, member: Member, kind: str, item: Any) -> Iterator[str]:
    found = member.annotation
    text = found.text or ""
    spans = _spans(item)
    words = item.name if hasattr(item, "mentions") else PIECES.join(s.of(text) for s in spans)
    yield f"{kind} {item.id}"
    yield f"  words: {' '.join(words.split())}"
    for field in _KNOWN[kind]:
        value = getattr(item, field)
        if value not in (None, (), False):
            yield f"  {field.replace('_', ' ')}: {_plain(value)}"
    places = spans[:5]
    more = f" and {len(spans) - 5} more" if len(spans) > 5 else ""
    where = "; ".join(f"line {_line(text, s)}, characters {s.start}-{s.end}" for s in places)
    yield f"  place: {where}{more}"
    yield from _from(edition, member)
    yield from _support(edition, member, item.id)
    yield from _ruled(r for r in edition.corrections if r.target == item.id)
    if kind in _TO:
        yield ""
        yield from _entry(found, kind, item, words)


def _from(edition: Edition, member: Member) -> Iterator[str]:
    found = member.annotation
    outlet = found.outlet.name if found.outlet else "outlet not stated"
    day = found.published.date if found.published else "undated"
    part = f"/{found.source.part}" if found.source.part else ""
    yield f"  document: {member.id} ({outlet}, {day}), in the briefing {member.story}"
    yield f"  file: {member.path}{part}"
    for origin in edition.origins:
        if origin.document == member.id and origin.relation != "original":
            whose = origin.of or "another report"
            what = (
                f"cites {whose}" if origin.relation == "cites" else f"{origin.relation} of {whose}"
            )
            yield f"  origin: {what} ({origin.basis})"


def _support(edition: Edition, member: Member, id_: str) -> Iterator[str]:
    ref = ClaimRef(member.id, id_)
    for group in edition.claim_groups:
        if ref in group.members:
            others = ", ".join(f"{m.claim} in {m.document}" for m in group.members if m != ref)
            origins = f"independent origins: {group.independent_origins}"
            documents = f"documents: {group.documents}"
            yield f"  support: {group.label}, {documents}, {origins}; also {others}"
    for pair in edition.same_statement:
        own = QuotationRef(member.id, id_)
        if own in (pair.a, pair.b):
            other = pair.b if own == pair.a else pair.a
            yield f"  same statement: {other.quotation} in {other.document} ({pair.relation})"
    for figures in edition.figure_groups:
        mine = FigureRef(member.id, id_)
        if mine in figures.members:
            rest = ", ".join(f"{m.figure} in {m.document}" for m in figures.members if m != mine)
            yield f"  beside: {rest} ({figures.relation})"


def _ruled(rows: Any) -> Iterator[str]:
    for row in rows:
        yield from _ruling(row)


def _ruling(row: Correction) -> Iterator[str]:
    where = f"{row.file}, line {row.line}"
    if row.status == "orphan":
        yield f"  correction not applied: {row.what}, {where}: {row.reason}"
        return
    yield f"  correction: {row.what}, {where}"
    for change in row.changes:
        yield f"    {change.field}: the program had {_plain(change.program)}"


def _entry(annotation: Annotation, kind: str, item: Any, words: str) -> Iterator[str]:
    """Yield a correction of the item that can be pasted as it is."""
    text = annotation.text or ""
    if BLOT in words:
        yield "A name is hidden in these words; a correction quotes them as the source has them."
        return
    yield "To correct it, paste this into corrections.yml and edit the last line:"
    yield ""
    yield "- do: change"
    yield f"  id: {item.id}"
    yield f"  words: {quoted(words)}"
    if _stands_again(annotation, kind, item, text):
        first, last = _spans(item)[0], _spans(item)[-1]
        head = text[max(0, first.start - AROUND) : first.start]
        tail = text[last.end : last.end + AROUND]
        yield f"  context: {quoted(' '.join(f'{head}{words}{tail}'.split()))}"
    values = _offered(kind, item)
    yield f"  to: {{{', '.join(f'{k}: {quoted(v)}' for k, v in values.items())}}}"
    yield ""
    yield "`do: accept` and `do: reject` need no line `to`."


def _offered(kind: str, item: Any) -> Mapping[str, str]:
    values = {}
    for field in _TO[kind]:
        value = getattr(item, "speaker_name" if field == "speaker" else field)
        plain = format(value, "f") if isinstance(value, float) else str(value)
        if BLOT not in plain:
            values[field] = "" if value is None else plain
    return values


def _stands_again(annotation: Annotation, kind: str, item: Any, text: str) -> bool:
    """Return whether another item of the document says the same words."""
    if kind == "person":
        return False
    stem = re.sub(r"-[0-9]+$", "", item.id) if item.id.count("-") > 1 else item.id
    layer = getattr(annotation, LAYERS[kind])
    return any(one.id != item.id and one.id.startswith(stem) for one in layer) and bool(text)


def _document(edition: Edition, member: Member) -> Iterator[str]:
    found = member.annotation
    yield f"document {member.id}"
    yield f"  title: {found.title.text if found.title else 'not stated'}"
    yield from _from(edition, member)
    if found.published:
        yield f"  day: {found.published.date} ({found.published.basis})"
    yield f"  authors: {', '.join(one.name for one in found.authors) or 'not stated'}"
    for layer in ("claims", "quotations", "figures", "people"):
        items = getattr(found, layer)
        yield f"  {layer}: {len(items)}{': ' if items else ''}{' '.join(i.id for i in items[:50])}"
    yield from _ruled(r for r in edition.corrections if r.target == member.id)
    yield ""
    yield "To correct it, paste this into corrections.yml and edit the last line:"
    yield ""
    yield "- do: change"
    yield f"  document: {quoted(member.id)}"
    outlet = found.outlet.name if found.outlet else ""
    day = found.published.date if found.published else ""
    yield f"  to: {{outlet: {quoted(outlet)}, published: {quoted(day)}}}"


def _identity(edition: Edition, identity: Identity) -> Iterator[str]:
    paths = {member.id: member.path for member in edition.documents}
    yield f"person {identity.id}"
    yield f"  name: {identity.name}"
    others = "; ".join(name for name in identity.names if name != identity.name)
    yield f"  also named as: {others or 'nothing'}"
    yield f"  kind: {identity.kind}"
    if identity.role or identity.affiliation:
        both = ", ".join(filter(None, (identity.role, identity.affiliation)))
        yield f"  role: {both} ({identity.basis})"
    for ref in identity.members:
        yield f"  {ref.person} in {ref.document} ({paths.get(ref.document, '')})"


def _spans(item: Any) -> tuple[Span, ...]:
    return tuple(getattr(item, "content", None) or getattr(item, "mentions", None) or (item.span,))


def _line(text: str, span: Span) -> int:
    return text.count("\n", 0, span.start) + 1


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "yes" if value is True else "nothing" if value is None else " ".join(str(value).split())
