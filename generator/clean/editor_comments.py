"""Editors' comments: what the page itself adds to a report that it excerpts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.article import opens_comments
from generator.clean.page import Label, Labels, Page
from generator.model import BlockKind

OPENING = re.compile(
    r"^\W{0,3}(?:(?P<outlet>[A-Z][\w.&’'-]*(?:\s(?:[A-Z&][\w.&’'-]*|of|the|and)){0,4})\s)?"
    r"(?P<label>Editor(?:[’']?s)?(?:\s(?:comment|note|view|remark|reply|take))?"
    r"|Our (?:view|take|comment|opinion|verdict)|My (?:view|take|comment|opinion|two cents)"
    r"|Blog(?:ger)?(?:[’']s)? (?:comment|note|view)|Commentary|Comment|Update from the editor"
    r"|Ed\.?(?: note)?)"
    r"\s{0,2}(?::|—|–|\s-\s)\s{0,3}(?=\S)"
)
"""``WNB Editor:``, ``Our view:``, ``Editor's note:`` and their kin at the head of a paragraph."""

_NOTE = re.compile(r"\bnote\b", re.IGNORECASE)
STOPS: frozenset[BlockKind] = frozenset(
    {"boilerplate", "tags", "related", "caption", "title", "date", "byline"}
)


def find_editor_comments(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label a comment with its label and the paragraphs after it, up to the first furniture.

    An "Editor's note" is one paragraph, unless it closes an excerpt; and the
    paragraphs of an article that goes on for long after a comment are its own.
    """
    for index, line in enumerate(page.lines):
        match = OPENING.match(line.text)
        if (
            not match
            or line.hint == "comment"
            or labels[index].kind in {"title", "subtitle"}
            or line.words < 3
            or index <= page.lead
        ):
            continue
        yield index, Label("editor_comment", 0.97)
        if _NOTE.search(match["label"]) and not _after_excerpt(page, labels, index):
            continue
        for number in _goes_on(page, labels, index):
            yield number, Label("editor_comment", 0.92)
        return


def _goes_on(page: Page, labels: Labels, index: int) -> list[int]:
    above = sum(page.is_paragraph(i) for i in range(page.lead, index))
    found = []
    for number in range(index + 1, len(page.lines)):
        line = page.lines[number]
        sure = labels[number].confidence > 0.6 and labels[number].kind in STOPS
        if sure or opens_comments(line) or (line.words < 4 and not line.ends):
            break
        found.append(number)
    return found if len(found) <= max(3, above) else []


def _after_excerpt(page: Page, labels: Labels, index: int) -> bool:
    return any(
        labels[i].kind in {"boilerplate", "related"}
        for i in range(max(page.lead, index - 2), index)
    )


def editor_of(text: str) -> re.Match[str] | None:
    """Return the match of a comment's label, with the outlet in it if it names one."""
    return OPENING.match(text)
