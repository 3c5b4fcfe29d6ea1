"""The members of a stage: those built in and those that other packages bring.

Another package joins a stage through an entry point of the stage's group, such
as ``generator.readers``; what the entry point names is a member or a tuple of
members, of the type that the stage's own table holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Protocol, TypeVar

from generator.errors import RegistrationError


class Member(Protocol):
    """What every table of members is made of."""

    @property
    def name(self) -> str:
        """Unique in its stage."""


class NeedyMember(Member, Protocol):
    """A member that builds on others of its stage."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the members that must stand above it."""


M = TypeVar("M", bound=Member)
N = TypeVar("N", bound=NeedyMember)


def members(built_in: Sequence[M], group: str) -> tuple[M, ...]:
    """Return the built-in members and, after them, those of other packages by name.

    Raises:
        RegistrationError: If two members have one name, or an entry point cannot
            be loaded.
    """
    found = [*built_in]
    for point in _points(group):
        try:
            loaded: Any = point.load()
        except (ImportError, AttributeError) as error:
            raise RegistrationError(
                f"entry point {point.name} of {group} ({point.value}) cannot be loaded: {error}"
            ) from error
        found.extend(loaded if isinstance(loaded, tuple) else (loaded,))
    names = [member.name for member in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise RegistrationError(f"{group}: two members are called {', '.join(twice)}")
    return tuple(found)


@cache
def _points(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group; what is installed is looked up once a process."""
    return tuple(sorted(entry_points(group=group), key=lambda p: (p.name, p.value)))


def in_order(table: Sequence[N], group: str) -> tuple[N, ...]:
    """Return the table unchanged if each member stands below all that it needs.

    Raises:
        RegistrationError: If one does not, naming it and what it lacks.
    """
    above: set[str] = set()
    for member in table:
        lacking = [name for name in member.needs if name not in above]
        if lacking:
            raise RegistrationError(
                f"{group}: {member.name} needs {', '.join(lacking)}, which must stand above it"
            )
        above.add(member.name)
    return tuple(table)
