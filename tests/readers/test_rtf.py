from __future__ import annotations

import pytest

from generator.errors import UnreadableError
from generator.readers.rtf import looks_like_rtf, read_rtf
from generator.readers.stage import read as read_any
from tests.readers.packages import SOURCE, shown, survives

LEAD = "The harbour council of Norvik voted on Monday to close the old pilot station in the autumn."

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset204 Arial;}"
    r"{\f2\fcharset238 Arial CE;}{\f3\fcharset128 MS Mincho;}{\f4\fcharset2 Symbol;}}"
)
STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\s9 Title;}"
    r"{\s5 Quotations;}{\*\cs10 Default Paragraph Font;}}"
)


def rtf(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> bytes:
    """Return a file with a body."""
    return (r"{\rtf1" + head + FONTS + STYLES + body + "}").encode("latin-1")


def read(body: str, head: str = r"\ansi\ansicpg1252\deff0"):
    """Return what the reader makes of a body."""
    return read_rtf(rtf(body, head), SOURCE)


# fmt: off
BODIES = {
    # what it shows: (body, hints and words)
    "paragraphs": (r"\pard One.\par Two." + "\r\nSame.\\par\n\\par Three.",
                   [("p", "One."), ("p", "Two.Same."), ("p", "Three.")]),
    "line end and tab": (r"One\line Two\tab three\par", [("p", "One"), ("p", "Two\tthree")]),
    "marks": (r"\ldblquote No\rdblquote \emdash he\rquote s 1\endash 2\~m\_x \{a\}\\\par",
              [("p", "“No”—he’s 1–2\u00a0m-x {a}\\")]),
    "bytes of the file's page": (r"caf\'e9 \'93x\'94 \'80 2\par", [("p", "café “x” € 2")]),
    "bytes of a font": (r"\f1\'cd\'ee\'e2\'fb\'e9\f0  \'e9 \f2\'9eof\'eda\par",
                        [("p", "Новый é žofía")]),
    "letters of two bytes": (r"\f3\'93\'fa\'83A\f0 .\par", [("p", "日ア.")]),
    "signs of a symbol font": (r"{\f4\'b7} One\par", [("p", "One")]),
    "font holds in its group": (r"{\f1\'cd}\'e9\par", [("p", "Нé")]),
    "Unicode with fallback": (r"\u8220?No\u8221\'94 \u381 Z\uc0\u8364 5\uc2\u233??\par",
                              [("p", "“No” Ž€5é")]),
    "negative Unicode, both planes": (r"\u-10179?\u-8704? \u-3913?\par", [("p", "😀 \uf0b7")]),
    "title and headings": (
        r"\pard\s9 Pilots to move\par\pard\s1\outlinelevel0 Costs\par\pard\s0 " + LEAD
        + r"\par\pard\s2 More\par", [("h1", "Pilots to move"), ("h2", "Costs"), ("p", LEAD),
                                     ("h3", "More")]),
    "quote and list": (
        r"\pard\s5 We waited.\par{\listtext\'b7\tab}\pard\ls1 One.\par\pard Two.\par",
        [("blockquote", "We waited."), ("li", "One."), ("p", "Two.")]),
    "rows of a table": (
        (r"\trowd\cellx1\cellx2\pard\intbl 2030\cell 1,198 ships\cell\row"
        r"\trowd\pard\intbl 2031\cell\cell 9\cell\row\pard After.\par"),
        [("td", "2030\t1,198 ships"), ("td", "2031\t9"), ("p", "After.")]),
    "row set for layout": (
        r"\trowd\pard\intbl One.\par Two.\cell Three.\cell\row\pard After.\par",
        [("p", "One."), ("p", "Two."), ("p", "Three."), ("p", "After.")]),
    "a row that never ends": (r"\trowd\pard\intbl One\cell two", [("td", "One\ttwo")]),
    "footnote": (
        (r"They voted{\super\chftn}{\footnote\pard\plain{\super\chftn} Nine to four.} on Monday."
        r"\par"),
        [("p", "They voted on Monday."), ("aside", "Nine to four.")]),
    "head and foot": (
        r"{\header\pard Norvik Institute\par}{\footer\pard\chpgn\par}One.\par",
        [("p", "One."), ("footer", "Norvik Institute")]),
    "field, picture, object, unknown": (
        (r'{\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt{\ul A link}}} is'
        r"{\*\shppict{\pict\pngblip 89504e47}}{\*\unheard of}{\nonshppict{\pict 00}} here.\par"),
        [("p", "A link is here.")]),
    "raw data": ("a{\\pict\\bin5 }{\\}x}b\\par", [("p", "ab")]),
    "deleted and hidden": (
        r"He {\deleted always }{\revised never }{\v unseen }lied.\plain\par",
        [("p", "He never lied.")]),
    "text box": ((r"Before {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard In the box.\par}}}"
                 r"after.\par"), [("p", "Before after."), ("p", "In the box.")]),
}
# fmt: on


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_paragraphs(body, expected):
    """Each kind of content becomes passages with the words that a word processor shows."""
    assert shown(read(body)) == expected


# fmt: off
PAGES = {
    "Windows, Central Europe": (r"\ansi\ansicpg1250\deff9", r"\'9e", "ž"),
    "Macintosh": (r"\mac\deff9", r"\'8e", "é"),
    "DOS": (r"\pc\deff9", r"\'82", "é"),
    "a page that nobody knows": (r"\ansi\ansicpg99999\deff9", r"\'e9", "é"),
    "by its default font": (r"\ansi\ansicpg1252\deff1", r"\'e9", "й"),
}
# fmt: on


@pytest.mark.parametrize(("head", "byte", "letter"), PAGES.values(), ids=PAGES)
def test_code_pages(head, byte, letter):
    """A byte is the letter that the file's own page or its default font says."""
    assert read(byte + r"\par", head).text == letter


def test_comment():
    """A comment stands after the text under its author's name, and a notice marks its words."""
    extract = read(
        r"It cost {\*\atrfstart 3}two million{\*\atrfend 3}{\*\atnid BL}{\*\atnauthor Bo Lind}"
        r"\chatn{\*\annotation{\*\atnref 3}{\*\atndate 1}\pard Who says so?\par} euros.\par"
    )
    assert shown(extract) == [
        ("p", "It cost two million euros."),
        ("comment", "Bo Lind: Who says so?"),
    ]
    (notice,) = extract.notices
    assert (notice.code, notice.span.of(extract.text)) == ("comment-in-margin", "two million")


# fmt: off
NOTICES = {
    "sound": (rtf("One.\\par"), []),
    "cut off": (rtf("One. Two.\\par")[:-8], ["cut-off"]),
    "no such letter": (rtf(r"\f3 a\'83\par"), ["encoding-damaged"]),
    "changes": (rtf(r"{\deleted a}b\par"), ["tracked-changes"]),
    "hidden": (rtf(r"{\v a}b\par"), ["hidden-text"]),
    "object": (rtf(r"{\object{\*\objdata 00}{\result b}}\par"), ["embedded-file"]),
}
# fmt: on


@pytest.mark.parametrize(("data", "codes"), NOTICES.values(), ids=NOTICES)
def test_what_is_not_read_is_said(data, codes):
    """What a file carries beside its text, or lacks, is said in a notice."""
    assert [one.code for one in read_rtf(data, SOURCE).notices] == codes


def test_properties():
    """Title and author count where the text bears them out."""
    info = r"{\info{\title Norvik closes its station}{\author Ana Ruiz}{\creatim\yr2031}}"
    stated = read(info + r"\pard Norvik closes its station\par By Ana Ruiz\par " + LEAD).stated
    assert stated.title.value == "Norvik closes its station"
    assert [one.value for one in stated.authors] == ["Ana Ruiz"]
    assert stated.published is None


# fmt: off
LOOKS = {
    "sound": (rb"{\rtf1\ansi", True), "byte-order mark": (b"\xef\xbb\xbf{\\rtf1", True),
    "blanks before": (b"\r\n {\\rtf1", True), "text": (b"rtf", False), "none": (b"", False),
}
# fmt: on


@pytest.mark.parametrize(("data", "is_so"), LOOKS.values(), ids=LOOKS)
def test_told_by_its_content(data, is_so):
    """An RTF file is told by how it begins."""
    assert looks_like_rtf(data) is is_so


def test_under_another_ending():
    """A file that was saved under a wrong name is read for what it holds."""
    assert read_any(rtf("Norvik votes.\\par"), "a.txt").text == "Norvik votes."


def test_nested_too_deeply():
    """Groups within groups without end are refused, and many that close again are not."""
    with pytest.raises(UnreadableError, match="too deeply"):
        read_rtf(b"{\\rtf1" + b"{" * 9000, SOURCE)
    assert read("{}" * 9000 + "One.").text == "One."


def test_damaged_files():
    """No damage makes the reader fail in another way than by saying so."""
    survives(read_rtf, rtf("\n".join(body for body, _ in BODIES.values())))
