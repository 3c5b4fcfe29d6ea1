"""Runs without people and offices: what is left of "Norvik Group Chairman Tom Hale"."""

from __future__ import annotations

import pytest

from generator.annotate.capitals import find_runs
from generator.annotate.free_runs import taken_places, without
from generator.model import Span
from tests.annotate.written import written

FREE = {
    # what it shows: (text, name that is taken, runs left)
    "house and title": ("The Norvik Group Chairman Tom Hale left.", "Tom Hale", ["Norvik Group"]),
    "place and title": ("Then Ohio Rep. Tom Hale left.", "Tom Hale", ["Ohio"]),
    "title alone": ("Then President Tom Hale left.", "Tom Hale", []),
    "two titles": ("Then Norvik Group Chair Rep. Tom Hale left.", "Tom Hale", ["Norvik Group"]),
    "leader of a part": ("Then Senate Majority Leader Tom Hale left.", "Tom Hale", ["Senate"]),
    "house that ends like an office": ("Then Labour Party boats left.", "", ["Labour Party"]),
    "former": ("Then Former Norvik Group left.", "", ["Norvik Group"]),
    "event": ("The Norvik University Poll is out.", "", ["Norvik University"]),
    "untouched": ("Then Norvik Harbour froze.", "", ["Norvik Harbour"]),
    "all taken": ("Then Tom Hale left.", "Tom Hale", []),
    "nothing": ("", "", []),
}


@pytest.mark.parametrize(("text", "name", "expected"), FREE.values(), ids=FREE)
def test_free_runs(text, name, expected):
    """What is taken, and the offices beside it, are cut out of a run."""
    document = written(text)
    start = document.text.index(name)
    taken = taken_places((Span(start, start + len(name)),))
    runs = without(find_runs(document, frozenset(("body",))), taken, document.text)
    assert [run.span.of(document.text) for run in runs] == expected
