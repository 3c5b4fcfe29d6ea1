"""What the page's own markup has to say against the extractor, and for lines that it dropped."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import msgspec

from generator.readers.html_text import Run

MOST = 0.7
"""Where so much of what the extractor took stands in the elements that call themselves the
article's body, these are right and what it took elsewhere is no body."""

LINKED = 0.8
"""A line of which so much is a link leads to another page."""

LINK_WORDS, MOST_LINKED = 6, 30
"""A shorter line of links may be a title that the text speaks of; a longer one is a paragraph in
which somebody set too many links."""

PARAGRAPH = 12
"""Words from which a line is a paragraph, and no heading or label."""

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

_WORD = re.compile(r"\w+")


class Opinion(msgspec.Struct, frozen=True):
    """The lines of a page, and which of them are held for the article so far."""

    runs: tuple[Run, ...]
    words: tuple[int, ...]
    taken: tuple[bool, ...]

    def share(self, which: list[bool]) -> float:
        """Return how much of the words taken stand in some of the lines."""
        inside = sum(n for n, t, w in zip(self.words, self.taken, which, strict=True) if t and w)
        return inside / max(1, sum(n for n, t in zip(self.words, self.taken, strict=True) if t))

    def links(self, index: int) -> bool:
        """Return whether a line is hardly more than a link."""
        return self.runs[index].linked >= LINKED


def weighed(text: str, runs: tuple[Run, ...], taken: tuple[bool, ...]) -> tuple[bool, ...]:
    """Return which lines are the article, when extractor and markup are heard together.

    Args:
        text: The text of record.
        runs: Its lines.
        taken: For each line, whether the extractor took it.
    """
    words = tuple(len(_WORD.findall(run.span.of(text))) for run in runs)
    opinion = Opinion(runs, words, taken)
    for rule in (_outside_furniture, _within_body, _with_siblings, _without_links):
        opinion = msgspec.structs.replace(opinion, taken=rule(opinion))
    return tuple(t and run.hint != "code" for t, run in zip(opinion.taken, runs, strict=True))


def _outside_furniture(page: Opinion) -> tuple[bool, ...]:
    """Drop what stands in menus and boxes, unless the page puts its article in such a one."""
    if page.share([not run.furniture for run in page.runs]) < MOST:
        return page.taken
    return tuple(t and not run.furniture for t, run in zip(page.taken, page.runs, strict=True))


def _within_body(page: Opinion) -> tuple[bool, ...]:
    """Drop what stands outside the body where the page says which element that is.

    A paragraph above its end stays: key points and a lead often have an element of their own.
    """
    if page.share([run.body for run in page.runs]) < MOST:
        return page.taken
    last = max(i for i, run in enumerate(page.runs) if run.body)
    lead = {"", "p", "li", "figcaption"}
    return tuple(
        t and (run.body or (i < last and page.words[i] >= PARAGRAPH and run.hint in lead))
        for i, (t, run) in enumerate(zip(page.taken, page.runs, strict=True))
    )


def _with_siblings(page: Opinion) -> tuple[bool, ...]:
    """Take the items and paragraphs that the extractor left out beside their own siblings."""
    above = _nearest(page.taken)
    below = [len(page.runs) - 1 - i if i >= 0 else -1 for i in _nearest(page.taken[::-1])][::-1]
    title = next((i for i, run in enumerate(page.runs) if run.hint == "h1"), len(page.runs))
    kept = Counter(run.family for run, t in zip(page.runs, page.taken, strict=True) if t)
    lines = Counter(run.family for run in page.runs)

    def is_sibling(index: int, run: Run) -> bool:
        if run.furniture or below[index] < 0:
            return False
        if above[index] < 0:
            return index > title and _opens(page, index, below[index])
        if run.hint == "li" and 2 * kept[run.family] > lines[run.family]:
            return True
        linked = page.links(index) and page.words[index] <= MOST_LINKED
        return not linked and _belongs(run, page.runs[above[index]], page.runs[below[index]])

    return tuple(t or is_sibling(i, page.runs[i]) for i, t in enumerate(page.taken))


def _opens(page: Opinion, index: int, below: int) -> bool:
    """Return whether a line is the first paragraph, which extractors lose most often."""
    run = page.runs[index]
    return (
        run.hint in {"p", ""}
        and not page.links(index)
        and page.words[index] >= PARAGRAPH
        and run.family == page.runs[below].family
    )


def _nearest(taken: tuple[bool, ...]) -> list[int]:
    """Return for each line the last line before it that is taken; -1 where there is none."""
    found: list[int] = []
    last = -1
    for index, one in enumerate(taken):
        found.append(last)
        last = index if one else last
    return found


def _belongs(run: Run, above: Run, below: Run) -> bool:
    """Return whether a line, or the list of an item, has the parent of the lines around it."""
    if run.hint == "li":
        return run.clan in {above.family, above.clan} and run.clan in {below.family, below.clan}
    return run.hint in {"p", "blockquote", ""} and run.family == above.family == below.family


def _without_links(page: Opinion) -> tuple[bool, ...]:
    """Drop paragraphs and headings that are nothing but a link to another page, and such lists."""
    elsewhere = _lists_of_links(page)
    return tuple(
        t
        and i not in elsewhere
        and not (
            page.links(i)
            and (
                (run.hint in {"p", ""} and LINK_WORDS <= page.words[i] <= MOST_LINKED)
                or (run.hint in HEADINGS and not _stands_above_text(page, i))
            )
        )
        for i, (t, run) in enumerate(zip(page.taken, page.runs, strict=True))
    )


def _lists_of_links(page: Opinion) -> frozenset[int]:
    """Return the items of the lists in which each item is a link, and as long as a headline."""
    lists: dict[int, list[int]] = defaultdict(list)
    for index, run in enumerate(page.runs):
        if run.hint == "li":
            lists[run.family].append(index)
    return frozenset(
        index
        for items in lists.values()
        if all(page.links(i) for i in items)
        and sum(page.words[i] for i in items) >= LINK_WORDS * len(items)
        for index in items
    )


def _stands_above_text(page: Opinion, index: int) -> bool:
    """Return whether text follows that a heading may stand above."""
    return any(
        page.taken[j] and not page.links(j) and page.runs[j].hint not in HEADINGS
        for j in range(index + 1, min(index + 3, len(page.runs)))
    )
