"""What the words beside a number make of it."""

from __future__ import annotations

import pytest

from generator.link.beside import Beside
from generator.link.wording import stems_in_order
from generator.model import Span

CHANGES = {
    # what it shows: (sentence, the number, its unit, what it counts, whether it is a change)
    "by": ("The quota was cut by 600 tonnes", "600 tonnes", "t", "quota", True),
    "by about": ("The quota rose by about 600 tonnes", "600 tonnes", "t", "quota", True),
    "by, things": ("The crew grew by 12 men", "12", None, "men", True),
    "by whom": ("The letter was signed by 12 men", "12", None, "men", False),
    "after the verb": ("Shares fell 9 percent", "9 percent", "%", "Shares", True),
    "to a level": ("Shares fell to 9 crowns", "9 crowns", "SEK", "Shares", False),
    "up": ("Shares are up 9 percent", "9 percent", "%", "Shares", True),
    "up to": ("It holds up to 9 percent", "9 percent", "%", "salt", False),
    "a thing that is cut": ("The yard will cut 300 jobs", "300", None, "jobs", False),
    "less than before": ("It is 600 tonnes less than in 2030", "600 tonnes", "t", None, True),
    "lower": ("Shares closed 9 percent lower", "9 percent", "%", "Shares", True),
    "a level": ("The quota is 600 tonnes", "600 tonnes", "t", "quota", False),
    "fall of": ("A fall of 9 percent in landings", "9 percent", "%", "fall in landings", True),
}


def beside(text: str, number: str) -> Beside:
    """Return a number in its sentence."""
    start = text.index(number)
    return Beside(text, Span(start, start + len(number)), Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "number", "unit", "counts", "change"), CHANGES.values(), ids=CHANGES
)
def test_changes(text, number, unit, counts, change):
    """A change is told from a level by the words on either side."""
    stems = stems_in_order(counts)
    assert beside(text, number).is_change(unit, stems) is change


FORESEEN = {
    "a forecast": ("Turnout was forecast at 58 percent", "58 percent", True),
    "expected": ("Analysts expected 300 jobs to go", "300", True),
    "a target": ("It missed a target of 300 homes", "300", True),
    "counted": ("Police counted 300 people", "300", False),
    "far away": ("The plan of the council of the old town of Ostby had 300 pages", "300", False),
}


@pytest.mark.parametrize(("text", "number", "foreseen"), FORESEEN.values(), ids=FORESEEN)
def test_what_is_foreseen(text, number, foreseen):
    """A number beside a word of expectation was not counted."""
    assert beside(text, number).is_foreseen(()) is foreseen


PLACES = {
    "in": ("They lost 300 homes in Ostby", "ostby"),
    "in the": ("They lost 300 homes in the Ostby", "ostby"),
    "after a pause": ("They lost 300 homes, and in Ostby it rained", None),
    "no preposition": ("They lost 300 homes Ostby said", None),
    "too far": ("They lost 300 homes and carts and cows and pigs and hens in Ostby", None),
    "before": ("In Ostby they lost 300 homes", None),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES)
def test_the_place_of_a_number(text, place):
    """Only a place in the same clause, soon after the number, is where it was counted."""
    assert beside(text, "300").place({text.index("Ostby"): "ostby"}) == place
