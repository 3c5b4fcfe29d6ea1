from __future__ import annotations

import pytest

from generator.errors import UnreadableError
from generator.readers.epub import looks_like_epub, read_epub
from tests.readers.packages import SOURCE, packed, shown, survives

LEAD = "The harbour council of Norvik voted on Monday to close the old pilot station in the autumn."
KIND = "application/epub+zip"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/content.opf"/></rootfiles></container>'
)


def epub(
    pages: dict[str, str | bytes],
    metadata: str = "",
    parts: dict[str, str | bytes] | None = None,
    spine: str = "",
) -> bytes:
    """Return a book of pages by name, with metadata, further parts, or another order."""
    items = "".join(
        f'<item id="{name}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for name in pages
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in spine.split() or pages)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{metadata}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    return packed(
        {
            "mimetype": KIND,
            "META-INF/container.xml": CONTAINER,
            "book/content.opf": package,
            **{f"book/{name}": page for name, page in pages.items()},
            **(parts or {}),
        }
    )


def page(body: str, head: str = "") -> str:
    """Return a page."""
    return (
        f'<?xml version="1.0"?>{head}<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
    )


def read(body: str, metadata: str = "", head: str = ""):
    """Return what the reader makes of a book of one page."""
    return read_epub(epub({"one.xhtml": page(body, head)}, metadata), SOURCE)


XHTML = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://a.example/xhtml11.dtd">'

# fmt: off
BODIES = {
    # what it shows: (body, hints and words)
    "headings and paragraphs": (f"<h1>Pilots to move</h1><p>{LEAD}</p><h2>Costs</h2>",
                                [("h1", "Pilots to move"), ("p", LEAD), ("h2", "Costs")]),
    "list, quote, caption": (
        ("<ul><li>One</li></ul><blockquote>We waited.</blockquote>"
        "<figure><img src='http://a.example/x'/><figcaption>A tug</figcaption></figure>"),
        [("li", "One"), ("blockquote", "We waited."), ("figcaption", "A tug")]),
    "rows of a table": (
        ("<table><tr><th>Year</th><th>Ships</th></tr><tr><td><p>2030</p></td><td>1,198</td></tr>"
        "</table>"), [("td", "Year\tShips"), ("td", "2030\t1,198")]),
    "number of a note": (
        ("<p>They voted<a epub:type='noteref' href='#n'>1</a> on<sup><a href='#m'>2</a></sup>"
        " Monday.</p>"), [("p", "They voted on Monday.")]),
    "notes follow the text": (
        ("<p>One.</p><aside epub:type='footnote'><p>Nine to four.</p></aside><p>Two.</p>"
        "<section role='doc-endnotes'><ol><li role='doc-endnote'>A letter.</li></ol></section>"),
        [("p", "One."), ("p", "Two."), ("aside", "Nine to four."), ("aside", "A letter.")]),
    "set text keeps its lines": ("<pre><b>one</b>\n<b>two</b>\n</pre>",
                                 [("p", "one"), ("p", "two")]),
    "hidden and left out": ("<script>x</script><p hidden='hidden'>y</p><p>z</p>", [("p", "z")]),
    "contents": ("<nav><ol><li>Costs</li></ol></nav><p>Words.</p>",
                 [("nav", "Costs"), ("p", "Words.")]),
}
# fmt: on


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_passages(body, expected):
    """Each kind of content becomes passages with the words that a reader's device shows."""
    assert shown(read(body)) == expected


def test_reading_order():
    """Pages stand in the order of the spine, each once, whatever the order of the parts."""
    pages = {"b.xhtml": page("<p>Two.</p>"), "a.xhtml": page("<p>One.</p>")}
    extract = read_epub(epub(pages, spine="a.xhtml b.xhtml a.xhtml missing"), SOURCE)
    assert extract.text == "One.\nTwo."


def test_named_characters():
    """Named characters are read although the list of their names is never loaded."""
    assert read("<p>No &mdash; caf&eacute;&nbsp;&amp;</p>", head=XHTML).text == "No — café\u00a0&"


def test_a_broken_page():
    """A page that is no sound XML is read as a browser would."""
    extract = read_epub(epub({"one.xhtml": "<html><body><p>One<p>Two & three"}), SOURCE)
    assert shown(extract) == [("p", "One"), ("p", "Two & three")]


def test_a_missing_page_is_said():
    """What the book lacks is named, and the rest is read."""
    data = epub({"one.xhtml": page("<p>One.</p>"), "two.xhtml": ""})
    data = data.replace(b"book/two.xhtml", b"book/six.xhtml")
    extract = read_epub(data, SOURCE)
    assert extract.text == "One."
    assert [(n.code, n.message) for n in extract.notices] == [
        ("part-missing", "The chapter “book/two.xhtml” is missing in the file.")
    ]


METADATA = (
    "<dc:title>Pilots to move</dc:title><dc:creator>Ana Ruiz</dc:creator>"
    "<dc:creator opf:role='edt'>Bo Lind</dc:creator><dc:publisher>Evening Post</dc:publisher>"
    "<dc:date>2031-03-04</dc:date>"
)


