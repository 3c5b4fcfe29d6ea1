from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import docx as word
import pytest

from generator.clean.stage import clean
from generator.errors import UnreadableError
from generator.readers.docx import OLE, looks_like_docx, read_docx
from tests.readers.packages import SOURCE, R, W, docx, p, packed, relationships, shown, survives

LEAD = "The harbour council of Norvik voted on Monday to close the old pilot station in the autumn."


def read(body: str, parts=None, links: str = ""):
    """Return what the reader makes of a body."""
    return read_docx(docx(body, parts, links), SOURCE)


def note(kind: str, body: str) -> str:
    """Return a part of a kind with a body."""
    return f'<w:{kind} xmlns:w="{W}" xmlns:r="{R}">{body}</w:{kind}>'


def cell(*paragraphs: str) -> str:
    """Return a cell of a table."""
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def run(words: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


BOX = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"

# fmt: off
BODIES = {
    # what it shows: (body, hints and words)
    "title and headings": (
        p("Pilots to move", "Title") + p("What it costs", "berschrift1") + p(LEAD),
        [("h1", "Pilots to move"), ("h2", "What it costs"), ("p", LEAD)]),
    "first heading is the headline": (
        p("Pilots to move", "berschrift1") + p(LEAD) + p("Costs", "berschrift2"),
        [("h1", "Pilots to move"), ("p", LEAD), ("h2", "Costs")]),
    "several first headings": (
        p("Pilots to move", "berschrift1") + p(LEAD) + p("Costs", "berschrift1"),
        [("h1", "Pilots to move"), ("p", LEAD), ("h2", "Costs")]),
    "headings below plain text": (
        p(LEAD) + p("Costs", "berschrift1") + p("And then?", "berschrift2"),
        [("p", LEAD), ("h2", "Costs"), ("h3", "And then?")]),
    "outline level without style": (
        p(LEAD) + p("Costs", "", '<w:outlineLvl w:val="1"/>'), [("p", LEAD), ("h2", "Costs")]),
    "quote, caption, list, contents": (
        p("We waited.", "Zitat") + p("A tug at dawn", "Bild") + p("One", "Liste")
        + p("Two", "", '<w:numPr><w:numId w:val="3"/></w:numPr>') + p("Costs 2", "Verzeichnis1"),
        [("blockquote", "We waited."), ("figcaption", "A tug at dawn"), ("li", "One"),
         ("li", "Two"), ("nav", "Costs 2")]),
    "blank paragraphs are distance": (
        p("One.") + p("") + p("  ") + p("Two."), [("p", "One."), ("p", "Two.")]),
    "line end within": (
        p(run("Harbour House") + "<w:r><w:br/></w:r>" + run("Norvik")),
        [("p", "Harbour House"), ("p", "Norvik")]),
    "title over two lines": (
        p(run("Pilots") + "<w:r><w:br/></w:r>" + run("to move"), "Title"),
        [("h1", "Pilots to move")]),
    "tab, hyphens": (
        p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>c</w:t></w:r>"),
        [("p", "a\tb-c")]),
    "rows of a table": (
        "<w:tbl><w:tr>" + cell(p("2030")) + cell(p("1,198 ships")) + "</w:tr><w:tr>"
        + cell(p("2031")) + cell(p(""), p("1,204 ships")) + "</w:tr></w:tbl>",
        [("td", "2030\t1,198 ships"), ("td", "2031\t1,204 ships")]),
    "table set for layout": (
        f"<w:tbl><w:tr>{cell(p('One.'), p('Two.'))}{cell(p('Three.'))}</w:tr></w:tbl>",
        [("p", "One."), ("p", "Two."), ("p", "Three.")]),
    "table in a table": (
        "<w:tbl><w:tr>" + cell(p("Out."), "<w:tbl><w:tr>" + cell(p("a")) + cell(p("b"))
                               + "</w:tr></w:tbl>") + "</w:tr></w:tbl>",
        [("p", "Out."), ("td", "a\tb")]),
    "insertions stand, deletions do not": (
        p(run("He ") + "<w:ins>" + run("never ") + "</w:ins><w:del><w:r><w:delText>always"
          + "</w:delText></w:r></w:del>" + run("lied.") + "<w:moveFrom>" + run("Gone.")
          + "</w:moveFrom>"),
        [("p", "He never lied.")]),
    "a deleted paragraph end joins": (
        p("One ", "", "<w:rPr><w:del/></w:rPr>") + p("line."), [("p", "One line.")]),
    "content control, link, field": (
        "<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>" + p("In a control.") + "</w:sdtContent>"
        "</w:sdt>" + p("<w:hyperlink>" + run("A link") + "</w:hyperlink><w:r><w:instrText>PAGE"
                       "</w:instrText></w:r><w:fldSimple w:instr='DATE'>" + run(" of May")
                       + "</w:fldSimple>"),
        [("p", "In a control."), ("p", "A link of May")]),
    "unfilled control": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here")
        + "</w:sdtContent></w:sdt>" + p("Words."), [("p", "Words.")]),
    "text box follows its paragraph, once": (
        '<w:p xmlns:mc="m">' + run("Before ") + "<w:r><mc:AlternateContent><mc:Choice>" + BOX
        + "</mc:Choice><mc:Fallback>" + BOX + "</mc:Fallback></mc:AlternateContent></w:r>"
        + run("after.") + "</w:p>",
        [("p", "Before after."), ("p", "In the box.")]),
    "hidden words": (
        p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>" + run("Seen.")),
        [("p", "Seen.")]),
    "strict namespace": (
        p("Words.").replace("<w:", "<s:").replace("</w:", "</s:").replace(
            "<s:p>", '<s:p xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main">', 1),
        [("p", "Words.")]),
}
# fmt: on


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_paragraphs(body, expected):
    """Each kind of content becomes passages with the words that Word shows."""
    assert shown(read(body)) == expected


