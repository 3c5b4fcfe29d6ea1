"""Rulings on one item held against each other: the nearer file is heard, a tie is nobody's.

Two entries of equal rank that contradict each other are both refused: which of them is
right only a person can say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.corrections.rulings import Ruling

Facts = dict[str, str | None]


def settled(rulings: Sequence[Ruling]) -> tuple[list[Ruling], dict[Ruling, str]]:
    """Return the rulings on one item that hold, and why each of the others does not.

    Args:
        rulings: All of one item, in the order of files and lines.
    """
    by_depth: dict[int, list[Ruling]] = defaultdict(list)
    for one in rulings:
        by_depth[one.folder.count("/")].append(one)
    held: dict[str, tuple[str | None, Ruling]] = {}
    kept: list[Ruling] = []
    refused: dict[Ruling, str] = {}
    for depth in sorted(by_depth, reverse=True):
        agreed = _agreed(by_depth[depth], refused)
        for one in agreed:
            nearer = _against(one, held)
            if nearer is not None:
                refused[one] = f"{nearer.file}, line {nearer.line} is nearer and says otherwise"
                continue
            kept.append(one)
        for one in agreed:
            if one not in refused:
                held.update({key: (value, one) for key, value in _facts(one).items()})
    return kept, refused


def _agreed(rulings: Iterable[Ruling], refused: dict[Ruling, str]) -> list[Ruling]:
    """Return those of equal rank that neither contradict nor repeat another."""
    firsts: dict[str, dict[str | None, Ruling]] = defaultdict(dict)
    rows = list(rulings)
    for one in rows:
        for key, value in _facts(one).items():
            firsts[key].setdefault(value, one)
    seen: dict[tuple[tuple[str, str | None], ...], Ruling] = {}
    agreed = []
    for one in rows:
        facts = _facts(one)
        other = next((o for k, v in facts.items() for w, o in firsts[k].items() if w != v), None)
        twin = seen.setdefault((("do", one.do), *sorted(facts.items(), key=str)), one)
        if other is not None:
            place = f"line {other.line} of {other.file}"
            refused[one] = f"{place} contradicts it; both are refused"
        elif twin is not one:
            refused[one] = f"line {twin.line} of {twin.file} says the same already"
        else:
            agreed.append(one)
    return agreed


def _facts(one: Ruling) -> Facts:
    """Return what a ruling says of its item; the item's own keep or drop is the empty key."""
    return {"": "drop" if one.do == "reject" else "keep", **dict(one.to)}


def _against(one: Ruling, held: dict[str, tuple[str | None, Ruling]]) -> Ruling | None:
    """Return a nearer ruling that contradicts this one."""
    for key, value in _facts(one).items():
        if key in held and held[key][0] != value:
            return held[key][1]
    return None
