"""What must hold before anything is published: each printed string is a slice of its source.

A breach is one line that names document, item and place. No breach is mended
here: whoever made the item made the mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import msgspec

from generator.model import Annotation, Edition, Links, Quotation, Span

_LAYERS = (
    "people",
    "organisations",
    "places",
    "dates",
    "quotations",
    "claims",
    "figures",
    "captions",
    "credits",
    "notices",
    "authors",
    "excerpts",
)
_ITEMS = {"claim": "claims", "quotation": "quotations", "figure": "figures", "person": "people"}
"""How a link names an item, and the layer in which the item stands."""


def verify(edition: Edition, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return one line for each breach in an edition; empty if all holds.

    Args:
        edition: Whole, or with excerpts in place of the texts.
        texts: The texts of record by document id.
    """
    lines: list[str] = []
    for member in edition.documents:
        if member.id in texts:
            lines.extend(_document(member.annotation, texts[member.id]))
        else:
            lines.append(f"{member.id}: the text of record is missing")
    lines.extend(_twice("documents", (member.id for member in edition.documents)))
    lines.extend(_stories(edition))
    lines.extend(_links(edition))
    return tuple(lines)


def check(annotation: Annotation) -> tuple[str, ...]:
    """Return one line for each breach in one document whose text is whole."""
    if annotation.text is None:
        return (f"{annotation.id}: the text of record is missing",)
    return tuple(_document(annotation, annotation.text))


def _document(annotation: Annotation, text: str) -> Iterator[str]:
    """Yield the breaches of one document, each with its name before it."""
    checks = (
        _spans(annotation, len(text)),
        _ids(annotation),
        _slices(annotation, text),
        _speakers(annotation),
        _words(annotation, text),
        _blocks(annotation, text),
    )
    for lines in checks:
        yield from (f"{annotation.id}: {line}" for line in lines)


def _spans(annotation: Annotation, length: int) -> Iterator[str]:
    """Every span lies in the text and holds a character."""
    for name in ("title", "outlet", "published", "dateline", "blocks", *_LAYERS):
        value = getattr(annotation, name)
        for item in value if isinstance(value, tuple) else (value,):
            for span in _spans_in(item):
                if not 0 <= span.start < span.end <= length:
                    yield f"{_label(name, item)} at {_at(span)} lies outside the text"


