"""Transcripts, questions and answers, and other speakers without a verb."""

import pytest

from tests.annotate.told import told

TURNS = {
    # what it shows: (text, [(content, speaker, rule)])
    "two speakers": (
        "RUIZ: I think it is late.| We go home.\nLIND: Not yet.",
        [
            ("I think it is late. We go home.", "RUIZ", "transcript"),
            ("Not yet.", "LIND", "transcript"),
        ],
    ),
    "named above": (
        "[Ana Ruiz] and [Bo Lind] met.\nRUIZ: It is late.\nLIND: Not yet.",
        [("It is late.", "Ana Ruiz", "surname"), ("Not yet.", "Bo Lind", "surname")],
    ),
    "question and answer": (
        "Q: When do you go home?\nA: Not yet.| We wait.",
        [("Not yet. We wait.", None, "not-stated")],
    ),
    "a label alone is no speaker": ("NOTE: It is late.\nThe port was shut.", []),
    "here is": (
        "Here is [Ana Ruiz] in May: “It is late.”",
        [("It is late.", "Ana Ruiz", "label")],
    ),
    "a name before the colon": (
        "The delay surprises nobody less than [Ana Ruiz]: “It is late.”",
        [("It is late.", "Ana Ruiz", "label")],
    ),
    "a line that looks like a heading": (
        "subheading> “It is late, and it is dark” - Commissioner [Ana Ruiz]",
        [("It is late, and it is dark", "Ana Ruiz", "dash")],
    ),
    "a heading in marks": ("subheading> “It is late, and it is dark.”", []),
}


@pytest.mark.parametrize(("text", "expected"), TURNS.values(), ids=TURNS)
def test_speakers_without_a_verb(text, expected):
    """A label is a speaker beside another label; a question is no quotation."""
    assert told(text) == expected
