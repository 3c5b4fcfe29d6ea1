"""Quantities: a number with its sign, scale word and unit, and ranges of two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.annotate.number_words import Form
from generator.annotate.numbers import Number, find_numbers
from generator.annotate.units import (
    TIME_UNITS,
    Unit,
    is_money,
    money_before,
    scale_after,
    unit_after,
)
from generator.model import Span

LARGEST = 10**24
"""A number above this is not read: no report means it, and printed as a float it would be wrong."""


class Quantity(msgspec.Struct, frozen=True):
    """What one number, or the two of a range, say."""

    span: Span
    """Number, sign, scale word and unit."""
    low: Fraction
    high: Fraction
    """The same as ``low`` for a single number."""
    unit: str | None
    form: Form
    bare: bool
    """Neither unit, sign nor scale word stands beside it."""
    joined: bool = False
    """Whether a hyphen binds it to the next word: "a 12-member board"."""
    raw: Fraction = Fraction(0)
    """The number without its scale word."""
    hyphened: bool = False
    """Whether a hyphen binds the unit to the number: "an 8-metre wall"."""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high


_LINK = re.compile(r"\s?(to|and|or|-|–|—|‑)\s?")
_BETWEEN = re.compile(r"\bbetween\s(?:\w+\s){0,2}$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_SPREAD = re.compile(
    r"\b(?:rang\w+|run(?:s|ning)?|ran|var(?:y|ies|ied|ying)|anything|anywhere|somewhere|stretch\w*"
    r"|spread|spans?|spanning|priced?|prices|costs?|costing|aged|ages|terms|fines?|sentences?)"
    r"\s(?:[\w-]+\s){0,2}from\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:[a-z][\w’'-]*\s){0,2}?(?:[a-z][\w-]*s|people|men|women|children)\b")
_OF_AN = re.compile(r"\s(?:of\s)?an?(?=[\s-])")
_CHAIN = ("-", "–", "‑", "/", " ")
_WINDOW = 80


def find_quantities(text: str, span: Span) -> tuple[Quantity, ...]:
    """Find the quantities of a stretch of text, sorted and apart; ranges are taken as one."""
    single: list[Quantity] = []
    for number in find_numbers(text, span):
        one = _quantity(text, number)
        # "a quarter of a million" has taken in the million that follows it.
        taken = single and single[-1].span.overlaps(one.span)
        if abs(one.high) < LARGEST and not taken:
            single.append(one)
    return tuple(_with_ranges(text, span, _dashed_pairs_only(text, single)))


def plain(value: Fraction) -> int | float:
    """Return a value as a whole number where it is one, else as a float."""
    return int(value) if value.denominator == 1 else float(value)


def _quantity(text: str, number: Number) -> Quantity:
    start, end = number.span.start, number.span.end
    if number.form == "ordinal":
        value = number.value
        return Quantity(number.span, value, value, "ordinal", "ordinal", bare=True, raw=value)
    money = money_before(text, start) if number.form == "digits" else None
    value, at = number.value, end
    if number.form == "fraction" and (of := _OF_AN.match(text, end)):
        at = of.end()
    # A number in words has taken in its scale word already.
    factor, scaled = (1, at)
    if number.form != "words":
        factor, scaled = scale_after(text, at, money=money is not None)
    unit = money or unit_after(text, scaled)
    if at != end and factor == 1 and (unit is None or unit is money):
        scaled = end
        unit = money
    end = scaled if unit is None or unit is money else unit.end
    start = money.start if money else start
    value *= factor
    return Quantity(
        Span(start, end),
        value,
        value,
        unit.name if unit else None,
        number.form,
        bare=unit is None and factor == 1,
        joined=_joined(text, end, unit),
        raw=number.value,
        hyphened=unit is not None and unit.hyphen,
    )


def _joined(text: str, end: int, unit: Unit | None) -> bool:
    """Return whether a hyphen makes the number part of a describing word."""
    if unit is not None and unit.hyphen and unit.name in TIME_UNITS:
        return True
    rest = text[end : end + 5]
    if rest == "-plus" or (unit is not None and is_money(unit.name) and rest.startswith("-a-")):
        return False
    return rest[:1] in ("-", "‑") and rest[1:2].isalpha()


def _dashed_pairs_only(text: str, single: list[Quantity]) -> list[Quantity]:
    """Leave out chains of three and more bare numbers: codes, telephone numbers, table rows."""
    chains: list[list[Quantity]] = []
    for one in single:
        last = chains[-1][-1] if chains else None
        if last and last.bare and text[last.span.end : one.span.start] in _CHAIN:
            chains[-1].append(one)
        else:
            chains.append([one])
    return [one for chain in chains if len(chain) < 3 for one in chain]


def _with_ranges(text: str, span: Span, single: list[Quantity]) -> Iterator[Quantity]:
    index = 0
    while index < len(single):
        one = single[index]
        two = single[index + 1] if index + 1 < len(single) else None
        link = two and _LINK.fullmatch(text[one.span.end : two.span.start][:6])
        if two is None or not link or not _pairs(one, two):
            yield one
            index += 1
            continue
        joined = _range(text, span, one, two, link.group(1))
        if joined is None and link.group(1) == "to":
            one, single[index + 1] = _of_one_unit(one, two)
        if joined is not None:
            yield joined
            index += 2
        elif link.group(1) in ("to", "and", "or") and not _score(
            text, span, one, two, link.group(1)
        ):
            yield one
            index += 1
        else:
            index += 2


def _may_be_year(one: Quantity) -> bool:
    return one.bare and 1500 <= one.raw < 2200 and one.span.end - one.span.start == len("2031")


def _pairs(one: Quantity, two: Quantity) -> bool:
    if (one.form == "fraction") != (two.form == "fraction"):
        # "cut by a quarter to $2 billion" goes by one and to the other.
        return False
    if _may_be_year(one) != _may_be_year(two):
        # "from 310,000 in 2029 to 264,000"
        return False
    return ("ordinal" not in (one.form, two.form) and one.unit in (None, two.unit)) or (
        two.unit is None and is_money(one.unit)
    )


def _of_one_unit(one: Quantity, two: Quantity) -> tuple[Quantity, Quantity]:
    """Give both the unit that is said once: "from 3 million euros to 2 million", "61 to 39 %"."""
    if one.unit and two.unit is None and not two.bare:
        return one, msgspec.structs.replace(two, unit=one.unit)
    scaled = two.raw not in (0, two.high)
    if one.unit is None and one.bare and (two.unit or (scaled and one.form == "digits")):
        factor = two.high / two.raw if two.raw else Fraction(1)
        value = one.low * factor
        return msgspec.structs.replace(one, low=value, high=value, unit=two.unit, bare=False), two
    return one, two


def _score(text: str, span: Span, one: Quantity, two: Quantity, link: str) -> bool:
    """Return whether two bare numbers are a result or odds: "by 52 to 48", "5 to 1"."""
    before = text[max(span.start, one.span.start - _WINDOW) : one.span.start]
    return link == "to" and one.bare and two.bare and not _FROM.search(before)


def _range(text: str, span: Span, one: Quantity, two: Quantity, link: str) -> Quantity | None:
    """Return the range of two quantities; None where the words between mean something else."""
    before = text[max(span.start, one.span.start - _WINDOW) : one.span.start]
    low, high = one.low, two.high
    # "$5 to 7 million": the scale word is said once and holds for both.
    if (
        two.raw
        and one.raw == one.low
        and two.high != two.raw
        and one.raw < two.raw
        and one.raw < 1000
    ):
        low = one.raw * (two.high / two.raw)
    if link == "and":
        fits = bool(_BETWEEN.search(before))
    elif link == "or":
        fits = one.form == two.form == "words" and two.raw == one.raw + 1
    elif link == "to":
        fits = not _FROM.search(before) or bool(_SPREAD.search(before))
    else:
        fits = not (one.bare and two.bare) or bool(_COUNTED.match(text, two.span.end))
    if not fits or low >= high:
        return None
    return Quantity(
        Span(one.span.start, two.span.end),
        low,
        high,
        two.unit or one.unit,
        two.form,
        bare=one.bare and two.bare,
        joined=two.joined,
        raw=two.raw,
    )
