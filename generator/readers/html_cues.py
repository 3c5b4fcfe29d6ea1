"""What classes, ids, roles and styles say of an element where its name does not."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from generator.resources import word_list

MAX_CUE = 60
"""Only an element with so few words under it is a byline or a date by its class, since the same
words stand in the classes of whole pages."""

_ROLES = {
    "navigation": "nav",
    "search": "nav",
    "menu": "nav",
    "menubar": "nav",
    "banner": "nav",
    "complementary": "nav",
    "contentinfo": "footer",
}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


def class_cue(element: etree._Element) -> str:
    """Return the hint that an element's role, class or id gives; empty if none."""
    role = _ROLES.get(element.get("role", ""))
    if role:
        return role
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return "byline"
    names = _names(f"{element.get('class', '')[:300]} {element.get('id', '')[:100]}")
    cue = next((hint for hint, word in _words() if word in names), "")
    return "" if cue not in {"", "nav", "footer"} and _is_large(element) else cue


def is_hidden(element: etree._Element) -> bool:
    """Return whether an element is not shown; a whole page that hides itself until it runs is."""
    if element.tag in {"html", "body", "main", "article"}:
        return False
    style = element.get("style")
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(style and _HIDDEN.search(style[:500]))
    )


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """Return each hint with a word that gives it, in the order of precedence."""
    rows = (row.split() for row in word_list("readers", "class_words"))
    return tuple((hint, word) for hint, word in rows)


def _names(attribute: str) -> set[str]:
    """Return the words of an attribute, and up to three that stand joined, in small letters."""
    found: set[str] = set()
    for name in _CAMEL.sub("-", attribute).casefold().split():
        parts = [part for part in re.split(r"[_-]+", name) if part]
        found.update(
            "-".join(parts[i:j])
            for i in range(len(parts))
            for j in range(i + 1, min(i + 4, len(parts) + 1))
        )
    return found


def _is_large(element: etree._Element) -> bool:
    """Return whether more than a few words stand under an element; a short look suffices."""
    words = 0
    for piece in element.itertext():
        words += len(piece.split())
        if words > MAX_CUE:
            return True
    return False
