"""Where on a page the article lies: the runs of lines that are worth most together.

Long paragraphs pull short lines between them in, menus and footers stay out, and
no line decides alone. An article goes on below a notice or a list of links, so
that several runs may be one article; what lies between them and what words they
share tell it from the next article on the page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from math import inf

from generator.clean.article import furniture_weight, worths
from generator.clean.lines import Line

BREAK = 18.0
"""What it costs to leave a run, and to come back: a paragraph of twenty-five words each."""

KIN = 0.35
"""A run that has this share of its words in common with the article belongs to it."""

LITTERED = 0.06
"""Share of furniture among the short lines between two runs above which they are two articles."""

SURE = 8.0
"""From this weight on a line is furniture by its own words."""

REPEATED = 0.35
"""Share of lines that the page has twice above which a list is one of links."""

TABLE = 5
"""So many lines with figures one after another are a table, and not the foot of the page."""

BEFORE, INSIDE, ASIDE, AFTER = 3, 0, 1, 2
"""Places of a line; the last three number what each step of the search remembers."""

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_FIGURE = re.compile(r"\d")

Run = tuple[int, int]
"""First line and the one after the last."""


def article_lines(lines: tuple[Line, ...]) -> tuple[bool, ...]:
    """Return for each line whether it lies in the article.

    Where the format itself says what is in the article, that decides.
    """
    marked = [i for i, line in enumerate(lines) if line.main]
    if marked:
        return tuple(marked[0] <= i <= marked[-1] for i in range(len(lines)))
    values = worths(lines)
    runs = best_runs(values)
    if not runs:
        return (False,) * len(lines)
    kept = _of_one_article(lines, runs, values)
    inside = [False] * len(lines)
    last = kept[-1][1]
    below = (_list_below(lines, last), _table_below(lines, last))
    for start, end in (*kept, *_lists_between(lines, kept), *below):
        inside[start:end] = [True] * (end - start)
    return tuple(inside)


def best_runs(values: list[float]) -> list[Run]:
    """Return the runs of lines that are worth most, less what each interruption costs.

    The search keeps the best way to each of four places: before the article, inside,
    in an interruption, after it. Of two choices worth the same, the earlier end wins.
    """
    before, inside, aside, after = 0.0, -inf, -inf, -inf
    came: list[tuple[int, int, int]] = []
    for value in values:
        into = max((before, BEFORE), (inside, INSIDE), (aside - BREAK, ASIDE))
        out = max((inside - BREAK, INSIDE), (aside, ASIDE))
        end = max((after, AFTER), (inside, INSIDE))
        inside, aside, after = into[0] + value, out[0], end[0]
        came.append((into[1], out[1], end[1]))
    place = max((before, BEFORE), (after, AFTER), (inside, INSIDE))[1]
    chosen: list[int] = []
    for index in range(len(values) - 1, -1, -1):
        if place == INSIDE:
            chosen.append(index)
        place = BEFORE if place == BEFORE else came[index][place]
    return _as_runs(chosen[::-1])


def _as_runs(indexes: list[int]) -> list[Run]:
    runs: list[Run] = []
    for index in indexes:
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _of_one_article(lines: tuple[Line, ...], runs: list[Run], values: list[float]) -> list[Run]:
    """Return the run that is worth most, and those beside it that belong to it."""
    best = max(range(len(runs)), key=lambda n: sum(values[slice(*runs[n])]))
    words = _words(lines, runs[best])
    kept = [runs[best]]
    for order in (range(best - 1, -1, -1), range(best + 1, len(runs))):
        between = sure = 0
        last = runs[best]
        for number in order:
            run = runs[number]
            gap = lines[min(last[1], run[1]) : max(last[0], run[0])]
            between += len(gap)
            sure += sum(map(_sure, gap))
            last = run
            own = _words(lines, run)
            shared = len(own & words) / max(len(own), 1)
            if shared >= KIN or sure <= LITTERED * between:
                kept.append(run)
                between = sure = 0
    return sorted(kept)


def _lists_between(lines: tuple[Line, ...], runs: list[Run]) -> list[Run]:
    """Return what lies between two runs and shows no sign of furniture: a list, a table."""
    gaps = [(before[1], after[0]) for before, after in pairwise(runs)]
    return [gap for gap in gaps if _is_list(lines[slice(*gap)])]


def _is_list(gap: tuple[Line, ...]) -> bool:
    repeated = sum(line.copies > 1 for line in gap) / max(len(gap), 1)
    return sum(map(_sure, gap)) <= LITTERED * len(gap) and repeated <= REPEATED


def _list_below(lines: tuple[Line, ...], start: int) -> Run:
    """Return the items that follow the article behind a colon, and the line that announces them."""
    first = start
    if start < len(lines) and lines[start].text.endswith(":") and not _sure(lines[start]):
        first += 1
    elif not lines[start - 1].text.endswith(":"):
        return start, start
    end = first
    while end < len(lines) and lines[end].item and not _sure(lines[end]):
        end += 1
    return (start, end) if end > first else (start, start)


def _table_below(lines: tuple[Line, ...], start: int) -> Run:
    """Return the lines with figures that follow the article at once, their heading included."""
    first = start
    while first < min(start + 2, len(lines)) and not _FIGURE.search(lines[first].text[:300]):
        first += 1
    end = first
    while end < len(lines) and _FIGURE.search(lines[end].text[:300]) and not _sure(lines[end]):
        end += 1
    return (start, end) if end - first >= TABLE else (start, start)


def _sure(line: Line) -> bool:
    return furniture_weight(line) >= SURE


def _words(lines: tuple[Line, ...], run: Run) -> set[str]:
    return {w.casefold() for line in lines[slice(*run)] for w in _CONTENT.findall(line.text[:4000])}
