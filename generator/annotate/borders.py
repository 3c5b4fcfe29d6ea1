"""Borders: where the words that a cue governs to its right must end, by the cues that follow."""

from __future__ import annotations

from collections.abc import Sequence

from generator.annotate.clauses import right_of
from generator.annotate.cue_words import closed_words
from generator.annotate.frames import Token
from generator.annotate.sources import Attribution
from generator.annotate.trailing import is_trailing

Tokens = tuple[Token, ...]

MOST_LATER = 24
"""Cues behind one that are looked at: a sentence has a handful, a list without end has hundreds."""


def announces(tokens: Tokens, here: Attribution) -> bool:
    """Whether a colon ends the frame, so that the words in marks stand in the next."""
    return tokens[-1].text == ":" and "q" in here.cue.patterns and len(tokens) - here.end < 40


class Borders:
    """The cues of one frame with what each could govern, reckoned once."""

    def __init__(self, tokens: Tokens, placed: Sequence[Attribution]) -> None:
        """Look at every cue of a frame; ``placed`` in their order."""
        self.tokens = tokens
        self.placed = placed
        self.leads = [right_of(tokens, here, len(tokens)) is not None for here in placed]

    def limit(self, index: int) -> int:
        """Return where content to the right of a cue ends: before the next cue's own clause."""
        here = self.placed[index]
        for outer in self.placed[max(0, index - MOST_LATER) : index + MOST_LATER]:
            if outer.source and outer.source[0] <= here.cue.first < outer.source[1]:
                return outer.source[1]
        last = min(len(self.placed), index + 1 + MOST_LATER)
        borders = (self._border(here, other) for other in range(index + 1, last))
        return next((at for at in borders if at is not None), len(self.tokens))

    def _border(self, here: Attribution, index: int) -> int | None:
        """Return the border that a later cue sets; None where it lies inside."""
        other = self.placed[index]
        if other.start <= here.end + 1 or self._is_inward(here, index):
            return None
        before = self.tokens[other.start - 1] if other.start else None
        if other.inherits or other.rule == "inverted":
            return other.start
        parted = (
            before is None or before.quote is not None or before.text in (",", ";", "—", "–", "--")
        )
        apart = before is not None and before.text == ";"
        governs = apart or self._may_govern(index)
        if not (governs or (not parted and self._is_person(other))):
            return None
        if parted or other.cue.shape == "phrase":
            return other.start
        joined = before is not None and before.word in (
            "and",
            "but",
            "while",
            "as",
            "though",
            "although",
        )
        return other.start - 1 if joined else None

    def _may_govern(self, index: int) -> bool:
        """Whether anything beside a cue can be what it reports; "ended up late" reports nothing."""
        here = self.placed[index]
        if here.inherits or here.rule != "subject" or self.leads[index]:
            return True
        before = self.tokens[here.start - 1] if here.start else None
        if before is None or announces(self.tokens, here):
            return before is not None
        behind = before.text in (",", "—", "–") and is_trailing(self.tokens, here, 0)
        return before.quote is not None or behind

    def _is_inward(self, here: Attribution, index: int) -> bool:
        """Whether a later cue is part of what this one reports and ends nothing.

        "said he was alarmed and wanted to see it", "said he played no role in denying the
        request", "told us that despite the rain, he thought it would last".
        """
        other = self.placed[index]
        thinks = "m" in other.cue.patterns and "m" not in here.cue.patterns
        if other.inherits and other.cue.shape != "gerund" and not self.leads[index]:
            return True
        if other.cue.shape == "gerund":
            link = self.tokens[other.cue.group - 1].word if other.cue.group else ""
            return link in ("in", "by", "of") or (thinks and link == "and")
        named = other.source is not None and any(t.named for t in self.tokens[slice(*other.source)])
        return thinks and not named and other.rule == "subject"

    def _is_person(self, here: Attribution) -> bool:
        """Whether a cue's subject is a pronoun or a name, not a thing: "and she accused him"."""
        source = self.tokens[slice(*here.source)] if here.source else ()
        return any(t.named or t.word in closed_words("pronoun") for t in source)
