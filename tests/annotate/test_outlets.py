"""Outlets: by the list, by the shape of the name, and before a credited headline."""

from __future__ import annotations

import pytest

from generator.annotate.outlets import headline_outlet, is_outlet, same_outlet
from generator.model import Span

NAMES = {
    "Reuters": True,
    "The New York Times": True,
    "new york times": True,
    "Norvik Courier": True,
    "Lowland Business Daily": True,
    "Radio Norvik": True,
    "Norvik Institute": False,
    "Courier": False,
    "the morning post": False,
    "": False,
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items(), ids=NAMES)
def test_is_outlet(name, expected):
    """Known names count in any case; unknown ones need two capitalised words."""
    assert is_outlet(name) is expected


HEADLINES = {
    "Norvik Courier: Pier to stay shut": "Norvik Courier",
    "CNN: Pier to stay shut": "CNN",
    "Dovrik Bugle: Pier to stay shut": "Dovrik Bugle",
    "Why the pier is shut: a guide": None,
    "Pier to stay shut": None,
}


@pytest.mark.parametrize(("line", "outlet"), HEADLINES.items(), ids=HEADLINES)
def test_headline_outlet(line, outlet):
    """The outlet stands before the colon of a credited headline; a subject does not."""
    found = headline_outlet(line, Span(0, len(line)))
    assert (found and found.of(line)) == outlet


PAIRS = {
    ("Lantern Post", "The Lantern Post"): True,
    ("Lantern Post", "the Post"): True,
    ("Lantern Post", "Norvik Post"): False,
    ("Lantern Post", ""): False,
}


@pytest.mark.parametrize(("pair", "expected"), PAIRS.items(), ids=str)
def test_same_outlet(pair, expected):
    """Article and short form do not make another outlet."""
    assert same_outlet(*pair) is expected
