"""Cleaning as a whole: no character of a text is ever in no block."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.stage import annotate
from generator.clean.stage import clean
from generator.readers.stage import read

ODD = {
    "characters without width": "A tug.\n\u200b\u2060\n\nThe end.\n".encode(),
}


def uncovered(text, blocks):
    """Return what of a text stands in no block, blanks left out."""
    left = list(text)
    for block in blocks:
        left[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    return "".join(left).strip()


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_odd_lines_are_in_a_block(data):
    """What is neither a word nor a blank is furniture, but never lost."""
    found = annotate(clean(read(data, "a.txt"), "a"))
    assert uncovered(found.text, found.blocks) == ""


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="aA.\n\r\t \x85\u00a0\u200b\u2028“”", min_size=1, max_size=80))
def test_every_character_is_in_a_block(text):
    """Whatever the text: blocks cover all of it but blanks."""
    data = f"A tug lies at the quay, {text} and the crew sleeps.".encode()
    found = annotate(clean(read(data, "a.txt"), "a"))
    assert uncovered(found.text, found.blocks) == ""


MESS = st.text(
    alphabet="aB .,:*|©“”\"'\n\r\t\u00a0\u00ad\u200b\u2028\ufeff\x0c\x85é", min_size=1, max_size=120
)
UNSEEN = "\u00ad\u200b\ufeff"
LABELS = ("Read more: A tug is sold", "* Key", "Image 1 of 2", "About the author", "Tags", "12 / 3")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.one_of(MESS, st.sampled_from(LABELS)), min_size=1, max_size=8))
def test_blocks_and_map_hold_under_all_cleaners(parts):
    """Under all cleaners composed each seen character is in one block, and leads back to itself."""
    text = "A tug lies at the quay.\n" + "\n".join(parts)
    document = clean(read(text.encode(), "a.txt"), "d1")
    view, record, offsets = document.text, document.record, document.offsets
    owners = [
        sum(b.span.start <= i < b.span.end for b in document.blocks) for i in range(len(view))
    ]
    assert all(count == 1 for count, c in zip(owners, view, strict=True) if not c.isspace())
    for index, character in enumerate(view):
        start, end = offsets.outer(index, index + 1)
        if not character.isspace() and character not in UNSEEN:
            assert record[start:end].strip(UNSEEN) == character
    borders = [offsets.outer(i, i + 1) for i in range(len(view))]
    assert borders == sorted(borders)
