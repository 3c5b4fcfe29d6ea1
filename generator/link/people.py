"""Which people of which documents are one person.

People are joined by their full name only. A surname, a misspelling or a like role
is no proof, and a wrong join puts words into somebody's mouth. The desk's own table
of people goes before the names: two who are listed apart stay apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from generator.ids import slug
from generator.link.clusters import clusters
from generator.link.names import listed_people, name_parts
from generator.link.sketches import PersonSketch, Sketch
from generator.link.words import plain
from generator.model import Identity, Known, Links, PersonRef

KINDS = ("official", "principal", "expert", "witness", "credit_only", "editor_unnamed")
"""Where documents differ on a person's kind and no kind prevails, the first of these is taken."""

ALONE = frozenset({"credit_only", "editor_unnamed"})
"""Kinds that no table joins with people who are told about or speak."""

Found = dict[PersonRef, PersonSketch]
Entries = dict[PersonRef, int]
"""Which entry of the desk's table people are."""
Form = tuple[bool, tuple[str, ...]]
"""Whether the name stands in credits only, and its parts."""


def join_people(sketches: tuple[Sketch, ...], _links: Links, known: Known) -> tuple[Identity, ...]:
    """Return every person over all documents, sorted by id; one named once is there too.

    People named only in credits are joined with each other alone, and an unnamed
    editor with nobody.
    """
    found = {PersonRef(one.document, p.id): p for one in sketches for p in one.people}
    table = listed_people(known)
    entries = {
        ref: entry
        for ref, person in found.items()
        if (entry := table.entry(person.name, person.role)) is not None and person.kind not in ALONE
    }
    groups = clusters(found, _pairs(found, entries))
    identities = [
        _identity(
            [(ref, found[ref]) for ref in refs],
            None if entry is None else table.entries[entry].name,
        )
        for group in groups
        for entry, refs in _told_apart(group, entries)
    ]
    return tuple(sorted(_distinct(identities), key=lambda identity: identity.id))


def identities_of(links: Links) -> dict[PersonRef, str]:
    """Return the id of the identity that each person of a document belongs to."""
    return {member: identity.id for identity in links.people for member in identity.members}


def _told_apart(
    group: list[PersonRef], entries: Entries
) -> Iterator[tuple[int | None, list[PersonRef]]]:
    """Yield the listed person of a group and all its members; apart if there are several."""
    listed = sorted({entries[ref] for ref in group if ref in entries})
    if len(listed) <= 1:
        yield next(iter(listed), None), group
        return
    for entry in (*listed, None):
        members = [ref for ref in group if entries.get(ref) == entry]
        if members:
            yield entry, members


def _pairs(found: Found, entries: Entries) -> Iterator[tuple[PersonRef, PersonRef]]:
    """Yield people that are one: as listed, equal names, and forms of one name with one role."""
    first: dict[int, PersonRef] = {}
    for ref in sorted(entries):
        yield first.setdefault(entries[ref], ref), ref
    forms: dict[Form, list[PersonRef]] = defaultdict(list)
    for ref in sorted(found):
        parts = name_parts(found[ref].name)
        if len(parts) > 1 and found[ref].kind != "editor_unnamed":
            forms[found[ref].kind == "credit_only", parts].append(ref)
    for refs in forms.values():
        yield from ((refs[0], ref) for ref in refs[1:])
    roles = {
        form: {word for ref in refs for word in found[ref].role} for form, refs in forms.items()
    }
    for one, two in _variants(forms):
        least = min(len(roles[one]), len(roles[two]))
        if least and 2 * len(roles[one] & roles[two]) >= least:
            yield forms[one][0], forms[two][0]


def _variants(forms: Iterable[Form]) -> Iterator[tuple[Form, Form]]:
    """Yield forms of what may be one name: middle names left out, or the family name first.

    Where middle names exclude each other, the shorter form could be either person
    and is joined with neither.
    """
    outer: dict[tuple[object, ...], list[Form]] = defaultdict(list)
    turned: dict[tuple[object, ...], list[Form]] = defaultdict(list)
    for form in sorted(forms):
        side, parts = form
        outer[side, parts[0], parts[-1]].append(form)
        turned[side, *sorted(parts)].append(form)
    for group in outer.values():
        longest = max(group, key=lambda form: len(form[1]))
        if all(set(parts) <= set(longest[1]) for _, parts in group):
            yield from ((longest, form) for form in group if form != longest)
    for group in turned.values():
        yield from ((group[0], form) for form in group[1:])


def _identity(members: list[tuple[PersonRef, PersonSketch]], listed: str | None = None) -> Identity:
    """Return one person, under the listed name if there is one.

    Else the name is the commonest form, of equals the longest without title.
    """
    names = Counter(person.name for _, person in members)
    name = listed or min(names, key=lambda one: (-names[one], _titles(one), -len(one), one))
    kinds = Counter(person.kind for _, person in members)
    return Identity(
        id=slug(name),
        name=name,
        names=tuple(sorted({form for _, person in members for form in person.names})),
        kind=min(kinds, key=lambda kind: (-kinds[kind], KINDS.index(kind))),
        members=tuple(ref for ref, _ in members),
    )


def _titles(name: str) -> int:
    """Return how many words before a name are titles."""
    return len(plain(name).replace("-", " ").split()) - len(name_parts(name))


def _distinct(identities: list[Identity]) -> Iterator[Identity]:
    """Yield the identities with ids told apart: two people of one name are two pages."""
    seen: set[str] = set()
    for one in sorted(identities, key=lambda i: (i.id, KINDS.index(i.kind), i.members)):
        first = one.members[0]
        tries = (
            one.id,
            slug(f"{one.name} {first.document}"),
            slug(" ".join((one.name, *_ids(first)))),
        )
        free = next(text for text in tries if text not in seen)
        seen.add(free)
        yield msgspec.structs.replace(one, id=free)


def _ids(ref: PersonRef) -> tuple[str, str]:
    return ref.document, ref.person
