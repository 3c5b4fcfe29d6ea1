"""Whether a run of capitalised words is a person: what speaks for it and what against.

No single sign is enough for an unknown name, since companies also say and deny.
Signs of one sort count once over the whole document, so that a name repeated
forty times is not forty times as human.
"""

from __future__ import annotations

import re

from generator.annotate.candidates import Candidate
from generator.annotate.gazetteer import (
    is_acronym,
    is_family_word,
    is_known_demonym,
    is_organisation,
    is_organisation_word,
    is_place,
    is_subject,
    is_surname_of_origin,
    looks_like_organisation,
    looks_like_place,
    looks_like_thing,
)
from generator.annotate.given import is_given, is_telling
from generator.annotate.offices import is_house_noun, is_role_noun, titles
from generator.annotate.outlets import is_known_outlet, looks_like_outlet
from generator.annotate.roles import role_after, role_before
from generator.model import Block
from generator.resources import word_list

ENOUGH = 2
"""Points from which a name is a person: one strong sign, or two weak ones."""

STRONG, WEAK = 3, 1

_SAYING = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|argued|argues|warned|warns|insisted|insists"
    r"|explained|noted|replied|recalled|conceded|joked|tweeted|testified|promised|denied|admitted)"
)
_SAYS = re.compile(
    rf"(?:,\s[^.,;:“”\"]{{3,80}},)?\s+(?:has\s|had\s|also\s|later\s|then\s)?{_SAYING}\b"
)
_TALKS = re.compile(
    r"\s+(?:had\s|also\s|later\s|then\s)?(?:told|recalled|joked|testified|tweeted|explained|argued|replied"
    r"|insisted|conceded|speculated|shrugged|laughed|smiled|sighed|resigned|died)\s"
)
"""What people do and companies hardly do: a company says and denies."""
_SAID = re.compile(rf"\b{_SAYING}\s+$")
_THING = re.compile(
    rf"(?:[’']s)?\s*(?:,?\s+which\b"
    rf"|\s+(?:has\s|had\s)?{_SAYING}\s(?:[A-Z]\w+day\s)?(?:that\s)?(?:its?\b|the company)"
    r"|\s(?:has\s|had\s)?told\s[^.,;\n]{1,40}?\s(?:that\s)?(?:its?\s(?!rain|snow|is\b|was\b)|the\scompany)"
    r"|[’']?s?\s(?:shares|offices?|headquarters|stock|customers|subsidiary|products?|factory|plant"
    r"|spokes\w+)\b)"
)
_PLACED = re.compile(
    r"\b(?:in|near|across|inside|outside|throughout|around|into|[Tt]he|at the|in the)\s+$"
)
_ABOARD = re.compile(
    r"\b(?:aboard|on board|boarded|the (?:ship|ferry|vessel|tanker|trawler|yacht|boat|tug))"
    r"\s+(?:the\s+)?$"
)
_SHARES = re.compile(
    r"\b(?:shares?|stake|investors?|stock|customers|employees|factory|plant) (?:in|of|at)\s+$"
)
_AT = re.compile(r"([a-z][\w-]+)\s+at\s+(?:the\s+)?$")
_OF_KIND = re.compile(r"(?:^|\s)([a-z][\w-]+),?\s+$")
_HUMAN = re.compile(
    r"[^.!?\n]{0,60}\b(?:he|she|him|himself|herself|hers)\b|,\s\d{1,2},"
    r"|[’']s\s(?:wife|husband|son|daughter|mother|father|lawyer|attorney|brother|sister|family|death|widow)\b"
)
_INITIAL = re.compile(r"[^\W\d_a-z]\.(?:[^\W\d_a-z]\.)?")
_QUOTED = re.compile(r"[“\"‘]$")
_UNQUOTED = re.compile(r"[,.]?[”\"’]")


def is_person(
    candidates: list[Candidate], text: str, blocks: tuple[Block, ...], alone: int
) -> bool:
    """Whether a name of two or more words is a person.

    Args:
        candidates: Every place where the same words stand, in text order; at least one.
        text: The view.
        blocks: The document's blocks.
        alone: 2 where the last word alone stands beside a verb of saying, 1 where it stands
            alone at all, else 0.
    """
    words = list(candidates[0].words)
    name = " ".join(words)
    if is_place(name) or is_organisation(name) or is_known_outlet(name):
        return False
    signs = {"alone": alone, **_shape(words)}
    for candidate in candidates[:40]:
        signs.update(_signs(candidate, text, blocks[candidate.block]))
    return sum(signs.values()) >= ENOUGH


