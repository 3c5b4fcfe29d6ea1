"""Which record of the old edition is which of the new one.

By id; then by the same words; then by the most similar ones of the same kind in the same
briefing, and only then in another. Ids outlive edits elsewhere, so nearly all are paired by
the first step, and the dear one sees what is left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from heapq import nlargest

from generator.compare.records import Record
from generator.ids import normalised

ALIKE = 0.75
"""Shared part of the words from which two records are one that was changed: measured on claims
with one number or word replaced, which stay above it, and on neighbours, which stay below."""
MOST_TRIED = 8
"""Records that are compared word by word with one; those that share most rare words come first."""
MOST_WORDS = 200
"""Words of a record that are compared; the longest sentences have fewer."""
COMMON = 200
"""A word in more records than this tells none of them."""

Pair = tuple[Record, Record]


class Paired:
    """Pairs found so far, and the records of either side that have no partner."""

    def __init__(self, old: Iterable[Record], new: Iterable[Record]) -> None:
        self.pairs: list[Pair] = []
        self.old, self.new = list(old), list(new)

    def by(self, key: Callable[[Record], Hashable]) -> None:
        """Pair records of one key, in order where several have it; an empty one is none."""
        waiting: defaultdict[Hashable, list[Record]] = defaultdict(list)
        for record in reversed(self.new):
            waiting[key(record)].append(record)
        left = []
        for record in self.old:
            rows = waiting.get(key(record)) if key(record) else None
            if rows:
                self.pairs.append((record, rows.pop()))
            else:
                left.append(record)
        taken = {id(new) for _, new in self.pairs}
        self.old, self.new = left, [one for one in self.new if id(one) not in taken]

    def by_likeness(self, side: Callable[[Record], Hashable]) -> None:
        """Pair the most similar records among those of one side, such as one briefing."""
        groups: defaultdict[Hashable, tuple[list[Record], list[Record]]]
        groups = defaultdict(lambda: ([], []))
        for record in self.old:
            groups[side(record)][0].append(record)
        for record in self.new:
            groups[side(record)][1].append(record)
        scored = [row for old, new in groups.values() if old and new for row in _scored(old, new)]
        # Equal scores are told apart by id, so that the order of the editions does not matter.
        scored.sort(key=lambda row: (-row[0], row[1].id, row[2].id))
        taken: set[int] = set()
        for _, old, new in scored:
            if id(old) not in taken and id(new) not in taken:
                taken |= {id(old), id(new)}
                self.pairs.append((old, new))
        self.old = [one for one in self.old if id(one) not in taken]
        self.new = [one for one in self.new if id(one) not in taken]


def paired(old: Sequence[Record], new: Sequence[Record]) -> Paired:
    """Return which records are one, and what has come and gone."""
    found = Paired(old, new)
    found.by(lambda r: (r.kind, r.id, r.document))
    found.by(lambda r: r.plain and (r.kind, r.story, r.plain))
    found.by_likeness(lambda r: (r.kind, r.story))
    found.by(lambda r: r.plain and (r.kind, r.plain))
    found.by_likeness(lambda r: r.kind)
    return found


def likeness(one: Record, other: Record) -> float:
    """Return the shared part of the words of two records, in their order: 0 to 1."""
    a, b = _words(one), _words(other)
    return SequenceMatcher(None, a, b, autojunk=False).ratio() if a and b else 0.0


def _scored(old: list[Record], new: list[Record]) -> Iterable[tuple[float, Record, Record]]:
    """Yield pairs that are alike enough, with their score."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, record in enumerate(new):
        for word in set(_words(record)):
            places[word].append(index)
    for record in old:
        shared: Counter[int] = Counter()
        for word in set(_words(record)):
            if len(places.get(word, ())) <= COMMON:
                shared.update(places.get(word, ()))
        tried = nlargest(MOST_TRIED, shared.items(), key=lambda item: (item[1], -item[0]))
        for index, _ in tried:
            score = likeness(record, new[index])
            if score >= ALIKE:
                yield score, record, new[index]


def _words(record: Record) -> list[str]:
    """Return the words by which a record is known again; a number is known by what it counts."""
    if record.kind == "document":
        # The same file under another name, or a file under another title.
        return [record.beside, *normalised(record.words).split()][:MOST_WORDS]
    words = f"{record.words} {record.beside} {record.fields.get('counts', '')}"
    return normalised(words).split()[:MOST_WORDS]
