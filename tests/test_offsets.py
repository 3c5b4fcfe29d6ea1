from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.offsets import Edit, OffsetMap, apply

MANY = settings(max_examples=120, deadline=None, derandomize=True)


@st.composite
def edited(draw, *, insertions=True):
    """Draw a text and edits on it that are apart; two may touch."""
    text = draw(st.text("abc é\n“", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10)))
    words = st.sampled_from(("", "x", "xy", "xyz"))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    edits = tuple(Edit(a, b, draw(words)) for a, b in pairs if a < b or insertions)
    return text, edits


def came_from(text, edits):
    """Return the view as (character, its place in the record or None), written the slow way."""
    view, at = [], 0
    for edit in sorted(edits):
        view += [(text[i], i) for i in range(at, edit.start)]
        view += [(character, None) for character in edit.text]
        at = edit.end
    return view + [(text[i], i) for i in range(at, len(text))]


@MANY
@given(edited())
def test_the_view_is_the_text_with_its_edits(case):
    """What is not edited stays, and what is edited reads as the edit says."""
    text, edits = case
    assert apply(text, edits)[0] == "".join(character for character, _ in came_from(text, edits))


@MANY
@given(edited())
def test_runs_cover_both_texts(case):
    """The runs of a map follow one another without a gap, in the record and in the view."""
    text, edits = case
    view, offsets = apply(text, edits)
    at = to = 0
    for run in offsets.runs:
        assert (run.start, run.to) == (at, to)
        at, to = run.end, run.to_end
    assert (at, to) == (len(text), len(view))


@MANY
@given(edited(), st.data())
def test_kept_characters_are_found_exactly(case, data):
    """A span that begins and ends with kept characters goes back to just these, and forth again."""
    text, edits = case
    offsets = apply(text, edits)[1]
    kept = [(i, j) for i, (_, j) in enumerate(came_from(text, edits)) if j is not None]
    for i, j in kept:
        assert offsets.origin(i, i + 1) == (j, j + 1)
        assert offsets.view(j, j + 1) == (i, i + 1)
    if kept:
        ends = sorted(data.draw(st.tuples(st.sampled_from(kept), st.sampled_from(kept))))
        (first, start), (last, end) = ends
        assert offsets.origin(first, last + 1) == (start, end + 1)


@MANY
@given(edited(), st.data())
def test_maps_compose(case, data):
    """Through two cleanings, one after the other, a kept character is still found exactly."""
    text, edits = case
    middle, first = apply(text, edits)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(middle)), max_size=6)))
    more = [Edit(a, b, "zz") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    second = apply(middle, more)[1]
    origins = [j for _, j in came_from(text, edits)]
    for i, (_, j) in enumerate(came_from(middle, more)):
        if j is not None and origins[j] is not None:
            back = first.origin(*second.origin(i, i + 1))
            assert back == (origins[j], origins[j] + 1)


@MANY
@given(edited(), st.data())
def test_every_span_goes_back_inside_the_text(case, data):
    """Whatever the span, both ends of its origin lie in the record and in order."""
    text, edits = case
    view, offsets = apply(text, edits)
    points = st.integers(0, len(view))
    start, end = sorted(data.draw(st.tuples(points, points)))
    for method in (offsets.origin, offsets.outer):
        first, last = method(start, end)
        assert 0 <= first <= last <= len(text)
    inner, outer = offsets.origin(start, end), offsets.outer(start, end)
    assert outer[0] <= inner[0]
    assert inner[1] <= outer[1]


@MANY
@given(edited(), st.data())
def test_an_empty_span_stays_empty(case, data):
    """A place between two characters of the view comes back as a place of the record."""
    view, offsets = apply(*case)
    at = data.draw(st.integers(0, len(view)))
    start, end = offsets.origin(at, at)
    assert start == end


@MANY
@given(edited(insertions=False), st.data())
def test_outer_takes_in_what_was_deleted_beside(case, data):
    """The wider origin of kept characters grows by the deleted ones that touch it, and no more."""
    text, edits = case
    offsets = apply(text, edits)[1]
    deleted = {i for edit in edits if not edit.text for i in range(edit.start, edit.end)}
    kept = [(i, j) for i, (_, j) in enumerate(came_from(text, edits)) if j is not None]
    if kept:
        (first, start), (last, end) = sorted(
            data.draw(st.tuples(st.sampled_from(kept), st.sampled_from(kept)))
        )
        end += 1
        while start - 1 in deleted:
            start -= 1
        while end in deleted:
            end += 1
        assert offsets.outer(first, last + 1) == (start, end)


# fmt: off
BORDERS = {
    # what it shows: (text, edits, part of the view, its origin, its wider origin)
    "marks around a word": ("a **b** c", [Edit(2, 4, ""), Edit(5, 7, "")], "b", "b", "**b**"),
    "marks inside a part": ("a **b**c", [Edit(2, 4, ""), Edit(5, 7, "")], "bc", "b**c", "**b**c"),
    "a replaced character": ("x &amp; y", [Edit(2, 7, "&")], "&", "&amp;", "&amp;"),
    "part of a replacement": ("1st quay", [Edit(0, 3, "first")], "irs", "1st", "1st"),
    "the whole text": ("\ufeffab", [Edit(0, 1, "")], "ab", "ab", "\ufeffab"),
    "no edit at all": ("ab", [], "b", "b", "b"),
}
# fmt: on


@pytest.mark.parametrize(("text", "edits", "part", "inner", "outer"), BORDERS.values(), ids=BORDERS)
def test_borders(text, edits, part, inner, outer):
    """Deleted characters at a border stay outside the origin and lie inside the wider one."""
    view, offsets = apply(text, edits)
    span = (view.index(part), view.index(part) + len(part))
    assert text[slice(*offsets.origin(*span))] == inner
    assert text[slice(*offsets.outer(*span))] == outer


def test_a_span_of_deleted_characters_is_empty_in_the_view():
    """Where nothing is left there is a place and no text."""
    view, offsets = apply("ab[1]cd", [Edit(2, 5, "")])
    assert view == "abcd"
    assert offsets.view(2, 5) == (2, 2)


def test_a_text_that_is_deleted_whole():
    """An empty view still knows that all of the text lies around it."""
    view, offsets = apply("abc", [Edit(0, 3, "")])
    assert view == ""
    assert offsets.outer(0, 0) == (0, 3)


def test_a_map_without_runs_changes_nothing():
    """The empty map stands for a view that is the record itself."""
    offsets = OffsetMap(())
    assert offsets.origin(3, 5) == offsets.outer(3, 5) == offsets.view(3, 5) == (3, 5)


@pytest.mark.parametrize("edits", [[Edit(0, 3, "")], [Edit(2, 1, "")], [Edit(-1, 1, "")]])
def test_edits_outside_the_text_are_refused(edits):
    """An edit that the text has no room for is a fault of the program."""
    with pytest.raises(ValueError, match="lies outside a text of 2 characters"):
        apply("ab", edits)


def test_edits_that_overlap_are_refused():
    """Two edits of one character cannot both be carried out."""
    with pytest.raises(ValueError, match="overlaps"):
        apply("abcd", [Edit(0, 2, "x"), Edit(1, 3, "y")])
