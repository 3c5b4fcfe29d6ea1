"""Which lines of a page are its article: extractor and markup heard together."""

from __future__ import annotations

import time

import pytest

from generator.model import Source
from generator.readers import html_article
from generator.readers.html import read_html

SOURCE = Source("pier.html", None, "text/html", "0")

ONE = "The council of Norvik voted on Monday to shut the old pier, which it had put off for years."
TWO = "Ana Ruiz, a harbour economist, said that the boats would have to moor at the new quay."
THREE = "The work will take two summers, and nobody at the port could say what it will cost."
FOUR = "Bo Lind, who has sold fish on the pier since he was a boy, said that he would stay."

# fmt: off
PAGES = {
    # what it shows: (body of the page, words that are the article, words that are not)
    "plain article": (
        f"<article><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article>", [ONE, TWO, THREE], []),
    "crosshead": (
        f"<article><p>{ONE}</p><p>{TWO}</p><h2>What it costs</h2><p>{THREE}</p></article>",
        ["What it costs"], []),
    "list between paragraphs": (
        (f"<div><p>{ONE}</p><p>{TWO}</p><ul><li>Tugs moor at the quay</li><li>Ferries stay</li>"
        f"</ul><p>{THREE}</p><p>{FOUR}</p></div>"), ["Tugs moor at the quay", "Ferries stay"], []),
    "related link in the midst": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><p><a href=/x>Read more: How the old pier was built in"
        f" six years</a></p><p>{THREE}</p></article>"), [THREE], ["Read more: How the old pier"]),
    "related heading that links": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><h4><a href=/x>Ten other piers of the"
        "</a></h4><h4><a href=/y>north coast to see</a></h4></article>"), [THREE],
        ["Ten other piers", "north coast to see"]),
    "heading that links, with text below": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><h3><a href=/x>The harbour of Lower Norvik</a></h3>"
        f"<p>{THREE}</p></article>"), ["The harbour of Lower Norvik"], []),
    "paragraph full of links": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><p><a href=/x>{THREE} {FOUR}</a></p><p>{FOUR}</p>"
        "</article>"), [f"{THREE} {FOUR}"], []),
    "list of other pages": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><ul><li><a href=/a>Why the old pier leaks so badly"
        f"</a></li><li><a href=/b>Who paid for the new long quay</a></li></ul><p>{THREE}</p>"
        "</article>"), [THREE], ["Why the old pier leaks", "Who paid for the new"]),
    "box for a newsletter": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><div class=newsletter><p>Get our letter each morning."
        f"</p></div><p>{THREE}</p></article>"), [THREE], ["Get our letter"]),
    "body named by the page": (
        (f"<div itemprop=articleBody><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div><h3>Most read</h3>"
        f"<p>Bus fares in Norvik are to fall in May, the council said on Friday.</p>"), [THREE],
        ["Most read", "Bus fares"]),
    "key points above a body": (
        ("<ul><li>The old pier of Norvik is to be shut for two summers from May on, it said.</li>"
        f"</ul><div class=article-body><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>"), [ONE], []),
    "listing of a program": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><pre><code>for (boat of all) moor[boat];</code></pre>"
        f"<p>{THREE}</p></article>"), [THREE], ["for (boat of"]),
    "letter in its own layout": (
        f"<article><p>{ONE}</p><p>{TWO}</p><pre>{FOUR}</pre><p>{THREE}</p></article>", [THREE], []),
    "listing of prose": (
        f"<article><p>{ONE}</p><p>{TWO}</p><pre><code>{FOUR}</code></pre><p>{THREE}</p></article>",
        [THREE], []),
    "listing named by its class": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><pre class=language-bash>moor the tug now</pre>"
        f"<p>{THREE}</p></article>"), [THREE], ["moor the tug"]),
    "comments": (
        (f"<article><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article><section id=comments>"
        "<h3>Two comments</h3><p>I never liked that pier and am glad to see it go.</p></section>"),
        [THREE], ["I never liked"]),
    "too little for the extractor": (
        "<nav>News</nav><main><p>Pier shut.</p></main><footer>Norvik Post</footer>",
        ["Pier shut."], ["News", "Norvik Post"]),
}
# fmt: on


def read(body):
    """Return what the reader makes of a page's body."""
    return read_html(f"<html><head></head><body>{body}</body></html>".encode(), SOURCE)


@pytest.mark.parametrize(("body", "inside", "outside"), PAGES.values(), ids=PAGES)
def test_what_is_the_article(body, inside, outside):
    """Lines of the article are told from those around and between them; none is dropped."""
    extract = read(body)
    main = "\n".join(p.span.of(extract.text) for p in extract.passages if p.main)
    assert [words for words in inside if words not in main] == []
    assert [words for words in outside if words in main] == []
    assert [words for words in (*inside, *outside) if words not in extract.text] == []


def test_a_listing_knows_what_it_is():
    """A listing has a hint of its own, a letter in its own layout has none."""
    extract = read(PAGES["listing of a program"][0] + f"<pre>{FOUR}</pre>")
    hints = {p.span.of(extract.text)[:8]: p.hint for p in extract.passages}
    assert (hints["for (boa"], hints["Bo Lind,"]) == ("code", "")


def test_very_large_pages_are_read_off_their_markup(monkeypatch):
    """Above a size the extractor is not asked, the markup decides, and a notice says so."""
    monkeypatch.setattr(html_article, "MOST_TEXT", 200)
    monkeypatch.setattr(html_article, "_extracted", lambda page: pytest.fail("was asked"))
    extract = read(f"<nav>News</nav><article><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article>")
    assert [p.main for p in extract.passages] == [False, True, True, True]
    assert [n.code for n in extract.notices] == ["article-unsure"]


LONG = {
    "paragraphs": f"<p>{ONE}</p>",
    "line breaks": f"{ONE}<br>",
    "items that link": "<ul><li><a href=x>Pier shut</a></ul>",
    "cells": "<table><tr><td>4<td>Tug</table>",
    "headings": "<h2>Pier</h2>",
    "inline elements": "<span>pier </span>",
    "times": "<time datetime=2031-03-04>4 March</time>",
    "bylines": "<p class=byline>By Ana Ruiz</p>",
    "open elements": "<p class=related>",
    "signs": "&lt;&amp;",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_ten_times_the_page_takes_about_ten_times_as_long(piece):
    """Time grows with the page and not with its square."""

    def seconds(count):
        start = time.process_time()
        read(f"<article><h1>Pier shut</h1><p>{ONE}</p>{piece * count}")
        return time.process_time() - start

    short = min(seconds(60) for _ in range(2))
    assert seconds(600) < 40 * max(short, 0.03)  # a square would take a hundred
