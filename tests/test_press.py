"""What a printed briefing promises: the sheet's words and no others, inside the page, for all."""

from __future__ import annotations

import random
from collections import Counter

import msgspec
import page as conformance
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from generator import press as press_module
from generator.errors import PrintError, TemplateError
from generator.press import Press
from generator.render.sheet import SheetFigure
from generator.render.visible import visible
from tests.paper import (
    NOWHERE,
    boxes_of,
    letters,
    links_of,
    opened,
    pages_of,
    pdf_of,
    press,
    seen,
    sheet_of,
    strings,
    tags_of,
    text_of,
)
from tests.render.made import hostile, make

SITE = "https://desk.example/b/"
ADDRESS = "https://post.example/" + "harbour-pilots-walk-out/" * 12 + "?page=1&view=print"

MARKUP = {
    "typst code": '#panic(1) #read("/outside.txt") #{ 1 + 1 } #import "x.typ": *',
    "typst marks": "= no *bold* _slant_ `raw` $x^2$ <label> @strike \\ // /* - + ~ -- --- 'quote'",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "Markdown": "# no **bold** [read](javascript:alert(1)) ![](x) | a | b | ```",
    "Jinja": "{{ config }} {% include 'x' %} {# no #}",
    "JSON": '"], "lead": [], \\u0041 \\',
    "an address": "javascript:alert(1) data:text/html,x https://example.example/x",
    "Arabic": "\u0623\u062d\u0645\u062f \u0628\u0646 \u0639\u0644\u064a",
    "Greek and Russian": "Ἀθήνα Ελλάδα Юрий Ушаков",
    "signs": "½ − € £ ¥ ₹ § † … „low“ «guillemets» ‹x› ﬁ ﬂ № ™",
    "unseen": "a\u202eb\u2066c\ufeffd\u0007e\u200bf\ud800g",
    "one long word": "Donaudampfschifffahrtsgesellschaft" * 12,
}


def with_figures(count):
    """Return the sheet of the made story with a table of that many rows."""
    sheet = sheet_of()
    rows = []
    for number in range(count):
        row = sheet.figures[number % 2]
        rows.append(msgspec.structs.replace(row, amount=f"{number:,} 000,000,000"))
    return msgspec.structs.replace(sheet, figures=tuple(rows))


def bare():
    """Return the sheet of a story in which nothing was found."""
    empty = ("lead", "warnings", "claims", "voices", "figures", "differ", "gaps")
    return msgspec.structs.replace(sheet_of(), **dict.fromkeys(empty, ()))


def shown_fields(sheet):
    """Return what the sheet says must be printed, as plain values."""
    value = msgspec.to_builtins(sheet)
    for key in ("id", "running", "date", "description", "paper", "link", "sources"):
        value.pop(key)
    counts: Counter[str] = Counter()
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            for key in ("href", "sources", "mark", "type"):
                one.pop(key, None)
            # the chip of a verbatim quotation is its marks, that of a gap its heading
            if one.get("parts") and one.get("type_word") == "Direct":
                one["type_word"] = ""
            pending += one.values()
        elif isinstance(one, list | tuple):
            pending += one
    for gap in value["gaps"]:
        gap["kind"] = gap["support"] = ""
    for row in (row for one in value["differ"] for row in one["rows"]):
        row["counts"] = row["amount"] = ""
    for source in sheet.sources:
        named = [source.outlet, source.day]
        counts += strings([f"“{source.title}”,", source.authors, source.url, source.path])
        counts += strings(named)
        counts += strings([*source.notes, *named] if source.notes else [])
    return counts + strings(value)


def bare_words(counts):
    """Return words without the marks and note numbers that stand at them."""
    found = Counter()
    for word, times in counts.items():
        stripped = word.strip(".,:;·–“”\"'0123456789 ")
        if stripped:
            found[stripped] += times
    return found


