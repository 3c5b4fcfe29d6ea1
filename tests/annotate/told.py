"""Quotations of a marked text, as a reader would tell them."""

from __future__ import annotations

from generator.annotate.quotations import find_quotations
from tests.annotate.marked import marked


def told(text):
    """Return each quotation as content, speaker and the rule by which the speaker was found."""
    document, found = marked(text)
    view = document.text
    return [
        (" + ".join(span.of(view) for span in one.content), one.speaker_name, one.rule)
        for one in find_quotations(document, found)
    ]


def said(text):
    """Return the content of each quotation."""
    return [content for content, _, _ in told(text)]
