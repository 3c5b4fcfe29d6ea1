"""Markdown sources: front matter for what is stated, blocks for passages, signs as edits.

The file is read, never rendered. The text of record is the whole file; the signs
of markup are left out of the cleaned view alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Extract, Notice, Passage, Source, Span
from generator.readers.encoding import decode
from generator.readers.front_matter import read_front_matter
from generator.readers.markdown_inline import Piece, inline_pieces, joined
from generator.readers.mojibake import damage_notices, find_mojibake, with_repairs
from generator.readers.text import lines_of

MAX_BRACKETS = 2_000
"""Opening brackets in one paragraph; the parser’s time grows with their square."""

MAX_LINE = 200_000
"""Characters of one line that is still read as markup."""

NESTING = 40
"""Lists within lists and quotes within quotes that the parser follows."""

_BLOCKS = {"paragraph_open": "p", "blockquote_open": "blockquote", "list_item_open": "li"}
_BRACKET = re.compile(r"[\[<*_`]")


def read_markdown(data: bytes, source: Source) -> Extract:
    """Read a Markdown file; each block, list item and table row is a passage.

    Raises:
        UnreadableError: If the front matter is not plain YAML of names and values;
            the message names the line.
    """
    text, notices = decode(data)
    front, stated = read_front_matter(text)
    body = text[front:]
    head = [Passage(span, "front-matter") for span in lines_of(text[:front])]
    if is_hostile(body):
        passages = [Passage(_moved(span, front)) for span in lines_of(body)]
        edits: list[tuple[Span, str]] = []
        notices = (
            *notices,
            Notice(
                "markup-not-read",
                None,
                "the markup is too deep to be read; every line was taken as it is",
            ),
        )
    else:
        passages, edits = _blocks(body, front)
    damaged = find_mojibake(text)
    return Extract(
        source=source,
        text=text,
        passages=tuple(head + passages),
        stated=stated,
        edits=with_repairs(edits, damaged),
        notices=notices + damage_notices(text, damaged),
    )


def is_hostile(body: str) -> bool:
    """Return whether a text would cost the parser more than it is worth."""
    paragraphs = re.split(r"\n[ \t]*\n", body)
    deep = re.search(r"(?:>[ \t]?){60}|^(?:[ \t]{0,9}[-*+][ \t]{1,4}){60}", body, re.MULTILINE)
    return bool(deep) or any(
        len(_BRACKET.findall(p)) > MAX_BRACKETS or len(p) > MAX_LINE for p in paragraphs
    )


def _blocks(body: str, front: int) -> tuple[list[Passage], list[tuple[Span, str]]]:
    """Return the passages of a text and the edits that take its markup signs away."""
    starts = _line_starts(body)
    taken: list[tuple[int, int]] = []
    passages: list[Passage] = []
    edits: list[tuple[Span, str]] = []
    for first, last, hint, token in _leaves(
        MarkdownIt("commonmark", {"maxNesting": NESTING})
        .enable("table")
        .disable("text_join")
        .parse(body)
    ):
        begin, end = starts[first], starts[min(last, len(starts) - 1)]
        if not body[begin:end].strip() or (taken and begin < taken[-1][1]):
            continue
        taken.append((begin, end))
        pieces = inline_pieces(body, begin, end, token) if token is not None else []
        passages.extend(_passages(body, begin, end, hint, pieces))
        edits.extend(_signs(body, begin, end, pieces))
    passages.extend(_left_over(body, taken))
    ordered = sorted(passages, key=lambda p: p.span)
    moved = [Passage(_moved(p.span, front), p.hint) for p in ordered]
    return moved, [(_moved(span, front), to) for span, to in edits]


def _leaves(tokens: Sequence[Token]) -> list[tuple[int, int, str, Token | None]]:
    """Return the first and last line, hint and inline content of each block that holds text."""
    found: list[tuple[int, int, str, Token | None]] = []
    around: list[str] = []
    for index, token in enumerate(tokens):
        if token.type in {"blockquote_open", "list_item_open"}:
            around.append(_BLOCKS[token.type])
        elif token.type in {"blockquote_close", "list_item_close"}:
            around.pop()
        elif token.type == "tr_open" and token.map:
            found.append((token.map[0], token.map[1], "td", None))
        elif token.type in {"fence", "code_block"} and token.map:
            found.append((token.map[0], token.map[1], "code", None))
        elif (
            token.type == "inline"
            and token.map
            and tokens[index - 1].type in {"paragraph_open", "heading_open"}
        ):
            opener = tokens[index - 1]
            hint = opener.tag if opener.type == "heading_open" else (around[-1] if around else "p")
            found.append((*(opener.map or token.map), hint, token))  # type: ignore[arg-type]
    return found


def _passages(body: str, begin: int, end: int, hint: str, pieces: list[Piece]) -> list[Passage]:
    """Return the passages of one block; a picture, and the words set under it, stand apart."""
    whole = _trim(body, begin, end)
    pictures = [p for p in pieces if p.picture]
    if not pictures:
        return [Passage(whole, hint)]
    found: list[Passage] = []
    at = whole.start
    pictured = False
    for line in _spans_of_lines(body, whole):
        own = [p for p in pieces if line.start <= p.start < line.end and p.text.strip()]
        alone = (bool(own) and all(p.picture for p in own)) or (
            not own and any(line.start <= p.start < line.end and p.picture for p in pieces)
        )
        kind = "img" if alone else "figcaption" if pictured and hint == "p" else hint
        if found and found[-1].hint == kind:
            found[-1] = Passage(Span(found[-1].span.start, line.end), kind)
        else:
            found.append(Passage(line, kind))
        pictured = pictured or alone
        at = line.end
    return found or [Passage(Span(whole.start, max(at, whole.end)), hint)]


def _signs(body: str, begin: int, end: int, pieces: list[Piece]) -> list[tuple[Span, str]]:
    """Return the edits that leave of a block only its pieces, line breaks turned into blanks."""
    if not any(piece.text.strip() for piece in pieces):
        return []
    whole = _trim(body, begin, end)
    return joined(body, whole, pieces)


def _left_over(body: str, taken: list[tuple[int, int]]) -> list[Passage]:
    """Return the lines that no block holds: rules, link definitions, raw HTML."""
    found: list[Passage] = []
    at = 0
    for begin, end in [*taken, (len(body), len(body))]:
        found.extend(Passage(_moved(span, at)) for span in lines_of(body[at:begin]))
        at = max(at, end)
    return found


def _line_starts(body: str) -> list[int]:
    """Return where each line of the parser begins, and the end of the text."""
    ends = [m.end() for m in re.finditer(r"\r\n|\n|\r", body)]
    return [0, *ends, len(body)] if not ends or ends[-1] < len(body) else [0, *ends]


def _spans_of_lines(body: str, whole: Span) -> list[Span]:
    return [_moved(span, whole.start) for span in lines_of(whole.of(body))]


def _trim(body: str, begin: int, end: int) -> Span:
    words = body[begin:end]
    return Span(begin + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
