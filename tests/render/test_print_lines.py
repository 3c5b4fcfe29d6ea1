import pytest

from generator.render.print_lines import BREAK, breakable, breakable_address

CASES = {
    # what it shows: (text, run, expected, a place to break shown as |)
    "short words stay": ("a few words", 30, "a few words"),
    "a run of the length stays": ("abcd", 4, "abcd"),
    "a longer run": ("abcdefghij", 4, "abcd|efgh|ij"),
    "each run by itself": ("abcde fghij", 4, "abcd|e fghi|j"),
    "line ends are blanks": ("a\nb\t\tc", 4, "a b c"),
    "unseen characters are left out": ("a\u202eb\ufeff", 4, "ab"),
}
ADDRESSES = {
    "short parts": ("https://a.example/b?c=d", "https://a.example/b?c=d"),
    "many short parts": ("https://a.example/" + "harbour-" * 9, None),
    "a long part": ("a/" + "x" * 65, "a/" + "|".join(["x" * 30, "x" * 30, "x" * 5])),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "run", "expected"), CASES.values(), ids=CASES)
def test_places_to_break(text, run, expected):
    """A run without a blank may break after so many characters, and words stay whole."""
    assert breakable(text, run).replace(BREAK, "|") == expected


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_addresses_break_at_their_joints(address, expected):
    """Only a part that is longer than a line gets places to break; the rest is as it was."""
    shown = breakable_address(address)
    assert shown.replace(BREAK, "|") == (address if expected is None else expected)
    assert shown.replace(BREAK, "") == address
