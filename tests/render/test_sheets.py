import msgspec
import pytest

from generator.model import Reading, Span, relocated
from generator.render.paths import web_address
from generator.render.sheets import MAX_CLAIMS, MAX_FIGURES, MAX_STATEMENTS, cited
from tests.paper import seen, sheet_of
from tests.render.made import annotation, claim, figure, first, make, quotation, second

SITE = "https://desk.example/b/"


def words(pieces):
    """Return the words of some pieces."""
    return "".join(piece.text for piece in pieces)


def test_what_stands_on_the_sheet():
    """Bottom line, claims by support, voices beside retellings, figures, gaps and sources."""
    sheet = sheet_of()
    assert [words(one.pieces) for one in sheet.lead] == [
        "The pilots of Norvik harbour stopped work on Tuesday, the port said."
    ]
    assert [(one.kind, one.support, one.sources) for one in sheet.claims] == [
        ("Reported", "2 documents, single origin", ("evening-post", "harbour-blog")),
        ("Prediction", "1 document", ("evening-post",)),
        ("Judgement", "1 document", ("harbour-blog",)),
    ]
    voice = sheet.voices[0]
    assert (voice.by.name, voice.by.details) == (
        "Ana Ruiz",
        "harbour economist, Norvik Institute",
    )
    retold = voice.statements[0].retellings[0]
    assert words(retold.quotation.parts[0].pieces) == "the dispute was about rest"
    assert (retold.drifts[0].what, retold.drifts[0].said) == ("Limit lost", "primarily")
    assert [(words(one.written), one.amount) for one in sheet.figures] == [
        ("40", "40"),
        ("60", "60"),
    ]
    assert [words(one.pieces) for one in sheet.gaps] == ["It is unclear who will pay."]
    assert [len(one.rows) for one in sheet.differ] == [2]
    assert [one.notes for one in sheet.sources] == [
        ("Copy: Strike at Norvik (near-identical, 91 % alike)",),
        (
            "Excerpt of Evening Post (credit in the text)",
            "Copy: Harbour pilots walk out in Norvik (near-identical, 91 % alike)",
        ),
    ]


def test_every_piece_is_a_slice_of_its_source():
    """What stands on paper as somebody's words stands so in the source that the note names."""
    edition = make()
    texts = {m.id: seen(m.annotation.text) for m in edition.documents}
    sheet = sheet_of(edition)
    for one in (*sheet.lead, *sheet.claims, *sheet.gaps):
        assert seen(words(one.pieces)) in texts[one.sources[0]]
    for statement in (s for voice in sheet.voices for s in voice.statements):
        for said in (statement.quotation, *(r.quotation for r in statement.retellings)):
            for part in said.parts:
                assert seen(words(part.pieces)) in texts[said.sources[0]]
    for row in sheet.figures:
        assert seen(words(row.written)) in texts[row.sources[0]]


def test_a_divided_word_is_whole_again():
    """What the view reads otherwise is printed as it reads, and nothing else moves."""
    edition = make()
    first_, *rest = edition.documents
    text = first_.annotation.text.replace("dispute", "dis-\npute")
    at = text.index("-\n")
    moved = relocated(first_.annotation, lambda a, b: (a + 2 * (a > at), b + 2 * (b > at)))
    found = msgspec.structs.replace(moved, text=text, readings=(Reading(Span(at, at + 2), ""),))
    documents = (msgspec.structs.replace(first_, annotation=found), *rest)
    sheet = sheet_of(msgspec.structs.replace(edition, documents=documents))
    said = sheet.voices[0].statements[0].quotation.parts[0]
    assert words(said.pieces).startswith("The dispute is ")


def test_editors_comments_are_no_claims():
    """A remark of whoever put a source together supports nothing and is not printed as a claim."""
    everything = [words(one.pieces) for one in (*sheet_of().claims, *sheet_of().gaps)]
    assert not any("we think" in one for one in everything)


def many(count):
    """Return the made edition with that many claims, quotations and figures in its first text."""
    lines = [f"Pier {n} lost {n} ships, the port said." for n in range(1, count + 1)]
    text = "Many\n\n" + "\n\n".join([*lines, "It was primarily so."]) + "\n"
    doc = annotation(
        "evening-post",
        text,
        "Many",
        people=first().people,
        claims=tuple(claim("evening-post", text, line) for line in lines),
        quotations=tuple(
            quotation("evening-post", text, line.partition(",")[0], "indirect") for line in lines
        ),
        figures=tuple(
            figure("evening-post", text, line.split(" lost ")[1].split(" ships")[0], n)
            for n, line in enumerate(lines, 1)
        ),
    )
    edition = make(doc, second())
    return msgspec.structs.replace(edition, same_statement=(), claim_groups=(), figure_groups=())


def test_what_does_not_fit_is_counted():
    """A briefing on paper is short, and says how much of it stands elsewhere."""
    sheet = sheet_of(many(80))
    assert (len(sheet.claims), sheet.claims_more) == (MAX_CLAIMS, 80 + 2 - MAX_CLAIMS)
    assert (sheet.quotations, sheet.voices_more) == (MAX_STATEMENTS, 81 - MAX_STATEMENTS)
    assert (len(sheet.figures), sheet.figures_more) == (MAX_FIGURES, 80 - MAX_FIGURES)


def test_every_source_that_is_leant_on_has_a_note():
    """Each document that an item names is among the sources, with what it is."""
    sheet = sheet_of(many(80))
    assert set(cited(sheet)) <= {one.id for one in sheet.sources}
    assert cited(sheet_of())[:2] == ("evening-post", "harbour-blog")


@pytest.mark.parametrize(
    "change",
    [
        {"site_name": "Another desk"},
        {"site_url": SITE},
        {"paper": "us-letter"},
        {"handling": "For internal use"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_version_is_of_all_that_is_printed(change):
    """Whatever changes on paper changes the version; the same again has the same."""
    assert sheet_of(**change).version != sheet_of().version
    assert sheet_of().version == sheet_of().version
    edition = make()
    other = msgspec.structs.replace(edition.stories[0], title="Another title")
    assert (
        sheet_of(msgspec.structs.replace(edition, stories=(other,))).version != sheet_of().version
    )


ADDRESSES = {
    # what it shows: (site, path, anchor, folders, expected)
    "a page": (SITE, "briefings/strike.md", "", True, f"{SITE}briefings/strike/"),
    "a place": (SITE, "sources/a.md", "c-1", True, f"{SITE}sources/a/#c-1"),
    "without folders": (SITE, "sources/a.md", "c-1", False, f"{SITE}sources/a.html#c-1"),
    "an index": (SITE, "briefings/index.md", "", True, f"{SITE}briefings/"),
    "no slash at the end": ("https://desk.example", "a.md", "", True, "https://desk.example/a/"),
    "no address": ("", "briefings/strike.md", "", True, "briefings/strike/"),
}


@pytest.mark.parametrize(
    ("site", "path", "anchor", "folders", "expected"), ADDRESSES.values(), ids=ADDRESSES
)
def test_web_addresses(site, path, anchor, folders, expected):
    """The address of a page is the one that the site engine gives it."""
    assert web_address(site, path, anchor, folders=folders) == expected
