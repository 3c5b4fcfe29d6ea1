"""What stands between quotation marks, and which marks are none."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.marks import find_marked
from generator.model import Span

PAIRS = {
    # what it shows: (one paragraph, what stands in marks)
    "curly": ("“Yes,” she said. “No.”", ["Yes,", "No."]),
    "straight": ('"Yes," she said. "No."', ["Yes,", "No."]),
    "british": (
        "‘Yes,’ said Ruiz. ‘The owners’ boat isn’t mine.’",
        ["Yes,", "The owners’ boat isn’t mine."],
    ),
    "straight single": (
        "He said 'the boat's mine' and left the Smiths' house.",
        ["the boat's mine"],
    ),
    "french": ("« Nous restons », dit-elle. « Oui »", ["Nous restons", "Oui"]),
    "danish": ("»Ja«, sagde hun. »Nej«", ["Ja", "Nej"]),
    "german": ("„Ja“, sagte sie. „Nein“", ["Ja", "Nein"]),
    "swedish": ("”Ja”, sa hon.", ["Ja"]),
    "typewriter": ("``Yes,'' she said. ''No.''", ["Yes,", "No."]),
    "typewriter, nested at the end": ("''I read 'Boats,''' she said.", ["I read 'Boats,'"]),
    "curled at one end only": ('“Yes" and "no”', ["Yes", "no"]),
    "nested": ("“They said ‘no’ twice,” she said.", ["They said ‘no’ twice,"]),
    "nested in one shape": ("“They said “no” twice,” she said.", ["They said “no” twice,"]),
    "blanks inside": ("“ Yes ” she said.", ["Yes"]),
    "nickname": ("Jim “Shorty” Cole", ["Shorty"]),
    "nothing inside": ('"" and “” and « »', []),
}
NONE = {
    "apostrophes": "The owners’ boats aren’t Ruiz’s.",
    "decade": "the ’90s and the '80s and the ‘70s",
    "elision": "Rock ’n’ roll, get 'em, ‘til dawn",
    "inches": 'He is 5\' 11" tall and the pipe is 12" wide.',
    "bullet": "» Read more about boats",
    "no mark": "Nothing at all.",
}
UNCLOSED = {
    # the open one ends with its paragraph, or where the next opens behind a full stop
    "paragraph": (
        "It hopes to “divide them. Then it goes.",
        ["divide them. Then it goes."],
        [False],
    ),
    "before another": ("It is “a gift. Then “Yes,” she said.", ["a gift.", "Yes,"], [False, True]),
    "stray closing mark": ("It is a gift.” Then “Yes,” she said.", ["Yes,"], [True]),
    "british": ("She wants ‘more boats and fewer fish.", ["more boats and fewer fish."], [False]),
}


def pairs(text):
    """Return what stands in marks in one paragraph."""
    return find_marked(text, [Span(0, len(text))])


@pytest.mark.parametrize(("text", "expected"), PAIRS.values(), ids=PAIRS)
def test_pairs_are_found(text, expected):
    """Marks of every usual shape are paired as a reader pairs them."""
    assert [m.inner.of(text) for m in pairs(text)] == expected
    assert all(m.closed for m in pairs(text))


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_mark_is_left_alone(text):
    """Apostrophes, decades, inches and bullets open nothing."""
    assert pairs(text) == ()


@pytest.mark.parametrize(("text", "expected", "closed"), UNCLOSED.values(), ids=UNCLOSED)
def test_one_odd_mark_spoils_nothing(text, expected, closed):
    """A mark that nothing closes says so, and the pairs behind it stand."""
    found = pairs(text)
    assert [m.inner.of(text) for m in found] == expected
    assert [m.closed for m in found] == closed


def test_a_pair_ends_with_its_paragraph():
    """No pair reaches into the next paragraph."""
    text = "“Open here.\n“Yes,” she said."
    found = find_marked(text, [Span(0, 11), Span(12, len(text))])
    assert [m.inner.of(text) for m in found] == ["Open here.", "Yes,"]


def test_nested_marks_are_told():
    """Marks inside marks are flagged, a lone pair is not."""
    assert [m.nested for m in pairs("“She said ‘no’ and “never”,” and ‘a “b” c’, “d”")] == [
        True, True, False,
    ]  # fmt: skip


@settings(deadline=None)
@given(st.text(alphabet="“”‘’'\"«»„`ab1s ,.\n", max_size=60))
def test_pairs_are_sorted_apart_and_inside(text):
    """Whatever the marks, pairs are in order, apart, and hold their words."""
    found = pairs(text)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
    for mark in found:
        assert mark.outer.covers(mark.inner)
        assert mark.inner.of(text) == mark.inner.of(text).strip() != ""


@pytest.mark.parametrize("sign", ["“", '"', "‘a ", "'s ", "«", " '", "''", "“a” "])
def test_many_marks_take_linear_time(sign):
    """Twenty thousand marks on one line are read in a moment."""
    text = sign * 20_000
    start = process_time()
    pairs(text)
    assert process_time() - start < 8
