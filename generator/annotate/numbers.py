"""Numbers as they are written, in digits and in English words, with their exact value.

A group of digits that fits no known way of writing, or fits two, is no number
here: a value that might be wrong is worse than none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.annotate.number_words import Form, read_words
from generator.annotate.units import (
    glued_before,
    glued_unit,
    money_before,
    scale_after,
    unit_after,
)
from generator.model import Span


class Number(msgspec.Struct, frozen=True):
    """One number where it stands in a text."""

    span: Span
    value: Fraction
    form: Form
    """``ordinal`` for "third" and "37th", ``fraction`` for "two-thirds" and "half"."""


_RUN = re.compile(r"[0-9](?:[0-9.,:/'’]*[0-9])?")
_PLAIN = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?")
_INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2}){1,4},[0-9]{3}")
_APOSTROPHES = re.compile(r"[1-9][0-9]{0,2}(?:['’][0-9]{3}){1,5}")
_CONTINENTAL = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5},[0-9]{1,2}")
_DECIMAL_COMMA = re.compile(r"(?:0|[1-9][0-9]{0,14}),[0-9]{1,2}")
"""As in "12,5 %": a number only where a unit follows, since "1,2" may be two numbers."""

_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""As in "1.200": a thousand and two hundred in half of Europe, and one and a fifth elsewhere."""

_SPACED = re.compile(r"(?:[ \u00a0\u2009\u202f][0-9]{3}){1,5}(?![0-9]|[.,][0-9]|[ -][0-9])")
_VULGAR = re.compile(r"[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_ENDING = re.compile(r"(?:st|nd|rd|th)\b")


def find_numbers(text: str, span: Span) -> tuple[Number, ...]:
    """Find the numbers of a stretch of text, sorted and apart.

    Years, clock times and names such as "gate three" are numbers too: what counts nothing is
    told by whoever reads them as figures.
    """
    found = sorted(
        [*_in_digits(text, span), *_in_words(text, span)], key=lambda n: (n.span.start, -n.span.end)
    )
    apart: list[Number] = []
    for number in found:
        if not apart or apart[-1].span.end <= number.span.start:
            apart.append(number)
    return tuple(apart)


def _in_digits(text: str, span: Span) -> Iterator[Number]:
    taken = span.start
    for match in _RUN.finditer(text, span.start, span.end):
        start, end = match.span()
        if start < taken:
            continue
        value = _read(text, match)
        if value is not None and value.denominator == 1 and end - start <= 3:
            spaced = _SPACED.match(text, end, span.end)
            if spaced and value:
                end = spaced.end()
                value = Fraction(re.sub(r"[^0-9]", "", text[start:end]))
        taken = end
        ordinal = _ENDING.match(text, end)
        if vulgar := _VULGAR.match(text, end):
            value = value and value + _vulgar(vulgar.group())
            end = vulgar.end()
        start, sign = _sign(text, start, span.start)
        if value is None or not _stands_alone(text, start, end, ordinal=bool(ordinal)):
            continue
        if ordinal:
            yield Number(Span(start, ordinal.end()), value, "ordinal")
        else:
            yield Number(Span(start, end), value * sign, "digits")
    for match in _VULGAR.finditer(text, span.start, span.end):
        before = text[match.start() - 1 : match.start()]
        if not before.isdigit():
            yield Number(Span(*match.span()), _vulgar(match.group()), "fraction")


def _value(digits: str) -> Fraction | None:
    """Return what a group of digits and signs says; None if it is no number or could be two."""
    if _PLAIN.fullmatch(digits):
        return Fraction(digits)
    if _GROUPED.fullmatch(digits) or _INDIAN.fullmatch(digits) or _APOSTROPHES.fullmatch(digits):
        return Fraction(re.sub(r"[,'’]", "", digits))
    if _CONTINENTAL.fullmatch(digits):
        return Fraction(digits.replace(".", "").replace(",", "."))
    return None


def _read(text: str, match: re.Match[str]) -> Fraction | None:
    """Return the value of a group of digits, by what stands beside it where that decides."""
    if _TWO_WAYS.fullmatch(match.group()) and not _is_decimal(text, *match.span()):
        return None
    value = _value(match.group())
    return _with_comma(text, match) if value is None else value


def _with_comma(text: str, match: re.Match[str]) -> Fraction | None:
    """Return what "12,5" says where a unit, a scale word or a currency stands beside it."""
    if not _DECIMAL_COMMA.fullmatch(match.group()):
        return None
    money = money_before(text, match.start()) is not None
    scaled = scale_after(text, match.end(), money=money)[1] > match.end()
    if not (money or scaled or unit_after(text, match.end())):
        return None
    return Fraction(match.group().replace(",", "."))


def _is_decimal(text: str, start: int, end: int) -> bool:
    """Return whether the point of "1.250" parts a fraction: before a scale word, %, after "$"."""
    money = money_before(text, start)
    if scale_after(text, end, money=money is not None)[1] > end:
        return True
    unit = unit_after(text, end)
    return (money is not None and money.name in ("USD", "GBP")) or (
        unit is not None and unit.name in ("%", "USD", "GBP", "percentage points")
    )


def _vulgar(sign: str) -> Fraction:
    return Fraction(unicodedata.numeric(sign)).limit_denominator(8)


def _sign(text: str, start: int, floor: int) -> tuple[int, int]:
    """Take in a minus sign, which touches the number and follows a blank or opening sign."""
    at = start - 1
    if at >= floor and text[at] in "-−" and (at == floor or text[at - 1] in " (\n“"):
        return at, -1
    return start, 1


def _stands_alone(text: str, start: int, end: int, *, ordinal: bool) -> bool:
    """Return whether the digits are no part of a word, a code, an address or a longer number."""
    before = text[start - 1] if start else " "
    if before.isalnum() and not glued_before(text, start):
        return False
    if before in "_#@/\\.:,&=^'’" and not (
        before == "'" and text[start - 2 : start - 1] in ("", " ")
    ):
        return False
    if before in "-‑" and not text[start - 2 : start - 1].isdigit():
        return False
    after = text[end] if end < len(text) else " "
    if ordinal:
        return True
    if after.isalnum() and not glued_unit(text, start, end):
        return False
    return after not in "_@/\\=^"


def _in_words(text: str, span: Span) -> Iterator[Number]:
    for words, value, form in read_words(text, span):
        yield Number(words, value, form)
