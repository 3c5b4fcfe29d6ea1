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
    "plural, after two names": (
        "Ana Ruiz and Tom Hale, economists at the Norvik Institute, said no.",
        "economists",
        "Norvik Institute",
    ),
    "plural, after the second name": (
        "Tom Hale and Ana Ruiz, economists at the Norvik Institute, said no.",
        "economists",
        "Norvik Institute",
    ),
    "plural, before": ("Economists Tom Hale and Ana Ruiz said no.", "Economists", None),
    "plural title": ("Senators Tom Hale, Bo Lind and Ana Ruiz said no.", "Senators", None),
    "short plural title": ("Sens. Tom Hale and Ana Ruiz said no.", "Sens.", None),
    "rivals are no role": ("He beat his rivals Tom Hale and Ana Ruiz.", None, None),
    "plural after one name": ("Ana Ruiz, officials said, left.", None, None),
    "as head": ("As head of the Norvik Institute, Ana Ruiz said no.", "head", "Norvik Institute"),
    "served as": ("Ana Ruiz served as finance minister.", "finance minister", None),
    "was elected": ("Ana Ruiz was elected mayor of Norvik.", "mayor", "Norvik"),
    "is, with a house": (
        "Ana Ruiz is an analyst at the Norvik Institute.",
        "analyst",
        "Norvik Institute",
    ),
    "is, an opinion": ("Ana Ruiz is a winner, he said.", None, None),
    "who works as": (
        "Ana Ruiz, who works as a nurse at Norvik Hospital, said no.",
        "nurse",
        "Norvik Hospital",
    ),
    "house in brackets": ("Ana Ruiz (Norvik Party) said no.", None, "Norvik Party"),
    "house after a comma": (
        "Ana Ruiz, of the Norvik Institute, said no.",
        None,
        "Norvik Institute",
    ),
    "now at": ("Ana Ruiz, now at the Norvik Institute, said no.", None, "Norvik Institute"),
    "a former house is none": ("Ana Ruiz, formerly of Hale Group, said no.", None, None),
    "envoy now at": (
        "“No,” said Ana Ruiz, a former envoy now at the Norvik Institute in Bergen.",
        "former envoy",
        "Norvik Institute",
    ),
    "newly elected": ("Then newly-elected Norvik mayor Ana Ruiz said no.", "mayor", "Norvik"),
    "compound is no house": ("He met Qual-winning actress Ana Ruiz.", "actress", None),
    "veteran": ("Veteran Norvik actress, Ana Ruiz, said no.", "actress", "Norvik"),
    "two people, two houses": (
        "Ana Ruiz of the Norvik Party and Tom Hale of the Civic Party said no.",
        None,
        "Norvik Party",
    ),
    "letters after the name": (
        "Ana Ruiz, PhD, an epidemiologist with Norvik Hospital, said no.",
        "epidemiologist",
        "Norvik Hospital",
    ),
    "then-mayor": ("Then-mayor Ana Ruiz said no.", "Then-mayor", None),
    "acting": ("Acting director Ana Ruiz said no.", "Acting director", None),
    "former foreign minister": (
        "Former Foreign Minister Ana Ruiz said no.",
        "Former Foreign Minister",
        None,
    ),
    "country's minister": ("Norvik’s trade minister Ana Ruiz said no.", "trade minister", "Norvik"),
    "house of many words": (
        "Norvik National Committee Chairman Ana Ruiz said no.",
        "Chairman",
        "Norvik National Committee",
    ),
    "house with of, before": (
        "Bank of Norvik Governor Ana Ruiz said no.",
        "Governor",
        "Bank of Norvik",
    ),
    "university before": (
        "University of Norvik professor Ana Ruiz said no.",
        "professor",
        "University of Norvik",
    ),
    "two halves of a country": (
        "His South Korean counterpart Ana Ruiz said no.",
        "South Korean counterpart",
        None,
    ),
    "TV is no house": ("He met TV star Ana Ruiz.", "star", None),
    "end of the sentence before": ("He is a teacher. Ana Ruiz said no.", None, None),
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
