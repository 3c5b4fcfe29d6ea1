"""Where the words of a Markdown block stand in the file, and what around them is markup."""

from __future__ import annotations

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Span

_PARSER = MarkdownIt("commonmark")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the file that is words, and what the view shows for it."""

    start: int
    end: int
    text: str
    picture: bool = False
    """Whether it is the words that stand for a picture."""


def inline_pieces(body: str, begin: int, end: int, token: Token) -> list[Piece]:
    """Return the words of a block in the order of the file.

    Args:
        body: The text that was parsed.
        begin: Where the block's first line begins.
        end: Past its last line.
        token: Its inline content, parsed with ``text_join`` switched off.
    """
    content = token.content
    places = _places(body, begin, end, content)
    pieces: list[Piece] = []
    at = 0
    for child in token.children or []:
        if child.type == "link_close":
            at = _after_target(content, at)
            continue
        shown, written = _words_of(child)
        if not written:
            continue
        found = content.find(written, at)
        if found < 0:
            continue
        at = found + len(written)
        pieces.append(Piece(places[found], places[at - 1] + 1, shown, child.type == "image"))
        if child.type == "image":
            at = _after_target(content, at)
    return pieces


def joined(body: str, whole: Span, pieces: list[Piece]) -> list[tuple[Span, str]]:
    """Return the edits that leave of a block only its pieces; a line end becomes a blank."""
    edits: list[tuple[Span, str]] = []
    at = whole.start
    for piece in pieces:
        if piece.start > at:
            gap = body[at : piece.start]
            blank = " " if at > whole.start and ("\n" in gap or "\r" in gap) else ""
            edits.append((Span(at, piece.start), blank))
        if piece.text != body[piece.start : piece.end]:
            edits.append((Span(piece.start, piece.end), piece.text))
        at = piece.end
    if at < whole.end:
        edits.append((Span(at, whole.end), ""))
    return edits


def _words_of(child: Token) -> tuple[str, str]:
    """Return what a token shows and how the file writes it; both empty for a mere sign."""
    if child.type == "text":
        return child.content, child.content
    if child.type == "text_special":
        return child.content, child.markup
    if child.type in {"code_inline", "image"}:
        return child.content, child.content
    return "", ""


def _places(body: str, begin: int, end: int, content: str) -> list[int]:
    """Return where in the file each character of the inline content stands.

    The content is the block's lines without their prefixes, so each of its lines
    is found in the file's line, after those before it.
    """
    places: list[int] = []
    at = begin
    for number, line in enumerate(content.split("\n")):
        if number:
            places.append(max(at - 1, begin))
        found = body.find(line, at, end)
        start = found if found >= 0 else at
        places.extend(min(start + i, end - 1) for i in range(len(line)))
        at = _next_line(body, start + len(line), end)
    return places


def _next_line(body: str, at: int, end: int) -> int:
    ends = [i for i in (body.find("\n", at, end), body.find("\r", at, end)) if i >= 0]
    return min(ends) + 1 if ends else at


def _after_target(content: str, at: int) -> int:
    """Return the place after the address of a link or picture whose words end at ``at``."""
    close = content.find("]", at)
    if close < 0:
        return at
    after = close + 1
    if content.startswith("(", after):
        target = _PARSER.helpers.parseLinkDestination(content, after + 1, len(content))
        end = content.find(")", target.pos if target.ok else after)
        title = content[target.pos : end] if target.ok and end >= 0 else ""
        mark = title.strip()[:1]
        if mark in {'"', "'"} and title.count(mark) == 1:
            end = content.find(")", content.find(mark, end))
        return end + 1 if end >= 0 else after
    if content.startswith("[", after):
        end = content.find("]", after)
        return end + 1 if end >= 0 else after
    return after
