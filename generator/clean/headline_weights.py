"""How much a line is a headline: what speaks for and against it, weighed together.

No line is a headline for one reason. Each sign has a strength from the page and a
weight from the table below; the sum is what ``headlines`` compares.
"""

from __future__ import annotations

import re

import msgspec

from generator.clean.article import furniture_weight
from generator.clean.captions import is_credit_alone
from generator.clean.cues import COPYRIGHT, folded, is_navigation, labelled, phrases
from generator.clean.lines import Line
from generator.clean.page import Labels, Page

WEIGHTS: dict[str, float] = {
    "recurs": 5.0,  # its words recur in the first paragraphs: what the report is about
    "h1": 4.0,  # the markup calls it the heading of the page
    "h2": 1.0,
    "length": 1.6,  # five to twenty words, as headlines have
    "brief": -2.0,  # one or two words are rather a section or a button
    "signed below": 4.0,  # day or author stands within the next lines, and no text between
    "signed at once": 0.5,  # ... and on the very next line
    "dated above": 2.0,  # the day stands on the line above it, and none below
    "echoed": 1.6,  # another line repeats it behind or before more: path, share line, comment
    "copied": 0.5,  # the page has the same line twice
    "after menu": 1.0,  # the lines above it are a menu: it is where the article begins
    "distance": -0.04,  # each line between it and the first paragraph, up to a bound
    "furniture": -0.5,  # its words are those of menus and notices
    "stop": -2.5,  # headlines end without a full stop
    "bracketed": -4.0,  # a remark on the page, all of it in brackets
    "item": -4.0,  # an item of a list
    "credited": -1.5,  # "Outlet: headline" credits another report
    "known label": -3.0,  # a section, or the label above links
    "path": -2.5,  # the way to the page through its sections
    "arrow": -4.0,  # a link to the article before or after this one
    "filed": -4.0,  # the topics or the author it is filed under
    "credit": -4.0,  # who took the picture
    "repeats": -3.0,  # the same words again and again: items of a menu run together
    "numbers": -3.0,  # a row of a table
    "address": -4.0,  # a mail or web address
    "outlet": -3.0,  # the name that the page gives its owner
    "masthead": -1.5,  # first line of the page with its menu below
    "caption above": -1.0,  # a line just below a picture is rather text of the article
    "body": -1.0,  # a line that lies among the paragraphs
}

FARTHEST = 30
"""Lines from the first paragraph beyond which distance says no more."""

CONTENT = re.compile(r"[^\W\d_]{4,}")
_CRUMBS = re.compile(r"\s[»›>/→]\s|\w/\w{3,}[^/]{0,40}/|:$")
_ARROW = re.compile(r"^\s{0,3}[←→«»‹›◂▸<>]|[←→»›>]\s{0,3}$")
_FILED = re.compile(
    r"\W{0,3}(?:(?:posted|filed|published|categories|category|tagged|topics?)\s?(?:in|under|as|:)"
    r"|(?:written |posted |published )?by\s[A-Z]|(?:last )?updated\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^«»]{1,300}»$|»[^«»]{1,300}«$")
_ADDRESS = re.compile(r"\S@\w|https?://|www\.")
_NUMBER = re.compile(r"\d")
CREDITED = re.compile(
    r"^(?P<outlet>[A-Z][\w.&’'-]*(?:\s[A-Z&][\w.&’'-]*){0,4})\s{0,2}:\s+(?P<headline>[A-Z“‘\"'«\d].{14,300})$"
)
"""Outlet, colon, headline: how a page that excerpts a report credits it."""

HEADINGS = frozenset({"h1", "h2", "h3"})


FEW = 3
"""A page with fewer paragraphs is read line by line."""


class Surroundings(msgspec.Struct, frozen=True):
    """What is read off a page once, before its lines are weighed."""

    body: frozenset[str]
    """Words of the first paragraphs, in small letters."""
    owners: str
    """The lines on copyright, folded."""
    ends: frozenset[str]
    """What lines begin or end with, folded, where more stands in the line."""


def surroundings(page: Page) -> Surroundings:
    """Return what the weighing of a page's lines needs to know of the page."""
    run = range(page.lead, page.last)
    texts = [page.lines[i].text for i in run if page.is_paragraph(i)][:12]
    if len(texts) < FEW:
        # Lines broken at a fixed width end as no paragraph does.
        texts = [page.lines[i].text for i in run][:40]
    return Surroundings(
        frozenset(word for text in texts for word in CONTENT.findall(text[:2000].casefold())),
        folded(" ".join(x.text for x in page.lines if _owns(x))[:4000]),
        _ends_of(tuple(folded(line.text[:300]) for line in page.lines)),
    )


