"""Putting items that belong together into one group, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)


def clusters(keys: Iterable[K], pairs: Iterable[tuple[K, K]]) -> list[list[K]]:
    """Return the groups that chains of pairs make of the keys.

    Args:
        keys: Sortable, in any order; each is in one group, alone if no pair names it.
        pairs: Keys that belong together, in any order.

    Returns:
        Sorted groups, each sorted.
    """
    parent: dict[Any, Any] = {key: key for key in keys}
    for one, two in pairs:
        parent[_root(parent, one)] = _root(parent, two)
    groups = defaultdict(list)
    for key in parent:
        groups[_root(parent, key)].append(key)
    return sorted(sorted(group) for group in groups.values())


def candidates(items: Iterable[tuple[K, Iterable[str]]], most: int) -> Iterator[tuple[K, K, int]]:
    """Yield pairs of items with the number of their rare words in common, each pair once.

    Args:
        items: Sortable keys and their words.
        most: A word that stands in more items than this says little and is not followed:
            so the work grows with the items and not with their square.
    """
    holders: dict[str, list[K]] = defaultdict(list)
    for key, words in sorted(items, key=lambda item: item[0]):  # type: ignore[arg-type, return-value]
        for word in words:
            holders[word].append(key)
    shared: dict[tuple[K, K], int] = defaultdict(int)
    for keys in holders.values():
        if len(keys) <= most:
            for pair in combinations(keys, 2):
                shared[pair] += 1
    for (one, two), count in sorted(shared.items()):
        yield one, two, count


def _root(parent: dict[Any, Any], key: Any) -> Any:
    """Return the key that stands for a group, shortening the way on the walk."""
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key