def test_all_words_of_the_edition_are_printed():
    """No word of an item, of a name or of a source is left out on the way to paper."""
    sheet = sheet_of(source_text="full", site_name="The Desk", handling="For internal use")
    printed = bare_words(Counter(text_of(pdf_of(sheet)).split()))
    missing = bare_words(shown_fields(sheet)) - printed
    assert missing == Counter()


OURS = frozenset(
    [
        "Page",
        "of",
        "Briefing",
        "Bottom",
        "line",
        "version",
        "Key",
        "claims",
        "Underlined",
        "words",
        "that",
        "hedge",
        "limit",
        "negate",
        "or",
        "set",
        "a",
        "condition",
        "Who",
        "said",
        "what",
        "Bold",
        "in",
        "statement",
        "words",
        "that",
        "a",
        "retelling",
        "left",
        "out",
        "or",
        "changed",
        "Figures",
        "As",
        "written",
        "Value",
        "What",
        "it",
        "counts",
        "Period",
        "Who",
        "says",
        "so",
        "the",
        "source",
        "itself",
        "Where",
        "sources",
        "differ",
        "What",
        "is",
        "not",
        "known",
        "Sources",
        "On",
        "the",
        "web",
        "Every",
        "statement",
        "above",
        "is",
        "a",
        "piece",
        "of",
        "a",
        "source",
        "word",
        "for",
        "word",
        "there",
        "each",
        "leads",
        "to",
        "its",
        "place",
        "The",
        "version",
        "on",
        "page",
        "is",
        "the",
        "same",
        "if",
        "nothing",
        "has",
        "changed",
        "since",
        "by",
        "File",
        "via",
        "became",
        "Words",
    ]
)
"""The words of the template."""


def test_no_word_is_printed_that_nobody_wrote():
    """Beside the words of the sheet only headings and labels of ours stand on the page."""
    sheet = sheet_of(site_name="The Desk")
    printed = bare_words(Counter(text_of(pdf_of(sheet)).split()))
    known = set(bare_words(shown_fields(sheet))) | OURS | set(sheet.running.split())
    assert sorted(set(printed) - known) == []


def test_each_piece_is_printed_in_one_stretch():
    """A claim and a quotation stand in the PDF letter by letter as in the source."""
    sheet = sheet_of()
    text = letters(text_of(pdf_of(sheet)))
    said = [claim.pieces for claim in (*sheet.lead, *sheet.claims, *sheet.gaps)]
    said += [p.pieces for v in sheet.voices for s in v.statements for p in s.quotation.parts]
    assert len(said) > 5
    for pieces in said:
        assert letters("".join(piece.text for piece in pieces)) in text


def test_bottom_line_and_first_claim_stand_on_the_first_page():
    """Who reads one page only has read what matters."""
    sheet = sheet_of()
    first = seen(pages_of(pdf_of(sheet))[0])
    assert first.index("Bottom line") < first.index("Key claims")
    assert seen("".join(p.text for p in sheet.claims[0].pieces)) in first


def test_head_foot_and_back_line():
    """Each page says which it is, of how many, and whose; the last where the page lives."""
    sheet = sheet_of(site_url=SITE, handling="For internal use", site_name="The Desk")
    pages = [seen(page) for page in pages_of(pdf_of(with_rows(sheet, 60)))]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "For internal use" in page
    assert all("The Desk" in page and sheet.running in page for page in pages)
    back = letters(pages[-1])
    assert letters(f"On the web: {SITE}briefings/strike/ · version {sheet.version}") in back


def with_rows(sheet, count):
    """Return a sheet with a longer table."""
    rows = tuple(sheet.figures[number % 2] for number in range(count))
    return msgspec.structs.replace(sheet, figures=rows)


def test_notes_stand_on_the_page_of_their_first_mark():
    """Each source has one note, at the foot of the page that leans on it first."""
    pdf = pdf_of(sheet_of())
    assert tags_of(pdf)["Note"] == 2
    first = seen(pages_of(pdf)[0])
    assert "Evening Post, “Harbour pilots walk out in Norvik”, by Bo Lind, 4 March 2031." in first
    assert "outlet not stated, “Strike at Norvik”, date not stated." in first


