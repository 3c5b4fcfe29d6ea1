"""What changed between two editions, how much it matters, and how to say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from generator.compare.pairing import paired
from generator.compare.records import Record, RecordKind, records_of
from generator.model import Edition

Kind = Literal["added", "removed", "changed", "moved"]
Severity = Literal["critical", "notice", "quiet"]

ORDER: tuple[Severity, ...] = ("critical", "notice", "quiet")
"""The gravest first."""

_CRITICAL = {
    "claim": {"speaker", "negations"},
    "quotation": {"speaker"},
    "figure": {"value", "low", "high", "unit", "speaker"},
}
"""Fields whose change makes a source say something else."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[%$€£¥]")
_NEVER = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|cannot)\b|n[’']t\b", re.IGNORECASE
)
_NAMES: tuple[RecordKind, ...] = ("claim", "quotation", "figure", "document", "briefing", "person")


class FieldChange(msgspec.Struct, frozen=True):
    """One thing that is known of an item, before and after."""

    field: str
    old: str
    new: str


class Difference(msgspec.Struct, frozen=True):
    """One item that is not as it was."""

    kind: RecordKind
    change: Kind
    severity: Severity
    id: str
    """In the new edition; in the old one where it was removed."""
    old_id: str
    """Empty for an item that was added."""
    document: str
    story: str
    """In the new edition; in the old one where it was removed."""
    old_story: str
    """Empty for an item that was added."""
    words: str
    old_words: str
    fields: tuple[FieldChange, ...]


class Comparison(msgspec.Struct, frozen=True, rename={"schema_": "schema"}):
    """Everything that differs between two editions, the gravest first."""

    differences: tuple[Difference, ...]
    schema_: str = "briefing/comparison@1"

    def worst(self) -> Severity | None:
        """Return the gravest severity; None where nothing differs."""
        return next((s for s in ORDER if any(d.severity == s for d in self.differences)), None)


def compare(old: Edition, new: Edition) -> Comparison:
    """Return what changed from one edition to another.

    The order of items and the way in which lines are wrapped are no change.
    """
    found = paired(records_of(old, _renamed(old, new)), records_of(new))
    rows = [_alone(record, "removed") for record in found.old]
    rows += [_alone(record, "added") for record in found.new]
    names = {one.id: two.id for one, two in found.pairs if one.kind == "document"}
    rows += [row for one, two in found.pairs for row in _between(_called(one, names), two)]
    rows.sort(
        key=lambda d: (ORDER.index(d.severity), d.story, _NAMES.index(d.kind), d.id, d.old_id)
    )
    return Comparison(tuple(rows))


def _renamed(old: Edition, new: Edition) -> dict[str, str]:
    """Return the new ids of briefings that are called otherwise now: those of the same documents.

    Else a new headline would move every item of its briefing.
    """
    kept = {story.id for story in old.stories} & {story.id for story in new.stories}
    home = {doc: s.id for s in new.stories if s.id not in kept for doc in s.documents}
    found: dict[str, str] = {}
    for story in old.stories:
        if story.id not in kept:
            votes = Counter(home[doc] for doc in story.documents if doc in home)
            best = min(votes, key=lambda id_: (-votes[id_], id_), default=None)
            if best is not None and best not in found.values():
                found[story.id] = best
    return found


def fails(comparison: Comparison, level: str) -> bool:
    """Return whether a comparison holds something as grave as a level; never for ``none``."""
    worst = comparison.worst()
    return (
        level != "none" and worst is not None and ORDER.index(worst) <= ORDER.index(_level(level))
    )


