"""What a page states outright: JSON-LD, meta elements, the first heading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from generator.model import Span, Stated, Statements
from generator.readers.html_address import find_address
from generator.readers.html_head import Head, is_author
from generator.readers.html_text import Run

MAX_JSON = 400_000
"""Characters of one JSON-LD block; larger ones are data, not a description of an article."""

ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Report|Review|LiveBlogPosting|ScholarlyArticle|OpinionNewsArticle)$"
)
_BLANK = re.compile(r"\s+")
_SITE_NAME = re.compile(r"\s+[|–—»·:-]\s+|\s*\|\s*")
MAX_AUTHORS = 8
PUBLISHED = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "date",
)
"""Names of meta elements for the day of publication, surest first."""

_SHOWN = ".//text()[not(ancestor::script or ancestor::style or ancestor::*[@hidden])]"
"""What a browser shows of a heading."""


def find_statements(
    tree: html.HtmlElement, text: str, runs: tuple[Run, ...], head: Head
) -> Statements:
    """Return what a page states, each with where it says so, and where the text shows it too.

    Args:
        tree: The page; it is not changed.
        text: The text of record.
        runs: Its lines.
        head: What the page shows beside its headline.
    """
    metas = _metas(tree)
    article = next(_articles(tree), {})
    site = _first(metas, "og:site_name", "application-name") or _publisher(article)
    lines = {_plain(run.span.of(text)): run.span for run in reversed(runs)}
    return Statements(
        title=_placed(_title(tree, metas, article, site[0] if site else ""), lines),
        outlet=_placed(site, lines),
        published=_published(tree, metas, article, head),
        authors=_authors(article, metas, text, head),
        url=find_address(tree),
    )


def _published(
    tree: html.HtmlElement, metas: dict[str, list[str]], article: dict[str, Any], head: Head
) -> Stated | None:
    """Return the day of publication: as shown, as stated for machines, or of a time element.

    What is shown gives way where the page states it as the day of a change.
    """
    stated = _stated_day(tree, metas, article)
    changed = _pair(article.get("dateModified"), "") or _first(metas, "article:modified_time")
    shown = Stated(head.day, "day shown beside the headline", head.at) if head.day else None
    if stated is None:
        return shown or _stated(_time(tree, marked=True) or _time(tree))
    if shown is None or shown.value in stated[0] or (changed and shown.value in changed[0]):
        return Stated(*stated, head.at if shown and shown.value in stated[0] else None)
    return shown


def _stated_day(
    tree: html.HtmlElement, metas: dict[str, list[str]], article: dict[str, Any]
) -> tuple[str, str] | None:
    """Return the day that the page states for machines.

    Where a page states one moment for both publication and change, it writes the moment of
    each change there: then any other statement counts more.
    """
    first = _pair(article.get("datePublished"), "JSON-LD datePublished")
    if first and article.get("datePublished") != article.get("dateModified"):
        return first
    marked = _time(tree, marked=True)
    return marked or _first(metas, *PUBLISHED) or first


def _title(
    tree: html.HtmlElement, metas: dict[str, list[str]], article: dict[str, Any], site: str
) -> tuple[str, str] | None:
    """Return the headline: of the JSON-LD, a first heading, or og:title less the site's name."""
    headings = [_blanks("".join(h.xpath(_SHOWN))) for h in tree.iter("h1")]
    headings = [h for h in headings if h and _plain(h) != _plain(site)]
    named = _pair(article.get("headline"), "JSON-LD headline")
    shared = _first(metas, "og:title", "twitter:title") or _pair(
        _blanks("".join(tree.findtext(".//title") or "")), "title element"
    )
    if shared:
        shared = (_without_site(shared[0], site), shared[1])
    for stated in (named, shared):
        # Where a heading of the page says the same, its own words count: they stand in the text.
        match = next((h for h in headings if stated and _alike(h, stated[0])), None)
        if match:
            return match, "first heading"
    if len(headings) == 1 and len(headings[0].split()) >= 3:
        return headings[0], "first heading"
    return named or shared


def _without_site(title: str, site: str) -> str:
    """Return a title without the name of the site before or after a bar or dash."""
    pieces = _SITE_NAME.split(title)
    kept = [piece for piece in pieces if not site or _plain(piece) != _plain(site)]
    if site and len(kept) < len(pieces) and kept:
        start = title.index(kept[0])
        return title[start : title.index(kept[-1], start) + len(kept[-1])].strip()
    return title.strip()


def _alike(one: str, two: str) -> bool:
    a, b = set(_plain(one).split()), set(_plain(two).split())
    return bool(a) and bool(b) and len(a & b) >= 0.6 * max(len(a), len(b))


