"""A page as the finders of labels see it: its lines, its article, and what is labelled so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from generator.clean.article import article_run, furniture_weight
from generator.clean.captions import MAX_WORDS, SLUG, find_credit
from generator.clean.lines import Line
from generator.model import BlockKind

LEAD_WORDS = 12
"""A line of so many words that ends as a sentence does is a paragraph."""

HEAD = 30
"""How many lines above the first paragraph may belong to its head: headline, byline, pictures."""


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

    @property
    def head(self) -> range:
        """Lines from where a headline may stand to the first paragraph, that one left out."""
        return range(max(0, self.lead - HEAD), self.lead)

    def is_paragraph(self, index: int) -> bool:
        """Return whether a line lies in the article and is long enough for a paragraph."""
        line = self.lines[index]
        return (
            self.first <= index < self.last
            and line.words >= LEAD_WORDS
            and (line.ends or line.words > 25)
        )


Labels = dict[int, Label]
"""By the number of the line."""

Finder = Callable[[Page, Labels], Iterable[tuple[int, Label]]]
"""Proposes labels; sees those that stand so far, and changes none."""


def survey(lines: tuple[Line, ...]) -> Page:
    """Return the page with its article found."""
    first, last = article_run(lines)
    page = Page(lines, first, last, last)
    lead = next((i for i in range(first, last) if _opens(page, i)), last)
    return msgspec.structs.replace(page, lead=lead)


def _opens(page: Page, index: int) -> bool:
    """Return whether a line is a paragraph, and neither an item nor the words under a picture."""
    line = page.lines[index]
    if not page.is_paragraph(index) or line.item or line.hint in NO_LEAD:
        return False
    pictured = line.words <= MAX_WORDS and (
        SLUG.match(line.text) or find_credit(line.text) is not None
    )
    return not pictured and furniture_weight(line) < 8
