"""What the styles of word processors say of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.resources import word_list

_HEADING = re.compile(r"heading ?([1-9])(?: char)?$")
_ESCAPE = re.compile(r"_([0-9a-f]{2})_")
DEEPEST = 6
MAX_STEPS = 12
"""Styles lean on others; a longer chain is a circle."""


def style_hint(names: Iterable[str]) -> str:
    """Return the hint of the first name that gives one; empty if none does.

    Args:
        names: The style's own name, then those of the styles that it leans on.
    """
    for name in names:
        plain = " ".join(name.casefold().split())
        heading = _HEADING.match(plain)
        if heading:
            return heading_hint(int(heading[1]))
        if plain in _hints():
            return _hints()[plain]
    return ""


def heading_hint(level: int) -> str:
    """Return the hint of a heading of a level from 1; deeper ones are as the sixth."""
    return f"h{min(DEEPEST, max(1, level))}"


def chain(name: str | None, leans_on: dict[str, str]) -> list[str]:
    """Return a style and those that it leans on, each once, nearest first."""
    found: list[str] = []
    while name and name not in found and len(found) < MAX_STEPS:
        found.append(name)
        name = leans_on.get(name)
    return found


def unescaped(name: str) -> str:
    """Return a style's name as shown, of the form in which OpenDocument writes it."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name)


@cache
def _hints() -> dict[str, str]:
    rows = (row.partition(" ") for row in word_list("readers", "paragraph_styles"))
    return {name: hint for hint, _, name in rows}
