"""People: who is one, what all their names are, and who is none."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.people import find_people
from generator.model import Layers, Outlet
from tests.annotate.written import written


def people(*rows):
    """Return each person of a document with every mention, as strings."""
    document = written(*rows)
    return {
        person.name: [span.of(document.text) for span in person.mentions]
        for person in find_people(document, Layers())
    }


NAMED = {
    # what it shows: (text, {name: mentions})
    "given name": ("Then Tom Hale left the room.", {"Tom Hale": ["Tom Hale"]}),
    "unknown name with a role": (
        "“No,” said Ysmera Qual, a pilot at the port.",
        {"Ysmera Qual": ["Ysmera Qual"]},
    ),
    "role before": ("The mayor, Ysmera Qual, said no.", {"Ysmera Qual": ["Ysmera Qual"]}),
    "title before": ("Minister Ysmera Qual said no.", {"Ysmera Qual": ["Ysmera Qual"]}),
    "role noun before": ("Norvik analyst Ysmera Qual said no.", {"Ysmera Qual": ["Ysmera Qual"]}),
    "clause with who": (
        "Ysmera Qual, who trains dogs, said no.",
        {"Ysmera Qual": ["Ysmera Qual"]},
    ),
    "said and surname later": (
        "Ysmera Qual said no. Qual added that she was late.",
        {"Ysmera Qual": ["Ysmera Qual", "Qual"]},
    ),
    "surname": ("Tom Hale spoke. Later Hale left.", {"Tom Hale": ["Tom Hale", "Hale"]}),
    "surname with a title": (
        "Ana Ruiz spoke. Ms. Ruiz then left.",
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"]},
    ),
    "possessive": ("Tom Hale spoke. Hale’s boat sank.", {"Tom Hale": ["Tom Hale", "Hale"]}),
    "given name alone": (
        "Tom Hale spoke. His wife called Tom later.",
        {"Tom Hale": ["Tom Hale", "Tom"]},
    ),
    "family name first": (
        "President Gao Minwei met officials. Then Gao left.",
        {"Gao Minwei": ["Gao Minwei", "Gao"]},
    ),
    "surname in capitals": (
        "Photo shows Tom HALE at sea. Hale won.",
        {"Tom HALE": ["Tom HALE", "Hale"]},
    ),
    "particles": (
        "Piet van der Berg spoke. Then van der Berg left.",
        {"Piet van der Berg": ["Piet van der Berg", "van der Berg"]},
    ),
    "Arabic article": (
        "Omar al-Sabir spoke. Al-Sabir left.",
        {"Omar al-Sabir": ["Omar al-Sabir", "Al-Sabir"]},
    ),
    "surname like an origin": (
        "Kim Petrosian spoke. President Petrosian left.",
        {"Kim Petrosian": ["Kim Petrosian", "Petrosian"]},
    ),
    "initials": ("J. R. Hale spoke, he said. Hale left.", {"J. R. Hale": ["J. R. Hale", "Hale"]}),
    "middle initial": (
        "Tom Hale spoke. Tom B. Hale is 40.",
        {"Tom B. Hale": ["Tom Hale", "Tom B. Hale"]},
    ),
    "junior": ("Tom Hale Jr. spoke. Hale left.", {"Tom Hale Jr.": ["Tom Hale Jr.", "Hale"]}),
    "hyphen": (
        "Anne-Marie Lind-Foss spoke. Lind-Foss left.",
        {"Anne-Marie Lind-Foss": ["Anne-Marie Lind-Foss", "Lind-Foss"]},
    ),
    "apostrophe": ("Mary O’Dell spoke. O’Dell left.", {"Mary O’Dell": ["Mary O’Dell", "O’Dell"]}),
    "accents": (
        "Solène Saldaña spoke. Saldaña left.",
        {"Solène Saldaña": ["Solène Saldaña", "Saldaña"]},
    ),
    "misspelt stays as written": (
        "Presidential aide Tmo Haele said no.",
        {"Tmo Haele": ["Tmo Haele"]},
    ),
    "title and surname only": ("President Hale spoke. Hale left.", {"Hale": ["Hale", "Hale"]}),
    "title after a house": (
        "Norvik Group Chief Executive Lena Foss said no.",
        {"Lena Foss": ["Lena Foss"]},
    ),
    "title of several words": ("Secretary of State Tom Hale said no.", {"Tom Hale": ["Tom Hale"]}),
    "after an opener": ("However Tom Hale left.", {"Tom Hale": ["Tom Hale"]}),
    "before a day": ("Tom Hale Tuesday said no.", {"Tom Hale": ["Tom Hale"]}),
    "first name only": (
        "A farmer would give just a first name, Osric. He left.",
        {"Osric": ["Osric"]},
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_who_is_named(text, expected):
    """A person is found under the fullest name, with every mention and no title."""
    assert people(text) == expected


NOBODY = {
    "company that denies": "Norvik Marl denied that it had lost the keys.",
    "company with which": "Norvik Marl, which built the pier, said no.",
    "company with a kind": "He works at the brokerage Ansel Marl.",
    "shares": "Shares in Ansel Marl fell.",
    "institute": "The Tom Hale Institute said no.",
    "college": "Students of Ruiz College said no.",
    "known company": "Morgan Stanley said no.",
    "port": "Port Lena said no.",
    "street": "They met in Hale Street.",
    "country": "San Marino said no.",
    "outlet": "The Norvik Courier said no.",
    "days and months": "It was Monday. March Tuesday.",
    "demonyms": "The French Republicans said no.",
    "acronym": "The OECD said no.",
    "slug": "NORVIK-PIER-POLITICS",
    "office alone": "The Prime Minister said no. The Attorney General agreed.",
    "law": "The Hale Amendment was lost.",
    "film": "They saw the film “Iron Qual” twice.",
    "compound": "The Hale-led group said no.",
    "sentence start": "Boats waited. Nobody Knew.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_who_is_nobody(text):
    """Places, organisations, days, laws and slugs are no people."""
    assert people(text) == {}


def test_two_people_of_one_surname():
    """A bare surname means the one named last in its paragraph, and otherwise neither."""
    found = people(
        "Lena Foss runs a bakery. Foss said no.",
        "Hugh Foss leads the council. Foss said yes.",
        "Foss left.",
    )
    assert found == {"Lena Foss": ["Lena Foss", "Foss"], "Hugh Foss": ["Hugh Foss", "Foss"]}


def test_a_polite_title_tells_two_people_apart():
    """Ms and Mr choose between a woman and a man of one surname."""
    found = people("Lena Foss met Hugh Foss.", "Ms Foss said no.", "Mr Foss said yes.")
    assert found == {"Lena Foss": ["Lena Foss", "Foss"], "Hugh Foss": ["Hugh Foss", "Foss"]}


def test_two_middle_initials_are_two_people():
    """Different middle initials keep father and son apart."""
    assert list(people("Tom A. Hale met Tom B. Hale.")) == ["Tom A. Hale", "Tom B. Hale"]


def test_a_headline_names_known_people_only():
    """In a line of capitals a known name is a mention, and nothing else is a person."""
    found = people("title: Hale Wins Vote As Mayor Of Norvik Resigns", "Tom Hale said he was glad.")
    assert found == {"Tom Hale": ["Hale", "Tom Hale"]}


def test_furniture_names_nobody():
    """Tags, related links and boilerplate give no person and no mention."""
    rows = ("tags: Tom Hale", "related: Senator Ana Ruiz resigns", "boilerplate: Reach Bo Lind")
    assert people(*rows) == {}


def kinds(*rows):
    """Return each person's kind by name."""
    return {p.name: p.kind for p in find_people(written(*rows), Layers())}


