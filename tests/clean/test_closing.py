from __future__ import annotations

import pytest

from tests.clean.pages import cleaned
from tests.clean.test_blocks import ONE, THREE, TWO
from tests.clean.test_runs import FOUR

BODY = f"{ONE}\n\n{TWO}\n\n{THREE}\n\n{FOUR}"

LIFE = "Ana Ruiz is a freelance journalist who covers ports and lives in Norvik with two cats."
NOTE = "Ana Ruiz has written about ships and those who pilot them for twenty years."
DECKHAND = "Ana Ruiz came to Norvik as a deckhand and never left the place again, she says."
HOUSE = "Holm Towage owns nine tugs and has pulled ships in Norvik since the year 1902."
LINKS = "* Grain Ships Return To Norvik\n* Nine Tugs That Made History"
SALE = "The council will also sell:\n* Two Old Pilot Boats\n* The Great Harbour Bell"
ANGRY = "Bo Lind is angry, and he will say so in writing to the council before the week is over."

# fmt: off
FOOT = {
    # what it shows: (lines below the body, their kinds)
    "about the author": (f"About the author\n{DECKHAND}", ["boilerplate", "boilerplate"]),
    "about a house": (f"About Holm Towage\n{HOUSE}", ["boilerplate", "boilerplate"]),
    "a name and a life": (f"Ana Ruiz\n{NOTE}", ["boilerplate", "boilerplate"]),
    "a life alone": (LIFE, ["boilerplate"]),
    "a crosshead with nothing below": ("Share your view", ["boilerplate"]),
    "links in a list": (f"{LINKS}\n{LIFE}", ["related", "related", "boilerplate"]),
    "a list that is announced": (SALE, ["subheading", "body", "body"]),
    "a person of the report": (ANGRY, ["body"]),
    "a last sentence": ("The council meets again in May.", ["body"]),
}
# fmt: on


@pytest.mark.parametrize(("below", "expected"), FOOT.values(), ids=FOOT)
def test_foot(below, expected):
    """What tells of the author, the house or the next page is furniture, and all else body."""
    page = cleaned(f"Norvik to close its old pilot station\n\n{BODY}\n\n{below}\n")
    assert [block.kind for block in page.blocks][5:] == expected


def test_a_short_article_has_no_foot():
    """Below fewer than three paragraphs nothing is taken for a note on the author."""
    page = cleaned(f"Norvik to close its old pilot station\n\nAbout the author\n{ONE}\n{TWO}\n")
    assert [block.kind for block in page.blocks][2:] == ["body", "body"]
