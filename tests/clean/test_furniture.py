from __future__ import annotations

import pytest

from tests.clean.pages import cleaned
from tests.clean.test_blocks import ONE, THREE, TWO

NOTICE = (
    "The views expressed here are those of Ana Ruiz alone, and they need not be the views of the "
    "harbour council, of its members or of anyone whom they employ at the old quay."
)

# fmt: off
BELOW = {
    # what it shows: (line below the body, kind)
    "promotion": ("Need a hand? Check out our guides and sign up for our free newsletter.",
                  "boilerplate"),
    "donation": ("If you liked this, buy me a coffee or become a patron.", "boilerplate"),
    "long notice": (NOTICE, "boilerplate"),
    "affiliates": ("This article contains affiliate links, for which we may receive a commission.",
                   "boilerplate"),
    "reporting": ("Reporting by Ana Ruiz; editing by Jo Berg", "boilerplate"),
    "source": ("Source: Coast Agency", "boilerplate"),
    "a last paragraph": ("The council meets again in May, and Lind will be there to say so.",
                         "body"),
}
# fmt: on


@pytest.mark.parametrize(("line", "kind"), BELOW.values(), ids=BELOW)
def test_below_the_last_paragraph(line, kind):
    """Notices of any length are furniture at the foot, and paragraphs are not."""
    page = cleaned(f"Norvik closes its old pilot station\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n{line}\n")
    assert page.blocks[-1].kind == kind


def test_a_sentence_between_paragraphs_is_told():
    """A sentence of some length within the article may begin as a button does."""
    line = "We recommend a boat to whoever likes rain."
    page = cleaned(f"Norvik closes its old pilot station\n\n{ONE}\n\n{line}\n\n{TWO}\n\n{THREE}\n")
    assert page.blocks[2].kind == "body"
