from __future__ import annotations

import pytest

from generator.model import Source
from generator.offsets import Edit, apply
from generator.readers.markdown import read_markdown

SOURCE = Source("port.md", None, "text/markdown", "0")


def shown(text: str) -> list[tuple[str, str]]:
    """Return hint and words of each passage as the cleaned view shows them."""
    extract = read_markdown(text.encode(), SOURCE)
    view, offsets = apply(extract.text, [Edit(s.start, s.end, to) for s, to in extract.edits])
    return [
        (p.hint, view[slice(*offsets.view(p.span.start, p.span.end))].strip())
        for p in extract.passages
    ]


# fmt: off
CASES = {
    # what it shows: (file, [(hint, words), ...])
    "headings": ("# One\n\nTwo\n===\n\n### Three ###\n",
                 [("h1", "One"), ("h1", "Two"), ("h3", "Three")]),
    "emphasis": ("He was *very* **sure**, _she_ not.\n", [("p", "He was very sure, she not.")]),
    "an asterisk that is meant": ("5 * 3 is 15\n", [("p", "5 * 3 is 15")]),
    "link": ('See [the report](http://a.example/x_(y) "T") now.\n', [("p", "See the report now.")]),
    "link by reference": ("See [the report][1] now.\n\n[1]: http://a.example\n",
                          [("p", "See the report now."), ("", "[1]: http://a.example")]),
    "link whose words are in its address": ("A [port](/port-port) is a port.\n",
                                            [("p", "A port is a port.")]),
    "address": ("Write to <ana@a.example> today.\n", [("p", "Write to ana@a.example today.")]),
    "code": ("Run `make all` first.\n", [("p", "Run make all first.")]),
    "character reference": ("Ruiz &amp; Lind \\*said\\* so\n", [("p", "Ruiz & Lind *said* so")]),
    "lines of a paragraph": ("One line\nand the next  \nand a third.\n",
                             [("p", "One line and the next and a third.")]),
    "list": ("- First point\n- Second *point*\n", [("li", "First point"), ("li", "Second point")]),
    "numbered, nested": ("1. One\n   - Two\n", [("li", "One"), ("li", "Two")]),
    "quote": ("> “We wait,” she\n> said.\n", [("blockquote", "“We wait,” she said.")]),
    "table": ("| a | b |\n|---|---|\n| c | d |\n",
              [("td", "| a | b |"), ("", "|---|---|"), ("td", "| c | d |")]),
    "fence": ("```\nx = *1*\n```\n", [("code", "```\nx = *1*\n```")]),
    "rule": ("One\n\n---\n\nTwo\n", [("p", "One"), ("", "---"), ("p", "Two")]),
    "picture and its caption": ("![A tug](t.jpg)\n*A tug at dawn. Photo: Bo Lind*\n",
                                [("img", "A tug"),
                                 ("figcaption", "A tug at dawn. Photo: Bo Lind")]),
    "picture without words": ("![](t.jpg)\n\nText.\n", [("p", "![](t.jpg)"), ("p", "Text.")]),
    "raw html": ("<div>\nx\n</div>\n", [("", "<div>"), ("", "x"), ("", "</div>")]),
    "windows line ends": ("# One\r\n\r\nTwo *three*\r\nfour\r\n",
                          [("h1", "One"), ("p", "Two three four")]),
    "front matter": ("---\ntitle: A\n---\nText.\n",
                     [("front-matter", "---"), ("front-matter", "title: A"),
                      ("front-matter", "---"), ("p", "Text.")]),
}
# fmt: on


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_passages(text, expected):
    """Each block is a passage with its hint, and the view has the words without the signs."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 20_000,
        "> " * 5_000 + "x",
        "*a " * 20_000,
        "- " * 3_000 + "x",
        "`" * 9_999 + "x",
    ],
    ids=["brackets", "pictures", "quotes", "stars", "lists", "ticks"],
)
def test_hostile_markup_is_read_as_lines(text):
    """Markup that would cost the parser too much is read as lines, and the notice says so."""
    extract = read_markdown(text.encode(), SOURCE)
    assert [p.span.of(text) for p in extract.passages] == [text.strip()]
    assert [n.code for n in extract.notices] == ["markup-not-read"]


def test_deep_lists_are_read():
    """Three hundred levels are followed as far as the parser goes; no word is lost."""
    text = "".join(f"{'  ' * i}- item {i}\n" for i in range(300))
    words = " ".join(words for _, words in shown(text))
    assert all(f"item {i}" in words for i in range(300))
