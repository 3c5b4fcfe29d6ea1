"""Lays what people of the desk rule over what the program found, before documents are joined.

A ruling meets the exact words that it was written for, or it is an orphan: named with its
file and line, and without effect. No text of record changes but where a name is hidden.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from generator.corrections.changes import added, changed, without
from generator.corrections.hiding import (
    Mask,
    Names,
    blotted,
    letters,
    letters_of,
    mask_for,
    masked_value,
    named_outside,
)
from generator.corrections.matching import Index, Target
from generator.corrections.people import Documents, alias, kept_apart, merged, split
from generator.corrections.rulings import Ruling
from generator.corrections.settling import settled
from generator.errors import ConfigError
from generator.model import Alias, Annotation, Change, Correction, Edition, Known, PersonRef

Found = tuple[Ruling, Target]


class Corrected(msgspec.Struct, frozen=True):
    """The documents as the desk wants them, and what became of each ruling."""

    annotations: tuple[Annotation, ...]
    rows: tuple[Correction, ...] = ()
    """In the order of files and lines."""
    aliases: tuple[Alias, ...] = ()
    """People of several names who are one."""
    apart: frozenset[PersonRef] = frozenset()
    """People who are nobody of another document."""
    hidden: tuple[str, ...] = ()
    """Forms of names that must stand nowhere; never printed."""


def correct(annotations: Iterable[Annotation], rulings: tuple[Ruling, ...]) -> Corrected:
    """Carry rulings out on the documents of a desk.

    Args:
        annotations: As the program made them.
        rulings: In the order of files and lines.

    Raises:
        ConfigError: If a name is to be hidden that stands in the name of a file.
    """
    found = tuple(annotations)
    if not rulings:
        return Corrected(found)
    work = _Work(found)
    work.items([r for r in rulings if r.do in ("accept", "reject", "change")])
    work.people([r for r in rulings if r.do in ("merge", "split")])
    work.additions([r for r in rulings if r.do == "add"])
    work.hide([r for r in rulings if r.do == "hide"])
    return work.result()


def joined(edition: Edition, corrected: Corrected) -> Edition:
    """Return the edition with what concerns joins: people kept apart, names hidden, the rows."""
    edition = kept_apart(edition, corrected.apart)
    edition = msgspec.structs.replace(edition, corrections=corrected.rows)
    if not corrected.hidden:
        return edition
    mask = mask_for(corrected.hidden)
    people = tuple(
        msgspec.structs.replace(
            one,
            role=masked_value(one.role, mask),
            affiliation=masked_value(one.affiliation, mask),
        )
        for one in edition.people
    )
    return msgspec.structs.replace(
        edition,
        people=people,
        outlets=masked_value(edition.outlets, mask),
        corrections=masked_value(edition.corrections, mask),
    )


def without_hidden(known: Known, corrected: Corrected) -> Known:
    """Return what joining may lean on without hidden names, and with the people made one."""
    mask = mask_for(corrected.hidden)
    listed = (*corrected.aliases, *known.people)
    return Known(
        tuple(
            Alias(one.name, tuple(v for v in one.variants if mask(v) == v), one.role)
            for one in listed
            if mask(one.name) == one.name
        ),
        tuple(one for one in known.outlets if masked_value(one, mask) == one),
    )


class _Work:
    """What has been done so far; each step reads the documents that the one before left."""

    def __init__(self, annotations: tuple[Annotation, ...]) -> None:
        self._documents: Documents = {one.id: one for one in annotations}
        self._rows: list[Correction] = []
        self._aliases: list[Alias] = []
        self._apart: set[PersonRef] = set()
        self._hidden: set[str] = set()

    def result(self) -> Corrected:
        """Return all of it."""
        return Corrected(
            annotations=tuple(self._documents.values()),
            rows=tuple(sorted(self._rows, key=lambda r: (r.file, r.line, r.target))),
            aliases=tuple(self._aliases),
            apart=frozenset(self._apart),
            hidden=tuple(sorted(self._hidden)),
        )

    def items(self, rulings: list[Ruling]) -> None:
        """Accept, drop and change items; first all are found, then all is done."""
        by_target: dict[tuple[str, str], list[Found]] = defaultdict(list)
        for ruling, target in self._found(rulings):
            by_target[target.document, getattr(target.item, "id", "")].append((ruling, target))
        dropped: dict[tuple[str, str], set[str]] = defaultdict(set)
        for group in by_target.values():
            targets = dict(group)
            kept, refused = settled([ruling for ruling, _ in group])
            for ruling, reason in refused.items():
                self._orphan(ruling, reason, targets[ruling].document)
            for ruling in kept:
                self._item(ruling, targets[ruling], dropped)
        for (document, kind), ids in sorted(dropped.items()):
            self._documents[document] = without(self._documents[document], kind, frozenset(ids))

    def _item(
        self, ruling: Ruling, target: Target, dropped: dict[tuple[str, str], set[str]]
    ) -> None:
        changes: tuple[Change, ...] = ()
        if ruling.do == "reject":
            dropped[target.document, ruling.kind].add(target.item.id)
        elif ruling.do == "change":
            document = self._documents[target.document]
            self._documents[target.document], changes = changed(document, target.item, ruling)
        id_ = target.document if target.item is None else target.item.id
        self._applied(ruling, id_, target.document, changes)

    def people(self, rulings: list[Ruling]) -> None:
        """Make people one, and tell people apart."""
        for ruling in rulings:
            if ruling.do == "merge":
                self._documents, rows, problem = merged(self._documents, ruling)
                if problem:
                    self._orphan(ruling, problem)
                else:
                    self._rows.extend(rows)
                    self._aliases.append(alias(ruling))
        splits = [ruling for ruling in rulings if ruling.do == "split"]
        for ruling, target in self._found(splits):
            document = self._documents[target.document]
            renewed, ids, problem = split(document, target.item, ruling)
            if problem:
                self._orphan(ruling, problem, target.document)
                continue
            self._documents[target.document] = renewed
            self._apart |= {PersonRef(target.document, id_) for id_ in ids}
            self._applied(ruling, target.item.id, target.document)

    def additions(self, rulings: list[Ruling]) -> None:
        """Add what the program missed."""
        for ruling in rulings:
            document = self._documents.get(ruling.target)
            if document is None:
                self._orphan(ruling, f"there is no document {ruling.target} any more")
                continue
            if not document.source.path.startswith(ruling.folder):
                self._orphan(ruling, f"{ruling.target} lies in another folder", document.id)
                continue
            renewed, id_, problem = added(document, ruling)
            if problem:
                self._orphan(ruling, problem, document.id)
                continue
            self._documents[document.id] = renewed
            changes = tuple(Change(field, None, value) for field, value in ruling.to)
            self._applied(ruling, id_, document.id, changes)

    def hide(self, rulings: list[Ruling]) -> None:
        """Blot names out, last of all, so that no other step can bring one back."""
        if not rulings:
            return
        held = {one.id: letters_of(one) for one in self._documents.values()}
        masks: dict[str, set[str]] = defaultdict(set)
        names = Names(self._documents.values())
        for ruling in rulings:
            near = [o for o in self._documents.values() if o.source.path.startswith(ruling.folder)]
            forms = names.forms(ruling)
            plain = [(form, letters(form)) for form in forms]
            own = {one.id: [f for f, own_ in plain if own_ in held[one.id]] for one in near}
            for id_, standing in own.items():
                masks[id_].update(standing)
            self._hidden.update(forms)
            where = f"{ruling.file}:{ruling.line}"
            row = Correction(where, "applied", None, "hide", (), ruling.file, ruling.line)
            if not any(own.values()):
                reason = "this name stands in no document any more"
                row = msgspec.structs.replace(row, status="orphan", reason=reason)
            self._rows.append(row)
        for id_, forms_here in masks.items():
            self._blot(id_, mask_for(forms_here))

    def _blot(self, document: str, mask: Mask) -> None:
        one = self._documents[document]
        if named_outside(one, mask):
            problem = f"{one.source.path} has a hidden name in its own name; rename the file"
            raise ConfigError(f"{problem}. Nothing was published", file="corrections.yml")
        self._documents[document] = blotted(one, mask) or one

    def _found(self, rulings: list[Ruling]) -> list[Found]:
        """Return the rulings that have a target, with it; the others are orphans."""
        index = Index(self._documents.values(), rulings)
        found = []
        for ruling in rulings:
            target = index.find(ruling)
            if isinstance(target, str):
                self._orphan(ruling, target)
            else:
                found.append((ruling, target))
        return found

    def _applied(
        self, ruling: Ruling, target: str, document: str, changes: tuple[Change, ...] = ()
    ) -> None:
        row = Correction(target, "applied", document, ruling.do, changes, ruling.file, ruling.line)
        self._rows.append(row)

    def _orphan(self, ruling: Ruling, reason: str, document: str | None = None) -> None:
        target = ruling.target or f"{ruling.file}:{ruling.line}"
        self._rows.append(
            Correction(target, "orphan", document, ruling.do, (), ruling.file, ruling.line, reason)
        )
