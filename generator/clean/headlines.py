"""The head of an article: headline, what stands above it, and what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.article import furniture_weight
from generator.clean.captions import SLUG
from generator.clean.cues import folded, labelled, phrases
from generator.clean.lines import Line
from generator.clean.page import Label, Labels, Page

CREDITED = re.compile(
    r"^(?P<outlet>[A-Z][\w.&’'-]*(?:\s[A-Z&][\w.&’'-]*){0,4})\s{0,2}:\s+(?P<headline>[A-Z“‘\"'«\d].{14,300})$"
)
"""Outlet, colon, headline: how a page that excerpts a report credits it."""

EXCERPT_HEAD = 10
"""Lines between the headline and the first paragraph of a page that excerpts a report."""

_CONTENT = re.compile(r"[^\W\d_]{4,}")
LEAST = 2.5
"""A line that weighs less is no headline: better none than one from a menu."""

LISTED = 0.9
"""Below it a line is related only by its neighbours, and may be the headline all the same."""

_CRUMBS = re.compile(r"\s[»›>/]\s|\w/\w{3,}[^/]{0,40}/|:$")
HEADINGS = frozenset({"h1", "h2", "h3"})
NOT_TITLE = frozenset({"date", "byline", "caption", "tags", "related"})


def find_title(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label the one line that is most of a headline; nothing if none is."""
    index = title_index(page, labels)
    if index is not None:
        yield index, Label("title", 0.97)


def title_index(page: Page, labels: Labels) -> int | None:
    """Return the line of the headline, weighed by shape, place and the words of the body."""
    body = _body_words(page)
    scored = [(_weight(page, labels, i, body), -i) for i in _candidates(page, labels)]
    best, place = max(scored, default=(0.0, 0))
    if best < LEAST:
        return None
    # A line that sums the headline up shares more words with the body than the headline.
    upper = next((-i for weight, i in scored if -i == -place - 1 and weight >= 0.6 * best), None)
    return -place if upper is None or page.lines[-place].hint in HEADINGS else upper


