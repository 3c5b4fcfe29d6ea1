"""Drafts: quotations while their pieces are being gathered."""

from __future__ import annotations

import msgspec

from generator.annotate.frames import Frame, Token
from generator.annotate.marks import Marked
from generator.annotate.sources import Attribution
from generator.annotate.speakers import Speaker
from generator.annotate.subjects import Range
from generator.model import QuotationType, Span


class Draft(msgspec.Struct):
    """A quotation while its pieces are being gathered."""

    type: QuotationType
    pieces: list[Span]
    quotes: list[Marked]
    """The marked stretches in it, for its flags."""
    cue: tuple[Span, ...]
    speaker: Speaker
    frame: Span
    """The sentence of its cue."""
    key_point: bool = False
    """Whether it stands in a key point."""


def new_draft(frame: Frame, attribution: Attribution, speaker: Speaker) -> Draft:
    """Build the draft of one attribution."""
    tokens, content = frame.tokens, attribution.content
    quotes = [quote for low, high in content for quote in quotes_of(tokens[low:high])]
    type_ = _type(tokens, attribution)
    pieces = [piece_of(tokens, part) for part in content]
    if type_ == "direct" and quotes:
        pieces = [quote.inner for quote in quotes]
    cue = _cue(tokens, attribution)
    return Draft(type_, pieces, quotes, cue, speaker, frame_span(frame), is_key_point(frame))


def is_key_point(frame: Frame) -> bool:
    """Return whether a frame stands in a key point."""
    return frame.summary and not frame.title


def frame_span(frame: Frame) -> Span:
    """Return the characters of a frame."""
    return Span(frame.tokens[0].start, frame.tokens[-1].end)


def _cue(tokens: tuple[Token, ...], attribution: Attribution) -> tuple[Span, ...]:
    """Return the words of the cue; a label has none, "as Ruiz put it" has two pieces."""
    cue, closing = attribution.cue, len(attribution.cue.closing)
    if not cue.patterns:
        return ()
    first = Span(tokens[cue.first].start, tokens[cue.last].end)
    if not closing:
        return (first,)
    end = attribution.end
    return first, Span(tokens[end - closing].start, tokens[end - 1].end)


def quotes_of(tokens: tuple[Token, ...]) -> list[Marked]:
    """Return the marked stretches among tokens."""
    return [token.quote for token in tokens if token.quote is not None]


def span_of(tokens: tuple[Token, ...], part: Range | None) -> Span | None:
    """Return the characters of a range, without signs at its end."""
    if part is None:
        return None
    low, high = part
    while high - 1 > low and not tokens[high - 1].word and tokens[high - 1].text != ")":
        high -= 1
    return Span(tokens[low].start, tokens[high - 1].end)


def piece_of(tokens: tuple[Token, ...], part: Range) -> Span:
    """Return the characters of one stretch of content; marks around all of it stay outside."""
    low, high = part
    only = tokens[low].quote
    if high - low == 1 and only is not None:
        return only.inner
    return Span(tokens[low].start, tokens[high - 1].end)


def _type(tokens: tuple[Token, ...], attribution: Attribution) -> QuotationType:
    """Tell whole statements in marks from fragments in reported speech, and from neither."""
    inside = [t for low, high in attribution.content for t in tokens[low:high]]
    quotes = [t.quote for t in inside if t.quote is not None]
    if not quotes:
        return "direct" if attribution.rule == "transcript" or not inside else "indirect"
    if any(t.word for t in inside):
        return "mixed"
    return "direct" if _is_whole(tokens, attribution) else "mixed"


def _is_whole(tokens: tuple[Token, ...], attribution: Attribution) -> bool:
    """Whether marks that hold the whole content hold a statement, not the object of a verb."""
    low = attribution.content[0][0]
    if attribution.rule in ("label", "dash", "transcript"):
        return True
    if "q" not in attribution.cue.patterns:
        return False
    if low < attribution.start or low == 0:
        return True
    return tokens[low - 1].text in (",", ":", "—") or not tokens[low].lower
