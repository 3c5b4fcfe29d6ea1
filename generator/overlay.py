"""What people of a desk state in files of their own, laid over what the program found."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.corrections.rulings import CORRECTIONS, Ruling, read_rulings
from generator.corrections.stage import Corrected, correct, joined, without_hidden
from generator.desk import bytes_of, notes_of
from generator.errors import ConfigError
from generator.model import Annotation, Edition, Known
from generator.tables import Tables, known_of, read_tables, with_tables


class Overlay(msgspec.Struct, frozen=True):
    """Everything that people of a desk state; empty where they keep no such files."""

    tables: Tables = Tables()
    rulings: tuple[Ruling, ...] = ()


class Laid(msgspec.Struct, frozen=True):
    """The documents as the desk wants them, and what joining them may lean on."""

    overlay: Overlay
    corrected: Corrected
    known: Known
    warnings: tuple[str, ...]

    def finished(self, edition: Edition) -> Edition:
        """Return the edition of these documents with what the desk states of its people."""
        return joined(with_tables(edition, self.overlay.tables), self.corrected)

    def orphans(self, edition: Edition) -> tuple[str, ...]:
        """Return one line for each correction that was not applied, with its reason."""
        return tuple(
            f"{one.file}, line {one.line}: not applied ({one.what}): {one.reason}"
            for one in edition.corrections
            if one.status == "orphan"
        )


def read_overlay(seeds: Path, shown: str) -> Overlay:
    """Read ``people.yml``, ``outlets.yml`` and ``corrections.yml`` in every folder of a desk.

    Args:
        seeds: The folder.
        shown: What it is called in messages.

    Raises:
        ConfigError: If one cannot be read or means nothing. No site is made then: what
            cannot be read might hide a name.
    """
    files: dict[str, bytes] = {}
    for path, file in notes_of(seeds).items():
        try:
            files[path] = bytes_of(file)
        except OSError as error:
            raise ConfigError(error.strerror or str(error), file=f"{shown}/{path}") from error
    ours = {path: data for path, data in files.items() if path.rpartition("/")[2] == CORRECTIONS}
    tables = {path: data for path, data in files.items() if path not in ours}
    try:
        return Overlay(read_tables(tables), read_rulings(ours))
    except ConfigError as error:
        file = f"{shown}/{error.file}"
        raise ConfigError(error.problem, file=file, line=error.line) from error


def lay(annotations: Iterable[Annotation], overlay: Overlay) -> Laid:
    """Lay what people state over documents that are not joined yet."""
    corrected = correct(annotations, overlay.rulings)
    known = Known()
    warnings: tuple[str, ...] = ()
    if overlay.tables != Tables():
        named = ((one.source.path, _names(one)) for one in corrected.annotations)
        known, warnings = known_of(overlay.tables, named)
    return Laid(overlay, corrected, without_hidden(known, corrected), warnings)


def _names(annotation: Annotation) -> tuple[str, ...]:
    """Return the names of people and outlets that a table may explain."""
    outlet = (annotation.outlet.name,) if annotation.outlet else ()
    people = (person.name for person in annotation.people)
    return (*outlet, *people, *(credit.outlet for credit in annotation.credits))
