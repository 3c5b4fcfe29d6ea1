from __future__ import annotations

import pytest

from generator.errors import UnreadableError
from generator.model import Source
from generator.readers.html import looks_like_html, read_html

SOURCE = Source("port.html", None, "text/html", "0")

PARAGRAPH = (
    "The harbour council of Norvik voted on Monday to close the old pilot station, "
    "a step that its members had put off three times since the spring."
)
PAGE = f"""<!DOCTYPE html><html><head><title>Pilots to move | Evening Post</title>
<meta property="og:site_name" content="Evening Post">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
 "headline": "Pilots to move",
 "datePublished": "2031-03-04T08:00:00Z", "author": [{{"@type": "Person", "name": "Ana Ruiz"}},
 {{"@type": "Organization", "name": "Some Wire"}}]}}]}}</script>
<style>p {{ color: red }}</style></head><body>
<header><a href="/">Evening Post</a><nav><ul><li>News</li><li>Sport</li></ul></nav></header>
<article><h1>Pilots to move</h1><p class="byline">By Ana Ruiz</p>
<time datetime="2031-03-04">4 March 2031</time>
<figure><img src=x><figcaption>A tug at dawn.
<span class="credit">Bo Lind / Evening Post</span></figcaption></figure>
<p>{PARAGRAPH}</p>
<p>“Nobody will lose a post over it,” said <b>Bo Lind</b>, who
   runs the station and has worked there for thirty years.</p>
<h2>What it costs</h2>
<p>The move will cost two million and will be paid from the reserves of the port,
the council said in a note.</p>
</article>
<aside class="related"><h3>Most read</h3><p>Bus fares to fall</p></aside>
<div style="display: none">unseen</div><p hidden>unseen too</p>
<template>nor this</template><noscript>nor that</noscript>
<footer><p>© 2031 Evening Post</p></footer></body></html>"""


def read(page: str):
    """Return what the reader makes of a page."""
    return read_html(page.encode(), SOURCE)


def test_text_of_record_is_the_rendered_page():
    """All that a browser shows stands in the text, in order; what it does not show is left out."""
    text = read(PAGE).text
    assert text.splitlines()[:5] == [
        "Evening Post",
        "News",
        "Sport",
        "Pilots to move",
        "By Ana Ruiz",
    ]
    assert "who runs the station" in text
    assert not any(word in text for word in ("unseen", "nor this", "nor that", "color", "JSON"))
    assert text.endswith("© 2031 Evening Post")


def test_hints_and_main():
    """Each line knows its element, and whether it lies in the article."""
    extract = read(PAGE)
    seen = {p.span.of(extract.text)[:14]: (p.hint, p.main) for p in extract.passages}
    assert seen["Sport"] == ("nav", False)
    assert seen["Pilots to move"][0] == "h1"
    assert seen["By Ana Ruiz"][0] == "byline"
    assert seen["4 March 2031"][0] == "time"
    assert seen["A tug at dawn."][0] == "figcaption"
    assert seen[PARAGRAPH[:14]] == ("p", True)
    assert seen["What it costs"] == ("h2", True)
    assert seen["Bus fares to f"] == ("aside", False)
    assert seen["© 2031 Evening"] == ("footer", False)


def test_statements():
    """The page's own statements come with where they stand; an organisation is no author."""
    extract = read(PAGE)
    stated = extract.stated
    assert (stated.title.value, stated.title.span.of(extract.text)) == (
        "Pilots to move",
        "Pilots to move",
    )
    assert (stated.outlet.value, stated.outlet.basis) == ("Evening Post", "meta og:site_name")
    assert (stated.published.value[:10], stated.published.basis) == (
        "2031-03-04",
        "JSON-LD datePublished",
    )
    assert [a.value for a in stated.authors] == ["Ana Ruiz"]


SITE = "<meta property=og:site_name content='Evening Post'>"

