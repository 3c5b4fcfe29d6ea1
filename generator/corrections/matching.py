"""Finds the item that a ruling speaks of: by its id and its exact words, or not at all.

A correction whose words have changed must never land on a lookalike. Only runs of blanks
count as equal, since a page that is wrapped anew says nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from generator.corrections.rulings import Ruling
from generator.model import Annotation, Span

LAYERS = {"claim": "claims", "quotation": "quotations", "figure": "figures", "person": "people"}
PIECES = " […] "
"""What stands between the pieces of a quotation."""
AROUND = 400
"""Characters on either side of an item in which its context is looked for."""

_TWIN = re.compile(r"-[0-9]+$")
_STEM = len("c-0123456789")


class Target(msgspec.Struct, frozen=True):
    """The item or document that a ruling speaks of."""

    document: str
    item: Any = None
    """None where the document itself is meant."""


class Index:
    """The items of a desk that rulings name, and all that are equal to them but for place."""

    def __init__(self, annotations: Iterable[Annotation], rulings: Sequence[Ruling]) -> None:
        wanted = {stem(r.target) for r in rulings if r.target}
        self.documents = {one.id: one for one in annotations}
        self._items: dict[str, list[Target]] = defaultdict(list)
        for one in self.documents.values():
            for layer in LAYERS.values():
                for item in getattr(one, layer):
                    if stem(item.id) in wanted:
                        self._items[stem(item.id)].append(Target(one.id, item))

    def find(self, ruling: Ruling) -> Target | str:
        """Return the target of a ruling, or why there is none."""
        if ruling.kind == "document":
            return self._document(ruling)
        twins = self._items.get(stem(ruling.target), [])
        near = [
            t for t in twins if self.documents[t.document].source.path.startswith(ruling.folder)
        ]
        said = [t for t in near if flat(self._words(t)) == flat(ruling.words)]
        if said:
            return self._one_of(said, ruling)
        if near:
            return f"{ruling.target} says other words now"
        if twins:
            return f"{ruling.target} is in a document of another folder"
        return f"there is no {ruling.kind} {ruling.target} any more"

    def _one_of(self, said: list[Target], ruling: Ruling) -> Target | str:
        """Return the one of several items of the same words that is meant, or why none is."""
        if ruling.context:
            said = [t for t in said if self._stands(t, ruling)]
            if not said:
                return "the context stands nowhere any more"
        if len(said) > 1:
            return f"these words stand {len(said)} times; add the context of the one that is meant"
        return said[0]

    def _document(self, ruling: Ruling) -> Target | str:
        one = self.documents.get(ruling.target)
        if one is None:
            return f"there is no document {ruling.target} any more"
        if not one.source.path.startswith(ruling.folder):
            return f"{ruling.target} lies in another folder"
        if flat(ruling.words) not in flat(one.text or ""):
            return f"{ruling.target} does not hold these words any more"
        return Target(one.id)

    def _words(self, target: Target) -> str:
        return words_of(target.item, self.documents[target.document].text or "")

    def _stands(self, target: Target, ruling: Ruling) -> bool:
        text = self.documents[target.document].text or ""
        return in_context(text, place_of(target.item), ruling)


def stem(id_: str) -> str:
    """Return the id without the number that tells equal items apart by their order."""
    return _TWIN.sub("", id_) if len(id_) > _STEM else id_


def words_of(item: Any, text: str) -> str:
    """Return the words of an item as a ruling quotes them."""
    if hasattr(item, "content"):
        return PIECES.join(piece.of(text) for piece in item.content)
    return str(item.name) if hasattr(item, "mentions") else str(item.span.of(text))


def place_of(item: Any) -> Span:
    """Return where an item stands, from its first character to its last."""
    if hasattr(item, "content"):
        return Span(item.content[0].start, item.content[-1].end)
    span: Span = item.mentions[0] if hasattr(item, "mentions") else item.span
    return span


def in_context(text: str, span: Span, ruling: Ruling) -> bool:
    """Return whether the words at a place have around them what the ruling says."""
    before = _blanks(text[max(0, span.start - AROUND) : span.start])
    after = _blanks(text[span.end : span.end + AROUND])
    context, words = flat(ruling.context), flat(ruling.words)
    at = context.find(words)
    while at >= 0:
        head, tail = context[:at], context[at + len(words) :]
        if before.endswith(head) and after.startswith(tail):
            return True
        at = context.find(words, at + 1)
    return False


def places(text: str, ruling: Ruling) -> Iterator[Span]:
    """Yield each place of a text where the words of a ruling stand, in its context."""
    pattern = r"\s+".join(map(re.escape, ruling.words.split()))
    for match in re.finditer(pattern, text):
        span = Span(*match.span())
        if not ruling.context or in_context(text, span, ruling):
            yield span


def flat(words: str) -> str:
    """Return words with one blank between them."""
    return " ".join(words.split())


def _blanks(words: str) -> str:
    return re.sub(r"\s+", " ", words)
