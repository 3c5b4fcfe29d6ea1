"""The foot of an article: who wrote it, what the house says of itself, and loose ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.cues import folded, phrases
from generator.clean.page import LEAD_WORDS, Label, Labels, Page

FOOT = 12
"""Lines at the end of the article among which notes about its author stand."""

LAST, NOTE = 3, 110
"""A note without a heading is one of the last lines, and of so many words at most."""

SHORT_NOTE = 4
"""So many paragraphs at most tell about an author or a company; more are an article."""

ENOUGH = 3
"""Paragraphs that an article must have above before anything is taken for its foot."""

LIST = 2
"""So many items make a list."""

TITLED = 0.65
"""Share of words with a capital from which an item is set as a headline."""

_PERSON = r"[^\W\d_a-z][\w’'.-]*(?:\s(?:[^\W\d_a-z][\w’'.-]*|de|del|van|von|der|bin|al)){1,3}"
ABOUT = re.compile(
    r"^\W{0,3}(?i:about|über|meet|à propos de|sobre|chi è|o autorze|об авторе)\s+(?:the\s|our\s)?"
    r"(?:(?i:authors?|writers?|editors?|contributors?|company|firm|organi[sz]ation|institute|reporter)"
    r"\b[\w ,’'&-]{0,40}|[^\W\d_a-z][\w’'.&™®-]*(?:\s[\w’'.&™®-]+){0,5})\W{0,3}$"
)
"""The heading over a note on the author or the house."""

NAME = re.compile(
    rf"^\W{{0,3}}(?:(?i:by|written by|published by)\s)?{_PERSON}(?:,?\s[A-Z]{{2,5}})?"
    r"(?:\s\([^()]{2,40}\))?\W{0,2}$"
)
"""A line that is a name and nothing else, degree or company behind it."""

LIFE = re.compile(
    rf"^\W{{0,3}}(?:{_PERSON}|[A-Z][\w’'-]{{2,20}}|[Tt]he author|[Ss]he|[Hh]e)"
    r"(?:,? (?:PhD|MD|Jr\.?|M\.D\.|Ph\.D\.))?(?:\s\([^()]{1,40}\))?,?\s"
    r"(?:is|was|has been|has|writes|covers|works|joined|started|leads|serves|lives|specializes"
    r"|specialises|reports|loves|enjoys|graduated|holds)\b"
)
"""How a note on a person begins."""

TRADE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|journalist|contributor|freelancer?|blogger"
    r"|bureau chief|producer|author of|co-?author|founder|co-?founder|owner of|her work|his work"
    r"|covers|has written|writes about|has covered|years of experience|years’ experience"
    r"|years' experience|specializ(?:es|ing)|specialis(?:es|ing)|marketing|copywriter|podcast"
    r"|lives in|her husband|his wife|based in)\b",
    re.IGNORECASE,
)
"""What notes on authors tell."""


HOUSE = re.compile(
    r"^\W{0,3}[A-Z][\w’'.&-]*(?:\s[\w’'.&()-]+){0,6}\s(?:is|are) (?:an?|the) (?:[\w’'&,-]+\s){0,8}"
    r"(?:organi[sz]ation|non-?profit|company|firm|agency|charity|publisher|platform|provider"
    r"|magazine|website|newsletter|publication|newspaper|studio|consultancy|brand)\b"
)
"""How a note on the house that publishes begins."""


def find_notes_on_authors(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Take what an article says at its foot about author or house for furniture.

    Under a heading the note is all that follows, if that is short; a paragraph
    without one must be among the last lines and begin as such notes begin.
    """
    body = [i for i in range(page.first, page.last) if page.is_paragraph(i)]
    for index in range(max(page.lead, page.last - FOOT), page.last):
        line = page.lines[index]
        below = [i for i in body if i > index]
        above = len(body) - len(below)
        if above < ENOUGH or not page.inside[index]:
            continue
        if (
            line.words <= 9
            and not line.ends
            and not _is_rank(page, index)
            and _heads_note(page, index)
        ):
            if len(below) <= SHORT_NOTE:
                for number in range(index, page.last):
                    yield number, Label("boilerplate", 0.93)
                return
        elif (
            page.last - index <= LAST
            and labels[index].kind == "body"
            and line.words < NOTE
            and (_is_life(line.text) or (above > 2 * ENOUGH and HOUSE.match(line.text)))
        ):
            yield index, Label("boilerplate", 0.92)


def find_loose_ends(page: Page, labels: Labels) -> Iterable[tuple[int, Label]]:
    """Take lines without an end mark that close or open the article for furniture.

    A crosshead has a paragraph below it, and an item a list; what has neither is
    the button, the name or the link that came with the next thing on the page.
    """
    links = _closing_links(page, labels)
    for index in links:
        yield index, Label("related", 0.86)
    for index in range(links[0] - 1 if links else page.last - 1, page.lead, -1):
        line = page.lines[index]
        if not page.inside[index] or labels[index].kind not in {"body", "subheading"}:
            continue
        if line.ends or line.item or line.flows or line.words > 14 or line.hint:
            break
        if any(c.isdigit() for c in line.text):
            break
        yield index, Label("boilerplate", 0.83)
    for index in range(page.first, page.lead):
        line = page.lines[index]
        if labels[index].kind == "body" and not (line.ends or line.item or line.flows or line.hint):
            yield index, Label("boilerplate", 0.7)


def _closing_links(page: Page, labels: Labels) -> list[int]:
    """Return the items in capitals with which an article ends: headlines of others.

    What an article lists itself is announced by a colon or a crosshead, or told in
    sentences; one item may be anything.
    """
    found: list[int] = []
    for index in range(page.last - 1, page.lead, -1):
        line = page.lines[index]
        if labels[index].kind not in {"body", "key_point"}:
            if found:
                break
            continue
        is_link = line.item and not line.numbered and line.words >= 4 and not line.ends
        if not is_link or line.capital < TITLED:
            break
        found.append(index)
    if len(found) < LIST:
        return []
    above = page.lines[found[-1] - 1]
    return found[::-1] if above.ends and not above.text.endswith(":") else []


def _heads_note(page: Page, index: int) -> bool:
    """Return whether a line heads a note: by its words, or as a name with the life below it."""
    text = page.lines[index].text
    if folded(text) in phrases("author_labels") or ABOUT.match(text):
        return True
    if index + 1 >= page.last or page.lines[index].item or not NAME.match(text):
        return False
    following = page.lines[index + 1]
    return following.words >= LEAD_WORDS and (
        _is_life(following.text) or _shares_name(text, following.text)
    )


def _is_rank(page: Page, index: int) -> bool:
    """Return whether the heading is one of a ranking, whose entries bear names too."""
    above = page.lines[max(0, index - 2) : index + 1]
    return any(line.text[:1].isdigit() or line.numbered for line in above)


def _shares_name(name: str, text: str) -> bool:
    return any(word in text[:60] for word in name.split() if len(word) >= 4 and word[0].isupper())


def _is_life(text: str) -> bool:
    return bool(LIFE.match(text) and TRADE.search(text[:400]))