def summary(comparison: Comparison) -> Iterator[str]:
    """Yield the lines that a person reads: a table, then one line for each difference."""
    if not comparison.differences:
        yield "Nothing has changed."
        return
    rows = Counter((d.kind, d.change) for d in comparison.differences)
    changes: tuple[Kind, ...] = ("added", "removed", "changed", "moved")
    yield f"{'':<12}" + "".join(f"{change:>9}" for change in changes)
    for kind in _NAMES:
        if any(rows[kind, change] for change in changes):
            yield f"{kind + 's':<12}" + "".join(f"{rows[kind, c]:>9}" for c in changes)
    yield ""
    for one in comparison.differences:
        yield _line(one)
        yield from (
            f"          {f.field}: {f.old or 'nothing'} -> {f.new or 'nothing'}" for f in one.fields
        )


def marked(old: str, new: str) -> str:
    """Return words with what was replaced in brackets: ``a toll of [40 -> 47] percent``."""
    one, two = old.split(), new.split()
    parts = []
    steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    for step, i1, i2, j1, j2 in steps:
        if step == "equal":
            parts += one[i1:i2]
        else:
            parts.append(f"[{' '.join(one[i1:i2])} -> {' '.join(two[j1:j2])}]")
    return " ".join(parts)


def _level(level: str) -> Severity:
    return next(one for one in ORDER if one == level)


def _alone(record: Record, change: Kind) -> Difference:
    gone = change == "removed"
    return Difference(
        kind=record.kind,
        change=change,
        severity="notice",
        id=record.id,
        old_id=record.id if gone else "",
        document=record.document,
        story=record.story,
        old_story=record.story if gone else "",
        words="" if gone else record.words,
        old_words=record.words if gone else "",
        fields=(),
    )


def _called(record: Record, names: Mapping[str, str]) -> Record:
    """Return a record with the documents in its fields under the ids that they have now."""
    fields = dict(record.fields)
    for field in ("sources", "documents"):
        if field in fields:
            ids = (names.get(id_, id_) for id_ in fields[field].split(", "))
            fields[field] = ", ".join(sorted(ids))
    return msgspec.structs.replace(record, fields=fields)


def _between(old: Record, new: Record) -> Iterator[Difference]:
    """Yield the difference between two records of one thing, if there is any."""
    fields = tuple(
        FieldChange(name, old.fields.get(name, ""), value)
        for name, value in new.fields.items()
        if old.fields.get(name, "") != value
    )
    moved = old.story != new.story and new.kind != "briefing"
    if not (fields or moved or old.words != new.words):
        return
    yield Difference(
        kind=new.kind,
        change="moved" if moved else "changed",
        severity=_severity(old, new, fields, moved=moved),
        id=new.id,
        old_id=old.id,
        document=new.document,
        story=new.story,
        old_story=old.story,
        words=new.words,
        old_words=old.words,
        fields=fields,
    )


def _severity(
    old: Record, new: Record, fields: tuple[FieldChange, ...], *, moved: bool
) -> Severity:
    grave = _CRITICAL.get(new.kind, set())
    reworded = old.plain != new.plain
    critical = (
        any(f.field in grave for f in fields)
        or any(f.field == "sources" and _lost(f) for f in fields)
        or (reworded and new.kind == "quotation")
        or (reworded and new.kind == "claim" and _weights(old.words) != _weights(new.words))
    )
    if critical:
        return "critical"
    return "notice" if moved or fields or reworded else "quiet"


def _lost(change: FieldChange) -> bool:
    """Return whether a claim has lost a source, while another still says it."""
    return not set(change.old.split(", ")) <= set(change.new.split(", "))


def _weights(words: str) -> Counter[str]:
    """Return the numbers, units and negations of a sentence, wherever they stand in it."""
    found = [*_NUMBER.findall(words), *(w.casefold() for w in _NEVER.findall(words))]
    return Counter(found)


def _line(one: Difference) -> str:
    where = one.story or "people"
    if one.change == "moved":
        where = f"{one.old_story} -> {one.story}"
    words = one.words or one.old_words
    if one.words and one.old_words and one.words != one.old_words:
        words = marked(one.old_words, one.words)
    return f"{one.severity:<9} {where}: {one.kind} {one.id} {one.change}: {words}"