def test_statements():
    """The package states title, author, outlet and day; an editor is no author."""
    body = f"<h1>Pilots to move</h1><p>4 March 2031</p><p>{LEAD}</p>"
    extract = read(body, METADATA)
    stated = extract.stated
    assert (stated.title.value, stated.title.span.of(extract.text)) == ("Pilots to move",) * 2
    assert [one.value for one in stated.authors] == ["Ana Ruiz"]
    assert (stated.outlet.value, stated.published.value) == ("Evening Post", "2031-03-04")


# fmt: off
PLAIN = "<dc:date>2031-03-04</dc:date>"
DATES = {
    # what it shows: (metadata, words of the page, the day that is stated)
    "publication among others": (
        ("<dc:date opf:event='modification'>2031-05-01</dc:date>"
        "<dc:date opf:event='publication'>2031-03-04</dc:date>"), "Words.", "2031-03-04"),
    "change alone": (
        "<dc:date opf:event='modification'>2031-05-01</dc:date>", "1 May 2031", None),
    "two that differ": (
        "<dc:date>2031-05-01</dc:date><dc:date>2031-03-04</dc:date>", "4 March 2031", None),
    "plain and not printed": (PLAIN, "Words.", None),
    "plain, another day printed": (PLAIN, "Published 3 March 2031", None),
    "plain and printed": (PLAIN, "Norvik, March 4, 2031", "2031-03-04"),
    "plain and printed in numbers": (PLAIN, "2031-03-04 Words.", "2031-03-04"),
    "plain with a clock": (
        "<dc:date>2031-03-04T07:15:00Z</dc:date>", "4 March 2031", "2031-03-04T07:15:00Z"),
    "printed as the day of a change": (
        PLAIN, "Published 3 March 2031, updated on 4 March 2031", None),
    "a year": ("<dc:date>2031</dc:date>", "4 March 2031", None),
    "none": ("", "4 March 2031", None),
}
# fmt: on


@pytest.mark.parametrize(("metadata", "words", "day"), DATES.values(), ids=DATES)
def test_dates(metadata, words, day):
    """A day is stated only where the package says what it is, or the text prints it too."""
    published = read(f"<p>{words}</p>", metadata).stated.published
    assert (published and published.value) == day


@pytest.mark.parametrize("words", ["Unknown", "Untitled", ""])
def test_placeholders_state_nothing(words):
    """What programs write where nobody told them is no statement."""
    stated = read(
        "<p>x</p>", f"<dc:title>{words}</dc:title><dc:creator>{words}</dc:creator>"
    ).stated
    assert stated.title is None
    assert stated.authors == ()


GOOD = epub({"one.xhtml": page(f"<p>{LEAD}</p>")}, METADATA)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "outside.txt">]>'
LOCK = "<e xmlns:c='c'><c:CipherReference URI='book/one.xhtml'/></e>"

# fmt: off
REFUSED = {
    "cut off": (GOOD[:300], "damaged or cut off"),
    "no container": (packed({"mimetype": KIND}), "no EPUB"),
    "no package": (packed({"META-INF/container.xml": CONTAINER}), "which parts"),
    "locked": (epub({"one.xhtml": "x"}, "", {"META-INF/encryption.xml": LOCK}), "encrypted"),
    "entity bomb": (epub({"one.xhtml": page("<p>&b;</p>", BOMB)}), "declares entities"),
    "outside entity": (epub({"one.xhtml": page("<p>&b;</p>", OUTSIDE)}), "declares entities"),
    "broken package": (epub({}, "<dc:title>"), "no sound XML"),
    "too deep": (epub({"one.xhtml": page("<div>" * 3000)}), "nested too deeply"),
    "zip bomb": (epub({}, "", {"a.png": bytes(3_000_000)}), "more than 100 times"),
}
# fmt: on


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(data, reason):
    """What is locked, damaged or a trap is refused in one line that names it."""
    with pytest.raises(UnreadableError, match=reason):
        read_epub(data, SOURCE)


# fmt: off
LOOKS = {
    "sound": (GOOD, True), "packed kind": (GOOD.replace(b"mimetype", b"mimetypo"), True),
    "cut off": (GOOD[:90], True),
    "no kind": (packed({"META-INF/container.xml": CONTAINER}), True),
    "zip": (packed({"a.txt": "x"}), False), "none": (b"", False),
}
# fmt: on


@pytest.mark.parametrize(("data", "is_so"), LOOKS.values(), ids=LOOKS)
def test_told_by_its_content(data, is_so):
    """A book is told by the kind that it states, also where it was cut off."""
    assert looks_like_epub(data) is is_so


def test_damaged_files():
    """No damage makes the reader fail in another way than by saying so."""
    survives(read_epub, epub({"one.xhtml": page("".join(body for body, _ in BODIES.values()))}))
