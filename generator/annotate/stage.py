"""LAYERS, every annotator in its order, and annotate(), which runs them.

An annotator reads the cleaned view and returns its own layer, sorted. All spans
that leave this stage index the text of record: :func:`annotate` maps them back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from generator.annotate.claims import find_claims
from generator.annotate.credits import find_credits
from generator.annotate.dates import find_dates
from generator.annotate.figures import find_figures
from generator.annotate.names import find_organisations, find_places
from generator.annotate.notices import find_notices
from generator.annotate.people import find_people
from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.model import Annotation, Block, Document, Layers, Reading, Span, relocated
from generator.offsets import OffsetMap
from generator.registry import in_order

Annotator = Callable[[Document, Layers], tuple[Any, ...]]
"""Returns its own layer, sorted by place; spans index ``document.text``, the view."""


class Layer(msgspec.Struct, frozen=True):
    """One annotator and what it builds on."""

    name: str
    """The field of :class:`~generator.model.Layers` that it fills."""
    find: Annotator
    needs: tuple[str, ...] = ()


LAYERS: tuple[Layer, ...] = (
    Layer("sentences", find_sentences),
    Layer("people", find_people, needs=("sentences",)),
    Layer("organisations", find_organisations, needs=("sentences", "people")),
    Layer("places", find_places, needs=("sentences", "people", "organisations")),
    Layer("dates", find_dates, needs=("sentences",)),
    Layer("credits", find_credits, needs=("sentences", "organisations")),
    Layer("quotations", find_quotations, needs=("sentences", "people", "credits")),
    Layer("figures", find_figures, needs=("sentences", "people", "dates", "quotations")),
    Layer("claims", find_claims, needs=("sentences", "people", "credits", "quotations", "figures")),
    Layer("notices", find_notices, needs=("people", "credits", "quotations", "claims", "dates")),
)
"""Every layer in the order in which it is found: a layer stands below all that it needs."""


def annotate(document: Document) -> Annotation:
    """Find every layer and return it with all spans on the text of record."""
    found = Layers()
    for layer in in_order(LAYERS, "LAYERS"):
        found = msgspec.structs.replace(found, **{layer.name: layer.find(document, found)})
    placed = {
        name: relocated(getattr(found, name), document.offsets.origin)
        for name in found.__struct_fields__
        if name != "sentences"
    }
    meta = relocated(document.meta, document.offsets.origin)
    return Annotation(
        id=document.id,
        source=document.source,
        text=document.record,
        blocks=_covering([_whole(b, document.offsets) for b in document.blocks], document.record),
        readings=tuple(_readings(document)),
        **{name: getattr(meta, name) for name in meta.__struct_fields__},
        **placed,
    )


def _readings(document: Document) -> Iterator[Reading]:
    """Yield where the view reads otherwise than the record, but for blanks in place of blanks."""
    for run in document.offsets.runs:
        was, reads = document.record[run.start : run.end], document.text[run.to : run.to_end]
        if was != reads and (was.strip() or reads.strip()):
            yield Reading(Span(run.start, run.end), reads)


def _whole(block: Block, offsets: OffsetMap) -> Block:
    """Map a block so that it takes in the markup signs at its borders: no character is lost."""
    span = Span(*offsets.outer(block.span.start, block.span.end))
    return msgspec.structs.replace(block, span=span)


def _covering(blocks: list[Block], record: str) -> tuple[Block, ...]:
    """Give each stretch that is in no block to the block before it, the first to the one after.

    Such are signs that the view leaves out on a line of their own: no words, and no blank.
    """
    if not blocks:
        return (Block(Span(0, len(record)), "boilerplate", None, 0, 0.5),)
    starts = [block.span.start for block in blocks]
    lead = record[: starts[0]]
    starts[0] = len(lead) - len(lead.lstrip())
    ends = [
        block.span.end + len(record[block.span.end : following].rstrip())
        for block, following in zip(blocks, [*starts[1:], len(record)], strict=True)
    ]
    return tuple(
        msgspec.structs.replace(block, span=Span(start, end))
        for block, start, end in zip(blocks, starts, ends, strict=True)
    )
