"""People told together or apart by a person: within a document, and between documents."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.corrections.changes import renamed
from generator.corrections.rulings import Ruling
from generator.ids import item_ids, normalised
from generator.model import (
    Alias,
    Annotation,
    Change,
    Correction,
    Edition,
    Identity,
    Person,
    PersonRef,
    QuotationRef,
    Span,
)

Documents = dict[str, Annotation]


def merged(documents: Documents, ruling: Ruling) -> tuple[Documents, tuple[Correction, ...], str]:
    """Return the documents with people of several names made one, rows, and why it cannot be.

    Each name must be that of a person in a document of the ruling's folder; one that is not
    leaves the whole ruling undone.
    """
    wanted = [normalised(name) for name in (ruling.words, *ruling.others)]
    near = [one for one in documents.values() if one.source.path.startswith(ruling.folder)]
    known = {normalised(person.name) for one in near for person in one.people}
    for name, plain in zip((ruling.words, *ruling.others), wanted, strict=True):
        if plain not in known:
            return documents, (), f"nobody is called {name!r} in these documents any more"
    renewed = dict(documents)
    rows = []
    for one in near:
        people = [p for p in one.people if normalised(p.name) in wanted]
        if people:
            renewed[one.id], row = _as_one(one, people, ruling)
            rows.append(row)
    return renewed, tuple(rows), ""


def alias(ruling: Ruling) -> Alias:
    """Return what joining documents must know of a merger."""
    return Alias(ruling.words, ruling.others)


def split(
    annotation: Annotation, person: Person, ruling: Ruling
) -> tuple[Annotation, tuple[str, ...], str]:
    """Return a document with a person told apart by mentions, the ids of all, and why not.

    Without forms in ``into`` the document stays as it is: its person is then nobody of
    another document.
    """
    text = annotation.text or ""
    forms = {normalised(form) for form in ruling.others}
    if not forms:
        return annotation, (person.id,), ""
    apart = tuple(m for m in person.mentions if normalised(m.of(text)) in forms)
    rest = tuple(m for m in person.mentions if m not in apart)
    if not apart or not rest:
        return annotation, (), "these forms are not some, but all or none of the person's mentions"
    if all(normalised(m.of(text)) != normalised(person.name) for m in rest):
        return annotation, (), f"no mention of {person.name!r} would be left"
    name = " ".join(max((m.of(text) for m in apart), key=len).split())
    (id_,) = item_ids(annotation.id, "person", [name])
    if any(one.id == id_ for one in annotation.people):
        id_ = f"{id_}-2"
    other = msgspec.structs.replace(person, id=id_, name=name, mentions=apart, role=None)
    other = msgspec.structs.replace(other, affiliation=None)
    people: list[Person] = []
    for one in annotation.people:
        same = one.id == person.id
        people += [msgspec.structs.replace(one, mentions=rest), other] if same else [one]
    annotation = msgspec.structs.replace(annotation, people=tuple(people))
    return _spoken(annotation, person.id, other), (person.id, id_), ""


def kept_apart(edition: Edition, refs: frozenset[PersonRef]) -> Edition:
    """Return the edition in which some people of documents are joined with nobody else.

    Statements that were held to be one person's are no pair any more.
    """
    if not refs:
        return edition
    names = {
        PersonRef(member.id, person.id): person.name
        for member in edition.documents
        for person in member.annotation.people
    }
    people: list[Identity] = []
    for one in edition.people:
        own = [ref for ref in one.members if ref in refs]
        rest = tuple(ref for ref in one.members if ref not in refs)
        if not own or len(one.members) == 1:
            people.append(one)
            continue
        if rest:
            people.append(msgspec.structs.replace(one, members=rest))
        for ref in own:
            # The id of a person rests on document and name, so that this one lasts as well.
            id_, name = f"{one.id[:60]}-{ref.person}", names.get(ref, one.name)
            people.append(
                msgspec.structs.replace(one, id=id_, name=name, names=(name,), members=(ref,))
            )
    people.sort(key=lambda one: one.id)
    return _without_pairs(msgspec.structs.replace(edition, people=tuple(people)))


def _without_pairs(edition: Edition) -> Edition:
    owner = {ref: one.id for one in edition.people for ref in one.members}
    speaker = {
        QuotationRef(m.id, q.id): owner.get(PersonRef(m.id, q.speaker or ""))
        for m in edition.documents
        for q in m.annotation.quotations
    }
    pairs = tuple(
        pair
        for pair in edition.same_statement
        if None in (speaker.get(pair.a), speaker.get(pair.b)) or speaker[pair.a] == speaker[pair.b]
    )
    return msgspec.structs.replace(edition, same_statement=pairs)


def _as_one(
    annotation: Annotation, people: list[Person], ruling: Ruling
) -> tuple[Annotation, Correction]:
    """Return a document with several people made one: the first of the ruling's names is kept."""
    order = [normalised(name) for name in (ruling.words, *ruling.others)]
    first = min(people, key=lambda p: order.index(normalised(p.name)))
    ids = frozenset(person.id for person in people)
    whole = msgspec.structs.replace(
        first,
        role=next((p.role for p in (first, *people) if p.role), None),
        affiliation=next((p.affiliation for p in (first, *people) if p.affiliation), None),
        mentions=tuple(sorted({m for p in people for m in p.mentions})),
    )
    left = tuple(
        whole if one.id == first.id else one
        for one in annotation.people
        if one.id == first.id or one.id not in ids
    )
    annotation = msgspec.structs.replace(annotation, people=left)
    names = (p.name for p in people if p.id != first.id)
    changes = tuple(Change("name", name, ruling.words) for name in sorted(names))
    row = Correction(first.id, "applied", annotation.id, "merge", changes, ruling.file, ruling.line)
    return renamed(annotation, ids, first.id, first.name), row


def _spoken(annotation: Annotation, old: str, new: Person) -> Annotation:
    """Give what was said to the person whose mention stands with the words."""
    values = {}
    for layer, field in (
        ("quotations", "speaker_name"),
        ("claims", "attributed_to"),
        ("figures", "attributed_to"),
    ):
        values[layer] = tuple(
            msgspec.structs.replace(one, **{"speaker": new.id, field: new.name})
            if one.speaker == old and _beside(_places(one), new.mentions)
            else one
            for one in getattr(annotation, layer)
        )
    return msgspec.structs.replace(annotation, **values)


def _places(item: object) -> Iterable[Span]:
    source = getattr(item, "source", ())
    return source or ((item.span,) if hasattr(item, "span") else ())


def _beside(spans: Iterable[Span], mentions: tuple[Span, ...]) -> bool:
    return any(span.overlaps(mention) for span in spans for mention in mentions)
