from functools import cache

import pytest

from generator.render.look import Look
from generator.render.stage import render
from tests.render.made import hostile, make, texts
from tests.render.parsed import front_of, parsed
from tests.render.test_environment import HOSTILE, shown


def pages(edition):
    """Return the Markdown pages of an edition, each with what a browser would see of it."""
    found = render(edition, texts(edition), Look())
    return [(page, parsed(page)) for page in found if page.path.endswith(".md")]


@cache
def brought(payload):
    """Return the pages of an edition whose every word is the payload."""
    return pages(hostile(payload))


OURS = [found for _, found in pages(make())]
ELEMENTS = frozenset().union(*(page.tags for page in OURS)) | {"nav"}
ATTRIBUTES = frozenset().union(*(page.attributes for page in OURS)) | {"aria-label"}


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_no_page_holds_what_a_source_brought(payload):
    """Wherever a source can put words, pages keep to their own elements, attributes and links."""
    for page, found in brought(payload):
        assert found.tags <= ELEMENTS, page.path
        assert found.attributes <= ATTRIBUTES, page.path
        assert not found.unbalanced, page.path
        assert not found.open, page.path
        assert all(link.partition("#")[0].endswith(".md") for link in found.hrefs), page.path


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_shown(payload):
    """A reader sees what the source says, sign by sign, on every page that names it."""
    for page, found in brought(payload):
        assert shown(payload) in found.text, page.path


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_front_matter_stays_ours(payload):
    """No title adds a key to the head of a page, or a template of its own."""
    for page, _ in brought(payload):
        assert set(front_of(page)) <= {"title", "description", "hide", "search"}, page.path
