"""Which lines of a page are its article: an extractor's opinion beside the page's own markup."""

from __future__ import annotations

import re

import trafilatura
from lxml import etree

from generator.model import Notice
from generator.readers.html_opinion import weighed
from generator.readers.html_text import Run

MIN_SHARE = 0.7
"""Share of a line's word triples that the extractor must have kept."""

LEAST_WORDS = 40
"""An extract with fewer words is a failure of the extractor: then the markup alone decides."""

MOST_TEXT = 1_000_000
"""The extractor is not asked about pages of more characters, for which it needs half a minute."""

CROSSHEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
"""The extractor drops some headings right above paragraphs that it keeps."""

_WORD = re.compile(r"\w+")


def find_article(page: str, text: str, runs: tuple[Run, ...]) -> tuple[bool, ...]:
    """Return for each line whether it lies in the article.

    Args:
        page: The page as decoded.
        text: Its text of record.
        runs: The lines of that text.
    """
    kept = _extracted(page) if len(text) <= MOST_TEXT else ""
    if len(_WORD.findall(kept)) < LEAST_WORDS:
        return _by_markup(text, runs)
    lines = {tuple(_WORD.findall(line)) for line in kept.splitlines()}
    triples = {t for line in kept.splitlines() for t in _triples(_WORD.findall(line))}
    words = [tuple(_WORD.findall(run.span.of(text))) for run in runs]
    sure = [_is_kept(w, lines, triples) if len(w) > 5 else False for w in words]
    first = next((i for i, s in enumerate(sure) if s), len(runs))
    last = max((i for i, s in enumerate(sure) if s), default=-1)
    found = tuple(
        sure[i]
        # A short line may stand anywhere on a page; it is taken only beside the sure ones.
        or (first - 2 <= i <= last + 2 and bool(words[i]) and words[i] in lines)
        or (run.hint in CROSSHEADS and i > first and any(sure[i + 1 : i + 2]))
        for i, run in enumerate(runs)
    )
    return weighed(text, runs, found)


def size_notices(text: str) -> tuple[Notice, ...]:
    """Return the notice that a page was too large for the extractor; empty if it was not."""
    if len(text) <= MOST_TEXT:
        return ()
    said = "very large page: which lines are the article was read off its own markup alone"
    return (Notice("article-unsure", None, said),)


def _extracted(page: str) -> str:
    """Return what the extractor takes for the article; empty where it fails on the page."""
    try:
        return trafilatura.extract(page, include_comments=False, deduplicate=False) or ""
    except (
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        KeyError,
        RecursionError,
        etree.LxmlError,
    ):
        return ""


def _is_kept(
    words: tuple[str, ...], lines: set[tuple[str, ...]], triples: set[tuple[str, ...]]
) -> bool:
    own = _triples(words)
    return words in lines or sum(t in triples for t in own) >= MIN_SHARE * len(own)


def _triples(words: tuple[str, ...] | list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + 3]) for i in range(len(words) - 2)]


def _by_markup(text: str, runs: tuple[Run, ...]) -> tuple[bool, ...]:
    """Return the lines of the element that calls itself the body, else of article or main.

    Without any such element all that is no furniture.
    """
    for which in ([run.body for run in runs], [run.inside for run in runs]):
        lines = (run.span.of(text) for run, w in zip(runs, which, strict=True) if w)
        if sum(len(line.split()) for line in lines) >= LEAST_WORDS:
            return tuple(which)
    furniture = {"nav", "aside", "footer", "form", "header"}
    return tuple(not run.furniture and run.hint not in furniture for run in runs)
