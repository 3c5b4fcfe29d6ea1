"""Labels: speakers set before their words by a colon or after them by a dash, without a verb."""

from __future__ import annotations

from generator.annotate.cues import Cue
from generator.annotate.frames import Frame, Token
from generator.annotate.sources import Attribution
from generator.annotate.subjects import Range, is_verb, main_subject

MAX_LABEL = 6
"""Words that a speaker's label may have: "Dr Ana Ruiz, Norvik:"."""

_NO_CUE = Cue(0, 0, 0, "", "label")


def find_label(frame: Frame) -> list[Attribution]:
    """Return what a label attributes: at most one item, none where the frame has no label."""
    return _colon(frame) or _dash(frame) or _blunt(frame)


def _blunt(frame: Frame) -> list[Attribution]:
    """Read "Ruiz was blunt: “No.”": the subject of the sentence is the one who speaks."""
    tokens = frame.tokens
    at = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].quote is None:
        return []
    source = _only_named(tokens, at) or main_subject(tokens, at)
    if source is None or any(t.quote for t in tokens[:at]):
        return []
    if any(is_verb(t) for t in tokens[: source[0]]) and not tokens[source[0]].named:
        return []
    content = ((at + 1, _end(tokens)),)
    return [Attribution(_NO_CUE, source, source[0], at + 1, "label", content=content)]


def _only_named(tokens: tuple[Token, ...], end: int) -> Range | None:
    """Return the one person named before a colon, where a thing or "here is" leads to the words.

    "Here is Ruiz in 2030: “No.”", "The rise surprised nobody less than Ruiz: “I knew.”"
    """
    named = [i for i in range(end) if tokens[i].named]
    if not named or named[-1] - named[0] != len(named) - 1 or named[0] == 0:
        return None
    owned = tokens[named[-1]].word.endswith(("'s", "s'"))
    led = tokens[0].word in ("here", "here's", "this", "from")
    return (named[0], named[-1] + 1) if not owned and (led or named[-1] == end - 1) else None


def _colon(frame: Frame) -> list[Attribution]:
    """Read "Ruiz: “No comment.”" and, in a headline or a transcript, "Ruiz: No comment"."""
    tokens = frame.tokens
    at = next((i for i, t in enumerate(tokens[: MAX_LABEL + 1]) if t.text == ":"), None)
    if at is None or at == 0 or at + 1 >= len(tokens) or not _is_name(tokens[:at]):
        return []
    if tokens[at + 1].quote is None and not tokens[at - 1].named:
        return []
    marked = tokens[at + 1].quote is not None
    rule = "label" if marked or frame.title else "transcript"
    content = ((at + 1, _end(tokens)),)
    return [Attribution(_NO_CUE, (0, at), 0, at + 1, rule, content=content)]


def _dash(frame: Frame) -> list[Attribution]:
    """Read “No comment.” -- Tom Hale, Norvik."""
    tokens = frame.tokens
    if len(tokens) < 3 or tokens[0].quote is None or tokens[1].text not in ("—", "–", "--", "-"):
        return []
    end = _end(tokens)
    if not _is_name(tokens[2:3]) or any(is_verb(t) or t.quote for t in tokens[2:end]):
        return []
    if any(len(t.word) == 4 and t.word.isdigit() for t in tokens[2:end]):
        return []  # a reference with its date, whose marks hold a headline
    return [Attribution(_NO_CUE, (2, end), 1, end, "dash", content=((0, 1),))]


def _is_name(tokens: tuple[Token, ...]) -> bool:
    """Whether words look like a name: each begins with a capital."""
    words = [t for t in tokens if t.word]
    return bool(words) and all(t.capital for t in words) and not any(t.quote for t in tokens)


def _end(tokens: tuple[Token, ...]) -> int:
    """Return the end of the tokens without the signs at their end."""
    end = len(tokens)
    while end and not tokens[end - 1].word and tokens[end - 1].quote is None:
        end -= 1
    return end
