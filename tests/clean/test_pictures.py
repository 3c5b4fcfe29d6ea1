from __future__ import annotations

import pytest

from generator.clean.pictures import CONTROL, COUNTER
from tests.clean.pages import cleaned
from tests.clean.test_blocks import BODY, ONE, THREE, TWO

HEAD = "Norvik to close its old pilot station"

WAIT = "Pilots wait for a boat at the old station, as they do each night."

# fmt: off
PICTURES = {
    # what it shows: (lines between headline and body, their kinds)
    "a gallery": (("Image 1 of 2", "The station seen from the mole at dawn.", "Image 2 of 2",
                   "The quay where pilots wait for their boats."),
                  ["boilerplate", "caption", "boilerplate", "caption"]),
    "who stands where": (("Ana Ruiz, left, and Bo Lind wait at the old station for a boat.",),
                         ["caption"]),
    "a drawing": (("An artist's impression of the pilot station that will stand on the new quay.",),
                  ["caption"]),
    "said twice": ((WAIT, WAIT), ["caption", "caption"]),
    "button": (("Hide caption",), ["boilerplate"]),
}
# fmt: on


@pytest.mark.parametrize(("lines", "expected"), PICTURES.values(), ids=PICTURES)
def test_pictures_in_the_head(lines, expected):
    """A caption needs no credit where counter, copy or words tell that a picture is meant."""
    page = cleaned(f"{HEAD}\n\n{chr(10).join(lines)}\n\n{BODY}")
    assert [block.kind for block in page.blocks][1:-3] == expected


def test_a_caption_within_the_body():
    """Words of a picture between two paragraphs are no paragraph."""
    page = cleaned(
        f"{HEAD}\n\n{ONE}\n\nFILE - The tug leaves Norvik at dawn.\n\n{TWO}\n\n{THREE}\n"
    )
    assert [block.kind for block in page.blocks][1:4] == ["body", "caption", "body"]


# fmt: off
COUNTERS = {"1 of 8": True, "Image 2 of 8": True, "1 / 8": True, "Foto 3 von 9": True,
            "One of eight": False, "8": False, "Image of the year": False}
# fmt: on


@pytest.mark.parametrize(("text", "expected"), COUNTERS.items())
def test_counter(text, expected):
    """A counter has two numbers and nothing that would make it a sentence."""
    assert bool(COUNTER.match(text)) is expected


@pytest.mark.parametrize(
    "text", ["Hide caption", "View gallery", "Enlarge", "Open image in new tab"]
)
def test_controls(text):
    """The buttons of a picture are known by their first words."""
    assert CONTROL.match(text)
