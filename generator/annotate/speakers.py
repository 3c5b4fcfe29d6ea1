"""Speakers: who stands behind the words that name a source, and by which rule."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import msgspec

from generator.annotate.cue_words import listed
from generator.annotate.given import gender_of
from generator.annotate.reference import resolve
from generator.model import Credit, Document, Layers, Span

PRONOUNS = frozenset(
    ["he", "she", "they", "it", "we", "i", "who", "which", "that", "one", "others", "you"]
)

SINGLE = {"he": "m", "she": "f"}
"""Pronouns that stand for one speaker, and of which sex."""

_ASIDE = re.compile(
    r"(?:,\s+|(?<!\s)\s+)(?:who|which|that|whose|whom|where)\b|,\s|(?<!\s)\s*[—–(]|\s--"
    r"|(?<!\s)\s+(?:seen|obtained|reviewed|published|released) by\b"
)
_OWNING = re.compile(r"[’']s$|(?<=s)[’']$")
_DETERMINED = re.compile(r"(?:the|this) ", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Speaker(msgspec.Struct, frozen=True):
    """Who said it; all None where the text does not say."""

    source: Span | None
    person: str | None
    name: str | None
    role: str | None
    affiliation: str | None
    rule: str


NOBODY = Speaker(None, None, None, None, None, "not-stated")


class Speakers:
    """Finds the speakers of one document: its people and credits, ready to be searched."""

    def __init__(self, document: Document, found: Layers) -> None:
        """Read ``people`` and ``credits`` of the layers."""
        self.document = document
        self.people = found.people
        self.by_id = {person.id: person for person in found.people}
        placed = sorted((span.end, p.id) for p in found.people for span in p.mentions)
        self.ends = [end for end, _ in placed]
        self.owners = [person for _, person in placed]
        self.blocks = [block.span.start for block in document.blocks]
        self.credits = sorted(found.credits, key=lambda credit: credit.span)
        self.credited = [credit.span.start for credit in self.credits]
        self.covering = [credit for credit in self.credits if credit.covers is not None]

    def find(
        self, source: Span | None, rule: str, before: Speaker | None, *, summary: bool = False
    ) -> Speaker:
        """Return who the words of a source stand for.

        Args:
            source: The words beside the cue; None where there are none.
            rule: How source and cue stand.
            before: The speaker of the cue before in the same paragraph, for "it" and "they".
            summary: Whether the words stand in a headline or a key point, where "the engineer"
                is somebody whom the text below names.
        """
        if source is None:
            return NOBODY
        words = source.of(self.document.text)
        if collective_name(words) is None:
            return NOBODY
        person, how = resolve(words, source.start, self.document, self.people)
        if person is None and summary and _DETERMINED.match(words):
            person, how = resolve(words, len(self.document.text), self.document, self.people)
        if person is not None:
            return self.of_person(person, source, rule if how == "name" else how)
        if words.casefold() in PRONOUNS:
            return self._by_pronoun(source, words.casefold(), before)
        how = rule if rule == "transcript" else "collective"
        return Speaker(source, None, collective_name(words), None, None, how)

    def of_person(self, id_: str, source: Span | None, rule: str) -> Speaker:
        """Return a person as the speaker."""
        person = self.by_id[id_]
        return Speaker(source, id_, person.name, person.role, person.affiliation, rule)

    def _by_pronoun(self, source: Span, word: str, before: Speaker | None) -> Speaker:
        """Return whom "who" or "they" stands for: a name right before, the last collective."""
        if word in ("who", "which", "that"):
            near = self._name_before(source.start)
            if near is not None:
                return self.of_person(near, source, "relative")
        elif (
            word in ("it", "they") and before is not None and before.person is None and before.name
        ):
            return msgspec.structs.replace(before, source=source, rule="pronoun")
        return Speaker(source, None, None, None, None, NOBODY.rule)

    def of_paragraph_before(self, source: Span, before: Speaker) -> Speaker | None:
        """Return whom "she" stands for in a paragraph that names nobody it could be.

        Args:
            source: The words beside the cue.
            before: The one speaker of the paragraph right before.

        Returns:
            That speaker, where the sex of the given name says so, or allows it and that paragraph
            names nobody else; None otherwise.
        """
        sex = SINGLE.get(source.of(self.document.text).casefold())
        if sex is None or before.person is None or before.name is None or before.source is None:
            return None
        known = gender_of(before.name)
        if known != sex and (known is not None or self._names_others(before)):
            return None
        return self.of_person(before.person, source, "paragraph-before")

    def _names_others(self, speaker: Speaker) -> bool:
        """Whether the paragraph of a speaker names somebody else."""
        if speaker.source is None:
            return True
        at = bisect_right(self.blocks, speaker.source.start) - 1
        block = self.document.blocks[at].span
        low, high = bisect_left(self.ends, block.start), bisect_right(self.ends, block.end)
        return any(owner != speaker.person for owner in self.owners[low:high])

    def _name_before(self, at: int) -> str | None:
        """Return the person named right before a place, a comma between them at most."""
        index = bisect_right(self.ends, at) - 1
        if index < 0 or at - self.ends[index] > 3:
            return None
        between = self.document.text[self.ends[index] : at]
        return self.owners[index] if between.strip() in ("", ",") else None

    def via(self, content: Span, frame: Span) -> str | None:
        """Return the outlet that the page credits for the words; None where it credits none.

        Args:
            content: From the first to the last word of the quotation.
            frame: The sentence of its cue; an outlet credited in it goes first.
        """
        near = self._credit_in(frame)
        if near is not None:
            return near.outlet
        covering = (c for c in self.covering if c.covers is not None and c.covers.covers(content))
        return next((credit.outlet for credit in covering), None)

    def _credit_in(self, span: Span) -> Credit | None:
        index = bisect_left(self.credited, span.start)
        if index < len(self.credits) and span.covers(self.credits[index].span):
            return self.credits[index]
        return None

    def is_outlet_only(self, type_: str, speaker: Speaker) -> bool:
        """Return whether nobody but an outlet is named for words without marks."""
        if type_ != "indirect" or speaker.person is not None or speaker.source is None:
            return False
        return self._credit_in(speaker.source) is not None


def collective_name(words: str) -> str | None:
    """Return the words for a source that is no person known by name, without relative clause.

    None where they name a meeting, a place or a time, which say nothing.
    """
    match = _ASIDE.search(words)
    short = words[: match.start()] if match and match.start() > 0 else words
    short = _OWNING.sub("", " ".join(short.split()).strip(" ,;:."))
    plain = [w.casefold() for w in _WORD.findall(short)]
    if not plain:
        return None
    head = _head(plain)
    return None if head in listed("silent") else short


def _head(words: list[str]) -> str:
    """Return the last word before the first preposition: "meeting" of "the meeting in Oslo"."""
    for index, word in enumerate(words):
        if word in ("of", "in", "on", "at", "between", "with", "for", "from") and index:
            return words[index - 1]
    return words[-1]
