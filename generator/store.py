"""Results by content key, one file each; nothing else reads or writes the cache folder."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.errors import StoreError

T = TypeVar("T")

_RESULT = re.compile(r"[0-9a-f]{2}/[0-9a-f]{38}\.json")
"""What we call a result: no other file is ever removed, whatever folder the cache is set to."""


def key_of(*parts: str | bytes) -> str:
    """Return the key for a result that depends on these parts, in this order, and nothing else."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def fingerprint(folders: Iterable[Path]) -> str:
    """Return a digest of all code and word lists below some folders or of some files.

    It stands in every key, so that a changed rule is a changed result without
    anybody having to raise a number.
    """
    digest = hashlib.blake2b(digest_size=20)
    for folder in folders:
        files = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        for file in files:
            if file.suffix in {".py", ".txt"}:
                digest.update(file.relative_to(folder.parent).as_posix().encode() + b"\0")
                digest.update(file.read_bytes())
    return digest.hexdigest()


class Store:
    """A folder of results.

    A damaged entry counts as missing. Writing is atomic, so that workers may share
    the folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str, kind: type[T]) -> T | None:
        """Return the result under a key, or None where there is none of that type."""
        try:
            return msgspec.json.decode(self._file(key).read_bytes(), type=kind)
        except (FileNotFoundError, msgspec.DecodeError, NotADirectoryError):
            return None
        except OSError as error:
            raise StoreError(f"the cache {self.folder} cannot be read: {error.strerror}") from error

    def put(self, key: str, value: object) -> None:
        """Keep a result under a key.

        Raises:
            StoreError: If the folder cannot be written.
        """
        file = self._file(key)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
            with os.fdopen(handle, "wb") as out:
                out.write(msgspec.json.encode(value))
            Path(name).replace(file)
        except OSError as error:
            raise StoreError(
                f"the cache {self.folder} cannot be written: {error.strerror}"
            ) from error

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove every result that the last build did not use."""
        used = {self._file(key) for key in keys}
        for file in sorted(self.folder.glob("??/*.json")):
            ours = _RESULT.fullmatch(f"{file.parent.name}/{file.name}")
            if ours and file not in used:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"