def find_heads(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label section, subtitle and the headline of an excerpted report, around the title."""
    title = next((i for i, label in labels.items() if label.kind == "title"), None)
    if title is None:
        return
    for index in range(max(0, title - 3), title):
        if _is_section(page, labels, index, title):
            yield index, Label("section", 0.94)
    for index in range(title + 1, page.lead):
        line = page.lines[index]
        if labels[index].kind in NOT_TITLE or line.item:
            continue
        if _is_credited(page, title, index):
            yield index, Label("origin_headline", 0.95)
        elif index == title + 1 and _is_subtitle(page, labels, index):
            yield index, Label("subtitle", 0.93)


def _is_credited(page: Page, title: int, index: int) -> bool:
    """Return whether a line is the headline of another outlet's report, with that outlet before it.

    The head must be short, and no other line of it may have the same label: labels
    repeat in interviews and lists, and an excerpt has one source.
    """
    line = page.lines[index]
    match = CREDITED.match(line.text)
    if (
        not match
        or page.lead - title > EXCERPT_HEAD
        or line.text.endswith(".")
        or labelled(line.text, "related_labels")
    ):
        return False
    label = f"{match['outlet']}:"
    return sum(other.text.startswith(label) for other in page.lines[title : page.lead + 12]) == 1


def find_subheadings(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label crossheads: a short line without a stop above a paragraph of the article."""
    for index in range(page.first, min(page.last, len(page.lines) - 1)):
        line = page.lines[index]
        marked = line.hint in {"h2", "h3", "h4", "h5", "h6"}
        if index < page.lead and not (marked or folded(line.text) in phrases("key_point_labels")):
            continue
        if (
            (line.item and not marked)
            or line.words > 14
            or (line.ends and line.text.rstrip()[-1] not in "?!”’\"'")
        ):
            continue
        if marked or page.is_paragraph(index + 1) or page.lines[index + 1].item:
            yield index, Label("subheading", 0.82)


def find_key_points(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label the points between headline and first paragraph, and the label above them."""
    under = False
    for index in range(
        max(0, page.lead - HEAD_POINTS), min(len(page.lines), page.lead + HEAD_POINTS)
    ):
        line = page.lines[index]
        known = folded(line.text) in phrases("key_point_labels")
        if known:
            yield index, Label("subheading", 0.93)
        if (
            line.item
            and line.words >= 5
            and (index < page.lead or under)
            and _is_point(page, labels, index)
        ):
            yield index, Label("key_point", 0.93)
        under = known or (under and line.item)


HEAD_POINTS = 14
"""Lines around the first paragraph among which key points stand."""


def _is_point(page: Page, labels: Labels, index: int) -> bool:
    """Return whether an item lies with the article: in its run, or below its headline."""
    title = next((i for i, label in labels.items() if label.kind == "title"), None)
    below_title = title is not None and title < index
    inside = page.first <= index < page.last
    return (
        labels[index].kind not in NOT_TITLE
        and furniture_weight(page.lines[index]) < 8
        and (inside or below_title)
    )


def _candidates(page: Page, labels: Labels) -> list[int]:
    inside = [
        i
        for i in range(page.first, min(page.last, page.lead + 3))
        if page.lines[i].hint in {"h1", "h2"}
    ]
    return [
        i
        for i in sorted({*page.head, *inside, *_first_headings(page)})
        if (labels[i].kind not in NOT_TITLE or labels[i].confidence < LISTED)
        and 2 <= page.lines[i].words <= 34
        and page.lines[i].hint != "front-matter"
        and not SLUG.match(page.lines[i].text)
    ]


def _first_headings(page: Page) -> list[int]:
    return [i for i, line in enumerate(page.lines) if line.hint == "h1"][:3]


def _weight(page: Page, labels: Labels, index: int, body: frozenset[str]) -> float:
    """Return how much a line is a headline: about 3 for a fair one, 0 for any line of a menu."""
    line = page.lines[index]
    words = _CONTENT.findall(line.text.casefold())
    shared = sum(word in body for word in words) / max(len(words), 3)
    distance = abs(page.lead - index)
    weight = 5.0 * shared - 0.08 * distance - 0.25 * furniture_weight(line)
    weight += {"h1": 4.0, "h2": 1.0}.get(line.hint, 0.0)
    weight += 2.0 if 5 <= line.words <= 20 else 0.0 if line.words > 2 else -2.0
    weight -= 1.5 if line.text.rstrip().endswith(".") else 0.0
    weight -= 3.0 if line.item else 0.0
    weight -= 2.5 if CREDITED.match(line.text) and line.hint != "h1" else 0.0
    weight -= (
        3.0
        if folded(line.text) in phrases("section_names") or labelled(line.text, "related_labels")
        else 0.0
    )
    weight += (
        1.0 if any(labels[i].kind in {"date", "byline"} for i in _below(page, index, 3)) else 0.0
    )
    weight -= 2.5 if _CRUMBS.search(line.text) or line.numbered else 0.0
    weight += 0.5 if line.copies > 1 else 0.0
    return weight - (
        1.0 if any(labels[i].kind == "caption" for i in range(max(0, index - 4), index)) else 0.0
    )


def _below(page: Page, index: int, count: int) -> range:
    return range(index + 1, min(len(page.lines), index + 1 + count))


def _body_words(page: Page) -> frozenset[str]:
    texts = [
        page.lines[i].text[:2000] for i in range(page.lead, page.last) if page.is_paragraph(i)
    ][:12]
    return frozenset(word for text in texts for word in _CONTENT.findall(text.casefold()))


def _is_section(page: Page, labels: Labels, index: int, title: int) -> bool:
    """Return whether a short line above the headline is its section and no item of a menu."""
    line = page.lines[index]
    if line.words > 4 or line.item or labels[index].kind in NOT_TITLE or line.words == 0:
        return False
    if folded(line.text) in phrases("section_names"):
        return (
            sum(page.lines[i].words <= 3 for i in range(max(0, index - 2), index)) < 2
            or index + 1 == title
        )
    return (
        index + 1 == title
        and line.words <= 2
        and furniture_weight(line) == 0
        and line.gap
        and _is_crumb(line)
    )


def _is_crumb(line: Line) -> bool:
    return not line.ends and not any(c.isdigit() for c in line.text)


def _is_subtitle(page: Page, labels: Labels, index: int) -> bool:
    """Return whether a line under the headline sums it up: byline, date or picture must follow."""
    line = page.lines[index]
    if not 5 <= line.words <= 45 or furniture_weight(line) >= 8:
        return False
    following = [labels[i].kind for i in _below(page, index, 2)]
    return any(kind in {"byline", "date", "caption"} for kind in following) or (
        not line.ends and index < page.lead
    )
