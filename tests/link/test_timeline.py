"""A claim is on the timeline with each full day on which it says that something happens."""

from __future__ import annotations

import pytest

from tests.link.written import joined, written

CASES = {
    # what it shows: (sentence, kind, dates, days)
    "reported": (
        "The store burnt on Monday.",
        "reported",
        {"Monday": "2031-03-03"},
        ["2031-03-03"],
    ),
    "planned": (
        "The bridge will open on 1 July.",
        "prediction",
        {"1 July": "2031-07-01"},
        ["2031-07-01"],
    ),
    "two days": (
        "It burnt from Monday to Tuesday.",
        "reported",
        {"Monday": "2031-03-03", "Tuesday": "2031-03-04"},
        ["2031-03-03", "2031-03-04"],
    ),
    "month alone": ("The store was built in March.", "reported", {"March": "2031-03"}, []),
    "unresolved": ("The store burnt on Monday.", "reported", {"Monday": None}, []),
    "in what is reported of somebody": (
        "Ana Ruiz said <Ana Ruiz/indirect|it burnt on Monday>.",
        "reported",
        {"Monday": "2031-03-03"},
        ["2031-03-03"],
    ),
    "in somebody's own words": (
        "“<Ana Ruiz/direct|Nobody rang on Monday>,” said Ana Ruiz.",
        "reported",
        {"Monday": "2031-03-03"},
        [],
    ),
    "when a view was given": (
        "“<Ana Ruiz/direct|It is a shame>,” said Ana Ruiz on Monday.",
        "judgement",
        {"Monday": "2031-03-03"},
        ["2031-03-03"],
    ),
    "a view of a day": (
        "Monday was a shame for the town.",
        "judgement",
        {"Monday": "2031-03-03"},
        [],
    ),
    "the page's own opinion": (
        "Monday was a shame, we say.",
        "opinion",
        {"Monday": "2031-03-03"},
        [],
    ),
}


@pytest.mark.parametrize(("sentence", "kind", "dates", "days"), CASES.values(), ids=CASES)
def test_timeline(sentence, kind, dates, days):
    """The days on which the one claim stands."""
    document = written("a", sentence, kinds={0: kind}, dates=dates)
    assert [(e.date, e.document, e.claim) for e in joined(document).timeline] == [
        (day, "a", "c0") for day in days
    ]


def test_the_timeline_is_sorted_by_day():
    """Whatever the order of the documents."""
    documents = [
        written(name, f"It burnt on {day}.", dates={day: f"2031-03-0{n}"})
        for name, day, n in (("a", "Tuesday", 4), ("b", "Monday", 3))
    ]
    assert [entry.date for entry in joined(*documents).timeline] == ["2031-03-03", "2031-03-04"]
