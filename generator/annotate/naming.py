"""Which names are one person's, and whom a short form means.

Two full names are one person if first and last word agree ("Ana Ruiz", "Ana M.
Ruiz"). A short form is the surname; the given name where the text uses it alone;
the first word where the family name stands first ("Xi Jinping", later "Xi").
"""

from __future__ import annotations

import msgspec

from generator.annotate.candidates import Candidate, surname
from generator.annotate.capitals import PARTICLES
from generator.annotate.gazetteer import is_calendar, is_opener, is_organisation, is_place
from generator.annotate.given import gender_of, is_given
from generator.annotate.outlets import is_known_outlet
from generator.model import Span

SEXES = {
    "Mr": "m",
    "Mr.": "m",
    "Sir": "m",
    "Mrs": "f",
    "Mrs.": "f",
    "Ms": "f",
    "Ms.": "f",
    "Miss": "f",
    "Dame": "f",
}
"""Polite titles that tell two people of one surname apart."""


class Named(msgspec.Struct, frozen=True):
    """One person under construction."""

    words: tuple[str, ...]
    """The fullest form of the name."""
    full: tuple[Candidate, ...]
    """Where the name stands in full, in text order."""
    shorts: frozenset[str]
    """Folded words that mean this person alone."""


def group(
    names: dict[tuple[str, ...], list[Candidate]], alone: frozenset[str]
) -> tuple[Named, ...]:
    """Put the full forms of one person together.

    Args:
        names: The candidates of each name that is a person, by folded words.
        alone: Every folded word that stands alone somewhere as a whole run.
    """
    middles: dict[tuple[str, str], set[str]] = {}
    for key in names:
        middles.setdefault(_identity(key), set()).add(_middle(key))
    people: dict[tuple[str, str, str], list[Candidate]] = {}
    for key, places in names.items():
        told = sorted(middles[_identity(key)] - {""})
        apart = _middle(key) if len(told) > 1 else ""
        people.setdefault((*_identity(key), apart), []).extend(places)
    for key in [key for key in people if len(key[0].replace(".", "")) == 1 and key[1]]:
        fuller = [k for k in people if k != key and k[1] == key[1] and k[0].startswith(key[0][0])]
        if len(fuller) == 1:
            people[fuller[0]].extend(people.pop(key))
    figures = [_figure(sorted(places, key=_place), alone) for places in people.values()]
    return tuple(sorted(figures, key=lambda one: one.full[0].span))


def meant(
    word: str, title: str, figures: dict[str, list[int]], sexes: tuple[str | None, ...]
) -> list[int]:
    """Return the indexes of all people whom a short form may mean, by the sex of its title."""
    found = figures.get(fold(word), [])
    sex = SEXES.get(title)
    fitting = [i for i in found if sex is None or sexes[i] in (None, sex)]
    return fitting if len(found) > 1 else found


def by_short_form(figures: tuple[Named, ...]) -> dict[str, list[int]]:
    """Return the people of each short form."""
    table: dict[str, list[int]] = {}
    for index, figure in enumerate(figures):
        for short in sorted(figure.shorts):
            table.setdefault(short, []).append(index)
    return table


def with_particles(text: str, span: Span, words: tuple[str, ...]) -> Span:
    """Widen a surname to the small particles before it that belong to the full name."""
    particles = [word for word in words[1:-1] if word in PARTICLES]
    start = span.start
    for particle in reversed(particles):
        lead = text[max(0, start - len(particle) - 1) : start]
        if lead != f"{particle} ":
            break
        start -= len(lead)
    return Span(start, span.end)


def fold(word: str) -> str:
    """Return a word as names are compared: one apostrophe, no case."""
    return word.replace("’", "'").casefold()


def sex_of(figure: Named) -> str | None:
    """Return ``f`` or ``m`` by title or given name, None if neither tells."""
    told = {SEXES.get(candidate.titled) for candidate in figure.full} - {None}
    return told.pop() if len(told) == 1 else gender_of(figure.words[0])


def _identity(words: tuple[str, ...]) -> tuple[str, str]:
    last = surname(words)
    return (words[0], fold(last)) if len(words) > 1 else ("", fold(last))


def _middle(words: tuple[str, ...]) -> str:
    """Return the initial of a middle name, which parts two people of one name; or none."""
    spaced = [word for word in words[1:-1] if word not in PARTICLES]
    return spaced[0][0] if spaced and surname(words) != spaced[0] else ""


def _place(candidate: Candidate) -> Span:
    return candidate.span


def _figure(places: list[Candidate], alone: frozenset[str]) -> Named:
    """Take the longest form; of equal ones the first that is not all in capitals."""
    best = max(places, key=lambda c: (len(c.words), not "".join(c.words).isupper(), -c.span.start))
    return Named(best.words, tuple(places), _shorts(best.words, alone))


def _shorts(words: tuple[str, ...], alone: frozenset[str]) -> frozenset[str]:
    if len(words) == 1:
        return frozenset((fold(words[0]),))
    last, first = fold(surname(words)), fold(words[0])
    shorts = {last}
    spaced = [word for word in words if word not in PARTICLES]
    if len(spaced) > 2:
        shorts.add(" ".join(map(fold, words[-2:])))
    particles = [i for i, word in enumerate(words[1:-1], 1) if word in PARTICLES]
    shorts.update(" ".join(map(fold, words[i:])) for i in particles)
    family_first = first in alone and last not in alone
    plain = not (is_place(words[0]) or is_organisation(words[0]) or is_known_outlet(words[0]))
    plain = plain and not is_calendar(words[0]) and not is_opener(words[0])
    alone_first = (family_first and len(words) < 4) or (first in alone and is_given(words[0]))
    return frozenset((*shorts, first)) if plain and alone_first else frozenset(shorts)
