"""Hides names: blots them out of the texts themselves, so that nothing made of them has one.

Each letter becomes one block, so that every span still stands where it stood. It is better
to hide a namesake than to leave the name in one place.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from generator.corrections.rulings import Ruling
from generator.ids import normalised
from generator.model import Annotation, Notice, Span

BLOT = "█"
WITHHELD = BLOT * 2
"""What stands for a name that has no place of its own in the text."""
NOTICE = Notice("name-hidden", None, "A name is hidden in this text by the desk.")

_UNSEEN = "\u00ad\u034f\u200b-\u200f\u2060\ufeff"
_GAP = r"[\W_]{0,6}"
_BETWEEN = rf"(?:[{_UNSEEN}]|-\r?\n)?"
"""What may stand between two letters of one word: a sign without width, a broken line."""

Mask = Callable[[str], str]


class Names:
    """Under which forms the documents of a desk name their people, by the full name."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self._found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for one in annotations:
            for person in one.people:
                rows = self._found[normalised(person.name)]
                rows.append((one.source.path, person.name.split()[-1]))
                slices = {mention.of(one.text or "") for mention in person.mentions}
                rows.extend((one.source.path, words) for words in sorted(slices))

    def forms(self, ruling: Ruling) -> tuple[str, ...]:
        """Return every form of a hidden name: those given, and those of people called so."""
        given = (ruling.words, *ruling.others)
        found = set(given)
        for name in map(normalised, given):
            for path, form in self._found.get(name, ()):
                if path.startswith(ruling.folder) and set(normalised(form).split()) & set(
                    name.split()
                ):
                    found.add(form)
        return tuple(sorted({" ".join(form.split()) for form in found if letters(form)}))


def mask_for(forms: Iterable[str]) -> Mask:
    """Return what blots every one of some forms out of a text, keeping its length."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    if not ordered:
        return str
    choices = "|".join(_pattern(form) for form in ordered)
    pattern = re.compile(rf"(?<![^\W_])(?:{choices})(?:e?s)?(?![^\W_])", re.IGNORECASE)

    def blotted(match: re.Match[str]) -> str:
        return re.sub(r"\S", BLOT, match[0])

    return lambda text: pattern.sub(blotted, text)


def letters_of(annotation: Annotation) -> str:
    """Return the letters and digits of all that a document says and is called.

    A form whose own letters are not among them stands nowhere in it.
    """
    return letters(msgspec.json.encode(annotation).decode()) + letters(annotation.text or "")


def blotted(annotation: Annotation, mask: Mask) -> Annotation | None:
    """Return a document without the names that a mask hides; None if it has none of them."""
    text = annotation.text or ""
    clean = mask(text)
    values = {
        name: _masked(getattr(annotation, name), mask)
        for name in annotation.__struct_fields__
        if name not in ("id", "text", "source", "schema_")
    }
    source = annotation.source
    if source.url is not None and mask(source.url) != source.url:
        source = msgspec.structs.replace(source, url=None, url_basis=None)
    found = msgspec.structs.replace(annotation, source=source, text=clean, **values)
    if found == annotation:
        return None
    found = _slices(found, clean)
    return msgspec.structs.replace(_unnamed(found), notices=(*found.notices, NOTICE))


def named_outside(annotation: Annotation, mask: Mask) -> bool:
    """Return whether a hidden name stands in the name of a document's file."""
    source = annotation.source
    return any(mask(one) != one for one in (annotation.id, source.path, source.part or ""))


def masked_value(value: Any, mask: Mask) -> Any:
    """Return a value with the names hidden in every text in it; ids and addresses stay."""
    return _masked(value, mask)


_CODES = "id file target document url speaker rule code status what kind type flags qualifier"
_KEPT = frozenset([*_CODES.split(), "date", "from_", "to", "field"])
"""Fields that hold codes and ids of ours; a name such as "Direct" must not break them."""


def _masked(value: Any, mask: Mask) -> Any:
    if isinstance(value, str):
        clean = mask(value)
        return clean if any(map(str.isalnum, clean)) or clean == value else WITHHELD
    if isinstance(value, Span):
        return value
    if isinstance(value, tuple):
        return tuple(_masked(one, mask) for one in value)
    if isinstance(value, msgspec.Struct):
        fields = {
            name: getattr(value, name) if name in _KEPT else _masked(getattr(value, name), mask)
            for name in value.__struct_fields__
        }
        return type(value)(**fields)
    return value


def _slices(annotation: Annotation, text: str) -> Annotation:
    """Return a document whose title, outlet and authors are again what stands at their spans."""
    values: dict[str, Any] = {}
    if annotation.title and annotation.title.span:
        words = annotation.title.span.of(text)
        values["title"] = msgspec.structs.replace(annotation.title, text=words)
    if annotation.outlet and annotation.outlet.span:
        words = annotation.outlet.span.of(text)
        values["outlet"] = msgspec.structs.replace(annotation.outlet, name=words)
    values["authors"] = tuple(
        msgspec.structs.replace(one, name=one.span.of(text)) if one.span else one
        for one in annotation.authors
    )
    return msgspec.structs.replace(annotation, **values)


def _unnamed(annotation: Annotation) -> Annotation:
    """Return a document without people, organisations and credits whose name is hidden."""
    text = annotation.text or ""
    values: dict[str, Any] = {}
    for layer in ("people", "organisations", "places"):
        rows = []
        for one in getattr(annotation, layer):
            left = tuple(m for m in one.mentions if BLOT not in m.of(text))
            if BLOT not in one.name and left:
                rows.append(msgspec.structs.replace(one, mentions=left))
        values[layer] = tuple(rows)
    # What is read in place of a blotted letter would show it again.
    values["readings"] = tuple(r for r in annotation.readings if BLOT not in r.span.of(text))
    values["credits"] = tuple(one for one in annotation.credits if BLOT not in one.outlet)
    people = {person.id for person in values["people"]}
    for layer in ("quotations", "claims", "figures"):
        values[layer] = tuple(
            msgspec.structs.replace(one, speaker=None)
            if one.speaker is not None and one.speaker not in people
            else one
            for one in getattr(annotation, layer)
        )
    return msgspec.structs.replace(annotation, **values)


def _pattern(form: str) -> str:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", form))
    return _GAP.join(_BETWEEN.join(map(_letter, word)) for word in words)


def _letter(letter: str) -> str:
    """Return a pattern for a letter, whether its accent is part of it or stands behind it."""
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"


def letters(text: str) -> str:
    """Return the letters and digits of a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, plain))
