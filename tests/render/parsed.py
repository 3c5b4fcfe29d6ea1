"""What a browser would see of a page: its text, its elements, its anchors and its links."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import yaml

from generator.model import Page

EXTENSIONS = [
    *("attr_list", "md_in_html", "tables", "toc"),
    *("pymdownx.highlight", "pymdownx.superfences"),
]
"""As in ``mkdocs.yml``."""
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Parsed(HTMLParser):
    """The HTML of a page, taken apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note the element, its attributes, its anchor and where it leads."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"] or "")
        if "href" in values:
            self.hrefs.append(values["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Note an end without its beginning."""
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        """Gather the text."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """All text, blanks run together."""
        return " ".join("".join(self.words).split())


def front_of(page: Page) -> dict[str, object]:
    """Return the front matter of a page."""
    _, head, _ = page.content.decode().split("---\n", 2)
    return yaml.safe_load(head)


def body_of(page: Page) -> str:
    """Return the Markdown of a page."""
    return page.content.decode().split("---\n", 2)[2]


def html_of(page: Page) -> str:
    """Return the HTML that a site engine makes of a page's Markdown."""
    return markdown.markdown(body_of(page), extensions=EXTENSIONS)


def parsed(page: Page) -> Parsed:
    """Return what a browser would see of a page."""
    return Parsed(html_of(page))


def sections(page: Page) -> dict[str, str]:
    """Return the text of each section of a page by its heading."""
    parts = re.split(r"<h2[^>]*>(.*?)</h2>", html_of(page))
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return {Parsed(head).text: Parsed(part).text for head, part in pairs}
