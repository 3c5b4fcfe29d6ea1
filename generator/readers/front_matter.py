"""Front matter: what a Markdown file states about itself, read as plain names and values.

Events of the YAML parser are read one by one: no value is resolved (a day stays
as it is written), and nothing is built that an alias or tag could turn into
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from generator.errors import UnreadableError
from generator.model import Span, Stated, Statements

BASIS = "front matter"

KEYS: dict[str, str] = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "publication": "outlet",
    "outlet": "outlet",
    "source": "outlet",
    "tags": "tags",
    "keywords": "tags",
    "story": "story",
}
"""Keys that are read, and what they state; others are left alone."""

MAX_SIZE = 20_000
"""Characters; more is no front matter."""

MAX_BRACKETS = 200

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)


class _Value(msgspec.Struct, frozen=True):
    text: str
    span: Span | None


def read_front_matter(text: str) -> tuple[int, Statements]:
    """Return where the body begins and what the front matter states; ``(0, …)`` without one.

    Raises:
        UnreadableError: If it is no plain YAML mapping, or holds a key twice, an
            alias, an anchor or a tag.
    """
    opened = _FENCE.match(text)
    closed = _CLOSE.search(text, opened.end(), opened.end() + MAX_SIZE) if opened else None
    if (
        not opened
        or not closed
        or not re.match(r"\s*[\w\"'-]+\s*:", text[opened.end() : closed.start()] or "x")
    ):
        return 0, Statements()
    values = _values(text[opened.end() : closed.start()], opened.end())
    return closed.end(), _statements(values)


def _values(block: str, at: int) -> dict[str, list[_Value]]:
    """Return the scalars of each known key, with their place in the file.

    Args:
        block: What stands between the fences.
        at: Where it begins in the file.
    """
    if block.count("[") + block.count("{") > MAX_BRACKETS:
        raise UnreadableError("front matter: too many brackets")
    found: dict[str, list[_Value]] = {}
    seen: set[str] = set()
    try:
        for name, scalars in _pairs(block):
            key = name.value.casefold()
            if key in seen:
                raise _wrong(name, f"the key {key} stands twice")
            seen.add(key)
            if key in KEYS:
                found[key] = [_Value(one.value, _place(block, one, at)) for one in scalars]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        problem = getattr(error, "problem", None) or "no plain text"
        raise UnreadableError(f"front matter{line}: {problem}") from error
    return found


def _pairs(block: str) -> Iterator[tuple[yaml.ScalarEvent, list[yaml.ScalarEvent]]]:
    """Yield each key of the outer mapping with its value, or the items of a list of values."""
    open_: list[str] = []
    key: yaml.ScalarEvent | None = None
    scalars: list[yaml.ScalarEvent] = []
    for event in yaml.parse(block, Loader=yaml.BaseLoader):
        _refuse(event)
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append("[" if isinstance(event, yaml.SequenceStartEvent) else "{")
        elif isinstance(event, yaml.CollectionEndEvent):
            open_.pop()
        elif isinstance(event, yaml.ScalarEvent) and key is None:
            key = event if open_ == ["{"] else None
            continue
        elif isinstance(event, yaml.ScalarEvent) and open_ in (["{"], ["{", "["]):
            scalars.append(event)
        if key is not None and open_ == ["{"]:
            yield key, scalars
            key, scalars = None, []


def _refuse(event: yaml.Event) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _wrong(event, "anchors and aliases are not read")
    if getattr(event, "tag", None):
        raise _wrong(event, "tags are not read")


def _wrong(event: yaml.Event, problem: str) -> UnreadableError:
    line = f", line {event.start_mark.line + 2}" if event.start_mark else ""
    return UnreadableError(f"front matter{line}: {problem}")


def _place(block: str, event: yaml.ScalarEvent, at: int) -> Span | None:
    """Return where the value stands, without its marks; None if the file writes it otherwise."""
    if event.start_mark is None or event.end_mark is None:
        return None
    start, end = event.start_mark.index, event.end_mark.index
    if block[start : start + 1] in {'"', "'"}:
        start, end = start + 1, end - 1
    end = start + len(block[start:end].rstrip())
    return Span(at + start, at + end) if end > start and block[start:end] == event.value else None


def _statements(values: dict[str, list[_Value]]) -> Statements:
    stated: dict[str, list[Stated]] = {}
    for key, found in values.items():
        stated.setdefault(KEYS[key], []).extend(
            Stated(v.text.strip(), BASIS, v.span) for v in found if v.text.strip()
        )

    def first(name: str) -> Stated | None:
        return next(iter(stated.get(name, [])), None)

    story = first("story")
    return Statements(
        title=first("title"),
        outlet=first("outlet"),
        published=first("published"),
        authors=tuple(stated.get("authors", [])),
        tags=tuple(one for tag in stated.get("tags", []) for one in _topics(tag)),
        story=story.value if story else None,
    )


def _topics(tag: Stated) -> list[Stated]:
    """Return the topics of one value; a row with commas holds several."""
    return (
        [Stated(part.strip(), tag.basis) for part in tag.value.split(",") if part.strip()]
        if "," in tag.value
        else [tag]
    )
