"""Quotations: what was said, the word that reports it, and who said it.

The terms are those of attribution-relation corpora (PARC, PolNeAR): a quotation has a *content*, a
*cue* and a *source*, the words that name its speaker.
"""

from __future__ import annotations

import re

from generator.annotate.chains import Chains
from generator.annotate.drafts import Draft
from generator.annotate.frames import find_frames
from generator.annotate.speakers import Speakers
from generator.ids import item_ids, normalised
from generator.model import Document, Layers, Quotation, Span

SAME_WORDS = 0.8
"""Shared part of the words from which a key point only repeats what the text below quotes."""

MAX_SUMMARY = 40
"""Quotations of key points that are compared; a page has a handful."""

_ALTERED = re.compile(r"\[[^\]\n]{1,120}\]|…|\.\s?\.\s?\.")
"""A bracket or an ellipsis inside marks: the outlet changed the words."""


def find_quotations(document: Document, found: Layers) -> tuple[Quotation, ...]:
    """Find direct, mixed and indirect speech, and who is named as its speaker.

    Args:
        document: The cleaned document.
        found: Reads ``sentences``, ``people`` and ``credits``.

    Returns:
        Sorted by the first words of the content. Speech within reported speech is a quotation of
        its own, so two may overlap. What a key point quotes again word for word is left out. A
        speaker is taken from the same paragraph, or from the one right before where that has one
        speaker alone, or not at all.
    """
    speakers = Speakers(document, found)
    drafts = Chains(document.text, speakers).read(find_frames(document, found))
    named = [d for d in drafts if not speakers.is_outlet_only(d.type, d.speaker)]
    kept = _without_repeats(named, document.text)
    kept.sort(key=lambda draft: (draft.pieces[0], draft.pieces[-1].end))
    ids = item_ids(document.id, "quotation", (_words(draft, document.text) for draft in kept))
    return tuple(
        _quotation(id_, draft, document, speakers) for id_, draft in zip(ids, kept, strict=True)
    )


def _words(draft: Draft, text: str) -> str:
    return " ".join(piece.of(text) for piece in draft.pieces)


def _without_repeats(drafts: list[Draft], text: str) -> list[Draft]:
    """Drop what a key point quotes in the words of the text below it."""
    summaries = [d for d in drafts if d.key_point][:MAX_SUMMARY]
    below = [(d, _bag(d, text)) for d in drafts if not d.key_point] if summaries else []
    again = set()
    for summary in summaries:
        bag = _bag(summary, text)
        if any(_alike(bag, other) >= SAME_WORDS for _, other in below):
            again.add(id(summary))
    return [draft for draft in drafts if id(draft) not in again]


def _bag(draft: Draft, text: str) -> frozenset[str]:
    return frozenset(normalised(_words(draft, text)).split())


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the shared part of two sets of words."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _quotation(id_: str, draft: Draft, document: Document, speakers: Speakers) -> Quotation:
    """Freeze a draft."""
    speaker = draft.speaker
    whole = Span(draft.pieces[0].start, draft.pieces[-1].end)
    return Quotation(
        id=id_,
        type=draft.type,
        content=tuple(draft.pieces),
        cue=draft.cue,
        source=(speaker.source,) if speaker.source else (),
        speaker=speaker.person,
        speaker_name=speaker.name,
        role=speaker.role,
        affiliation=speaker.affiliation,
        via=speakers.via(whole, draft.frame),
        flags=_flags(draft, document.text),
        rule=speaker.rule,
    )


def _flags(draft: Draft, text: str) -> tuple[str, ...]:
    """Return what a reader must be told of the marks."""
    flags = []
    if draft.quotes and not draft.quotes[-1].closed:
        flags.append("unclosed")
    said = draft.pieces if draft.type == "direct" else [q.inner for q in draft.quotes]
    if any(_ALTERED.search(text, span.start, span.end) for span in said):
        flags.append("altered")
    if any(quote.nested for quote in draft.quotes):
        flags.append("nested")
    return tuple(flags)
