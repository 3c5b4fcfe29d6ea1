"""No word that a browser shows is lost: the reader's text against another way to the words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.model import Source
from generator.readers.html import read_html

SOURCE = Source("pier.html", None, "text/html", "0")

SHOWN = (
    "//body//text()[not(ancestor::script or ancestor::style or ancestor::template"
    " or ancestor::noscript or ancestor::*[@hidden] or ancestor::*[@aria-hidden='true']"
    " or ancestor::*[contains(@style, 'none')] or ancestor::*[@class='sr-only'])]"
)


def letters(words):
    """Return the letters and digits of a text in order: blanks are set anew by rendering."""
    return re.sub(r"\W", "", words)


PAGES = {
    "article with boxes": """<body><nav><a href=/>Home</a></nav><article><h1>Pier shut</h1>
        <p>By <a rel=author>Ana Ruiz</a><time>4 March</time></p><p>The <b>old</b> pier<sup>1</sup>
        is shut.</p><ul><li>One<li>Two</ul><aside class=related><a>Read on</a></aside>
        <blockquote>It leaks.<footer>Bo Lind</footer></blockquote></article>""",
    "table with a caption": """<table><caption>Fees</caption><thead><tr><th>Boat<th>Fee</thead>
        <tfoot><tr><td>All<td>9</tfoot><tr><td>Tug<td>4</table>after""",
    "hidden beside shown": """<p>a<span hidden>b</span>c<script>d</script>e</p>
        <template>f</template>
        <p aria-hidden=true>g</p><p style="display:none">h</p><span class=sr-only>i</span>j""",
    "words in controls": "<button>Menu</button><label>Name</label><summary>More</summary>x",
    "listing": "<pre><code>a = 1\n  b</code></pre><pre>poem\n line</pre>tail",
    "definitions and figures": """<dl><dt>Pier<dd>A jetty</dl><figure><figcaption>A tug
        <small>Bo Lind</small></figcaption></figure><address>Quay 1</address><hr>end""",
    "unknown elements": "<x-card><y-title>One</y-title>two</x-card><center>three<font>four</font>",
    "broken nesting": "<b><p>one<i>two</b>three</p>four<div>five</span>six<li>seven",
    "tables in tables": "<table><tr><td>a<table><tr><td>b</table>c</table>d",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_all_that_is_shown_is_in_the_text(page):
    """The text of record holds the same letters as the visible text nodes, in the same order."""
    tree = html.document_fromstring(page)
    assert letters(read_html(page.encode(), SOURCE).text) == letters("".join(tree.xpath(SHOWN)))


INLINE = ["b", "span", "a", "i", "time", "font"]
BLOCK = ["div", "p", "ul", "li", "section", "h2", "table", "blockquote", "pre", "aside", "br"]
trees = st.recursive(
    st.sampled_from(["pier ", "tug", " shut. ", "\n", "Ana", "4"]),
    lambda inner: st.tuples(
        st.sampled_from(INLINE + BLOCK),
        st.sampled_from(["", " hidden", " class=related", " class=sr-only", " role=navigation"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


def written(tree):
    """Return the markup of a made-up tree."""
    if isinstance(tree, str):
        return tree
    tag, attribute, inner = tree
    return f"<{tag}{attribute}>{''.join(map(written, inner))}</{tag}>"


@settings(max_examples=40, deadline=None)
@given(st.lists(trees, max_size=5))
def test_no_tree_loses_a_word(made):
    """However elements nest, every visible letter is there once, and all lies in passages."""
    page = f"<body>start {''.join(map(written, made))} end"
    extract = read_html(page.encode(), SOURCE)
    shown = "".join(html.document_fromstring(page).xpath(SHOWN))
    assert letters(extract.text) == letters(shown)
    inside = "".join(p.span.of(extract.text) for p in extract.passages)
    assert letters(inside) == letters(shown)
