"""What a page shows its readers beside the headline: the day, and who wrote it.

The markup's own statements are often the day of a move to a new system or the
account that pasted the text in; where they differ from the page, the page counts.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from generator.model import Span
from generator.readers.html_text import Run
from generator.resources import word_list

ABOVE, BELOW = 3, 25
"""How many lines around the headline may hold the day and the byline."""

UNMARKED = 8
"""How many lines above the first paragraph are its head where no heading is marked."""

PARAGRAPH = 12
"""Words of the first paragraph, where the head of an article ends."""

MOST_WORDS = 25
"""A line of more words is no line of dates or names."""

MOST_NAMES = 8
"""A byline of more is a list of something else."""

MOST_BESIDE = 10
"""Words that a line may hold beside its date: names, a place, the time to read it."""

_NO_HEAD = frozenset({"figcaption", "h2", "h3", "h4", "h5", "h6", "li", "td"})
_WORD = re.compile(r"\w+")
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_UPDATE = re.compile(
    r"(?:updated?|modified|revised|reviewed|edited)\W{0,4}(?:on|at)?\W{0,4}$", re.IGNORECASE
)
_SAYS_UPDATE = re.compile(
    r"\W{0,3}(?:last |first )?(?:updated?|modified|revised|reviewed)\b", re.IGNORECASE
)
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)")
_BY = re.compile(
    r"\W{0,3}(?:(?:written|story|words|text|posted|published|reported|article|authored)\s)?"
    r"(?:by|von|par|por|di)\b\s{0,2}:?\s{0,2}|\W{0,3}authors?\s{0,2}:\s{0,2}",
    re.IGNORECASE,
)
_UPPER = r"[^\W\d_a-z]"
_NAME = re.compile(
    rf"(?:Dr\.?\s|Prof\.?\s|Sir\s|Dame\s)?(?P<name>{_UPPER}[\w’'`-]*\.?"
    rf"(?:\s(?:(?:de|del|della|den|der|di|da|dos|du|la|le|van|von|ter|bin|al|el)\s){{0,2}}{_UPPER}[\w’'`-]*\.?){{1,3}})"
    r"(?=\s*(?:$|[,;|·•–—(@&/-]|\s(?:and|with|in|on|for)\b|\s{2}))"
)
_LONE = re.compile(rf"(?P<name>{_UPPER}[^\W\d_A-Z]{{2,20}})\W*")
"""A byline that is one word."""
_JOIN = re.compile(r"\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s*&\s*|\s+with\s+)")


class Head(msgspec.Struct, frozen=True):
    """What stands beside a headline; None or empty where nothing does."""

    day: str | None = None
    """ISO day."""
    at: Span | None = None
    """Where the day stands."""
    names: tuple[Span, ...] = ()
    """Who the byline names."""
    signed: bool = False
    """Whether a word such as "by" stands before the names."""


def find_head(text: str, runs: tuple[Run, ...], flags: tuple[bool, ...]) -> Head:
    """Return what the lines around the headline say of day and authors.

    Args:
        text: The text of record.
        runs: Its lines.
        flags: For each line, whether it lies in the article.
    """
    near = _near(text, runs, flags)
    day, at = next((found for run in near if (found := _day(text, run))), (None, None))
    names, signed = _names(text, near)
    return Head(day, at, names, signed)


def _near(text: str, runs: tuple[Run, ...], flags: tuple[bool, ...]) -> list[Run]:
    """Return the lines of the head, those below the headline first."""
    lead = next(
        (
            i
            for i, run in enumerate(runs)
            if flags[i]
            and run.hint in {"", "p", "li", "blockquote"}
            and len(_WORD.findall(run.span.of(text))) >= PARAGRAPH
        ),
        len(runs),
    )
    title = _headline(runs, lead)
    below = runs[title + 1 : min(lead, title + 1 + BELOW)]
    above = runs[max(0, title - ABOVE) : title]
    return [
        run
        for run in (*below, *above)
        if not run.furniture
        and run.hint not in _NO_HEAD
        and len(_WORD.findall(run.span.of(text)[:400])) <= MOST_WORDS
    ]


def _headline(runs: tuple[Run, ...], lead: int) -> int:
    """Return the line of the headline: the nearest heading of the first order above the lead."""
    for hint in ("h1", "h2"):
        found = next((i for i in range(lead - 1, -1, -1) if runs[i].hint == hint), None)
        if found is not None:
            return found
    return max(-1, lead - UNMARKED)


def _day(text: str, run: Run) -> tuple[str, Span] | None:
    """Return the day that a line states and where; None if it states none, or that of a change."""
    words = run.span.of(text)
    if _SAYS_UPDATE.match(words) and not _SAYS_PUBLISHED.search(words):
        return None
    if stamp := _ISO.match(run.stamp):
        return (iso, run.span) if (iso := _iso(stamp)) else None
    for found in _shown().finditer(words):
        iso = _iso(found)
        beside = len(
            re.findall(r"[^\W\d_]{2,}", words[: found.start()] + " " + words[found.end() :])
        )
        if iso and beside <= MOST_BESIDE and not _UPDATE.search(words[: found.start()][-24:]):
            start = run.span.start
            return iso, Span(start + found.start(), start + found.end())
    return None


def prints_day(text: str, iso: str) -> bool:
    """Return whether a text prints a day anywhere, other than as that of a change."""
    return any(
        _iso(found) == iso and not _UPDATE.search(text, max(0, found.start() - 24), found.start())
        for found in _shown().finditer(text)
    )


@cache
def _months() -> dict[str, int]:
    rows = (row.split() for row in word_list("readers", "months"))
    return {name: int(number) for number, *names in rows for name in names}


@cache
def _shown() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<!\w)(?:(?P<m1>{month})\.?\s{{1,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y1>(?:19|20)\d\d)"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]{{1,2}}(?:of\s|de\s)?(?P<m2>{month})\.?,?[\s-]{{1,2}}(?:de\s)?(?P<y2>(?:19|20)\d\d)"
        r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))(?!\w)",
        re.IGNORECASE,
    )


def _iso(found: re.Match[str]) -> str | None:
    parts = {name[0]: value for name, value in found.groupdict().items() if value}
    month = parts["m"].casefold()
    try:
        number = int(month) if month.isdecimal() else _months()[month]
        return date(int(parts["y"]), number, int(parts["d"])).isoformat()
    except ValueError:
        return None


def _names(text: str, near: list[Run]) -> tuple[tuple[Span, ...], bool]:
    """Return the names of the first byline, and whether it says that they wrote."""
    found: list[tuple[tuple[Span, ...], bool]] = []
    alone = False
    for run in near:
        words = run.span.of(text)
        by = _BY.match(words)
        if by or alone or run.hint == "byline":
            names = _listed(_undated(words), by.end() if by else 0, run.span.start)
            found += [(names, bool(by) or alone)] if names else []
        # "By" may be a line of its own, the name in an element of its own below.
        alone = bool(by) and by.end() == len(words) if by else False
    signed = (one for one in found if one[1])
    return next(signed, found[0] if found else ((), False))


def _undated(words: str) -> str:
    """Return what stands before the date of a line."""
    dated = _shown().search(words)
    return words[: dated.start()] if dated else words


def _listed(words: str, at: int, start: int) -> tuple[Span, ...]:
    """Return the names that stand one after the other from a place on."""
    lone = _LONE.fullmatch(words, at)
    if lone and not _no_names().intersection([lone["name"].casefold()]):
        return (Span(start + lone.start("name"), start + lone.end("name")),)
    found: list[Span] = []
    while len(found) < MOST_NAMES and (name := _NAME.match(words, at)):
        if not is_author(name["name"]):
            break
        found.append(Span(start + name.start("name"), start + name.end("name")))
        join = _JOIN.match(words, name.end())
        if not join:
            break
        at = join.end()
    return tuple(found)


def is_author(name: str) -> bool:
    """Return whether a name can be a person's: no address, no desk, no word of a date."""
    words = re.findall(r"[\w’']+", name.casefold())
    return (
        2 <= len(name.split()) <= 5
        and not re.search(r"https?:|www\.|[@/\d<>{}]", name)
        and not _no_names().intersection(words)
        and not _months().keys() & set(words[-1:])
    )


@cache
def _no_names() -> frozenset[str]:
    return frozenset(word_list("readers", "no_authors"))
