"""Reports for tests: a marked text with its day of publication and what is said in it."""

from __future__ import annotations

import msgspec

from generator.annotate.dates import find_dates
from generator.annotate.figures import find_figures
from generator.model import Published, Quotation, Span, Title
from tests.annotate.marked import marked

PUBLISHED = "2031-03-12"
"""A Wednesday."""


def report(text, said=(), published=PUBLISHED, title=None):
    """Return a document and its layers up to the figures.

    Args:
        text: As :func:`~tests.annotate.marked.marked` reads it.
        said: Rows of content and speaker's name, each once in the text; a content in marks is
            direct speech, any other indirect.
        published: ISO day, or None.
        title: The page's title, which must stand in the text; or None.
    """
    document, found = marked(text)
    start = document.text.find(title) if title else 0
    meta = msgspec.structs.replace(
        document.meta,
        published=Published(published, None, "stated") if published else None,
        title=Title(title, Span(start, start + len(title))) if title else None,
    )
    document = msgspec.structs.replace(document, meta=meta)
    quotations = tuple(_quotation(document, found, i, *row) for i, row in enumerate(said))
    found = msgspec.structs.replace(found, quotations=quotations)
    found = msgspec.structs.replace(found, dates=find_dates(document, found))
    return document, msgspec.structs.replace(found, figures=find_figures(document, found))


def _quotation(document, found, index, content, name):
    start = document.text.index(content)
    direct = document.text[start - 1 : start] in '“"‘'
    people = {person.name: person.id for person in found.people}
    return Quotation(
        id=f"q{index}",
        type="direct" if direct else "indirect",
        content=(Span(start, start + len(content)),),
        cue=(),
        source=(),
        speaker=people.get(name),
        speaker_name=name,
        role=None,
        affiliation=None,
        via=None,
        flags=(),
        rule="by hand",
    )


def words(document, spans):
    """Return the words of spans."""
    return [span.of(document.text) for span in spans]
