from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableError
from generator.readers.stage import read

SIGNS = st.text(
    st.one_of(
        st.sampled_from("abc A.“”\"'*_`[]()!<>#-|&;:~\\ \n\r\t\u00a0\u200b\u2028â€œÃ©"),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
    max_size=160,
)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@settings(max_examples=50, deadline=None)
@given(words=SIGNS)
def test_passages_cover_and_edits_are_apart(name, words):
    """Passages are sorted, disjoint and hold every word; edits lie apart inside the text."""
    page = f"<p>{words}</p>" if name.endswith("html") else words
    try:
        extract = read(page.encode("utf-8"), name)
    except UnreadableError:
        return
    spans = [passage.span for passage in extract.passages]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(extract.text))
    edits = [span for span, _ in extract.edits]
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert all(0 <= span.start <= span.end <= len(extract.text) for span in edits)


@settings(max_examples=80, deadline=None)
@given(data=st.binary(min_size=1, max_size=300), name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_are_read_or_refused(data, name):
    """No bytes make a reader fail in another way than by saying so."""
    try:
        extract = read(data, name)
    except UnreadableError:
        return
    assert extract.source.path == name
