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
_SPOKEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|element-invisible"
    r"|a11y-hidden|assistive-text)(?:\s|-focusable|$)",
    re.IGNORECASE,
)
"""Classes of words that are read aloud and never shown."""


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
    """Return whether an element is not shown; a whole page that hides itself until it runs is.

    Left out with it is what a page hides from one kind of reader: words for the ear alone
    ("opens in a new window") would stand in the midst of sentences that nobody sees so printed,
    and what is hidden from the ear is decoration, a menu that waits, or a sentence said twice.
    """
    if element.tag in {"html", "body", "main", "article"}:
        return False
    style = element.get("style")
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(style and _HIDDEN.search(style[:500]))
        or bool(_SPOKEN.search(element.get("class", "")[:300]))
    )


def is_body(element: etree._Element) -> bool:
    """Return whether an element names itself the body of an article."""
    if "articleBody" in element.get("itemprop", ""):
        return True
    classes = element.get("class", "")
    return bool(classes) and not _bodies().isdisjoint(_names(classes[:300]))


def stands_apart(element: etree._Element) -> bool:
    """Return whether an inline element is a field of its own: a day, an author's name.

    Pages set such fields apart by their style sheet and write no blank between them.
    """
    return element.tag == "time" or element.get("rel") == "author"


def is_listing(element: etree._Element) -> bool:
    """Return whether an element holds a listing of a program: nobody's sentences."""
    if element.tag != "pre":
        return False
    names = _names(element.get("class", "")[:300])
    if not names.isdisjoint(_LISTINGS):
        return True
    words = "".join(str(piece) for piece in element.itertext())[:4000]
    return element.find(".//code") is not None and len(_SIGNS.findall(words)) >= SIGNS * len(words)


_LISTINGS = frozenset(
    ("code", "codehilite", "highlight", "hljs", "language", "prettyprint", "shiki", "sourcecode")
)
_SIGNS = re.compile(r"[{}()\[\];=<>$\\|]")
SIGNS = 0.04
"""Share of a text's characters from which it is a program: prose too is set as one at times."""


@cache
def _bodies() -> frozenset[str]:
    return frozenset(word_list("readers", "body_classes"))


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
