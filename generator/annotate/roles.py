"""What a person is and where: the office and the house that stand beside a name.

Roles are slices of the text, never rewritten. They are read from titles ("Mayor
Lena Foss"), from apposition ("Tom Hale, an analyst at Norvik Group", "the mayor,
Lena Foss") and from a clause with "who".
"""

from __future__ import annotations

import re

from generator.annotate.gazetteer import (
    is_calendar,
    is_demonym,
    is_opener,
    is_organisation,
    is_place,
    looks_like_organisation,
)
from generator.annotate.offices import (
    closed_words,
    is_house,
    is_title_word,
    role_verbs,
    role_words,
    titles,
)
from generator.annotate.role_phrases import CAPITAL, CUT, NAME, Role, role_phrase, trimmed_end
from generator.model import Span

REACH = 220
"""Characters on either side of a name that are looked at: an apposition is shorter."""

TITLE_REACH = 90
"""Characters before a name in which a title may begin."""

_WHO = re.compile(
    r",?\s+who\s+(?:also\s+|now\s+|currently\s+)?"
    r"(?P<what>(?P<verb>[a-z-]+)\s[^,;:.!?“”\"«»—–()\n]{2,80})"
)
_AS = re.compile(r"\w+ (?:as|for|at|with|in)\b")
_AND = re.compile(r"\sand\s")
_AGE = re.compile(r",\s+\d{1,3}(?:-year-old)?(?=,)")
_DIRECT = re.compile(rf"\s+(?:of|from|at)\s+(?:the\s+)?(?P<name>{NAME})")
_OF_CLAUSE = re.compile(
    rf"(?:.{{0,40}}?\s(?:at|for|with)\s+|[a-z-]+\s+)(?:the\s+)?(?P<name>{NAME})$"
)
_STARTS = re.compile(
    r"(?:(?<=^)|(?<=[\s“\"(—]))(?=(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur"
    rf"|{CAPITAL}(?:\s{CAPITAL}){{0,2}}[’']s?)\s)"
)
_POLITE = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Hon)\.?\s+){1,2}$")
_EDGE = re.compile(r"[.!?;:—–“”\"«»(]\s|[“”\"«»(]|\n\s*\n")
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*")
_OPENS = re.compile(r"[.!?:“\"]\s*$")


def role_after(text: str, end: int, limit: int) -> Role | None:
    """Read what follows a name: ", a harbour economist at Norvik", ", who trains dogs".

    Args:
        text: The view.
        end: Past the name.
        limit: Where the block of the name ends.
    """
    limit = min(limit, end + REACH)
    age = _AGE.match(text, end, limit)
    start = age.end() if age else end
    if text[start : start + 1] in (",", "(") or text[start : start + 3] in (" – ", " — "):
        lead = limit - len(text[start + 1 : limit].lstrip(" –—"))
        found = role_phrase(text, lead, limit)
        if found:
            return found
    if who := _WHO.match(text, start, limit):
        return _from_clause(text, who)
    direct = _DIRECT.match(text, end, limit)
    return (
        Role(None, Span(*direct.span("name")), 1) if direct and is_house(direct["name"]) else None
    )


def role_before(text: str, start: int, floor: int) -> Role | None:
    """Read what comes before a name and a comma: "the mayor, Lena Foss".

    Args:
        text: The view.
        start: Where the name begins.
        floor: Where its block begins.
    """
    polite = _POLITE.search(text[max(floor, start - 24) : start])
    start -= len(polite.group()) if polite else 0
    lead = text[max(floor, start - REACH) : start]
    if not lead.rstrip().endswith(",") or not lead[-1].isspace():
        return None
    first = start - len(lead)
    stop = first + len(lead.rstrip()) - 1
    edges = [edge.end() for edge in _EDGE.finditer(lead)]
    first += edges[-1] if edges else 0
    for begin in _STARTS.finditer(text, first, stop):
        found = role_phrase(text, begin.start(), stop)
        if found and found.role and _reaches(text, found, stop):
            return found
    return role_phrase(text, first, stop) if text[first : first + 1].isupper() else None


