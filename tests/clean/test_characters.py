from __future__ import annotations

import pytest

from generator.clean.characters import find_odd_characters
from generator.model import Extract, Source, Statements
from generator.offsets import apply

# fmt: off
CASES = {
    # what it shows: (record, view)
    "no-break spaces": ("a\u00a0b\u202fc\u2009d", "a b c d"),
    "unseen": ("\ufeffpi\u00adlots\u200b \u2060wait\u200e", "pilots wait"),
    "direction": ("\u202eabc\u202c", "abc"),
    "line ends": ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
    "controls": ("a\x00b\x9dc", "a b c"),
    "joiner in a word": ("pi\u200dlot", "pilot"),
    "joiner in another script": ("क्\u200dष", "क्\u200dष"),
    "tabs and marks stay": ("a\t“b” – c’d…", "a\t“b” – c’d…"),
    "tag characters": ("a\U000e0041b", "ab"),
}
# fmt: on


@pytest.mark.parametrize(("record", "view"), CASES.values(), ids=CASES)
def test_view(record, view):
    """What cannot be seen is gone, what looks like a blank is one, and no mark is straightened."""
    extract = Extract(Source("a.txt", None, "text/plain", "0"), record, (), Statements())
    assert apply(record, find_odd_characters(extract))[0] == view
