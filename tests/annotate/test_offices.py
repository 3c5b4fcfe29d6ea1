"""Words for what people are: nouns, titles, their plurals and short forms."""

from __future__ import annotations

import pytest

from generator.annotate.offices import is_plural_role, is_role_noun, is_short_title

NOUNS = {
    "economist": True,
    "Economist": True,
    "then-mayor": True,
    "ex-minister": True,
    "co-founder": True,
    "well-wisher": False,
    "economists": False,
    "harbour": False,
}
PLURALS = {
    "economists": True,
    "Senators": True,
    "Sens.": True,
    "councilmen": True,
    "deputies": True,
    "economist": False,
    "economists.": False,
    "rivals": False,
    "sons": False,
    "boats": False,
    "press": False,
}
SHORT = {"Gov.": True, "Sens.": True, "Dr.": True, "teacher.": False, "mayor.": False}


@pytest.mark.parametrize(("word", "expected"), NOUNS.items(), ids=NOUNS)
def test_role_nouns(word, expected):
    """A noun counts in the singular, with "then-" or without."""
    assert is_role_noun(word) is expected


@pytest.mark.parametrize(("word", "expected"), PLURALS.items(), ids=PLURALS)
def test_plural_roles(word, expected):
    """A plural counts if each of them is one; of rivals and sons that is not said."""
    assert is_plural_role(word) is expected


@pytest.mark.parametrize(("word", "expected"), SHORT.items(), ids=SHORT)
def test_short_titles(word, expected):
    """A full stop belongs to a short form and else ends the sentence."""
    assert is_short_title(word) is expected
