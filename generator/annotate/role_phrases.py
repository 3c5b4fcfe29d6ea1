"""Noun phrases that say what a person is: "a harbour economist at the Norvik Institute".

A phrase parts into the role, which ends where the house begins, and the house.
Both are spans, so that what is printed is what was written.
"""

from __future__ import annotations

import re

import msgspec

from generator.annotate.gazetteer import (
    is_demonym,
    is_opener,
    is_organisation_word,
    is_place,
)
from generator.annotate.offices import (
    PREPOSITION,
    closed_words,
    is_house,
    is_house_noun,
    is_plural_role,
    is_role_noun,
    is_title_word,
    kind_of,
    role_words,
    titles,
)
from generator.model import Span

MOST_WORDS = 7
"""Words of a role up to its noun; what is longer is a sentence."""

CAPITAL = r"(?:[A-Z]\.(?:[A-Z]\.)*|[^\W\d_a-z][\w’'&-]*)"
NAME = (
    rf"{CAPITAL}(?:\s+(?:(?:of|for|and|&|de|du|des|der|del|la|the)\s+(?:the\s+)?(?={CAPITAL}))?"
    rf"(?:{CAPITAL}|\d+\b))*"
)
"""A run of capitalised words with the small words that organisations have inside."""

CUT = re.compile(
    r"\s(?:who|whom|which|that|whose|when|where|while|as|after|before|because|said|says|say|saying"
    r"|told|tells|wrote|writes|added|adds|is|are|was|were|has|had|have|will|would|could|should"
    r"|denied|called|announced|argued|insisted|insists|warned|warns|promised|hailed|noted|asked"
    r"|and\s+(?:said|told|is|was|has|had|called))\b"
)
"""What ends a role inside a sentence: a clause or a verb."""

_PHRASE = re.compile(
    r"(?:[^,;:.!?“”\"«»—–()\n]|\n(?!\s*\n)|\.(?=\w)"
    r"|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\bSt)\.){1,200}"
)
_DETERMINER = re.compile(
    r"(?:(?:as|a|an|the|his|her|their|its|our|one of the|also|now|then|both|another)\s+){0,4}",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?P<owner>(?:[^\W\d_][\w-]*\s+){0,4}?[^\W\d_][\w-]*)[’'](?:s\s+|\s+(?=[^\W\d_]))"
)
_HOUSE = re.compile(
    r"\s+(?P<by>at|of|for|with|from|in)\s+(?:(?:the|a|an|its|his|her)\s+)?"
    rf"(?P<common>(?:[a-z][\w-]*\s+){{0,3}}?)(?P<name>{NAME})"
    r"(?P<own>[’']s?\s)?(?P<tail>(?:\s+[a-z][\w-]*){0,3})"
)
_PASSING = re.compile(r"(?:Former|Veteran|Late|Retired|Prominent|Longtime|Acting|Outgoing|Then)\s")
_TIME = re.compile(r"\s(?:now|here|there|currently|then|today)$")
_OFFICE = re.compile(
    r"\s+(?:at|of|for|with|from)\s+(?:(?:the|a|an|its|his|her)\s+)?"
    r"(?P<name>(?:[\w’'-]+\s+){0,3}?(?P<head>[a-z]+))(?=$|\s+(?:in|on|and|at)\b)"
)
_OF = re.compile(r"\s+(?:of|for|in|to|on)\s+[^,]{1,60}")
_FURTHER = re.compile(
    r"\s+(?:and\s+(?:an?|the|former|his|her|its)|in|on|since|during|from|by|with)\s"
)
_LEADING_NAME = re.compile(rf"[^\W\d_a-z][\w-]*(?:\s{CAPITAL})*(?=\s+[a-z])")


class Role(msgspec.Struct, frozen=True):
    """What stands beside a name."""

    role: Span | None
    affiliation: Span | None
    weight: int
    """0 for a title, 1 for a clause with "who", 2 for an apposition: the higher tells more."""


def role_phrase(text: str, start: int, limit: int, *, plural: bool = False) -> Role | None:
    """Read a noun phrase whose head is a role, with its house.

    Args:
        text: The view.
        start: Where the phrase begins; article and possessive may come first.
        limit: Where it ends at the latest.
        plural: Whether it may be said of several people: "economists at Norvik Group".

    Returns:
        The role without article, and the house; None if the phrase names no role.
    """
    whole = _PHRASE.match(text, start, limit)
    if not whole:
        return None
    cut = CUT.search(text, start, whole.end())
    stop = trimmed_end(text, start, cut.start() if cut else whole.end())
    at = _DETERMINER.match(text, start, stop)
    begin = at.end() if at else start
    if not _may_open(text[begin:stop].split(None, 1), determined=begin > start):
        return None
    owner = _OWNER.match(text, begin, stop)
    if owner and (head := _head_end(text, owner.end(), stop, plural=plural)):
        name = Span(*owner.span("owner"))
        house = name if text[name.start].isupper() and not is_role_noun(name.of(text)) else None
        return Role(Span(owner.end(), _of_end(text, head, stop)), house, 2)
    head = _head_end(text, begin, stop, plural=plural)
    return None if head is None else _with_house(text, begin, head, stop)


