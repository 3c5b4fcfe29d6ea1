import msgspec
import pytest

from generator.model import SameStatement
from generator.render.look import Look
from generator.render.stage import render
from tests.render.made import first, make, second, texts
from tests.render.parsed import html_of, parsed, sections


def briefing(edition=None, **look):
    """Return the page of the story."""
    edition = edition or make()
    found = render(edition, texts(edition), Look(**look))
    return next(page for page in found if page.path == "briefings/strike.md")


# fmt: off
SECTIONS = {
    # section: words that must stand in it, in this order
    "Bottom line": [
        "The pilots of Norvik harbour stopped work on Tuesday, the port said.",
        "Evening Post, 4 March 2031", "2 documents, single origin",
        "Also in harbour-blog.txt (outlet not stated), undated",
        "2 documents from Evening Post and 1 source whose outlet is not stated",
        "resting on 1 independent origin.", "Published 4 March 2031.",
        "3 quotations by 1 named speaker and 1 collective or unnamed source.",
        "Single origin: both documents lean on one report.", "1 source states no outlet.",
        "1 source states no date.", "1 source is an excerpt.",
    ],
    "Key claims": [
        "Reported", "stopped work on Tuesday", "2 documents, single origin", "Also in",
        "Judgement", "Ruiz told the Evening Post", "Ana Ruiz, harbour economist, Norvik Institute",
        "1 document", "Prediction", "About 40 ships may wait if the strike lasts.",
    ],
    "Who said what": [
        "Ana Ruiz, harbour economist, Norvik Institute",
        "“The dispute is primarily about rest,”", "retold in other words",
        "the dispute was about rest", "via Evening Post", "Limit lost: primarily", "the port",
    ],
    "Figures": ["40", "about 40", "ships waiting", "the source itself", "60"],
    "Where sources differ": ["ships waiting", "about 40", "Evening Post", "about 60"],
    "What is not known": ["It is unclear who will pay."],
    "Timeline": ["4 March 2031", "stopped work on Tuesday"],
    "People and organisations": ["Ana Ruiz", "expert", "2 statements", "Norvik Institute"],
    "Editor’s comment": ["They support nothing above.", "Editor's note: we think"],
    "Sources": [
        "Harbour pilots walk out in Norvik", "4 March 2031 (dateline of the page)", "by Bo Lind",
        "Strike at Norvik", "outlet not stated", "date not stated",
        "Excerpt of Evening Post (credit in the text)", "near-identical, 91 % alike",
        "The page gives an excerpt only.",
    ],
}
# fmt: on


@pytest.mark.parametrize(("section", "words"), SECTIONS.items(), ids=SECTIONS)
def test_each_section_says_what_it_should(section, words):
    """A section holds what a reader comes for, in its order."""
    text = sections(briefing())[section]
    at = 0
    for word in words:
        assert word in text[at:], text[at:]
        at = text.index(word, at)


def test_sections_stand_in_the_order_of_the_trade():
    """The bottom line comes first, the sources last."""
    assert list(sections(briefing())) == list(SECTIONS)


def without(*, claims=False, quotations=False, figures=False):
    """Return the edition with some layers of both documents empty."""
    left_out = {
        name: ()
        for name, gone in (("claims", claims), ("quotations", quotations), ("figures", figures))
        if gone
    }
    edition = make()
    documents = tuple(
        msgspec.structs.replace(m, annotation=msgspec.structs.replace(m.annotation, **left_out))
        for m in edition.documents
    )
    return msgspec.structs.replace(edition, documents=documents)


def test_empty_sections_are_left_out():
    """A section that has nothing to say has no heading."""
    bare = without(claims=True, quotations=True, figures=True)
    assert list(sections(briefing(bare))) == ["People and organisations", "Sources"]


def test_words_that_weaken_a_claim_are_marked():
    """Hedge, modal verb and condition each have a mark of their own, within the sentence."""
    page = html_of(briefing())
    assert '<mark class="bf-hedges">About</mark> 40 ships' in page
    assert '<mark class="bf-modals">may</mark> wait' in page
    assert '<mark class="bf-conditions">if the strike lasts</mark>.' in page