def _owns(line: Line) -> bool:
    return line.words < 60 and bool(COPYRIGHT.search(line.text[:300]))


def weigh(page: Page, labels: Labels, around: Surroundings, index: int) -> float:
    """Return how much a line is a headline: about 3 for a fair one, 0 for any line of a menu."""
    return sum(
        WEIGHTS[name] * float(strength)
        for name, strength in signs_of(page, labels, around, index).items()
    )


def signs_of(
    page: Page, labels: Labels, around: Surroundings, index: int
) -> dict[str, float | bool]:
    """Return the strength of each sign for a line, by its name in ``WEIGHTS``."""
    line = page.lines[index]
    return {
        **_of_words(line, around),
        **_of_shape(line),
        **_of_place(page, labels, index),
    }


def _of_words(line: Line, around: Surroundings) -> dict[str, float | bool]:
    words = CONTENT.findall(line.text.casefold())
    plain = folded(line.text)
    return {
        "recurs": sum(word in around.body for word in words) / max(len(words), 3),
        "furniture": furniture_weight(line),
        "known label": plain in phrases("section_names")
        or labelled(line.text, "related_labels") is not None,
        "echoed": plain in around.ends,
        "outlet": line.words <= 6 and bool(plain) and plain in around.owners,
        "path": bool(_CRUMBS.search(line.text)) or line.numbered or is_navigation(line.text),
        "arrow": bool(_ARROW.search(line.text)) and not _QUOTED.match(line.text),
        "filed": bool(_FILED.match(line.text)),
        "credit": is_credit_alone(line.text),
        "repeats": len(words) >= 6 and len(set(words)) <= 0.7 * len(words),
        "address": bool(_ADDRESS.search(line.text)),
    }


def _of_shape(line: Line) -> dict[str, float | bool]:
    numbers = sum(bool(_NUMBER.match(word)) for word in line.text.split())
    return {
        "h1": line.hint == "h1",
        "h2": line.hint == "h2",
        "length": 5 <= line.words <= 20,
        "brief": line.words <= 2,
        "stop": line.text.rstrip().endswith("."),
        "bracketed": line.text.strip()[:1] + line.text.strip()[-1:] in {"[]", "()", "{}"},
        "item": line.item,
        "credited": bool(CREDITED.match(line.text)) and line.hint != "h1",
        "numbers": numbers >= 3 and numbers * 5 >= line.words * 2,
        "copied": line.copies > 1,
    }


def _of_place(page: Page, labels: Labels, index: int) -> dict[str, float | bool]:
    below = _stamp_below(page, labels, index)
    return {
        "signed below": 0 < below <= NEAR_STAMP,
        "signed at once": below == 1,
        "dated above": index > 0 and not below and labels[index - 1].kind == "date",
        "after menu": index > 2 and all(_is_menu(page, labels, i) for i in range(index - 3, index)),
        "distance": min(abs(page.lead - index), FARTHEST),
        "masthead": index == 0 and below != 1,
        "caption above": any(labels[i].kind == "caption" for i in range(max(0, index - 4), index)),
        "body": index >= page.lead,
    }


NEAR_STAMP = 4
"""Lines below a headline among which its day and author stand."""


def _stamp_below(page: Page, labels: Labels, index: int) -> int:
    """Return how many lines below stands day or author; 0 if text or a menu comes before it."""
    for i in _below(page, index, NEAR_STAMP):
        if labels[i].kind in {"date", "byline"}:
            return i - index
        if page.lines[i].words > 40:
            break
    return 0


def _is_menu(page: Page, labels: Labels, index: int) -> bool:
    line = page.lines[index]
    return (line.words <= 4 or line.item) and labels[index].kind in {"boilerplate", "related"}


def _ends_of(lines: tuple[str, ...]) -> frozenset[str]:
    """Return what lines begin and end with, from any of their words on, each without the rest."""
    ends: set[str] = set()
    for line in lines:
        words = line.split()
        if 3 <= len(words) <= LONGEST_ECHO:
            ends.update(" ".join(words[:n]) for n in range(2, len(words)))
            ends.update(" ".join(words[n:]) for n in range(1, len(words) - 1))
    return frozenset(end for end in ends if len(end) >= LEAST_ECHO)


LONGEST_ECHO = 40
"""Words of a line that may repeat the headline and more: a path, a comment, a share line."""

LEAST_ECHO = 12
"""Characters that say enough to be an echo."""


def _below(page: Page, index: int, count: int) -> range:
    return range(index + 1, min(len(page.lines), index + 1 + count))
