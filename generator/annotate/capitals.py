"""Runs of capitalised words, the raw material of names.

A run stays inside one sentence: anything but blanks between two words ends it,
and so does a word that is capitalised for another reason, such as a day of the
week. Particles ("van", "de", "al-") join what stands around them. A compound
ends a run, and gives it its first half: "Los Angeles-based", "Hale-led".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import msgspec

from generator.annotate.gazetteer import is_calendar, is_opener
from generator.annotate.given import is_telling
from generator.model import Block, Document, Span
from generator.resources import word_list

PARTICLES = frozenset(word_list("annotate", "particles"))
"""Small words inside a name of a person."""

TITLE_KINDS = frozenset(("title", "subtitle", "origin_headline", "subheading", "section"))
"""Kinds of block that may be written with a capital on each word."""

LONGEST_LINE = 200
"""Characters of a line that may be a headline."""

_ENDS = ".!?:;—–"
_WORD = re.compile(
    r"(?:(?:[^\W\d_a-z]\.(?:-?[^\W\d_a-z]\.){0,40})(?!\w))"
    r"|(?:(?:Adm|Amb|Brig|Capt|Cllr|Cmdr|Col|Cpl|Det|Dr|Gen|Gov|Hon|Insp|Jr|Lt|Maj|Messrs"
    r"|Mme|Mr|Mrs|Ms|Mt|Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Spc|Sr|St|Supt)\.)"
    r"|(?:(?:[^\W_][\u0300-\u036f]*)+(?:(?:[’'](?![sS]\b)|-)(?:[^\W_][\u0300-\u036f]*)+)*(?:&[A-Z]+)?)"
)
_PREFIXED = re.compile(r"(?:al|el|ul|ur|ad|an|as|at|bin|ibn|d[’'])[-’']?(?=[^\W\d_a-z])")
_NICKNAME = re.compile(r"\s[“\"‘'(][^\W\d_]\w{1,14}[”\"’')]\s(?=[^\W\d_a-z])")
_BORDER = re.compile(r"[.!?:;…“\"‘•*]")
_COMPOUND = re.compile(
    r"-(?:[a-z]+ed|led|born|run|held|owned|style|era|like|free|only|wide|made|bound|friendly"
    r"|dominated|leaning|area|level|aligned"
    r"|winning|making|speaking|listed|facing|producing|exporting|supporting|loving|selling)$"
)
"""The second half of a word of which a name is the first: "Norvik-based"."""
_TIMED = re.compile(
    r"\b(?:in|on|of|since|until|till|last|next|this|early|late|mid|by|from|to|through|and|every|each"
    r"|during|before|after|for|between|the|a|past|or|until|\d{1,2})[\s-]+$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s(?=[^\W\d_a-z])")


class Run(msgspec.Struct, frozen=True):
    """Capitalised words with nothing but blanks and particles between."""

    words: tuple[Span, ...]
    """Each word without a possessive ending; particles included."""
    block: int
    """Index into the document's blocks."""
    opens: bool
    """Whether a sentence, a line or a quotation begins with it."""
    headline: bool
    """Whether it stands in a line that capitalises most of its words."""

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].start, self.words[-1].end)


def find_runs(document: Document, kinds: frozenset[str]) -> tuple[Run, ...]:
    """Return the runs of all blocks of certain kinds, in the order of the text.

    Openers ("However", "The") and days are left out, and part a run in two.
    """
    found = _runs_of_blocks(document.text, document.blocks)
    return tuple(
        run
        for block, runs in zip(document.blocks, found, strict=True)
        if block.kind in kinds
        for run in runs
    )


