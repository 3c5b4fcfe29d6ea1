from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Span
from generator.offsets import Edit, apply
from generator.readers.pdf_joints import find_joints

# fmt: off
JOINTS = {
    # what it shows: (text of record, view)
    "words": ("the old\nstation", "the old station"),
    "a word cut": ("the represen-\ntatives", "the representatives"),
    "the other hyphen": ("the represen\u2010\ntatives", "the representatives"),
    "a soft hyphen": ("the represen\u00ad\ntatives", "the representatives"),
    "a known compound": ("a night-\nmarket; the night-market", "a night-market; the night-market"),
    "the word elsewhere": ("well-\nness and wellness", "wellness and wellness"),
    "a first part": ("a well-\nknown quay", "a well-known quay"),
    "a first part that is a syllable": ("the north-\nern quay", "the northern quay"),
    "a last part": ("a council-\nbacked plan", "a council-backed plan"),
    "a last part after a prefix": ("the under-\npaid crew", "the underpaid crew"),
    "a compound of the list": ("in decision-\nmaking", "in decision-making"),
    "both parts are words here": ("a pulse-\npounding day, a pounding pulse",
                                  "a pulse-pounding day, a pounding pulse"),
    "a number": ("a 19-\nyear wait", "a 19-year wait"),
    "a name": ("the Franco-\nGerman line", "the Franco-German line"),
    "a figure behind": ("the Norvik-\n4 tug", "the Norvik-4 tug"),
    "capitals": ("an AI-\npowered crane", "an AI-powered crane"),
    "hanging": ("two-\nand three-year terms", "two- and three-year terms"),
    "a chain": ("a 12-year-\nold, a year ago", "a 12-year-old, a year ago"),
    "a dash with blanks": ("the quay -\nnot the station", "the quay - not the station"),
    "a dash without": ("the quay—\nnot the station", "the quay—not the station"),
    "a dash on the next line": ("the quay\n—not the station", "the quay—not the station"),
    "years": ("in 1990–\n95 and", "in 1990–95 and"),
    "a slash": ("and/\nor", "and/or"),
    "cast as one": ("the ﬁrst oﬃce", "the first office"),
}
# fmt: on


@pytest.mark.parametrize(("text", "view"), JOINTS.values(), ids=JOINTS)
def test_line_ends(text, view):
    """Each line end becomes what a reader reads there."""
    edits = find_joints(text, [Span(0, len(text))])
    assert apply(text, [Edit(s.start, s.end, to) for s, to in edits])[0] == view


def test_where_words_are_not_cut_hyphens_stay():
    """In a text without hyphenation a hyphen at a line's end is a compound's."""
    text = "a night-\nmarket and wel-\nfare, the welfare"
    edits = find_joints(text, [Span(0, len(text))], hyphenated=False)
    view = apply(text, [Edit(s.start, s.end, to) for s, to in edits])[0]
    assert view == "a night-market and welfare, the welfare"


def test_line_ends_between_paragraphs_stay():
    """Only line ends within a span are edited."""
    assert find_joints("one\n\ntwo\nthree", [Span(0, 3), Span(5, 14)]) == ((Span(8, 9), " "),)


@settings(max_examples=80, deadline=None)
@given(text=st.text(st.sampled_from("ab-–—/ \n\u00ad\u2010.1ﬁA"), max_size=60))
def test_edits_are_apart(text):
    """Whatever the text, edits are sorted, disjoint and inside."""
    edits = [span for span, _ in find_joints(text, [Span(0, len(text))])]
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert all(0 <= s.start < s.end <= len(text) for s in edits)
