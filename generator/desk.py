"""What lies on a desk: which files are sources, what they are called, what stands beside them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
import yaml

from generator.config import CONFIG_FILE
from generator.errors import UnreadableError
from generator.ids import document_ids
from generator.litter import is_litter, is_saved_with_page
from generator.model import BY_PERSON, Failure, Stated, Statements

SIDECAR = ".meta.yml"
NOTES = ("people.yml", "outlets.yml", "corrections.yml")
"""What people of the desk state about the documents of a folder and below; no documents."""
_ADDRESS = re.compile(
    r"https?://[\w.:@%~\[\]-]{1,255}(?:[/?#][^\s<>\"\\{}|^`\x00-\x1f\x7f]{0,2000})?"
)
_SIGNS = re.compile(r"[\s<>\"\\{}|^`]")
"""What no address holds as it is, though browsers show some of it so."""

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

    Links, sockets, devices and pipes are never followed or opened. Hidden files
    and what systems leave behind are passed over; a sidecar without a source of its own
    is a failure.
    """
    files: dict[str, str] = {}
    failures: list[Failure] = []
    for entry in _walk(str(folder)):
        path = PurePosixPath(os.path.relpath(entry.path, folder)).as_posix()
        reason = _unfit(entry)
        if entry.name in NOTES and not reason:
            continue
        if reason:
            failures.append(Failure(path, "read", reason))
        else:
            files[path] = entry.path
    beside, unclear = sidecars_among(files)
    ids = document_ids(path for path in files if not path.endswith(SIDECAR))
    seeds = tuple(
        Seed(ids[p], p, files[p], files[beside[p]] if p in beside else None) for p in sorted(ids)
    )
    return seeds, tuple(sorted([*failures, *unclear], key=lambda f: f.path))


def notes_of(folder: Path) -> dict[str, str]:
    """Return where each file of :data:`NOTES` lies, by its path below the seeds folder.

    One that is a link or no regular file is left to :func:`gather`, which names it.
    """
    return {
        PurePosixPath(os.path.relpath(entry.path, folder)).as_posix(): entry.path
        for entry in _walk(str(folder))
        if entry.name in NOTES and not _unfit(entry)
    }


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


def bytes_of(file: str) -> bytes:
    """Return what a file holds.

    Raises:
        UnreadableError: If it is too large to be a document.
        OSError: If it cannot be read.
    """
    size = Path(file).stat().st_size
    if size > MAX_BYTES:
        raise UnreadableError(_too_large(size))
    return Path(file).read_bytes()


def sidecars_among(names: Iterable[str]) -> tuple[dict[str, str], tuple[Failure, ...]]:
    """Return which sidecar speaks of which name, and those that speak of none or of several."""
    files = set(names)
    sidecars = {name for name in files if name.endswith(SIDECAR)}
    owners = _owners(files - sidecars, sidecars)
    failures = tuple(
        Failure(name, "read", _unclear(own))
        for name, own in sorted(owners.items())
        if len(own) != 1
    )
    return {own[0]: name for name, own in sorted(owners.items()) if len(own) == 1}, failures


def sidecar_statements(data: bytes, name: str, *, inside: bool = False) -> Statements:
    """Read what a person states about a source in the file beside it.

    Known keys are title, outlet, url, published, authors, tags and story.

    Args:
        data: What the file holds.
        name: What it is called.
        inside: Whether it came in an archive, so that its person is none of the desk.

    Raises:
        UnreadableError: If the sidecar is no plain YAML mapping of known keys.
    """
    mapping = _plain_mapping(data, name)
    basis = f"{name} in the archive" if inside else f"{BY_PERSON}{name}"

    def one(key: str) -> Stated | None:
        value = mapping.get(key)
        if value is not None and not isinstance(value, str):
            raise UnreadableError(f"{name}: {key} must be one value")
        return Stated(value, basis) if value and value.strip() else None

    def several(key: str) -> tuple[Stated, ...]:
        value = mapping.get(key) or []
        rows = value if isinstance(value, list) else [value]
        if not all(isinstance(row, str) for row in rows):
            raise UnreadableError(f"{name}: {key} must be a list of values")
        return tuple(Stated(row, basis) for row in rows)

    published, story, url = one("published"), one("story"), one("url")
    if published and not _is_day(published.value):
        problem = f"published must be a day such as 2031-03-04, not {published.value!r}"
        raise UnreadableError(f"{name}: {problem}")
    if url and not _ADDRESS.fullmatch(url.value):
        raise UnreadableError(f"{name}: url must be a web address, https://…{_rule(url.value)}")
    return Statements(
        title=one("title"),
        outlet=one("outlet"),
        url=url,
        published=published,
        authors=several("authors"),
        tags=several("tags"),
        story=story.value if story else None,
    )


def laid_over(stated: Statements, person: Statements) -> Statements:
    """Return what the source states with a person's statements on top."""
    given = {n: getattr(person, n) for n in person.__struct_fields__ if getattr(person, n)}
    return msgspec.structs.replace(stated, **given)


def _rule(url: str) -> str:
    """Return the rule that an address breaks with one of its signs; empty if with none."""
    signs = '" < > ` { } | \\ ^'
    rule = f"; a blank or one of {signs} must be written as %20 and the like"
    return rule if _SIGNS.search(url) else ""


def _is_day(words: str) -> bool:
    """Return whether words are an ISO day that the calendar has."""
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


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
    """Yield every file below a folder that a person put there, without following links."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda e: e.name)
    names = {entry.name for entry in ordered}
    for entry in ordered:
        if is_litter(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not is_saved_with_page(entry.name, names):
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
        return _too_large(about.st_size)
    return None


def _too_large(size: int) -> str:
    return f"it has {size / 1e6:,.0f} MB, and a document may have {MAX_BYTES // 1_000_000}"


def _owners(files: Iterable[str], sidecars: Iterable[str]) -> dict[str, list[str]]:
    """Return the sources that each sidecar may speak of: ``a.txt.meta.yml`` or ``a.meta.yml``."""
    named = set(sidecars)
    owners: dict[str, list[str]] = {path: [] for path in named}
    for path in sorted(files):
        whole = f"{path}{SIDECAR}"
        short = PurePosixPath(path).with_suffix("").as_posix() + SIDECAR
        for sidecar in (whole, short):
            if sidecar in named:
                owners[sidecar].append(path)
                break
    return owners


def _unclear(owners: list[str]) -> str:
    """Say what is wrong with a sidecar that speaks of no source, or of several."""
    if not owners:
        return "there is no document of that name beside it"
    first = PurePosixPath(owners[0]).name
    return f"it may speak of {len(owners)} documents; call it {first}{SIDECAR} or the like"


def _alone(file: Path) -> Seed:
    """Return the seed for a file outside a desk, with the sidecar beside it."""
    whole = file.with_name(f"{file.name}{SIDECAR}")
    sidecar = whole if whole.is_file() else file.with_suffix(SIDECAR)
    beside = str(sidecar) if sidecar.is_file() else None
    return Seed(document_ids([file.name])[file.name], file.name, str(file), beside)
