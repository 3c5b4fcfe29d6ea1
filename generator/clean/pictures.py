"""Words under pictures that no credit gives away: galleries, file pictures, drawings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.captions import MAX_SHOWN, shows_picture
from generator.clean.page import Label, Labels, Page

COUNTER = re.compile(
    r"^\W{0,3}(?:(?:image|photo|picture|slide|foto|bild)\s)?\d{1,3}\s?(?:of|/|von|de|из)\s?\d{1,3}\W{0,3}"
    r"(?:show caption|hide caption)?$",
    re.IGNORECASE,
)
"""Which picture of how many a gallery shows."""

CONTROL = re.compile(
    r"^\W{0,3}(?:show|hide|view|toggle|see) (?:caption|full ?screen|larger|gallery|more photos)\b"
    r"|^\W{0,3}(?:enlarge|zoom in|click to enlarge|tap to enlarge|open image|play video)\b.{0,40}$",
    re.IGNORECASE,
)
"""The buttons of a picture."""


def find_pictures(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label captions by how they begin, by the counter above them, or as said twice in the head."""
    for index, line in enumerate(page.lines):
        if COUNTER.match(line.text) or (line.words <= 8 and CONTROL.match(line.text)):
            yield index, Label("boilerplate", 0.94)
        elif not _near(page, index) or line.item:
            continue
        elif shows_picture(line.text, line.words):
            yield index, Label("caption", 0.93)
        elif _is_counted(page, index) or (index <= page.lead and page.is_said_twice(index)):
            yield index, Label("caption", 0.91)


def _near(page: Page, index: int) -> bool:
    return page.first - 20 <= index < page.last + 3


def _is_counted(page: Page, index: int) -> bool:
    """Return whether a line of caption length stands directly below a gallery's counter."""
    line = page.lines[index]
    return (
        index > 0
        and 4 <= line.words <= MAX_SHOWN
        and page.lines[index - 1].main is not False  # "1 / 3" also numbers a page
        and bool(COUNTER.match(page.lines[index - 1].text))
        and (index < page.lead or index + 1 >= len(page.lines) or _pictured(page, index + 1))
    )


def _pictured(page: Page, index: int) -> bool:
    following = page.lines[index]
    return bool(COUNTER.match(following.text)) or following.words <= 12
