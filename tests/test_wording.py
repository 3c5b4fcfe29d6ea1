"""Words are found in a text of record whole and in order, and borders of words are known."""

from __future__ import annotations

import pytest

from generator.wording import Wording, is_cut, kin, same

SAID = {
    # text: (words, whether the text says them)
    "as they stand": ("Ana Ruiz, chief engineer.", "chief engineer", True),
    "in capitals": ("CHIEF ENGINEER", "chief engineer", True),
    "over a line's end": ("chief\n  engineer", "chief engineer", True),
    "part of a word": ("the chief engineer", "chief engine", False),
    "in another order": ("engineer in chief", "chief engineer", False),
    "words apart": ("chief of the engineers", "chief engineers", False),
    "in a link": ("[chief](https://example.org/a) engineer", "chief engineer", True),
    "in signs of markup": ("**eng**ineer", "engineer", True),
    "in an entity": ("R&amp;D chief", "R&D chief", True),
    "in damaged letters": ("the cafÃ© chain", "café chain", True),
    "a sign": ("5 ± 1", "±", True),
    "no sign": ("5 to 1", "±", False),
    "nothing": ("", "engineer", False),
}
CUTS = {
    # where a place begins, marked by a bar: whether it cuts a word
    "the |engineer": False,
    "the eng|ineer": True,
    "in 20|31": True,
    "Ruiz|December": False,
    "US$|5": False,
    "Rs|500": False,
    "Mü|ller": True,
    "â€œ|This": False,
    "ÒÂ|This": False,
    "港|口": False,
    "|all": False,
    "all|": False,
}


@pytest.mark.parametrize(("text", "words", "said"), SAID.values(), ids=SAID)
def test_says(text, words, said):
    """What a reader of the page would read is said, and nothing else is."""
    assert Wording(text).says(words) is said


@pytest.mark.parametrize(("marked", "cut"), CUTS.items())
def test_is_cut(marked, cut):
    """A border lies between two letters or two digits."""
    at = marked.index("|")
    assert is_cut(marked.replace("|", ""), at) is cut


def test_same_and_kin():
    """A slice is the same name if it reads so, and akin if it shares a word."""
    assert same("Renée Ruiz", "RenÃ©e Ruiz")
    assert same("Ana Ruiz", "ANA\nRUIZ")
    assert not same("Ana Ruiz", "Ruiz")
    assert kin("Ana Ruiz", "Ruiz")
    assert not kin("Ana Ruiz", "Lind")
