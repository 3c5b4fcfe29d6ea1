"""What a desk knows of people and outlets: ``people.yml`` and ``outlets.yml``, in any folder.

A table speaks of the documents of its folder and below; of two that speak of one name the
nearer is heard. No document states what stands there, so pages say where it is from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from generator.ids import normalised
from generator.model import BY_PERSON, Alias, Edition, Family, Identity, Known, PersonRef
from generator.plain_yaml import Entry, entries_of

PEOPLE, OUTLETS = "people.yml", "outlets.yml"
PERSON_KEYS = ("name", "aliases", "role", "affiliation")
OUTLET_KEYS = ("name", "aliases", "names", "kind", "family")


class Row(msgspec.Struct, frozen=True):
    """One person or outlet of a table."""

    file: str
    """Of the table, relative to the seeds folder."""
    line: int
    name: str
    others: tuple[str, ...]
    """Other names of the same."""
    role: str | None = None
    affiliation: str | None = None
    kind: str | None = None
    family: str | None = None

    @property
    def folder(self) -> str:
        """The folder that it speaks of, with a slash at its end; empty for the whole desk."""
        return self.file[: self.file.rfind("/") + 1]

    @property
    def forms(self) -> frozenset[str]:
        """Every name, normalised."""
        return frozenset(map(normalised, (self.name, *self.others)))


class Tables(msgspec.Struct, frozen=True):
    """All rows of all tables of a desk, in the order of files and lines."""

    people: tuple[Row, ...] = ()
    outlets: tuple[Row, ...] = ()


def read_tables(files: Mapping[str, bytes]) -> Tables:
    """Read every table of a desk.

    Args:
        files: What each holds, by its path relative to the seeds folder.

    Raises:
        ConfigError: If one is no list of known keys, or names one person twice.
    """
    people: list[Row] = []
    outlets: list[Row] = []
    for file, data in sorted(files.items()):
        if file.rpartition("/")[2] == PEOPLE:
            people += _rows(entries_of(data, file, PERSON_KEYS, "a person"))
        else:
            outlets += _rows(entries_of(data, file, OUTLET_KEYS, "an outlet"))
    return Tables(tuple(people), tuple(outlets))


def _rows(entries: Iterable[Entry]) -> list[Row]:
    """Return the rows of one file; a name that stands for two is no name for either."""
    found: list[Row] = []
    owners: dict[str, Row] = {}
    for entry in entries:
        row = Row(
            file=entry.file,
            line=entry.line,
            name=" ".join(entry.needed("name").split()),
            others=tuple(
                " ".join(one.split()) for key in ("aliases", "names") for one in entry.texts(key)
            ),
            **{key: entry.text(key) for key in ("role", "affiliation", "kind", "family")},
        )
        for form in sorted(row.forms):
            if not form:
                raise entry.error("a name must have a letter or a digit", "name")
            other = owners.setdefault(form, row)
            if other is not row and not (row.role and other.role and row.role != other.role):
                problem = f"{form!r} is also a name in line {other.line}, and can be only one's"
                raise entry.error(problem)
        found.append(row)
    return found


def known_of(
    tables: Tables, named: Iterable[tuple[str, Iterable[str]]]
) -> tuple[Known, tuple[str, ...]]:
    """Return what joining may lean on, and a warning for each row that it may not.

    Documents are joined over all folders, so a name that a table of one folder explains must
    not be read so in another: such a row waits until its table lies above both.

    Args:
        tables: Those of the desk.
        named: The path of each document with the names of its people and outlets; an archive
            has several of one path.
    """
    users: dict[str, set[str]] = defaultdict(set)
    for path, names in named:
        for name in names:
            users[normalised(name)].add(path)
    people, warned = _apart(tables.people, users)
    outlets, also = _apart(tables.outlets, users)
    roles = _shared(people)
    return Known(
        tuple(Alias(r.name, r.others, r.role if r.forms & roles else None) for r in people),
        tuple(Family(r.name, r.others, r.kind, r.family) for r in outlets),
    ), (*warned, *also)


def _apart(
    rows: Sequence[Row], users: Mapping[str, set[str]]
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Return the rows that hold on the whole desk, the nearer first, and why others do not."""
    taken: dict[str, str] = {}
    held, warned = [], []
    for row in sorted(rows, key=lambda r: (-r.folder.count("/"), r.file, r.line)):
        outside = sorted(
            (form, path)
            for form in row.forms
            for path in users.get(form, ())
            if not path.startswith(row.folder)
        )
        if outside:
            form, path = outside[0]
            warned.append(
                f"{row.file}, line {row.line}: {form!r} also stands in {path}, for which this "
                "table does not speak; not used to join documents. Put it into a folder above both"
            )
            continue
        others = tuple(o for o in row.others if taken.get(normalised(o), row.folder) == row.folder)
        if taken.get(normalised(row.name), row.folder) == row.folder:
            held.append(msgspec.structs.replace(row, others=others))
            taken.update(dict.fromkeys(row.forms, row.folder))
    return tuple(sorted(held, key=lambda r: (r.file, r.line))), tuple(sorted(warned))


def _shared(rows: Iterable[Row]) -> frozenset[str]:
    """Return the forms that several rows list: only a role tells whose they are."""
    seen: dict[str, int] = defaultdict(int)
    for row in rows:
        for form in row.forms:
            seen[form] += 1
    return frozenset(form for form, count in seen.items() if count > 1)


def with_tables(edition: Edition, tables: Tables) -> Edition:
    """Return the edition with the roles and houses of people, and what outlets are.

    Only those are taken in that a document of the table's folder names.
    """
    if not (tables.people or tables.outlets):
        return edition
    paths = {member.id: member.path for member in edition.documents}
    names = {
        PersonRef(member.id, person.id): person.name
        for member in edition.documents
        for person in member.annotation.people
    }
    by_form = _by_form(tables.people)
    people = tuple(_with_role(one, by_form, paths, names) for one in edition.people)
    houses = _by_form(tables.outlets)
    outlets = {
        row.name: Family(row.name, row.others, row.kind, row.family)
        for member in edition.documents
        if member.annotation.outlet
        for row in _nearest(houses, [(member.annotation.outlet.name, member.path)])
    }
    return msgspec.structs.replace(
        edition, people=people, outlets=tuple(outlets[name] for name in sorted(outlets))
    )


def _by_form(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for form in row.forms:
            found[form].append(row)
    return found


def _with_role(
    one: Identity,
    by_form: Mapping[str, list[Row]],
    paths: Mapping[str, str],
    names: Mapping[PersonRef, str],
) -> Identity:
    places = [
        (name, paths[ref.document])
        for ref in one.members
        for name in (one.name, names.get(ref, ""))
    ]
    for row in _nearest(by_form, places):
        if row.role or row.affiliation:
            basis = f"{BY_PERSON}{PEOPLE}"
            return msgspec.structs.replace(
                one, role=row.role, affiliation=row.affiliation, basis=basis
            )
    return one


def _nearest(
    by_form: Mapping[str, list[Row]], places: Iterable[tuple[str, str]]
) -> tuple[Row, ...]:
    """Return the row of the nearest table that speaks of a name; none where two are as near."""
    found = {
        (row.file, row.line): row
        for name, path in places
        for row in by_form.get(normalised(name), ())
        if path.startswith(row.folder)
    }
    depth = max((row.folder.count("/") for row in found.values()), default=0)
    deepest = tuple(row for row in found.values() if row.folder.count("/") == depth)
    return deepest if len(deepest) == 1 else ()
