from __future__ import annotations

import contextlib
import io
import random
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise

import pypdf
import pytest

from generator.clean.stage import clean
from generator.errors import UnreadableError
from generator.model import Extract, Source
from generator.offsets import Edit, apply
from generator.readers import pdf as reader
from generator.readers.pdf import looks_like_pdf, read_pdf
from tests.readers.pdf_pages import BOOK, PLAIN, THREE, TITLE, TWO, article, paragraphs, pdf

SOURCE = Source("port.pdf", None, "application/pdf", "0")

# fmt: off
SETTINGS = {
    # how it is set: (source's head, rounds of the paragraphs)
    "one column": (PLAIN, 2),
    "one column, indents, hyphens, heads and feet": (BOOK, 4),
    "two columns under a headline": (TWO, 7),
    "three columns under a headline": (THREE, 5),
}
# fmt: on


@cache
def read(source: str) -> Extract:
    """Return what the reader makes of a typst source."""
    return read_pdf(pdf(source), SOURCE)


def shown(extract: Extract) -> list[tuple[str, str, int | None]]:
    """Return each passage as the view shows it, with its hint and page."""
    view, offsets = apply(extract.text, [Edit(s.start, s.end, to) for s, to in extract.edits])
    return [
        (view[slice(*offsets.view(p.span.start, p.span.end))], p.hint, p.page)
        for p in extract.passages
    ]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))


@pytest.mark.parametrize(("head", "rounds"), SETTINGS.values(), ids=SETTINGS)
def test_words_come_in_order(head, rounds):
    """Runs of four words agree with the source's at an F1 of at least .995."""
    extract = read(article(head, rounds))
    found = shingles("\n".join(t for t, hint, _ in shown(extract) if hint not in FURNITURE))
    wanted = shingles("\n".join([TITLE, *paragraphs(rounds)]))
    common = (found & wanted).total()
    assert 2 * common / (found.total() + wanted.total()) >= 0.995


FURNITURE = {"header", "footer"}


@pytest.mark.parametrize(("head", "rounds"), SETTINGS.values(), ids=SETTINGS)
def test_paragraphs_are_whole(head, rounds):
    """Nearly all paragraphs are one passage each, over columns and page ends too."""
    texts = {text for text, _, _ in shown(read(article(head, rounds)))}
    wanted = set(paragraphs(rounds))
    assert len(wanted & texts) >= 0.95 * len(wanted)


@pytest.mark.parametrize(("head", "rounds"), SETTINGS.values(), ids=SETTINGS)
def test_promises(head, rounds):
    """Every character is in one passage; passages, pages and edits are in order and apart."""
    extract = read(article(head, rounds))
    spans = [p.span for p in extract.passages]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(extract.text))
    edits = [span for span, _ in extract.edits]
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert all(0 <= s.start < s.end <= len(extract.text) for s in edits)
    pages = [p.page for p in extract.passages]
    assert pages == sorted(pages)
    assert pages[0] == 1


def test_text_of_record_keeps_hyphens_and_line_ends():
    """What the page shows stands in the record; the view alone joins."""
    extract = read(article(BOOK, 4))
    assert re.search(r"[a-z]-\n[a-z]", extract.text)
    assert "\r" not in extract.text
    assert not any("-\n" in text for text, _, _ in shown(extract))


def test_heads_and_feet():
    """Running heads and page numbers are furniture, and no part of a paragraph between them."""
    found = [row for row in shown(read(article(BOOK, 4))) if row[1] in FURNITURE]
    count = max(page for _, _, page in found)
    assert count >= 3
    assert [r for r in found if r[1] == "header"] == [
        ("Evening Post\tHarbour news", "header", n + 1) for n in range(count)
    ]
    assert [r for r in found if r[1] == "footer"] == [
        (f"{n + 1} / {count}", "footer", n + 1) for n in range(count)
    ]


