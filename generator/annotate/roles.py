"""What a person is and where: the office and the house that stand beside a name.

Roles are slices of the text, never rewritten. They are read from titles ("Mayor
Lena Foss"), from apposition ("Tom Hale, an analyst at Norvik Group", "the mayor,
Lena Foss") and from a clause with "who".
"""

from __future__ import annotations

import re

from generator.annotate.gazetteer import (
    begins_organisation,
    is_calendar,
    is_demonym,
    is_opener,
    is_organisation,
    is_place,
    looks_like_organisation,
)
from generator.annotate.given import is_given
from generator.annotate.offices import (
    closed_words,
    is_house,
    is_plural_role,
    is_short_title,
    is_title_word,
    role_verbs,
    role_words,
    titles,
)
from generator.annotate.role_phrases import CAPITAL, CUT, NAME, Role, role_phrase, trimmed_end
from generator.model import Span
from generator.resources import word_list

REACH = 220
"""Characters on either side of a name that are looked at: an apposition is shorter."""

TITLE_REACH = 90
"""Characters before a name in which a title may begin."""

_WHO = re.compile(
    r",?\s+who\s+(?:also\s+|now\s+|currently\s+)?"
    r"(?P<what>(?P<verb>[a-z-]+)\s[^,;:.!?“”\"«»—–()\n]{2,80})"
)
_AS = re.compile(r"\w+ (?:as|for|at|with|in)\b")
_POST = re.compile(r"\w+ (?:\w+ )?as ")
_AND = re.compile(r"\sand\s")
_AGE = re.compile(r",\s+\d{1,3}(?:-year-old)?(?=,)")
_DEGREE = re.compile(
    r"(?:,\s(?:Ph\.?D\.?|M\.?D\.?|M\.?B\.?A\.?|J\.?D\.?|R\.?N\.?|Q\.?C\.?|K\.?C\.?|S\.?C\.?|M\.?P\.?|FRS|[OMC]BE|Esq\.?)"
    r"(?=[,\s])){1,3}"
)
"""Letters after a name, which stand between it and what the person is."""
_DIRECT = re.compile(
    rf"(?:,?\s+(?:now\s+|currently\s+)?(?:of|from|at|with)\s+|\s\()(?:the\s+)?(?P<name>{NAME})"
)
_PERSON = rf"{CAPITAL}(?:\s(?:(?:van|von|de|del|der|den|la|le|al|el|bin)\s){{0,2}}{CAPITAL}){{0,4}}"
"""A name without "and", so that a list of names reads in one way only."""
_SEVERAL = re.compile(rf"\sand\s{_PERSON}$")
"""A name before which another is joined: what follows may be said of both."""
_JOINED = re.compile(r"\s(?:and|&)\s(?:the\s+)?")
_IS = re.compile(
    r"\s+(?:(?P<serves>(?:now\s|also\s|has\s|had\s|once\s|previously\s|currently\s)?(?:serves?|served|works?|worked)\s+as"
    r"|was\s(?:appointed|named|elected))|is|was)\s+(?=[A-Za-z])"
)
_OTHERS = rf"(?:\sand\s|,\s(?:and\s)?){_PERSON}"
_AND_OTHERS = re.compile(rf"(?:{_OTHERS}){{1,4}}(?=,\s+[a-z])")
_OTHERS_BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<title>[^\W\d_][\w-]{{3,20}}\.?)\s{_PERSON}(?:,\s{_PERSON}){{0,2}},?\s(?:and\s)?$"
)
"""The plural title that stands before the first of several names."""
_OF_CLAUSE = re.compile(
    rf"(?:.{{0,40}}?\s(?:at|for|with)\s+|[a-z-]+\s+)(?:the\s+)?(?P<name>{NAME})$"
)
_STARTS = re.compile(
    r"(?:(?<=^)|(?<=[\s“\"(—]))(?=(?:As\s[a-z]|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur"
    rf"|{CAPITAL}(?:\s{CAPITAL}){{0,2}}[’']s?)\s)"
)
_POLITE = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Hon)\.?\s+){1,2}$")
_EDGE = re.compile(r"[.!?;:—–“”\"«»(]\s|[“”\"«»(]|\n\s*\n")
_JOINED_ON = re.compile(r"-(?:[a-z]+ed|led|born|winning)$")
_COUNTRIES = ("U.S.", "U.K.", "U.N.", "E.U.")
_HEAD_OF = re.compile(rf"(?:{CAPITAL}\s){{0,4}}?(?P<head>{CAPITAL})\s(?:of|for)\s(?:the\s)?$")
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
    if degree := _DEGREE.match(text, end, limit):
        end = degree.end()
    age = _AGE.match(text, end, limit)
    start = age.end() if age else end
    if text[start : start + 1] in (",", "(") or text[start : start + 3] in (" – ", " — "):
        lead = limit - len(text[start + 1 : limit].lstrip(" –—"))
        plural = text[max(0, end - 120) : end]
        found = role_phrase(text, lead, limit, plural=bool(_SEVERAL.search(plural)))
        if found:
            return found
    if who := _WHO.match(text, start, limit):
        return _from_clause(text, who)
    return _predicate(text, end, limit) or _shared(text, end, limit) or _direct(text, end, limit)


