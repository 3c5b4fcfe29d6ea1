"""The head of an article: headline, what stands above it, and what stands below."""

from __future__ import annotations

from collections.abc import Iterable

from generator.clean.article import furniture_weight
from generator.clean.captions import SLUG
from generator.clean.cues import folded, labelled, phrases
from generator.clean.headline_weights import (
    CREDITED,
    HEADINGS,
    Surroundings,
    signs_of,
    surroundings,
    weigh,
)
from generator.clean.lines import Line
from generator.clean.page import Label, Labels, Page

EXCERPT_HEAD = 10
"""Lines between the headline and the first paragraph of a page that excerpts a report."""

LEAST = 2.0
"""A line that weighs less is no headline: better none than one from a menu."""

LISTED = 0.9
"""Below it a line is related only by its neighbours, and may be the headline all the same."""

NOT_TITLE = frozenset({"date", "byline", "caption", "tags", "related"})


def find_title(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label the one line that is most of a headline; nothing if none is."""
    index = title_index(page, labels)
    if index is not None:
        yield index, Label("title", 0.97)


def title_index(page: Page, labels: Labels) -> int | None:
    """Return the line of the headline, weighed by shape, place and the words of the body."""
    around = surroundings(page)
    weights = {i: weigh(page, labels, around, i) for i in _candidates(page, labels)}
    best = max(weights, key=lambda i: (weights[i], -i), default=None)
    if best is None or weights[best] < LEAST:
        return None
    if page.lines[best].hint in HEADINGS or best >= page.lead:
        return best
    upper = best - 1
    return upper if upper in weights and _heads(page, labels, around, upper) else best


def _heads(page: Page, labels: Labels, around: Surroundings, upper: int) -> bool:
    """Return whether a line is the headline above one that weighs most of all.

    A line that sums the headline up shares more words with the body than the
    headline does. Sections, paths and mastheads stand there too, and are none.
    """
    own = signs_of(page, labels, around, upper)
    lower = signs_of(page, labels, around, upper + 1)
    return (
        own["recurs"] >= UPPER * lower["recurs"]
        and own["recurs"] > 0
        and not any(own[sign] for sign in NO_HEAD)
        and not _leads_to(page, upper, upper + 1)
    )


UPPER = 0.45
"""Share of the words recurring in a line from which the line above it is its headline."""

NO_HEAD = (
    *("brief", "known label", "path", "arrow", "filed", "credit", "address", "outlet", "item"),
    *("repeats", "stop", "credited"),
)
"""Signs of lines that stand above headlines."""


def _leads_to(page: Page, upper: int, lower: int) -> bool:
    """Return whether a line is the way to the one below it, which it repeats at its end."""
    return folded(page.lines[upper].text).endswith(folded(page.lines[lower].text))


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
        # The header lines of a mail look like an outlet with its headline.
        if labels[index].kind in NOT_TITLE or line.item or line.hint == "header":
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
    """Return the lines that may be the headline: above the first paragraph, or headings."""
    inside = [
        i
        for i in range(page.lead, min(page.last, page.lead + OPENING))
        if page.lines[i].hint in {"h1", "h2"} or _is_headed(page, labels, i)
    ]
    return [
        i
        for i in sorted({*range(page.lead), *inside, *_first_headings(page)})
        if (labels[i].kind not in NOT_TITLE or labels[i].confidence < LISTED)
        and 2 <= page.lines[i].words <= 34
        and page.lines[i].hint != "front-matter"
        and not SLUG.match(page.lines[i].text)
    ]


OPENING = 4
"""Lines from the first long one on among which the headline of some pages stands."""


def _is_headed(page: Page, labels: Labels, index: int) -> bool:
    """Return whether a line among the first of the article has day or author beside it."""
    beside = range(max(index - 1, 0), min(len(page.lines), index + 4))
    below = range(index + 1, min(len(page.lines), index + 2 + OPENING))
    return (
        page.lines[index].words <= 24
        and any(
            labels[i].kind in {"date", "byline"} and labels[i].confidence >= LISTED for i in beside
        )
        and any(page.is_paragraph(i) for i in below)
    )


def _first_headings(page: Page) -> list[int]:
    return [i for i, line in enumerate(page.lines) if line.hint == "h1"][:3]


def _below(page: Page, index: int, count: int) -> range:
    return range(index + 1, min(len(page.lines), index + 1 + count))


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
