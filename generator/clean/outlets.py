"""Who publishes the page: only where the page says so of itself."""

from __future__ import annotations

import re

from generator.clean.cues import COPYRIGHT, folded, is_navigation, phrases
from generator.clean.editor_comments import editor_of
from generator.model import Block, Outlet, Span

MAST_LINES = 3
"""A masthead is among the first lines of a page."""

MAST_WORDS = 5

_WORD = r"(?:[A-ZÀ-Þ&\d][\w&’'-]*(?:\.\w+)*)"
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|and|the|de|for|on)\s)?{_WORD}){{0,5}}"
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–—/,]\s?(?:(?:19|20)?\d\d|present))?)"
_OWNER = re.compile(
    rf"(?i:©|\(c\)|\bcopyright\b)(?:\s{{0,2}}(?i:©|\(c\)|copyright))?[\s,:]{{0,3}}"
    rf"(?:{_YEARS}[\s,.:|–—-]{{0,4}})?(?:by\s)?(?P<name>{_NAME})(?P<after>[^|·•\n]{{0,40}})"
)
_YEAR_END = re.compile(rf"[\s,]{{1,3}}{_YEARS}\.?$")
_LEGAL = re.compile(
    r"\b(?:inc|llc|ltd|limited|corp|corporation|co|company|gmbh|plc|ag|s\.?a|pty|b\.?v|l\.?p|llp|trust|communications|holdings|partners|interactive|properties|enterprises|group|network|publishing|publications|rights|reserved)\b",
    re.IGNORECASE,
)


def find_outlet(text: str, blocks: tuple[Block, ...]) -> Outlet | None:
    """Return the outlet that a page names as its own, or None.

    An editor's label tells first, then a masthead, then the line on copyright.
    Agencies and outlets that are credited or cited never count.
    """
    return (
        _from_editor(text, blocks) or _from_masthead(text, blocks) or _from_copyright(text, blocks)
    )


def _from_editor(text: str, blocks: tuple[Block, ...]) -> Outlet | None:
    for block in blocks:
        match = editor_of(block.span.of(text)) if block.kind == "editor_comment" else None
        if match and match["outlet"]:
            start = block.span.start + match.start("outlet")
            span = Span(start, start + len(match["outlet"]))
            return Outlet(span.of(text), span, "label of the editor's comment")
    return None


def _from_masthead(text: str, blocks: tuple[Block, ...]) -> Outlet | None:
    """Return a name at the very top, with the page's menu under it or named again as its owner."""
    title = next((i for i, block in enumerate(blocks) if block.kind == "title"), 0)
    owners = folded(" ".join(b.span.of(text) for b in blocks[title:] if _is_owner_line(text, b)))
    for index, block in enumerate(blocks[: min(MAST_LINES, title)]):
        words = block.span.of(text)
        if block.kind != "boilerplate" or not _is_mast(words):
            continue
        under = blocks[index + 1].span.of(text)
        menu = title <= 2 * MAST_LINES and (
            is_navigation(under) or blocks[index + 1].kind == "section"
        )
        if menu or (folded(words) and folded(words) in owners):
            return Outlet(words, block.span, "masthead")
    return None


def _from_copyright(text: str, blocks: tuple[Block, ...]) -> Outlet | None:
    last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=len(blocks))
    for block in blocks[last:]:
        match = _OWNER.search(block.span.of(text)[:300]) if _is_owner_line(text, block) else None
        if not match or match["after"].lstrip().startswith("/"):
            continue
        name = _YEAR_END.sub("", match["name"]).rstrip(" .,")
        legal = _LEGAL.search(name) or _LEGAL.match(match["after"].lstrip(" ,."))
        agency = folded(name) in phrases("agencies")
        if (
            name
            and not agency
            and not (legal and not match["after"].lstrip(" ,.").casefold().startswith("all"))
        ):
            start = block.span.start + match.start("name")
            return Outlet(name, Span(start, start + len(name)), "copyright line")
    return None


def _is_owner_line(text: str, block: Block) -> bool:
    words = block.span.of(text)
    return block.kind == "boilerplate" and len(words) < 600 and bool(COPYRIGHT.search(words[:300]))


def _is_mast(words: str) -> bool:
    """Return whether a line is a name: a few capitals, no sentence, no menu, no date."""
    tokens = words.split()
    plain = folded(words)
    known = plain in phrases("furniture_lines") or plain in phrases("section_names")
    named = all(t[0].isupper() or t.casefold() in {"of", "the", "and", "&", "de"} for t in tokens)
    return (
        0 < len(tokens) <= MAST_WORDS
        and named
        and not known
        and not re.search(r"\d|[.!?,:;|]$|[|>·•]|\s{2}", words)
    )
