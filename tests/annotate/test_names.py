"""Organisations and places: whole names, all mentions, and neither for the other."""

from __future__ import annotations

import pytest

from tests.annotate.written import layered, written


def names(layer, text):
    """Return every mention of a layer, as strings in the order of the text."""
    document = written(text)
    found = getattr(layered(document), layer)
    spans = sorted(span for one in found for span in one.mentions)
    return [span.of(document.text) for span in spans]


ORGANISATIONS = {
    "institute": ("He left the Norvik Institute.", ["Norvik Institute"]),
    "ministry of": ("The Ministry of Fisheries said no.", ["Ministry of Fisheries"]),
    "owners' league": ("The Norvik Boat Owners’ League said no.", ["Norvik Boat Owners’ League"]),
    "local": ("He joined Dock Workers Local 12 in May.", ["Dock Workers Local 12"]),
    "group of": ("The Group of 20 met.", ["Group of 20"]),
    "council on": (
        "She joined the Norvik Council on Foreign Relations.",
        ["Norvik Council on Foreign Relations"],
    ),
    "department of two things": (
        "The Department of Health and Human Services met.",
        ["Department of Health and Human Services"],
    ),
    "committee of two things": (
        "The House Ways and Means Committee met.",
        ["House Ways and Means Committee"],
    ),
    "commission of two things": (
        "The Securities and Exchange Commission met.",
        ["Securities and Exchange Commission"],
    ),
    "two houses": (
        "The Bank of Norvik and the Hale Group met.",
        ["Bank of Norvik", "Hale Group"],
    ),
    "acronym": ("The OECD met.", ["OECD"]),
    "no acronym": ("It was 5 PM on TV.", []),
    "offices in capitals": ("The CEO and the QC met a VIP.", []),
    "Roman number": ("It was chapter XVII, and the B52 flew.", []),
    "country letters": ("The US met the UK.", []),
    "known": ("He works for Morgan Stanley.", ["Morgan Stanley"]),
    "outlet": ("The Norvik Courier said so.", ["Norvik Courier"]),
    "outlet with an everyday word": ("The Norvik Star said so.", ["Norvik Star"]),
    "no outlet": ("He was Outstanding Guest Star.", []),
    "outlet after the article": ("He told The Times.", ["Times"]),
    "word at the head of a sentence": ("Time flies. People left. Nature heals.", []),
    "with which": (
        "Norvik Marl, which built it, left. Norvik Marl lost.",
        ["Norvik Marl", "Norvik Marl"],
    ),
    "kind before": ("The brokerage Ansel Marl lost.", ["Ansel Marl"]),
    "house of a person": ("Tom Hale, an analyst at Ansel Marl, left.", ["Ansel Marl"]),
    "before a title and a person": (
        "Norvik National Committee Chairman Tom Hale left.",
        ["Norvik National Committee"],
    ),
    "after former": ("Former Norvik Group Chairman Tom Hale left.", ["Norvik Group"]),
    "with its office": ("The Norvik Museum Trust CEO left.", ["Norvik Museum Trust"]),
    "a person's person": ("Tom Hale, an aide to President Marl, left. Ana Ruiz left.", []),
    "person": ("Then Tom Hale left.", []),
    "month": ("It rained in October.", []),
    "law": ("The Hale League Act passed.", []),
    "treaty": ("The Norvik Free Trade Agreement failed.", []),
    "poll": ("The Norvik University Poll is out.", ["Norvik University"]),
    "ship": ("The USS Norvik sank, and Hurricane Lena hit.", []),
    "house of parliament": (
        "The Ohio House and the Texas Senate met.",
        ["Ohio House", "Texas Senate"],
    ),
    "medical centre": ("She lay in Norvik Medical Center.", ["Norvik Medical Center"]),
    "school on a street": ("They met at Ruiz High School on Hale Street.", ["Ruiz High School"]),
}
PLACES = {
    "country": ("He left Norway.", ["Norway"]),
    "two words": ("He left New Zealand.", ["New Zealand"]),
    "possessive": ("Norway’s minister left.", ["Norway"]),
    "letters": ("The U.S. and the UK met.", ["U.S.", "UK"]),
    "demonym": ("The Norwegian boats left.", []),
    "demonym of two words": ("The South Korean boats met North Koreans.", []),
    "inhabitants": ("The North Dakotans left.", []),
    "shape": ("He left Port Lena for Norvik Harbour.", ["Port Lena", "Norvik Harbour"]),
    "street": ("They met on Hale Street.", ["Hale Street"]),
    "county": ("He left Qual County.", ["Qual County"]),
    "bridge": ("The Ruiz Bridge is shut.", ["Ruiz Bridge"]),
    "part of a state": ("He left South Florida.", ["South Florida"]),
    "in": ("It rained in Dovrik. Dovrik is wet.", ["Dovrik", "Dovrik"]),
    "near": ("It rained near Dovrik Marl.", ["Dovrik Marl"]),
    "shares in": ("Shares in Dovrik fell.", []),
    "year": ("It rained in May 2031 and in Ramadan.", []),
    "field of study": ("She has a degree in Linguistics and one in Economics.", []),
    "faith": ("He lost his belief in Calvinism.", []),
    "inside a name": ("The Norway Institute met.", []),
    "before a title": ("Then Ohio Gov. Tom Hale left.", ["Ohio"]),
    "before a role": ("Then Norway President Tom Hale left.", ["Norway"]),
    "person": ("Paris Hale said that she left.", []),
    "person named for a park": ("Tom Park said that he left. Lena Woods, a nurse, left.", []),
    "hill": ("He climbed Sava Hill.", ["Sava Hill"]),
    "given name and shape": ("They met at the Tom Hill.", ["Tom Hill"]),
    "confidence in a person": ("Tom Hale left. They lost faith in Hale.", []),
    "compound": ("He left the Oslo-based firm.", []),
    "compound of two words": ("He left the New York-based firm.", ["New York"]),
    "controlled": ("He left Norvik-controlled Golan Heights.", ["Golan Heights"]),
    "whose house": ("It was the Hale White House.", ["White House"]),
    "everyday word": ("Nice boats left. Reading helps.", []),
    "sea": ("They crossed the Atlantic.", ["Atlantic"]),
    "law": ("The North Norvik Trade Agreement failed.", []),
    "house of parliament": ("The Ohio House met.", []),
    "office": ("He spoke in the Oval Office.", ["Oval Office"]),
    "appendix": ("It stands in Appendix S.", []),
}


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS.values(), ids=ORGANISATIONS)
def test_organisations(text, expected):
    """An organisation is found whole, wherever the same words stand."""
    assert names("organisations", text) == expected


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES)
def test_places(text, expected):
    """A place is found by list, by shape or by where it is named."""
    assert names("places", text) == expected


def test_the_place_of_a_dateline_is_a_place():
    """A town that no list knows is one if the dateline names it."""
    document = written("DOVRIK — It rained.", "Dovrik is wet.", dateline="DOVRIK —")
    place = layered(document).places[0]
    assert [m.of(document.text) for m in place.mentions] == ["DOVRIK", "Dovrik"]


def test_furniture_names_nothing():
    """Related links and boilerplate name neither houses nor places."""
    found = layered(written("related: Norway and the OECD", "boilerplate: Norvik Institute, Oslo"))
    assert (found.organisations, found.places) == ((), ())
