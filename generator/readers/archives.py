"""Zip files opened as if an enemy had made them: judged before anything is unpacked.

Nothing is ever written to disk, so a member's name is only a key; names that reach
outside are refused all the same, since no honest writer of documents makes them. In a
folder of documents they cost that member; a document that is packed so is refused whole.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.errors import UnreadableError

MAX_MEMBERS = 10_000
MAX_BYTES = 100_000_000
"""Of all members together, unpacked."""

MAX_RATIO = 100
SMALL = 1_000_000
"""A member that unpacks to no more than this may have any ratio: blanks pack well."""

PIECE = 65_536

METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The only ones that document formats allow; the others cannot be unpacked piece by piece."""

ENCRYPTED = 0x1

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises on bytes that are no sound archive."""


class Archive:
    """A zip file that passed every check; members are read whole, each within its stated size."""

    def __init__(
        self,
        opened: zipfile.ZipFile,
        members: tuple[zipfile.ZipInfo, ...],
        refused: Mapping[str, str],
    ) -> None:
        self._opened = opened
        self._members = {member.filename: member for member in members}
        self.names: tuple[str, ...] = tuple(self._members)
        """Of every member that is a file and may be read, in the order of the archive."""
        self.refused = refused
        """Names that cannot be used, each with the reason."""

    def read(self, name: str) -> bytes:
        """Return a member's bytes.

        Raises:
            UnreadableError: If there is none of that name, or its bytes are cut off or
                not those that were packed.
        """
        member = self._members.get(name)
        if member is None:
            raise UnreadableError(f"the file has no part {shown(name)}")
        pieces: list[bytes] = []
        size = 0
        try:
            with self._opened.open(member) as stream:
                while piece := stream.read(PIECE):
                    size += len(piece)
                    if size > member.file_size:
                        raise UnreadableError(_larger(name))
                    pieces.append(piece)
        except BROKEN as error:
            raise UnreadableError(f"its part {shown(name)} is damaged or cut off") from error
        if size != member.file_size:
            raise UnreadableError(f"its part {shown(name)} is cut off")
        return b"".join(pieces)


def open_archive(data: bytes, *, folder: bool = False) -> Archive:
    """Open a zip file after judging its list of members; nothing is unpacked yet.

    Args:
        data: The whole file.
        folder: Whether it is a folder of documents, in which a name that cannot be used
            spoils no other; else the file is refused for it.

    Raises:
        UnreadableError: If it is no sound zip file, is locked, or asks for more than the
            caps allow; the message names what.
    """
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        members = tuple(opened.infolist())
    except BROKEN as error:
        raise UnreadableError("the file is damaged or cut off: no sound zip archive") from error
    if len(members) > MAX_MEMBERS:
        raise UnreadableError(f"it holds more than {MAX_MEMBERS:,} parts")
    refused = _misnamed(members)
    if refused and not folder:
        raise UnreadableError(f"it holds {next(iter(refused.values()))}")
    for member in members:
        _judge(member)
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise UnreadableError(f"it unpacks to more than {MAX_BYTES // 1_000_000} MB")
    files = (one for one in members if not one.is_dir() and one.filename not in refused)
    return Archive(opened, tuple(files), refused)


def member_names(data: bytes) -> tuple[str, ...]:
    """Return the names in a zip file's list, unjudged; the first alone where the list is lost.

    For telling formats apart: a file that was cut off still shows how it begins.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return tuple(opened.namelist())
    except BROKEN:
        if not is_zip(data) or len(data) < 30:
            return ()
        length = int.from_bytes(data[26:28], "little")
        return (data[30 : 30 + length].decode("utf-8", "replace"),)


def stated_kind(data: bytes) -> bytes:
    """Return what the member ``mimetype`` of a zip file says, unjudged; empty if it has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened, opened.open("mimetype") as stream:
            return stream.read(100)
    except (*BROKEN, KeyError):
        return data[38:138] if data.startswith(b"mimetype", 30) else b""


def is_zip(data: bytes) -> bool:
    """Return whether the bytes begin as a zip file with members does."""
    return data.startswith(b"PK\x03\x04")


def shown(name: str) -> str:
    """Return a member's name fit for one line of a report."""
    plain = "".join(c if c.isprintable() else "?" for c in name[:60])
    return f"“{plain}…”" if len(name) > 60 else f"“{plain}”"


def _misnamed(members: Iterable[zipfile.ZipInfo]) -> dict[str, str]:
    """Return each name that reaches outside, or is that of two members, with what is wrong.

    Of two members of one name none is taken: nobody can tell which of them is meant.
    """
    uses = Counter(_path(member.filename) for member in members)
    refused = {}
    for member in members:
        name = member.filename
        steps = _path(member.orig_filename).split("/")
        if steps[0] == "" or ".." in steps or ":" in steps[0] or "\0" in member.orig_filename:
            refused[name] = f"a part with an unsafe name, {shown(name)}"
        elif uses[_path(name)] > 1:
            refused[name] = f"two parts named {shown(name)}"
    return refused


def _path(name: str) -> str:
    """Return a name with the slashes of every system alike."""
    return name.replace("\\", "/")


def _judge(member: zipfile.ZipInfo) -> None:
    name = member.filename
    if member.flag_bits & ENCRYPTED:
        raise UnreadableError(f"it is locked with a password: {shown(name)} is encrypted")
    if member.compress_type not in METHODS:
        raise UnreadableError(f"its part {shown(name)} is packed by a method that is not read")
    if member.file_size > max(SMALL, MAX_RATIO * member.compress_size):
        raise UnreadableError(_larger(name))


def _larger(name: str) -> str:
    return f"its part {shown(name)} unpacks to more than {MAX_RATIO} times its size"
