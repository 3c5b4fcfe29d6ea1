"""Credits: which other outlet is named as the source of a report, and what that covers."""

from __future__ import annotations

import pytest

from generator.annotate.credits import find_credits
from tests.annotate.written import layered, written


def credits_of(*rows, **meta):
    """Return the outlet and the covered words of each credit."""
    document = written(*rows, **meta)
    return [
        (one.outlet, one.covers and one.covers.of(document.text))
        for one in find_credits(document, layered(document))
    ]


CASES = {
    # what it shows: (text, outlet)
    "reported": ("The pier is shut, the Norvik Courier reported.", "Norvik Courier"),
    "first word": ("The Norvik Courier first reported the fault.", "Norvik Courier"),
    "said of an outlet": (
        "The pier is shut, the Lowland Business Daily said.",
        "Lowland Business Daily",
    ),
    "according to": ("The pier is shut, according to the Norvik Star.", "Norvik Star"),
    "told": ("“It is shut,” she told the Norvik Times.", "Norvik Times"),
    "interview": ("In an interview with Reuters she said no.", "Reuters"),
    "one word, listed": ("The pier is shut, Axios reported.", "Axios"),
    "three words": (
        "The pier is shut, the South Norvik Morning Post reported.",
        "South Norvik Morning Post",
    ),
    "whole story": ("This report was provided by Coast Wire.", "Coast Wire"),
}


@pytest.mark.parametrize(("text", "outlet"), CASES.values(), ids=CASES)
def test_a_credit_covers_its_sentence(text, outlet):
    """An outlet beside a word of reporting is credited for the sentence."""
    assert credits_of("Before.", text, outlet="Lantern Post") == [(outlet, text)]


NONE = {
    "own outlet": "The pier is shut, the Lantern Post reported.",
    "own outlet, short": "She told the Post that it was shut.",
    "no outlet": "The pier is shut, the Norvik Institute reported.",
    "no report": "She reads the Norvik Courier.",
    "picture": "caption: The pier. Photo by Tom Hale, according to the Norvik Courier",
    "related": "related: The pier is shut, the Norvik Courier reported.",
    "place": "She told the Norvik Council.",
}


@pytest.mark.parametrize("row", NONE.values(), ids=NONE)
def test_what_is_no_credit(row):
    """The page's own name, a reader's paper and the credit of a picture are none."""
    assert credits_of(row, outlet="Lantern Post") == []


def test_a_credited_headline_covers_the_excerpt():
    """The excerpt runs from the headline to what is no longer the excerpt."""
    rows = (
        "origin_headline: Norvik Courier: Pier to stay shut",
        "key_point: The pier is shut.",
        "It was old.",
        "boilerplate: Read more ...",
        "editor_comment: NPU Editor: They knew.",
    )
    covered = "Pier to stay shut\n\nThe pier is shut.\n\nIt was old."
    assert credits_of(*rows, outlet="NPU") == [("Norvik Courier", covered)]


def test_an_agency_in_the_dateline():
    """The agency of a dateline is credited, unless it is the page's own name."""
    rows = ("NORVIK (Coast Wire) — The pier is shut.",)
    line = {"dateline": "NORVIK (Coast Wire) —", "agency": "Coast Wire"}
    assert credits_of(*rows, outlet="Lantern Post", **line) == [
        ("Coast Wire", "The pier is shut."),
    ]
    assert credits_of(*rows, outlet="Coast Wire", **line) == []


def test_the_story_is_supplied_by_the_agency_of_its_dateline():
    """Dateline and foot name one agency: one credit."""
    rows = ("NORVIK (Coast Wire) — It is shut.", "boilerplate: Supplied by Coast Wire.")
    line = {"dateline": "NORVIK (Coast Wire) —", "agency": "Coast Wire"}
    assert [name for name, _ in credits_of(*rows, **line)] == ["Coast Wire"]


def test_a_short_form_gets_its_full_name():
    """“The Courier” is the Norvik Courier if the page names that."""
    rows = ("The Norvik Courier reported it.", "Later she told the Courier that she knew.")
    assert [name for name, _ in credits_of(*rows)] == ["Norvik Courier", "Norvik Courier"]
