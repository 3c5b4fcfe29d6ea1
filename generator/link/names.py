"""Names of people, compared: without case, accents and titles, and by the desk's own table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from generator.link.words import content_words, plain, repaired, words_of
from generator.model import Alias, Known


class Listed(msgspec.Struct, frozen=True):
    """The people of the desk's table by every form of their names."""

    entries: tuple[Alias, ...]
    forms: Mapping[tuple[str, ...], tuple[int, ...]]
    """For the parts of a form, the entries that list it."""

    def entry(self, name: str, role: tuple[str, ...]) -> int | None:
        """Return the number of the entry that a name means, if it means one.

        Args:
            name: As a document gives it.
            role: Stems of what the document says of the person; tells entries apart
                that list the same form.
        """
        found = self.forms.get(name_parts(name), ())
        if len(found) > 1:
            found = tuple(n for n in found if content_words(self.entries[n].role) & set(role))
        return found[0] if len(found) == 1 else None


def listed_people(known: Known) -> Listed:
    """Return the table of people, ready for look-up."""
    forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(known.people):
        for parts in sorted({name_parts(repaired(form)) for form in (one.name, *one.variants)}):
            forms[parts].append(number)
    return Listed(known.people, {parts: tuple(found) for parts, found in forms.items() if parts})


def name_parts(name: str) -> tuple[str, ...]:
    """Return the plain parts of a name without titles, initials as single letters."""
    parts = plain(name).replace(".", " ").replace("-", " ").split()
    titles = words_of("titles")
    while len(parts) > 1 and parts[0] in titles:
        parts = parts[1:]
    return tuple(parts)
