"""What each line of a page is, by evidence weighed together.

Finders look at shape, place, words, markup and neighbours and propose labels with
a confidence; the surest proposal stands. Nothing is cut: a line that nobody claims
is body within the article and furniture outside.
"""

from __future__ import annotations

from generator.clean.closing import find_loose_ends, find_notes_on_authors
from generator.clean.editor_comments import find_editor_comments
from generator.clean.furniture import find_comments, find_furniture, find_places
from generator.clean.headlines import find_heads, find_key_points, find_subheadings, find_title
from generator.clean.lines import describe
from generator.clean.links import find_links_above, find_related, find_tags
from generator.clean.margin_notes import find_margin_notes
from generator.clean.page import Finder, Labels, survey
from generator.clean.pictures import find_pictures
from generator.clean.stamps import find_bylines, find_captions, find_dates
from generator.model import Block, Passage

FINDERS: tuple[Finder, ...] = (
    find_places,
    find_furniture,
    find_comments,
    find_dates,
    find_captions,
    find_pictures,
    find_bylines,
    find_tags,
    find_related,
    find_title,
    find_heads,
    find_subheadings,
    find_key_points,
    find_links_above,
    find_editor_comments,
    find_margin_notes,
    find_notes_on_authors,
    find_loose_ends,
)
"""In the order in which they may lean on one another; of two labels as sure the first stands."""


ELSEWHERE = frozenset({"td", "footer", "header"})
"""Hints of lines that are short for a reason of their own: rows of a table, heads and feet."""

OF_SHORT_LINES = frozenset({"subheading", "caption"})
"""What a line may be taken for because it is short, or ends in a name behind a bar."""


def label_blocks(text: str, passages: tuple[Passage, ...]) -> tuple[Block, ...]:
    """Return one labelled block for each passage, in the order of the text.

    Args:
        text: The view.
        passages: Sorted and disjoint, none blank; spans index the view.
    """
    page = survey(describe(text, passages))
    labels: Labels = {}
    for find in FINDERS:
        for index, label in tuple(find(page, labels)):
            if label.kind in OF_SHORT_LINES and page.lines[index].hint in ELSEWHERE:
                continue
            if index not in labels or label.confidence > labels[index].confidence:
                labels[index] = label
    return tuple(
        Block(line.span, labels[i].kind, line.page, i, round(labels[i].confidence, 2))
        for i, line in enumerate(page.lines)
    )
