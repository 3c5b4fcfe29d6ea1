from __future__ import annotations

import re

import pytest

from generator.clean.captions import shows_picture, split_caption

# fmt: off
CASES = {
    # what it shows: the line, its credit between ⟦ and ⟧
    "name and outlet in brackets": "A tug at dawn. ⟦(Ida Holm/Evening Post)⟧",
    "photo by": "A tug at dawn on May 2, 2030. ⟦Photo by Ida Holm⟧",
    "label behind a dash": "A tug at dawn. – ⟦Photo: I. Holm-Berg⟧",
    "picture": "A tug at dawn. ⟦Picture: Ida Holm / Evening Post⟧",
    "bar": "A tug at dawn. ⟦Ida Holm | Evening Post⟧",
    "slash, no bracket": "A tug at dawn. ⟦Ida Holm / Evening Post⟧",
    "agency behind a comma": "A tug at dawn. ⟦Ida Holm, AP⟧",
    "agency photo": "A tug at dawn. ⟦(AP Photo/Ida Holm)⟧",
    "agency on file": "A tug at dawn. ⟦I. Holm / AP file⟧",
    "image credit": "A tug at dawn. ⟦(Image credit: Holm Towage)⟧",
    "via": "A tug at dawn. ⟦(Photo by IDA HOLM/AFP via Getty Images)⟧",
    "twice, one bracket open": "A tug. ⟦Photo by Ida Holm / AFP) (Photo by IDA HOLM/AFP via Getty⟧",
    "courtesy": "A tug at dawn. ⟦Courtesy of Holm Towage⟧",
    "credit alone": "⟦Ida Holm | Reuters⟧",
    "no credit": "A tug lies at the quay at dawn.",
    "bracket that is no credit": "She paid five crowns (or 45 cents).",
    "office and agency": "A tug at dawn. ⟦Harbour office | AFP⟧",
    "short form that is no agency": "The patient's file (ePA) lies at the quay.",
    "agency in running text": "He told Reuters that it was late.",
    "slash in running text": "The on/off switch and the and/or clause failed.",
}
# fmt: on


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_split(marked):
    """The words under a picture end where the credit begins, in each of its forms."""
    line = re.sub("[⟦⟧]", "", marked)
    words, credit = split_caption(line)
    expected = marked.partition("⟦")
    assert (credit.of(line) if credit else "") == expected[2].rstrip("⟧")
    assert (words.of(line) if words else "") == expected[0].rstrip(" –")


# fmt: off
SHOWN = {
    # what it shows: (line, whether it speaks of a picture)
    "label": ("Image caption The tug left Norvik at noon", True),
    "file": ("FILE - The tug leaves Norvik in this picture", True),
    "in this photo": ("In this May 2, 2030, photo, a tug leaves Norvik.", True),
    "provided": ("This undated photo provided by Holm Towage shows the tug.", True),
    "artist": ("An artist's impression of the new quay at night.", True),
    "figure": ("Figure 3: Landings in Norvik by year", True),
    "side": ("Left: the old station. Right: the new one.", True),
    "running text": ("The photo that she took won no prize, and she gave it away.", False),
    "side in a sentence": ("Left alone, the tug would have sunk in a day.", False),
    "long paragraph": ("This photo shows the tug. " + "Nobody in Norvik knew where it went. " * 12,
                       False),
}
# fmt: on


@pytest.mark.parametrize(("line", "expected"), SHOWN.values(), ids=SHOWN)
def test_shows_picture(line, expected):
    """A caption without a credit is known by the picture that it speaks of."""
    assert shows_picture(line, len(line.split())) is expected
