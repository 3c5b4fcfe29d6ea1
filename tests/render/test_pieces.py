import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render.pieces import MAX_PRINTED, Piece, pieces

TEXT = "It may not be so if it rains."

# fmt: off
CASES = {
    # what it shows: (marks as words and names, what is printed with marks as [name:words])
    "no marks": ([], "It may not be so if it rains."),
    "one": ([("may", "modals")], "It [modals:may] not be so if it rains."),
    "two that touch": ([("may ", "a"), ("not", "b")], "It [a:may ][b:not] be so if it rains."),
    "one inside another": ([("may not be", "b"), ("not", "a")],
                           "It [b:may ][a:not][b: be] so if it rains."),
    "two that cross": ([("may not", "a"), ("not be", "b")],
                       "It [a:may not][b: be] so if it rains."),
    "whole": ([("It may not be so if it rains.", "a")], "[a:It may not be so if it rains.]"),
}
# fmt: on


def written(found: tuple[Piece, ...]) -> str:
    """Return pieces as a person reads them, equal neighbours joined."""
    out, last = "", ""
    for one in found:
        if one.mark == last and one.mark:
            out = out[:-1] + one.text + "]"
        else:
            out += f"[{one.mark}:{one.text}]" if one.mark else one.text
        last = one.mark
    return out


@pytest.mark.parametrize(("marks", "expected"), CASES.values(), ids=CASES)
def test_pieces(marks, expected):
    """A sentence is cut where its marks begin and end."""
    spans = [
        (Span(TEXT.index(words), TEXT.index(words) + len(words)), name) for words, name in marks
    ]
    assert written(pieces(TEXT, Span(0, len(TEXT)), spans)) == expected


def test_marks_outside_do_not_count():
    """What lies beside the sentence is not printed, nor what reaches beyond it."""
    found = pieces(TEXT, Span(3, 10), [(Span(0, 2), "a"), (Span(7, 29), "b")])
    assert written(found) == "may [b:not]"


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(*sorted(pair)))


@given(st.text(min_size=60, max_size=60), spans, st.lists(st.tuples(spans, st.sampled_from("abc"))))
def test_pieces_are_the_slice(text, span, marks):
    """Whatever the marks, the pieces together are the words of the source."""
    found = pieces(text, span, marks)
    assert "".join(one.text for one in found) == span.of(text)
    at = span.start
    for one in found:
        middle = Span(at, at + len(one.text))
        names = {name for mark, name in marks if mark.overlaps(middle)}
        assert (one.mark in names) if names else one.mark == ""
        at = middle.end


def test_a_monstrous_sentence_is_cut_visibly():
    """A page stays a page; the words that are left out are said to be."""
    found = pieces("x" * 10_000_000, Span(0, 10_000_000), [(Span(0, 5_000_000), "a")])
    assert found[-1] == Piece(" […]", "cut")
    assert sum(len(one.text) for one in found[:-1]) == MAX_PRINTED
