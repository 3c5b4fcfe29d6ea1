"""Names of people and of outlets, as they are compared."""

from __future__ import annotations

import pytest

from generator.link.names import listed_people, name_parts
from generator.link.outlets import outlet_key
from generator.model import Alias, Known


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ana Ruiz", "ana ruiz"),
        ("Prof. Dr. Ana Ruíz", "ana ruiz"),
        ("Ana M. Ruiz", "ana m ruiz"),
        ("Jean-Luc Oakes", "jean luc oakes"),
        ("Judge", "judge"),
        ("", ""),
    ],
)
def test_name_parts(name, parts):
    """Case, accents, points and titles do not tell people apart."""
    assert " ".join(name_parts(name)) == parts


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Evening Post", "evening post"),
        ("eveningpost.com", "eveningpost"),
        ("www.post.example.org", "post.example"),
        ("Théâtre", "theatre"),
        ("Post & Star", "post & star"),
        (None, ""),
    ],
)
def test_outlet_key(name, key):
    """An article before the name and a web ending do not tell outlets apart."""
    assert outlet_key(name) == key


def test_an_empty_form_means_nobody():
    """A variant without a word is passed over."""
    table = listed_people(Known(people=(Alias("Ana Ruiz", ("", " .")),)))
    assert table.entry("", ()) is None
    assert table.entry("Ana Ruiz", ()) == 0