# fmt: off
TITLES = {
    # what it shows: (head, body, title)
    "title element less the site": (f"<title>Cod quota cut - Evening Post</title>{SITE}", "",
                                    "Cod quota cut"),
    "a dash that is part of it": ("<title>Cod quota cut - again</title>", "",
                                  "Cod quota cut - again"),
    "heading says the same": ("<meta property=og:title content='Cod Quota Cut By Half'>",
                              "<h1>Cod quota cut by half</h1>", "Cod quota cut by half"),
    "heading alone": ("", "<h1>Cod quota cut by half</h1>", "Cod quota cut by half"),
    "heading is the site": (f"{SITE}<meta property=og:title content='Cod quota cut'>",
                            "<h1>Evening Post</h1>", "Cod quota cut"),
    "nothing stated": ("", "", None),
}
# fmt: on


@pytest.mark.parametrize(("head", "body", "title"), TITLES.values(), ids=TITLES)
def test_title(head, body, title):
    """The headline is the page's, without the name of the site."""
    stated = read(
        f"<html><head>{head}</head><body>{body}<p>{PARAGRAPH}</p></body></html>"
    ).stated.title
    assert (stated and stated.value) == title


# fmt: off
RENDERED = {
    # what it shows: (page, lines)
    "blanks collapse": ("<p>a \n b</p>", ["a b"]),
    "inline elements": ("<p>a<b>b</b> c</p>", ["ab c"]),
    "line breaks": ("<p>a<br>b<br/><br/>c</p>", ["a", "b", "c"]),
    "pre keeps blanks": ("<pre>a  b\n  c</pre>", ["a  b", "  c"]),
    "cells": ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
    "text around blocks": ("a<div>b</div>c", ["a", "b", "c"]),
    "character references": ("<p>Ruiz &amp; Lind&nbsp;&copy;</p>", ["Ruiz & Lind\xa0©"]),
    "unclosed elements": ("<div><p>a<p>b", ["a", "b"]),
    "a button that never ends": ("<button>Menu<p>text</p>", ["Menu", "text"]),
    "a page that hides itself": ("<body style='visibility:hidden'><p>a</p></body>", ["a"]),
    "no markup at all": ("only words", ["only words"]),
}
# fmt: on


@pytest.mark.parametrize(("page", "lines"), RENDERED.values(), ids=RENDERED)
def test_rendering(page, lines):
    """Lines break where a browser breaks them."""
    assert read(page).text.split("\n") == lines


def test_declared_encoding_is_used():
    """What the page declares decides where it is no UTF-8."""
    page = (
        '<html><head><meta charset="windows-1250"></head><body><p>Łódź i Gdańsk</p></body></html>'
    )
    extract = read_html(page.encode("cp1250"), SOURCE)
    assert (extract.text, extract.notices) == ("Łódź i Gdańsk", ())


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "deep",
        "<b>" * 5_000 + "deep",
        "<table><tr><td>" * 2_000 + "deep",
        "<p>deep" + "</x>" * 9_999,
    ],
    ids=["blocks", "inline", "tables", "ends"],
)
def test_deep_pages_keep_their_words(page):
    """A page nested deeper than the parser goes loses its tags and not its words."""
    assert "deep" in read(page).text


def test_page_without_text_is_refused():
    """A page that shows nothing is reported."""
    with pytest.raises(UnreadableError, match="no text"):
        read("<html><body><script>x</script></body></html>")


def test_entities_are_not_followed(tmp_path):
    """An entity of the document's own resolves to nothing from outside."""
    (tmp_path / "outside.txt").write_text("secret", encoding="utf-8")
    there = (tmp_path / "outside.txt").as_uri()
    text = read(f'<!DOCTYPE x [<!ENTITY e SYSTEM "{there}">]><p>a &e; b</p>').text
    assert "a &e; b" in text
    assert "secret" not in text


def test_binary_is_no_page():
    """An image under the ending of a page is told by its bytes."""
    assert not looks_like_html(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert looks_like_html(PAGE.encode("utf-16"))
