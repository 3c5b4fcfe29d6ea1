"""Units, currencies and scale words: what stands before and after a number."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from generator.resources import word_list

TIME_UNITS = frozenset(
    ["seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years", "decades"]
)
"""Units of time: joined to the number by a hyphen ("a five-day visit") they only describe."""

_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "trn": 10**12,
    "tn": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
_MONEY_SCALES = {"k": 1000, "m": 10**6, "b": 10**9}
_SCALE = re.compile(
    rf"[ \n-]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
_MONEY_SCALE = re.compile(r" ?([kmb])(?!\w)", re.IGNORECASE)
_GLUED_M = re.compile(r"m (?=(?:of|more|[a-z]{2,20}s)\b|people\b)")
_SPACED_M = re.compile(
    r" m (?=(?:tonnes|tons|barrels|euros?|dollars|pounds|hectares|acres|litres|bushels|people|yen"
    r"|kroner|kronor|francs|rupees|pesos|yuan|cubic|square)\b)"
)
_OF = re.compile(r"\s+of\b")


class Unit(msgspec.Struct, frozen=True):
    """A unit as found beside a number."""

    name: str
    """As printed for machines: ``%``, ``km``, ``EUR``."""
    start: int
    end: int
    hyphen: bool = False
    """Whether a hyphen joins it to the number, as in "a 12-mile queue"."""


def scale_after(text: str, at: int, *, money: bool) -> tuple[int, int]:
    """Return the factor of a scale word at ``at`` and where it ends; 1 and ``at`` without one."""
    if match := _SCALE.match(text, at):
        return _SCALES[match.group(1).lower()], match.end()
    if money and (match := _MONEY_SCALE.match(text, at)):
        return _MONEY_SCALES[match.group(1).lower()], match.end()
    # "5m people" counts people; "5m" alone is a length.
    if match := _GLUED_M.match(text, at):
        return 10**6, at + 1
    if match := _SPACED_M.match(text, at):
        return 10**6, at + 2
    return 1, at


def unit_after(text: str, at: int) -> Unit | None:
    """Return the unit or currency that begins at ``at``, after one blank or hyphen at most."""
    match = _after().match(text, at)
    if match is None:
        return None
    words = match.group(2)
    name = _names()[words if words in _names() else words.lower()]
    if name == "GBP" and words.lower().startswith("pound") and _OF.match(text, match.end()):
        name = "lb"
    return Unit(name, match.start(2), match.end(), "-" in match.group(1))


def money_before(text: str, at: int) -> Unit | None:
    """Return the currency sign or code that ends at ``at``, with one blank at most between."""
    low = max(0, at - 8)
    match = _before().search(text[low:at])
    if match is None:
        return None
    return Unit(_names().get(match.group(1), "kroner"), low + match.start(1), at)


def glued_before(text: str, at: int) -> bool:
    """Return whether the letters that touch a number from the left are a currency: "EUR5"."""
    return money_before(text, at) is not None


def glued_unit(text: str, start: int, at: int) -> bool:
    """Return whether the letters that touch a number from the right are a unit or a scale.

    Pence are small change: "1080p" is a format and "4K" another.
    """
    money = money_before(text, start) is not None
    if scale_after(text, at, money=money)[1] > at:
        return True
    unit = unit_after(text, at)
    return unit is not None and (unit.end > at + 1 or unit.name != "pence" or at - start < 3)


def is_money(name: str | None) -> bool:
    """Return whether a unit is a currency."""
    return name in _currencies()


@cache
def _table(name: str) -> tuple[tuple[str, str], ...]:
    """Return (form, unit) for every row of a lexicon."""
    rows = (row.partition("= ") for row in word_list("annotate", name))
    return tuple(
        (form.strip(), unit.strip()) for unit, _, forms in rows for form in forms.split(", ")
    )


@cache
def _currencies() -> frozenset[str]:
    return frozenset(unit for _, unit in _table("figure_currencies"))


@cache
def _names() -> dict[str, str]:
    """Return the unit of each form, as written and in small letters where case is free."""
    rows = (*_table("figure_units"), *_table("figure_currencies"))
    names = dict(rows)
    names |= {form.lower(): unit for form, unit in rows if _any_case(form)}
    return names | {code: code for code in _currencies() if code.isupper()}


def _any_case(form: str) -> bool:
    # "mb" is no megabyte for sure and "gt" no gigatonne: short forms are taken as they stand.
    return len(form) > 3 or not form.isalpha()


@cache
def _after() -> re.Pattern[str]:
    forms = sorted(_names(), key=lambda form: (-len(form), form))
    free = "|".join(re.escape(form) for form in forms if _any_case(form))
    fixed = "|".join(re.escape(form) for form in forms if not _any_case(form))
    return re.compile(rf"([ \n-]?)((?i:{free})|(?:{fixed}))(?![\w²³])")


@cache
def _before() -> re.Pattern[str]:
    signs = [form for form, _ in _table("figure_currencies") if not form.replace(".", "").isalpha()]
    signs += [code for code in _currencies() if code.isupper()] + [
        "Rs",
        "Rs.",
        "RMB",
        "KSh",
        "SFr",
        "Kr",
        "kr",
    ]
    signs = sorted({form for form in signs if " " not in form}, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![A-Za-z0-9])({'|'.join(map(re.escape, signs))}) ?-?$")
