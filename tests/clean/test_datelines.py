from __future__ import annotations

import pytest

from generator.clean.datelines import dateline_alone, find_dateline

# fmt: off
CASES = {
    # what it shows: (paragraph, place, agency, date, first word of the report)
    "place": ("NORVIK — Ships wait.", "NORVIK", None, None, "Ships"),
    "two words, hyphen": ("PORT ELM - Ships wait.", "PORT ELM", None, None, "Ships"),
    "agency": ("NORVIK (Coast Wire) — Ships wait.", "NORVIK", "Coast Wire", None, "Ships"),
    "day without year": ("NORVIK, March 4 (AP) - Ships wait.", "NORVIK", "AP", None, "Ships"),
    "whole day": ("NORVIK, March 4, 2031 — Ships wait.", "NORVIK", None, "2031-03-04", "Ships"),
    "state": ("PORT ELM, Mich. (AP) — Ships wait.", "PORT ELM, Mich.", "AP", None, "Ships"),
    "small letters with agency": ("Norvik (AP) – Ships wait.", "Norvik", "AP", None, "Ships"),
    "two places": ("NORVIK/ELM, Nov. 8 (AP) - Ships wait.", "NORVIK/ELM", "AP", None, "Ships"),
    "colon": ("PORT ELM: Ships wait.", "PORT ELM", None, None, "Ships"),
    "agency alone": ("(AFP) – Ships wait.", None, "AFP", None, "Ships"),
}
NONE = [
    "UPDATE: Ships wait.",
    "WATCH — Ships wait.",
    "Norvik – Ships wait.",
    "A ship — the last — waits.",
    "NORVIK —",
    "",
]
# fmt: on


@pytest.mark.parametrize(("text", "place", "agency", "date", "first"), CASES.values(), ids=CASES)
def test_dateline(text, place, agency, date, first):
    """Place, agency and day are read off, and the report begins behind the dash and its blanks."""
    found = find_dateline(text)
    assert (found.place, found.agency, found.date) == (place, agency, date)
    assert text[found.span.end :].startswith(first)


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text):
    """A label, an aside or a place in small letters is no dateline."""
    assert find_dateline(text) is None


def test_a_line_of_its_own():
    """A dateline may stand alone if it has a day or an agency; capitals alone are a headline."""
    assert dateline_alone("NORVIK, March 4, 2031").date == "2031-03-04"
    assert dateline_alone("NORVIK (Coast Wire)").agency == "Coast Wire"
    assert dateline_alone("NORVIK") is None
