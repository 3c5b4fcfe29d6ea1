"""A second speaker whose verb is left out."""

import pytest

from tests.annotate.told import told

GAPPED = {
    # what it shows: (text, [(content, speaker, rule)])
    "of": (
        "[Ana Ruiz] spoke of “a heavy pen”, and her rival, [Bo Lind], of “a floor”.",
        [("a heavy pen", "Ana Ruiz", "subject"), ("a floor", "Bo Lind", "gapping")],
    ),
    "that": (
        "[Ana Ruiz] said that prices rose, and [Bo Lind], of Norvik, that they fell.",
        [("prices rose", "Ana Ruiz", "subject"), ("they fell", "Bo Lind", "gapping")],
    ),
    "no name": (
        "[Ana Ruiz] said that prices rose, and that costs fell.",
        [("prices rose, and that costs fell", "Ana Ruiz", "subject")],
    ),
    "a relative clause": (
        "[Ana Ruiz] said that prices rose and the bank of [Bo Lind] that failed was late.",
        [
            (
                "prices rose and the bank of Bo Lind that failed was late",
                "Ana Ruiz",
                "subject",
            )
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), GAPPED.values(), ids=GAPPED)
def test_a_verb_left_out(text, expected):
    """The same preposition, or "that", behind another name is another speaker's."""
    assert told(text) == expected
