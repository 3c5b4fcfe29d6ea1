"""The time that a figure holds for, as printed: "last year", "since 2013", "a year"."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.annotate.quantities import Quantity
from generator.model import DateRef, Span

_WINDOW = 110
_RATE = re.compile(
    r"\s(?:(?:a|an|per|each|every)\s(?:second|minute|hour|day|night|week|fortnight|month|quarter|season"
    r"|year|decade)(?![\w-]|\s(?:earlier|before|ago|later|after|old))"
    r"|annually\b|monthly\b|weekly\b|daily\b|yearly\b|year[- ]on[- ]year\b)"
)
_BASE = re.compile(
    r"\b(?:than|like|unlike|with|to|against)\s(?:(?:in|during|for|the|that|those|of)\s){0,3}$"
)
"""What makes a date the base of a comparison, and not the time of the figure: "than in 2030"."""

_YEAR_TO = re.compile(
    r"\b(the\s(?:financial\s|fiscal\s|full\s)?(?:year|(?:three|six|nine|twelve|3|6|9|12)\smonths|quarter"
    r"|half[- ]year)\s(?:to|through|until|ended|ending|that\sended)\s)(?:the\send\sof\s)?$"
)
_THE_OTHER = re.compile(
    r"\s((?:a|the)\s(?:year|month|week|quarter|day)\s(?:earlier|before))\b(?!\sthe\b)"
)
_SINCE = re.compile(
    r"\bsince\s(?:[^\s,;:.!?“”\"()]+\s){0,6}?[^\s,;:.!?“”\"()]+(?=[,;:.!?“”\"()]|\s(?:and|but)\s|$)"
)
_SINCE_THEN = re.compile(r"(?:^|[“\"‘])\s*(since then|so far(?: this year)?)\b", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:()“”\"]|,\s(?!(?:and|or)\s\w+$)|\b(?:according|that|which|who|whose|when|while|because|if|unless"
    r"|but|although|after|said|says|told|say)\b"
)
_PREFIX = re.compile(r"\b((?:since|from|through|until|till|by)\s(?:the\s)?)$")
_LEADING = re.compile(r"^\W{0,3}(?:In|During|Over|For|Since|By|So far)\b[^,;:]{0,40}$")

_LONG = re.compile(
    r"\b(?:weeks?|months?|quarters?|half|years?|decades?|century|season|spring|summer|autumn|winter|\d{4}s?|[HQ][1-4]"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_A_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b|\b(?:after|later|before|earlier|ago)$")
_REPORTED = re.compile(r"\b(?:that|said|says|wrote|told|which|who)\b")


def period_of(
    text: str, sentence: Span, quantity: Quantity, dates: tuple[DateRef, ...], following: int
) -> str | None:
    """Return the words for the period of a quantity; None where none is joined to it.

    Args:
        text: The view.
        sentence: The sentence of the quantity.
        quantity: The quantity.
        dates: All dates of the document, sorted.
        following: Where the next quantity of the sentence begins, or the sentence's end: a
            period that stands after it belongs to the next.
    """
    end = min(following, quantity.span.end + _WINDOW, sentence.end)
    after = text[quantity.span.end : end]
    reach = _BREAK.search(after)
    limit = quantity.span.end + (reach.start() if reach else len(after))
    if beside := _RATE.match(text, quantity.span.end, limit) or _THE_OTHER.match(
        text, quantity.span.end, limit
    ):
        return beside.group().strip()
    found = _dated(text, Span(quantity.span.end, limit), dates)
    since = _SINCE.search(
        text, quantity.span.end, limit if limit < end else min(sentence.end, limit + 60)
    )
    if since and since.start() < limit and (found is None or "since" in found):
        return since.group()
    if found is None and (rate := _RATE.search(text, quantity.span.end, limit)):
        found = rate.group().strip()
    return found or _at_head(text, sentence, quantity, dates)


def _dated(text: str, span: Span, dates: tuple[DateRef, ...]) -> str | None:
    """Return the first date of a stretch that is longer than a day, with its "since"."""
    index = bisect_left(dates, span.start, key=lambda d: d.span.start)
    while index < len(dates) and dates[index].span.end <= span.end:
        start = dates[index].span.start
        lead = text[span.start : start][-60:]
        if ended := _YEAR_TO.search(lead):
            return text[start - len(lead) + ended.start(1) : dates[index].span.end]
        if _is_long(text, dates[index]) and not _BASE.search(lead):
            prefix = _PREFIX.search(text[max(span.start, start - 15) : start])
            begin = start - len(prefix.group(1)) if prefix else start
            return text[begin : dates[index].span.end]
        index += 1
    return None


def _is_long(text: str, date: DateRef) -> bool:
    """Return whether a date names a month or more; a day is when something happened."""
    if date.date is not None:
        return len(date.date) < len("2031-03-04")
    return bool(_LONG.search(date.span.of(text))) and not _A_DAY.search(date.span.of(text))


def _at_head(
    text: str, sentence: Span, quantity: Quantity, dates: tuple[DateRef, ...]
) -> str | None:
    """Return the period that opens the sentence: "In 2030, ..."; "Since then ..."."""
    before = text[sentence.start : min(quantity.span.start, sentence.start + 200)]
    if then := _SINCE_THEN.match(before):
        return then.group(1)
    index = bisect_left(dates, sentence.start, key=lambda d: d.span.start)
    if index == len(dates) or dates[index].span.end > sentence.start + len(before):
        return None
    lead = text[sentence.start : dates[index].span.start]
    between = text[dates[index].span.end : quantity.span.start]
    if _is_long(text, dates[index]) and _LEADING.match(lead) and not _REPORTED.search(between):
        return dates[index].span.of(text)
    return None
