import posixpath
from itertools import combinations

import msgspec
import pytest

from generator.ids import item_ids
from generator.model import (
    ClaimGroup,
    ClaimRef,
    Copy,
    Drift,
    FigureGroup,
    FigureRef,
    Identity,
    Member,
    Origin,
    PersonRef,
    QuotationRef,
    SameStatement,
    Story,
    TimelineEntry,
)
from generator.render.look import Look
from generator.render.stage import OUTPUTS, render
from tests.render.made import at, first, make, second, texts
from tests.render.parsed import front_of, parsed


def pages(edition=None, **look):
    """Return the pages of an edition by path."""
    edition = edition or make()
    found = render(edition, texts(edition), Look(**look))
    assert len({page.path for page in found}) == len(found)
    return {page.path: page for page in found}


def markdown_of(found):
    """Return the Markdown pages alone."""
    return {path: page for path, page in found.items() if path.endswith(".md")}


def test_the_outputs_are_these():
    """A new kind of pages is a row of the table; none is lost by accident."""
    names = "home briefings sources people claims quotations figures export"
    assert [output.name for output in OUTPUTS] == names.split()


def test_the_pages_are_these():
    """Each story, source and speaker has a page, each kind of item a list and a table."""
    assert sorted(pages()) == [
        "briefings/index.md",
        "briefings/strike.md",
        "claims/index.md",
        "data/annotation.schema.json",
        "data/claims.csv",
        "data/edition.json",
        "data/edition.schema.json",
        "data/figures.csv",
        "data/quotations.csv",
        "figures/index.md",
        "index.md",
        "people/ana-ruiz.md",
        "people/index.md",
        "quotations/index.md",
        "sources/evening-post.md",
        "sources/harbour-blog.md",
        "sources/index.md",
    ]


def test_the_same_edition_gives_the_same_bytes():
    """Nothing but the edition goes into a page."""
    assert pages() == pages()


@pytest.mark.parametrize("source_text", ["full", "excerpts"])
def test_every_link_leads_to_a_page_and_a_place(source_text):
    """No link is broken, whole texts published or not; no anchor stands twice on a page."""
    found = {
        path: parsed(page) for path, page in markdown_of(pages(source_text=source_text)).items()
    }
    for path, page in found.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.hrefs:
            target, _, anchor = link.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert to in found, f"{path}: {link}"
            assert not anchor or anchor in found[to].ids, f"{path}: {link}"


def test_every_item_has_its_anchor_in_its_source():
    """A permanent link to an item is its source's page and its id."""
    found = pages()
    for annotation in (first(), second()):
        ids = parsed(found[f"sources/{annotation.id}.md"]).ids
        for item in (*annotation.claims, *annotation.quotations, *annotation.figures):
            assert item.id in ids


def test_pages_are_sound():
    """Elements nest on every page, and each has a title and a description."""
    for path, page in markdown_of(pages()).items():
        assert not parsed(page).unbalanced, path
        assert not parsed(page).open, path
        assert {"title", "description"} <= set(front_of(page)), path


def test_an_empty_edition_is_a_site_too():
    """A desk without documents gets its lists, each saying that there is nothing."""
    nothing = {
        name: () for name in make().__struct_fields__ if name not in ("schema_", "corrections")
    }
    found = markdown_of(pages(msgspec.structs.replace(make(), **nothing)))
    assert len(found) == 7
    assert "There are none." in parsed(found["claims/index.md"]).text
    assert "There are no briefings yet." in parsed(found["index.md"]).text


def test_the_desks_templates_are_used(tmp_path):
    """A template of the desk's own replaces ours of the same name."""
    (tmp_path / "person.md.jinja").write_text("# {{ name }} of our desk", encoding="utf-8")
    found = pages(templates=str(tmp_path))
    assert found["people/ana-ruiz.md"].content == b"# Ana Ruiz of our desk\n"
    assert "Bottom line" in found["briefings/strike.md"].content.decode()


