"""Which reader takes a file: content first, and the ending where that leaves a doubt."""

from __future__ import annotations

import codecs

import pytest

from generator.errors import UnreadableError
from generator.readers.stage import read

TEXT = "The port of Norvik will move its pilots in spring."
PAGE = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
MAIL = f"From: a@b.example\nSubject: x\nMessage-ID: <1@b>\n\n{TEXT}\n".encode()
PLAIN = TEXT.encode()

READ = {
    # what it shows: (file name, bytes, media type, whether a notice says that the ending is wrong)
    "text": ("a.txt", PLAIN, "text/plain", False),
    "markdown": ("a.md", PLAIN, "text/markdown", False),
    "page": ("a.html", PAGE, "text/html", False),
    "mail": ("a.eml", MAIL, "message/rfc822", False),
    "page called a text": ("a.txt", PAGE, "text/html", True),
    "page of a server's program": ("a.php", PAGE, "text/html", True),
    "page without an ending": ("a", b"\n <!-- saved -->\n" + PAGE, "text/html", True),
    "page called a PDF": ("a.pdf", PAGE, "text/html", True),
    "mail called a text": ("a.txt", MAIL, "message/rfc822", True),
    "text called a PDF": ("a.pdf", PLAIN, "text/plain", True),
    "text called a mail": ("a.eml", PLAIN, "text/plain", True),
    "text called a page": ("a.html", PLAIN, "text/html", False),
    "text about pages": ("a.txt", f"<p> is a tag. {TEXT}".encode(), "text/plain", False),
    "text about a PDF": ("a.txt", f"%PDF is a mark. {TEXT}".encode(), "text/plain", False),
    "text with a label": ("a.txt", f"From: our desk\n\n{TEXT}".encode(), "text/plain", False),
    "text without an ending": ("README", PLAIN, "text/plain", False),
    "text in UTF-16 without an ending": (
        "notes",
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        "text/plain",
        False,
    ),
    "a stop that is no ending": ("Statement of Dr. Lind", PLAIN, "text/plain", False),
    "a number that is no ending": ("draft 1.2", PLAIN, "text/plain", False),
    "capitals": ("A.TXT", PLAIN, "text/plain", False),
}


@pytest.mark.parametrize(("path", "data", "media", "wrong"), READ.values(), ids=READ)
def test_who_reads(path, data, media, wrong):
    """Each file is read as what it is; a wrong ending is told."""
    extract = read(data, path)
    assert extract.source.media_type == media
    assert [one.code for one in extract.notices] == ["ending-wrong"] * wrong
    assert TEXT in extract.text


def test_the_notice_names_ending_and_content():
    """A person can tell from the notice what to rename."""
    (notice,) = read(PAGE, "a.txt").notices
    assert notice.message == "the file is called .txt and holds a web page"


REFUSED = {
    # what it shows: (file name, bytes, words of the reason)
    "a table": ("a.csv", b"port,ships\nNorvik,12\n", "no reader for files ending in .csv"),
    "a picture": ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "no reader for files ending in .jpg"),
    "a picture called a text": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r", "holds binary data"),
    "bytes without an ending": ("a", b"caf\xe9", "files without an ending"),
    "a text called a mailbox": ("a.mbox", PLAIN, "called .mbox and holds no documents"),
    "nothing": ("a.txt", b"", "empty"),
    "NULs": ("a.txt", b"\0" * 50, "empty"),
}


@pytest.mark.parametrize(("path", "data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_nobody_reads(path, data, words):
    """What is no document is refused in one line that says why."""
    with pytest.raises(UnreadableError, match=words) as caught:
        read(data, path)
    assert "\n" not in str(caught.value)


ADDRESSES = {
    # what it shows: (element of the head, address)
    "canonical": (
        '<link rel="canonical" href="https://a.example/b?c=1">',
        "https://a.example/b?c=1",
    ),
    "shared": ('<meta property="og:url" content="http://a.example/">', "http://a.example/"),
    "canonical first": (
        '<meta property="og:url" content="https://a.example/x"><link rel=canonical href="https://a.example/y">',
        "https://a.example/y",
    ),
    "a script": ('<link rel="canonical" href="javascript:alert(1)">', None),
    "a file": ('<link rel="canonical" href="file:a.html">', None),
    "a part of an address": ('<link rel="canonical" href="/b">', None),
    "with a blank": ('<link rel="canonical" href="https://a.example/b c">', None),
    "another link": ('<link rel="alternate" href="https://a.example/b">', None),
    "none": ("", None),
}


@pytest.mark.parametrize(("head", "address"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_address_that_a_page_states(head, address):
    """Only an address of the web that the page calls its own counts."""
    page = f"<!DOCTYPE html><html><head>{head}</head><body><p>{TEXT}</p></body></html>"
    stated = read(page.encode(), "a.html").stated.url
    assert (stated and stated.value) == address
