"""Frames: sentences in which a quotation is one piece, however many sentences it holds itself.

Sentence splitters cut at the mark, inside a quotation, or between it and "said Ruiz". Cues and
sources are told in a text where each marked stretch is one token, so they need borders of their
own: those of the sentences, less the ones inside marks, plus those that fall after a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from generator.annotate.cue_words import closed_words
from generator.annotate.marks import Marked, find_marked
from generator.model import Block, Document, Layers, Person, Span

KINDS = frozenset(["title", "subtitle", "origin_headline", "key_point", "body", "editor_comment"])
"""Kinds of block in which somebody may be quoted."""

_SHORT_TURN = re.compile(
    r"[“\"«„].{10,280}[”\"»]\s*[-–—]{1,2}\s*[A-Z]|(?=.{0,300}[“”\"«»„‘’]|[A-Z]+[:.]\s).{0,300}[.?!”\"»’]\s*$"
)
"""A line that looks like a heading and is a sentence with marks, or a turn of a transcript."""

MAX_TOKENS = 400
"""Tokens of one frame: no sentence of prose has more, and what is done to one is bounded by it."""

MAX_LINK = 2
"""Words that may link a quotation to the one before: "And then, “...”"."""

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+|(?:[A-Z]\.){2,}(?:-\w+)*|\w+(?:['’.&/‑-]\w+)*|--+|``|''|[^\w\s]"
)
_DASHES = {"―": "—", "‒": "–"}
"""Rare signs for the two common dashes."""

_FINAL = re.compile(r"[.!?…][)\]”\"’']*$")


class Token(msgspec.Struct, frozen=True):
    """A word, a sign, or a whole stretch in quotation marks."""

    start: int
    end: int
    text: str
    """As printed; ``“`` for a stretch in marks."""
    word: str
    """In lower case with a straight apostrophe; empty unless it is a word."""
    quote: Marked | None = None
    named: bool = False
    """Whether it belongs to the name of a person."""
    lower: bool = False
    """Of a stretch in marks: whether it begins with a small letter, as a fragment does."""
    rounded: bool = False
    """Of a stretch in marks: whether it ends with a sign of its own, as a statement does."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.word != "" and self.text[0].isupper()


class Frame(msgspec.Struct, frozen=True):
    """One sentence of the outlet's own text with what it quotes."""

    tokens: tuple[Token, ...]
    block: int
    """Index into the document's blocks."""
    title: bool
    """Whether it is a headline: no full stop, verbs in the present."""
    summary: bool = False
    """Whether it sums up what stands below: a headline or a key point."""
    heading: bool = False
    """Whether it stands in a subheading, where words in marks alone are none of anybody's."""

    @property
    def only_quotes(self) -> bool:
        """Whether it holds nothing but words in marks, or "Then," and such before them."""
        linking = closed_words("adverb") | closed_words("conjunction")
        words = [t.word for t in self.tokens if t.word]
        quoted = any(t.quote for t in self.tokens)
        return quoted and len(words) <= MAX_LINK and all(word in linking for word in words)


def find_frames(document: Document, found: Layers) -> tuple[Frame, ...]:
    """Return the frames of all blocks in which somebody may be quoted, in their order.

    Args:
        document: The cleaned document.
        found: Reads ``sentences`` and ``people``.
    """
    quoting = [(i, b) for i, b in enumerate(document.blocks) if _may_quote(b, document.text)]
    ends: dict[int, list[Span]] = {}
    for sentence in found.sentences:
        ends.setdefault(sentence.block, []).append(sentence.span)
    spans = [_within(block, ends.get(i, [])) for i, block in quoting]
    marked = find_marked(document.text, spans)
    starts = [m.outer.start for m in marked]
    names = _names(found.people)
    frames: list[Frame] = []
    for (index, block), span in zip(quoting, spans, strict=True):
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        tokens = list(_tokens(document.text, span, marked[low:high], names))
        borders = {sentence.end for sentence in ends.get(index, [])}
        title = block.kind in ("title", "subtitle", "origin_headline")
        summary = title or block.kind == "key_point"
        frames.extend(
            Frame(tuple(part), index, title, summary, block.kind == "subheading")
            for part in _parts(document.text, tokens, _outside(borders, marked[low:high]))
        )
    return tuple(frames)


def _may_quote(block: Block, text: str) -> bool:
    """Whether somebody may be quoted in a block; in a heading only where it is a sentence."""
    if block.kind == "subheading":
        return _SHORT_TURN.match(block.span.of(text)[:320]) is not None
    return block.kind in KINDS


