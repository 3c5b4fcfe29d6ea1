"""Comments that the format itself sets in the margin of a text, as word processors do."""

from __future__ import annotations

from collections.abc import Iterable

from generator.clean.page import Label, Labels, Page


def find_margin_notes(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label what stands in the margin as a comment of an editor, whatever its words."""
    for index, line in enumerate(page.lines):
        if line.hint == "comment":
            yield index, Label("editor_comment", 0.98)
