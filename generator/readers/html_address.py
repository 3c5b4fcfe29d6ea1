"""The address that a page states as its own."""

from __future__ import annotations

import re

from lxml import html

from generator.model import Stated

_ADDRESS = re.compile(r"https?://[^\s<>\"'/]{3,200}(?:/[^\s<>\"']{0,1800})?", re.IGNORECASE)


def find_address(tree: html.HtmlElement) -> Stated | None:
    """Return a page's canonical address, else the one that it shares; None if it has none.

    It is kept as words and never opened; what is no address of the web is left out.
    """
    links = [
        (link.get("href") or "", "link canonical")
        for link in tree.iter("link")
        if (link.get("rel") or "").casefold().split() == ["canonical"]
    ]
    shared = [
        (meta.get("content") or "", "meta og:url")
        for meta in tree.iter("meta")
        if (meta.get("property") or "").casefold() == "og:url"
    ]
    found = ((words.strip(), basis) for words, basis in (*links, *shared))
    return next((Stated(*one) for one in found if _ADDRESS.fullmatch(one[0])), None)