def _direct(text: str, end: int, limit: int) -> Role | None:
    """Read the house right after a name: "of the Norvik Institute", "(Norvik Party)"."""
    direct = _DIRECT.match(text, end, limit)
    if not direct:
        return None
    name = Span(*direct.span("name"))
    for joined in _JOINED.finditer(text, name.start, name.end):
        # "Tom Hale of the Green League and Ana Ruiz of the Pilots' Union": one house each.
        rest = text[joined.end() : name.end]
        apart = " of " in rest or is_given(rest.split()[0])
        if apart and is_house(text[name.start : joined.start()]):
            name = Span(name.start, joined.start())
            break
    house = name.of(text)
    if direct.group().startswith(" (") and _is_short_for(house, text[max(0, end - 80) : end]):
        return None
    return Role(None, name, 1) if is_house(house) and house.count(".") < len(house) / 3 else None


def _is_short_for(letters: str, before: str) -> bool:
    """Whether letters in brackets are those of the name before: "Norvik World Central (NWC)"."""
    firsts = "".join(word[0] for word in re.findall(r"[^\W\d_][\w’'-]*", before))
    return firsts.upper().endswith(letters.upper())


def _predicate(text: str, end: int, limit: int) -> Role | None:
    """Read "Tom Hale is an analyst at Norvik Group", "Tom Hale served as mayor".

    What somebody simply "is" may be an opinion; with a house it is an office.
    """
    verb = _IS.match(text, end, limit)
    found = role_phrase(text, verb.end(), limit) if verb else None
    if not found or not found.role or not verb:
        return None
    office = verb["serves"] or (found.affiliation and is_house(found.affiliation.of(text)))
    return Role(found.role, found.affiliation, 1) if office else None


def _shared(text: str, end: int, limit: int) -> Role | None:
    """Read the role of several people that follows the last: "Hale and Ruiz, economists at"."""
    others = _AND_OTHERS.match(text, end, limit)
    return role_phrase(text, others.end() + 2, limit, plural=True) if others else None


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
        return _title_of_several(text, start, floor)
    title = words[-1].group()
    if title == "and":
        return _title_of_several(text, start, floor)
    named = is_title_word(title) or is_plural_role(title)
    if title.endswith(".") and not is_short_title(title):
        return None
    if title in titles("polite") or not named:
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


def _title_of_several(text: str, start: int, floor: int) -> Role | None:
    """Read a plural title before the first of several names: "Senators Hale and Ruiz"."""
    found = _OTHERS_BEFORE.search(text, max(floor, start - TITLE_REACH), start)
    if not found or not is_plural_role(found["title"]):
        return None
    first = role_title(text, found.end("title") + 1, floor)
    return first if first and first.role and first.role.end == found.end("title") else None


def _reaches(text: str, found: Role, stop: int) -> bool:
    """Whether a phrase goes on to the comma, so that no other noun stands before the name."""
    ends = max(span.end for span in (found.role, found.affiliation) if span)
    return not text[ends:stop].strip()


def _from_clause(text: str, who: re.Match[str]) -> Role | None:
    """Read ", who edits the journal": only verbs that say what somebody does for a living."""
    begin, end = who.span("what")
    if who["verb"] not in role_verbs():
        return None
    if who["verb"].startswith(("work", "serve")):
        post = _POST.match(text, begin, end)
        if post and (found := role_phrase(text, post.end(), end)):
            return Role(found.role, found.affiliation, 1)
        if not _AS.match(who["what"]):
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
    half = word in ("North", "South", "East", "West") and is_demonym(words[take].group())
    return known or half or is_demonym(word) or _after_article(words, take)


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
        # "National" and "Republican" begin the name of a house, and stand before an office too.
        shaped = looks_like_organisation(["", *after])
        short = plain.endswith(".") and not (shaped and plain in _COUNTRIES)
        outside = not plain[0].isupper() or short
        apart = (is_demonym(plain) or _is_no_house(plain)) and not shaped
        passing = plain.casefold() in closed_words("passing") or is_opener(plain)
        compound = bool(_JOINED_ON.search(plain))
        if text[word.end() : edge].strip() or outside or apart or passing or compound:
            break
        run.append(word)
        edge = word.start()
    if not run:
        return None
    start = _with_head(text, run[-1].start(), max(floor, base))
    whole = text[start : run[0].end()]
    name = re.sub(r"[’']s?$", "", whole)
    opens = start == floor or _OPENS.search(text[max(floor, start - 3) : start])
    known = is_place(name) or is_organisation(name) or " " in name or name != whole or not opens
    known = known and name not in word_list("annotate", "no_acronyms")
    return Span(start, start + len(name)) if known and not is_title_word(name) else None


def _with_head(text: str, start: int, floor: int) -> int:
    """Return where a name begins that goes on with "of": "University of Norvik professor"."""
    head = _HEAD_OF.search(text, floor, start)
    return head.start() if head and begins_organisation(head["head"]) else start


def _is_no_house(word: str) -> bool:
    return word in titles("before") or is_calendar(word) or is_opener(word)
