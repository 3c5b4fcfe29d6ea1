from __future__ import annotations

import pytest

from tests.clean.test_runs import page

# fmt: off
FLOW = {
    # what it shows: (lines, which of them are pieces of a wrapped paragraph)
    "wrapped": (("The council of Norvik voted on Monday", "to close the station", "that it owns."),
                [True, True, False]),
    "paragraphs": (("The council voted.", "Nobody will lose a post."), [False, False]),
    "headline and text": (("Norvik closes its pilot station", "The council voted on Monday."),
                          [False, False]),
    "a list": (("The council will sell these things:", "boats and bells", "lamps"),
               [False, False, False]),
    "small items": (("* the boats of the old pilot station", "* the bells"), [False, False]),
    "tags": (("Ports Pilots Norvik Harbour Quay Tugs", "shipping"), [False, False]),
}
# fmt: on


@pytest.mark.parametrize(("lines", "expected"), FLOW.values(), ids=FLOW)
def test_flows(lines, expected):
    """A line that breaks off and the line that goes on in small letters are one paragraph."""
    assert [line.flows for line in page(*lines)] == expected