def trimmed_end(text: str, start: int, stop: int) -> int:
    """Return the end of what stands between two positions without blanks at its end."""
    return start + len(text[start:stop].rstrip())


def _may_open(words: list[str], *, determined: bool) -> bool:
    """Whether a word may be the first of a role: no verb, no preposition, no number."""
    if not words:
        return False
    first = words[0]
    opener = first[0].isupper() and is_opener(first) and first not in titles("before")
    if first.casefold() in closed_words("function") or opener or first[0].isdigit():
        return "year-old" in first
    return determined or not first.endswith("ing") or first.casefold() in role_words()


def _head_end(text: str, start: int, stop: int, *, plural: bool) -> int | None:
    """Return where the noun group of a role ends; None if its last word is no role."""
    cut = PREPOSITION.search(text, start, stop)
    words = list(re.finditer(r"[^\W_][\w’'.-]*", text[start : cut.start() if cut else stop]))
    for index in range(min(len(words), MOST_WORDS) - 1, -1, -1):
        noun = words[index].group()
        if is_role_noun(noun) or (plural and is_plural_role(noun)):
            last = index + 1 == len(words)
            goes_on = not last and words[index + 1].group() in closed_words("after-noun")
            return start + words[index].end() if last or goes_on else None
    return None


def _with_house(text: str, begin: int, head: int, stop: int) -> Role:
    """Part a phrase into role and house: "adviser on roads" and "Norvik Group"."""
    house = _house(text, head, stop)
    if house:
        name = _with_tail(house)
        role = _TIME.sub("", text[begin : house.start()])
        return Role(Span(begin, trimmed_end(text, begin, begin + len(role))), name, 2)
    office = _OFFICE.match(text, head, stop)
    if office and is_organisation_word(office["head"]):
        return Role(Span(begin, head), Span(*office.span("name")), 2)
    passed = _PASSING.match(text, begin, head)
    lead = _LEADING_NAME.match(text, passed.end() if passed else begin, head)
    if lead and _is_lead(lead.group(), text[begin:head]):
        rest = head - len(text[lead.end() : head].lstrip())
        return Role(Span(rest, _of_end(text, head, stop)), Span(*lead.span()), 2)
    return Role(Span(begin, _of_end(text, head, stop)), None, 2)


def _house(text: str, head: int, stop: int) -> re.Match[str] | None:
    """Return the house after a role: the first after "at", else the first at all."""
    found = [match for match in _HOUSE.finditer(text, head, stop) if _may_be_house(match)]
    best = next((match for match in found if match["by"] == "at"), found[0] if found else None)
    return None if best and best["by"] == "in" and not is_house(best["name"]) else best


def _may_be_house(found: re.Match[str]) -> bool:
    """Whether a name after a preposition may be a house: no owner, no person, no origin."""
    name = found["name"].split()
    common = found["common"].split()
    if found["own"] or found["name"].endswith(("’s", "'s", "’", "'")):
        return False
    if is_title_word(name[0].removesuffix(".")) or is_demonym(found["name"]):
        # "Norwegian" alone is no house, "the Norwegian fisheries ministry" is one.
        return any(map(is_organisation_word, found["tail"].split()))
    return not common or is_house_noun(common[-1])


def _with_tail(house: re.Match[str]) -> Span:
    """Take small words after a name in if they end with what a house is called by."""
    words = list(re.finditer(r"\S+", house["tail"]))
    ends = [word.end() for word in words if is_organisation_word(word.group())]
    start = house.start("name")
    return Span(start, house.start("tail") + ends[-1] if ends else house.end("name"))


def _is_lead(name: str, role: str) -> bool:
    """Whether capitalised words before a role are its house: "the Norvik minister".

    A place before an expert is what the expert knows: "a China specialist".
    """
    last = name.rpartition(" ")[2]
    known = is_place(name) and kind_of(role) == "expert"
    return not (known or is_demonym(name) or is_role_noun(last) or name in titles("before"))


def _of_end(text: str, head: int, stop: int) -> int:
    """Return where a role ends whose "of" leads to no house: "keeper of the archive"."""
    rest = _OF.match(text, head, stop)
    if not rest:
        return head
    further = _FURTHER.search(text, head + 4, rest.end())
    return trimmed_end(text, head, further.start() if further else rest.end())
