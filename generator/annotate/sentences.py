"""Sentences, as printed: whole, trimmed, each inside one block.

A sentence end inside a quotation is a sentence end, since each sentence of a
quotation may be a claim of its own; the closing mark stays with the sentence it
closes. The borders come from ``sentencex``; what it misses is mended here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import sentencex

from generator.annotate.gazetteer import is_opener
from generator.annotate.outlets import headline_outlet
from generator.model import Block, Document, Layers, Sentence, Span
from generator.resources import word_list

SPOKEN = frozenset(
    (
        "title",
        "subtitle",
        "origin_headline",
        "key_point",
        "body",
        "subheading",
        "editor_comment",
        "caption",
    )
)
"""Kinds of block that are made of sentences."""

_MARKS = str.maketrans(dict.fromkeys('“”„"«»()[]{}‹›\n\r\t\u00a0\u2028\u2029', " "))
_SINGLE = re.compile(r"(?<!\w)[‘’']|[’'](?!\w)")
_CLOSING = re.compile(r"(?:[”’\"')\]}»›]|“(?=\s|$)|\s{1,3}[»›])+")
"""In German the mark that opens an English quotation closes one."""
_OPENED = re.compile(r"[”»›)\]}]")
_BULLET = re.compile(r"(?:[\s•*·▪■●◦‣∙–—>\-]*[•*·▪■●◦‣∙–—>\-]|\s*\(?\d{1,2}[.)])\s+")
_LABEL = re.compile(
    r"[^:\n]{0,50}\b(?:Editors?|Ed|Comments?|Notes?|Views?|Opinion|Analysis|Take|Update)"
    r"(?:[’']s?)?(?:\.|\s+(?:note|comment|view|take))?:\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*(?P<name>[A-Z][\w’'.\-]*)\s+(?:[A-Z][\w’'.\-]*\s+){0,2}(?P<verb>\w+)")
_TITLE = re.compile(r"(?:^|[\s“\"(‘])([A-Z][A-Za-z]{0,8})\.$")
_SMALL = re.compile(r"\s+[^\W\d_A-Z]")
_HOUR = re.compile(r"\d\s?[ap]\.m\.$")
_DAY = re.compile(
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:[ECMP][SD]?|GM|A[EKCW]S|NZS|JS|KS|IS|BS|CES|EES|HK)T"
    r"|UTC|Eastern|Central|Pacific|Mountain)\b"
)
_END = re.compile(r"(?:(?<=\b[Nn]o\.)|(?<=\betc\.))[”\"’]?\s+(?=[A-Z“])")
"""Words that are abbreviations only before a number, or may end a sentence as well as not."""
_COUNTED = re.compile(r"(?:^|[\s(])(?:approx|ca|pp|vols?|figs|nos)\.$", re.IGNORECASE)
_NUMBER = re.compile(r"\s+[\d$€£]")
_ITEM = re.compile(r"[!?:;]\s+\(?\d{1,2}\.$")
"""The number of an item in the midst of a line: it begins a sentence and is none."""
_RANK = re.compile(r"\((?:[Rr]et|[Rr]es)\.\)$")
_WORD = re.compile(r"\w")


def find_sentences(document: Document, _found: Layers) -> tuple[Sentence, ...]:
    """Find the sentences of all blocks that are made of them.

    Left out at the head of a block are bullet signs, the dateline, the label of an editor's
    comment and the name of the outlet before a credited headline.

    Returns:
        Sorted and disjoint; each has at least one letter or digit.
    """
    return tuple(
        Sentence(span, index)
        for index, block in enumerate(document.blocks)
        if block.kind in SPOKEN
        for span in _split(document.text, _start(document, block), block.span.end)
    )


def sentence_at(sentences: tuple[Sentence, ...], position: int) -> Sentence | None:
    """Return the sentence that holds a position; None between sentences and outside them."""
    index = bisect_right(sentences, position, key=lambda s: s.span.start) - 1
    if index < 0 or sentences[index].span.end <= position:
        return None
    return sentences[index]


def editor_label(text: str, block: Block) -> Span | None:
    """Return the label at the head of an editor's comment, without its colon; None if none."""
    found = _LABEL.match(text, block.span.start, block.span.end)
    if block.kind != "editor_comment" or not found:
        return None
    label = found.group().rstrip().removesuffix(":")
    return Span(found.start(), found.start() + len(label))


def _start(document: Document, block: Block) -> int:
    """Return where the first sentence of a block begins."""
    start, end = block.span.start, block.span.end
    dateline = document.meta.dateline
    if dateline and block.span.covers(dateline.span):
        return dateline.span.end
    if block.kind == "editor_comment" and (label := editor_label(document.text, block)):
        return label.end + 1
    if block.kind == "origin_headline" and (name := headline_outlet(document.text, block.span)):
        return name.end + 1
    bullet = _BULLET.match(document.text, start, end)
    return bullet.end() if bullet and bullet.end() < end else start


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences between two positions."""
    at = start
    for border in [*_borders(text[start:end]), end - start]:
        span = _trimmed(text, at, start + border)
        if span and _WORD.search(text, span.start, span.end):
            yield span
        at = start + border


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, start + len(words.rstrip())) if words.strip() else None


def _borders(part: str) -> list[int]:
    """Return where a sentence ends inside the text, closing marks taken in.

    ``sentencex`` does not look into quotations and brackets, so it is shown the text with blanks
    in the place of marks: every character keeps its position.
    """
    bare = _SINGLE.sub(" ", part.translate(_MARKS))
    ends: set[int] = set()
    at = 0
    for sentence in sentencex.segment("en", bare):
        at += len(sentence)
        ends.add(at - len(sentence) + len(sentence.rstrip()))
    ends.update(found.start() for found in _END.finditer(bare))
    closed = sorted({_closed(part, end) for end in ends})
    return [end for end in closed if 0 < end < len(part) and not _joined(part, end)]


def _closed(part: str, end: int) -> int:
    """Move an end past the marks that close what stands before it."""
    found = _CLOSING.match(part, end)
    if not found:
        return end
    marks = found.group()
    # A straight mark after a blank opens the next quotation, one that touches closes the last.
    return end + len(marks) if not marks[0].isspace() or _OPENED.search(marks) else end


def _joined(part: str, end: int) -> bool:
    """Whether an end is none: a title, an hour, a number's word, a question and who asks it."""
    before = part[max(0, end - 12) : end]
    if _is_short_form(part, before, end):
        return True
    if before[-1].isalnum() or before[-1] in ".!?…":
        return False
    if _SMALL.match(part, end, end + 4):
        return True
    aside = _ASIDE.match(part, end, end + 80)
    asked = before.rstrip("”\"’'»› ").endswith(("?", "!"))
    named = aside is not None and aside["verb"] in _asking() and not is_opener(aside["name"])
    return asked and named


def _is_short_form(part: str, before: str, end: int) -> bool:
    """Return whether the full stop before an end is that of a short form which goes on."""
    title = _TITLE.search(before)
    return (
        (title is not None and title[1] in _titles())
        or bool(_HOUR.search(before) and _DAY.match(part, end, end + 16))
        or bool(_COUNTED.search(before) and _NUMBER.match(part, end, end + 4))
        or bool(_ITEM.search(before) or _RANK.search(before))
    )


@cache
def _titles() -> frozenset[str]:
    return frozenset(word_list("annotate", "abbreviated_titles"))


@cache
def _asking() -> frozenset[str]:
    return frozenset(word_list("annotate", "asking_verbs"))
