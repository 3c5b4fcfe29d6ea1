"""The authors of a page as its lines show them: bylines at its head, or at its end."""

from __future__ import annotations

import re

from generator.clean.bylines import BY, is_bare_byline, is_byline_word, names_of, small_words
from generator.clean.cues import folded
from generator.clean.dates_stated import has_date
from generator.clean.page_head import head_of, lead_of, title_of
from generator.model import Block, Span

MAX_SIGNED = 3
"""Words of a line that is "by" and the word or two that sign it."""

TAIL = 8
"""Blocks below the last paragraph in which a page names its author."""

MAX_NAME = 5
"""Words of a line that is a name and nothing else."""

_OTHERS = re.compile(
    r"\W{0,3}(?:edited|reviewed|fact[- ]checked|medically|photos?|photographs?|pictures?|video"
    r"|produced|updated|illustrat)",
    re.IGNORECASE,
)
"""Bylines of those who did something else than write."""


UNDER = 5
"""Lines below the headline among which a bare name may stand."""

MAX_ROLE = 8
MAX_HEADING = 60

_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|journalist|columnist|contributor|staff|author"
    r"|blogger|critic|bureau chief|producer|fellow|founder)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\W{0,3}(?i:about (?:the author:?\s)?)?(?P<name>[^\W\d_a-z][\w.’'-]{1,20}"
    r"(?:\s[^\W\d_a-z][\w.’'-]{0,20}){1,3})$"
)
_IS = re.compile(
    r",?\s(?:is|was|has|writes|covers|reports|works|joined|leads|serves|lives|teaches)\b"
)
"""What a note on the author goes on with behind the name."""


def find_authors(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Return the names of the authors, each once, in order; empty if none is shown.

    A byline with its word goes before a bare name, which is taken for the author only
    where nothing else is; and the head of the page goes before its end.

    Args:
        text: The view.
        blocks: All of it, labelled, in order.
    """
    head = [i for i in head_of(text, blocks) if blocks[i].kind == "byline"]
    worded = [i for i in head if _says_by(text, blocks, i)]
    bare = [i for i in head if i not in worded][:1]
    for lines in (worded, bare, _at_the_end(text, blocks)):
        found = _named(text, blocks, lines)
        if found:
            return found
    return _below_title(text, blocks) or _of_biography(text, blocks)


def _below_title(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Return a bare name among the lines under the headline, if the page writes it nowhere small.

    Its role on the next line, or the name again at the end of the page, must bear it out.
    """
    title = title_of(blocks)
    if title is None:
        return ()
    for index in range(title + 1, min(len(blocks), title + 1 + UNDER)):
        block = blocks[index]
        words = block.span.of(text)
        if block.kind not in {"boilerplate", "subtitle", "related"} or not is_bare_byline(words):
            continue
        found = names_of(words)
        if small_words(text) & {w.casefold() for n in found for w in n.of(words).split()}:
            continue
        if found and _is_borne_out(text, blocks, index, found[0].of(words)):
            start = block.span.start
            return tuple(Span(start + name.start, start + name.end) for name in found)
    return ()


def _is_borne_out(text: str, blocks: tuple[Block, ...], index: int, name: str) -> bool:
    below = blocks[index + 1].span.of(text) if index + 1 < len(blocks) else ""
    rest = blocks[index].span.of(text)
    if _ROLE.search(rest) or (len(below.split()) <= MAX_ROLE and _ROLE.search(below)):
        return True
    return text.count(name, blocks[index].span.end) > 0


def _of_biography(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Return the person whose name heads a note on the author; none if several have one."""
    lead = lead_of(text, blocks)
    found: dict[str, Span] = {}
    for index in range(lead, len(blocks) - 1):
        block, words = blocks[index], blocks[index].span.of(text)
        match = _ABOUT.match(words) if len(words) <= MAX_HEADING else None
        name = match["name"] if match else ""
        note = blocks[index + 1].span.of(text)
        if match and note.startswith(name) and _IS.match(note, len(name)):
            start = block.span.start + match.start("name")
            found.setdefault(folded(name), Span(start, start + len(name)))
    return tuple(found.values()) if len(found) == 1 else ()


def _says_by(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Return whether a byline has its word, or stands below a line that is only that word."""
    words = blocks[index].span.of(text)
    if BY.match(words) or re.search(r"\b[Bb][Yy]\s", words):
        return not _OTHERS.match(words)
    above = index - 1
    while above >= 0 and index - above <= MAX_NAME and blocks[above].kind != "title":
        if is_byline_word(blocks[above].span.of(text)):
            return not _OTHERS.match(blocks[above].span.of(text))
        above -= 1
    return False


def _named(text: str, blocks: tuple[Block, ...], lines: list[int]) -> tuple[Span, ...]:
    found: dict[str, Span] = {}
    for index in lines:
        start = blocks[index].span.start
        words = blocks[index].span.of(text)
        for name in names_of(words, handles=_may_sign(text, blocks, index)) or _below_word(
            text, blocks, index
        ):
            span = Span(start + name.start, start + name.end)
            found.setdefault(folded(span.of(text)), span)
    return tuple(found.values())


def _may_sign(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Return whether a single word behind "by" is a name: beside a day, or a count of comments."""
    words = blocks[index].span.of(text)
    beside = range(max(0, index - 2), min(len(blocks), index + 3))
    return (
        has_date(words)
        or len(words.split()) <= MAX_SIGNED
        or any(mark in words for mark in "|·•")
        or any(blocks[i].kind == "date" for i in beside)
    )


def _below_word(text: str, blocks: tuple[Block, ...], index: int) -> tuple[Span, ...]:
    """Return the line as a name where the line above is only "by" and a day stands beside it."""
    words = blocks[index].span.of(text)
    if (
        index
        and len(words.split()) == 1
        and is_byline_word(blocks[index - 1].span.of(text))
        and _may_sign(text, blocks, index)
    ):
        return (Span(0, len(words)),)
    return ()


def _at_the_end(text: str, blocks: tuple[Block, ...]) -> list[int]:
    """Return the byline below the text; none if several name different people."""
    lead = lead_of(text, blocks)
    last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=0)
    lines = [
        i
        for i in range(lead, min(len(blocks), last + TAIL))
        if blocks[i].kind == "byline" and _says_by(text, blocks, i)
    ]
    names = {folded(s.of(text)) for s in _named(text, blocks, lines)}
    return lines[:1] if len(names) == 1 else []
