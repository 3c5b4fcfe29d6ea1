"""Names that may be persons: runs of capitalised words without their titles."""

from __future__ import annotations

import re
from itertools import takewhile

import msgspec

from generator.annotate.capitals import PARTICLES, Run, is_capitalised
from generator.annotate.gazetteer import (
    begins_thing,
    is_acronym,
    is_calendar,
    is_demonym,
    is_known_demonym,
    is_opener,
    is_organisation,
    is_organisation_word,
    is_place,
    is_surname_of_origin,
)
from generator.annotate.given import is_given, is_telling
from generator.annotate.offices import (
    is_plural_role,
    is_role_noun,
    is_short_title,
    is_title_word,
    titles,
)
from generator.annotate.outlets import is_known_outlet
from generator.model import Span

MOST_WORDS = 6
"""Words of a name, particles not counted; a longer run is a heading or a list."""

_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_COMPOUND = re.compile(
    r"\w-(?:led|backed|era|style|based|run|owned|born|like|free|appointed|controlled|wide|only)$"
)
_CALLINGS = ("ist", "crat", "ologist", "Tuber")
"""Endings of words for what somebody does or believes, which no list holds all of."""
_LETTERS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,6}")
"""Capitals without a vowel: short for an order or a trade, and no surname in capitals."""
_ASKED = re.compile(r"\s[a-z][^.!?\n]{0,200}\?")
"""How a question goes on: in "Will Hale resign?" no name begins with "Will"."""
_OF_TITLE = re.compile(
    r"\b(?:Secretary|Minister|Director|Speaker|Chief|President|Ministers?|Commissioner|Chair(?:man|woman)?|Leader)"
    r"\s+(?:of|for)\s+(?:the\s+)?$"
)


class Candidate(msgspec.Struct, frozen=True):
    """The words of a run that may name a person."""

    span: Span
    words: tuple[str, ...]
    titled: str
    """The title directly before, as written; empty where there is none."""
    block: int
    opens: bool
    headline: bool


def candidate_of(run: Run, text: str) -> Candidate | None:
    """Return the part of a run that may name a person; None where no part may."""
    plain = [word.of(text) for word in run.words]
    if run.headline:
        # The verb of a headline has a capital too: only its first words can be a name.
        plain = list(takewhile(lambda word: not is_opener(word), plain[:MOST_WORDS]))
    words = list(run.words[: len(plain)])
    if not words or is_organisation(" ".join(plain)) or is_known_outlet(" ".join(plain)):
        return None
    cut = _cut(plain, text[max(0, words[0].start - 40) : words[0].start])
    stop = len(words)
    if plain[cut] == "Will" and cut + 1 < stop and run.opens and _ASKED.match(text, run.span.end):
        cut += 1
    given = is_given(plain[cut])
    while (
        stop > cut + 2 and _LETTERS.fullmatch(plain[stop - 1]) and plain[stop - 1] not in _SUFFIXES
    ):
        stop -= 1
    while given and stop > cut + 1 and _is_party(plain[stop - 1], alone=stop == cut + 2):
        stop -= 1
    name, rest = words[cut:stop], plain[cut:stop]
    if cut and begins_thing(plain[cut - 1]):
        return None
    if not _may_be_name([word for word in rest if word not in PARTICLES]):
        return None
    span = Span(name[0].start, name[-1].end)
    title = plain[cut - 1] if cut else _title_before(text, span.start)
    return Candidate(span, tuple(rest), title, run.block, run.opens and not cut, run.headline)


def _may_be_name(words: list[str]) -> bool:
    """Whether words, particles left out, may be a name: no heading, office or slug."""
    if not words or len(words) > MOST_WORDS or not all(map(_may_name, words)):
        return False
    if len(words) == 1:
        return True
    office = all(is_title_word(word) or word in titles("before") for word in words)
    slug = all(word.isupper() and len(word) > 1 for word in words) and not is_given(words[0])
    return not office and not slug


def surname(words: tuple[str, ...]) -> str:
    """Return the last word of a name that is no suffix such as "Jr."."""
    kept = [word for word in words if word not in _SUFFIXES and word.title() not in _SUFFIXES]
    return kept[-1] if kept else words[-1]


def is_titled(title: str) -> bool:
    """Whether what stands before a name is a title or a role."""
    return bool(title) and is_title_word(title)


def _cut(words: list[str], before: str) -> int:
    """Return how many words at the front of a run belong to no name."""
    last = len(words) - 1
    while last and words[last] in _SUFFIXES:
        last -= 1
    if called := _called(words, last):
        return called
    for index in range(last - 1, -1, -1):
        if any(words[index] in titles(which) for which in ("office", "polite", "long")):
            given = is_given(words[index]) and index + 1 == last
            # "Virginia" before a title is the state, and no middle name has a full stop so long.
            short = len(words[index]) > 2 and words[index].endswith(".")
            named = is_given(words[0]) and not (is_place(words[0]) or short)
            if not named or (index == 0 and not given):
                return index + 1
    cut = 0
    while cut < last and _stands_before(words[cut]) and not is_given(words[cut]):
        if cut + 1 == last and is_demonym(words[cut]) and not is_known_demonym(words[cut]):
            break  # "Cassadian Hale": an unknown word that ends like an origin is a given name
        cut += 1
    known = _known_prefix(words, cut, last)
    of_title = bool(_OF_TITLE.search(before)) or is_known_outlet(" ".join(words[cut:known]))
    return known if known and (of_title or any(map(_no_name, words[cut:known]))) else cut


def _called(words: list[str], last: int) -> int:
    """Return how many words say what somebody is before a given name: "Author Tom Hale"."""
    for index in range(1, last):
        noun = words[index - 1]
        office = index > 1 and noun in titles("office") and is_given(words[index])
        if not office and (not is_telling(words[index]) or is_given(words[0])):
            continue
        if is_role_noun(noun) or is_plural_role(noun) or noun.endswith(_CALLINGS):
            return index
    return 0


def _is_party(word: str, *, alone: bool) -> bool:
    """Whether a word of origin after a name is none of its words: "Tom Hale Democrat".

    "French" may be a surname, and what follows a lone given name mostly is one.
    """
    part = not alone or word.endswith("s")
    return part and is_known_demonym(word) and not is_surname_of_origin(word)


def _known_prefix(words: list[str], cut: int, last: int) -> int:
    """Return where the first given name stands after words that are none; 0 if nowhere."""
    if is_given(words[cut]):
        return 0
    return next((i for i in range(cut + 1, last) if is_given(words[i])), 0)


def _stands_before(word: str) -> bool:
    return is_demonym(word) or is_opener(word) or word in titles("before")


def _no_name(word: str) -> bool:
    return is_acronym(word) or _stands_before(word) or is_place(word) or is_organisation_word(word)


def _may_name(word: str) -> bool:
    """Whether a word may be part of a name; "Hale-led" is none."""
    if _COMPOUND.search(word) or is_opener(word) or any(c.isdigit() for c in word):
        return False
    return is_capitalised(word) and not (is_calendar(word) and len(word) > 6)


def _title_before(text: str, start: int) -> str:
    """Return the word before a name if only a blank parts them and it is a title or a role."""
    found = re.search(r"([^\W\d_][\w’'-]*\.?)\s+$", text[max(0, start - 40) : start])
    if not found:
        return "of" if _OF_TITLE.search(text[max(0, start - 60) : start]) else ""
    ends = found[1].endswith(".") and not is_short_title(found[1])
    return found[1] if is_title_word(found[1]) and not ends else ""
