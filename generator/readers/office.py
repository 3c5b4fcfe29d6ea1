"""What files of word processors have beside their text: comments, notes, properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from lxml import etree

from generator.model import Notice, Passage, Span, Stated, Statements
from generator.readers.flow import LEAD_WORDS, Paragraph
from generator.readers.xml_parts import local

HEAD_LINES = 12
"""The author's name stands among the first lines if the page names its author at all."""

TITLE_WORDS = 4

NAMELESS = frozenset({"", "author", "unknown author", "unknown", "user", "microsoft office user"})
"""What programs write for an author whom they do not know or were told to leave out."""

SEEN = {
    "changes": (
        "tracked-changes",
        "The file carries tracked changes: deleted words are left out, inserted words are text.",
    ),
    "hidden": ("hidden-text", "The file holds hidden words; they are left out."),
    "chunk": ("embedded-file", "The file embeds another file as text; that part is not read."),
    "embedded": ("embedded-file", "The file embeds other files or objects; they are not read."),
    "macros": ("macros", "The file carries macros; they are neither run nor kept."),
    "remote": ("remote-part", "The file points to pictures or parts elsewhere; none is fetched."),
    "letters": (
        "encoding-damaged",
        "Some bytes are no letters in the encoding that the file states; they show as \ufffd.",
    ),
    "cut": ("cut-off", "The file breaks off before its end; some of its text may be missing."),
}
"""What a file may carry, with the notice for it."""

_NAME = re.compile(r"[^\W\d_][\w’'.-]*(?: [\w’'.-]+){1,4}")
_BLANK = re.compile(r"\s+")


class Comment(msgspec.Struct, frozen=True):
    """What somebody wrote in the margin."""

    key: str
    author: str
    """Empty where the file names nobody."""
    paragraphs: list[Paragraph]


def commented(comments: Iterable[Comment]) -> Iterator[Paragraph]:
    """Yield the comments as text, each paragraph under the name of who wrote it.

    A comment is no part of the report: it stands after it, and its hint says so.
    """
    for comment in comments:
        label = f"{comment.author}: " if _is_named(comment) else ""
        for one in comment.paragraphs:
            if one.text.strip():
                text = f"{label}{one.text.strip()}"
                yield Paragraph(text, "comment", main=False)


def about_comments(comments: Iterable[Comment], marked: dict[str, Span]) -> Iterator[Notice]:
    """Yield a notice on each stretch of text that somebody commented on."""
    for comment in comments:
        span = marked.get(comment.key)
        if span is not None:
            who = comment.author if _is_named(comment) else "somebody whom the file does not name"
            yield Notice(
                "comment-in-margin",
                span,
                f"A comment by {_blanks(who)} on these words stands at the end.",
            )


def about_seen(seen: Iterable[str]) -> Iterator[Notice]:
    """Yield the notices for what a file carries beside its text, each once."""
    rows = {SEEN[key][0]: SEEN[key][1] for key in sorted(seen, reverse=True)}
    for code in sorted(rows):
        yield Notice(code, None, rows[code])


def aside(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of a note, said to be one."""
    return [msgspec.structs.replace(one, hint="aside", marks=()) for one in paragraphs]


def furniture(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the lines of page heads and feet: each once, without those that hold no word."""
    rows = {_blanks(one.text): one for one in reversed(list(paragraphs))}
    return [
        msgspec.structs.replace(one, main=False, marks=())
        for words, one in reversed(rows.items())
        if any(c.isalpha() for c in words)
    ]


def properties_of(root: etree._Element | None) -> tuple[str, str]:
    """Return title and author among a file's properties; empty where it states none."""
    if root is None:
        return "", ""
    return _first(root, "title"), _first(root, "creator") or _first(root, "initial-creator")


def find_statements(
    properties: tuple[str, str], text: str, passages: tuple[Passage, ...]
) -> Statements:
    """Return the title and the author among a file's properties that its own text bears out.

    A template's title and the name of whose machine it was are no statements about
    the text; the days of creation and change are no day of publication.

    Args:
        properties: Title and author that the file states; empty where it states none.
        text: The text of record.
        passages: Its passages.
    """
    title, name = (_blanks(words) for words in properties)
    head = passages[:HEAD_LINES]
    span = next((p.span for p in head if title and _is_title(p, text, title)), None)
    author = _in_head(name, text, head)
    return Statements(
        title=Stated(span.of(text), "document properties", span) if span else None,
        authors=(Stated(name, "document properties", author),) if author else (),
    )


def _is_title(passage: Passage, text: str, title: str) -> bool:
    """Return whether a line says what the title property says; a label such as "News" does not."""
    words = _blanks(passage.span.of(text))
    long = passage.hint == "h1" or len(words.split()) >= TITLE_WORDS
    return long and words.casefold() == title.casefold()


def _in_head(name: str, text: str, head: tuple[Passage, ...]) -> Span | None:
    """Return where a name stands in a short line above the first paragraph; None if nowhere."""
    if not _NAME.fullmatch(name):
        return None
    for passage in head:
        words = passage.span.of(text)
        if len(words.split()) >= LEAD_WORDS:
            return None
        at = words.find(name)
        if at >= 0:
            return Span(passage.span.start + at, passage.span.start + at + len(name))
    return None


def _first(root: etree._Element, name: str) -> str:
    found = (_blanks(e.text or "") for e in root.iter("{*}" + name) if local(e) == name)
    return next((words for words in found if words), "")


def _is_named(comment: Comment) -> bool:
    return comment.author.casefold() not in NAMELESS


def _blanks(words: str) -> str:
    return _BLANK.sub(" ", words).strip()