def test_clicks_lead_to_the_exact_words():
    """With the site's address known, each item and each note leads to its place."""
    sheet = sheet_of(site_url=SITE)
    links = links_of(pdf_of(sheet))
    for claim in (*sheet.claims, *sheet.gaps):
        assert claim.href in links
    assert f"{SITE}briefings/strike/" in links
    assert f"{SITE}sources/evening-post/" in links
    assert links_of(pdf_of(sheet_of())) == set()


def test_a_long_address_is_whole_and_inside_the_page():
    """An address of 300 characters breaks over lines, and its link is the true one."""
    sheet = sheet_of(edition_at(ADDRESS))
    pdf = pdf_of(sheet)
    assert letters(ADDRESS) in letters(text_of(pdf))
    assert ADDRESS in links_of(pdf)
    inside(pdf)


@pytest.mark.parametrize("basis", ["meta og:url", "a.meta.yml in the archive"])
def test_only_a_person_of_the_desk_makes_a_link(basis):
    """An address that the page itself states is printed as words."""
    pdf = pdf_of(sheet_of(edition_at("https://post.example/a", basis)))
    assert "https://post.example/a" in letters(text_of(pdf))
    assert links_of(pdf) == set()


def edition_at(url, basis="stated in a.meta.yml"):
    """Return the made edition with an address that somebody states for its first document."""
    edition = make()
    first, *rest = edition.documents
    source = msgspec.structs.replace(first.annotation.source, url=url, url_basis=basis)
    found = msgspec.structs.replace(first.annotation, source=source)
    documents = (msgspec.structs.replace(first, annotation=found), *rest)
    return msgspec.structs.replace(edition, documents=documents)


def inside(pdf, paper=(595.3, 841.9), margin=34 / 25.4 * 72):
    """Assert that every character of a PDF lies inside the margins."""
    width, height = paper
    for page, sign, (left, bottom, right, top) in boxes_of(pdf):
        assert margin - 4 <= left <= right <= width - margin + 4, (page, sign, left, right)
        assert 30 <= bottom <= top <= height - 30, (page, sign, bottom, top)


@pytest.mark.parametrize("payload", MARKUP.values(), ids=MARKUP)
def test_markup_in_every_field_is_printed_literally(payload):
    """Whatever a source writes comes out sign by sign, inside the margins, and runs nothing."""
    sheet = sheet_of(hostile(payload), site_name=payload, handling=payload, site_url=SITE)
    pdf = pdf_of(sheet)
    expected = letters(visible(payload))
    if "Arab" not in payload and not any("\u0600" <= c < "\u0700" for c in payload):
        assert letters(text_of(pdf)).count(expected) >= 8
    assert links_of(pdf) <= {claim.href for claim in sheet.claims} | all_links(sheet)
    inside(pdf)


def all_links(sheet):
    """Return the addresses of ours that a sheet holds."""
    value, found = [msgspec.to_builtins(sheet)], set()
    while value:
        one = value.pop()
        if isinstance(one, dict):
            found |= {one[k] for k in ("href", "link", "page_link") if one.get(k)}
            value += one.values()
        elif isinstance(one, list | tuple):
            value += one
    assert all(address.startswith(SITE) for address in found)
    return found


@pytest.mark.parametrize(
    "sheet",
    [bare(), with_figures(1), with_figures(60)],
    ids=["nothing found", "one figure", "60 figures"],
)
def test_few_and_many_items(sheet):
    """A story of nothing and a table over pages are printed whole, inside the margins."""
    pdf = pdf_of(sheet)
    inside(pdf)
    text = text_of(pdf)
    for row in sheet.figures:
        assert letters(row.amount) in letters(text)
    assert tags_of(pdf)["Table"] == bool(sheet.figures)
    assert text.count("As written") == (
        0 if not sheet.figures else 3 if len(sheet.figures) > 9 else 1
    )


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_paper(paper):
    """The page has the size that the desk wants."""
    document = opened(pdf_of(sheet_of(paper=paper)))
    width, height = list(document.pages[0].MediaBox)[2:]
    expected = (595, 842) if paper == "a4" else (612, 792)
    assert (round(float(width)), round(float(height))) == expected


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("sheet", [sheet_of(site_url=SITE), with_figures(60), bare()])
def test_conformance(sheet, profile):
    """A checker that is not the maker finds no fault: PDF/UA-1 and PDF/A-2a."""
    report = conformance.validate_pdf_bytes(pdf_of(sheet), profile=profile)
    assert [failure.message for failure in report.failures] == []
    assert report.rules.passed > 100