def role_title(text: str, start: int, floor: int) -> Role | None:
    """Read the words directly before a name: "Norvik analyst Tom Hale", "Mayor Tom Hale"."""
    lead = text[max(floor, start - TITLE_REACH) : start]
    words = list(_WORD.finditer(lead))
    if not words or lead[words[-1].end() :].strip() or not lead[-1].isspace():
        return None
    title = words[-1].group()
    if title in titles("polite") or not is_title_word(title):
        return Role(None, None, 0) if title in titles("polite") else None
    take = len(words) - 1
    while take and _belongs(lead, words, take):
        take -= 1
    # "Russian President" is an office with an origin before it; "Russian aide" is one thing.
    if title[0].isupper() and take < len(words) - 1 and is_demonym(words[take].group()):
        take += 1
    base = start - len(lead)
    role = Span(base + words[take].start(), base + words[-1].end())
    return Role(role, _house_before(text, floor, role.start, base), 0)


def _reaches(text: str, found: Role, stop: int) -> bool:
    """Whether a phrase goes on to the comma, so that no other noun stands before the name."""
    ends = max(span.end for span in (found.role, found.affiliation) if span)
    return not text[ends:stop].strip()


def _from_clause(text: str, who: re.Match[str]) -> Role | None:
    """Read ", who edits the journal": only verbs that say what somebody does for a living."""
    begin, end = who.span("what")
    if who["verb"] not in role_verbs():
        return None
    if who["verb"].startswith(("work", "serve")) and not _AS.match(who["what"]):
        return None
    cut = CUT.search(text, begin, end) or _AND.search(text, begin, end)
    stop = trimmed_end(text, begin, cut.start() if cut else end)
    house = _OF_CLAUSE.match(text, begin, stop)
    name = Span(*house.span("name")) if house and not is_place(house["name"]) else None
    return Role(Span(begin, stop), name, 1)


def _belongs(lead: str, words: list[re.Match[str]], take: int) -> bool:
    """Whether the word before goes with a title: "deputy finance" with "minister"."""
    word = words[take - 1].group()
    apart = bool(lead[words[take - 1].end() : words[take].start()].strip())
    if apart or (word.endswith(".") and not is_title_word(word)):
        return False
    known = is_title_word(word) or word in role_words() or word in titles("before")
    return known or is_demonym(word) or _after_article(words, take)


def _after_article(words: list[re.Match[str]], take: int) -> bool:
    """Whether the words before a role stand after an article or a word of saying."""
    for index in range(take - 1, max(-1, take - 4), -1):
        plain = words[index].group()
        if plain in closed_words("opening"):
            return index < take - 1
        if plain in closed_words("function") or plain.endswith("s") or not plain.islower():
            return False
    return False


def _house_before(text: str, floor: int, role: int, base: int) -> Span | None:
    """Return the house that stands before a title: "Norvik analyst", "Norway’s President"."""
    run: list[re.Match[str]] = []
    edge = role
    for word in reversed(list(_WORD.finditer(text, base, role))):
        plain = word.group()
        after = [one.group() for one in reversed(run)]
        origin = is_demonym(plain) and not looks_like_organisation(["", *after])
        outside = not plain[0].isupper() or plain.endswith(".") or _is_no_house(plain)
        if text[word.end() : edge].strip() or origin or outside:
            break
        run.append(word)
        edge = word.start()
    if not run:
        return None
    start = run[-1].start()
    name = re.sub(r"[’']s?$", "", text[start : run[0].end()])
    opens = start == floor or _OPENS.search(text[max(floor, start - 3) : start])
    known = is_place(name) or is_organisation(name) or len(run) > 1 or not opens
    return Span(start, start + len(name)) if known and not is_title_word(name) else None


def _is_no_house(word: str) -> bool:
    return word in titles("before") or is_calendar(word) or is_opener(word)
