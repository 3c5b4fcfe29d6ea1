"""Moving a value from one text to another: every span in it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import msgspec

from generator.model.documents import Span

V = TypeVar("V")


def relocated(value: V, move: Callable[[int, int], tuple[int, int]]) -> V:
    """Return a value of the same type with ``move`` applied to each span in it.

    Args:
        value: A span, a struct, a tuple of such, or anything else, which stays as it is.
        move: From start and end on the one text to start and end on the other.
    """
    moved: Any = value
    if isinstance(value, Span):
        moved = Span(*move(value.start, value.end))
    elif isinstance(value, tuple):
        moved = tuple(relocated(item, move) for item in value)
    elif isinstance(value, msgspec.Struct):
        fields = {name: relocated(getattr(value, name), move) for name in value.__struct_fields__}
        moved = type(value)(**fields)
    return cast("V", moved)