def test_structure():
    """Tags, language, title, day and fonts are there; nothing runs; qpdf finds no fault."""
    pdf = pdf_of(sheet_of())
    document = opened(pdf)
    assert document.check_pdf_syntax() == []
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) == "en"
    assert str(document.docinfo.Title) == "Harbour pilots walk out in Norvik"
    assert str(document.docinfo.CreationDate).startswith("D:20310304")
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(document.Root.get("/Names", {}))
    assert "/OpenAction" not in document.Root
    tags = tags_of(pdf)
    assert (tags["H1"], tags["Table"], tags["TH"]) == (1, 1, 5)
    assert tags["H2"] == 7
    fonts = [f for p in document.pages for f in p.Resources.Font.values()]
    assert fonts
    for font in fonts:
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())


def test_a_story_without_any_day_has_no_day_of_the_clock():
    """Where no source states a day the file has a fixed one, not today's; the page says undated."""
    edition = make()
    found = [msgspec.structs.replace(one.annotation, published=None) for one in edition.documents]
    documents = tuple(
        msgspec.structs.replace(one, annotation=annotation)
        for one, annotation in zip(edition.documents, found, strict=True)
    )
    pdf = pdf_of(sheet_of(msgspec.structs.replace(edition, documents=documents)))
    document = opened(pdf)
    assert str(document.docinfo.CreationDate).startswith("D:19800101")
    assert "undated · 2 documents" in text_of(pdf)
    assert "1980" not in text_of(pdf)


@pytest.mark.parametrize(
    ("sign", "code"), [("中", "U+4E2D"), ("😀", "U+1F600"), ("\ue000", "U+E000")]
)
def test_a_character_that_no_font_has(sign, code):
    """The refusal names the character and the field, and what to do."""
    sheet = sheet_of()
    voice = sheet.voices[0]
    by = msgspec.structs.replace(voice.by, name=f"Ana {sign} Ruiz")
    sheet = msgspec.structs.replace(
        sheet, voices=(msgspec.structs.replace(voice, by=by), *sheet.voices[1:])
    )
    with pytest.raises(PrintError) as caught:
        press().print(msgspec.json.encode(sheet))
    assert code in str(caught.value)
    assert "speaker 1, name" in str(caught.value)
    assert "templates/print/fonts/" in str(caught.value)


