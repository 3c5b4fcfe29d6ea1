"""What a person keeps in tables of their own: people's other names, and families of outlets.

No document states these, so they come from a hand-kept table alone and never
from a guess (T6).
"""

from __future__ import annotations

import msgspec


class Alias(msgspec.Struct, frozen=True):
    """One person and every other form of the name that stands for nobody else."""

    name: str
    """The right name, under which the person is shown."""
    variants: tuple[str, ...] = ()
    """Misspellings, other transcriptions, maiden names; compared without case and accents."""
    role: str | None = None
    """Tells two people of one listed form apart; None where the form is enough."""


class Family(msgspec.Struct, frozen=True):
    """One outlet, its other names, and the publisher that it shares with others."""

    name: str
    names: tuple[str, ...] = ()
    """Other names and web addresses of the same outlet."""
    kind: str | None = None
    """What it is: ``newspaper``, ``wire``, ``blog``; None where the table does not say."""
    family: str | None = None
    """The publisher; outlets of one are one origin. None: a family of its own."""


class Known(msgspec.Struct, frozen=True):
    """All that a desk's tables state; empty where it keeps none."""

    people: tuple[Alias, ...] = ()
    outlets: tuple[Family, ...] = ()