def _authors(
    article: dict[str, Any], metas: dict[str, list[str]], text: str, head: Head
) -> tuple[Stated, ...]:
    """Return the persons that are stated as authors; addresses and organisations are none.

    A byline that names others counts more: machines are often told who filled in the form.
    """
    names = [(name, "JSON-LD author") for name in _names(article.get("author"))]
    names = names or [(name, "JSON-LD author") for name in _names(article.get("creator"))]
    if not names:
        names = [
            (name, "meta author")
            for key in (
                "author",
                "parsely-author",
                "article:author",
                "byl",
                "dc.creator",
                "sailthru.author",
            )
            for name in _split(metas.get(key, []))
        ]
    unique = {_plain(name): (name, basis) for name, basis in reversed(names) if is_author(name)}
    order = [key for key in dict.fromkeys(_plain(name) for name, _ in names) if key in unique]
    shown = tuple(Stated(n.of(text), "byline of the page", n) for n in head.names)
    if shown and (not order or (head.signed and not any(_plain(s.value) in unique for s in shown))):
        return shown
    return tuple(
        Stated(unique[k][0], unique[k][1], _found(unique[k][0], text)) for k in order[:MAX_AUTHORS]
    )


def _split(values: list[str]) -> Iterator[str]:
    for value in values:
        for name in re.split(
            r"\s*(?:;|,|\band\b|&|\|)\s*", re.sub(r"^\s*by\s+", "", value, flags=re.IGNORECASE)
        ):
            if name:
                yield _blanks(name)


def _names(value: Any) -> list[str]:
    """Return the names in a JSON-LD author, which is a name, an object, or a list of such."""
    items = value if isinstance(value, list) else [value]
    found: list[str] = []
    for item in items:
        if isinstance(item, dict) and "Organization" not in str(item.get("@type", "")):
            found.extend(_split([n for n in [item.get("name")] if isinstance(n, str)]))
        elif isinstance(item, str):
            found.extend(_split([item]))
    return found


def _publisher(article: dict[str, Any]) -> tuple[str, str] | None:
    publisher = article.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    return _pair(
        publisher.get("name") if isinstance(publisher, dict) else None, "JSON-LD publisher"
    )


def _articles(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article, in order."""
    for script in tree.iter("script"):
        content = script.text or ""
        if "ld+json" not in script.get("type", "") or len(content) > MAX_JSON:
            continue
        try:
            waiting = [json.loads(content.strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:50])
            elif isinstance(value, dict):
                kinds = value.get("@type")
                if any(
                    ARTICLE.search(k)
                    for k in (kinds if isinstance(kinds, list) else [kinds])
                    if isinstance(k, str)
                ):
                    yield value
                waiting.extend(
                    v for k, v in value.items() if k in {"@graph", "mainEntity", "mainEntityOfPage"}
                )


def _metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold()
        if key and _blanks(meta.get("content") or ""):
            found.setdefault(key, []).append(_blanks(meta.get("content") or ""))
    return found


def _time(tree: html.HtmlElement, *, marked: bool = False) -> tuple[str, str] | None:
    """Return the day that the page's time elements agree on; None if they name several.

    Args:
        tree: The page.
        marked: Whether to hear only those that say they are of the publication.
    """
    days = {
        stamp[:10]
        for element in tree.iter("time")
        if re.match(r"\d{4}-\d\d-\d\d", stamp := (element.get("datetime") or "").strip())
        and (_says_published(element) if marked else not _says_changed(element))
    }
    return (days.pop(), "time element") if len(days) == 1 else None


def _says_changed(element: html.HtmlElement) -> bool:
    """Return whether a time is that of a change, by its own name or the words before it."""
    parent = element.getparent()
    before = (parent.text or "") if parent is not None else ""
    own = f"{element.get('class') or ''} {element.get('itemprop') or ''} {before[-40:]}"
    return bool(re.search(r"modif|updat|revis", own, re.IGNORECASE))


def _says_published(element: html.HtmlElement) -> bool:
    own = " ".join([element.get("class") or "", element.get("itemprop") or "", *element.attrib])
    return bool(re.search(r"publish|pubdate|posted|entry-date", own, re.IGNORECASE))


def _first(metas: dict[str, list[str]], *keys: str) -> tuple[str, str] | None:
    return next(((metas[key][0], f"meta {key}") for key in keys if key in metas), None)


def _pair(value: Any, basis: str) -> tuple[str, str] | None:
    return (_blanks(value), basis) if isinstance(value, str) and _blanks(value) else None


def _stated(pair: tuple[str, str] | None) -> Stated | None:
    return Stated(*pair) if pair else None


def _placed(pair: tuple[str, str] | None, lines: dict[str, Span]) -> Stated | None:
    """Return a statement with the line of the text that says the same, if one does."""
    return Stated(*pair, lines.get(_plain(pair[0]))) if pair else None


def _found(words: str, text: str) -> Span | None:
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _blanks(words: str) -> str:
    return _BLANK.sub(" ", words).strip()