FOOTNOTES = note(
    "footnotes",
    '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("Nine to four.")}</w:footnote>'
    f'<w:footnote w:id="1">{p("In a letter.")}</w:footnote>',
)
REFERENCES = (
    run("They voted")
    + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    + run(" on Monday.")
    + '<w:r><w:footnoteReference w:id="2"/></w:r>'
)


def test_footnotes_follow_the_text():
    """A note breaks no sentence; notes stand after the text in the order of their references."""
    extract = read(p(REFERENCES), {"word/footnotes.xml": FOOTNOTES}, "footnotes=footnotes.xml")
    assert shown(extract) == [
        ("p", "They voted on Monday."),
        ("aside", "In a letter."),
        ("aside", "Nine to four."),
    ]


COMMENTED = p(
    run("It cost ")
    + '<w:commentRangeStart w:id="7"/>'
    + run("two million")
    + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    + run(" euros.")
)


def comments(author: str) -> str:
    """Return a part with one comment of two paragraphs."""
    words = p("Who says so?") + p("Ask the council.")
    return note("comments", f'<w:comment w:id="7" w:author="{author}">{words}</w:comment>')


# fmt: off
AUTHORS = {
    "named": ("Ana Ruiz", "Ana Ruiz: ", "Ana Ruiz"),
    "taken out": ("Author", "", "somebody whom the file does not name"),
    "none": ("", "", "somebody whom the file does not name"),
}
# fmt: on


@pytest.mark.parametrize(("author", "label", "who"), AUTHORS.values(), ids=AUTHORS)
def test_comments(author, label, who):
    """A comment stands after the text under its author's name, and a notice marks its words."""
    parts = {"word/comments.xml": comments(author)}
    extract = read(COMMENTED + p(LEAD), parts, "comments=comments.xml")
    assert shown(extract)[2:] == [
        ("comment", f"{label}Who says so?"),
        ("comment", f"{label}Ask the council."),
    ]
    (notice,) = extract.notices
    assert (notice.code, notice.span.of(extract.text)) == ("comment-in-margin", "two million")
    assert f"by {who} on" in notice.message


