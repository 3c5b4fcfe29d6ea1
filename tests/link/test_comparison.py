"""What is counted, where and when decides whether two figures agree, differ or neither."""

from __future__ import annotations

import pytest

from tests.link.written import joined, written

CASES = {
    # what it shows: (sentence and figure of a, of b, relation)
    "killed and hurt": (
        ("Storm Edda killed 12 people.", ("12", 12, None, "people killed", None)),
        ("Storm Edda hurt 30 people.", ("30", 30, None, "people hurt", None)),
        None,
    ),
    "killed and killed": (
        ("Storm Edda killed 12 people.", ("12", 12, None, "people killed", None)),
        ("Storm Edda killed 14 people.", ("14", 14, None, "people dead", None)),
        "differ",
    ),
    "a level and a cut": (
        ("The quota is 640 tonnes.", ("640 tonnes", 640, "t", "quota", None)),
        ("The quota was cut by 60 tonnes.", ("60 tonnes", 60, "t", "quota", None)),
        None,
    ),
    "forecast and count": (
        ("Turnout was 62 percent.", ("62 percent", 62, "%", "turnout", None)),
        ("Turnout was forecast at 58 percent.", ("58 percent", 58, "%", "turnout", None)),
        "not-comparable",
    ),
    "two forecasts": (
        ("Turnout was forecast at 62 percent.", ("62 percent", 62, "%", "turnout", None)),
        ("Turnout was forecast at 58 percent.", ("58 percent", 58, "%", "turnout", None)),
        "differ",
    ),
    "rounded": (
        ("Harlan took 51 percent of votes.", ("51 percent", 51, "%", "votes", None)),
        ("Harlan took 51.3 percent of votes.", ("51.3 percent", 51.3, "%", "votes", None)),
        "agree",
    ),
    "rounded too far": (
        ("Edda flooded 200 homes.", ("200", 200, None, "homes", None)),
        ("Edda flooded 214 homes.", ("214", 214, None, "homes", None)),
        "differ",
    ),
    "told in other words": (
        ("Velm pays 40 percent of the fund.", ("40 percent", 40, "%", "which Velm", None)),
        ("The share of Velm in the fund is 40 percent.", ("40 percent", 40, "%", "Velm", None)),
        "agree",
    ),
    "a round share of two things": (
        ("Of the seats 40 percent are free.", ("40 percent", 40, "%", "seats", None)),
        ("Of the pumps 40 percent are old.", ("40 percent", 40, "%", "pumps", None)),
        None,
    ),
}


@pytest.mark.parametrize(("one", "two", "relation"), CASES.values(), ids=CASES)
def test_relations(one, two, relation):
    """The relation is the same whichever document comes first."""
    for first, second in ((one, two), (two, one)):
        groups = joined(
            written("a", first[0], figures=[first[1]], story="s"),
            written("b", second[0], figures=[second[1]], story="s"),
        ).figure_groups
        assert [group.relation for group in groups] == ([relation] if relation else [])


def test_what_cannot_be_compared_is_in_no_conflict():
    """A third figure does not bring two together that stand apart."""
    groups = joined(
        written(
            "a",
            "Turnout was 62 percent.",
            figures=[("62 percent", 62, "%", "turnout", None)],
            story="s",
        ),
        written(
            "b",
            "Turnout was forecast at 58 percent.",
            figures=[("58 percent", 58, "%", "turnout", None)],
            story="s",
        ),
        written(
            "c",
            "Turnout was 62 percent.",
            figures=[("62 percent", 62, "%", "turnout", None)],
            story="s",
        ),
    ).figure_groups
    assert sorted((g.relation, len(g.members)) for g in groups) == [
        ("agree", 2),
        ("not-comparable", 2),
        ("not-comparable", 2),
    ]
