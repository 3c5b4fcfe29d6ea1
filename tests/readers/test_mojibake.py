from __future__ import annotations

import pytest

from generator.offsets import Edit, apply
from generator.readers.mojibake import damage_notices, find_mojibake


def repaired(text: str) -> str:
    """Return the text with its repairs carried out."""
    return apply(text, [Edit(s.start, s.end, to) for s, to in find_mojibake(text)])[0]


def damaged(text: str) -> str:
    """Return what a program shows that reads UTF-8 as Windows-1252."""
    return "".join(
        bytes([b]).decode("cp1252") if b not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(b)
        for b in text.encode()
    )


# fmt: off
CASES = {
    # what it shows: (text, repaired)
    "marks, accents": (damaged("“Señora” paid €5 – in Łódź"), "“Señora” paid €5 – in Łódź"),
    "apostrophe": (damaged("the port’s pilots"), "the port’s pilots"),
    "emoji": (damaged("so “well” 🙂"), "so “well” 🙂"),
    "closing mark cut off": (damaged("“fair") + "â€ he said", "“fair” he said"),
    "healthy accents": ("Café, Ångström, Ü“ and Ä“", "Café, Ångström, Ü“ and Ä“"),
    "a healthy pair beside damage": (damaged("“ok”") + " é", "“ok” é"),
    "plain": ("nothing here", "nothing here"),
    "empty": ("", ""),
}
# fmt: on


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_repair(text, expected):
    """What was read in the wrong encoding is undone, what is meant stays."""
    assert repaired(text) == expected


def test_notice_names_the_first_place():
    """One notice stands at the first damage; lost characters have one; a sound text has none."""
    text = "He said " + damaged("“no”")
    (notice,) = damage_notices(text, find_mojibake(text))
    assert (notice.code, notice.span.of(text)) == ("encoding-damaged", "â€œ")
    (lost,) = damage_notices("a \ufffd b", ())
    assert (lost.code, lost.span.start) == ("encoding-damaged", 2)
    assert damage_notices("sound", ()) == ()
