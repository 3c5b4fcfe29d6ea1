"""A page as the finders of labels see it: its lines, its article, and what is labelled so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from generator.clean.article import furniture_weight
from generator.clean.captions import MAX_SHOWN, MAX_WORDS, SLUG, find_credit, shows_picture
from generator.clean.lines import Line
from generator.clean.runs import article_lines
from generator.model import BlockKind

LEAD_WORDS = 12
"""A line of so many words that ends as a sentence does is a paragraph."""

HEAD = 30
"""How many lines above the first paragraph may belong to its head: headline, byline, pictures."""


TWICE = 2

NO_LEAD = frozenset({"figcaption", "h1", "h2", "front-matter", "time", "byline"})
"""What the markup calls something else is no first paragraph."""


class Label(msgspec.Struct, frozen=True):
    """What a line is, and how sure that is."""

    kind: BlockKind
    confidence: float


class Page(msgspec.Struct, frozen=True):
    """The lines of a document and where its article lies."""

    lines: tuple[Line, ...]
    first: int
    """First line of the article."""
    last: int
    """Past the last line of the article."""
    lead: int
    """The first paragraph; ``last`` if there is none."""
    inside: tuple[bool, ...]
    """For each line whether it belongs to the article: what interrupts it does not."""

    @property
    def head(self) -> range:
        """Lines from where a headline may stand to the first paragraph, that one left out."""
        return range(max(0, self.lead - HEAD), self.lead)

    def is_paragraph(self, index: int) -> bool:
        """Return whether a line lies in the article and is long enough for a paragraph."""
        line = self.lines[index]
        return self.inside[index] and line.words >= LEAD_WORDS and (line.ends or line.words > 25)

    def is_said_twice(self, index: int) -> bool:
        """Return whether a line of caption length stands again within a few lines.

        The text of a picture for those who cannot see it is mostly its caption.
        """
        line = self.lines[index]
        if line.copies < TWICE or not 8 <= line.words <= MAX_SHOWN or not line.ends:
            return False
        beside = range(max(0, index - 3), min(len(self.lines), index + 4))
        return any(i != index and self.lines[i].text == line.text for i in beside)


Labels = dict[int, Label]
"""By the number of the line."""

Finder = Callable[[Page, Labels], Iterable[tuple[int, Label]]]
"""Proposes labels; sees those that stand so far, and changes none."""


def survey(lines: tuple[Line, ...]) -> Page:
    """Return the page with its article found."""
    inside = article_lines(lines)
    chosen = [i for i, is_inside in enumerate(inside) if is_inside]
    first, last = (chosen[0], chosen[-1] + 1) if chosen else (0, 0)
    page = Page(lines, first, last, last, inside)
    lead = next((i for i in range(first, last) if _opens(page, i)), last)
    return msgspec.structs.replace(page, lead=lead)


def _opens(page: Page, index: int) -> bool:
    """Return whether a line is a paragraph, and neither an item nor the words under a picture."""
    line = page.lines[index]
    if not page.is_paragraph(index) or line.item or line.hint in NO_LEAD:
        return False
    pictured = line.words <= MAX_WORDS and (
        SLUG.match(line.text)
        or find_credit(line.text) is not None
        or shows_picture(line.text, line.words)
        or page.is_said_twice(index)
    )
    return not pictured and furniture_weight(line) < 8