def _within(block: Block, sentences: list[Span]) -> Span:
    """Return the block from its first sentence on: bullets, datelines and labels stay outside."""
    return Span(sentences[0].start, block.span.end) if sentences else block.span


def _names(people: tuple[Person, ...]) -> tuple[list[int], list[Span]]:
    """Return the starts of all mentions and the mentions, sorted."""
    spans = sorted(mention for person in people for mention in person.mentions)
    return [span.start for span in spans], spans


def _tokens(
    text: str, span: Span, marked: tuple[Marked, ...], names: tuple[list[int], list[Span]]
) -> Iterator[Token]:
    """Yield the tokens of a paragraph, each marked stretch as one."""
    at = span.start
    for quote in marked:
        yield from _words(text, at, quote.outer.start, names)
        lower = text[quote.inner.start].islower()
        rounded = text[quote.inner.end - 1] in ",.!?…"
        yield Token(
            quote.outer.start, quote.outer.end, "“", "", quote, lower=lower, rounded=rounded
        )
        at = quote.outer.end
    yield from _words(text, at, span.end, names)


def _words(text: str, start: int, end: int, names: tuple[list[int], list[Span]]) -> Iterator[Token]:
    starts, spans = names
    for match in _TOKEN.finditer(text, start, end):
        words = _DASHES.get(match.group(), match.group())
        if words == "-" and _is_dash(text, match.start()):
            words = "–"
        is_word = words[0].isalnum()
        index = bisect_right(starts, match.start()) - 1
        named = index >= 0 and spans[index].end > match.start()
        plain = words.replace("’", "'").lower() if is_word else ""
        yield Token(*match.span(), words, plain, named=named and is_word)


def _is_dash(text: str, at: int) -> bool:
    """Whether a hyphen apart from both words parts them, as it does not in "Anglo - Irish"."""
    apart = text[max(0, at - 1) : at + 2] == " - "
    before = text[max(0, at - 30) : at].split()
    return apart and not (before and before[-1][0].isupper() and text[at + 2 : at + 3].isupper())


def _outside(borders: set[int], marked: tuple[Marked, ...]) -> set[int]:
    """Drop the borders inside marks; one before the closing mark moves behind it."""
    starts = [m.outer.start for m in marked]
    kept = set()
    for border in borders:
        index = bisect_left(starts, border) - 1
        quote = marked[index] if index >= 0 else None
        if quote is None or border > quote.outer.end:
            kept.add(border)
        elif border >= quote.inner.end:
            kept.add(quote.outer.end)
    return kept


def _parts(text: str, tokens: list[Token], borders: set[int]) -> Iterator[list[Token]]:
    """Cut the tokens of a paragraph into frames."""
    part: list[Token] = []
    for index, token in enumerate(tokens):
        part.append(token)
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is None:
            continue
        bordered = _bordered(borders, token.end, after.start)
        if len(part) >= MAX_TOKENS or _cuts(text, tokens, index, bordered=bordered):
            yield part
            part = []
    if part:
        yield part


def _bordered(borders: set[int], end: int, start: int) -> bool:
    """Whether a sentence ends between two tokens; they stand close, but for a run of blanks."""
    return any(at in borders for at in range(end, min(start, end + 8) + 1))


def _cuts(text: str, tokens: list[Token], index: int, *, bordered: bool) -> bool:
    """Whether a frame ends after a token."""
    token, after = tokens[index], tokens[index + 1]
    if token.quote is None:
        return bordered
    ends = _FINAL.search(token.quote.inner.of(text)[-4:]) is not None
    if after.quote is not None:
        return ends or bordered
    if not after.word:
        return bordered and not ends and after.text not in ",;:—–-"
    return ends and (after.capital or bordered) and not _attributed(tokens, index + 1)


def _attributed(tokens: list[Token], start: int) -> bool:
    """Whether "Ruiz asked." or "said the mayor" follows, so that the mark ends no sentence."""
    first = tokens[start]
    if not first.capital:
        return first.word not in closed_words("determiner")
    if first.word in ("he", "she", "they", "it", "i", "we"):
        return False
    for token in tokens[start : start + 8]:
        if token.text == ".":
            continue
        if not token.word or token.word in closed_words("auxiliary"):
            return False
        if token.word in closed_words("speaks"):
            return _closes(tokens, tokens.index(token, start) + 1)
    return False


def _closes(tokens: list[Token], index: int) -> bool:
    """Whether nothing that could be told follows the verb: its sentence ends or goes on quoting."""
    if index >= len(tokens):
        return True
    token = tokens[index]
    return token.quote is not None or token.text in ".,;:" or token.word in closed_words("setting")
