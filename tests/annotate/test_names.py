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
    "acronym": ("The OECD met.", ["OECD"]),
    "no acronym": ("It was 5 PM on TV.", []),
    "country letters": ("The US met the UK.", []),
    "known": ("He works for Morgan Stanley.", ["Morgan Stanley"]),
    "outlet": ("The Norvik Courier said so.", ["Norvik Courier"]),
    "with which": (
        "Norvik Marl, which built it, left. Norvik Marl lost.",
        ["Norvik Marl", "Norvik Marl"],
    ),
    "kind before": ("The brokerage Ansel Marl lost.", ["Ansel Marl"]),
    "house of a person": ("Tom Hale, an analyst at Ansel Marl, left.", ["Ansel Marl"]),
    "person": ("Then Tom Hale left.", []),
    "month": ("It rained in October.", []),
}
PLACES = {
    "country": ("He left Norway.", ["Norway"]),
    "two words": ("He left New Zealand.", ["New Zealand"]),
    "possessive": ("Norway’s minister left.", ["Norway"]),
    "letters": ("The U.S. and the UK met.", ["U.S.", "UK"]),
    "demonym": ("The Norwegian boats left.", []),
    "shape": ("He left Port Lena for Norvik Harbour.", ["Port Lena", "Norvik Harbour"]),
    "in": ("It rained in Dovrik. Dovrik is wet.", ["Dovrik", "Dovrik"]),
    "shares in": ("Shares in Dovrik fell.", []),
    "year": ("It rained in May 2031 and in Ramadan.", []),
    "inside a name": ("The Norway Institute met.", []),
    "person": ("Paris Hale said that she left.", []),
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
