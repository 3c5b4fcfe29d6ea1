"""Speech that goes on over sentences and paragraphs, and who goes on speaking."""

import pytest

from tests.annotate.told import told

CARRIED = {
    # what it shows: (text, [(content, speaker, rule)])
    "words in marks alone in the next paragraph": (
        "“It is late,” said [Ana Ruiz].\n“And it is cold out here.”",
        [("It is late, + And it is cold out here.", "Ana Ruiz", "inverted")],
    ),
    "behind a reported clause": (
        "[Ana Ruiz] said that it was late.\n“And it is cold out here.”",
        [
            ("it was late", "Ana Ruiz", "subject"),
            ("And it is cold out here.", "Ana Ruiz", "carried-on"),
        ],
    ),
    "not behind two speakers": (
        "“It is late,” said [Ana Ruiz].| “No,” said [Bo Lind].\n“It is cold out here.”",
        [
            ("It is late,", "Ana Ruiz", "inverted"),
            ("No,", "Bo Lind", "inverted"),
            ("It is cold out here.", None, "not-stated"),
        ],
    ),
    "not over a paragraph between": (
        "“It is late,” said [Ana Ruiz].\nThe port was shut.\n“It is cold out here.”",
        [
            ("It is late,", "Ana Ruiz", "inverted"),
            ("It is cold out here.", None, "not-stated"),
        ],
    ),
    "a cue of its own goes first": (
        "“It is late,” said [Ana Ruiz].\n“It is cold,” said [Bo Lind].",
        [("It is late,", "Ana Ruiz", "inverted"), ("It is cold,", "Bo Lind", "inverted")],
    ),
    "she, in a paragraph that names nobody": (
        "“It is late,” said [Ana Ruiz].\n“It is cold,” she said.",
        [("It is late,", "Ana Ruiz", "inverted"), ("It is cold,", "Ana Ruiz", "paragraph-before")],
    ),
    "he is not Ana": (
        "“It is late,” said [Ana Ruiz].\n“It is cold,” he said.",
        [("It is late,", "Ana Ruiz", "inverted"), ("It is cold,", None, "not-stated")],
    ),
    "he may be one of two": (
        "[Quill Moss] said that [Vex Orr] lied.\n“It is cold,” he said.",
        [("Vex Orr lied", "Quill Moss", "subject"), ("It is cold,", None, "not-stated")],
    ),
    "a pronoun that nobody settles goes on": (
        "The port “cannot wait,” she said.| “It is late.”",
        [
            ("The port “cannot wait,”", None, "not-stated"),
            ("It is late.", None, "carried-on"),
        ],
    ),
    "a sentence of the outlet's own ends it": (
        "“It is late in the day.”| [Bo Lind] shook his head.| “We can,” he said.",
        [
            ("It is late in the day.", None, "not-stated"),
            ("We can,", "Bo Lind", "pronoun"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CARRIED.values(), ids=CARRIED)
def test_who_goes_on_speaking(text, expected):
    """A speaker goes on where nobody else can have spoken, and not where somebody may."""
    assert told(text) == expected
