"""What a retelling loses or changes is found at its words, and nothing else is reported."""

from __future__ import annotations

import pytest

from generator.link.drift import find_drift
from generator.link.words import content_stems, tokens
from generator.model import Span

CASES = {
    # what it shows: (statement, retelling, [(kind, words of a, words of b), ...])
    "nothing changed": ("The cranes are old", "the cranes were old", []),
    "limiter lost": (
        "The delay is mainly about cranes",
        "the delay was about cranes",
        [("limiter-lost", "mainly", None)],
    ),
    "limiter added": (
        "The delay is about cranes",
        "the delay was only about cranes",
        [("limiter-added", None, "only")],
    ),
    "two limiters in a row": (
        "The delay is only partly about cranes",
        "the delay was about cranes",
        [("limiter-lost", "only partly", None)],
    ),
    "limiter of another clause": (
        "The strike is mainly over, and the cranes are old",
        "the cranes were old",
        [("part-lost", "The strike is mainly over", None)],
    ),
    "about a number": (
        "It costs about 120 boats",
        "it cost 120 boats",
        [("limiter-lost", "about", None)],
    ),
    "about no number": ("It is about boats", "it concerned boats", []),
    "hedge lost": (
        "The cranes will likely fail",
        "the cranes would fail",
        [("hedge-lost", "likely", None)],
    ),
    "hedge added": (
        "The cranes will fail",
        "the cranes would probably fail",
        [("hedge-added", None, "probably")],
    ),
    "hedge for hedge": ("The cranes will likely fail", "the cranes would probably fail", []),
    "may is gone": ("The cranes may fail", "the cranes failed", [("hedge-lost", "may", None)]),
    "may becomes will": (
        "The cranes may fail",
        "the cranes will fail",
        [("hedge-lost", "may", None), ("modal-changed", "may", "will")],
    ),
    "will becomes would": ("The cranes will fail", "the cranes would fail", []),
    "must is gone": ("The cranes must go", "the cranes went", [("modal-changed", "must", None)]),
    "negation lost": (
        "The cranes did not fail",
        "the cranes failed",
        [("negation-changed", "not", None)],
    ),
    "negation in other words": ("Nobody saw the cranes", "the cranes were never seen", []),
    "condition lost": (
        "The cranes fail, unless the rails are mended",
        "the cranes would fail",
        [("condition-lost", "unless the rails are mended", None)],
    ),
    "could for would": (
        "The cranes could fail",
        "the cranes would fail",
        [("modal-changed", "could", "would")],
    ),
    "some of them": (
        "Some of the cranes fail",
        "the cranes fail",
        [("limiter-lost", "Some", None)],
    ),
    "a denial that is added": (
        "The cranes fail in the cold",
        "the cranes fail and nobody has answered a letter",
        [],
    ),
    "a short denial lost": (
        "We want the cranes, but we will not borrow",
        "they want the cranes",
        [("part-lost", "but we will not borrow", None)],
    ),
    "even if is none": ("The cranes fail even if mended", "the cranes would fail", []),
    "number changed": (
        "We lost 12 cranes",
        "they lost 15 cranes",
        [("number-changed", "12", "15")],
    ),
    "number word": ("We lost twelve cranes", "they lost 12 cranes", []),
    "number left out": ("We lost 12 cranes", "they lost cranes", []),
    "time changed": (
        "The cranes stop in June",
        "the cranes would stop in July",
        [("time-changed", "June", "July")],
    ),
    "today becomes a day": ("The cranes stop today", "the cranes stopped on Monday", []),
    "stronger verb": (
        "We ask the council for cranes",
        "they demanded cranes",
        [("verb-strength", "ask", "demanded")],
    ),
    "subject changed": (
        "The ministry is buying cranes",
        "the mayor was eyeing cranes",
        [("subject-changed", "ministry", "mayor")],
    ),
    "pronoun for subject": ("It is buying cranes", "the mayor was buying cranes", []),
    "part lost": (
        "The cranes fail, the sheds leak badly",
        "the cranes fail",
        [("part-lost", "the sheds leak badly", None)],
    ),
    "empty": ("", "the cranes fail", []),
}


def drift_of(one: str, two: str, told: str = "") -> list[tuple[str, str | None, str | None]]:
    """Return kind and words of every difference."""
    a, b = (tuple(tokens(text, Span(0, len(text)))) for text in (one, two))
    known = content_stems(b) | content_stems(tuple(tokens(told, Span(0, len(told)))))
    return [
        (drift.kind, drift.a and drift.a.of(one), drift.b and drift.b.of(two))
        for drift in find_drift(a, b, known)
    ]


@pytest.mark.parametrize(("one", "two", "expected"), CASES.values(), ids=CASES)
def test_drift(one, two, expected):
    """Kinds and words on both sides are as a reader would mark them."""
    assert drift_of(one, two) == expected


def test_a_part_told_elsewhere_is_not_lost():
    """A clause that another quotation of the same document retells is not missing."""
    one, two = "The cranes fail, the sheds leak badly", "the cranes fail"
    assert drift_of(one, two, told="water leaked into the sheds") == []
