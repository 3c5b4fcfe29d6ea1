import itertools

import msgspec

from generator.model import Block, Span
from generator.render.look import Look
from generator.render.sources import printed
from generator.render.stage import render
from tests.render.made import FIRST, first, make, second, texts
from tests.render.parsed import html_of, parsed


def source(id_="evening-post", edition=None, **look):
    """Return the page of a document."""
    edition = edition or make()
    found = render(edition, texts(edition), Look(**look))
    return next(page for page in found if page.path == f"sources/{id_}.md")


def test_the_whole_text_stands_on_the_page():
    """Nothing of the record is lost or changed by its marks."""
    text = parsed(source()).text
    for label in ("date", "1 line of page furniture related links"):
        text = text.replace(f"{label}Oslo", "Oslo").replace(f"{label}Read", "Read")
    assert " ".join(FIRST.split()) in " ".join(text.split())


def test_items_are_marked_where_they_stand():
    """A claim, a quotation and a figure each stand in an element with their id."""
    page = html_of(source())
    one = first()
    assert f'id="{one.claims[1].id}">About <span class="bf-item bf-figure" id="' in page
    assert f'bf-quotation-direct" id="{one.quotations[0].id}">The dispute is' in page


def test_kinds_of_blocks_are_shown():
    """What is no running text is labelled, and page furniture is folded."""
    page = html_of(source("harbour-blog"))
    assert '<span class="bf-label">editor’s comment</span>' in page
    assert "<details" in html_of(source())
    assert "Read more about ports" in html_of(source()).split("<details", 1)[1]


def test_a_source_says_what_it_is():
    """Outlet, day and defects stand at the head; what is not stated is said to be so."""
    text = parsed(source("harbour-blog")).text
    for words in ("outlet not stated, date not stated", "Excerpt of Evening Post", "Copy:"):
        assert words in text


def test_excerpts_leave_out_what_no_page_prints():
    """Without the right to the whole text, only what pages print is on the site."""
    page = source(source_text="excerpts")
    text = parsed(page).text
    assert "About 40 ships may wait if the strike lasts." in text
    assert "The dispute is primarily about rest," in text
    assert "a harbour economist at the" not in page.content.decode()
    assert "Read more about ports" not in text
    assert "[…]" in text


def test_what_is_printed_is_sorted_and_apart():
    """The spans of an excerpted edition cover every item and overlap nowhere."""
    for annotation in (first(), second()):
        text = annotation.text
        spans = printed(annotation, text)
        assert all(a.end < b.start for a, b in itertools.pairwise(spans))
        for item in (*annotation.claims, *annotation.figures):
            assert any(span.covers(item.span) for span in spans)
        assert all(text[a.end : b.start].strip() for a, b in itertools.pairwise(spans))


def test_pages_of_the_source_are_numbered():
    """Where a source has pages, the text says where each begins, once."""
    blocks = tuple(
        msgspec.structs.replace(block, page=1 + index // 3)
        for index, block in enumerate(first().blocks)
    )
    edition = make(msgspec.structs.replace(first(), blocks=blocks), second())
    page = html_of(source(edition=edition))
    assert page.count(">page 1<") == 1
    assert page.count(">page 2<") == 1


def test_a_text_without_blocks_is_one_block():
    """A document that nobody labelled is still shown whole."""
    edition = make(msgspec.structs.replace(first(), blocks=()), second())
    assert "stopped work on Tuesday" in parsed(source(edition=edition)).text


def test_an_item_outside_all_blocks_can_still_be_linked_to():
    """An anchor is there even where the words are not."""
    blocks = (Block(Span(0, 4), "title", None, 0, 1.0),)
    edition = make(msgspec.structs.replace(first(), blocks=blocks), second())
    assert first().claims[0].id in parsed(source(edition=edition)).ids
