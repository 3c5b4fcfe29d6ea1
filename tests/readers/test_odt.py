from __future__ import annotations

import pytest

from generator.errors import UnreadableError
from generator.readers.odt import looks_like_odt, read_odt
from tests.readers.packages import SOURCE, packed, shown, survives

LEAD = "The harbour council of Norvik voted on Monday to close the old pilot station in the autumn."
NAMES = ("office", "text", "table", "style", "draw", "meta", "manifest")
SPACES = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in NAMES)
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
KIND = "application/vnd.oasis.opendocument.text"


def odt(body: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    """Return a file with a body, and further parts."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>"
        '<style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Quotations"/>'
        "</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": KIND, "content.xml": content, **(parts or {})})


def read(body: str, parts=None):
    """Return what the reader makes of a body."""
    return read_odt(odt(body, parts), SOURCE)


def p(words: str, style: str = "Text_20_body") -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def h(words: str, level: int = 1) -> str:
    """Return a heading."""
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def row(*cells: str) -> str:
    """Return a table of one row."""
    inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    return f"<table:table><table:table-row>{inner}</table:table-row></table:table>"


# fmt: off
BODIES = {
    # what it shows: (body, hints and words)
    "title and headings": (
        p("Pilots to move", "Title") + h("Costs") + h("More", 2) + p(LEAD),
        [("h1", "Pilots to move"), ("h2", "Costs"), ("h3", "More"), ("p", LEAD)]),
    "styles, own and leaned on": (
        p("We waited.", "P1") + p("Figure 1", "Illustration") + p("x = 1", "Preformatted_20_Text"),
        [("blockquote", "We waited."), ("figcaption", "Figure 1"), ("code", "x = 1")]),
    "list": (f"<text:list><text:list-item>{p('One.')}</text:list-item></text:list>" + p("Two."),
             [("li", "One."), ("p", "Two.")]),
    "blanks": (p("One\n  two<text:s text:c='3'/>three<text:tab/>four<text:line-break/>five"),
               [("p", "One two   three\tfour"), ("p", "five")]),
    "spans, links, tails": (
        p("He <text:span>never</text:span> <text:a>lied</text:a>, <text:bookmark/>she said."),
        [("p", "He never lied, she said.")]),
    "rows of a table": (row(p("2030"), p("1,198 ships")), [("td", "2030\t1,198 ships")]),
    "row set for layout": (row(p("One.") + p("Two."), p("Three.")),
                           [("p", "One."), ("p", "Two."), ("p", "Three.")]),
    "note": (
        p("They voted<text:note><text:note-citation>1</text:note-citation><text:note-body>"
          + p("Nine to four.") + "</text:note-body></text:note> on Monday.") + p("Two."),
        [("p", "They voted on Monday."), ("p", "Two."), ("aside", "Nine to four.")]),
    "text box": (
        p("Before <draw:frame><draw:text-box>" + p("In the box.") + "</draw:text-box></draw:frame>"
          "after."), [("p", "Before after."), ("p", "In the box.")]),
    "deleted words": (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("Gone.")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + p("He <text:change/>lied."), [("p", "He lied.")]),
    "hidden section": ("<text:section text:display='none'>" + p("x") + "</text:section>" + p("y"),
                       [("p", "y")]),
    "contents": ("<text:table-of-content><text:index-body>" + p("Costs 2")
                 + "</text:index-body></text:table-of-content>" + p("Words."),
                 [("nav", "Costs 2"), ("p", "Words.")]),
}
# fmt: on


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_paragraphs(body, expected):
    """Each kind of content becomes passages with the words that a word processor shows."""
    assert shown(read(body)) == expected


def test_comment():
    """A comment stands after the text under its author's name, and a notice marks its words."""
    extract = read(
        p(
            "It cost <office:annotation office:name='c1'><dc:creator>Ana Ruiz</dc:creator>"
            "<dc:date>2031-03-04</dc:date>" + p("Who says so?") + "</office:annotation>two million"
            "<office:annotation-end office:name='c1'/> euros."
        )
    )
    assert shown(extract) == [
        ("p", "It cost two million euros."),
        ("comment", "Ana Ruiz: Who says so?"),
    ]
    (notice,) = extract.notices
    assert (notice.code, notice.span.of(extract.text)) == ("comment-in-margin", "two million")


def test_heads_and_feet_of_pages():
    """Lines at head and foot of the pages stand at the end, as no part of the text."""
    styles = (
        f"<office:document-styles {SPACES}><office:master-styles><style:master-page><style:header>"
        + p("Norvik Institute")
        + "</style:header><style:footer>"
        + p("4")
        + "</style:footer></style:master-page></office:master-styles></office:document-styles>"
    )
    extract = read(p(LEAD), {"styles.xml": styles})
    assert [(q.hint, q.main, q.span.of(extract.text)) for q in extract.passages] == [
        ("p", True, LEAD),
        ("header", False, "Norvik Institute"),
    ]


def test_properties():
    """Title and author count where the text bears them out; the day of creation never does."""
    meta = (
        f"<office:document-meta {SPACES}><office:meta>"
        "<dc:title>Norvik closes its station</dc:title>"
        "<meta:initial-creator>Ana Ruiz</meta:initial-creator><dc:date>2031-03-04</dc:date>"
        "</office:meta></office:document-meta>"
    )
    body = p("Norvik closes its station", "Title") + p("By Ana Ruiz") + p(LEAD)
    stated = read(body, {"meta.xml": meta}).stated
    assert stated.title.value == "Norvik closes its station"
    assert [one.value for one in stated.authors] == ["Ana Ruiz"]
    assert stated.published is None


# fmt: off
CARRIED = {
    "nothing": ({}, []),
    "macros": ({"Basic/Standard/a.xml": "x"}, ["macros"]),
    "embedded": ({"Object 1/content.xml": "x"}, ["embedded-file"]),
}
# fmt: on


@pytest.mark.parametrize(("parts", "codes"), CARRIED.values(), ids=CARRIED)
def test_what_is_not_read_is_said(parts, codes):
    """Macros and objects are not kept, and a notice says so."""
    assert [one.code for one in read(p(LEAD), parts).notices] == codes


GOOD = odt(p(LEAD))
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "outside.txt">]><x>&a;</x>'
LOCKED = f"<manifest:manifest {SPACES}><manifest:encryption-data/></manifest:manifest>"

