"""Notices: what a reader must know of the source itself, each in one plain sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.annotate.dates import contradiction
from generator.annotate.loaded import loaded_words
from generator.annotate.spellings import unsure_names
from generator.annotate.unread import unread_numbers
from generator.annotate.vantage import NO_SIDE, NO_SUCH_DAY, TWO_ORDERS
from generator.model import Document, Layers, Notice, Span

_MORE = re.compile(
    r"^\W*(?:(?:read|see|continue|click|keep)\s(?:on\s)?"
    r"(?:more|reading|the (?:full|rest|whole|entire)[\w ]{0,30}"
    r"|full (?:story|article|report)|for more)\b[\w ]{0,40}?\s*(?:\.{2,}|…|[›»→>]+)\W*"
    r"|(?:read|see) the (?:full|rest|whole|entire|original)\s[\w ’'.]{0,60}"
    r"|full (?:story|article|report)(?: (?:at|here|on)\b.{0,40})?)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:\[(?:…|\.{3})\]|…|\.{3,})\s*$")
_CORRECTION = re.compile(
    r"^\W*(?:correction|clarification|editor[’']s note|an earlier version of this"
    r"|this (?:article|story|report)"
    r" (?:was|has been) (?:corrected|amended|updated to correct))\b",
    re.IGNORECASE,
)


def find_notices(document: Document, found: Layers) -> tuple[Notice, ...]:
    """Find what is missing, damaged, second-hand or doubtful in a document.

    Returns:
        The reader's own notices and ours; those about the whole document first, the others by
        place.
    """
    notices = {*document.notices}
    for find in FINDERS:
        notices.update(find(document, found))
    return tuple(sorted(notices, key=_place))


def _place(notice: Notice) -> tuple[bool, Span, str, str]:
    span = notice.span or Span(0, 0)
    return notice.span is not None, span, notice.code, notice.message


def _about_meta(document: Document, _found: Layers) -> Iterator[Notice]:
    if document.meta.outlet is None:
        yield Notice("outlet-not-stated", None, "The page does not say which outlet published it.")
    if document.meta.published is None:
        yield Notice("date-not-stated", None, "The page does not state its date of publication.")


def _about_quotations(_document: Document, found: Layers) -> Iterator[Notice]:
    for quotation in found.quotations:
        first, last = quotation.content[0], quotation.content[-1]
        if "unclosed" in quotation.flags:
            yield Notice("quotation-unclosed", last, "The closing mark is missing in the source.")
        if "altered" in quotation.flags:
            message = "The outlet altered the quotation: a bracket or an ellipsis stands in it."
            yield Notice("quotation-altered", first, message)
        if (
            quotation.speaker is None
            and quotation.speaker_name is None
            and quotation.type != "indirect"
        ):
            yield Notice("speaker-not-stated", first, "The text does not say who is speaking here.")


def _about_dates(document: Document, found: Layers) -> Iterator[Notice]:
    for date in found.dates:
        if message := contradiction(document.text, date):
            yield Notice("date-conflict", date.span, message)
        elif date.basis in _OPEN_DATES:
            yield Notice("date-unclear", date.span, _OPEN_DATES[date.basis])


_OPEN_DATES = {
    NO_SUCH_DAY: "The calendar has no such day; it is kept as written.",
    TWO_ORDERS: "Day and month of this date cannot be told apart; it is kept as written.",
    NO_SIDE: "The text does not tell which year is meant; the date is kept as written.",
}
"""Why a date that is written with its day stays open, by its basis."""


def _about_numbers(document: Document, found: Layers) -> Iterator[Notice]:
    message = "This number has no certain value as it is written; it is kept and not read."
    for span in unread_numbers(document, found):
        yield Notice("number-unclear", span, message)


def _about_extent(document: Document, _found: Layers) -> Iterator[Notice]:
    """Say that the page gives only a part of another's report."""
    message = "The page gives an excerpt and points to the rest elsewhere."
    for block in document.blocks:
        words = block.span.of(document.text).strip()
        if block.kind == "origin_headline" or (len(words) < 120 and _MORE.match(words)):
            yield Notice("excerpt", block.span, message)
            return
    last = [block for block in document.blocks if block.kind == "body"][-1:]
    if last and _CUT.search(last[0].span.of(document.text)[-12:]):
        yield Notice("excerpt", last[0].span, "The text breaks off: the page gives a part of it.")


def _about_comment(document: Document, _found: Layers) -> Iterator[Notice]:
    for block in document.blocks:
        if block.kind == "editor_comment":
            message = "From here on the page's own editor comments; it is no part of the report."
            yield Notice("editor-comment", block.span, message)
            return


def _about_corrections(document: Document, _found: Layers) -> Iterator[Notice]:
    for block in document.blocks:
        words = block.span.of(document.text)[:80]
        if block.kind in ("boilerplate", "body") and _CORRECTION.match(words):
            yield Notice(
                "correction", block.span, "The outlet states a correction or a later note."
            )


def _about_credits(_document: Document, found: Layers) -> Iterator[Notice]:
    seen: set[str] = set()
    for credit in found.credits:
        if credit.outlet not in seen:
            seen.add(credit.outlet)
            message = f"The page cites {credit.outlet}: what it takes from there is second-hand."
            yield Notice("cites-other-outlet", credit.span, message)


def _about_names(document: Document, found: Layers) -> Iterator[Notice]:
    for span, one, other in unsure_names(document.text, found.people):
        message = f"The page spells a name in two ways: {one} and {other}."
        yield Notice("name-unsure", span, message)


def _about_title(document: Document, _found: Layers) -> Iterator[Notice]:
    for span, word in loaded_words(document):
        message = f"The title says “{word}”; no such word stands in the text below it."
        yield Notice("title-loaded", span, message)


FINDERS: tuple[Callable[[Document, Layers], Iterator[Notice]], ...] = (
    _about_meta,
    _about_quotations,
    _about_dates,
    _about_numbers,
    _about_extent,
    _about_comment,
    _about_corrections,
    _about_credits,
    _about_names,
    _about_title,
)
"""Every finder; their order does not matter."""
