"""Roles: what a person is, and where, in the words of the text."""

from __future__ import annotations

import pytest

from generator.annotate.offices import kind_of
from generator.annotate.people import find_people
from generator.model import Layers
from tests.annotate.written import written

CASES = {
    # what it shows: (text, role, affiliation) of the one person
    "after the name": (
        "“No,” said Ana Ruiz, a harbour economist at the Norvik Institute.",
        "harbour economist",
        "Norvik Institute",
    ),
    "common noun before the house": (
        "“No,” said Ana Ruiz, analyst for ports at consulting firm Norvik Partners.",
        "analyst for ports",
        "Norvik Partners",
    ),
    "the brokerage": (
        "Ana Ruiz, a lawyer at the consultancy Hobb Marl, said no.",
        "lawyer",
        "Hobb Marl",
    ),
    "of a house": (
        "Ana Ruiz, treasurer of Dock Workers Local 12, said no.",
        "treasurer",
        "Dock Workers Local 12",
    ),
    "what an expert knows": (
        "Ana Ruiz, a Brazil specialist at the risk adviser Norvik Partners, said no.",
        "Brazil specialist",
        "Norvik Partners",
    ),
    "house with of inside": (
        "Ana Ruiz, a professor at the University of Norvik, said no.",
        "professor",
        "University of Norvik",
    ),
    "for a ministry": (
        "“No,” said Ana Ruiz, a spokesman for the Norvikian transport ministry.",
        "spokesman",
        "Norvikian transport ministry",
    ),
    "owner before the role": (
        "Ana Ruiz, Norvik’s culture minister, said no.",
        "culture minister",
        "Norvik",
    ),
    "common owner": (
        "“No,” said Ana Ruiz, the bishop’s private secretary.",
        "private secretary",
        None,
    ),
    "of common things": (
        "Ana Ruiz, the head of Norvik’s wine growers, said no.",
        "head of Norvik’s wine growers",
        None,
    ),
    "in charge": ("Ana Ruiz, the doctor in charge, said no.", "doctor in charge", None),
    "capitals": (
        "“No,” said Ana Ruiz, Chief Financial Officer of Norvik Motors.",
        "Chief Financial Officer",
        "Norvik Motors",
    ),
    "place in front": ("Ana Ruiz, the Norvik minister, said no.", "minister", "Norvik"),
    "before the name": (
        "The police chief of Norvik, Ana Ruiz, said no.",
        "police chief",
        "Norvik",
    ),
    "long, before the name": (
        "An analyst for ports and rivers at consulting firm Norvik Group, Ana Ruiz, said no.",
        "analyst for ports and rivers",
        "Norvik Group",
    ),
    "owner, before the name": (
        "The grocer’s finance director, Ana Ruiz, insists.",
        "finance director",
        None,
    ),
    "doctor between": (
        "A geologist at Norvik University, Dr Ana Ruiz, said no.",
        "geologist",
        "Norvik University",
    ),
    "inside a sentence": ("On Monday the mayor, Ana Ruiz, said no.", "mayor", None),
    "house as adjective": ("On Monday Norvik analyst Ana Ruiz said no.", "analyst", "Norvik"),
    "origin is part of the role": (
        "On Monday Danish presidential aide Ana Ruiz said no.",
        "Danish presidential aide",
        None,
    ),
    "written title": ("Mayor Ana Ruiz said no.", "Mayor", None),
    "sentence-case title": ("Foreign minister Ana Ruiz said no.", "Foreign minister", None),
    "country and title": ("Norway’s President Ana Ruiz said no.", "President", "Norway"),
    "clause": (
        "Ana Ruiz, who owns a cinema in Mill Lane, said no.",
        "owns a cinema in Mill Lane",
        None,
    ),
    "clause and more": (
        "Ana Ruiz, who trains the choir and is no singer, said no.",
        "trains the choir",
        None,
    ),
    "clause with a house": (
        "Ana Ruiz, who chairs the Norvik Trawler League, said no.",
        "chairs the Norvik Trawler League",
        "Norvik Trawler League",
    ),
    "a clause that is no office": ("Ana Ruiz, who had been at sea, said no.", None, None),
    "age": ("Ana Ruiz, 45, a fisherman, said no.", "fisherman", None),
    "house after of": ("Ana Ruiz of the Norvik Institute said no.", None, "Norvik Institute"),
    "home is no house": ("Ana Ruiz of Oslo said no.", None, None),
    "no role": ("Ana Ruiz, in a written note, said no.", None, None),
    "a verb is no role": ("Ana Ruiz, attacking the former president, said no.", None, None),
    "polite title": ("Ms. Ana Ruiz said no.", None, None),
    "verb before a title": ("The poll shows Senator Ana Ruiz in front.", "Senator", None),
    "title after a full stop": ("They left. Mayor Ana Ruiz stayed.", "Mayor", None),
    "a person is no house": (
        "Tom Hale’s lawyer, Ana Ruiz, said no. Tom Hale left.",
        "lawyer",
        None,
    ),
}


@pytest.mark.parametrize(("text", "role", "affiliation"), CASES.values(), ids=CASES)
def test_role_and_affiliation(text, role, affiliation):
    """Role and house are read from what stands around the name, as written."""
    found = {p.name: p for p in find_people(written(text), Layers())}
    person = found["Ana Ruiz"]
    assert (person.role, person.affiliation) == (role, affiliation)


def test_an_apposition_tells_more_than_a_title():
    """The role that says most wins, wherever it stands."""
    document = written("Mayor Ana Ruiz spoke.", "Ruiz, a former analyst at Norvik Bank, left.")
    person = find_people(document, Layers())[0]
    assert (person.role, person.affiliation) == ("former analyst", "Norvik Bank")


KINDS = {
    "harbour economist": "expert",
    "chief economist": "expert",
    "city engineer": "official",
    "chief executive": "principal",
    "chief financial officer": "principal",
    "police officer": "official",
    "head of research": "principal",
    "President": "principal",
    "Gov.": "official",
    "runs a bakery": None,
    "": None,
}


@pytest.mark.parametrize(("role", "kind"), KINDS.items(), ids=KINDS)
def test_kind_of(role, kind):
    """The last noun before a preposition decides what kind of person a role makes."""
    assert kind_of(role) == kind
