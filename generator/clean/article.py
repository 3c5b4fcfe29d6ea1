"""What each line of a page is worth as part of an article.

Each line is worth its words above a bar, less what speaks against running text.
Which lines are the article is found from these sums by ``runs``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.clean.cues import (
    COMMENT_COUNT,
    COPYRIGHT,
    folded,
    holds,
    is_navigation,
    may_hold,
    phrases,
    starts,
)
from generator.clean.lines import Line

BAR = 7.0
"""Words that a line needs to be worth anything; found best of 6 to 15 on 176 public pages."""

FLOOR, CEILING = -14.0, 45.0
"""No line is worth less or more: no notice outweighs an article, and no menu cuts one in two."""

RUNNING = 0.12
"""Share of function words from which a line reads as running text."""

SHORT_SENTENCE, HEADLINE, LONE = 1.0, -3.5, -5.0
"""Worth of a short sentence, of words without an end mark, and of words without function words."""

FLOWING = 0.5
"""Worth of each word of a wrapped paragraph: the bar counts for the paragraph and not its lines."""

TEASER = re.compile(
    r"[a-z]{2}[?!’”]?(?:The|A|An|In|It|If|You|We|This|There|How|What|Why|When|After|For|With|On|At|As"
    r"|From|Here|Our|He|She|They)\s(?=\w)"
    r"|[a-z]\s?(?:\.\.\.|…|\[…\]|\[\.\.\.\])"
    r"\s?(?:(?:read|see|continue|learn)[\w ]{0,20}[\s»>→]{0,4})?$"
)
"""A headline glued to the first words below it, or words cut off: the link to another article."""

COPIED = 6.0
"""A line that the page has twice is rather a menu or a teaser."""

ARTICLE = 40.0
"""Worth of the sentences above which a page must have before its readers can comment on it."""

COMMENTS = 0.1
"""Readers write paragraphs too; below the box for comments they count a tenth."""

REPLIES = 3
"""A button to answer that stands so often is one under each comment."""

SYMBOL = -2.0
"""Worth of a line without a word: an empty bullet or a rule."""

_URL = re.compile(r"^\W*(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$")
_STAMP = re.compile(
    r"^\W*\d{1,3}\s?(?:[smhdw]|secs?|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\s(?:ago|read)\b",
    re.IGNORECASE,
)


def worths(lines: tuple[Line, ...]) -> list[float]:
    """Return what each line is worth as part of an article; see the module."""
    written = 0.0
    below = False
    found = []
    for line in lines:
        worth = worth_of(line)
        # "Comments" also stands as a link beside a headline: it opens them only below an article.
        below = below or (written >= ARTICLE and (opens_comments(line) or is_reply_mark(line)))
        written += max(worth, 0.0) if line.ends else 0.0
        found.append(min(worth, worth * COMMENTS) if below else worth)
    return found


def worth_of(line: Line) -> float:
    """Return what a line is worth by itself."""
    if not line.words:
        return SYMBOL
    if line.hint == "td" and "\t" in line.text:
        # A table neither makes an article nor parts it in two; a menu is set in one cell.
        return -furniture_weight(line)
    running = line.function >= RUNNING
    if line.flows:
        worth = line.words * FLOWING
    elif line.ends:
        worth = max(line.words - BAR, SHORT_SENTENCE if running else LONE)
    elif line.words < BAR + 4:
        worth = HEADLINE if running else LONE
    else:
        worth = line.words - BAR - 5
    if not running and not line.ends and not line.flows and line.words >= 8:
        worth -= line.words
    if line.words < 80 and TEASER.search(line.text[-400:]):
        worth = min(worth, LONE)
    if line.copies > 1 and line.words < 40:
        worth -= COPIED
    return max(FLOOR, min(CEILING, worth - furniture_weight(line)))


def opens_comments(line: Line) -> bool:
    """Return whether a line opens the readers' comments."""
    return line.words < 12 and (
        folded(line.text) in phrases("comment_labels") or bool(COMMENT_COUNT.match(line.text))
    )


def is_reply_mark(line: Line) -> bool:
    """Return whether a line is the button under each reader's comment."""
    words = folded(line.text)
    return (
        line.copies >= REPLIES
        and line.words <= 5
        and words.startswith(("reply", "report comment", "report abuse", "flag comment"))
    )


def furniture_weight(line: Line) -> float:
    """Return how strongly the words of a line speak for furniture: 0 not at all, 20 surely."""
    return _furniture_weight(line.text[:600], line.words)


@lru_cache(maxsize=4096)
def _furniture_weight(text: str, words: int) -> float:
    weight = 0.0
    if (
        folded(text) in phrases("furniture_lines")
        or is_navigation(text)
        or (COPYRIGHT.search(text) and words < 60)
    ):
        weight = 20.0
    elif _URL.match(text):
        weight = 4.0
    elif _STAMP.match(text) or COMMENT_COUNT.match(text):
        weight = 12.0
    elif starts("furniture_starts").match(text):
        weight = 12.0 if words < 30 else 8.0
    hits = 0
    if may_hold(text, "furniture_phrases"):
        hits = len({m.casefold() for m in holds("furniture_phrases").findall(text)})
    return min(30.0, weight + (10.0 if words < 25 else 7.0) * hits)
