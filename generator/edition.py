"""The edition: one whole state of the site's knowledge, and what of it is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from generator.model import Annotation, Edition, Excerpt, Links, Member, Span


def assemble(annotations: Iterable[Annotation], links: Links) -> Edition:
    """Put the documents and what joins them into one edition.

    Args:
        annotations: In any order, each with an id of its own.
        links: Made of the same documents; every document is in exactly one story.
    """
    story = {document: story.id for story in links.stories for document in story.documents}
    documents = tuple(
        Member(id=one.id, path=one.source.path, story=story[one.id], annotation=one)
        for one in sorted(annotations, key=lambda one: one.id)
    )
    return Edition(
        documents=documents,
        **{name: getattr(links, name) for name in links.__struct_fields__},
    )


def published(edition: Edition, printed: Mapping[str, tuple[Span, ...]]) -> Edition:
    """Return the edition as a site prints it that shows excerpts of its sources only.

    Args:
        edition: With whole texts.
        printed: By document id, the spans that its pages show, sorted and disjoint; a
            document that is missing shows nothing.
    """
    documents = tuple(
        msgspec.structs.replace(
            member, annotation=_excerpted(member.annotation, printed.get(member.id, ()))
        )
        for member in edition.documents
    )
    return msgspec.structs.replace(edition, documents=documents)


def _excerpted(annotation: Annotation, spans: Iterable[Span]) -> Annotation:
    """Return a document without its text but with the stretches that are shown."""
    text = annotation.text or ""
    excerpts = tuple(Excerpt(span, span.of(text)) for span in spans)
    return msgspec.structs.replace(annotation, text=None, excerpts=excerpts)
