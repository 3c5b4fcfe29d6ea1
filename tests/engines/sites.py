"""Reads a built site and says how another engine's differs, the theme around the pages aside."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import urljoin

import msgspec
from lxml import etree, html

MOST_LINES = 30
"""How much of one page's difference is shown: the first lines tell, the rest repeats them."""

_ARTICLE = "//article[contains(concat(' ', @class, ' '), ' md-content__inner ')]"
_SAID = ("description", "referrer", "robots")
"""What our pages say of themselves in their head; other names there are the theme's."""
_THEMES_OWN = "__"
"""How the themes begin an id of theirs; Zensical puts the target of its skip link in the article,
Material puts it nowhere."""


class Page(msgspec.Struct, frozen=True):
    """What a reader gets of one page, whatever engine made it."""

    head: tuple[str, ...]
    """The title of the window and what the page says of itself, one row each."""
    headings: tuple[str, ...]
    """The words of each heading of the first level."""
    article: tuple[str, ...]
    """The article, one row for each element and each stretch of words."""

    @property
    def words(self) -> str:
        """All words of the article."""
        return " ".join(row.strip() for row in self.article if row.startswith("  "))


def read_site(folder: Path) -> dict[str, Page]:
    """Return each page of a site by its address, such as ``briefings/`` or ``404.html``."""
    files = sorted(folder.rglob("*.html"))
    return {_address(file.relative_to(folder)): _page(file, folder) for file in files}


def differences(wanted: dict[str, Page], found: dict[str, Page]) -> list[str]:
    """Return how one site differs from another, in lines for a person; none if it does not."""
    lines = [f"no page {address}" for address in sorted(wanted.keys() - found.keys())]
    lines += [f"a page too many: {address}" for address in sorted(found.keys() - wanted.keys())]
    for address in sorted(wanted.keys() & found.keys()):
        one, other = wanted[address], found[address]
        for part in ("head", "article"):
            rows = difflib.unified_diff(
                getattr(one, part), getattr(other, part), n=1, lineterm="", fromfile=f"/{address}"
            )
            lines += islice(rows, MOST_LINES)
    return lines


def empty_pages(pages: dict[str, Page]) -> list[str]:
    """Return the address of each page that lacks its one title or has no words below it."""
    return [
        address
        for address, page in sorted(pages.items())
        if len(page.headings) != 1 or not page.headings[0] or page.words == page.headings[0]
    ]


def lost_files(tree: Path, site: Path) -> list[str]:
    """Return each file of ``docs`` and of the site templates that a site lacks or has changed.

    Pages and templates are left out, which are not copied but rendered, and hidden files.
    """
    lost = []
    for folder in (tree / "docs", tree / "templates/site"):
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            path = file.relative_to(folder)
            if file.suffix in {".md", ".html"} or any(p.startswith(".") for p in path.parts):
                continue
            copy = site / path
            if not copy.is_file() or copy.read_bytes() != file.read_bytes():
                lost.append(path.as_posix())
    return lost


def _address(path: Path) -> str:
    return path.as_posix().removesuffix("index.html")


def _page(file: Path, folder: Path) -> Page:
    root = html.fromstring(file.read_text(encoding="utf-8"))
    base = f"/{_address(file.relative_to(folder))}"
    titles = [f"title: {title.text}" for title in root.xpath("/html/head/title")]
    said = [
        f"{name}: {value}"
        for name in _SAID
        for value in root.xpath("/html/head/meta[@name=$name]/@content", name=name)
    ]
    articles = root.xpath(_ARTICLE)
    return Page(
        head=(*titles, *said),
        headings=tuple(_plain(h.text_content()) for a in articles for h in a.xpath(".//h1")),
        article=tuple(row for article in articles for row in _rows(article, base)),
    )


def _rows(article: etree._Element, base: str) -> Iterator[str]:
    """Give the elements and words of an article in their order; links as whole addresses."""
    for event, element in etree.iterwalk(article, events=("start", "end", "comment")):
        if event == "end":
            text = element.tail if element is not article else None
        elif event == "comment":
            yield "<!-- -->"
            text = element.tail
        else:
            if not element.get("id", "").startswith(_THEMES_OWN):
                yield _tag(element, base)
            text = element.text
        if words := _plain(text or ""):
            yield f"  {words}"


def _tag(element: etree._Element, base: str) -> str:
    """Write an element with its attributes; two spellings of one address are one."""
    shown = []
    for name, value in sorted(element.items()):
        whole = urljoin(base, value) if name in {"href", "src"} else value
        shown.append(f" {name}={whole!r}")
    return f"<{element.tag}{''.join(shown)}>"


def _plain(text: str) -> str:
    """Return words with their white space made single."""
    return " ".join(text.replace("¶", "").split())
