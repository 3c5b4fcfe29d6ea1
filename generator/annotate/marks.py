"""Quotation marks: what stands between a pair of them, and which marks are none.

One odd mark must never spoil the rest, which is the first thing that users of
other programs report: every mark is judged by what stands beside it, a mark
that nothing closes ends with its paragraph, and pairing begins afresh in the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from generator.annotate.cue_words import closed_words
from generator.model import Span

CLOSERS: dict[str, str] = {
    "“": "”\"''“",
    "”": '”"',
    "„": '“”"',
    '"': "\"”''",
    "``": "''\"”",
    "''": "''\"",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
}
"""Which marks may close a mark; mixed pairs come from editing systems that curl one end only."""

_SIGN = re.compile(r"``|(?<!\s)'(?=''(?!'))|''|[“”„\"«»‹›‘’'‚]")
_OPENING_BEFORE = frozenset("([{—–-/“„«‘\"'…¡¿:;,>")
_ENDS_SENTENCE = re.compile(r"[.!?…]")
_STRONG_BEFORE = frozenset('.,!?…—–)]”"')


class Marked(msgspec.Struct, frozen=True):
    """What one pair of quotation marks holds, outermost pairs only."""

    outer: Span
    """With its marks."""
    inner: Span
    """Without marks and without the blanks inside them."""
    closed: bool
    """False where the closing mark is missing and the paragraph ends it."""
    nested: bool
    """Whether other marks stand inside."""
    single: bool
    """Whether the marks are single ones, which also serve as apostrophes."""


class _Sign(msgspec.Struct, frozen=True):
    """One mark with what its neighbours allow it to be."""

    text: str
    start: int
    end: int
    opens: bool
    closes: bool


def find_marked(text: str, paragraphs: Iterable[Span]) -> tuple[Marked, ...]:
    """Return what stands in quotation marks, sorted, none overlapping.

    Args:
        text: The view.
        paragraphs: Sorted, disjoint; no pair crosses the end of one. Work is
            linear in the length of all of them.
    """
    found: list[Marked] = []
    for paragraph in paragraphs:
        signs = tuple(_signs(text, paragraph))
        if signs:
            found.extend(_outermost(text, paragraph, signs))
    return tuple(found)


def _signs(text: str, paragraph: Span) -> Iterator[_Sign]:
    """Yield every mark of a paragraph, those within words and after feet and inches left out."""
    for match in _SIGN.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        left = text[start - 1] if start > paragraph.start else " "
        right = text[end] if end < paragraph.end else " "
        sign = match.group()
        if sign == "‚" and (left.isalnum() or not right.isalnum()):
            continue  # a comma typed as a low mark
        if left.isalnum() and right.isalnum() and sign in "'’‘":
            continue
        yield _Sign(sign, start, end, *_roles(sign, left, right))


def _roles(sign: str, left: str, right: str) -> tuple[bool, bool]:
    """Return whether a mark may open and whether it may close, by its neighbours."""
    starts_word = not right.isspace() and (left.isspace() or left in _OPENING_BEFORE)
    ends_word = not left.isspace()
    if sign in "«‹":
        return left.isspace() or right.isalnum(), ends_word
    if sign in "»›":  # set apart at a line's head it is a bullet
        return starts_word and not ends_word, not (left.isspace() and right.isalnum())
    if sign in "“„``":
        return starts_word or not ends_word, ends_word and not right.isalnum() and sign == "“"
    if sign in "”‘’":
        return starts_word and sign != "’" and (sign == "‘" or left.isspace()), sign == "”" or (
            ends_word and sign == "’"
        )
    return starts_word, not right.isalnum() and (ends_word or not starts_word)


def _outermost(text: str, paragraph: Span, signs: tuple[_Sign, ...]) -> list[Marked]:
    """Pair double and single marks apart, then keep the pairs that lie in no other."""
    doubles = _pair_doubles(text, paragraph, [s for s in signs if not _is_single(s)])
    singles = _pair_singles(text, paragraph, [s for s in signs if _is_single(s)])
    filled = (m for m in (*doubles, *singles) if m.inner.start < m.inner.end)
    pairs = sorted(filled, key=lambda m: (m.outer.start, -m.outer.end))
    found: list[Marked] = []
    for pair in pairs:
        last = found[-1] if found else None
        if last is None or pair.outer.start >= last.outer.end:
            found.append(pair)
        elif last.outer.covers(pair.outer) and not last.nested:
            found[-1] = msgspec.structs.replace(last, nested=True)
        elif last.single and not pair.single and not last.outer.covers(pair.outer):
            found[-1] = pair  # a single mark that crosses a double pair was an apostrophe
    return found


def _is_single(sign: _Sign) -> bool:
    return sign.text in "'‘’‚" and len(sign.text) == 1


def _pair_doubles(text: str, paragraph: Span, signs: list[_Sign]) -> Iterator[Marked]:
    """Yield pairs of double marks and guillemets; what nothing closes ends with its paragraph."""
    nests = _balanced(signs)
    open_, depth, deepest = None, 0, 0
    for sign in signs:
        if open_ is None:
            if sign.opens and not _is_inches(text, sign, paragraph):
                open_, depth, deepest = sign, 1, 1
        elif _closes(open_, sign):
            depth -= 1
            if depth == 0:
                pair = _marked(text, open_, sign.start, sign.end)
                yield msgspec.structs.replace(pair, nested=deepest > 1)
                open_ = None
        elif sign.opens and sign.text == open_.text:
            if nests:
                depth += 1
                deepest = depth
                continue
            border = _sentence_end(text, open_.end, sign.start)
            if border is not None:
                yield _marked(text, open_, border, border, closed=False)
            open_ = sign
    if open_ is not None and text[open_.end : paragraph.end].strip():
        yield _marked(text, open_, paragraph.end, paragraph.end, closed=False)


def _closes(open_: _Sign, sign: _Sign) -> bool:
    """Return whether a mark closes an open one, by its shape and by its neighbours."""
    fits = sign.text in _closers(open_.text)
    return fits and sign.closes and not (sign.text == "“" == open_.text and sign.opens)


def _closers(mark: str) -> tuple[str, ...]:
    closers = CLOSERS[mark]
    two = ("''",) if "''" in closers else ()
    return (*two, *closers.replace("''", ""))


def _balanced(signs: list[_Sign]) -> bool:
    """Return whether curly marks of one shape nest: as many close as open, and none is straight."""
    shapes = [s.text for s in signs]
    return set(shapes) == {"“", "”"} and shapes.count("“") == shapes.count("”")


def _is_inches(text: str, sign: _Sign, paragraph: Span) -> bool:
    """Return whether a straight mark stands for inches or seconds: a digit before it."""
    before = text[sign.start - 1] if sign.start > paragraph.start else " "
    return sign.text in {'"', "''", "”"} and before.isdigit()


def _sentence_end(text: str, start: int, end: int) -> int | None:
    """Return the end of the first sentence after ``start``; None if there is none."""
    match = _ENDS_SENTENCE.search(text, start, end)
    return match.end() if match else None


def _pair_singles(text: str, paragraph: Span, signs: list[_Sign]) -> Iterator[Marked]:
    """Yield pairs of single marks, as British papers set them; apostrophes are left out."""
    openers = [s for s in signs if s.opens and not _elided(text, s)]
    closers = [s for s in signs if s.closes and s.text != "‘"]
    strong = [s for s in closers if _is_strong(text, s, paragraph)]
    starts, firm = [s.start for s in closers], [s.start for s in strong]
    done = paragraph.start
    for index, sign in enumerate(openers):
        if sign.start < done:
            continue
        limit = openers[index + 1].start if index + 1 < len(openers) else paragraph.end
        close = _first(strong, firm, sign.end, limit) or _first(closers, starts, sign.end, limit)
        if close is not None:
            yield _marked(text, sign, close.start, close.end, single=True)
            done = close.end
        elif sign.text == "‘" and limit == paragraph.end:
            yield _marked(text, sign, limit, limit, closed=False, single=True)
            done = limit


def _first(signs: list[_Sign], starts: list[int], after: int, before: int) -> _Sign | None:
    """Return the first mark between two places."""
    index = bisect_right(starts, after)
    return signs[index] if index < bisect_left(starts, before) else None


def _is_strong(text: str, sign: _Sign, paragraph: Span) -> bool:
    """Return whether a mark closes for sure: not "the owners’ league", not "rock ’n’ roll"."""
    before = text[sign.start - 1]
    after = text[sign.end] if sign.end < paragraph.end else "\n"
    return (
        before in _STRONG_BEFORE or before not in "sSnN" or (after != " " and not after.isalnum())
    )


def _elided(text: str, sign: _Sign) -> bool:
    """Return whether a mark stands for letters left out: '90s, 'em, 'til."""
    word = re.compile(r"\w{1,9}").match(text, sign.end)
    if word is None:
        return text[sign.end : sign.end + 1] not in '“"([…'
    return word.group()[0].isdigit() or word.group().casefold() in closed_words("elision")


def _marked(
    text: str, open_: _Sign, start: int, end: int, *, closed: bool = True, single: bool = False
) -> Marked:
    """Build a pair from its opening mark and the place of its closing one."""
    first, last = open_.end, start
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    outer = Span(open_.start, end if closed else last)
    return Marked(outer, Span(first, last), closed, nested=False, single=single)
