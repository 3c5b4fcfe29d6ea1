"""Runs of capitalised words: where they begin, what joins them and what ends them."""

from __future__ import annotations

import pytest

from generator.annotate.capitals import find_runs, is_title_case
from tests.annotate.written import written

RUNS = {
    "two names": ("Then Tom Hale met Ana Ruiz.", ["Tom Hale", "Ana Ruiz"]),
    "comma": ("Hale, Ruiz and Lind left.", ["Hale", "Ruiz", "Lind"]),
    "full stop": ("He met Hale. Ruiz left.", ["Hale", "Ruiz"]),
    "possessive": ("Norvik’s Tom Hale left.", ["Norvik", "Tom Hale"]),
    "initials": ("J. R. Hale left the U.S. Navy.", ["J. R. Hale", "U.S. Navy"]),
    "particles": ("Piet van der Berg left.", ["Piet van der Berg"]),
    "particle at the end": ("Hale la left.", ["Hale"]),
    "prefix": ("Omar al-Sabir left.", ["Omar al-Sabir"]),
    "nickname": ("Tom “Red” Hale left.", ["Tom “Red” Hale"]),
    "apostrophe": ("Mary O’Dell left.", ["Mary O’Dell"]),
    "combining accent": ("Ana Pen\u0303a left.", ["Ana Pen\u0303a"]),
    "opener": ("However Hale left. The Pier shut.", ["Hale", "Pier"]),
    "compound": ("The Oslo-based Hale Group left.", ["Hale Group"]),
    "compound of two words": ("The New York-based firm left.", ["New York"]),
    "prize-winning": ("The Qual-winning Ana Ruiz left.", ["Ana Ruiz"]),
    "hyphen in a given name": (
        "Moon Jae-in left with Wong Kwok-hing.",
        ["Moon Jae-in", "Wong Kwok-hing"],
    ),
    "month as given name": ("April Hale left in April.", ["April Hale"]),
    "month before a name": ("In April Hale left.", ["Hale"]),
    "day": ("Tom Hale Tuesday left.", ["Tom Hale"]),
    "month as surname": ("Ana May left in May.", ["Ana May"]),
    "abbreviated title": ("Then Gov. Hale left.", ["Gov. Hale"]),
    "line end": ("Tom\nHale left.", ["Tom\nHale"]),
    "number": ("Norvik 7 left.", ["Norvik"]),
}


@pytest.mark.parametrize(("text", "expected"), RUNS.values(), ids=RUNS)
def test_runs(text, expected):
    """A run is what a reader sees as one capitalised name."""
    document = written(text)
    runs = find_runs(document, frozenset(("body",)))
    assert [run.span.of(document.text) for run in runs] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Can Somebody Save The Old Cinema", True),
        ("Pier to stay shut until spring, says Norvik", False),
        ("Pier Shut", False),
        ("", False),
    ],
)
def test_title_case(line, expected):
    """A line is in title case if two thirds of its long words have a capital."""
    assert is_title_case(line.split()) is expected
