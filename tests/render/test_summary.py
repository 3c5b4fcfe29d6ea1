"""Warnings of a briefing that come from what joins its documents."""

from __future__ import annotations

import msgspec

from generator.model import CircularCredit
from tests.render.made import make
from tests.render.test_briefings import briefing


def test_circular_credit_is_a_warning():
    """A reader is told that reports name each other as their source, and what that counts."""
    edition = make()
    documents = edition.stories[0].documents
    circle = CircularCredit(tuple(documents[:2]), ("Evening Post", "Star"))
    page = briefing(msgspec.structs.replace(edition, circular_credits=(circle,)))
    text = page.content.decode()
    assert "Circular credit" not in briefing(edition).content.decode()
    assert "reports here name each other as their source" in text
    assert "Evening Post and Star" in text


def test_a_circle_elsewhere_is_no_warning_here():
    """Only stories that a document of the circle is in are warned of it."""
    circle = CircularCredit(("elsewhere-a", "elsewhere-b"), ("Moon", "Sun"))
    edition = msgspec.structs.replace(make(), circular_credits=(circle,))
    assert "Circular credit" not in briefing(edition).content.decode()