def test_a_desk_brings_its_own_font(tmp_path):
    """A font beside the desk's template prints what ours lack."""
    (tmp_path / "fonts").mkdir()
    pen = TTGlyphPen(None)
    for x, y in ((0, 0), (0, 700), (500, 700)):
        (pen.lineTo if (x, y) != (0, 0) else pen.moveTo)((x, y))
    pen.closePath()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "middle"])
    font.setupCharacterMap({0x4E2D: "middle"})
    font.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "middle": pen.glyph()})
    font.setupHorizontalMetrics({".notdef": (600, 0), "middle": (600, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Middle", "styleName": "Regular", "psName": "Middle"})
    font.setupOS2()
    font.setupPost()
    font.save(tmp_path / "fonts" / "middle.ttf")
    sheet = msgspec.json.encode(msgspec.structs.replace(sheet_of(), title="中"))
    assert "中" in text_of(Press(tmp_path).print(sheet).content)
    assert list(Press(tmp_path).parts()) != list(press().parts())


def test_a_desk_has_its_own_template(tmp_path):
    """The desk's file wins, gets the same data, and may read what lies beside it."""
    (tmp_path / "motto.txt").write_text("Read twice", encoding="utf-8")
    (tmp_path / "briefing.typ").write_text(
        "#let sheet = json(bytes(sys.inputs.sheet))\n#set document(title: sheet.title)\n"
        '#sheet.title, #sheet.claims.len() claims. #read("motto.txt")\n',
        encoding="utf-8",
    )
    made = Press(tmp_path).print(msgspec.json.encode(sheet_of()))
    assert text_of(made.content) == "Harbour pilots walk out in Norvik, 3 claims. Read twice"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("#let sheet = 1\n#(", r"line 2: unclosed delimiter"),
        ("#set document(title: [x])\n#json(bytes(sys.inputs.sheet)).nothing", "nothing"),
        ('#set document(title: [x])\n#read("/../outside.txt")', "outside"),
        ('#import "@preview/cetz:0.3.0": canvas', "package"),
    ],
    ids=["syntax", "unknown field", "a file outside", "a package from the network"],
)
def test_a_wrong_template_is_named(tmp_path, template, words):
    """The message names the file and the typesetter's reason."""
    (tmp_path / "outside.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "print"
    folder.mkdir()
    (folder / "briefing.typ").write_text(template, encoding="utf-8")
    with pytest.raises(TemplateError, match=rf"(?s)print/briefing\.typ.*{words}"):
        Press(folder).print(msgspec.json.encode(sheet_of()))


def test_a_fault_of_the_typesetter_costs_the_tags_only(monkeypatch):
    """Where the tags cannot be closed the briefing is printed without them, and says so."""
    made = Press(NOWHERE)
    true, tries = made._set, []

    def failing(sheet, standards, *, tagged):
        tries.append(tagged)
        if tagged:
            raise made._error("internal error: tags weren't properly closed")
        return true(sheet, standards, tagged=tagged)

    monkeypatch.setattr(made, "_set", failing)
    printed = made.print(msgspec.json.encode(sheet_of()))
    assert (tries, printed.tagged) == ([True, False], False)
    assert "/StructTreeRoot" not in opened(printed.content).Root


def test_without_the_typesetter(monkeypatch):
    """Where typst is not installed the message says how to get it."""
    monkeypatch.setattr(press_module, "can_print", lambda: False)
    with pytest.raises(PrintError, match=r"pip install 'briefing-generator\[pdf\]'"):
        Press(NOWHERE)


def shuffled(seed):
    """Return a sheet of random size from the words of the made one; the same for one seed."""
    dice = random.Random(seed)
    sheet = sheet_of(site_url=SITE)

    def some(rows, most):
        return tuple(dice.choice(rows) for _ in range(dice.randint(0, most)))

    def longer(claim):
        pieces = tuple(claim.pieces * dice.randint(1, 12))
        sources = tuple(dice.sample(["evening-post", "harbour-blog"], dice.randint(1, 2)))
        return msgspec.structs.replace(claim, pieces=pieces, sources=sources)

    def spoken(voice):
        return msgspec.structs.replace(voice, statements=some(voice.statements, 5))

    rows: tuple[SheetFigure, ...] = some(sheet.figures, 40)
    return msgspec.structs.replace(
        sheet,
        lead=tuple(longer(one) for one in some(sheet.lead, 2)),
        claims=tuple(longer(one) for one in some(sheet.claims, 12)),
        voices=tuple(spoken(one) for one in some(sheet.voices, 6)),
        figures=rows,
        gaps=tuple(longer(one) for one in some(sheet.gaps, 5)),
        differ=some(sheet.differ, 4),
        warnings=some(sheet.warnings, 9),
    )


@pytest.mark.parametrize("start", range(0, 100, 25))
def test_a_hundred_random_briefings(start):
    """Wherever pages happen to break, the tags close, the notes fit and nothing runs over."""
    for seed in range(start, start + 25):
        printed = press().print(msgspec.json.encode(shuffled(seed)))
        assert printed.tagged, seed
        if seed % 5 == 0:
            inside(printed.content)