def test_a_comment_is_an_editors_comment():
    """What an editor wrote in the margin is labelled so, and no word of the report is."""
    parts = {"word/comments.xml": comments("Ana Ruiz")}
    document = clean(read(COMMENTED + p(LEAD), parts, "comments=comments.xml"), "note")
    kinds = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert kinds[1:] == [
        ("body", LEAD),
        ("editor_comment", "Ana Ruiz: Who says so?"),
        ("editor_comment", "Ana Ruiz: Ask the council."),
    ]


def test_heads_and_feet_of_pages():
    """Lines at head and foot of the pages stand at the end, each once, as no part of the text."""
    parts = {
        "word/header1.xml": note("hdr", p("Norvik Institute")),
        "word/header2.xml": note("hdr", p("Norvik Institute")),
        "word/footer1.xml": note("ftr", p("3") + p("Reprints with credit")),
    }
    extract = read(p(LEAD), parts, "header1=header1.xml header2=header2.xml footer1=footer1.xml")
    assert [(q.hint, q.main, q.span.of(extract.text)) for q in extract.passages] == [
        ("p", True, LEAD),
        ("header", False, "Norvik Institute"),
        ("footer", False, "Reprints with credit"),
    ]


REMOTE = (
    f'<Relationship Id="x" Type="{R}/image" Target="http://a.example/x" TargetMode="External"/>'
)
TEMPLATE = REMOTE.replace("/image", "/attachedTemplate")
LINK = REMOTE.replace("/image", "/hyperlink")

# fmt: off
CARRIED = {
    "nothing": ({}, "", []),
    "macros": ({"word/vbaProject.bin": b"x"}, "", ["macros"]),
    "embedded": ({"word/embeddings/oleObject1.bin": b"x"}, "", ["embedded-file"]),
    "remote picture": ({"word/_rels/document.xml.rels": relationships({}, REMOTE)}, "",
                       ["remote-part"]),
    "remote template": ({"word/_rels/settings.xml.rels": relationships({}, TEMPLATE)}, "",
                        ["remote-part"]),
    "a link is no remote part": ({"word/_rels/document.xml.rels": relationships({}, LINK)}, "", []),
    "changes": ({}, "<w:ins>" + run("x") + "</w:ins>", ["tracked-changes"]),
    "chunk": ({}, "<w:altChunk/>", ["embedded-file"]),
}
# fmt: on


@pytest.mark.parametrize(("parts", "body", "codes"), CARRIED.values(), ids=CARRIED)
def test_what_is_not_read_is_said(parts, body, codes):
    """Macros, objects and parts elsewhere are neither loaded nor kept, and a notice says so."""
    assert [one.code for one in read(p(LEAD) + body, parts).notices] == codes


