"""Whom a name, a description or a pronoun stands for: "Hale", "the analyst", "she".

Every rule here may answer that it does not know, and says by which rule it does:
a speaker that the text does not settle is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import islice

from generator.annotate.candidates import surname
from generator.annotate.given import gender_of
from generator.model import Document, Person

LOOK_BACK = 3000
"""Characters that a pronoun may reach back: more than any paragraph of news, and a bound on the
work that one endless line can ask for."""

PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
"""Pronouns that stand for one person, and of which sex."""

_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s$")
_DETERMINER = re.compile(r"(?:the|this|that)\s+", re.IGNORECASE)
_NOT_SUBJECT = re.compile(
    r"\b(?:told|asked|accused|of|to|with|for|from|by|at|against|about|between|on|over|like|than|via|under|near)\s+"
    r"(?:[A-Z][\w.]*\s+){0,3}$"
)
_OWNED = re.compile(r"[’']s?\b")


class _Cast:
    """The mentions of all people in the order of the text, ready to be searched."""

    def __init__(self, people: tuple[Person, ...], text: str) -> None:
        placed = sorted((m, i) for i, person in enumerate(people) for m in person.mentions)
        self.people = people
        self.spans = [span for span, _ in placed]
        self.starts = [span.start for span in self.spans]
        self.owners = [people[i] for _, i in placed]
        self.forms: dict[str, dict[str, Person]] = {}
        self.roles: dict[str, list[Person]] = {}
        for person in people:
            for word in dict.fromkeys(_words(person.role)):
                self.roles.setdefault(word, []).append(person)
            last = surname(tuple(person.name.split()))
            words = {person.name, last, *(span.of(text) for span in person.mentions)}
            for form in sorted(words):
                self.forms.setdefault(_plain(form), {})[person.id] = person


class _Same:
    """Stands for a tuple of people by its identity: to hash thousands of spans costs too much."""

    __slots__ = ("people", "text")

    def __init__(self, people: tuple[Person, ...], text: str) -> None:
        self.people, self.text = people, text

    def __hash__(self) -> int:
        return id(self.people)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and (
            self.people is other.people and self.text is other.text
        )


@lru_cache(maxsize=2)
def _cast(key: _Same) -> _Cast:
    return _Cast(key.people, key.text)


def resolve(
    words: str, at: int, document: Document, people: tuple[Person, ...]
) -> tuple[str | None, str]:
    """Return the id of the person that the words stand for, and the rule that says so.

    Args:
        words: A name ("Tom Hale", "Hale"), a description ("the analyst"), a pronoun, or a
            whole phrase with a name in it ("Tom Hale, a harbour economist"). As written.
        at: Where the words begin in ``document.text``.
        document: Their document.
        people: The layer as it was found.

    Returns:
        ``(id, rule)`` with the rule ``name``, ``surname``, ``role`` or ``pronoun``;
        ``(None, "none")`` where the text does not settle it.
    """
    cast = _cast(_Same(people, document.text))
    plain = _plain(words)
    if plain in PRONOUNS:
        return _named(_by_pronoun(plain, at, document, cast), "pronoun")
    if plain in cast.forms:
        found = _by_form(plain, at, document, cast)
        full = found is not None and plain == _plain(found.name)
        return _named(found, "name" if full else "surname")
    inside = _inside(words, at, document, cast)
    if inside is not None:
        return inside.id, "name"
    if _DETERMINER.match(words):
        return _named(_by_role(words, at, cast), "role")
    return None, "none"


def _named(person: Person | None, rule: str) -> tuple[str | None, str]:
    return (person.id, rule) if person else (None, "none")


def _plain(words: str) -> str:
    """Fold what does not tell one name from another: case, marks, a possessive ending."""
    folded = " ".join(words.split()).strip(" ,.;:“”\"'‘’").replace("’", "'")
    return _POSSESSIVE.sub("", folded).casefold()


def _paragraph(at: int, document: Document) -> int:
    """Return where the block of a position begins, or the bound of looking back."""
    index = bisect_right(document.blocks, at, key=lambda b: b.span.start) - 1
    start = document.blocks[index].span.start if index >= 0 else 0
    return max(start, at - LOOK_BACK)


def _before(at: int, document: Document, cast: _Cast) -> range:
    """Return the indexes of the mentions in the paragraph before a position, last first."""
    low = bisect_left(cast.starts, _paragraph(at, document))
    return range(bisect_left(cast.starts, at) - 1, low - 1, -1)


def _by_form(plain: str, at: int, document: Document, cast: _Cast) -> Person | None:
    """Return the one person called so; of several the one named last in the paragraph."""
    called = cast.forms[plain]
    here = _holder(at, cast)
    if len(called) == 1:
        return next(iter(called.values()))
    if here is not None and here.id in called:
        return here
    near = (cast.owners[i] for i in _before(at, document, cast))
    return next((person for person in near if person.id in called), None)


def _holder(at: int, cast: _Cast) -> Person | None:
    """Return the person whose mention holds the position."""
    index = bisect_right(cast.starts, at) - 1
    return cast.owners[index] if index >= 0 and cast.spans[index].end > at else None


def _inside(words: str, at: int, document: Document, cast: _Cast) -> Person | None:
    """Return the person whose name is the head of a phrase.

    "An analyst at Norvik, Tom Hale" is Hale; "a spokesman for Tom Hale" and "Hale's lawyer"
    are not.
    """
    if document.text[at : at + len(words)] != words:
        return None
    for index in range(bisect_left(cast.starts, at), bisect_left(cast.starts, at + len(words))):
        span = cast.spans[index]
        lead = document.text[at : span.start]
        depends = _NOT_SUBJECT.search(lead) and not lead.rstrip().endswith(",")
        if span.end > at + len(words) or depends or _OWNED.match(document.text, span.end):
            continue
        return cast.owners[index]
    return None


def _by_role(words: str, at: int, cast: _Cast) -> Person | None:
    """Return the one person named before whose role the description repeats."""
    asked = _words(_DETERMINER.sub("", words, count=1))
    named = cast.roles.get(asked[-1], []) if asked else []
    fitting = (one for one in named if one.mentions[0].start < at and _fits(asked, one))
    found = list(islice(fitting, 2))
    return found[0] if len(found) == 1 else None


def _fits(asked: list[str], person: Person) -> bool:
    """Whether each word asked for is said of the person."""
    known = {*_words(person.role), *_words(person.affiliation)}
    return all(word in known for word in asked)


def _words(words: str | None) -> list[str]:
    return [word.casefold() for word in _WORD.findall(words or "")]


def _by_pronoun(word: str, at: int, document: Document, cast: _Cast) -> Person | None:
    """Return the last person in the paragraph who does or says something, if the sex allows it."""
    text = document.text
    start = _paragraph(at, document)
    for index in _before(at, document, cast):
        span, person = cast.spans[index], cast.owners[index]
        if person.kind in ("credit_only", "editor_unnamed"):
            continue
        lead = text[max(start, span.start - 60) : span.start]
        if _NOT_SUBJECT.search(lead) or _OWNED.match(text, span.end):
            continue
        if _quoted(text, start, span.start) and not _quoted(text, start, at):
            continue
        if gender_of(person.name) in (None, PRONOUNS[word]):
            return person
    return None


def _quoted(text: str, start: int, at: int) -> bool:
    """Whether a position stands inside quotation marks, by the marks of its paragraph so far."""
    part = text[start:at]
    return part.count("“") > part.count("”") or part.count('"') % 2 == 1