def _shape(words: list[str]) -> dict[str, int]:
    """Weigh the words themselves."""
    signs = {}
    initial = len(words[0].replace(".", "")) == 1
    if is_telling(words[0]) or (initial and len(words) > 1):
        signs["given"] = STRONG - 1
        if any(_INITIAL.fullmatch(word) for word in words[1:-1]):
            signs["middle initial"] = STRONG - 1
    elif is_given(words[0]):
        signs["given"] = WEAK
    shapes = (looks_like_place, looks_like_organisation, looks_like_thing)
    if any(shape(words) for shape in shapes) or looks_like_outlet(" ".join(words)):
        signs["shape"] = _against(words)
    elif _is_faith(words[-1]) or ("given" not in signs and _is_phrase(words)):
        signs["shape"] = -4
    if any(is_acronym(word) and not is_given(word) for word in words) and "given" not in signs:
        signs["acronym"] = -STRONG
    if any(is_place(word) for word in words[:1]) and "given" not in signs:
        signs["place first"] = -1
    return signs


def _is_phrase(words: list[str]) -> bool:
    """Whether words are part of a longer name or no name at all: "International Economics"."""
    first, last = words[0], words[-1]
    office = last in titles("before") or last in titles("office")
    return office or is_organisation_word(first) or is_subject(last)


def _is_faith(word: str) -> bool:
    """Whether a word is of origin, party or faith and no surname: "Roman Catholic"."""
    return is_known_demonym(word) and not is_surname_of_origin(word)


def _against(words: list[str]) -> int:
    """Return what the shape of a place or a thing weighs, less where it may be a surname."""
    if is_family_word(words[-1]) and not (
        looks_like_organisation(words) or is_family_word(words[0])
    ):
        return -1 if is_telling(words[0]) else -2 if is_given(words[0]) else -4
    # A school or a bank goes on with "of" and a house, as a person does.
    return -8 if is_organisation_word(words[-1]) else -4


def _signs(candidate: Candidate, text: str, block: Block) -> dict[str, int]:
    """Weigh what stands around one place of the name."""
    start, end = candidate.span.start, candidate.span.end
    floor, limit = block.span.start, block.span.end
    before = text[max(floor, start - 40) : start]
    after = text[end : min(limit, end + 120)]
    signs = {}
    if candidate.titled:
        signs["title"] = STRONG
    else:
        signs.update(_unlike(before, after))
    told = role_after(text, end, limit)
    if (told and (told.role or after[:2] != " (")) or re.match(r",?\s+who(?:se)?\b", after):
        signs["role"] = STRONG
    if (
        (found := role_before(text, start, floor))
        and found.role
        and after[:1] in (",", ".", " ", "”")
    ):
        signs["role before"] = STRONG
    if _TALKS.match(after):
        signs["says"] = STRONG - 1
    elif _SAYS.match(after) or _SAID.search(before):
        signs["says"] = WEAK
    if _HUMAN.match(after):
        signs["human"] = WEAK
    return signs


def _unlike(before: str, after: str) -> dict[str, int]:
    """Weigh what speaks against a person in the words around a name."""
    signs = {}
    if _THING.match(after):
        signs["thing"] = -STRONG
    if _SHARES.search(before):
        signs["shares"] = -STRONG
    elif _PLACED.search(before):
        signs["placed"] = -STRONG + 1
    if _ABOARD.search(before):
        signs["ship"] = -4
    house = _AT.search(before)
    if house and is_role_noun(house[1]):
        signs["house"] = -4
    kind = _OF_KIND.search(before)
    if kind and _is_thing(kind[1]) and not is_role_noun(kind[1]):
        signs["kind"] = -4
    if _QUOTED.search(before) and _UNQUOTED.match(after):
        signs["quoted"] = -STRONG
    return signs


def _is_thing(noun: str) -> bool:
    """Whether a common noun is no person, so that its name is none: "the film", "the firm"."""
    return noun in word_list("annotate", "thing_nouns") or is_house_noun(noun)
