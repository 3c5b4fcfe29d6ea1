"""Lines of one sign a hundred thousand times: cleaning takes time with the text, not its square."""

from __future__ import annotations

from time import process_time

import pytest

from generator.clean.stage import clean
from generator.readers.stage import read

# fmt: off
PIECES = {
    "spaces": " ", "tabs": "\t", "spaces and tabs": " \t", "dots": ".", "dots apart": " .",
    "quotation marks": '"', "curly marks": "“", "dashes": "-", "bars": " | ", "brackets": "[",
    "digits": "1", "numbers": "1,", "at signs": "@", "capitals": "A", "capital words": "Hale ",
    "blank lines": "\n", "lines of blanks": " \n", "paragraphs": "A boat waits for Ana Ruiz.\n\n",
}
# fmt: on


def seconds(text):
    """Return the processor time of reading and cleaning a text, the better of two."""
    taken = []
    for _ in range(2):
        start = process_time()
        clean(read(text.encode(), "a.txt"), "d1")
        taken.append(process_time() - start)
    return min(taken)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece):
    """The run stands between two words, where a pattern for what lies at an edge meets it."""
    short, long = (
        seconds(f"It said a{piece * (count // len(piece))}b") for count in (4_000, 40_000)
    )
    assert long < 40 * max(short, 0.02)  # a square would take a hundred
