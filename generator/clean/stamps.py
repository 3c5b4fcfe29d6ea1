"""Lines that say when and by whom: dates and bylines, captions and agency slugs with them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.bylines import is_bare_byline, is_byline, names_of
from generator.clean.captions import MAX_WORDS, PRESENT, SLUG, find_credit, is_credit_alone
from generator.clean.datelines import dateline_alone
from generator.clean.dates_stated import SAYS_PUBLISHED, has_date, is_date_line
from generator.clean.page import Label, Labels, Page

_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]+")

MAX_UNNAMED = 8
"""Words of a byline that names nobody: "Posted by the desk at noon"."""

NEAR = 12
"""Lines around the article within which its own date and byline stand."""


def find_dates(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label lines that are only a date or a dateline, by the head of the article or its end."""
    for index in _near(page):
        line = page.lines[index]
        if index <= page.lead and dateline_alone(line.text):
            yield index, Label("dateline", 0.96)
        elif line.words <= 22 and not line.item and is_date_line(line.text):
            own = index < page.lead or SAYS_PUBLISHED.match(line.text)
            yield index, Label("date", 0.96 if own else 0.9)
        elif line.hint == "time" and has_date(line.text) and index < page.lead:
            yield index, Label("date", 0.95)


def find_bylines(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label bylines: by their word, by their markup, or a bare name beside a date in the head."""
    common = _common_words(page)
    for index in _near(page):
        line = page.lines[index]
        if line.words > 30 or line.item:
            continue
        if is_byline(line.text) and (names_of(line.text) or line.words <= MAX_UNNAMED):
            yield index, Label("byline", 0.94 if index < page.lead else 0.75)
        elif index < page.lead and line.hint == "byline" and line.words <= 16:
            yield index, Label("byline", 0.94)
        elif (
            index in page.head
            and is_bare_byline(line.text)
            and (has_date(line.text) or _beside_date(page, index))
            and not common & _words_of_names(line.text)
        ):
            yield index, Label("byline", 0.92)


def find_captions(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label captions by markup, by credit, and the slug or caption that belongs to a credit."""
    for index, line in enumerate(page.lines):
        if line.hint == "figcaption" and line.words <= 2 * MAX_WORDS:
            yield index, Label("caption", 0.96)
            continue
        if (
            line.words > MAX_WORDS
            or not page.first - NEAR * 2 <= index <= page.last + 3
            or line.item
        ):
            continue
        if SLUG.match(line.text) and index < page.last:
            follows = (
                index + 1 < len(page.lines) and find_credit(page.lines[index + 1].text) is not None
            )
            yield index, Label("caption" if follows else "boilerplate", 0.96)
        elif is_credit_alone(line.text) and line.words <= 20:
            yield index, Label("caption", 0.95)
            yield from _above_credit(page, index)
        elif find_credit(line.text) is not None:
            yield index, Label("caption", 0.95)
        elif PRESENT.search(line.text) and index < page.lead and line.words <= 60:
            yield index, Label("caption", 0.91)


def _above_credit(page: Page, index: int) -> Iterable[tuple[int, Label]]:
    """Label the line above a lone credit where it cannot be a paragraph of the body."""
    if index == 0:
        return
    line = page.lines[index - 1]
    if (index - 1 < page.lead and 6 <= line.words <= 60 and line.ends) or PRESENT.search(line.text):
        yield index - 1, Label("caption", 0.92)


def _near(page: Page) -> Iterable[int]:
    yield from page.head
    yield from range(page.lead, min(len(page.lines), page.last + NEAR))


def _beside_date(page: Page, index: int) -> bool:
    around = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(page.lines)]
    return any(is_date_line(page.lines[i].text) for i in around)


def _words_of_names(text: str) -> frozenset[str]:
    return frozenset(w for n in names_of(text) for w in n.of(text).casefold().split())


def _common_words(page: Page) -> frozenset[str]:
    """Return the words that the page also writes small: a name is none of them."""
    return frozenset(w for line in page.lines for w in _SMALL.findall(line.text[:2000]))
