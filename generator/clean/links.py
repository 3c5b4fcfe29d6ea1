"""Links to other articles, and the topics under which a page is filed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.cues import folded, labelled, phrases, starts
from generator.clean.lines import Line
from generator.clean.page import Label, Labels, Page

MAX_LINKS = 14
"""Headlines that one "Related" may open."""

MAX_HEADLINE = 24
"""Words; longer lines are paragraphs."""

_READ_MORE = re.compile(
    r"^\W{0,4}(?:continue reading|(?:click (?:here )?to )?(?:read|see|view|show) (?:the )?"
    r"(?:more|full|rest|whole|entire)\b)[\w ’']{0,40}[\s.…»>→:]{0,8}$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"^\W{0,3}(?:on|at|from|via) [\w-]{2,30}(?:\.[a-z]{2,7}){1,2}\s?:\s\S", re.IGNORECASE
)
"""The headline of a page on another site, behind that site's address."""

_SEPARATORS = re.compile(r"\s*[|·•;/]\s*|\s*,\s*|\s{2,}|\t+|\s+#(?=\w)")


def find_related(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label links to other articles: a label with its headline, or with the headlines below."""
    open_until = -1
    for index, line in enumerate(page.lines):
        if index <= open_until and (not _is_headline(line) or _closes(labels[index])):
            open_until = -1
        opened = _opens(line)
        if opened == "alone":
            yield index, Label("boilerplate", 0.9)
            open_until = index + MAX_LINKS
        elif opened == "inline":
            yield index, Label("related", 0.93)
        elif index <= open_until:
            yield index, Label("related", 0.86)


def find_tags(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label the lines of topics: behind their label, or below it."""
    below = -1
    for index, line in enumerate(page.lines):
        if index <= page.lead and line.hint != "front-matter":
            continue
        found = labelled(line.text, "tag_labels") if line.words < 80 else None
        if found and found[1] and tags_of(found[1]):
            yield index, Label("tags", 0.98)
            below = -1
        elif found and not found[1]:
            yield index, Label("boilerplate", 0.91)
            below = index + 1
        elif index == below and _is_tags(line):
            yield index, Label("tags", 0.94)
            # Topics set as a list go on; a row with separators is complete.
            below = index + 1 if line.item or len(tags_of(line.text)) == 1 else -1


def find_links_above(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Take items above the article for links to others where they are no sentences.

    Points that sum a report up are told in sentences or stand below a label that
    says so; headlines and questions in a list lead elsewhere.
    """
    items: list[int] = []
    for index in range(page.lead + 1):
        label = labels.get(index)
        if label and label.kind == "key_point":
            items.append(index)
            continue
        if items and not _are_points(page, labels, items):
            for item in items:
                yield item, Label("related", 0.94)
        items = []


def _are_points(page: Page, labels: Labels, items: list[int]) -> bool:
    """Return whether items sum a report up: below its headline, announced, or in sentences."""
    if items[0] and labels[items[0] - 1].kind in {"title", "subtitle"}:
        return True
    above = page.lines[items[0] - 1].text if items[0] else ""
    told = sum(page.lines[i].text[-1] in ".!”\"'" for i in items)
    return (
        folded(above) in phrases("key_point_labels")
        or above.endswith(":")
        or 2 * told >= len(items)
    )


def tags_of(text: str) -> tuple[str, ...]:
    """Return the topics of a row, as written, without marks at their borders."""
    rows = [re.sub(r"^[\s#*•+\[\"'“]+|[\s.\]\"'”]+$", "", row) for row in _SEPARATORS.split(text)]
    return tuple(row for row in rows if row and len(row) <= 60 and len(row.split()) <= 7)


def _is_tags(line: Line) -> bool:
    return (
        not line.ends
        and line.words <= 40
        and all(len(tag.split()) <= 5 for tag in _SEPARATORS.split(line.text))
    )


def _opens(line: Line) -> str:
    """Return ``alone`` for a label of its own, ``inline`` before its headline, else nothing."""
    if line.words > MAX_HEADLINE + 6 or line.words == 0:
        return ""
    if _READ_MORE.match(line.text):
        return "alone"
    found = labelled(line.text, "related_labels")
    if found and not found[1]:
        # In a list "watch" or "video" is one thing of many.
        return "alone" if line.words >= 2 or not line.item else ""
    sentence = line.ends and line.text.rstrip().endswith(".") and line.words > 14
    if ELSEWHERE.match(line.text) or (found and not sentence and len(found[0].split()) <= 6):
        return "inline"
    few = line.words <= 7 and not line.ends
    if few and starts("related_labels").match(line.text) and _is_wide_label(line.text):
        return "alone"
    return ""


def _is_wide_label(text: str) -> bool:
    """Return whether a short line begins with a label of two words or more: "More in Business"."""
    words = folded(text).split()
    return any(" ".join(words[:n]) in phrases("related_labels") for n in (2, 3, 4)) and words[
        :2
    ] != ["more", "than"]


def _closes(label: Label) -> bool:
    """Return whether a label so far says that a list of links ends above it."""
    return label.kind == "tags" or (label.kind == "boilerplate" and label.confidence >= 0.91)


def _is_headline(line: Line) -> bool:
    """Return whether a line can be a linked headline: no paragraph, no sentence with its stop."""
    if line.words > MAX_HEADLINE or line.words == 0:
        return line.words == 0
    return line.item or not line.ends or line.text.rstrip()[-1] in "?!”’\"'"
