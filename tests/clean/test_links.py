from __future__ import annotations

import pytest

from generator.clean.links import tags_of
from tests.clean.pages import cleaned
from tests.clean.test_blocks import BODY, ONE, THREE, TWO

HEAD = "Norvik to close its old pilot station"

# fmt: off
WITHIN = {
    # what it shows: (line between two paragraphs, kind)
    "read more": ("Read more: Ten lighthouses that became hotels", "related"),
    "capitals": ("READ: Ten lighthouses that became hotels", "related"),
    "related": ("Related: Ten lighthouses that became hotels", "related"),
    "on another site": ("On CoastMail.example: Tugs find new owners", "related"),
    "German": ("Lesen Sie auch: Zehn Leuchttürme werden Hotels", "related"),
    "French": ("Lire aussi : Dix phares devenus des hôtels", "related"),
    "Spanish": ("Lee también: Diez faros convertidos en hoteles", "related"),
    "Italian": ("Leggi anche: Dieci fari diventati alberghi", "related"),
    "continue": ("Continue reading the full story »", "boilerplate"),
    "a sentence": ("Read aloud, the vote took more than ten minutes, she said.", "body"),
}
# fmt: on


@pytest.mark.parametrize(("line", "kind"), WITHIN.values(), ids=WITHIN)
def test_links_within_the_body(line, kind):
    """A label tells a link to another article in mid-article, in several languages."""
    page = cleaned(f"{HEAD}\n\n{ONE}\n\n{line}\n\n{TWO}\n\n{THREE}\n")
    assert page.blocks[2].kind == kind


# fmt: off
ABOVE = {
    # what it shows: (lines between headline and body, kinds)
    "headlines": (("By Ana Ruiz",
                   "* Five lighthouses made grand hotels", "* Where did tugs go then?"),
                  ["byline", "related", "related"]),
    "points": (("By Ana Ruiz", "* The council will close the station this year.",
                "* Nobody will lose a post over it."), ["byline", "key_point", "key_point"]),
    "announced": (("By Ana Ruiz", "Key points", "* Council will close the station",
                   "* Nobody to lose a post over it"),
                  ["byline", "subheading", "key_point", "key_point"]),
    "under the headline": (("* Council to close the station", "* Nobody to lose a post"),
                           ["key_point", "key_point"]),
}
# fmt: on


@pytest.mark.parametrize(("lines", "expected"), ABOVE.values(), ids=ABOVE)
def test_items_above_the_body(lines, expected):
    """Items above the article are its points if told, announced or under the headline."""
    page = cleaned(f"{HEAD}\n{chr(10).join(lines)}\n\n{BODY}")
    assert [block.kind for block in page.blocks][1:-3] == expected


# fmt: off
TAGS = {
    "ports, pilots, Norvik": ("ports", "pilots", "Norvik"),
    "#ports #pilots": ("ports", "pilots"),
    "Ports | Pilots · Norvik": ("Ports", "Pilots", "Norvik"),
    "": (),
}
# fmt: on


@pytest.mark.parametrize(("row", "expected"), TAGS.items())
def test_tags_of(row, expected):
    """Topics stand apart by commas, bars, dots or their own sign."""
    assert tags_of(row) == expected
