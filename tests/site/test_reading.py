"""The site as a reader uses it: from a briefing to the exact words, by link and by search."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.browser import visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("own")]

SCREENS = {
    "desktop, light": {"viewport": {"width": 1300, "height": 900}, "color_scheme": "light"},
    "desktop, dark": {"viewport": {"width": 1300, "height": 900}, "color_scheme": "dark"},
    "phone, light": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
    "phone, dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}


@pytest.fixture(scope="module")
def edition(own_site):
    """The edition that the site publishes."""
    return json.loads((own_site / "data/edition.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kinds(edition):
    """One page of each kind, by its address."""
    story = edition["stories"][0]
    speaker = max(edition["people"], key=lambda p: len(p["members"]))
    return {
        "home": "",
        "briefing": story["url"],
        "briefings": "briefings/",
        "source": f"sources/{story['documents'][0]}/",
        "sources": "sources/",
        "people": "people/",
        "person": f"people/{speaker['id']}/",
        "claims": "claims/",
        "quotations": "quotations/",
        "figures": "figures/",
        "guide": "guide/",
    }


def test_every_item_of_a_briefing_leads_to_its_exact_words(browser, own, edition):
    """A click on an item's source opens the page at an element that holds the item's words."""
    texts = {d["id"]: d["annotation"] for d in edition["documents"]}
    with visit(browser) as seen:
        for story in edition["stories"]:
            seen.page.goto(own + story["url"])
            links = seen.page.eval_on_selector_all(
                "article a[href*='/sources/']", "all => [...new Set(all.map(a => a.href))]"
            )
            targets = [x for x in links if "#" in x]
            assert len(targets) > 10
            for target in sorted(targets):  # those of one page follow without loading it anew
                _assert_words(seen.page, target, texts)


def _assert_words(page, target, texts):
    """Fail unless the element and its further pieces hold all words of the item, and in order."""
    address, _, item = target.partition("#")
    annotation = texts[address.rstrip("/").rpartition("/")[2]]
    page.goto(target)
    assert page.evaluate("document.querySelector(':target')?.innerText"), target
    shown = _words(" ".join(page.evaluate(PIECES, item)))
    at = 0
    for start, end in _spans(annotation, item):
        piece = _words(annotation["text"][start:end])
        at = shown.find(piece, at)
        assert at >= 0, f"{target}: {piece!r} is not in {shown!r}"
        at += len(piece)


PIECES = """id => [...document.querySelectorAll(
    `:target, [data-of~="${CSS.escape(id)}"]`)].map(one => one.innerText)"""
"""The element of an item and those of its further pieces, in the order of the page."""


def _spans(annotation, item):
    for layer in ("claims", "quotations", "figures"):
        for one in annotation[layer]:
            if one["id"] == item:
                return [one["span"]] if "span" in one else one["content"]
    if item.startswith("block-"):
        return [annotation["blocks"][int(item.removeprefix("block-")) - 1]["span"]]
    raise AssertionError(f"{item} is no item of {annotation['id']}")


def _words(text):
    return " ".join(text.split())


def test_the_search_finds_a_speaker(browser, own):
    """Typing a speaker's name gives a page that holds it, without any request outside."""
    with visit(browser) as seen:
        seen.page.goto(own)
        seen.page.locator("input.md-search__input").click()
        seen.page.keyboard.type("Angela Stent")
        hit = seen.page.locator(".md-search-result__item a").first
        hit.wait_for()
        seen.page.goto(hit.get_attribute("href"))
        assert "Angela Stent" in seen.page.locator("article").inner_text()
        assert seen.outside == []
        assert seen.complaints == []


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_pages_are_accessible(browser, own, kinds, screen):
    """No fault by axe on any kind of page, at two widths and in two schemes."""
    with visit(browser, **screen) as seen:
        for kind, path in kinds.items():
            seen.page.goto(own + path)
            found = Axe().run(seen.page).response["violations"]
            faults = {v["id"]: [n["html"][:120] for n in v["nodes"][:3]] for v in found}
            assert faults == {}, kind


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_nothing_is_wider_than_the_screen(browser, own, kinds, screen):
    """No page scrolls sideways, on a phone either."""
    with visit(browser, **screen) as seen:
        for kind, path in kinds.items():
            seen.page.goto(own + path)
            wide = seen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, kind


def test_no_page_asks_another_host(browser, own, kinds):
    """Fonts, scripts and pictures all come from the site itself."""
    with visit(browser) as seen:
        for path in kinds.values():
            seen.page.goto(own + path)
            seen.page.wait_for_load_state("networkidle")
        assert seen.outside == []
        assert seen.complaints == []


def test_reading_works_without_scripts(browser, own, kinds):
    """A briefing and its sources can be read and followed with JavaScript off."""
    with visit(browser, java_script_enabled=False) as seen:
        seen.page.goto(own + kinds["briefing"])
        seen.page.locator("article a[href*='/sources/']").first.click()
        assert "/sources/" in seen.page.url
        assert seen.page.locator(".bf-record").is_visible()


def test_every_link_of_the_site_leads_somewhere(own_site):
    """Each link and each anchor in the built files has its page and its element."""
    from lxml import html

    pages = {p: html.parse(str(p)) for p in own_site.rglob("*.html") if p.name != "404.html"}
    ids = {p: set(tree.xpath("//@id")) for p, tree in pages.items()}
    dead = []
    for page, tree in pages.items():
        for link in tree.xpath("//a/@href"):
            if link.startswith(("http:", "https:")):
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            target = target / "index.html" if target.is_dir() else target
            gone = not target.is_file() or (anchor and target in ids and anchor not in ids[target])
            if gone and anchor != "__skip":
                dead.append((page.relative_to(own_site).as_posix(), link))
    assert dead == []
