"""Names that a document seems to spell in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Person, Span

SHORTEST = 5
"""Shorter surnames differ by one letter too often to be one: Lee and Lea, Khan and Kahn."""

LONG = 8
"""From this length on two letters may differ."""

MOST_PEOPLE = 300
"""How many forms are compared: a list of more names is no report."""


def unsure_names(text: str, people: tuple[Person, ...]) -> Iterator[tuple[Span, str, str]]:
    """Yield the later place, and both forms, of two surnames one or two letters apart.

    Two people with different given names are two people: Ana Ruiz and Eva Ruis are left alone, and
    so are forms that differ by a last "a" or "s", as the sexes and the plural do.
    """
    forms: dict[str, Span] = {}
    for person in people:
        for span in person.mentions:
            name = " ".join(span.of(text).removesuffix("’s").removesuffix("'s").split())
            forms.setdefault(name, span)
    ordered = sorted(forms.items(), key=lambda item: item[1])[:MOST_PEOPLE]
    for index, (name, span) in enumerate(ordered):
        for earlier, _ in ordered[:index]:
            if _doubtful(earlier, name):
                yield span, earlier, name
                break


def _doubtful(one: str, two: str) -> bool:
    first, second = one.rsplit(maxsplit=1)[-1], two.rsplit(maxsplit=1)[-1]
    if first == second or min(len(first), len(second)) < SHORTEST:
        return False
    given = (one.split()[:-1][-1:], two.split()[:-1][-1:])
    if given[0] and given[1] and given[0] != given[1]:
        return False
    short, long = sorted((first.lower(), second.lower()), key=len)
    if long in (short + "a", short + "s", short + "ova", short + "aya"):
        return False
    allowed = 2 if len(short) >= LONG else 1
    return 0 < distance(short, long, allowed) <= allowed


def distance(one: str, two: str, most: int) -> int:
    """Return how many letters to put in, leave out, change or swap; ``most + 1`` if more."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
