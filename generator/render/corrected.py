"""What people of the desk ruled about an item, as its page says it: never silently."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.model import Change, Correction, Family, Identity
from generator.render.view import Entry, View
from generator.render.words import listed

CHIPS = {
    "accept": "Checked by the desk",
    "change": "Corrected by the desk",
    "add": "Added by the desk",
    "merge": "Joined by the desk",
    "split": "Told apart by the desk",
}
_ORDER = ("add", "change", "merge", "split", "accept")
"""Which mark an item gets that people ruled on more than once: the weightiest."""

FIELDS = {
    "attributed_to": "speaker",
    "counts": "what it counts",
    "published": "day",
    "key": "key claim",
}
"""Names of fields for a reader; the others are called as they are."""

NOTHING = "nothing"


class DeskMark(msgspec.Struct, frozen=True):
    """That a person had a hand in an item, and what the program had instead."""

    chip: str
    words: str
    """Empty where nothing was replaced."""


def desk_mark(view: View, document: str, target: str) -> DeskMark | None:
    """Return the mark of an item, or of a document by its own id; None for a machine's work."""
    rows = view.corrections.get((document, target), ())
    return _mark(rows)


def person_mark(view: View, identity: Identity) -> DeskMark | None:
    """Return the mark of a person over all documents."""
    return _mark(
        row
        for ref in identity.members
        for row in view.corrections.get((ref.document, ref.person), ())
    )


def house(view: View, entry: Entry) -> str:
    """Return what the desk's own table says of the outlet of a document; empty for nothing."""
    outlet = entry.annotation.outlet
    family = view.houses.get(outlet.name.casefold()) if outlet else None
    if family is None or not (family.kind or family.family):
        return ""
    return f"{_described(family)}, stated in outlets.yml"


def _described(family: Family) -> str:
    return ", ".join(filter(None, (family.kind, family.family and f"of {family.family}")))


def _mark(rows: Iterable[Correction]) -> DeskMark | None:
    ordered = sorted(rows, key=lambda row: _ORDER.index(row.what) if row.what in _ORDER else 9)
    if not ordered:
        return None
    changes = dict.fromkeys(change for row in ordered for change in row.changes)
    what = ordered[0].what
    said = [_had(change, added=what == "add") for change in changes]
    opening = "The desk states" if what == "add" else "The program had"
    return DeskMark(CHIPS.get(what, CHIPS["change"]), f"{opening}: {listed(said)}." if said else "")


def _had(change: Change, *, added: bool) -> str:
    value = change.desk if added else change.program
    return f"{FIELDS.get(change.field, change.field)} {NOTHING if value is None else value}"
