"""From sheets to PDFs: the press, what is kept from the last build, and what was refused."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from generator.config import Config
from generator.errors import PrintError
from generator.model import Page
from generator.press import Press, Printed
from generator.render.stage import Sheet, pdf_path
from generator.store import Store, key_of

FOLDER = "prints"
"""Below the cache, apart from annotations: each build clears what it did not use of either."""

Progress = Callable[[str, int, int], None]


class Prints(msgspec.Struct, frozen=True):
    """What came out of the press."""

    pages: tuple[Page, ...] = ()
    versions: dict[str, str] = {}
    """The version that stands on each PDF, by story."""
    problems: tuple[str, ...] = ()
    """Why a briefing has none, or how its PDF falls short; one line each."""


def print_sheets(
    config: Config, sheets: tuple[Sheet, ...], progress: Progress, *, keep: bool = True
) -> Prints:
    """Print briefings; one that cannot be printed spoils no other.

    Args:
        config: The desk.
        sheets: What stands on each.
        progress: Told after each.
        keep: Whether what has not changed since the last build is taken from the cache
            instead of set again; without it nothing is written.

    Raises:
        PrintError: If the typesetter is not installed.
        TemplateError: If the print template is wrong.
    """
    press = Press(config.templates / "print")
    store = Store(config.cache / FOLDER) if keep else None
    parts = tuple(press.parts())
    pages, versions, problems, keys = [], {}, [], []
    for done, sheet in enumerate(sheets):
        progress("printing", done, len(sheets))
        data = msgspec.json.encode(sheet)
        path, key = pdf_path(sheet.id), key_of(*parts, data)
        try:
            made = _made(press, data, store, key)
        except PrintError as error:
            problems.append(f"{path} was not made: {error}")
            continue
        keys.append(key)
        pages.append(Page(path, made.content))
        versions[sheet.id] = sheet.version
        if not made.tagged:
            problems.append(f"{path} has no tags for readers who listen, by a fault of typst")
    if store is not None:
        store.keep_only(keys)
    progress("printing", len(sheets), len(sheets))
    return Prints(tuple(pages), versions, tuple(problems))


def _made(press: Press, sheet: bytes, store: Store | None, key: str) -> Printed:
    if store is None:
        return press.print(sheet)
    kept = store.get(key, Printed)
    if kept is None:
        kept = press.print(sheet)
        store.put(key, kept)
    return kept
