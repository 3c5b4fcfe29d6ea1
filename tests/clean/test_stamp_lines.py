from __future__ import annotations

import pytest

from generator.clean.stamp_lines import is_stamp, signs

# fmt: off
LINES = {
    # line: (whether it is a stamp, whether it says by whom)
    "By Ana Ruiz ⋅ Founder and Editor-in-Chief ⋅ Updated May 6, 2031": (True, True),
    "March 15, 2031 · 3 min read · By Ana Ruiz": (True, True),
    "February 2, 2031 · 58 Comments": (True, False),
    "Posted on 2031-04-05 by marc | Leave a comment": (True, True),
    "The Evening Post 25/10/2031 Ana Ruiz": (True, False),
    "Released Wednesday, March 2, 2031": (True, False),
    "Posted on March 2, 2031 in Harbour, Council & Crew": (True, False),
    "The council voted on March 4, 2031 to close the station at once.": (False, False),
    "Boats, crews and the harbour station on March 4, 2031 in pictures": (False, False),
    "By Ana Ruiz": (False, True),
    "": (False, False),
}
# fmt: on


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_stamps(line, expected):
    """A stamp says when, perhaps by whom, and hardly anything else."""
    assert (is_stamp(line), signs(line)) == expected
