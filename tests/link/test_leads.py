"""Leads: which one or two sentences a briefing begins with."""

from __future__ import annotations

from tests.link.written import joined, written

LEAD = "A fire destroyed the grain store of Ostby."
STORY = {"story": "Fire"}


def leads(*documents):
    """Return the documents that the sentences of the first story's lead come from."""
    return [ref.document for ref in joined(*documents).stories[0].lead]


def test_the_second_sentence_comes_from_a_page_with_a_date():
    """Of two that are worth the same the dated page's follows, whatever it is called."""
    first = written("c", LEAD, title="Fire destroyed grain store of Ostby", **STORY)
    undated = written("a", "Snow fell over the hills of Norvik.", published=None, **STORY)
    dated = written("b", "Rain fell over the woods of Halvern.", **STORY)
    assert leads(first, undated, dated) == ["c", "b"]


def test_the_best_sentence_leads_with_a_date_or_without():
    """A page without a date may have what the story is about."""
    first = written("c", LEAD, title="Fire destroyed grain store of Ostby", published=None, **STORY)
    dated = written("b", "Rain fell over the woods of Halvern.", **STORY)
    assert leads(first, dated) == ["c", "b"]


def test_where_no_page_has_a_date_nothing_changes():
    """The first by name follows."""
    rows = ("Snow fell over the hills of Norvik.", "Rain fell over the woods of Halvern.")
    first = written("c", LEAD, title="Fire destroyed grain store", published=None, **STORY)
    others = [written(n, r, published=None, **STORY) for n, r in zip("ab", rows, strict=True)]
    assert leads(first, *others) == ["c", "a"]
