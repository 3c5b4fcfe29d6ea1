import msgspec
import pytest

from generator.render.words import amount, counted, day, listed, number
from tests.render.made import FIRST, figure

# fmt: off
DAYS = {
    "a day": ("2031-03-04", "4 March 2031"),
    "a month": ("2031-03", "March 2031"),
    "a year": ("2031", "2031"),
    "none": (None, "undated"),
    "no date at all": ("soon", "soon"),
    "no such month": ("2031-13-01", "2031-13-01"),
    "too many parts": ("2031-03-04-05", "2031-03-04-05"),
}

AMOUNTS = {
    "money": ({"value": 1_200_000, "unit": "EUR"}, "1,200,000 EUR"),
    "things counted": ({"value": 40, "unit": None}, "40"),
    "a share": ({"value": 4.5, "unit": "%"}, "4.5 %"),
    "a rank": ({"value": 3, "unit": "ordinal"}, "no. 3"),
    "a range": ({"value": None, "low": 3, "high": 5.0, "unit": "km"}, "3 to 5 km"),
    "open above": ({"value": None, "low": 3, "unit": "km"}, "3 km"),
    "not a number": ({"value": float("nan"), "unit": "EUR"}, ""),
    "past all numbers": ({"value": float("inf"), "unit": "EUR"}, ""),
    "nothing": ({"value": None, "unit": "EUR"}, ""),
    "below zero": ({"value": -2, "unit": "%"}, "-2 %"),
}
# fmt: on


@pytest.mark.parametrize(("date", "expected"), DAYS.values(), ids=DAYS)
def test_days(date, expected):
    """A day is written as a reader writes it; what is no day stays as it is."""
    assert day(date) == expected


@pytest.mark.parametrize(("fields", "expected"), AMOUNTS.values(), ids=AMOUNTS)
def test_amounts(fields, expected):
    """A value stands with its unit; a value that is none prints nothing."""
    made = msgspec.structs.replace(figure("d", FIRST, "40", 0), **fields)
    assert amount(made) == expected


def test_numbers_keep_what_they_say():
    """No digit is rounded away that a source may state."""
    assert number(0) == "0"
    assert number(3.1415926) == "3.1415926"
    assert number(1e21) == "1e+21"


def test_counts_and_lists():
    """Nouns follow their number; the last name is joined by and."""
    assert counted(1, "source") == "1 source"
    assert counted(1200, "source") == "1,200 sources"
    assert counted(2, "person", "people") == "2 people"
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
