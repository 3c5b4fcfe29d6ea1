"""Figures of one thing are set side by side; only a true conflict is called one."""

from __future__ import annotations

import pytest

from tests.link.written import joined, written

SAID = "At the fair of Ostby on Monday night the crews counted {} and went home."

CASES = {
    # what it shows: (figure of a, figure of b, relation): words, value, unit, counts, period
    "same": (
        ("214", 214, None, "homes flooded", None),
        ("214", 214, None, "flooded homes", None),
        "agree",
    ),
    "other value": (
        ("214", 214, None, "homes flooded", None),
        ("190", 190, None, "homes flooded", None),
        "differ",
    ),
    "other thing": (
        ("214", 214, None, "homes flooded", None),
        ("190", 190, None, "boats lost", None),
        None,
    ),
    "other thing, like words": (
        ("200", 200, None, "families driven from homes", None),
        ("214", 214, None, "homes flooded", None),
        None,
    ),
    "other unit": (
        ("12", 12, "%", "flooded homes", None),
        ("14", 14, "percentage points", "flooded homes", None),
        None,
    ),
    "other period": (
        ("11", 11, "%", "fall in ferry shares", "one day"),
        ("15", 15, "%", "fall in ferry shares", "this month"),
        "not-comparable",
    ),
    "same value, other period": (
        ("11", 11, "%", "fall in ferry shares", "one day"),
        ("11", 11, "%", "fall in ferry shares", "this month"),
        None,
    ),
    "falls of two things": (
        ("8", 8, "%", "fall of the quota", None),
        ("12", 12, "%", "fall in landings", None),
        None,
    ),
    "a range that both give": (
        ("14 to 18", (14, 18), "weeks", "repair", None),
        ("14 to 18", (14, 18), "weeks", "time until it works", None),
        "agree",
    ),
    "value inside a range": (
        ("16", 16, "weeks", "repair", None),
        ("14 to 18", (14, 18), "weeks", "repair", None),
        None,
    ),
    "round number by chance": (
        ("30", 30, None, "ferries", None),
        ("30", 30, None, "cranes", None),
        None,
    ),
    "ranks": (
        ("second", 2, "ordinal", "meeting this year", None),
        ("37th", 37, "ordinal", "meeting since 2013", None),
        None,
    ),
    "nothing counted": (("30", 30, None, None, None), ("31", 31, None, None, None), None),
}


@pytest.mark.parametrize(("one", "two", "relation"), CASES.values(), ids=CASES)
def test_how_two_figures_stand_to_each_other(one, two, relation):
    """Agree, differ, not comparable, or no group at all."""
    a = written("a", SAID.format(one[0]), figures=[one], story="fair")
    b = written("b", SAID.format(two[0]), figures=[two], story="fair")
    found = joined(a, b).figure_groups
    assert [group.relation for group in found] == ([relation] if relation else [])


def test_a_document_that_tells_two_values_apart_keeps_them_apart():
    """In one voice two values are two things; in two voices they are a conflict."""
    homes = ("214", 214, None, "homes flooded", None)
    fewer = ("190", 190, None, "homes flooded", None)
    one_voice = written("a", "Of 214 homes 190 were dry.", figures=[homes, fewer])
    two_voices = written(
        "a", "Of 214 homes 190 were dry.", figures=[(*homes, "the town"), (*fewer, "the insurers")]
    )
    assert not joined(one_voice).figure_groups
    assert [group.relation for group in joined(two_voices).figure_groups] == ["differ"]


def test_figures_of_two_stories_are_not_compared():
    """Two floods have two numbers of homes."""
    a = written(
        "a", "It was 214 homes.", figures=[("214", 214, None, "homes flooded", None)], story="one"
    )
    b = written(
        "b", "It was 190 homes.", figures=[("190", 190, None, "homes flooded", None)], story="two"
    )
    assert not joined(a, b).figure_groups
