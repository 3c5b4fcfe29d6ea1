"""Origins follow what a document says of itself; each document has at least one row."""

from __future__ import annotations

import msgspec
import pytest

from generator.model import Dateline, Span
from tests.link.test_copies import REPORT
from tests.link.written import joined, written

POST = written(
    "post",
    *REPORT,
    "The harbour lost 120 cranes in March.",
    "The mayor will sell 14 ferries.",
    outlet="Evening Post",
)

CASES = {
    # what it shows: (document beside the Evening Post's report, its rows)
    "no credit": (written("x", "It rained.", outlet="Star"), [("original", None, None)]),
    "nothing stated": (written("x", "It rained."), [("original", None, None)]),
    "its own name": (
        written("x", "It rained, the Star said.", outlet="The Star", credits_=[("Star", "0")]),
        [("original", None, None)],
    ),
    "one sentence": (
        written(
            "x",
            "It rained, the Evening Post said.",
            outlet="Star",
            credits_=[("Evening Post", "0")],
        ),
        [("cites", "Evening Post", None)],
    ),
    "two outlets": (
        written(
            "x",
            "It rained, the Evening Post said.",
            "It froze, the Courier said.",
            outlet="Star",
            credits_=[("Evening Post", "0"), ("Courier", "1")],
        ),
        [("cites", "Courier", None), ("cites", "Evening Post", None)],
    ),
    "headline of the report": (
        written(
            "x",
            "Evening Post: Cranes lost",
            *REPORT[:3],
            outlet="Star",
            credits_=[("Evening Post", "headline")],
        ),
        [("excerpt", "Evening Post", "post")],
    ),
    "whole text": (
        written(
            "x", *REPORT, "By the Evening Post", outlet="Star", credits_=[("Evening Post", None)]
        ),
        [("copy", "Evening Post", "post")],
    ),
    "long passages word for word": (
        written(
            "x",
            *REPORT[:4],
            "As the Evening Post reported.",
            outlet="Star",
            credits_=[("Evening Post", "4")],
        ),
        [("excerpt", "Evening Post", "post")],
    ),
    "credit for the whole": (
        written(
            "x",
            "First reported by the Evening Post.",
            outlet="Star",
            credits_=[("Evening Post", None)],
        ),
        [("rewrite", "Evening Post", None)],
    ),
    "nameless page retells": (
        written(
            "x",
            "The harbour lost 120 cranes in March.",
            "The mayor will sell 14 ferries, the Evening Post said.",
            credits_=[("Evening Post", "1")],
        ),
        [("rewrite", "Evening Post", "post")],
    ),
    "named page retells a little": (
        written(
            "x",
            "The harbour lost 120 cranes in March, the Evening Post said.",
            "Fog lay on the river.",
            "A choir sang.",
            "Two dogs barked.",
            outlet="Star",
            credits_=[("Evening Post", "0")],
        ),
        [("cites", "Evening Post", "post")],
    ),
}


@pytest.mark.parametrize(("document", "rows"), CASES.values(), ids=CASES)
def test_origins(document, rows):
    """Relation, outlet and the document in the desk are told by the strongest sign."""
    found = joined(POST, document, upto="origins").origins
    assert [(o.relation, o.of, o.from_document) for o in found if o.document == "x"] == rows
    assert [o.relation for o in found if o.document == "post"] == ["original"]


def test_a_row_names_its_sign_and_the_words_of_the_credit():
    """The reader of the page is told in words why, and where the credit stands."""
    document = CASES["one sentence"][0]
    row = next(o for o in joined(POST, document, upto="origins").origins if o.document == "x")
    assert row.span is not None
    assert row.span.of(document.text) == "Evening Post"
    assert row.basis == "credits the outlet for single statements"


def test_an_agency_in_the_dateline_makes_a_copy():
    """A report under an agency's dateline in another outlet's page is the agency's."""
    document = msgspec.structs.replace(
        written("x", "OSLO (Norwire) - It rained.", outlet="Star"),
        dateline=Dateline("OSLO", "Norwire", None, Span(0, 16)),
    )
    rows = joined(document, upto="origins").origins
    assert [(o.relation, o.of, o.span) for o in rows] == [("copy", "Norwire", Span(0, 16))]


def test_two_pages_of_one_agency_are_copies_of_it():
    """Near-identical texts that both credit an agency outside the desk are its copies."""
    pages = [
        written(name, *REPORT, "From Norwire", outlet=name, credits_=[("Norwire", None)])
        for name in "ab"
    ]
    assert [(o.relation, o.of) for o in joined(*pages, upto="origins").origins] == [
        ("copy", "Norwire")
    ] * 2
