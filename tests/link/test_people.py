"""People are joined by their full names and by nothing less."""

from __future__ import annotations

import pytest

from generator.model import Person
from tests.link.written import joined, person, written

CASES = {
    # what it shows: (who stands in document a, in b, whether they are one)
    "same name": (("Ana Ruiz", None, "expert"), ("Ana Ruiz", None, "official"), True),
    "title before it": (("Dr Ana Ruiz", None, "expert"), ("Ana Ruiz", None, "expert"), True),
    "accents": (("Ana Ruíz", None, "expert"), ("Ana Ruiz", None, "expert"), True),
    "damaged letters": (("Ana RuÃ­z", None, "expert"), ("Ana Ruíz", None, "expert"), True),
    "middle name, one role": (
        ("Ana M. Ruiz", "economist", "expert"),
        ("Ana Ruiz", "chief economist", "expert"),
        True,
    ),
    "middle name, no role": (("Ana M. Ruiz", None, "expert"), ("Ana Ruiz", None, "expert"), False),
    "middle name, other role": (
        ("Ana M. Ruiz", "economist", "expert"),
        ("Ana Ruiz", "goalkeeper", "expert"),
        False,
    ),
    "family name first, one role": (
        ("Lin Wei", "envoy", "expert"),
        ("Wei Lin", "envoy", "expert"),
        True,
    ),
    "names turned, no role": (("Lin Wei", None, "expert"), ("Wei Lin", None, "expert"), False),
    "surname alone": (("Ana Ruiz", "economist", "expert"), ("Ruiz", "economist", "expert"), False),
    "same surname": (
        ("Ana Ruiz", "economist", "expert"),
        ("Ida Ruiz", "economist", "expert"),
        False,
    ),
    "misspelt": (("Ana Ruiz", "economist", "expert"), ("Ana Riuz", "economist", "expert"), False),
    "like name": (
        ("Bo Lindberg", "mayor", "official"),
        ("Bo Lindborg", "mayor", "official"),
        False,
    ),
    "photographer of one name": (
        ("Ana Ruiz", None, "expert"),
        ("Ana Ruiz", None, "credit_only"),
        False,
    ),
    "two photographers": (
        ("Ana Ruiz", None, "credit_only"),
        ("Ana Ruiz", None, "credit_only"),
        True,
    ),
    "unnamed editors": (
        ("Post Editor", None, "editor_unnamed"),
        ("Post Editor", None, "editor_unnamed"),
        False,
    ),
    "single names": (("Odo", "worker", "witness"), ("Odo", "worker", "witness"), False),
}


@pytest.mark.parametrize(("one", "two", "same"), CASES.values(), ids=CASES)
def test_who_is_one_person(one, two, same):
    """Two people of two documents are one identity, or two."""
    found = joined(
        written("a", "It rained.", people=[person(*one)]),
        written("b", "It snowed.", people=[person(*two)]),
        upto="people",
    ).people
    assert len(found) == (1 if same else 2)
    assert len({identity.id for identity in found}) == len(found)


def test_an_identity_has_the_commonest_name_and_every_form():
    """The name without title is preferred; forms and members are all kept."""
    link = joined(
        written("a", "It rained.", people=[person("Professor Ana Ruiz")]),
        written("b", "It snowed.", people=[person("Ana Ruiz")]),
        upto="people",
    ).people[0]
    assert (link.id, link.name) == ("ana-ruiz", "Ana Ruiz")
    assert link.names == ("Ana Ruiz", "Professor Ana Ruiz")
    assert [member.document for member in link.members] == ["a", "b"]


def test_middle_names_that_exclude_each_other_leave_the_short_form_alone():
    """Ana Ruiz may be Ana B. or Ana C. Ruiz, so she is neither."""
    people = [
        Person(f"p{n}", name, "judge", None, "official", ())
        for n, name in enumerate(("Ana B. Ruiz", "Ana C. Ruiz", "Ana Ruiz"))
    ]
    found = joined(
        *(written(f"d{n}", "It rained.", people=[p]) for n, p in enumerate(people)), upto="people"
    ).people
    assert len(found) == 3
