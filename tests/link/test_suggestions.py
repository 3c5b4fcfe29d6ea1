"""A join in doubt is suggested, within one story only, and never made."""

from __future__ import annotations

import pytest

from generator.link.suggestions import one_slip
from generator.model import Alias, Known
from tests.link.written import joined, person, written

CASES = {
    # what it shows: (name in a, name in b, whether it is suggested)
    "one slip": ("Gareth Ostlund", "Gareth Ostlumd", True),
    "a letter less": ("Gareth Penhallick", "Gareth Penhalick", True),
    "letters turned": ("Ana Ostlund", "Ana Oslutnd", False),
    "two letters turned": ("Ana Ostlund", "Ana Ostlnud", True),
    "short family names": ("Ana Lee", "Ana Lea", False),
    "other first name": ("Ana Ostlund", "Ida Ostlund", False),
    "an initial": ("A. Ostlund", "Ana Ostlund", True),
    "family name first": ("Lin Wei", "Wei Lin", True),
    "a name alone": ("Ostlund", "Ana Ostlund", True),
    "nothing alike": ("Bo Lind", "Ana Ostlund", False),
}


@pytest.mark.parametrize(("one", "two", "suggested"), CASES.values(), ids=CASES)
def test_suggestions(one, two, suggested):
    """Names that may be one person's are told, and the people stay two."""
    a = written("a", "It rained.", people=[person(one)], story="rain")
    b = written("b", "It snowed.", people=[person(two)], story="rain")
    links = joined(a, b)
    assert len(links.people) == 2
    assert bool(links.suggestions) is suggested
    assert all(set(s.people) == {p.id for p in links.people} for s in links.suggestions)


def test_people_of_two_stories_are_not_suggested():
    """Like names in two events are two people, as far as anybody can tell."""
    a = written("a", "It rained.", people=[person("Gareth Ostlund")], story="rain")
    b = written("b", "It snowed.", people=[person("Gareth Ostlumd")], story="snow")
    assert not joined(a, b).suggestions


def test_a_page_that_names_both_tells_them_apart():
    """Nobody is misspelt on a page that has the other name too."""
    both = [person("Gareth Ostlund"), person("Gareth Ostlumd")]
    assert not joined(written("a", "It rained.", people=both)).suggestions


def test_people_listed_apart_are_not_suggested():
    """A person has decided already."""
    a = written("a", "It rained.", people=[person("Lin Wei")], story="rain")
    b = written("b", "It snowed.", people=[person("Wei Lin")], story="rain")
    assert not joined(a, b, known=Known(people=(Alias("Lin Wei"), Alias("Wei Lin")))).suggestions


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("ostby", "ostby", False),
        ("ostby", "ostbo", True),
        ("ostby", "ostbyy", True),
        ("ostby", "sotby", True),
        ("ostby", "osby", True),
        ("ostby", "osbo", False),
        ("ostby", "ostbyng", False),
        ("", "o", True),
    ],
)
def test_one_slip(one, two, expected):
    """A slip is one letter more, less or other, or two that changed places."""
    assert one_slip(one, two) is expected
    assert one_slip(two, one) is expected
