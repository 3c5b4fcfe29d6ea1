"""Plain English for values: days, amounts, counts and the codes of the data format."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from generator.model import Figure

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

KIND = {
    "reported": "Reported",
    "judgement": "Judgement",
    "prediction": "Prediction",
    "opinion": "Opinion",
}

QUOTATION = {"direct": "Direct", "mixed": "Partly direct", "indirect": "Reported speech"}

PERSON = {
    "expert": "expert",
    "official": "official",
    "principal": "acts in the story",
    "witness": "witness",
    "credit_only": "credit",
    "editor_unnamed": "editor, not named",
}

RELATION = {
    "original": "Own report",
    "excerpt": "Excerpt",
    "rewrite": "Rewrite",
    "copy": "Copy",
    "cites": "Cites",
}

FLAG = {
    "unclosed": "closing mark missing in the source",
    "altered": "altered by the outlet",
    "nested": "quoted within a quotation",
}

DRIFT = {
    "limiter-lost": "Limit lost",
    "limiter-added": "Limit added",
    "hedge-lost": "Hedge lost",
    "hedge-added": "Hedge added",
    "modal-changed": "Modal verb differs",
    "negation-changed": "Negation differs",
    "condition-lost": "Condition lost",
    "number-changed": "Number differs",
    "subject-changed": "Subject differs",
    "verb-strength": "Verb is stronger or weaker",
    "time-changed": "Time differs",
    "part-lost": "Part left out",
}

BLOCK = {
    "title": "headline",
    "subtitle": "subtitle",
    "date": "date",
    "section": "section",
    "byline": "byline",
    "dateline": "dateline",
    "caption": "caption",
    "origin_headline": "headline of the report excerpted",
    "key_point": "key point",
    "body": "text",
    "subheading": "subheading",
    "editor_comment": "editor’s comment",
    "tags": "tags",
    "related": "related links",
    "boilerplate": "page furniture",
}

_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


def day(date: str | None) -> str:
    """Return an ISO day, month or year as a reader writes it; "undated" for None."""
    if date is None:
        return "undated"
    match = _ISO.fullmatch(date)
    if match is None:
        return date
    year, month, of_month = match.groups()
    words = [str(int(of_month)) if of_month else "", MONTHS[int(month) - 1] if month else "", year]
    return " ".join(filter(None, words))


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a count with its noun: ``1 document``, ``1,200 documents``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence holds them: ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def number(value: float | None) -> str:
    """Return a value in digits, thousands set apart; nothing for None or no number."""
    if value is None or not math.isfinite(value):
        return ""
    whole = isinstance(value, int) or (value.is_integer() and abs(value) < 1e15)
    return f"{int(value):,}" if whole else f"{value:,.10g}"


def amount(figure: Figure) -> str:
    """Return a figure's value in base units with its unit: ``1,200,000 EUR``, ``3 to 5 %``."""
    value = number(figure.value)
    if not value:
        value = " to ".join(filter(None, (number(figure.low), number(figure.high))))
    if not value or figure.unit is None:
        return value
    return f"no. {value}" if figure.unit == "ordinal" else f"{value} {figure.unit}"
