"""Whom short forms, descriptions and pronouns stand for."""

from __future__ import annotations

import pytest

from generator.annotate.people import find_people
from generator.annotate.reference import resolve
from generator.model import Layers
from tests.annotate.written import written

TWO = (
    "Tom Hale, an analyst at Norvik Group, said prices rose. Ana Ruiz, the mayor, said no.",
    "{}",
)


def resolved(*rows, words):
    """Return name and rule for the last place of some words."""
    document = written(*rows)
    people = find_people(document, Layers())
    found, rule = resolve(words, document.text.rindex(words), document, people)
    return next((p.name for p in people if p.id == found), None), rule


CASES = {
    # what it shows: (second paragraph, words, name, rule)
    "full name": ("Then Tom Hale left.", "Tom Hale", "Tom Hale", "name"),
    "surname": ("Then Hale left.", "Hale", "Tom Hale", "surname"),
    "possessive": ("Hale’s boat sank.", "Hale’s", "Tom Hale", "surname"),
    "name with apposition": (
        "Then Tom Hale, a father of two, left.",
        "Tom Hale, a father of two",
        "Tom Hale",
        "name",
    ),
    "apposition first": (
        "A father of two, Tom Hale, left.",
        "A father of two, Tom Hale",
        "Tom Hale",
        "name",
    ),
    "somebody else's": ("A lawyer for Tom Hale left.", "A lawyer for Tom Hale", None, "none"),
    "owner only": ("Hale’s lawyer left.", "Hale’s lawyer", None, "none"),
    "the analyst": ("The analyst then left.", "The analyst", "Tom Hale", "role"),
    "with the house": ("The Norvik analyst then left.", "The Norvik analyst", "Tom Hale", "role"),
    "another role": ("The skipper then left.", "The skipper", None, "none"),
    "several": ("The analysts then left.", "The analysts", None, "none"),
    "stranger": ("Then Lind left.", "Lind", None, "none"),
    "he in a new paragraph": ("Then he left.", "he", None, "none"),
    "she in the paragraph": ("Ruiz said no. Then she left.", "she", "Ana Ruiz", "pronoun"),
    "he after a woman": ("Ruiz said no. Then he left.", "he", None, "none"),
    "he over a woman": ("Hale said no. He told Ruiz.", "He", "Tom Hale", "pronoun"),
    "not the one spoken of": ("Hale spoke of Ana Ruiz. Then he left.", "he", "Tom Hale", "pronoun"),
    "not the one in a quotation": (
        "Hale said: “Tom Foss lost.” Then he left.",
        "he",
        "Tom Hale",
        "pronoun",
    ),
    "not the owner": (
        "Hale spoke. Tom Foss’s boat sank. Then he left.",
        "he",
        "Tom Hale",
        "pronoun",
    ),
}


@pytest.mark.parametrize(("row", "words", "name", "rule"), CASES.values(), ids=CASES)
def test_resolve(row, words, name, rule):
    """The person and the rule are told, or it is said that nothing tells."""
    assert resolved(TWO[0], row, words=words) == (name, rule)


def test_two_of_one_role_are_not_told_apart():
    """“The minister” is nobody where two ministers were named."""
    rows = ("Minister Ana Ruiz met Bo Lind, a minister.", "The minister left.")
    assert resolved(*rows, words="The minister") == (None, "none")


def test_a_role_counts_only_once_it_is_given():
    """A description before the first mention stands for nobody yet."""
    rows = ("Then the analyst left.", "Tom Hale is an analyst.", "Tom Hale, an analyst, left.")
    document = written(*rows)
    people = find_people(document, Layers())
    assert resolve("the analyst", document.text.index("the analyst"), document, people) == (
        None,
        "none",
    )


def test_two_of_one_surname():
    """A bare surname is the one named last in the paragraph, and nobody in a new one."""
    first = "Lena Foss spoke."
    second = "Hugh Foss spoke. Foss left."
    assert resolved(first, second, words="Foss") == ("Hugh Foss", "surname")
    assert resolved(first, second, "Foss left.", words="Foss") == (None, "none")
