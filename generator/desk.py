"""What lies on a desk: which files are sources, what they are called, what stands beside them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
import yaml

from generator.config import CONFIG_FILE
from generator.errors import UnreadableError
from generator.ids import document_ids
from generator.model import Failure, Stated, Statements

SIDECAR = ".meta.yml"
DESK_FILES = frozenset({"people.yml", "outlets.yml", "corrections.yml"})
"""Files that speak about sources and are none."""
MAX_BYTES = 50_000_000
"""A larger file is no document that a desk reads."""


class Seed(msgspec.Struct, frozen=True):
    """One file that is to become a document."""

    document: str
    """The document's id."""
    path: str
    """Relative to the seeds folder, forward slashes; the base name outside a desk."""
    file: str
    """Where it lies."""
    sidecar: str | None
    """The ``NAME.meta.yml`` beside it, if there is one."""


def gather(folder: Path) -> tuple[tuple[Seed, ...], tuple[Failure, ...]]:
    """Return every source below a folder, sorted by path, and what cannot be one.

    Links, sockets, devices and pipes are never followed or opened. Hidden files,
    sidecars and the desk's own tables are passed over.
    """
    files: dict[str, str] = {}
    failures: list[Failure] = []
    for entry in _walk(str(folder)):
        path = PurePosixPath(os.path.relpath(entry.path, folder)).as_posix()
        reason = _unfit(entry)
        if reason:
            failures.append(Failure(path, "read", reason))
        elif not path.endswith(SIDECAR) and entry.name not in DESK_FILES:
            files[path] = entry.path
    ids = document_ids(files)
    seeds = (_seed(ids[path], path, files[path]) for path in sorted(files))
    return tuple(seeds), tuple(sorted(failures, key=lambda f: f.path))


def seed_of(file: Path) -> Seed:
    """Return the seed for one file, in a desk or outside.

    In a desk (a folder ``seeds`` beside ``mkdocs.yml``) its path and id are those
    that a build gives it; outside, the path is its base name.
    """
    whole = file.resolve()
    for parent in whole.parents:
        if parent.name == "seeds" and (parent.parent / CONFIG_FILE).is_file():
            seeds, _ = gather(parent)
            return next((s for s in seeds if s.file == str(whole)), _alone(whole))
    return _alone(whole)


def sidecar_statements(data: bytes, name: str) -> Statements:
    """Read what a person states about a source in the file beside it.

    Known keys are title, outlet, url, published, authors, tags and story.

    Raises:
        UnreadableError: If the sidecar is no plain YAML mapping of known keys.
    """
    mapping = _plain_mapping(data, name)
    basis = f"stated in {name}"

    def one(key: str) -> Stated | None:
        value = mapping.get(key)
        return None if value is None else Stated(str(value), basis)

    def several(key: str) -> tuple[Stated, ...]:
        value = mapping.get(key) or []
        rows = value if isinstance(value, list) else [value]
        return tuple(Stated(str(row), basis) for row in rows)

    story = mapping.get("story")
    return Statements(
        title=one("title"),
        outlet=one("outlet"),
        published=one("published"),
        authors=several("authors"),
        tags=several("tags"),
        story=None if story is None else str(story),
    )


def laid_over(stated: Statements, person: Statements) -> Statements:
    """Return what the source states with a person's statements on top."""
    given = {n: getattr(person, n) for n in person.__struct_fields__ if getattr(person, n)}
    return msgspec.structs.replace(stated, **given)


class _PlainLoader(yaml.SafeLoader):
    """Safe, without aliases, and with every scalar kept as the text that was written."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse aliases: a kilobyte of them can unfold to gigabytes."""
        if self.check_event(yaml.AliasEvent):
            raise UnreadableError("aliases are not allowed")
        return super().compose_node(parent, index)


_PlainLoader.yaml_implicit_resolvers = {}
_KEYS = ("title", "outlet", "url", "published", "authors", "tags", "story")


def _plain_mapping(data: bytes, name: str) -> dict[str, Any]:
    try:
        # The loader is a SafeLoader that knows even fewer tags.
        value = yaml.load(data.decode("utf-8-sig"), Loader=_PlainLoader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError, UnreadableError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise UnreadableError(f"{name} beside it is no plain YAML: {reason}") from error
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise UnreadableError(f"{name} beside it must hold `key: value` lines")
    unknown = [str(key) for key in value if key not in _KEYS]
    if unknown:
        raise UnreadableError(f"{name} has unknown keys {unknown}; known are {', '.join(_KEYS)}")
    return value


def _walk(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield every file below a folder that is not hidden, without following links."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda e: e.name)
    for entry in ordered:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry


def _unfit(entry: os.DirEntry[str]) -> str | None:
    """Return why a file cannot be a source, or None."""
    if entry.is_symlink():
        return "it is a link, and links are never followed; put the file itself here"
    about = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(about.st_mode):
        return "it is no regular file"
    if about.st_size > MAX_BYTES:
        return f"it is larger than {MAX_BYTES // 1_000_000} MB"
    return None


def _seed(document: str, path: str, file: str) -> Seed:
    sidecar = Path(file).with_suffix(SIDECAR)
    return Seed(document, path, file, str(sidecar) if sidecar.is_file() else None)


def _alone(file: Path) -> Seed:
    return _seed(document_ids([file.name])[file.name], file.name, str(file))
