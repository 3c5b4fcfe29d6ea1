"""Support is counted by independent origin, and an unknown origin is never a further one."""

from __future__ import annotations

import pytest

from generator.link.leaning import find_leaning, independent
from generator.link.outlets import outlets_of
from generator.model import Copy, Known, Links, Origin
from tests.link.written import sketched, written

COUNTS = {
    # what it shows: (for each supporter the outlets it may go back to, the count)
    "nobody": ([], 1),
    "unknown alone": ([""], 1),
    "one outlet twice": (["post", "post"], 1),
    "two outlets": (["post", "star"], 2),
    "unknown beside a known": (["post", ""], 1),
    "two unknown": (["", ""], 1),
    "either of two, one counted": (["post star", "post"], 1),
    "either of two, neither counted": (["post star", "sun"], 2),
    "either of two, twice": (["post star", "post star"], 1),
    "a chain of doubts": (["post star", "star sun", "sun moon"], 2),
}


@pytest.mark.parametrize(("supporters", "count"), COUNTS.values(), ids=COUNTS)
def test_independent(supporters, count):
    """The number is never too high by a guess, whatever the order."""
    origins = [frozenset(words.split()) for words in supporters]
    assert independent(origins) == count
    assert independent(reversed(origins)) == count


def leaning_of(rows: str, copies: str = "", **outlets: str | None):
    """Return what documents lean on; rows as "b>Post:a", where ":a" is the report in the desk."""
    documents = [written(name, "It rained.", outlet=outlet) for name, outlet in outlets.items()]
    origins = []
    for row in rows.split():
        document, _, rest = row.partition(">")
        of, _, source = rest.partition(":")
        origins.append(Origin(document, "rewrite", of, source or None, "", None))
    pairs = tuple(Copy("exact", tuple(pair.split("=")), 1.0) for pair in copies.split())
    links = Links(origins=tuple(origins), copies=pairs)
    return find_leaning(sketched(*documents), links, outlets_of(Known()))


def test_a_chain_of_reports_ends_at_the_first():
    """A rewrite of a rewrite goes back to the report."""
    found = leaning_of("b>Post:a c>Star:b", a="Post", b="Star", c="Sun")
    assert set(found.roots.values()) == {frozenset({"post"})}
    assert found.derived == {"b", "c"}


def test_who_leans_on_one_copy_leans_on_all():
    """A text, its copy at another outlet and a rewrite of either have one origin."""
    found = leaning_of("d>Post:b", copies="a=b", a="Wire", b="Post", c="Star", d="Sun")
    assert found.roots["a"] == found.roots["b"] == found.roots["d"]
    assert independent(found.roots.values()) == 2


def test_a_report_that_the_desk_has_not_is_an_end():
    """A credited outlet counts though its report is nowhere."""
    assert leaning_of("b>Post", b="Star").roots == {"b": frozenset({"post"})}


def test_a_page_without_outlet_has_no_known_origin():
    """Where nothing is stated nothing is counted."""
    assert leaning_of("", a=None).roots == {"a": frozenset()}


def test_a_circle_may_go_back_to_any_of_its_outlets():
    """Nobody in a circle is said to be first."""
    found = leaning_of("a>Star:b b>Post:a", a="Post", b="Star")
    assert found.roots == dict.fromkeys("ab", frozenset({"post", "star"}))
    assert independent(found.roots.values()) == 1


def test_copies_have_one_origin():
    """The member that names its origin names it for all."""
    found = leaning_of("b>Wire", copies="a=b", a="Star", b="Sun")
    assert found.roots == dict.fromkeys("ab", frozenset({"wire"}))
