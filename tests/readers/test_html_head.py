"""Day and authors of a page: what it shows beside the headline, and what it states elsewhere."""

from __future__ import annotations

import pytest

from generator.model import Source
from generator.readers.html import read_html

SOURCE = Source("pier.html", None, "text/html", "0")
TEXT = "<p>The council of Norvik voted on Monday to shut the old pier, put off for years.</p>" * 3


def stated(head, top, foot=""):
    """Return what a page with some head and lines under its headline states."""
    page = f"<html><head>{head}</head><body><article><h1>Pier shut</h1>{top}{TEXT}</article>{foot}"
    return read_html(page.encode(), SOURCE).stated


def data(**keys):
    """Return a description of an article for machines."""
    rows = "".join(f', "{key}": {value}' for key, value in keys.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle"{rows}}}</script>'


META = "<meta property=article:published_time content=2031-03-02T08:00:00Z>"

# fmt: off
DAYS = {
    # what it shows: (head, under the headline, at the foot, day, what its basis holds)
    "shown": ("", "<p>4 March 2031</p>", "", "2031-03-04", "beside the headline"),
    "shown with month first": ("", "<p>Mar. 4, 2031 · 3 min read</p>", "", "2031-03-04", "beside"),
    "shown in capitals": ("", "<div>MARCH 4TH, 2031</div>", "", "2031-03-04", "beside"),
    "time element": ("", "<time datetime=2031-03-04>today</time>", "", "2031-03-04", "beside"),
    "after the names": ("", "<p>By Ana Ruiz | 4 March 2031</p>", "", "2031-03-04", "beside"),
    "published before updated": ("", "<p>Published 4 March 2031, updated 6 March 2031</p>", "",
                                 "2031-03-04", "beside"),
    "updated before published": ("", "<p>Updated 6 March 2031, published 4 March 2031</p>", "",
                                 "2031-03-04", "beside"),
    "only updated": ("", "<p>Updated 6 March 2031</p>", "", None, ""),
    "only changed, as time": (
        "", "<p>Last modified <time datetime=2031-03-06>6 March</time></p>", "", None, ""),
    "stated for machines": (META, "", "", "2031-03-02", "article:published_time"),
    "data before meta": (
        META + data(datePublished='"2031-03-03"'), "", "", "2031-03-03", "JSON-LD"),
    "page against machines": (META, "<p>4 March 2031</p>", "", "2031-03-04", "beside"),
    "page agrees": (META, "<p>2 March 2031</p>", "", "2031-03-02", "article:published_time"),
    "page shows the change": (
        data(datePublished='"2031-03-02"', dateModified='"2031-03-06T10:00"'),
        "<time datetime=2031-03-06>6 March</time>", "", "2031-03-02", "JSON-LD"),
    "one moment for both": (
        META + data(datePublished='"2031-05-01T10:00"', dateModified='"2031-05-01T10:00"'), "", "",
        "2031-03-02", "article:published_time"),
    "one moment and nothing else": (
        data(datePublished='"2031-05-01"', dateModified='"2031-05-01"'), "", "", "2031-05-01",
        "JSON-LD"),
    "in a caption": ("", "<figure><figcaption>The pier, 4 March 2029</figcaption></figure>", "",
                     None, ""),
    "in a related box": ("", "<aside class=related><p>4 March 2029</p></aside>", "", None, ""),
    "in a sentence": ("", ("<p>The pier was built in a hurry by the men of the town of Norvik and"
                      " first seen on 4 March 1929 in the fog.</p>"), "", None, ""),
    "in a comment": ("", "", "<section id=comments><p>Tom, 4 March 2031</p></section>", None, ""),
    "several times, none marked": (
        "", "", "<time datetime=2031-03-04>a</time><time datetime=2031-03-05>b</time>", None, ""),
    "marked among several": (
        "", "", "<time datetime=2031-03-04 pubdate>a</time><time datetime=2031-03-05>b</time>",
        "2031-03-04", "time element"),
    "no day at all": ("", "<p>41 March 2031</p>", "", None, ""),
}
# fmt: on


@pytest.mark.parametrize(("head", "top", "foot", "day", "basis"), DAYS.values(), ids=DAYS)
def test_day_of_publication(head, top, foot, day, basis):
    """The day is the page's own, with where it is stated; none is guessed."""
    found = stated(head, top, foot).published
    assert (found and found.value[:10]) == day
    assert basis in (found.basis if found else "")


def person(name):
    """Return a description of an author."""
    return data(author=f'{{"@type": "Person", "name": "{name}"}}')


# fmt: off
AUTHORS = {
    # what it shows: (head, under the headline, names)
    "byline": ("", "<p>By Ana Ruiz</p>", ["Ana Ruiz"]),
    "byline of two": (
        "", "<p>By Ana Ruiz and Bo van der Lind</p>", ["Ana Ruiz", "Bo van der Lind"]),
    "byline with a role": ("", "<p>By Ana Ruiz, harbour reporter</p>", ["Ana Ruiz"]),
    "byline with a date": ("", "<p>By Ana Ruiz 4 March 2031</p>", ["Ana Ruiz"]),
    "by class": ("", "<div class=author>Ana Ruiz</div>", ["Ana Ruiz"]),
    "by link": (
        "", "<p><a rel=author href=/a>Ana Ruiz</a><time>4 March 2031</time></p>", ["Ana Ruiz"]),
    "by in a line of its own": ("", "<div>By</div><div class=author>Ana Ruiz</div>", ["Ana Ruiz"]),
    "one name only": ("", "<p class=byline>By Ana</p>", ["Ana"]),
    "desk": ("", "<p class=byline>By Post Staff</p>", []),
    "desk of one word": ("", "<p class=byline>By Staff</p>", []),
    "firm": ("", "<p class=byline>Norvik Media Ltd</p>", []),
    "address": ("<meta name=author content='https://post.example/ana-ruiz'>", "", []),
    "machines": (person("Ana Ruiz"), "", ["Ana Ruiz"]),
    "byline against machines": (person("Tom Hale"), "<p>By Ana Ruiz</p>", ["Ana Ruiz"]),
    "class against machines": (person("Tom Hale"), "<p class=author>Ana Ruiz</p>", ["Tom Hale"]),
    "byline and machines": (person("Ana Ruiz"), "<p>By Ana Ruiz</p>", ["Ana Ruiz"]),
    "a sentence with by": ("", "<p>By noon the pier was shut.</p>", []),
    "author of a related page": (
        "", "<aside class=related><p class=byline>By Tom Hale</p></aside>", []),
}
# fmt: on


@pytest.mark.parametrize(("head", "top", "names"), AUTHORS.values(), ids=AUTHORS)
def test_authors(head, top, names):
    """Authors are the persons whom the page names, a byline before a form's field."""
    assert [author.value for author in stated(head, top).authors] == names


def test_a_shown_day_and_author_point_at_their_words():
    """What is read off the page comes with its place in the text of record."""
    page = f"<h1>Pier shut</h1><p>By Ana Ruiz</p><p>Posted 4 March 2031</p>{TEXT}"
    extract = read_html(page.encode(), SOURCE)
    assert extract.stated.published.span.of(extract.text) == "4 March 2031"
    assert extract.stated.authors[0].span.of(extract.text) == "Ana Ruiz"
