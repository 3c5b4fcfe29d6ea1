"""Lines that say when and by whom: dates and bylines, captions and agency slugs with them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.bylines import (
    is_bare_byline,
    is_byline,
    is_byline_word,
    is_handle,
    names_of,
    small_words,
)
from generator.clean.captions import MAX_WORDS, PRESENT, SLUG, find_credit, is_credit_alone
from generator.clean.datelines import dateline_alone
from generator.clean.dates_stated import MAX_LINE, SAYS_PUBLISHED, days_in, has_date, is_date_line
from generator.clean.page import Label, Labels, Page
from generator.clean.stamp_lines import is_stamp, signs

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
        elif line.words <= 22 and is_date_line(line.text) and _is_lone(page, index):
            own = index < page.lead or SAYS_PUBLISHED.match(line.text)
            yield index, Label("date", _surety(page, index) if own else 0.9)
        elif line.hint == "time" and has_date(line.text) and index < page.lead:
            yield index, Label("date", 0.95)
        elif index < page.lead + OPENING and is_stamp(line.text) and _is_lone(page, index):
            yield (
                index,
                Label("byline" if signs(line.text) else "date", _surety(page, index) - 0.02),
            )


def _surety(page: Page, index: int) -> float:
    """Return how sure a stamp is: more where it states a day above the text.

    Counts of comments beside it are words of furniture, but no furniture states a day.
    """
    whole = index < page.lead and days_in(page.lines[index].text, day_first=True)
    return 0.98 if whole else 0.96


def _is_lone(page: Page, index: int) -> bool:
    """Return whether a line is no item of a list that dates each of its links.

    Pages also set the day, the author and the reading time of one article as a list.
    """
    if not page.lines[index].item or SAYS_PUBLISHED.match(page.lines[index].text):
        return True
    around = range(max(0, index - AROUND), min(len(page.lines), index + AROUND + 1))
    dated = sum(page.lines[i].words <= 22 and has_date(page.lines[i].text) for i in around)
    return index < page.lead and dated <= 2


def find_bylines(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Label bylines: by their word, by their markup, or a bare name beside a date in the head."""
    common = _common_words(page)
    for index in _near(page):
        line = page.lines[index]
        if line.words > 30 or len(line.text) > MAX_LINE:
            continue
        head = index < page.lead + (OPENING if signs(line.text) else 0)
        if is_byline(line.text) and (
            names_of(line.text, handles=True) or line.words <= MAX_UNNAMED
        ):
            if not line.item or (head and len(line.text) <= MAX_SIGNED):
                counted = head and index in page.head and _COUNTED.search(line.text)
                yield index, Label("byline", 0.975 if counted else 0.94 if head else 0.75)
            if head:
                yield from _named_below(page, index)
        elif index < page.lead and line.hint == "byline" and line.words <= 16:
            yield index, Label("byline", 0.94)
        elif (
            (index in page.head or 0 <= index - page.lead < OPENING)
            and is_bare_byline(line.text)
            and (has_date(line.text) or _beside_date(page, index))
            and not common & _words_of_names(line.text)
        ):
            yield index, Label("byline", 0.985 if has_date(line.text) else 0.92)


_COUNTED = re.compile(r"[|·•]\s{0,3}(?:\d{1,6}|leave|no)\s\w", re.IGNORECASE)
"""A count of comments beside the name: furniture by its words, and a byline all the same."""

OPENING = 6
"""Lines from the first paragraph on among which a summary may push day and author."""

AROUND = 5
"""Lines around an item among which another one or two may be dated."""

MAX_SIGNED = 80
"""Characters of a byline that is set as an item of a list."""

MOST_BELOW = 5
"""Lines below a lone "by" among which its names stand, commas and roles between them."""


def _named_below(page: Page, index: int) -> Iterable[tuple[int, Label]]:
    """Label the names below a lone "by" or "written by", which pages set on lines of their own."""
    if names_of(page.lines[index].text, handles=True) or not is_byline_word(page.lines[index].text):
        return
    for below in range(index + 1, min(len(page.lines), index + 1 + MOST_BELOW)):
        line = page.lines[below]
        if is_bare_byline(line.text) or (below == index + 1 and is_handle(line.text)):
            yield below, Label("byline", 0.93)
        elif line.words > 2 or below == index + 1:
            return


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
    """Return the lines above the article, its own, and a few below it."""
    return range(min(len(page.lines), page.last + NEAR))


def _beside_date(page: Page, index: int) -> bool:
    around = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(page.lines)]
    return any(is_date_line(page.lines[i].text) for i in around)


def _words_of_names(text: str) -> frozenset[str]:
    return frozenset(w for n in names_of(text) for w in n.of(text).casefold().split())


def _common_words(page: Page) -> frozenset[str]:
    """Return the words that the page also writes small: a name is none of them."""
    return frozenset(word for line in page.lines for word in small_words(line.text[:2000]))
