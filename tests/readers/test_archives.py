from __future__ import annotations

import struct
import zipfile

import pytest

from generator.errors import UnreadableError
from generator.readers import archives
from generator.readers.archives import member_names, open_archive, shown
from tests.readers.packages import packed

WORDS = b"The pilots of Norvik vote on Monday. " * 40
GOOD = packed({"one.txt": WORDS, "two/": b"", "two/three.txt": b"Nine to four."})


def with_flag(data: bytes, flag: int) -> bytes:
    """Return the archive with a flag set on its first member, at both places."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        flags = struct.unpack_from("<H", data, at)[0] | flag
        data = data[:at] + struct.pack("<H", flags) + data[at + 2 :]
    return data


def with_size(data: bytes, size: int) -> bytes:
    """Return the archive with another unpacked size stated for its first member."""
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data = data[:at] + struct.pack("<I", size) + data[at + 4 :]
    return data


def doubled() -> bytes:
    """Return an archive with two members of one name."""
    return packed({"a.txt": b"one", "b.txt": b"two"}).replace(b"b.txt", b"a.txt")


def test_members_are_read_whole():
    """Names come in their order without folders, and each gives its bytes."""
    archive = open_archive(GOOD)
    assert archive.names == ("one.txt", "two/three.txt")
    assert archive.read("one.txt") == WORDS
    assert archive.read("two/three.txt") == b"Nine to four."


def test_a_missing_member_is_named():
    """Asking for what is not there is a reported failure."""
    with pytest.raises(UnreadableError, match=r"no part “four.txt”"):
        open_archive(GOOD).read("four.txt")


# fmt: off
REFUSED = {
    "no bytes": (b"", "no sound zip"),
    "no zip": (b"PK\x03\x04 and then nothing", "no sound zip"),
    "cut off": (GOOD[:-30], "no sound zip"),
    "cut in the middle": (GOOD[: len(GOOD) // 2], "no sound zip"),
    "bomb by ratio": (packed({"a": b"0" * 3_000_000}), "more than 100 times"),
    "upwards": (packed({"../a.txt": b"x"}), "unsafe name"),
    "upwards within": (packed({"a/../../b.txt": b"x"}), "unsafe name"),
    "upwards, other slash": (packed({"..\\a.txt": b"x"}), "unsafe name"),
    "absolute": (packed({"/a.txt": b"x"}), "unsafe name"),
    "drive": (packed({"C:/a.txt": b"x"}), "unsafe name"),
    "locked": (with_flag(GOOD, 1), "locked with a password"),
    "two of one name": (doubled(), "two parts named “a.txt”"),
    "other method": (packed({"a.txt": WORDS}, zipfile.ZIP_LZMA), "method that is not read"),
}
# fmt: on


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused_before_unpacking(data, reason):
    """Each trap is refused from the list of members alone, in one line that names it."""
    with pytest.raises(UnreadableError, match=reason) as caught:
        open_archive(data)
    assert "\n" not in str(caught.value)


# fmt: off
MISNAMED = {
    # what it shows: (the archive, the names that can be read, those that cannot)
    "upwards": (packed({"../a.txt": b"x", "b.txt": b"y"}), ("b.txt",), ["../a.txt"]),
    "absolute": (packed({"b.txt": b"y", "/a.txt": b"x"}), ("b.txt",), ["/a.txt"]),
    "drive": (packed({"C:\\a.txt": b"x", "b.txt": b"y"}), ("b.txt",), ["C:\\a.txt"]),
    "doubled": (doubled(), (), ["a.txt"]),
    "doubled by its slash": (
        packed({"a/c.txt": b"x", "a\\c.txt": b"z", "b.txt": b"y"}), ("b.txt",),
        ["a/c.txt", "a\\c.txt"]),
}
# fmt: on


@pytest.mark.parametrize(("data", "names", "bad"), MISNAMED.values(), ids=MISNAMED)
def test_a_bad_name_in_a_folder(data, names, bad):
    """In a folder of documents a name that cannot be used is told, and the rest can be read."""
    archive = open_archive(data, folder=True)
    assert archive.names == names
    assert list(archive.refused) == bad
    for name in bad:
        with pytest.raises(UnreadableError, match="no part"):
            archive.read(name)


def test_a_bad_name_saves_no_other_trap():
    """A folder of documents with a bad name is still refused for what its members unpack to."""
    with pytest.raises(UnreadableError, match="more than 100 times"):
        open_archive(packed({"../a.txt": b"0" * 3_000_000}), folder=True)


def test_too_many_members(monkeypatch):
    """An archive with more members than the cap is refused."""
    monkeypatch.setattr(archives, "MAX_MEMBERS", 5)
    assert open_archive(packed({f"{i}.txt": b"x" for i in range(5)})).names
    with pytest.raises(UnreadableError, match="more than 5 parts"):
        open_archive(packed({f"{i}.txt": b"x" for i in range(6)}))


def test_too_much_in_all(monkeypatch):
    """Members that are each small enough are refused together, doubly used bytes as well."""
    monkeypatch.setattr(archives, "MAX_BYTES", 1000)
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        open_archive(packed({f"{i}.txt": bytes(300) for i in range(4)}, zipfile.ZIP_STORED))


def test_wrong_checksum():
    """Bytes that are not those that were packed are refused when they are read."""
    data = packed({"a.txt": WORDS}, zipfile.ZIP_STORED)
    at = data.index(b"Norvik")
    archive = open_archive(data[:at] + b"M" + data[at + 1 :])
    with pytest.raises(UnreadableError, match="damaged or cut off"):
        archive.read("a.txt")


@pytest.mark.parametrize("size", [10, 5000], ids=["smaller", "larger"])
def test_stated_size_is_not_trusted(size):
    """A member that unpacks to another size than it states is refused."""
    archive = open_archive(with_size(GOOD, size))
    with pytest.raises(UnreadableError, match=r"damaged|cut off|times"):
        archive.read("one.txt")


def test_names_of_a_cut_archive():
    """Where the list of members is lost, the first name still tells what it was."""
    assert member_names(GOOD) == ("one.txt", "two/", "two/three.txt")
    assert member_names(GOOD[:200]) == ("one.txt",)
    assert member_names(b"no zip at all") == ()


def test_names_in_reports_are_plain():
    """A name cannot break a report's line or steer a terminal."""
    assert shown("a\n\x1b[31mb") == "“a??[31mb”"
    assert len(shown("x" * 500)) < 70
