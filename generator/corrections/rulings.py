"""Reads ``corrections.yml``: what each entry rules, of which item, checked before any is used."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

import msgspec

from generator.model import ClaimKind, PersonKind, Qualifier, QuotationType
from generator.plain_yaml import Entry, entries_of

CORRECTIONS = "corrections.yml"

Do = Literal["accept", "reject", "change", "add", "merge", "split", "hide"]
ItemKind = Literal["claim", "quotation", "figure", "person", "document"]

_KEYS: dict[str, tuple[str, ...]] = {
    "accept": ("id", "words", "context"),
    "reject": ("id", "words", "context"),
    "change": ("id", "document", "words", "context", "to"),
    "add": ("document", "kind", "words", "context", "to"),
    "merge": ("words", "with"),
    "split": ("id", "words", "into"),
    "hide": ("words", "also"),
}
"""What an entry may say beside ``do`` and ``note``."""
KEYS = tuple(dict.fromkeys(["do", *(key for keys in _KEYS.values() for key in keys), "note"]))

_BY_LETTER: dict[str, ItemKind] = {
    "c": "claim",
    "q": "quotation",
    "f": "figure",
    "p": "person",
}
_ID = re.compile(r"([cqfp])-[0-9a-f]{10}(?:-[0-9]{1,6})?")

FIELDS: dict[str, tuple[str, ...]] = {
    "claim": ("kind", "attributed_to", "via", "key", "gap"),
    "quotation": ("type", "speaker", "role", "affiliation", "via"),
    "figure": ("value", "low", "high", "unit", "counts", "qualifier", "period", "attributed_to"),
    "person": ("name", "role", "affiliation", "kind"),
    "document": ("title", "outlet", "published", "story"),
}
"""What may be changed of each kind of item."""

TRUTH = ("true", "false")
"""What YAML calls yes and no; both spellings are taken."""

_ONE_OF: dict[tuple[str, str], tuple[str, ...]] = {
    ("claim", "kind"): get_args(ClaimKind),
    ("claim", "key"): ("yes", "no", *TRUTH),
    ("claim", "gap"): ("yes", "no", *TRUTH),
    ("quotation", "type"): get_args(QuotationType),
    ("figure", "qualifier"): get_args(Qualifier),
    ("person", "kind"): get_args(PersonKind),
}
_NEEDED = {("person", "name"), *(pair for pair in _ONE_OF if pair[1] != "qualifier")}
"""What cannot be stated to be nothing."""
_NUMBERS = ("value", "low", "high")
_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,15})?")


class Ruling(msgspec.Struct, frozen=True):
    """One entry."""

    file: str
    line: int
    do: Do
    kind: ItemKind
    """Of the item that it speaks of; a person for a merger and a hidden name."""
    target: str
    """Id of the item, or of the document; empty for a merger and a hidden name."""
    words: str
    """The exact words of the item; empty where a document is meant by its id alone."""
    context: str
    """The words with what stands around them; empty where the words are enough."""
    to: tuple[tuple[str, str | None], ...] = ()
    """Field and value; None where the source is said to state nothing."""
    others: tuple[str, ...] = ()
    """Further names."""

    @property
    def folder(self) -> str:
        """The folder that it speaks of, with a slash at its end; empty for the whole desk."""
        return self.file[: self.file.rfind("/") + 1]


def read_rulings(files: Mapping[str, bytes]) -> tuple[Ruling, ...]:
    """Read the corrections of a desk, in the order of files and lines.

    Args:
        files: What each ``corrections.yml`` holds, by its path below the seeds folder.

    Raises:
        ConfigError: If an entry cannot mean anything, with file and line. Nothing of a
            file is used then: it might hide a name.
    """
    return tuple(
        _ruling(entry)
        for file, data in sorted(files.items())
        for entry in entries_of(data, file, KEYS, "a correction")
    )


def number(words: str) -> float | int:
    """Return a number that was written in plain digits."""
    return float(words) if "." in words else int(words)


def _ruling(entry: Entry) -> Ruling:
    do = entry.needed("do")
    if do not in _KEYS:
        raise entry.error(f"do must be one of {', '.join(_KEYS)}, not {do!r}", "do")
    for key in KEYS:
        if key in entry and key not in (*_KEYS[do], "do", "note"):
            raise entry.error(f"{key} has no meaning with `do: {do}`", key)
    entry.text("note")
    kind, target = _target(entry, do)
    words = entry.text("words") if kind == "document" and do == "change" else entry.needed("words")
    context = entry.text("context") or ""
    if context and _flat(words or "") not in _flat(context):
        raise entry.error("the context must hold the words themselves", "context")
    others = tuple(one for key in ("with", "into", "also") for one in entry.texts(key))
    if do == "merge" and not others:
        raise entry.error("with is missing: who else is this person?")
    return Ruling(
        file=entry.file,
        line=entry.line,
        do=do,  # type: ignore[arg-type]  # it is a key of the table
        kind=kind,
        target=target,
        words=words or "",
        context=context,
        to=_fields(entry, kind, do),
        others=others,
    )


def _target(entry: Entry, do: str) -> tuple[ItemKind, str]:
    """Return the kind and the id of what an entry speaks of."""
    if do in ("merge", "hide"):
        return "person", ""
    if do == "add":
        kind = entry.needed("kind")
        if kind not in ("claim", "quotation", "figure"):
            raise entry.error("kind must be claim, quotation or figure", "kind")
        return kind, entry.needed("document")  # type: ignore[return-value]  # one of three
    if "document" in entry:
        if "id" in entry:
            raise entry.error("name an item by its id, or a document; not both", "id")
        return "document", entry.needed("document")
    id_ = entry.needed("id")
    match = _ID.fullmatch(id_)
    if match is None:
        raise entry.error(f"{id_!r} is no id of a claim, quotation, figure or person", "id")
    if do == "split" and match[1] != "p":
        raise entry.error("only a person can be split", "id")
    return _BY_LETTER[match[1]], id_


def _fields(entry: Entry, kind: ItemKind, do: str) -> tuple[tuple[str, str | None], ...]:
    node = entry.inner("to")
    if node is None:
        if do == "change":
            raise entry.error("to is missing: what should stand there instead?")
        return ()
    inner = Entry(node, entry.file, FIELDS[kind], "to")
    found = tuple((key, inner.text(key)) for key in FIELDS[kind] if key in inner)
    if not found:
        raise entry.error("to names nothing that should change", "to")
    for key, value in found:
        problem = _problem(kind, key, value)
        if problem:
            raise inner.error(f"{key} {problem}", key)
    return tuple((key, value and " ".join(value.split())) for key, value in found)


def _problem(kind: str, key: str, value: str | None) -> str | None:
    """Return what is wrong with the value of a field, or None."""
    if value is None:
        return "must have a value" if (kind, key) in _NEEDED else None
    known = _ONE_OF.get((kind, key))
    if known and value not in known:
        return f"must be one of {', '.join(known)}, not {value!r}"
    if key in _NUMBERS and not (_NUMBER.fullmatch(value) and math.isfinite(number(value))):
        return f"must be a number in plain digits such as 1200 or 4.5, not {value!r}"
    if key == "published" and not _is_day(value):
        return f"must be a day such as 2031-03-04, not {value!r}"
    return None


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _flat(words: str) -> str:
    return " ".join(words.split())
