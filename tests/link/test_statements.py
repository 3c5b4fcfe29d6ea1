"""One statement is found again in its retellings, and another statement is not."""

from __future__ import annotations

import pytest

from tests.link.written import joined, written

DIRECT = (
    "“<Ana Ruiz/direct|The harbour is closing because its cranes are worn out, "
    "and not mainly because of the strike>,” said Ana Ruiz."
)

CASES = {
    # what it shows: (sentences of a, sentences of b, relations)
    "one half retold": (
        DIRECT,
        "Ana Ruiz said <Ana Ruiz/indirect|the cranes of the harbour were worn out>.",
        ["direct-paraphrase"],
    ),
    "two halves in two sentences": (
        DIRECT,
        (
            "Ana Ruiz said <Ana Ruiz/indirect|the cranes were worn out>. "
            "Ana Ruiz said <Ana Ruiz/indirect|the closing was not because of the strike>."
        ),
        ["direct-paraphrase", "direct-paraphrase"],
    ),
    "other statement": (
        DIRECT,
        "Ana Ruiz said <Ana Ruiz/indirect|she would write to the council about the harbour>.",
        [],
    ),
    "other speaker": (
        DIRECT,
        "Bo Lind said <Bo Lind/indirect|the cranes of the harbour were worn out>.",
        [],
    ),
    "direct in both": (
        "“<Ana Ruiz/direct|The cranes are worn out>,” said Ana Ruiz.",
        "Ana Ruiz said: “<Ana Ruiz/direct|The cranes are worn out>.”",
        ["direct-direct"],
    ),
    "retold by both": (
        "Ana Ruiz said <Ana Ruiz/indirect|the cranes had worn out>.",
        "Ana Ruiz said <Ana Ruiz/indirect|the old cranes were worn out>.",
        ["paraphrase-paraphrase"],
    ),
    "fragment against report": (
        "Ana Ruiz called <Ana Ruiz/mixed|the cranes “a museum on rails”>.",
        "Ana Ruiz said <Ana Ruiz/indirect|the cranes belonged in a museum>.",
        ["direct-paraphrase"],
    ),
    "one word, both deny": (
        "Ana Ruiz said <Ana Ruiz/indirect|the cause was not the strike but old cranes>.",
        "Ana Ruiz said <Ana Ruiz/indirect|it was not the strike>.",
        ["paraphrase-paraphrase"],
    ),
    "one word, one denies": (
        "Ana Ruiz said <Ana Ruiz/indirect|a strike was near>.",
        "Ana Ruiz said <Ana Ruiz/indirect|nobody wanted a strike>.",
        [],
    ),
    "a body of one name": (
        "Norvik Lines said <Norvik Lines/indirect|it would sell two ferries by May>.",
        "Norvik Lines says <Norvik Lines/indirect|two ferries will be sold>.",
        ["paraphrase-paraphrase"],
    ),
    "the company is any company": (
        "Company said <Company/indirect|it would sell two ferries by May>.",
        "Company says <Company/indirect|two ferries will be sold>.",
        [],
    ),
    "groups are not one speaker": (
        "Analysts said <analysts/indirect|the two ferries would be sold>.",
        "Analysts said <analysts/indirect|the two ferries would be sold>.",
        [],
    ),
}


@pytest.mark.parametrize(("one", "two", "relations"), CASES.values(), ids=CASES)
def test_same_statement(one, two, relations):
    """The pairs are found, and how the two stand to each other."""
    found = joined(written("a", one), written("b", two), upto="same_statement").same_statement
    assert [same.relation for same in found] == relations


def test_the_more_direct_stands_first():
    """Whatever the order of the documents, ``a`` is the direct quotation."""
    links = joined(
        written("a", "Ana Ruiz said <Ana Ruiz/indirect|the cranes of the harbour were worn out>."),
        written("b", DIRECT),
        upto="same_statement",
    )
    assert [(same.a.document, same.b.document) for same in links.same_statement] == [("b", "a")]


def test_copies_are_not_compared():
    """What two copies share is known; every quotation of theirs would be a pair."""
    body = [
        DIRECT,
        *(f"The {w} of the quay was seen by the crew at {w} point." for w in "abcdefgh"),
    ]
    links = joined(written("a", *body), written("b", *body), upto="same_statement")
    assert links.copies
    assert not links.same_statement
