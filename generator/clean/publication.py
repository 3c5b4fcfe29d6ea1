"""The day of publication as the lines of a page show it."""

from __future__ import annotations

import re

from generator.clean.date_order import writes_day_first
from generator.clean.dates_stated import SAYS_PUBLISHED, published_day
from generator.clean.page_head import head_of, lead_of, title_of
from generator.model import Block, Published, Span

_SENTENCE = re.compile(
    r"\W{0,3}(?:this|the) (?:story|article|post|piece|page|report|content)\s(?:was|has been)\s"
    r"(?:first|originally)?\s?(?:published|posted)\s(?:on\s)?(?=[\w]{1,10}\W{1,3}[\w]{1,10}\W{1,3}\d)",
    re.IGNORECASE,
)
"""A note at the foot that says when the page was first there; with an outlet it is another's."""


MAX_NOTE = 300
"""Characters of a line that are read for its day."""


def find_publication(text: str, blocks: tuple[Block, ...]) -> Published | None:
    """Return the day of publication that a date line or a byline shows; None if none does.

    Args:
        text: The view.
        blocks: All of it, labelled, in order.
    """
    title = title_of(blocks) or 0
    head = head_of(text, blocks)
    lead = lead_of(text, blocks)
    dated = [i for i, block in enumerate(blocks) if block.kind in {"date", "byline"}]
    noted = {
        i for i, b in enumerate(blocks) if i >= lead and _SENTENCE.match(b.span.of(text)[:MAX_NOTE])
    }
    said = noted | {i for i in dated if SAYS_PUBLISHED.match(blocks[i].span.of(text))}
    own = [i for i in sorted({*dated, *noted}) if i in head or (i in said and i >= lead)]
    if not own:
        return None
    day_first = writes_day_first(text)
    # A label decides, then the place: below the headline before above it, above the text
    # before below it, and near before far.
    for index in sorted(own, key=lambda i: (i not in said, i >= lead, i < title, abs(i - title))):
        block = blocks[index]
        day = published_day(block.span.of(text)[:MAX_NOTE], day_first=day_first)
        if day:
            span = Span(block.span.start + day.span.start, block.span.start + day.span.end)
            return Published(day.iso, span, f"{block.kind} line of the page")
    return None