def core(title: str, author: str) -> dict[str, str | bytes]:
    """Return the parts for a file's properties."""
    return {
        "_rels/.rels": relationships(
            {"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}
        ),
        "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="t">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        "<t:created>2031-03-04T08:00:00Z</t:created></c>",
    }


# fmt: off
PROPERTIES = {
    # what it shows: (title, author, body, stated title, stated authors)
    "borne out": ("Norvik closes its pilot station", "Ana Ruiz",
                  p("Norvik closes its pilot station") + p("By Ana Ruiz") + p(LEAD),
                  "Norvik closes its pilot station", ["Ana Ruiz"]),
    "of a template": ("Press release", "Microsoft Office User",
                      p("Press release") + p("Norvik closes its station") + p(LEAD), None, []),
    "named below only": ("", "Ana Ruiz", p(LEAD) + p("Ana Ruiz said so."), None, []),
    "not printed": ("Weekly note", "Bo Lind", p(LEAD), None, []),
}
# fmt: on


@pytest.mark.parametrize(
    ("title", "author", "body", "stated", "names"), PROPERTIES.values(), ids=PROPERTIES
)
def test_properties(title, author, body, stated, names):
    """Properties count where the text bears them out; a day of creation never does."""
    found = read(body, core(title, author)).stated
    assert (found.title and found.title.value) == stated
    assert [one.value for one in found.authors] == names
    assert found.published is None


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE = BOMB.replace('b "&a;&a;&a;&a;&a;&a;&a;&a;"', 'b SYSTEM "outside.txt"')
GOOD = docx(p(LEAD))

# fmt: off
REFUSED = {
    "old or locked": (OLE + bytes(600), "password or an old Office file"),
    "cut off early": (GOOD[:100], "damaged or cut off"),
    "cut off in the middle": (GOOD[: len(GOOD) // 2], "damaged or cut off"),
    "cut off at the end": (GOOD[:-8], "damaged or cut off"),
    "no main part": (packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}),
                     "no Word file"),
    "main part elsewhere": (docx("", {"_rels/.rels": relationships(
        {"officeDocument": "../../outside.xml"})}), "no Word file"),
    "broken part": (docx("", {"word/document.xml": "<w:document"}), "no sound XML"),
    "entity bomb": (docx("", {"word/document.xml": BOMB}), "declares entities"),
    "outside entity": (docx("", {"word/document.xml": OUTSIDE}), "declares entities"),
    "too deep": (docx("<w:p>" * 5000), "no sound XML"),
    "zip bomb": (docx("", {"word/media/a.bin": bytes(3_000_000)}), "more than 100 times"),
}
# fmt: on


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(data, reason):
    """What is locked, damaged or a trap is refused in one line that names it."""
    with pytest.raises(UnreadableError, match=reason):
        read_docx(data, SOURCE)


# fmt: off
LOOKS = {
    "sound": (GOOD, True), "cut off": (GOOD[:80], True), "old or locked": (OLE, True),
    "table": (packed({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), False),
    "zip of files": (packed({"a.docx": GOOD, "b.txt": "x"}), False),
    "text": (b"word/document.xml", False), "none": (b"", False),
}
# fmt: on


@pytest.mark.parametrize(("data", "is_so"), LOOKS.values(), ids=LOOKS)
def test_told_by_its_content(data, is_so):
    """A Word file is told by its members, also where it was cut off or locked."""
    assert looks_like_docx(data) is is_so


def written() -> bytes:
    """Return a file that another program wrote: title, headings, list, table, comment, header."""
    page = word.Document()
    page.core_properties.author = "Ana Ruiz"
    page.add_heading("Norvik closes its pilot station", 0)
    page.add_paragraph("By Ana Ruiz")
    commented = page.add_paragraph(LEAD)
    page.add_heading("What it costs", 1)
    page.add_paragraph("“Nobody will lose a post,” said Bo Lind.", style="List Bullet")
    table = page.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("Year", "Ships"), ("2030", "1,198")), strict=True):
        for one, word_ in zip(row.cells, words, strict=True):
            one.text = word_
    page.add_comment(commented.runs, text="Nine to four?", author="Bo Lind", initials="BL")
    page.sections[0].header.paragraphs[0].text = "Norvik Institute"
    buffer = io.BytesIO()
    page.save(buffer)
    return buffer.getvalue()


def test_a_file_of_another_program():
    """What another program wrote comes back word for word, in order."""
    extract = read_docx(written(), SOURCE)
    assert shown(extract) == [
        ("h1", "Norvik closes its pilot station"),
        ("p", "By Ana Ruiz"),
        ("p", LEAD),
        ("h2", "What it costs"),
        ("li", "“Nobody will lose a post,” said Bo Lind."),
        ("td", "Year\tShips"),
        ("td", "2030\t1,198"),
        ("comment", "Bo Lind: Nine to four?"),
        ("header", "Norvik Institute"),
    ]
    assert [one.span.of(extract.text) for one in extract.notices] == [LEAD]


def test_no_word_is_lost():
    """The words are those that a plain search of the packed parts finds, each as often."""
    data = written()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            archive.read(f"word/{n}.xml").decode() for n in ("document", "comments", "header1")
        ]
    raw = " ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", " ".join(parts)))
    words = Counter(read_docx(data, SOURCE).text.replace("Bo Lind: ", "").split())
    assert words == Counter(raw.split())


def test_damaged_files():
    """No damage makes the reader fail in another way than by saying so."""
    parts = {"word/comments.xml": comments("Ana Ruiz"), "word/footnotes.xml": FOOTNOTES}
    links = "comments=comments.xml footnotes=footnotes.xml"
    survives(read_docx, docx(p(REFERENCES) + COMMENTED, parts, links))