# fmt: off
REFUSED = {
    "cut off": (GOOD[:200], "damaged or cut off"),
    "no text part": (packed({"mimetype": KIND}), "no part content.xml"),
    "a table": (packed({"content.xml": "<d><body><spreadsheet/></body></d>"}), "without text"),
    "locked": (odt("", {"META-INF/manifest.xml": LOCKED}), "locked with a password"),
    "entity bomb": (odt("", {"content.xml": BOMB}), "declares entities"),
    "outside entity": (odt("", {"content.xml": OUTSIDE}), "declares entities"),
    "broken part": (odt("", {"content.xml": "<x"}), "no sound XML"),
    "zip bomb": (odt("", {"Pictures/a.png": bytes(3_000_000)}), "more than 100 times"),
}
# fmt: on


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(data, reason):
    """What is locked, damaged or a trap is refused in one line that names it."""
    with pytest.raises(UnreadableError, match=reason):
        read_odt(data, SOURCE)


# fmt: off
LOOKS = {
    "sound": (GOOD, True), "cut off": (GOOD[:120], True),
    "no kind": (packed({"content.xml": "x", "styles.xml": "x"}), True),
    "table": (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), False),
    "text": (b"mimetype", False), "none": (b"", False),
}
# fmt: on


@pytest.mark.parametrize(("data", "is_so"), LOOKS.values(), ids=LOOKS)
def test_told_by_its_content(data, is_so):
    """An OpenDocument text is told by the kind that it states, also where it was cut off."""
    assert looks_like_odt(data) is is_so


def test_damaged_files():
    """No damage makes the reader fail in another way than by saying so."""
    survives(read_odt, odt("".join(body for body, _ in BODIES.values())))
