"""Numbers that count nothing: names, labels, years, clock times, telephone numbers, idioms."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.quantities import Quantity
from generator.annotate.word_classes import word_class
from generator.model import Span
from generator.resources import word_list

_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MASKS = (
    # addresses of the web and of mail
    r"(?:https?://|www\.)\S{1,300}",
    r"\b[\w.+-]{1,64}@[\w.-]{1,255}",
    # clock times
    r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?",
    r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:and|to|-|–)\s?\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b\.?",
    r"\b\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\b\.?|[ap]m\b|GMT\b|UTC\b|BST\b|CET\b|hrs\b)",
    r"\b\d{1,2}h\d{2}\b",
    rf"\b(?:\d{{1,2}}|{_HOURS})\so[’']clock\b",
    (
        r"\b(?i:at|from|until|by)\s(?:[01]?\d|2[0-3])\.[0-5]\d\b"
        r"(?=\s(?:on\s|local\s|this\s|yesterday|today|tonight|tomorrow|every\s"
        r"|in\sthe\s[a-z]+ing\b|sharp))"
    ),
    # telephone numbers
    r"\+\d[\d ()\-.]{5,18}\d",
    r"\(\d{2,5}\)\s?\d{3,4}[ -]?\d{3,4}",
    r"\b\d{3}[-. ]\d{3}[-. ]\d{4}\b",
    r"\b\d{3}[ -]\d{4}\b(?![.,]\d)",
    r"\b0\d{2,4}(?:[ -]\d{2,4}){1,3}\b",
    # list signs, footnotes, paragraphs
    r"\[\d{1,3}\]",
    r"(?<![\w(])\d{1,2}\)",
    r"§{1,2}\s?\d[\d.]{0,8}",
    # ages
    r"\b(?:aged?|ages)\s(?:of\s|between\s|from\s)?\d{1,3}(?:\s(?:and|to|or)\s\d{1,3})?\b",
    r"(?<=[a-z.],\s)\d{1,3}(?=[,;)])(?!,\d)",
    r"\(\d{1,3}\)",
    r"\b(?:\d{1,3}|[a-z]+)[\s-]years?[\s-]old\b",
    # "one in five" is kept as written: it is a share, and neither number is one
    (
        rf"\b(?i:{_HOURS}|\d{{1,2}})[\s-](?:in|out[\s-]of)[\s-](?:every\s)?"
        rf"(?:an?\s(?:hundred|thousand|million)|{_HOURS}|\d{{1,3}}(?:,\d{{3}}){{0,2}})\b(?!\s?(?:%|per))"
    ),
    # whom to call, what to quote
    (
        r"\b(?i:call|dial|ring|phone|text|extension|ext\.?|reference|ref\.?|hotline|helpline)"
        r"\s(?i:no\.?\s|number\s|on\s)?\d[\d/-]{1,12}\b"
    ),
    # stretches that are the period of another figure: "the nine months to June"
    (
        rf"\b(?i:the|this|last|past|next|first|coming|previous|full)\s(?:{_HOURS}|\d{{1,2}})\s"
        r"(?:months|weeks|quarters|years|days)\s(?:to|through|until|ended|ending|that\sended)\b"
    ),
    (
        r"\b(?:past|last|next|previous|coming|first)\s(?:[a-z]{2,9}|\d{1,3})"
        r"\s(?:summers|winters|springs|autumns|seasons)\b"
    ),
)
_QUANTIFIERS = word_class("quantifier")
_BEFORE = re.compile(r"([^\s(“\"‘]+)[\s-]$")
_TWO_BEFORE = re.compile(r"([^\s(“\"‘]+)\s(?:of)\s$")
_PLURAL = re.compile(
    r"[\s-](?:[a-z][\w’'-]*[\s-]){0,2}?(?:people|men|women|children|[a-z][\w-]*s)\b"
)
_NEXT = re.compile(r"[\s-]([^\W\d_][\w’'-]*)")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|its|their|our|your|both)(?:\s(?:other|same))?\s$", re.IGNORECASE
)
_PART_OF = re.compile(
    r"\b(?:one|some|most|none|half|each|all|any|many|part|\d+|two|three|four|five)\sof\s\w+\s$",
    re.IGNORECASE,
)
_WINDOW = 60


@cache
def _mask() -> re.Pattern[str]:
    idioms = sorted(word_list("annotate", "figure_idioms"), key=lambda row: (-len(row), row))
    streets = "|".join(word_list("annotate", "figure_streets"))
    address = rf"\b\d{{1,5}}[A-Za-z]?,?\s(?:[A-Z][\w’'.-]{{0,30}}\s){{1,3}}(?i:{streets})\b"
    fixed = rf"\b(?i:{'|'.join(map(re.escape, idioms))})\b"
    return re.compile("|".join((*_MASKS, address, fixed)))


def masks(text: str, span: Span) -> tuple[Span, ...]:
    """Find the stretches in which numbers count nothing, whatever they are; sorted and apart."""
    return tuple(Span(*m.span()) for m in _mask().finditer(text, span.start, span.end))


def counts_nothing(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Return whether a quantity without unit is a name, a year, or points back to things named."""
    if quantity.joined:
        return True
    if not quantity.bare:
        return quantity.form == "words" and quantity.raw == 1 and _is_vague_one(quantity)
    if quantity.form == "fraction":
        return _is_part_of_nothing(text, sentence, quantity)
    if quantity.raw == 1 and quantity.form == "words":
        return True
    before = text[max(sentence.start, quantity.span.start - _WINDOW) : quantity.span.start]
    after = text[quantity.span.end : min(sentence.end, quantity.span.end + _WINDOW)]
    return (
        _is_year(text, before, after, quantity)
        or _is_label(before, after, text[quantity.span.start : quantity.span.end])
        or _is_proper(before, after, text[quantity.span.start : quantity.span.end])
        or _points_back(before, after, quantity)
    )