MIXED = (
    PLAIN
    + """#set document(title: "report_final_v2.docx", author: "Ana Ruiz")
#text(size: 20pt, weight: "bold")[Pilots to move to the new quay]

By Ana Ruiz

#figure(rect(width: 60%, height: 2cm), caption: [A tug enters the harbour at dawn.])

The harbour council voted on Monday to close the old station by the end of the year, a step that
it had put off three times.#footnote[The station was built after the flood.]

== What it costs

The move will cost 500#super[1] million crowns, on an area of 20 km#super[2], the council said.

- Close the old station by October.
- Move the pilots, and pay for the move from the reserves that the port has set aside for such
  purposes over the years.

#table(columns: 3, [Port], [Tonnes], [Change], [Norvik], [1,200], [4%], [Lund], [900], [2%])
"""
)


def test_hints():
    """Headline, crosshead, caption, items, rows and notes are told by letters and place."""
    rows = [(hint, text) for text, hint, _ in shown(read(MIXED)) if hint not in {"p", *FURNITURE}]
    assert rows == [
        ("h1", "Pilots to move to the new quay"),
        ("figcaption", "Figure 1: A tug enters the harbour at dawn."),
        ("h2", "What it costs"),
        ("li", "• Close the old station by October."),
        (
            "li",
            (
                "• Move the pilots, and pay for the move from the reserves that the port has set"
                " aside for such purposes over the years."
            ),
        ),
        ("td", "Port\tTonnes\tChange"),
        ("td", "Norvik\t1,200\t4%"),
        ("td", "Lund\t900\t2%"),
        ("aside", "1 The station was built after the flood."),
    ]


def test_masthead_is_no_headline():
    """The outlet's name may be set larger than the headline below it."""
    head = (
        "#text(size: 30pt)[EVENING POST]\n\n#text(size: 20pt)[Pilots to move to the new quay]\n\n"
    )
    rows = shown(read(PLAIN + head + "\n\n".join(paragraphs(1))))
    assert [(hint, text) for text, hint, _ in rows if hint != "p"] == [
        ("h2", "EVENING POST"),
        ("h1", "Pilots to move to the new quay"),
    ]


def test_marks_of_notes_are_no_digits():
    """A raised number that a note begins with leaves the view, and an exponent stays.

    In the text of record a blank sets it apart from a figure, of which it is no digit.
    """
    extract = read(MIXED)
    (text,) = (t for t, _, _ in shown(extract) if t.startswith("The move will cost"))
    assert text.startswith("The move will cost 500 million crowns, on an area of 20 km2,")
    assert "500 1 million" in extract.text


def test_statements():
    """A file name is no title; an author whom the page shows is stated."""
    stated = read(MIXED).stated
    assert stated.title is None
    assert [a.value for a in stated.authors] == ["Ana Ruiz"]
    assert stated.published is None


SCAN = """#image(bytes((0, 255, 255, 0)), width: 90%,
  format: (encoding: "luma8", width: 2, height: 2))"""


def test_pages_without_text_are_named():
    """Pages that are pictures only are named in one notice; the others are read."""
    extract = read(f"{PLAIN}{SCAN}\n#pagebreak()\nWords on page two.\n#pagebreak()\n{SCAN}")
    assert [(n.code, n.message) for n in extract.notices] == [
        ("page-without-text", "no text on pages 1, 3: needs OCR")
    ]


@pytest.mark.parametrize("content", [SCAN, ""], ids=["picture", "nothing"])
def test_file_without_text_is_refused(content):
    """A file that shows no text at all says what it needs."""
    with pytest.raises(UnreadableError, match="no text on any page: it needs OCR"):
        read(PLAIN + content)


def test_locked_files_are_refused():
    """A file that asks for a password says so; one that is only barred from printing is read."""
    data = pdf(article(PLAIN, 1))
    with pytest.raises(UnreadableError, match="locked with a password"):
        read_pdf(locked(data, "secret"), SOURCE)
    assert read_pdf(locked(data, ""), SOURCE).text == read_pdf(data, SOURCE).text


