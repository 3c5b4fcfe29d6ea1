"""Furniture: menus, notices, buttons, what a page says of itself; and a first guess at the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.article import furniture_weight, opens_comments
from generator.clean.cues import COPYRIGHT
from generator.clean.lines import Line
from generator.clean.page import Label, Labels, Page

FURNITURE_HINTS = frozenset({"nav", "footer", "form", "header", "img"})

FOOT = 8
"""Lines at the end of the article among which a long line may be a notice."""

SPOKEN = 8
"""A sentence of fewer words between two paragraphs may be a button."""

TOLD = 5.0
"""How much less words of furniture weigh in a sentence that stands between two paragraphs."""

NOTICE = 90
"""A line of more words is a paragraph even there."""

STAFF_NOTE = re.compile(
    r"^\W{0,2}(?:additional |with )?(?:reporting|writing|editing|translat(?:ed|ion)|compiled"
    r"|research|graphics?)(?: and \w{4,12})? (?:by|from)\b"
    r"|^\W{0,2}(?:reach|contact|follow|e-?mail|write to)\s(?:[A-Z@][\w’'.-]*\s){0,4}(?:at|on|via)\b"
    r"|^\W{0,2}(?:media|press|news|public relations)?\s?(?:contacts?|enquiries|inquiries)\s?:"
    r"|^\(?\s?[$€£¥]?\s?\d[\d.,]{0,12}\s[\w .]{2,30}=\s?[^()]{1,50}\)?$"
    r"|^(?:this|the) (?:story|article|report|post|piece|content|version)[\w ]{0,30}"
    r" (?:was|is|has been|were|first|originally) (?:\w{2,12} ){0,2}(?:supplied|provided|produced"
    r"|published|republished|reprinted|distributed|syndicated|updated|corrected|amended|generated"
    r"|translated|appeared|edited)\b"
    r"|^(?:first|originally) (?:published|reported|posted|appeared)\b"
    r"|^(?:source|sources|via)\s?:\s.{2,60}$"
    r"|^(?:correction|clarification|corrections? (?:&|and) clarifications?|errata|erratum)s?\b"
    r"\s?[:(—–-]"
    r"|^an earlier version of (?:this|the)\b",
    re.IGNORECASE,
)
"""What desks write under a report about the report: staff, rates, rights, corrections."""

BIOGRAPHY = re.compile(
    r"\b(?:is|was) (?:an? |the )(?:[\w’'&-]{2,20} ){0,5}(?:reporter|correspondent|editor|writer"
    r"|columnist|journalist|contributor|freelancer|bureau chief|producer|blogger)\b"
)
"""Who the author is, in a line of its own under the report."""

_MAIL = re.compile(r"(?<!\S)\S[^\s@]*@\S+\.\w|\b\d{3}[-.\s]\d{3,4}\b|\s@\w{3,}")


def find_places(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Take lines of the article for body and all others for furniture, more or less surely."""
    for index, line in enumerate(page.lines):
        inside = page.inside[index]
        if line.main is False or line.hint == "front-matter":
            yield index, Label("boilerplate", 0.9)
        elif inside:
            yield index, Label("body", _fullness(line))
        else:
            yield index, Label("boilerplate", 0.6)


def find_furniture(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Take lines for furniture by their words or markup, and notes about the report itself."""
    after_body = False
    for index, line in enumerate(page.lines):
        after_body = after_body or page.is_paragraph(index)
        weight = furniture_weight(line) - (TOLD if _is_told(page, index) else 0.0)
        if line.hint in FURNITURE_HINTS and not line.main:
            yield index, Label("boilerplate", 0.93)
        elif not line.words:
            yield index, Label("boilerplate", 0.8)
        elif weight >= 8 and (line.words < 30 or weight >= 20 or _at_foot(page, index)):
            yield index, Label("boilerplate", min(0.97, 0.83 + weight / 100))
        elif after_body and line.words < 70 and is_note(line):
            yield index, Label("boilerplate", 0.95)
        elif (
            after_body
            and page.last - index <= 4
            and line.words < 60
            and BIOGRAPHY.search(line.text[:160])
        ):
            yield index, Label("boilerplate", 0.92)


def find_comments(page: Page, _labels: Labels) -> Iterable[tuple[int, Label]]:
    """Take all below the heading of readers' comments for furniture, if it closes the article."""
    opening = next(
        (i for i, line in enumerate(page.lines) if i > page.lead and opens_comments(line)), None
    )
    if opening is None:
        return
    above = sum(page.is_paragraph(i) for i in range(page.lead, opening))
    below = sum(page.is_paragraph(i) for i in range(opening, len(page.lines)))
    # "Comments" also stands as a link beside the headline: then the article is below it.
    if above >= below or above >= 5:
        for index in range(opening, len(page.lines)):
            yield index, Label("boilerplate", 0.92)


def _is_told(page: Page, index: int) -> bool:
    """Return whether a line is a sentence of some length with a paragraph above and below it."""
    line = page.lines[index]
    return (
        line.ends
        and line.words >= SPOKEN
        and 0 < index < len(page.lines) - 1
        and page.is_paragraph(index - 1)
        and page.is_paragraph(index + 1)
    )


def _at_foot(page: Page, index: int) -> bool:
    """Return whether a line of any length stands where notices stand: below the last paragraphs."""
    return index > page.lead and page.last - index <= FOOT and page.lines[index].words < NOTICE


def is_note(line: Line) -> bool:
    """Return whether a line speaks of the report and not of its subject."""
    if COPYRIGHT.search(line.text[:200]):
        return True
    return bool(STAFF_NOTE.match(line.text)) or (
        line.words < 25
        and bool(_MAIL.search(line.text))
        and line.text.casefold().startswith(
            ("reach", "contact", "follow", "email", "e-mail", "tips", "twitter")
        )
    )


def _fullness(line: Line) -> float:
    """Return how sure it is that a line in the article is its body, by its shape alone."""
    if line.ends and line.words >= 12:
        return 0.9
    if line.ends or line.words >= 25 or line.sentences:
        return 0.8
    return 0.65
