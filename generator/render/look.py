"""What rendering is told besides the edition: a desk's choices, and nothing it could work out."""

from __future__ import annotations

from typing import Literal

import msgspec

SourceText = Literal["full", "excerpts"]
"""Whether a source page shows the whole text of record, or only what other pages print of it."""

Paper = Literal["a4", "us-letter"]


class Look(msgspec.Struct, frozen=True):
    """A desk's choices for its pages."""

    site_name: str = "Briefings"
    templates: str | None = None
    """The desk's own folder of page templates, searched first, file by file; None: it has none."""
    source_text: SourceText = "full"
    page_size: int = 50
    """Rows on one page of a list."""
    section_rows: int = 40
    """Rows in one section of a briefing; what is beyond it stands in the lists."""
    prints: dict[str, str] = {}
    """The version of each ``briefings/STORY.pdf``, by story: that briefing links to it."""
    site_url: str = ""
    """The address that the site will have; empty where the desk does not say."""
    folders: bool = True
    """Whether the site engine makes a folder of each page."""
    paper: Paper = "a4"
    handling: str = ""
    """A line for the foot of every printed page, such as "For internal use"."""