KINDS = {
    "expert": ("“No,” said Tom Hale, an economist at Norvik Institute.", {"Tom Hale": "expert"}),
    "expert by house": ("Tom Hale of Norvik University said no.", {"Tom Hale": "expert"}),
    "official": ("The police spokesman, Tom Hale, said no.", {"Tom Hale": "official"}),
    "engineer of a town": ("Tom Hale, the borough engineer, said no.", {"Tom Hale": "official"}),
    "principal": ("Tom Hale, chief executive of Norvik Group, said no.", {"Tom Hale": "principal"}),
    "chief officer": ("Tom Hale, chief operating officer, said no.", {"Tom Hale": "principal"}),
    "witness": ("Tom Hale, who sells fish, said no.", {"Tom Hale": "witness"}),
    "resident": ("Tom Hale, a resident, said no.", {"Tom Hale": "witness"}),
    "byline": ("byline: By Tom Hale", {"Tom Hale": "credit_only"}),
    "caption's credit": (
        "caption: The pier at dawn. ## Tom Hale | Coast Wire",
        {"Tom Hale": "credit_only"},
    ),
    "credit in the caption": (
        "caption: The pier at dawn. (Photo by TOM HALE/Coast Wire via Norvik Images",
        {"TOM HALE": "credit_only"},
    ),
    "reporting by": (
        "(Reporting by Tom Hale; editing by Ana Ruiz)",
        {"Tom Hale": "credit_only", "Ana Ruiz": "credit_only"},
    ),
    "editor of a comment": (
        "editor_comment: NPU Editor: They will not pay.",
        {"NPU Editor": "editor_unnamed"},
    ),
    "no editor": ("editor_comment: Our view: They will not pay.", {}),
}


@pytest.mark.parametrize(("row", "expected"), KINDS.values(), ids=KINDS)
def test_kinds(row, expected):
    """The kind follows from the role, or from where alone the name stands."""
    assert kinds(row) == expected


def test_an_author_who_is_quoted_is_more_than_a_credit():
    """A byline and a mention in the text make a person of the story."""
    document = written("byline: By Ana Ruiz, analyst", "Ruiz: “It is far too warm.”")
    person = find_people(document, Layers())[0]
    assert (person.name, person.kind, person.role) == ("Ana Ruiz", "expert", "analyst")


@given(st.lists(st.text('Hale Tom’s,.-"“” van', max_size=50), max_size=5))
def test_mentions_are_sorted_inside_and_of_one_person(rows):
    """Mentions lie in the text in order; no two people share a mention; names are slices."""
    document = written(*rows)
    found = find_people(document, Layers())
    spans = sorted(m for person in found for m in person.mentions)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [p.mentions[0] for p in found] == sorted(p.mentions[0] for p in found)
    assert all(p.name in document.text for p in found)
    assert len({p.id for p in found}) == len(found)


def test_the_outlet_of_the_page_is_nobody():
    """A masthead that reads like a name, such as "Lena Beacon", names no person."""
    document = written("“No,” Ana Ruiz told the Lena Beacon. Lena Beacon said no more.")
    meta = msgspec.structs.replace(document.meta, outlet=Outlet("Lena Beacon", None))
    found = find_people(msgspec.structs.replace(document, meta=meta), Layers())
    assert [p.name for p in found] == ["Ana Ruiz"]
