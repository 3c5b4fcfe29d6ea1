"""What a person keeps in tables decides: who is one person, which outlets are one house."""

from __future__ import annotations

import pytest

from generator.link.outlets import outlets_of
from generator.model import Alias, Family, Known
from tests.link.test_copies import REPORT
from tests.link.written import joined, person, written

PEOPLE = {
    # what it shows: (table, name in a, name in b, how many people)
    "a misspelling": ([Alias("Ana Ruiz", ("Ana Riuz",))], "Ana Ruiz", "Ana Riuz", 1),
    "a name alone": ([Alias("Ana Ruiz", ("Riuz",))], "Ana Ruiz", "Riuz", 1),
    "two variants": ([Alias("Ana Ruiz", ("A. Ruiz", "Ana Riuz"))], "A Ruiz", "Ana Riuz", 1),
    "title and case": ([Alias("Ana Ruiz", ("ANA RIUZ",))], "Dr Ana Riuz", "Ana Ruiz", 1),
    "listed apart": ([Alias("Lin Wei"), Alias("Wei Lin")], "Lin Wei", "Wei Lin", 2),
    "a form of two people": (
        [Alias("Ana Ruiz", ("A. Ruiz",)), Alias("Ada Ruiz", ("A. Ruiz",))],
        "Ana Ruiz",
        "A. Ruiz",
        2,
    ),
    "another's entry": ([Alias("Bo Lind", ("B. Lind",))], "Ana Ruiz", "Ana Riuz", 2),
    "no table": ([], "Ana Ruiz", "Ana Riuz", 2),
}


@pytest.mark.parametrize(("table", "one", "two", "count"), PEOPLE.values(), ids=PEOPLE)
def test_the_table_of_people_decides(table, one, two, count):
    """An alias joins, and what is listed apart stays apart, whatever the names look like."""
    found = joined(
        written("a", "It rained.", people=[person(one, "envoy")]),
        written("b", "It snowed.", people=[person(two, "envoy")]),
        upto="people",
        known=Known(people=tuple(table)),
    ).people
    assert len(found) == count
    if count == 1:
        assert found[0].name == table[0].name
        assert {one, two} <= set(found[0].names)


def test_a_role_tells_two_people_of_one_listed_form_apart():
    """Where the table lists a form twice, what the page says of the person decides."""
    table = (Alias("Ana Ruiz", ("Ruiz",), "judge"), Alias("Ida Ruiz", ("Ruiz",), "goalkeeper"))
    found = joined(
        written("a", "It rained.", people=[person("Ruiz", "judge")]),
        written("b", "It snowed.", people=[person("Ana Ruiz")]),
        upto="people",
        known=Known(people=table),
    ).people
    assert [(one.name, len(one.members)) for one in found] == [("Ana Ruiz", 2)]


def test_an_alias_brings_statements_together():
    """What the misspelt and the rightly spelt person said is compared."""
    documents = (
        written("a", "<Ana Ruiz/direct|We only rebuild the granary> said Ana Ruiz."),
        written("b", "Ana Riuz said <Ana Riuz/indirect|they rebuild the granary>."),
    )
    assert not joined(*documents).same_statement
    known = Known(people=(Alias("Ana Ruiz", ("Ana Riuz",)),))
    assert [d.kind for d in joined(*documents, known=known).same_statement[0].drift] == [
        "limiter-lost"
    ]


def test_a_person_is_no_alias_of_a_photographer():
    """The table joins nobody with a name in a credit line."""
    found = joined(
        written("a", "It rained.", people=[person("Ana Ruiz")]),
        written("b", "It snowed.", people=[person("Ana Riuz", kind="credit_only")]),
        upto="people",
        known=Known(people=(Alias("Ana Ruiz", ("Ana Riuz",)),)),
    ).people
    assert len(found) == 2


SAME = "The harbour of Ostby lost 120 cranes in March."

FAMILIES = {
    # what it shows: (table, independent origins of a claim in the Star and in the Sun)
    "no table": ((), 2),
    "one publisher": ((Family("Star", family="Sky"), Family("Sun", family="Sky")), 1),
    "two publishers": ((Family("Star", family="Sky"), Family("Sun", family="Sea")), 2),
    "one outlet, two names": ((Family("Star", ("The Sun",)),), 1),
    "a name listed twice": ((Family("Star", ("Sun",)), Family("Moon", ("Sun",))), 2),
    "a publisher of no name": ((Family("Star", family=" "), Family("Sun", family=" ")), 2),
}


@pytest.mark.parametrize(("table", "count"), FAMILIES.values(), ids=FAMILIES)
def test_outlets_of_one_family_are_one_origin(table, count):
    """Support is counted by publisher, as far as the table tells."""
    links = joined(
        written("a", SAME, outlet="Star"),
        written("b", f"In Ostby, {SAME}", outlet="Sun"),
        known=Known(outlets=tuple(table)),
    )
    assert [group.independent_origins for group in links.claim_groups] == [count]


def test_another_name_of_an_outlet_leads_to_its_report():
    """A credit under the short name is a credit of the outlet."""
    rows = joined(
        written("a", *REPORT, outlet="Evening Post"),
        written("b", *REPORT[:6], "As EP reported.", outlet="Star", credits_=[("EP", "6")]),
        known=Known(outlets=(Family("Evening Post", ("EP",)),)),
    ).origins
    assert [(o.relation, o.of, o.from_document) for o in rows if o.document == "b"] == [
        ("excerpt", "EP", "a")
    ]


def test_a_publisher_is_no_outlet():
    """A family named like an outlet does not swallow the outlet."""
    table = outlets_of(Known(outlets=(Family("Star", family="Sun"),)))
    assert table.family("Star") != table.family("Sun")
