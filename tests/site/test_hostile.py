"""No document can make anything run, load, link or leave: opened in a real browser."""

from __future__ import annotations

import re

import pytest

from tests.site.browser import visit
from tests.site.hostile import STRINGS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]


@pytest.fixture(scope="module")
def pages(hostile_site):
    """Every page of the hostile site, by its path."""
    return sorted(p.relative_to(hostile_site).as_posix() for p in hostile_site.rglob("*.html"))


def test_nothing_runs_loads_or_leaves_on_any_page(browser, hostile, pages):
    """On every page: no flag is set, no other host is asked, no frame or base is there."""
    assert len(pages) > 12
    with visit(browser) as seen:
        for path in pages:
            seen.page.goto(hostile + path)
            seen.page.wait_for_load_state("networkidle")
            assert seen.page.evaluate("window.canary") is None, path
            assert seen.page.url == hostile + path
            assert seen.page.evaluate("getComputedStyle(document.body).display") != "none"
            for element in ("iframe", "base", "article form", "article img", "article svg[onload]"):
                assert seen.page.locator(element).count() == 0, (path, element)
        assert seen.outside == []
        assert seen.complaints == []


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_a_hostile_quotation_is_text(browser, hostile, text):
    """Each string stands in its quotation letter by letter, as a reader sees it."""
    with visit(browser) as seen:
        seen.page.goto(hostile + "sources/sidecar/")
        shown = re.sub(r"\s+", " ", seen.page.locator(".bf-record").inner_text())
        assert f"We saw {text} on the wall," in shown


def test_a_hostile_title_is_text(browser, hostile):
    """A title is letters in its heading and, with angles for brackets, in the window's title."""
    title = STRINGS["title"] + STRINGS["attribute"]
    with visit(browser) as seen:
        seen.page.goto(hostile + "sources/sidecar/")
        assert title in seen.page.locator("h1").inner_text()
        assert title.translate({60: "‹", 62: "›"}) in seen.page.title()


def test_no_link_has_an_active_scheme(browser, hostile, pages):
    """Every link of every page leads into the site or to a plain web address of the theme."""
    with visit(browser) as seen:
        for path in pages:
            seen.page.goto(hostile + path)
            links = seen.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
            assert [
                x for x in links if not x.startswith(("http://127.0.0.1", "https://squidfunk"))
            ] == []


def test_no_attribute_of_ours_was_added(browser, hostile):
    """An attribute list in a quotation adds no handler, style or class."""
    with visit(browser) as seen:
        seen.page.goto(hostile + "sources/sidecar/")
        article = seen.page.locator("article")
        assert article.locator("[onclick], .evil, [style*=red]").count() == 0


def test_a_search_hit_is_text(browser, hostile):
    """The search shows hostile words as letters and runs none of them."""
    with visit(browser) as seen:
        seen.page.goto(hostile)
        seen.page.locator("input.md-search__input").click()
        seen.page.keyboard.type("wall")
        seen.page.locator(".md-search-result__item").first.wait_for()
        assert "on the" in seen.page.locator(".md-search-result__list").inner_text()
        assert seen.page.evaluate("window.canary") is None
        assert seen.page.locator(".md-search-result__list img").count() == 0
        assert seen.outside == []


def test_a_planted_script_would_be_noticed(browser, hostile_site, hostile):
    """The test of the test: a page with a real script does set the flag."""
    page = hostile_site / "planted.html"
    page.write_text("<p>x</p><script>window.canary=1</script>", encoding="utf-8")
    with visit(browser) as seen:
        seen.page.goto(hostile + "planted.html")
        flag = seen.page.evaluate("window.canary")
    page.unlink()
    assert flag == 1
