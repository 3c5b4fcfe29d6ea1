from __future__ import annotations

import pytest

from generator.clean.blocks import label_blocks
from generator.model import Passage, Span

LEAD = "The harbour council of Norvik voted on Monday to close the old pilot station in the autumn."

TITLE = "Norvik closes its old pilot station"

# fmt: off
NOTES = {
    "a question": "Ana Ruiz: Who says so?",
    "a word": "Really?",
    "looks like a byline": "By Ana Ruiz",
    "looks like furniture": "Share this article",
    "long as a paragraph": "Ana Ruiz: " + LEAD,
}
# fmt: on


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_margin_notes(note):
    """A note in the margin is an editor's comment, whatever it looks like; the report is not."""
    text = f"{TITLE}\n{LEAD}\n{note}"
    one, two = len(TITLE) + 1, len(TITLE) + len(LEAD) + 2
    passages = (
        Passage(Span(0, one - 1), "h1", main=True),
        Passage(Span(one, two - 1), "p", main=True),
        Passage(Span(two, len(text)), "comment", main=False),
    )
    kinds = [block.kind for block in label_blocks(text, passages)]
    assert kinds == ["title", "body", "editor_comment"]