def many(number):
    """Return an edition of as many copies of the report, all in one story."""
    one = first()
    copies = []
    for index in range(number):
        id_ = f"paper-{index}"
        copies.append(
            msgspec.structs.replace(
                one,
                id=id_,
                quotations=_renamed(id_, "quotation", one.quotations),
                claims=_renamed(id_, "claim", one.claims),
                figures=_renamed(id_, "figure", one.figures),
            )
        )
    ids = tuple(one.id for one in copies)
    return msgspec.structs.replace(
        make(),
        documents=tuple(Member(c.id, f"{c.id}.txt", "strike", c) for c in copies),
        stories=(Story("strike", "Strike", "briefings/strike/", ids, (), 1),),
        people=(
            Identity(
                "ana-ruiz", "Ana Ruiz", (), "expert", tuple(PersonRef(id_, "p1") for id_ in ids)
            ),
        ),
        **_linked(copies),
    )


def _linked(documents):
    """Return links of every kind, each of which joins all documents."""
    lead, ids = documents[0], tuple(one.id for one in documents)
    groups = [[ClaimRef(one.id, one.claims[n].id) for one in documents] for n in range(3)]
    said = [QuotationRef(one.id, one.quotations[0].id) for one in documents]
    lost = Drift("limiter-lost", at(lead.text, "primarily"), None)
    return {
        "origins": (
            Origin(lead.id, "original", None, None, "", None),
            *(Origin(id_, "copy", lead.id, lead.id, "same text", None) for id_ in ids[1:]),
        ),
        "copies": tuple(Copy("exact", pair, 1.0) for pair in combinations(ids, 2)),
        "same_statement": tuple(
            SameStatement(a, b, "direct-direct", (lost,)) for a, b in combinations(said, 2)
        ),
        "claim_groups": tuple(
            ClaimGroup(f"g{n}", tuple(refs), len(ids), len(ids), "independent")
            for n, refs in enumerate(groups)
        ),
        "figure_groups": tuple(
            FigureGroup(f"h{n}", tuple(FigureRef(d.id, d.figures[0].id) for d in part), "differ")
            for n, part in enumerate((documents[::2], documents[1::2]))
        ),
        "timeline": tuple(
            TimelineEntry("2031-03-04", ref.document, ref.claim) for ref in groups[0]
        ),
    }


def _renamed(document, kind, items):
    return tuple(
        msgspec.structs.replace(item, id=item_ids(document, kind, [item.id])[0]) for item in items
    )


def test_no_page_grows_with_the_desk():
    """Three times the documents, all of them linked, make more pages and none much longer."""
    few, more = (markdown_of(pages(many(n), page_size=5, section_rows=5)) for n in (20, 60))
    grown = [path for path in few if len(more[path].content) > 1.1 * len(few[path].content)]
    assert grown == []
    longest = [max(len(page.content) for page in found.values()) for found in (few, more)]
    assert longest[1] < 1.1 * longest[0]
    assert "claims/page_36.md" in more
    assert "people/ana-ruiz_12.md" in more


def test_links_of_every_kind_are_on_the_pages_of_a_large_desk():
    """The desk whose pages do not grow has something in each section that could."""
    found = markdown_of(pages(many(20), page_size=5, section_rows=5))
    briefing = found["briefings/strike.md"].content.decode()
    for section in ("Who said what", "Where sources differ", "Timeline", "Sources"):
        assert f"## {section}\n" in briefing
    assert "more in the list of sources" in parsed(found["briefings/strike.md"]).text
    copy = parsed(found["sources/paper-7.md"]).text
    assert "Copy of paper-0" in copy
    assert "exact, 100" in copy


def test_all_items_are_in_the_lists_once():
    """Paging loses nothing and repeats nothing."""
    edition = many(25)
    found = markdown_of(pages(edition, page_size=7))
    listed = [
        id_
        for path, page in found.items()
        if path.startswith("quotations/")
        for id_ in parsed(page).ids
        if id_ != "top"
    ]
    expected = [q.id for m in edition.documents for q in m.annotation.quotations]
    assert sorted(listed) == sorted(expected)


def test_a_link_whose_end_is_gone_is_left_out():
    """An edition whose links name an item that is no more still gives its pages."""
    gone = msgspec.structs.replace(
        make().same_statement[0], b=QuotationRef("harbour-blog", "q-none")
    )
    found = pages(msgspec.structs.replace(make(), same_statement=(gone,)))
    assert "The dispute is primarily about rest," in parsed(found["briefings/strike.md"]).text
