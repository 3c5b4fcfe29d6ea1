"""Plain YAML: lists, mappings and text, each with its line; nothing else is read.

What people write on a desk needs no more. Aliases unfold a kilobyte to gigabytes, tags
make values of other kinds, and a value that is guessed to be a date or a truth is none
that was written: all of them are refused or kept as the text that stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from generator.errors import ConfigError

MAX_BYTES = 5_000_000
"""A larger file is none that people wrote; ten thousand corrections have about two."""
MAX_DEPTH = 20
"""Levels of lists and mappings; what a desk writes has four."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STARTS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class Text(msgspec.Struct, frozen=True):
    """A word or sentence as it was written; empty where nothing was."""

    value: str
    line: int


class Rows(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int


class Fields(msgspec.Struct, frozen=True):
    """A mapping; each key stands once."""

    items: dict[str, Node]
    lines: dict[str, int]
    """Where each key stands."""
    line: int


Node = Text | Rows | Fields


def read_plain(data: bytes, file: str) -> Node | None:
    """Return what a file of plain YAML holds; None for one without anything in it.

    Args:
        data: The bytes of the file.
        file: What it is called, for messages.

    Raises:
        ConfigError: If it is anything but plain YAML, with the line.
    """
    if len(data) > MAX_BYTES:
        problem = f"it has {len(data) / 1e6:,.1f} MB, and may have {MAX_BYTES // 1_000_000}"
        raise ConfigError(problem, file=file)
    try:
        return _Reader(data.decode("utf-8-sig"), file).document()
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        raise ConfigError("it is not written in UTF-8", file=file, line=number) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        number = mark.line + 1 if mark else 1
        raise ConfigError(f"it is no YAML: {problem}", file=file, line=number) from error


class _Reader:
    """Builds values from the events of the parser, which unfolds and makes nothing itself."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._events: Iterator[Any] = (self._plain(e) for e in yaml.parse(text, Loader=_LOADER))

    def document(self) -> Node | None:
        """Return the value of the only document."""
        found: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if found:
                    raise self._error("only one document may stand in a file", event)
                found.append(self._node(next(self._events), 0))
        if not found or (isinstance(found[0], Text) and not found[0].value):
            return None
        return found[0]

    def _node(self, event: Any, depth: int) -> Node:
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return Text(self._written(event), line)
        if depth >= MAX_DEPTH:
            raise self._error("lists and mappings are nested too deep", event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Rows(tuple(self._node(one, depth + 1) for one in self._until_end()), line)
        return self._fields(line, depth)

    def _fields(self, line: int, depth: int) -> Fields:
        items: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in self._until_end():
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error("a key must be a word", event)
            if event.value in items:
                raise self._error(f"the key {event.value!r} stands here twice", event)
            lines[event.value] = _line(event)
            items[event.value] = self._node(next(self._events), depth + 1)
        return Fields(items, lines, line)

    def _written(self, event: Any) -> str:
        """Return a text that can be printed: half a character, as an escape may give, cannot."""
        value = str(event.value)
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise self._error("this is half a character, and cannot be printed", event)
        return value

    def _until_end(self) -> Iterator[Any]:
        for event in self._events:
            if isinstance(event, _ENDS):
                return
            yield event

    def _plain(self, event: Any) -> Any:
        """Return an event; refuse aliases, names for them, and tags."""
        if isinstance(event, yaml.AliasEvent):
            raise self._error(f"aliases (*{event.anchor}) are not allowed", event)
        if isinstance(event, (*_STARTS, yaml.ScalarEvent)):
            if event.anchor is not None:
                raise self._error(f"anchors (&{event.anchor}) are not allowed", event)
            if event.tag not in (None, "!"):
                raise self._error(f"tags ({event.tag}) are not allowed", event)
        return event

    def _error(self, problem: str, event: Any) -> ConfigError:
        return ConfigError(problem, file=self._file, line=_line(event))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


class Entry:
    """A mapping of known keys, asked for one by one; what is wrong is said with its line."""

    def __init__(self, node: Node, file: str, keys: tuple[str, ...], what: str) -> None:
        if not isinstance(node, Fields):
            raise ConfigError(f"{what} must be `key: value` lines", file=file, line=node.line)
        for key in node.items:
            if key not in keys:
                problem = f"unknown key {key!r}; known are {', '.join(keys)}"
                raise ConfigError(problem, file=file, line=node.lines[key])
        self.file, self.line, self._node = file, node.line, node

    def __contains__(self, key: str) -> bool:
        """Return whether a key stands there, with or without a value."""
        return key in self._node.items

    def error(self, problem: str, key: str = "") -> ConfigError:
        """Return an error that names the line of a key, or that of the entry."""
        line = self._node.lines.get(key, self.line)
        return ConfigError(problem, file=self.file, line=line)

    def text(self, key: str) -> str | None:
        """Return a value; None where it is missing or blank."""
        node = self._node.items.get(key)
        if node is None:
            return None
        if not isinstance(node, Text):
            raise self.error(f"{key} must be one value", key)
        return node.value if node.value.strip() else None

    def needed(self, key: str) -> str:
        """Return a value that must be there."""
        value = self.text(key)
        if value is None:
            raise self.error(f"{key} is missing", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of values, or one value as a list; blank ones are left out."""
        node = self._node.items.get(key)
        rows = node.items if isinstance(node, Rows) else (node,) if node else ()
        if not all(isinstance(row, Text) for row in rows):
            raise self.error(f"{key} must be a list of values", key)
        return tuple(row.value for row in rows if isinstance(row, Text) and row.value.strip())

    def inner(self, key: str) -> Node | None:
        """Return what stands at a key; None where nothing does."""
        return self._node.items.get(key)


def entries_of(data: bytes, file: str, keys: tuple[str, ...], what: str) -> tuple[Entry, ...]:
    """Return the entries of a file that is one list of mappings.

    Args:
        data: The bytes of the file.
        file: What it is called, for messages.
        keys: What an entry may say.
        what: What an entry is, for messages: ``an outlet``.

    Raises:
        ConfigError: If it is anything else, with the line.
    """
    node = read_plain(data, file)
    if node is None:
        return ()
    if not isinstance(node, Rows):
        problem = "it must be a list: each entry begins with `- `"
        raise ConfigError(problem, file=file, line=node.line)
    return tuple(Entry(one, file, keys, what) for one in node.items)
