"""Files that hold several documents: which, what they are called, and what is refused."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableError
from generator.ids import part_id
from generator.readers.stage import parts_of, read_part

TEXT = "The port of Norvik will move its pilots in spring, the council said.\n"


def packed(members: dict[str, bytes | str]) -> bytes:
    """Return a zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def mail(subject: str, day: int = 4, **attached: bytes) -> bytes:
    """Return a mail; attachments are named ``a_txt`` for ``a.txt``."""
    message = EmailMessage()
    message["From"] = "Evening Post <news@eveningpost.example>"
    message["Subject"] = subject
    message["Date"] = f"Tue, {day:02} Nov 2031 10:00:00 +0100"
    message["Message-ID"] = f"<{subject}.{day}@eveningpost.example>"
    message.set_content(TEXT)
    for name, data in attached.items():
        kind = {"maintype": "application", "subtype": "octet-stream"}
        message.add_attachment(data, **kind, filename=name.replace("_", "."))
    return bytes(message)


def mailbox(*mails: bytes) -> bytes:
    """Return the mails as one mailbox."""
    envelope = b"From news@eveningpost.example Tue Nov  4 10:00:00 2031\n"
    return b"".join(envelope + one.replace(b"\nFrom ", b"\n>From ") + b"\n" for one in mails)


def names(data: bytes, path: str) -> list[str | None]:
    """Return the names of the documents in a file."""
    return [part.name for part in parts_of(data, path)]


ZIP = packed({"b.txt": TEXT, "in/a.txt": TEXT})

HELD = {
    # what it shows: (file name, bytes, names of its documents)
    "a text": ("a.txt", TEXT.encode(), [None]),
    "an archive, by name": ("a.zip", ZIP, ["b.txt", "in/a.txt"]),
    "an archive without an ending": ("a", ZIP, ["b.txt", "in/a.txt"]),
    "a folder listed twice": (
        "a.zip",
        packed({"in/": "", "is/": "", "in/a.txt": TEXT}).replace(b"is/", b"in/"),
        ["in/a.txt"],
    ),
    "what systems leave behind": (
        "a.zip",
        packed(
            {"__MACOSX/._b.txt": "", ".DS_Store": "", "x/Thumbs.db": "", "x/": "", "b.txt": "t"}
        ),
        ["b.txt"],
    ),
    "folders of another system": ("a.zip", packed({"in\\a.txt": TEXT}), ["in/a.txt"]),
    "a package of an office program": ("a.pages", ZIP, [None]),
    "a document called an archive": ("a.zip", packed({"[Content_Types].xml": "<x/>"}), [None]),
    "a mail": ("a.eml", mail("x"), [None]),
    "a mail with a text": ("a.eml", mail("x", a_txt=b"text"), [None, "a.txt"]),
    "a mail with a picture": ("a.eml", mail("x", a_png=b"\x89PNG\0"), [None]),
    "a mail with an archive": (
        "a.eml",
        mail("x", a_zip=ZIP),
        [None, "a.zip/b.txt", "a.zip/in/a.txt"],
    ),
    "a mail in an archive": (
        "a.zip",
        packed({"m.eml": mail("x", a_txt=b"text")}),
        ["m.eml", "m.eml/a.txt"],
    ),
    "a mailbox, by content": (
        "inbox",
        mailbox(mail("Late", 9), mail("Early", 2)),
        ["2031-11-02-early", "2031-11-09-late"],
    ),
    "a mail with an envelope": ("a.eml", mailbox(mail("x")), [None]),
    "a text that begins with From": ("a.txt", b"From 10:00 to 2031\n\nText.", [None]),
}


@pytest.mark.parametrize(("path", "data", "expected"), HELD.values(), ids=HELD)
def test_which_documents_a_file_holds(path, data, expected):
    """A file is what its content is; its documents come in the order of their names."""
    found = names(data, path)
    if path == "inbox":  # the digests at the end of the names say nothing to a reader
        found = [name.rpartition("-")[0] for name in found]
    assert found == expected