def _spans_in(value: object) -> Iterator[Span]:
    """Yield every span that a value holds, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans_in(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _spans_in(getattr(value, name))


def _ids(annotation: Annotation) -> Iterator[str]:
    """No two items of a layer have one id."""
    for name in (*_ITEMS.values(), "organisations", "places"):
        yield from _twice(name, (item.id for item in getattr(annotation, name)))


def _slices(annotation: Annotation, text: str) -> Iterator[str]:
    """What is printed with a span is the slice at that span; no quotation is empty."""
    named: list[tuple[str, str, Span | None]] = [
        (f"author {author.name}", author.name, author.span) for author in annotation.authors
    ]
    if annotation.title:
        named.append(("title", annotation.title.text, annotation.title.span))
    if annotation.outlet:
        named.append(("outlet", annotation.outlet.name, annotation.outlet.span))
    named.extend(("excerpt", one.text, one.span) for one in annotation.excerpts)
    for what, words, span in named:
        if span is not None and span.of(text) != words:
            yield f"{what} at {_at(span)} is not the slice {_short(span.of(text))}"
    for quotation in annotation.quotations:
        if not any(piece.of(text).strip() for piece in quotation.content):
            yield f"quotation {quotation.id} has no words"


def _speakers(annotation: Annotation) -> Iterator[str]:
    """Whoever is said to speak is a person of the document."""
    people = {person.id for person in annotation.people}
    for name in ("quotations", "claims", "figures"):
        for item in getattr(annotation, name):
            if item.speaker is not None and item.speaker not in people:
                yield f"{_label(name, item)}: its speaker {item.speaker} is nobody"
    known = {name: {item.id for item in getattr(annotation, name)} for name in _ITEMS.values()}
    for claim in annotation.claims:
        for name in ("quotations", "figures"):
            for lost in sorted(set(getattr(claim, name)) - known[name]):
                yield f"claim {claim.id}: {lost} is none of the {name}"


def _words(annotation: Annotation, text: str) -> Iterator[str]:
    """Roles, affiliations and periods are in the words of the source."""
    whole, plain = _folded(text), _ascii(text)
    items: list[tuple[str, Any, tuple[str, ...]]] = []
    items.extend(("people", one, ("role", "affiliation")) for one in annotation.people)
    items.extend(("quotations", one, ("role", "affiliation")) for one in annotation.quotations)
    items.extend(("figures", one, ("period",)) for one in annotation.figures)
    for name, item, fields in items:
        for field in fields:
            words = getattr(item, field)
            if words is None or _folded(words) in whole:
                continue
            if not _ascii(words).strip() or _ascii(words) not in plain:
                yield f"{_label(name, item)}: its {field} {_short(words)} is not in the text"


def _blocks(annotation: Annotation, text: str) -> Iterator[str]:
    """Blocks are disjoint and leave no character out that is not blank."""
    spans = sorted(block.span for block in annotation.blocks)
    for one, two in pairwise(spans):
        if two.start < one.end:
            yield f"blocks at {_at(one)} and {_at(two)} overlap"
    last = 0
    for span in (*spans, Span(len(text), len(text))):
        if text[last : span.start].strip():
            yield f"the text at {_at(Span(last, span.start))} is in no block"
        last = max(last, span.end)


def _stories(edition: Edition) -> Iterator[str]:
    """Every document is in one story and says so, and each story in the documents."""
    yield from _twice("stories", (story.id for story in edition.stories))
    told = Counter(document for story in edition.stories for document in story.documents)
    home = {document: story.id for story in edition.stories for document in story.documents}
    for member in edition.documents:
        if told[member.id] != 1:
            yield f"{member.id}: is in {told[member.id]} stories"
        elif member.story != home[member.id]:
            yield f"{member.id}: says story {member.story}, is in {home[member.id]}"
    for document in sorted(told.keys() - {member.id for member in edition.documents}):
        yield f"{document}: is in a story and no document"


def _links(edition: Edition) -> Iterator[str]:
    """Every link has its ends, its spans lie at them, and its counts are right."""
    items = {
        (member.id, kind): {item.id for item in getattr(member.annotation, layer)}
        for member in edition.documents
        for kind, layer in _ITEMS.items()
    }
    documents = {member.id for member in edition.documents}
    for name in Links().__struct_fields__:
        for link in getattr(edition, name):
            what = f"{name} {getattr(link, 'id', '')}".strip()
            for document, kind, item in _ends(link):
                if document not in documents or (kind and item not in items[document, kind]):
                    yield f"{what}: {kind or 'document'} {item} of {document} does not exist"
    yield from _counts(edition)
    yield from _drift(edition)


def _ends(link: Any) -> Iterator[tuple[str, str, str]]:
    """Yield document, kind and id of each item that a link names; no kind for a document."""
    if isinstance(link, tuple):
        for item in link:
            yield from _ends(item)
    elif isinstance(link, msgspec.Struct) and not isinstance(link, Span):
        yield from _own_ends(link)
        for name in ("a", "b", "members", "lead"):
            yield from _ends(getattr(link, name, ()))


def _own_ends(link: Any) -> Iterator[tuple[str, str, str]]:
    """Yield what a link names itself, not through its members."""
    fields = link.__struct_fields__
    kind = next((name for name in fields if name in _ITEMS), "")
    if "document" in fields:
        yield link.document, kind, getattr(link, kind) if kind else link.document
    if "documents" in fields and isinstance(link.documents, tuple):
        yield from ((document, "", document) for document in link.documents)
    if getattr(link, "from_document", None) is not None:
        yield link.from_document, "", link.from_document


def _counts(edition: Edition) -> Iterator[str]:
    """The numbers that a group prints follow from its members."""
    for group in edition.claim_groups:
        documents = len({member.document for member in group.members})
        if documents != group.documents:
            yield f"claim group {group.id}: says {group.documents} documents, has {documents}"
        if not 1 <= group.independent_origins <= documents:
            yield f"claim group {group.id}: {group.independent_origins} origins of {documents}"
        single = "single-source" if documents == 1 else "single-origin"
        label = "independent" if group.independent_origins > 1 else single
        if group.label != label:
            yield f"claim group {group.id}: is labelled {group.label}, should be {label}"
    for name in ("claim_groups", "figure_groups", "people"):
        yield from _twice(name, (group.id for group in getattr(edition, name)))


def _drift(edition: Edition) -> Iterator[str]:
    """Each difference between two statements lies within the statement that shows it."""
    content = {
        (member.id, quotation.id): quotation
        for member in edition.documents
        for quotation in member.annotation.quotations
    }
    for same in edition.same_statement:
        for drift in same.drift:
            for side, span in ((same.a, drift.a), (same.b, drift.b)):
                quotation = content.get((side.document, side.quotation))
                if span is not None and quotation is not None and not _holds(quotation, span):
                    yield f"{side.document}: {drift.kind} at {_at(span)} is not in {side.quotation}"


def _holds(quotation: Quotation, span: Span) -> bool:
    """Return whether a span begins and ends inside the pieces of a quotation."""
    starts = any(piece.start <= span.start < piece.end for piece in quotation.content)
    return starts and any(piece.start < span.end <= piece.end for piece in quotation.content)


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{what}: id {name} stands twice" for name, n in Counter(ids).items() if n > 1)


def _label(layer: str, item: Any) -> str:
    return f"{layer} {getattr(item, 'id', '')}".strip()


def _folded(words: str) -> str:
    """Return words with every run of blanks as one, since a name may run over a line's end."""
    return re.sub(r"\s+", " ", words).casefold().strip()


def _ascii(words: str) -> str:
    """Return the ASCII words, one blank apart and around.

    The cleaned view may have put damaged letters right or left markup signs out;
    what is left must stand in the source in this order all the same.
    """
    return f" {' '.join(re.findall(r'[a-z0-9]+', words.casefold()))} "


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else f"{words[:39]}…")


def _at(span: Span) -> str:
    return f"{span.start}-{span.end}"