@lru_cache(maxsize=2)
def _runs_of_blocks(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of each block; kept, since several layers ask for those of one document."""
    return tuple(tuple(_runs(text, block, index)) for index, block in enumerate(blocks))


def is_capitalised(word: str) -> bool:
    """Whether a word counts as capitalised: "Hale", "al-Amin", "d’Arc", but no number."""
    return word[:1].isupper() or bool(_PREFIXED.match(word))


def is_title_case(words: list[str]) -> bool:
    """Whether a line capitalises its words: at least three long ones, and two thirds of them."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and 3 * sum(word[0].isupper() for word in long) >= 2 * len(long)


def _is_headline(text: str, block: Block) -> bool:
    """Whether a block is a line that capitalises its words: by its kind, or beyond doubt.

    A headline that was copied into the text is told by the small words ("Is", "Of", "Why")
    that no sentence capitalises.
    """
    if block.kind in TITLE_KINDS:
        return is_title_case(_WORD.findall(text, block.span.start, block.span.end))
    if block.kind not in ("body", "key_point") or block.span.end - block.span.start > LONGEST_LINE:
        return False
    words = block.span.of(text).split()
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    small = (one.strip("“”\"’'.,!?") for before, one in pairwise(words) if before[-1] not in _ENDS)
    return (
        len(words) > 5
        and all(word[0].isupper() for word in long)
        and any(word[:1].isupper() and len(word) > 1 and is_opener(word) for word in small)
    )


def _runs(text: str, block: Block, index: int) -> Iterator[Run]:
    headline = _is_headline(text, block)
    run: list[Span] = []
    opens = False
    last = block.span.start
    for found in _WORD.finditer(text, block.span.start, block.span.end):
        plain = found.group()
        word = Span(*found.span())
        if run and _is_nickname(text, run[-1].end, word):
            continue
        if plain in PARTICLES or is_capitalised(plain):
            if run and not _may_go_on(text, run, word):
                yield from _whole(text, run, Run((), index, opens, headline))
                run = []
            if not run:
                opens = _opens(text, last, word.start)
            compound = _COMPOUND.search(plain) if "-" in plain else None
            if compound and run:
                run.append(Span(word.start, word.start + compound.start()))
            if compound:
                yield from _whole(text, run, Run((), index, opens, headline))
                run = []
            elif run or _may_begin(plain) or _is_given_month(text, word):
                run.append(word)
        elif run:
            yield from _whole(text, run, Run((), index, opens, headline))
            run = []
        last = word.end
    yield from _whole(text, run, Run((), index, opens, headline))


def _is_nickname(text: str, end: int, word: Span) -> bool:
    """Whether a word stands in marks inside a name: "Tom “Red” Hale"."""
    return word.start == end + 2 and _NICKNAME.match(text, end) is not None


def _may_begin(plain: str) -> bool:
    return is_capitalised(plain) and not is_calendar(plain) and not is_opener(plain)


def _is_given_month(text: str, word: Span) -> bool:
    """Whether the name of a month is a given name here: "April Hale", not "in April Hale"."""
    plain = word.of(text)
    if not (is_calendar(plain) and is_telling(plain) and _NEXT.match(text, word.end)):
        return False
    return not _TIMED.search(text[max(0, word.start - 12) : word.start])


def _may_go_on(text: str, run: list[Span], word: Span) -> bool:
    """Whether a capitalised word or a particle continues the run before it."""
    plain = word.of(text)
    gap = text[run[-1].end : word.start]
    blank = gap.isspace() and gap.count("\n") < 2 and len(gap) < 40
    if not blank and not _NICKNAME.match(text, run[-1].end):
        return False
    if plain in PARTICLES:
        return True
    # A month may be a surname after a given name, a day never is: "Theresa May".
    day = is_calendar(plain) and plain not in ("May", "March", "April", "June", "August")
    return not day


def _whole(text: str, run: list[Span], model: Run) -> Iterator[Run]:
    """Yield the run without particles at its end."""
    words = list(run)
    while words and words[-1].of(text) in PARTICLES:
        words.pop()
    if words:
        yield msgspec.structs.replace(model, words=tuple(words))


def _opens(text: str, last: int, start: int) -> bool:
    """Whether what stands between two words ends a sentence or opens a quotation."""
    gap = text[last:start].strip()
    return last == start or bool(_BORDER.search(gap))