def locked(data: bytes, password: str) -> bytes:
    """Return a file that opens with a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("source", [article(BOOK, 4), article(TWO, 7), MIXED], ids=["1", "2", "m"])
def test_no_word_is_lost(source):
    """Another program finds the same letters and figures in the file, each as often."""
    data = pdf(source)
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    other = Counter(c for page in pages for c in page.extract_text() if c.isalnum())
    assert Counter(c for c in read_pdf(data, SOURCE).text if c.isalnum()) == other


def test_cut_files_are_refused_or_read_with_a_notice():
    """A file without its end is read as far as it goes, or refused with that reason."""
    data = pdf(article(PLAIN, 2))
    with pytest.raises(UnreadableError, match=r"no pages can be found.*end is missing"):
        read_pdf(data[: len(data) // 3], SOURCE)
    extract = read_pdf(data[: data.rindex(b"startxref")], SOURCE)
    assert [n.code for n in extract.notices] == ["file-damaged"]


def test_too_long_files_are_refused(monkeypatch):
    """More pages or letters than the caps allow are refused with the number."""
    data = pdf(article(BOOK, 4))
    monkeypatch.setattr(reader, "MAX_LETTERS", 1000)
    with pytest.raises(UnreadableError, match="more than 1000 letters by page 1"):
        read_pdf(data, SOURCE)
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    with pytest.raises(UnreadableError, match="at most 2 are read"):
        read_pdf(data, SOURCE)


@pytest.mark.parametrize("seed", range(8))
def test_damaged_bytes_are_read_or_refused(seed):
    """No flipped bytes and no cut make the reader fail in another way than by saying so."""
    chance = random.Random(seed)
    whole = pdf(MIXED)
    for _ in range(25):  # with eight seeds 200 files
        data = bytearray(whole[: chance.choice([len(whole), chance.randrange(900, len(whole))])])
        for _ in range(chance.choice([1, 6, 60])):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        with contextlib.suppress(UnreadableError):
            assert read_pdf(bytes(data), SOURCE).text.strip()


def test_threads_may_read_at_once():
    """Several threads get the same as one: pdfium is entered by one at a time."""
    data = pdf(article(BOOK, 4))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: read_pdf(data, SOURCE), range(6)))
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", True),
        (b"\r\n" * 300 + b"%PDF-1.4", True),
        (b" " * 1024 + b"%PDF-1.4", False),
        (b"Plain words", False),
    ],
)
def test_looks_like_pdf(data, expected):
    """The mark may stand anywhere in the first 1024 bytes."""
    assert looks_like_pdf(data) is expected


def test_rows_of_wrapped_cells():
    """A row whose cells hold several lines is one passage, read cell by cell."""
    table = """#table(columns: (1fr, 1fr, auto), align: (left + horizon),
      [Port], [What it does], [Tonnes],
      [Norvik and the harbours of the southern coast], [Moves its pilots in October, once the
       dredging has been completed and paid for], [1,200],
      [Lund], [Keeps its pilots where they are, since nobody has complained], [900])"""
    rows = [text for text, hint, _ in shown(read(PLAIN + table)) if hint == "td"]
    assert rows == [
        "Port\tWhat it does\tTonnes",
        (
            "Norvik and the harbours of the southern coast\tMoves its pilots in October, once the"
            " dredging has been completed and paid for\t1,200"
        ),
        "Lund\tKeeps its pilots where they are, since nobody has complained\t900",
    ]


def test_cleaning_uses_hints_and_pages():
    """Furniture is furniture after cleaning, the headline the title, and blocks know their page."""
    extract = read(article(BOOK, 4))
    document = clean(extract, "port")
    assert document.meta.title is not None
    assert document.meta.title.text == TITLE
    framing = [b for b in document.blocks if b.span.of(document.text).startswith("Evening Post")]
    assert {b.kind for b in framing} == {"boilerplate"}
    assert [b.page for b in framing] == list(range(1, len(framing) + 1))
    bodies = {b.span.of(document.text) for b in document.blocks if b.kind == "body"}
    assert len(bodies & set(paragraphs(4))) >= 0.95 * len(set(paragraphs(4)))
