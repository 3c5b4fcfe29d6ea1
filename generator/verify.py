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
from generator.wording import Wording, is_cut, kin, same

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

_IN_WORDS = {
    "people": ("role", "affiliation"),
    "quotations": ("role", "affiliation", "via"),
    "claims": ("via",),
    "figures": ("counts", "period"),
    "credits": ("outlet",),
}
"""What is printed in the words of the source. A tag is not: it may come from a sidecar or from
the head of a page, and no field says which."""

Stated = tuple[str, str]
"""The id of an item, and a field of it."""

_WHOLE_WORDS = {
    "people": ("mentions",),
    "organisations": ("mentions",),
    "places": ("mentions",),
    "dates": ("span",),
    "quotations": ("content", "cue", "source"),
    "claims": ("span", "hedges", "limiters", "modals", "conditions", "repeats"),
    "figures": ("span",),
}
"""What begins and ends with a word. A negation does not: "n’t" is the end of one."""


def verify(edition: Edition, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return one line for each breach in an edition; empty if all holds.

    Args:
        edition: Whole, or with excerpts in place of the texts.
        texts: The texts of record by document id.
    """
    lines: list[str] = []
    stated = _stated(edition)
    for member in edition.documents:
        if member.id in texts:
            own = stated.get(member.id, frozenset())
            lines.extend(_document(member.annotation, texts[member.id], own))
        else:
            lines.append(f"{member.id}: the text of record is missing")
    lines.extend(_twice("documents", (member.id for member in edition.documents)))
    lines.extend(_stories(edition))
    lines.extend(_links(edition))
    return tuple(lines)


def verify_document(annotation: Annotation) -> tuple[str, ...]:
    """Return one line for each breach in one document, which holds its own text."""
    return tuple(_document(annotation, annotation.text or "", frozenset()))


def _stated(edition: Edition) -> dict[str, frozenset[Stated]]:
    """Return, by document, the fields that a person of the desk states: no source need say them."""
    found: dict[str, set[Stated]] = {}
    for one in edition.corrections:
        if one.status == "applied" and one.document is not None:
            fields = {(one.target, change.field) for change in one.changes}
            found.setdefault(one.document, set()).update(fields)
    return {document: frozenset(fields) for document, fields in found.items()}


def _document(annotation: Annotation, text: str, stated: frozenset[Stated]) -> Iterator[str]:
    """Yield the breaches of one document, each with its name before it."""
    outside = tuple(_spans(annotation, len(text)))
    if outside:  # what is elsewhere cannot be read, and one line for each is enough
        yield from (f"{annotation.id}: {line}" for line in outside)
        return
    source = Wording(text)
    checks = (
        _ids(annotation),
        _slices(annotation, text),
        _named(annotation, source, stated),
        _figures(annotation, text),
        _speakers(annotation, source, stated),
        _held(annotation),
        _words(annotation, source, stated),
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


def _named(annotation: Annotation, source: Wording, stated: frozenset[Stated]) -> Iterator[str]:
    """Whoever and whatever is named is named so at one of its places.

    A person's name may be put together from two places; each place must then share a
    word with it, and no word may come from elsewhere.
    """
    for layer in ("people", "organisations", "places"):
        for item in getattr(annotation, layer):
            if (item.id, "name") in stated:
                continue
            slices = [mention.of(source.text) for mention in item.mentions]
            if any(same(item.name, words) for words in slices):
                whole = True
            else:
                whole = layer == "people" and all(map(source.says, item.name.split()))
            if not slices or not whole:
                yield f"{_label(layer, item)}: {_short(item.name)} is not what its places say"
            for mention, words in zip(item.mentions, slices, strict=True):
                if not kin(item.name, words):
                    yield f"{_label(layer, item)}: {_short(words)} at {_at(mention)} is another"


def cut_words(annotation: Annotation, text: str) -> tuple[str, ...]:
    """Return one line for each item that begins or ends within a word.

    It is a slice of its source all the same: pages run words and numbers together, as in
    "30, 20241 comment". So it is told, and stops nothing.
    """
    return tuple(f"{annotation.id}: {line}" for line in _borders(annotation, text))


def _borders(annotation: Annotation, text: str) -> Iterator[str]:
    for layer, fields in _WHOLE_WORDS.items():
        for item in getattr(annotation, layer):
            for field in fields:
                value = getattr(item, field)
                for span in _spans_in(value):
                    if is_cut(text, span.start) or is_cut(text, _end(text, span, field)):
                        yield f"{_label(layer, item)}: its {field} at {_at(span)} cuts a word"


def _figures(annotation: Annotation, text: str) -> Iterator[str]:
    """No figure is without a word or number."""
    for figure in annotation.figures:
        if not re.search(r"\w", figure.span.of(text)):
            yield f"figure {figure.id}: {_short(figure.span.of(text))} is no number"


def _end(text: str, span: Span, field: str) -> int:
    """Return where a place ends; the plural of a name ends in an "s" that is not the name's."""
    plural = field == "mentions" and text[span.end : span.end + 1] == "s"
    return span.end + 1 if plural else span.end


def _speakers(annotation: Annotation, source: Wording, stated: frozenset[Stated]) -> Iterator[str]:
    """Whoever is said to speak is a person of the document, by name, or stands in the text."""
    people = {person.id: person.name for person in annotation.people}
    fields = {"quotations": "speaker_name", "claims": "attributed_to", "figures": "attributed_to"}
    for layer, field in fields.items():
        for item in getattr(annotation, layer):
            name = getattr(item, field)
            own = (item.id, "speaker" if layer == "quotations" else field) in stated
            if item.speaker is not None and item.speaker not in people:
                yield f"{_label(layer, item)}: its speaker {item.speaker} is nobody"
            elif item.speaker is not None and people[item.speaker] != name:
                known = people[item.speaker]
                yield f"{_label(layer, item)}: its {field} {name!r} is {_short(known)}"
            elif item.speaker is None and name is not None and not (own or source.says(name)):
                yield f"{_label(layer, item)}: its {field} {_short(name)} is not in the text"


def _held(annotation: Annotation) -> Iterator[str]:
    """What a claim is said to hold exists and lies in it."""
    quotations = {one.id: one.content for one in annotation.quotations}
    figures = {one.id: (one.span,) for one in annotation.figures}
    for claim in annotation.claims:
        for layer, known in (("quotations", quotations), ("figures", figures)):
            for item in getattr(claim, layer):
                if item not in known:
                    yield f"claim {claim.id}: {item} is none of the {layer}"
                elif not any(claim.span.overlaps(span) for span in known[item]):
                    yield f"claim {claim.id}: {item} of the {layer} lies outside of it"
        for field in ("hedges", "limiters", "modals", "negations", "conditions"):
            for span in getattr(claim, field):
                if not claim.span.covers(span):
                    yield f"claim {claim.id}: its {field} at {_at(span)} lie outside of it"


def _words(annotation: Annotation, source: Wording, stated: frozenset[Stated]) -> Iterator[str]:
    """What is printed without a place of its own is in the words of the source."""
    items: list[tuple[str, Any]] = [
        (layer, item) for layer in _IN_WORDS for item in getattr(annotation, layer)
    ]
    if annotation.dateline:
        items.append(("dateline", annotation.dateline))
    for layer, item in items:
        for field in _IN_WORDS.get(layer, ("place", "agency")):
            words = getattr(item, field)
            if (getattr(item, "id", ""), field) in stated:
                continue
            if words is not None and not source.says(words):
                yield f"{_label(layer, item)}: its {field} {_short(words)} is not in the text"


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
    for pair in edition.same_statement:
        for drift in pair.drift:
            for side, span in ((pair.a, drift.a), (pair.b, drift.b)):
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


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else f"{words[:39]}…")


def _at(span: Span) -> str:
    return f"{span.start}-{span.end}"
