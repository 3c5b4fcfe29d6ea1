"""People: who is in a story, the page of each over all documents, and the list of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from generator.model import Identity, Page, PersonRef
from generator.render.citations import Link, document_label, role_and_house
from generator.render.corrected import person_mark
from generator.render.environment import Templates
from generator.render.lists import compose_list, pager
from generator.render.paths import address, list_path, person_path, source_path
from generator.render.quotations import find
from generator.render.retellings import statements
from generator.render.view import Entry, View
from generator.render.words import PERSON, counted

MAX_SHOWN = 12
"""Roles, names or documents of one person on a page; further ones are counted."""


class PersonRow(msgspec.Struct, frozen=True):
    """One person in a list."""

    id: str
    name: str
    href: str
    """Their page; empty where they have none."""
    kind: str
    details: str
    said: str
    documents: tuple[Link, ...]
    more: int


class Role(msgspec.Struct, frozen=True):
    """What documents call a person, and which."""

    words: str
    documents: tuple[Link, ...]
    more: int


class Cast(msgspec.Struct, frozen=True):
    """The people and organisations of a story."""

    people: tuple[PersonRow, ...]
    more: int
    organisations: tuple[str, ...]
    href: str


def cast(view: View, entries: Sequence[Entry], at: str) -> Cast:
    """Return the people and organisations that the documents of a story name."""
    met = dict.fromkeys(
        identity.id
        for entry in entries
        for person in entry.annotation.people
        if (identity := view.identities.get(PersonRef(entry.id, person.id)))
        and identity.kind != "credit_only"
    )
    everyone = {identity.id: identity for identity in view.edition.people}
    shown = view.look.section_rows
    names = dict.fromkeys(o.name for entry in entries for o in entry.annotation.organisations)
    return Cast(
        people=tuple(person_row(view, everyone[id_], at) for id_ in islice(met, shown)),
        more=max(0, len(met) - shown),
        organisations=tuple(islice(names, shown)),
        href=address(at, list_path("people")),
    )


def person_row(view: View, identity: Identity, at: str) -> PersonRow:
    """Return a person as a list on the page at an address shows them."""
    links = _documents(view, identity.members, at)
    roles = roles_of(view, identity, at)
    said = len(view.said.get(identity.id, ()))
    return PersonRow(
        id=identity.id,
        name=identity.name,
        href=address(at, person_path(identity.id)) if view.has_page(identity) else "",
        kind=PERSON[identity.kind],
        details=roles[0].words if roles else "",
        said=counted(said, "statement") if said else "",
        documents=links[:MAX_DOCUMENTS],
        more=max(0, len(links) - MAX_DOCUMENTS),
    )


MAX_DOCUMENTS = 3
"""Documents that a row of a list names."""


def roles_of(view: View, identity: Identity, at: str) -> tuple[Role, ...]:
    """Return what the desk calls a person, then what documents do, most used first."""
    found: dict[str, list[PersonRef]] = {}
    for ref in identity.members:
        entry = view.entries.get(ref.document)
        for person in entry.annotation.people if entry else ():
            words = role_and_house(person.role, person.affiliation)
            if person.id == ref.person and words:
                found.setdefault(words, []).append(ref)
    ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
    stated = role_and_house(identity.role, identity.affiliation)
    own = (Role(f"{stated} ({identity.basis})", (), 0),) if stated else ()
    return own + tuple(
        Role(words, _documents(view, refs[:MAX_DOCUMENTS], at), max(0, len(refs) - MAX_DOCUMENTS))
        for words, refs in ordered[:MAX_SHOWN]
    )


def render_people(view: View, templates: Templates) -> Iterable[Page]:
    """Return the pages of each person, and the list of all, those who said most first."""
    everyone = [one for one in view.edition.people if one.kind != "credit_only"]
    for identity in view.edition.people:
        if view.has_page(identity):
            yield from _pages(view, templates, identity)
    yield from compose_list(
        view,
        templates,
        folder="people",
        items=sorted(everyone, key=lambda one: (-len(view.said.get(one.id, ())), one.name, one.id)),
        row=lambda identity, at: person_row(view, identity, at),
    )


def _pages(view: View, templates: Templates, identity: Identity) -> Iterator[Page]:
    """Yield the pages of one person: what they said, a page of a list's size at a time."""
    refs = [ref for ref in view.said.get(identity.id, ()) if find(view, ref)]
    size = view.look.page_size
    count = max(1, -(-len(refs) // size))
    documents = len({ref.document for ref in identity.members})
    for number in range(1, count + 1):
        at = person_path(identity.id, number)
        shown = refs[(number - 1) * size : number * size]
        total = counted(len(refs), "statement")
        values = {
            "title": identity.name if number == 1 else f"{identity.name}, page {number}",
            "name": identity.name,
            "description": f"{total} in {counted(documents, 'document')}.",
            "kind": PERSON[identity.kind],
            "names": tuple(n for n in identity.names if n != identity.name)[:MAX_SHOWN],
            "roles": roles_of(view, identity, at),
            "desk": person_mark(view, identity),
            "total": total,
            "statements": statements(view, shown, at),
            "documents": _documents(view, identity.members, at)[: view.look.section_rows],
            "everyone": address(at, list_path("people")),
            "pager": pager(number, count, lambda n: person_path(identity.id, n)),
        }
        yield Page(at, templates.compose("person.md.jinja", values))


def _documents(view: View, refs: Iterable[PersonRef], at: str) -> tuple[Link, ...]:
    """Return the documents that name a person, each once."""
    ids = dict.fromkeys(ref.document for ref in refs if ref.document in view.entries)
    return tuple(
        Link(document_label(view.entries[id_]), address(at, source_path(id_))) for id_ in ids
    )