def _is_vague_one(quantity: Quantity) -> bool:
    """Return whether "one" and a unit of time are a phrase ("one day") and no measure."""
    return quantity.unit in ("days", "nights", "weeks", "months", "years", "seconds", "minutes")


def _is_part_of_nothing(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Return whether a fraction has nothing it is a part of: "a third lorry", "in half"."""
    after = text[quantity.span.end : min(sentence.end, quantity.span.end + 20)]
    before = text[max(sentence.start, quantity.span.start - _WINDOW) : quantity.span.start]
    if re.match(r"\s+(?:of\b|the\b|its\b|their\b|his\b|her\b|all\b|those\b)", after):
        return bool(re.search(r"\b(?:first|second|other|last|latter|better)\s$", before))
    by = re.search(
        r"\b(?:by|down|up|than|about|almost|nearly|over|roughly|around|under|just)\s$", before
    )
    return not (
        by and re.match(r"\s*(?:[.,;:)”’\"]|$|in\b|since\b|from\b|this\b|last\b|to\b)", after)
    )


_YEAR_CUE = re.compile(r"\b(?:in|since|until|till|by|before|after|from)\s$", re.IGNORECASE)


def _is_year(text: str, before: str, after: str, quantity: Quantity) -> bool:
    words = text[quantity.span.start : quantity.span.end]
    if re.fullmatch(r"[3-9]\d{3}", words):
        return bool(_YEAR_CUE.search(before)) and not _PLURAL.match(after)
    if not re.fullmatch(r"[12]\d{3}", words):
        return False
    said = re.search(r"\b(?:than|least|about|around|some|nearly|almost|roughly|up to)\s$", before)
    return not (said and _PLURAL.match(after))


def _is_label(before: str, after: str, words: str) -> bool:
    """Return whether a noun before makes the number a name: "gate three", "No. 5", "top 10"."""
    match = _BEFORE.search(before)
    word = match.group(1).rstrip(".").lower() if match else ""
    if word in ("no", "nos", "number", "top", "#", "page", "pages", "issue", "chapter", "section"):
        return True
    if word not in _labels():
        return False
    if match and match.group(1)[:1].isupper() and words[0].isdigit():
        return True
    if match and match.group(1)[:1].isupper() and before[: match.start(1)].strip(" “\"‘'("):
        return True
    return "," not in words and not _PLURAL.match(after)


@cache
def _labels() -> frozenset[str]:
    return frozenset(word_list("annotate", "figure_labels"))


def _is_proper(before: str, after: str, words: str) -> bool:
    """Return whether the number belongs to a name in capitals: "Channel 4", "Group of 20"."""
    follows = _NEXT.match(after)
    starts = not before.strip(" “\"‘'([-–—•*")
    if words[:1].isupper() and not starts:
        return True
    if words[:1].isupper() and follows and follows.group(1)[:1].isupper():
        return True
    if (match := _TWO_BEFORE.search(before)) and match.group(1)[:1].isupper():
        return match.group(1).lower() not in _QUANTIFIERS and not match.group(1).isupper()
    match = _BEFORE.search(before)
    if match is None or not match.group(1)[:1].isupper() or match.group(1)[-1:] in ".,;:!?)”":
        return False
    alone = not before[: match.start(1)].strip(" “\"‘'([-–—•*")
    if alone or "," in words or "." in words:
        return False
    return not _PLURAL.match(after)


def _points_back(before: str, after: str, quantity: Quantity) -> bool:
    """Return whether a small number and "the" stand for those already named: "the two leaders"."""
    if quantity.form != "words" or quantity.is_range or not _DEFINITE.search(before):
        return False
    if quantity.raw == 2:
        return True
    follows = _NEXT.match(after)
    return (
        quantity.raw < 10
        and follows is not None
        and follows.group(1).lower() in _groups()
        and not _PART_OF.search(before)
    )


@cache
def _groups() -> frozenset[str]:
    return frozenset(word_list("annotate", "figure_groups"))
