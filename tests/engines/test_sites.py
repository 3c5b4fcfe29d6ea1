"""The comparison of two engines' sites sees what a reader would miss, and nothing else."""

from __future__ import annotations

import pytest
import yaml

from tests.desks import ROOT
from tests.engines.sites import differences, empty_pages, lost_files, read_site

PAGE = """<html><head><title>Pilots | Desk</title><meta name="referrer" content="no-referrer">
<meta name="generator" content="one engine"></head><body><nav>Menu</nav>
<article class="md-content__inner md-typeset">
<h1 id="top">Pilots<a class="headerlink" href="#top">¶</a></h1>
<p id="c-1">They stopped <a href="../sources/wire/#c-1">at dusk</a>.</p>
</article></body></html>"""


def site(folder, pages):
    """Write a site; returns its folder."""
    for address, page in pages.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    return folder


def changed(tmp_path, old, new):
    """Return how the page differs once some of its characters are replaced."""
    assert old in PAGE
    one = site(tmp_path / "one", {"briefings/index.html": PAGE})
    other = site(tmp_path / "other", {"briefings/index.html": PAGE.replace(old, new)})
    return differences(read_site(one), read_site(other))


SEEN = {
    # what it shows: (what one engine gives, what another gives)
    "word": ("stopped", "paused"),
    "missing words": ("They stopped", ""),
    "words run together": ("stopped <a", "stopped<b></b><a"),
    "anchor": (' id="c-1"', ""),
    "heading's anchor": ('<h1 id="top">', '<h1 id="pilots">'),
    "link": ("../sources/wire/", "../sources/herald/"),
    "window title": ("Pilots | Desk", "Desk | Desk"),
    "what leaves the page": ('<meta name="referrer" content="no-referrer">', ""),
    "element": ("<p id", "<div id"),
    "active element": ("</article>", "<script>x</script></article>"),
    "attribute": ("<p id", "<p onclick='x' id"),
}


@pytest.mark.parametrize(("old", "new"), SEEN.values(), ids=SEEN)
def test_seen(tmp_path, old, new):
    """A difference within the page, or in what it says of itself, is shown as a diff."""
    lines = changed(tmp_path, old, new)
    assert lines[0] == "--- /briefings/"
    assert any(line.startswith(("-", "+")) for line in lines[3:])


UNSEEN = {
    # what it shows: (what one engine gives, what another gives)
    "menu": ("<nav>Menu</nav>", "<nav>Pages</nav><script>x</script>"),
    "engine's name": ("one engine", "another"),
    "white space": ("They stopped ", "They\n   stopped "),
    "spelling of an address": ("../sources/", "../briefings/../sources/"),
    "skip link's target": ("<h1", '<a id="__skip" tabindex="-1"></a><h1'),
}


@pytest.mark.parametrize(("old", "new"), UNSEEN.values(), ids=UNSEEN)
def test_unseen(tmp_path, old, new):
    """The theme around a page is the engine's own affair."""
    assert changed(tmp_path, old, new) == []


def test_addresses(tmp_path):
    """A page that one site lacks is named, and one that it has alone."""
    one = site(tmp_path / "one", {"index.html": PAGE, "people/ruiz/index.html": PAGE})
    other = site(tmp_path / "other", {"index.html": PAGE, "people/ruiz.html": PAGE})
    assert differences(read_site(one), read_site(other)) == [
        "no page people/ruiz/",
        "a page too many: people/ruiz.html",
    ]


EMPTY = {
    # what it shows: (what is replaced, by what, whether the page counts as empty)
    "whole": ("Menu", "Menu", False),
    "no words": ('They stopped <a href="../sources/wire/#c-1">at dusk</a>.', "", True),
    "no heading": ("h1", "h2", True),
    "empty heading": ("Pilots<a", "<a", True),
    "no article": ("md-content__inner", "content", True),
}


@pytest.mark.parametrize(("old", "new", "empty"), EMPTY.values(), ids=EMPTY)
def test_empty_pages(tmp_path, old, new, empty):
    """A page must have one heading of the first level and words below it."""
    pages = read_site(site(tmp_path, {"x/index.html": PAGE.replace(old, new)}))
    assert empty_pages(pages) == (["x/"] if empty else [])


def test_lost_files(tmp_path):
    """A file that is missing or changed is named; pages, templates and hidden files are not."""
    kept = {"data/a.json": "{}", "briefings/a.pdf": "%PDF", "b.csv": "1"}
    rendered = {"index.md": "# A", ".manifest.json": "[]", ".hidden/x.txt": "x"}
    site(tmp_path / "docs", kept | rendered)
    site(tmp_path / "templates/site", {"main.html": "x", "assets/a.css": "p {}"})
    built = site(tmp_path / "built", {"data/a.json": "{}", "b.csv": "2"})
    assert lost_files(tmp_path, built) == ["b.csv", "briefings/a.pdf", "assets/a.css"]


@pytest.mark.parametrize("name", ["mkdocs.yml", "templates/desk/mkdocs.yml"])
def test_zensical_is_dressed_as_material(name):
    """Zensical's own look is another than the one that our colours are made for."""
    settings = yaml.safe_load((ROOT / name).read_text(encoding="utf-8").replace("!ENV ", ""))
    assert settings["theme"]["variant"] == "classic"