REFUSED = {
    # what it shows: (member's bytes, words of the reason)
    "an archive": (ZIP, "an archive within an archive is not opened"),
    "an archive in a mail": (mail("x", a_zip=ZIP), "an archive within an archive"),
    "a picture": (b"\x89PNG\r\n\0\0", "no reader for files ending in .bin"),
    "nothing": (b"", "empty"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_one_bad_member_is_one_failure(data, words):
    """What cannot be read is refused by name, and the others are read."""
    ending = ".eml" if b"From:" in data else ".zip" if data == ZIP else ".bin"
    reasons = {}
    for part in parts_of(packed({f"bad{ending}": data, "good.txt": TEXT}), "a.zip"):
        try:
            read_part(part, "a.zip")
        except UnreadableError as error:
            reasons[part.name] = str(error)
    assert len(reasons) == 1
    assert words in next(iter(reasons.values()))


MISNAMED = {
    # what it shows: (the archive, the member that fails, words of the reason)
    "upwards": (packed({"../x.txt": TEXT, "good.txt": TEXT}), "../x.txt", "unsafe name"),
    "absolute": (packed({"/abs.txt": TEXT, "good.txt": TEXT}), "/abs.txt", "unsafe name"),
    "drive": (packed({"C:\\a.txt": TEXT, "good.txt": TEXT}), "C:/a.txt", "unsafe name"),
    "doubled": (
        packed({"a.txt": TEXT, "b.txt": TEXT, "good.txt": TEXT}).replace(b"b.txt", b"a.txt"),
        "a.txt",
        "two parts named “a.txt”",
    ),
    "doubled by its slash": (
        packed({"in/a.txt": TEXT, "in\\a.txt": TEXT, "good.txt": TEXT}),
        "in/a.txt",
        "two parts named",
    ),
}


@pytest.mark.parametrize(("data", "name", "words"), MISNAMED.values(), ids=MISNAMED)
def test_a_bad_name_is_one_failure(data, name, words):
    """A member whose name cannot be used is refused by that name, and the rest is read."""
    parts = {part.name: part for part in parts_of(data, "a.zip")}
    assert sorted(parts) == sorted([name, "good.txt"])
    assert read_part(parts["good.txt"], "a.zip").text
    with pytest.raises(UnreadableError, match=words):
        read_part(parts[name], "a.zip")


@pytest.mark.parametrize(
    ("data", "words"),
    [(ZIP[:-30], "damaged"), (packed({".DS_Store": "x"}), "holds no documents")],
    ids=["cut off", "empty"],
)
def test_a_bad_archive_is_one_failure(data, words):
    """An archive that cannot be opened is refused as a whole."""
    with pytest.raises(UnreadableError, match=words):
        parts_of(data, "a.zip")


def test_a_mail_says_what_was_not_read():
    """An attachment that is no document is named in a notice of the mail."""
    (part,) = parts_of(mail("x", a_png=b"\x89PNG\0"), "a.eml")
    notices = [(one.code, one.message) for one in read_part(part, "a.eml").notices]
    assert notices == [("attachment-not-read", "attached to the mail and not read: a.png")]


def test_a_mailbox_gives_back_the_mails():
    """What the mailbox escaped is undone, and a From line within a text is text."""
    body = mail("x").replace(TEXT.encode(), b"One.\n\nFrom here on, two.\n")
    first, _ = parts_of(mailbox(body, mail("y")), "in.mbox")
    assert "\nFrom here on, two." in read_part(first, "in.mbox").text


def test_equal_mails_are_two_documents():
    """Two mails whose headers are alike have names of their own."""
    found = names(mailbox(mail("x"), mail("x")), "in.mbox")
    assert len(set(found)) == 2


def test_deep_mails_end():
    """Mails within mails are followed for a few steps, not for ever."""
    inner = mail("x")
    for _ in range(12):
        inner = mail("x", m_eml=inner)
    assert 3 <= len(parts_of(inner, "a.eml")) <= 8


SUBJECTS = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=5, unique=True)


@settings(max_examples=25, deadline=None)
@given(subjects=SUBJECTS, more=SUBJECTS, random=st.randoms(use_true_random=False))
def test_a_document_keeps_its_name(subjects, more, random):
    """Whatever is added, and in whatever order: the same mail and member have the same id."""
    every = sorted({*subjects, *more})
    random.shuffle(every)
    few = mailbox(*(mail(one) for one in subjects))
    many = mailbox(*(mail(one) for one in every))
    ids = [{part_id("in", name) for name in names(data, "in.mbox")} for data in (few, many)]
    assert ids[0] <= ids[1]
    assert len(ids[1]) == len(every)
    zips = [packed({f"{one}.txt": TEXT for one in row}) for row in (subjects, every)]
    assert set(names(zips[0], "a.zip")) <= set(names(zips[1], "a.zip"))
    assert names(zips[1], "a.zip") == sorted(f"{one}.txt" for one in every)
