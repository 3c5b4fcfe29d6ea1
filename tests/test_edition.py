"""An edition holds every document once, with its story; a site may print excerpts only."""

from __future__ import annotations

import pytest

from generator.edition import assemble, published
from generator.model import Edition, Links, Span
from tests.link.test_stage import DESK, LINKS
from tests.link.written import joined, written


def test_documents_are_sorted_and_know_their_story():
    """Whatever the order, each document stands once, with the story that lists it."""
    edition = assemble(reversed(DESK), LINKS)
    assert [member.id for member in edition.documents] == [one.id for one in DESK]
    for member in edition.documents:
        story = next(one for one in edition.stories if one.id == member.story)
        assert member.id in story.documents
        assert member.path == member.annotation.source.path


def test_an_edition_holds_all_links():
    """Each kind of link is taken over as it was found."""
    edition = assemble(DESK, LINKS)
    assert all(getattr(edition, name) == getattr(LINKS, name) for name in LINKS.__struct_fields__)


def test_an_empty_desk_is_an_empty_edition():
    """No documents are no error."""
    assert assemble([], Links()).documents == Edition((), (), (), (), (), (), (), (), ()).documents


CASES = {
    # what it shows: (printed spans, excerpts)
    "nothing printed": ([], []),
    "apart": ([(0, 3), (10, 16)], ["The", "burnt "]),
    "all of it": ([(0, 21)], ["The store burnt down."]),
}


@pytest.mark.parametrize(("spans", "excerpts"), CASES.values(), ids=CASES)
def test_excerpts_are_what_is_printed(spans, excerpts):
    """The text is gone, and what the pages print of it stays at its place."""
    document = written("a", "The store burnt down.")
    edition = assemble([document], joined(document))
    shown = published(edition, {"a": tuple(Span(*span) for span in spans)}).documents[0].annotation
    assert shown.text is None
    assert [one.text for one in shown.excerpts] == excerpts
    assert all(one.span.of(document.text) == one.text for one in shown.excerpts)


def test_what_no_page_prints_is_not_published():
    """A document without printed spans has no excerpts, and everything else stays."""
    document = written("a", "The store burnt down.")
    edition = assemble([document], joined(document))
    shown = published(edition, {})
    assert shown.documents[0].annotation.excerpts == ()
    assert shown.stories == edition.stories
    assert shown.documents[0].annotation.claims == document.claims
