"""Which lines of a labelled page are its own head: about the headline, above the text."""

from __future__ import annotations

from generator.clean.page import LEAD_WORDS
from generator.model import Block

NEAR_TITLE = 3
"""Day and name so near above the headline are the page's own; further up they are the visit's."""

BELOW_TITLE = 25
"""Lines below the headline, share buttons and pictures included, in which its head ends."""

OPENING = 5
"""Lines below the headline where day and author stand even below a summary."""


def title_of(blocks: tuple[Block, ...]) -> int | None:
    """Return the number of the headline's block; None if the page shows no headline."""
    return next((i for i, block in enumerate(blocks) if block.kind == "title"), None)


def lead_of(text: str, blocks: tuple[Block, ...]) -> int:
    """Return the block of the first paragraph; what stands below it is not the page's own head."""
    return next(
        (
            i
            for i, b in enumerate(blocks)
            if b.kind == "body" and len(b.span.of(text).split()) >= LEAD_WORDS
        ),
        len(blocks),
    )


def head_of(text: str, blocks: tuple[Block, ...]) -> range:
    """Return the blocks of the head, from a little above the headline to the first paragraph.

    Without a headline the lines just above the first paragraph are the head.
    """
    lead = lead_of(text, blocks)
    title = title_of(blocks)
    if title is None:
        return range(max(0, lead - BELOW_TITLE), lead)
    end = max(min(lead, title + BELOW_TITLE), min(len(blocks), title + OPENING + 1))
    return range(max(0, title - NEAR_TITLE), end)
