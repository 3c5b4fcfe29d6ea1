"""Chains: pieces of one quotation over sentences and paragraphs, and speech that is carried on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from generator.annotate.drafts import Draft, frame_span, is_key_point, new_draft, quotes_of, span_of
from generator.annotate.frames import Frame
from generator.annotate.labels import find_label
from generator.annotate.marks import Marked
from generator.annotate.reported import find_attributions
from generator.annotate.sources import Attribution
from generator.annotate.speakers import NOBODY, Speaker, Speakers
from generator.annotate.subjects import main_subject
from generator.annotate.transcripts import find_turn, is_question, transcript_labels
from generator.model import QuotationType, Span

LONG_FRAGMENT = 6
"""Words from which a marked stretch without a cue is somebody's speech: terms, titles and scare
quotes are shorter."""


class Chains:
    """Gathers the quotations of one document, frame by frame."""

    def __init__(self, text: str, speakers: Speakers) -> None:
        """Begin with nothing said."""
        self.text = text
        self.speakers = speakers
        self.drafts: list[Draft] = []
        self.last: Draft | None = None
        """The last draft of this paragraph."""
        self.open: Draft | None = None
        """The draft whose last mark the paragraph before left open."""
        self.awaiting: Draft | None = None
        """A draft that a colon at the end of a sentence announced."""
        self.waiting: list[Frame] = []
        """Quotations without a cue so far in this paragraph."""
        self.spoken: Draft | None = None
        """The draft of a transcript, which holds all of its paragraph."""
        self.labels: frozenset[str] = frozenset()
        """The labels of a transcript."""
        self.asked = False
        """Whether the paragraph is an interviewer's question."""
        self.block = -1
        self.before: Draft | None = None
        """The last draft of the paragraph right before, where that gives one speaker alone."""
        self.heard: list[Speaker] = []
        """The speakers of this paragraph."""

    def read(self, frames: Iterable[Frame]) -> list[Draft]:
        """Return the drafts of all frames, in no special order."""
        frames = tuple(frames)
        self.labels = transcript_labels(frames)
        for frame in frames:
            if frame.block != self.block:
                self._turn(frame)
            if self.asked:
                continue
            if self.spoken is not None:
                self.spoken.pieces[-1] = Span(self.spoken.pieces[-1].start, _end(frame))
            elif frame.only_quotes and not frame.heading:
                self._quoted(frame)
            else:
                self._told(frame)
        self._flush()
        return [draft for draft in self.drafts if draft.pieces]

    def _turn(self, frame: Frame) -> None:
        """Begin a paragraph: what the one before left open may go on, nothing else does."""
        self._flush()
        last = self.last
        unclosed = last is not None and bool(last.quotes) and not last.quotes[-1].closed
        first = frame.tokens[0].quote if frame.tokens else None
        self.open = last if unclosed and first is not None else None
        adjoins = frame.block == self.block + 1 and not frame.summary
        self.before = last if adjoins and last is not None and self._one_speaker() else None
        self.last, self.spoken, self.block, self.heard = None, None, frame.block, []
        self.asked = is_question(frame, self.labels)

    def _flush(self) -> None:
        """Keep quotations that no cue claimed: the speaker of the paragraph before goes on."""
        for frame in self.waiting:
            quotes = quotes_of(frame.tokens)
            if self.before is None:
                self._new(frame, "direct", quotes, NOBODY)
            elif self.before.type == "direct":
                self._extend(self.before, quotes)
                self.last = self.before
            else:
                self.before = self.last = self._carried(frame, quotes, self.before)
        self.waiting = []

    def _carried(self, frame: Frame, quotes: list[Marked], before: Draft) -> Draft:
        """Keep a whole sentence in marks as more words of the speaker before."""
        speaker = msgspec.structs.replace(before.speaker, rule="carried-on")
        return self._new(frame, "direct", quotes, speaker)

    def _one_speaker(self) -> bool:
        """Whether all that this paragraph quotes is said by one and the same, who is stated."""
        words = (s.source.of(self.text).casefold() if s.source else None for s in self.heard)
        names = {s.name or said for s, said in zip(self.heard, words, strict=True)}
        return len(names) == 1 and None not in names

    def _quoted(self, frame: Frame) -> None:
        """Take a sentence that is nothing but a quotation: it belongs to the cue before."""
        quotes = quotes_of(frame.tokens)
        if self.open is not None:
            self._extend(self.open, quotes)
            self.last, self.open = self.open, None
        elif self.awaiting is not None:
            self._extend(self.awaiting, quotes)
            self.last = self.awaiting
        elif self.last is not None and self.last.type == "direct":
            self._extend(self.last, quotes)
        elif self.last is not None and self.last.speaker.source is not None:
            self.last = self._carried(frame, quotes, self.last)
        else:
            self.waiting.append(frame)
        self.awaiting = None

    def _extend(self, draft: Draft, quotes: list[Marked]) -> None:
        """Add what the same cue governs."""
        draft.pieces.extend(quote.inner for quote in quotes)
        draft.quotes.extend(quotes)

    def _new(
        self, frame: Frame, type_: QuotationType, quotes: list[Marked], speaker: Speaker
    ) -> Draft:
        """Keep words in marks that have no cue."""
        pieces = [quote.inner for quote in quotes]
        span = frame_span(frame)
        draft = Draft(type_, pieces, list(quotes), (), speaker, span, is_key_point(frame))
        self.drafts.append(draft)
        return draft

    def _told(self, frame: Frame) -> None:
        """Take a sentence with words of the outlet's own."""
        self.open = self.awaiting = None
        turn = find_turn(frame, self.labels) if self.labels else []
        attributions = turn or find_attributions(frame) or find_label(frame)
        if not attributions:
            self._flush()
        claimed: set[int] = set()
        speaker: Speaker | None = None
        for attribution in attributions:
            within = _within(attribution, attributions)
            speaker = self._speaker(frame, attribution, speaker, within)
            self.heard.append(speaker)
            draft = self._draft(frame, attribution, speaker)
            claimed.update(i for low, high in attribution.content for i in range(low, high))
            if not attribution.content:
                self.awaiting = draft
            if within is None:
                self.last = draft
            if attribution.rule == "transcript":
                self.spoken = draft
        self._unclaimed(frame, claimed)

    def _speaker(
        self,
        frame: Frame,
        attribution: Attribution,
        before: Speaker | None,
        within: Attribution | None,
    ) -> Speaker:
        """Find who speaks; a cue without a subject has that of the cue or clause before."""
        if attribution.rule == "relative" and within is not None and before is not None:
            source = span_of(frame.tokens, attribution.source)
            return msgspec.structs.replace(before, source=source, rule="relative")
        if attribution.inherits and before is not None:
            return before
        part = attribution.source
        if attribution.inherits:
            part = main_subject(frame.tokens, attribution.start)
        earlier = self.last.speaker if self.last else None
        words = span_of(frame.tokens, part)
        found = self.speakers.find(words, attribution.rule, earlier, summary=frame.summary)
        if found.name is None and words is not None and self.before is not None:
            return self.speakers.of_paragraph_before(words, self.before.speaker) or found
        return found

    def _draft(self, frame: Frame, attribution: Attribution, speaker: Speaker) -> Draft:
        """Build the draft of one attribution, with what waited for a cue before it."""
        draft = new_draft(frame, attribution, speaker)
        opens = attribution.content and attribution.content[0][0] == 0
        if draft.type == "direct" and self.waiting and opens:
            early = [quote for each in self.waiting for quote in quotes_of(each.tokens)]
            draft.pieces = [quote.inner for quote in early] + draft.pieces
            draft.quotes = early + draft.quotes
            self.waiting = []
        self.drafts.append(draft)
        return draft

    def _unclaimed(self, frame: Frame, claimed: set[int]) -> None:
        """Keep a long stretch in marks that no cue governs: somebody's words, nobody named."""
        for index, token in enumerate(frame.tokens):
            if token.quote is None or index in claimed or frame.heading:
                continue
            words = token.quote.inner.of(self.text).split()
            if len(words) >= LONG_FRAGMENT:
                self._new(frame, "mixed", [token.quote], NOBODY)


def _within(inner: Attribution, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution whose source holds a cue: "said Ruiz, who added that ..."."""
    at = inner.cue.first
    for outer in attributions:
        if outer is not inner and outer.source and outer.source[0] <= at < outer.source[1]:
            return outer
    return None


def _end(frame: Frame) -> int:
    """Return where the last word of a frame and its full stop end."""
    return frame.tokens[-1].end