def test_the_lost_word_is_marked_where_it_stood():
    """The limit that the retelling dropped is marked in what was said."""
    assert 'is <mark class="bf-lost">primarily</mark> about rest,' in html_of(briefing())


@pytest.mark.parametrize(
    ("relation", "words"),
    [("direct-paraphrase", "retold in other words"), ("paraphrase-paraphrase", "also reported")],
)
def test_a_pair_given_the_other_way_round_reads_the_same(relation, words):
    """The literal form stands first whichever end of the pair it is; its words stay its own."""
    edition = make()
    pair = edition.same_statement[0]
    turned = SameStatement(
        a=pair.b,
        b=pair.a,
        relation=relation,
        drift=tuple(msgspec.structs.replace(d, a=d.b, b=d.a) for d in pair.drift),
    )
    text = sections(briefing(msgspec.structs.replace(edition, same_statement=(turned,))))
    said = text["Who said what"]
    assert said.index("“The dispute") < said.index(words) < said.index("Limit lost: primarily")


def changed(**fields):
    """Return the edition with the direct quotation changed."""
    one = first()
    head, *rest = one.quotations
    quotations = (msgspec.structs.replace(head, **fields), *rest)
    return make(msgspec.structs.replace(one, quotations=quotations), second())


def test_an_unclosed_quotation_is_not_closed():
    """What has no closing mark in the source gets none here, and is said to have none."""
    text = parsed(briefing(changed(flags=("unclosed",)))).text
    assert "“The dispute is primarily about rest, " in text
    assert "rest,”" not in text
    assert "closing mark missing in the source" in text


def test_a_speaker_who_is_not_stated_is_not_guessed():
    """Words without a speaker stand last, under words that say so."""
    text = sections(briefing(changed(speaker=None, speaker_name=None, role=None)))
    assert text["Who said what"].rindex("speaker not stated") > text["Who said what"].index(
        "the port"
    )


def test_the_same_words_in_a_copy_are_shown_once():
    """A copy adds a link, not a second card."""
    one = first()
    two = msgspec.structs.replace(one, id="copy", claims=second().claims, figures=one.figures)
    edition = msgspec.structs.replace(
        make(one, two), same_statement=(), claim_groups=(), figure_groups=()
    )
    text = sections(briefing(edition))["Who said what"]
    assert text.count("“The dispute is primarily about rest,”") == 1
    assert "Same words in" in text


def test_claims_of_one_group_are_shown_once():
    """Claims that say the same are one row that names the other documents."""
    text = sections(briefing())["Key claims"]
    assert "The pilots of Norvik harbour stopped work on Tuesday, the port said." in text
    assert "Pilots at Norvik stopped work" not in text
    apart = sections(briefing(msgspec.structs.replace(make(), claim_groups=())))["Key claims"]
    assert "Pilots at Norvik stopped work" in apart


def test_a_document_of_its_own_is_a_single_source():
    """One document alone is said to be confirmed by nothing."""
    edition = make()
    story = msgspec.structs.replace(edition.stories[0], documents=("evening-post",))
    text = parsed(briefing(msgspec.structs.replace(edition, stories=(story,)))).text
    assert "Single source: nothing here is confirmed by a second document." in text


def test_the_pdf_is_linked_only_where_there_is_one():
    """A link to a file that is not built would be a broken one."""
    assert "strike.pdf" in parsed(briefing(prints={"strike": "0123456789ab"})).hrefs
    assert "strike.pdf" not in parsed(briefing()).hrefs


def test_long_sections_lead_to_the_lists():
    """What does not fit stands in the list, and the briefing says how much it is."""
    text = sections(briefing(section_rows=1))
    assert "and 1 more in the list of figures" in text["Figures"]
    assert "and 2 more in the list of quotations" in text["Who said what"]
