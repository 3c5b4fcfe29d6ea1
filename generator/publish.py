"""Writes pages that changed and removes pages that it owns and no longer has.

What the program owns below ``docs/`` stands in a manifest. A file that is not in
it belongs to a person: it is neither overwritten nor removed.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import msgspec

from generator.errors import PublishError
from generator.model import Page

MANIFEST = ".briefings-manifest.json"


class Outcome(msgspec.Struct, frozen=True):
    """What publishing did."""

    written: int
    unchanged: int
    removed: int
    refused: tuple[str, ...]
    """Paths that belong to a person and were left alone."""


def publish(pages: Iterable[Page], docs: Path) -> Outcome:
    """Bring ``docs`` to hold exactly these pages besides what people wrote there.

    An unchanged page is not touched, so that a watching server does not build
    again. The manifest is widened before the first write and narrowed after the
    last, so that a build that is killed between leaves nothing unowned.

    Raises:
        PublishError: If a page's path leads out of ``docs`` or a file cannot be written.
    """
    by_path = {page.path: page.content for page in pages}
    for path in by_path:
        _refuse_escape(path, docs)
    owned = _manifest(docs)
    refused = tuple(sorted(p for p in by_path if p not in owned and (docs / p).exists()))
    wanted = {p: c for p, c in sorted(by_path.items()) if p not in refused}
    gone = sorted(set(owned) - set(wanted))
    try:
        _write_manifest(docs, sorted(set(owned) | set(wanted)))
        written = sum(_write_if_changed(docs / path, content) for path, content in wanted.items())
        removed = sum(_remove(docs, path) for path in gone)
        _write_manifest(docs, sorted(wanted))
    except OSError as error:
        raise PublishError(
            f"{error.filename or docs} cannot be written: {error.strerror}"
        ) from error
    return Outcome(written, len(wanted) - written, removed, refused)


def owned_pages(docs: Path) -> tuple[str, ...]:
    """Return the path of every file below ``docs`` that the program wrote."""
    return tuple(sorted(_manifest(docs)))


def _refuse_escape(path: str, docs: Path) -> None:
    """Raise unless a path stays below ``docs`` and goes through no link."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or "\\" in path or any(p in {"..", "."} for p in parts):
        raise PublishError(f"a page may not be written to {path!r}: it leads out of {docs.name}/")
    folder = docs
    for part in parts:
        folder = folder / part
        if folder.is_symlink():
            raise PublishError(f"{folder} is a link; a page is never written through one")


def _manifest(docs: Path) -> frozenset[str]:
    try:
        rows = msgspec.json.decode((docs / MANIFEST).read_bytes(), type=list[str])
    except (FileNotFoundError, msgspec.DecodeError):
        return frozenset()
    # A manifest that somebody edited must not make the program remove files elsewhere.
    return frozenset(
        r for r in rows if ".." not in PurePosixPath(r).parts and not r.startswith("/")
    )


def _write_manifest(docs: Path, paths: list[str]) -> None:
    rows = ",\n".join(f"  {msgspec.json.encode(path).decode()}" for path in paths)
    _write_if_changed(docs / MANIFEST, f"[\n{rows}\n]\n".encode())


def _write_if_changed(file: Path, content: bytes) -> bool:
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(file)
    return True


def _remove(docs: Path, path: str) -> bool:
    file = docs / path
    there = file.is_file() and not file.is_symlink()
    if there:
        file.unlink()
        for folder in file.parents:
            if folder == docs or any(folder.iterdir()):
                break
            folder.rmdir()
    return there
