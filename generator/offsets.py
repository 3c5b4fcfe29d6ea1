"""Which characters became which: edits on a text, and the exact map back.

Cleaners never hand over a new text. They propose edits; :func:`apply` carries
them out and returns the cleaned text with an :class:`OffsetMap`, so that every
span found on the cleaned text is known at exact characters of the text of
record.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

import msgspec


class Edit(msgspec.Struct, frozen=True, order=True):
    """Replace the characters ``[start, end)`` by ``text``."""

    start: int
    end: int
    text: str


class Run(msgspec.Struct, frozen=True):
    """A stretch of record characters and the stretch of the view they became."""

    start: int
    """First character in the text of record."""
    end: int
    """Past the last one in the text of record."""
    to: int
    """First character in the view."""
    to_end: int
    """Past the last one in the view."""

    @property
    def kept(self) -> bool:
        """Whether view and record agree character by character in this run."""
        return self.end - self.start == self.to_end - self.to

    @property
    def bare(self) -> bool:
        """Whether the run is nothing on one side: a deletion or an insertion."""
        return self.start == self.end or self.to == self.to_end


class OffsetMap(msgspec.Struct, frozen=True):
    """The way between a view and its text of record.

    ``runs`` cover both texts from end to end, in order and without gaps; runs
    alternate between kept stretches and edited ones.
    """

    runs: tuple[Run, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the record characters that the view characters ``[start, end)`` came from.

        Deleted characters at either border stay outside; those within stay
        inside. An edited run is taken whole, since no part of it can be told.
        """
        if not self.runs:
            return start, end
        first, last = self._back(start, first=True), self._back(end, first=False)
        return min(first, last), max(first, last) if end > start else min(first, last)

    def outer(self, start: int, end: int) -> tuple[int, int]:
        """Return :meth:`origin` widened by the deleted characters that touch either border."""
        start, end = self.origin(start, end)
        index = bisect_right(self.runs, start, key=lambda r: r.end) - 1
        while index >= 0 and self.runs[index].end == start and self.runs[index].bare:
            start = self.runs[index].start
            index -= 1
        index = bisect_left(self.runs, end, key=lambda r: r.start)
        while index < len(self.runs) and self.runs[index].start == end and self.runs[index].bare:
            end = self.runs[index].end
            index += 1
        return start, end

    def view(self, start: int, end: int) -> tuple[int, int]:
        """Return the view characters that the record characters ``[start, end)`` became.

        The span is empty if all of its characters were deleted.
        """
        if not self.runs:
            return start, end
        first, last = self._forth(start, first=True), self._forth(end, first=False)
        return min(first, last), max(min(first, last), last)

    def _back(self, at: int, *, first: bool) -> int:
        ends = self.runs
        if first:
            index = bisect_right(ends, at, key=lambda r: r.to_end)
            run = ends[min(index, len(ends) - 1)]
        else:
            run = ends[max(bisect_left(ends, at, key=lambda r: r.to) - 1, 0)]
        if run.kept:
            return run.start + (at - run.to)
        return run.start if first and at < run.to_end else run.end

    def _forth(self, at: int, *, first: bool) -> int:
        if first:
            index = bisect_right(self.runs, at, key=lambda r: r.end)
            run = self.runs[min(index, len(self.runs) - 1)]
        else:
            run = self.runs[max(bisect_left(self.runs, at, key=lambda r: r.start) - 1, 0)]
        if run.kept:
            return run.to + (at - run.start)
        return run.to if first and at < run.end else run.to_end


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Carry out edits that are apart from one another.

    Args:
        text: The text of record.
        edits: In any order; two may touch, none may overlap.

    Returns:
        The view and its map. Without edits the view is the text itself.

    Raises:
        ValueError: If two edits overlap or one lies outside the text.
    """
    ordered = sorted(edits)
    _refuse_overlaps(text, ordered)
    pieces: list[str] = []
    runs: list[Run] = []
    at = to = 0
    for edit in ordered:
        if edit.start > at:
            runs.append(Run(at, edit.start, to, to + edit.start - at))
            pieces.append(text[at : edit.start])
            to += edit.start - at
        if edit.end > edit.start or edit.text:
            runs.append(Run(edit.start, edit.end, to, to + len(edit.text)))
            pieces.append(edit.text)
            to += len(edit.text)
        at = edit.end
    if at < len(text) or not runs:
        runs.append(Run(at, len(text), to, to + len(text) - at))
        pieces.append(text[at:])
    return "".join(pieces), OffsetMap(tuple(runs))


def _refuse_overlaps(text: str, ordered: list[Edit]) -> None:
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} lies outside a text of {len(text)} characters")
    for one, two in pairwise(ordered):
        if two.start < one.end:
            raise ValueError(f"{two} overlaps {one}")
