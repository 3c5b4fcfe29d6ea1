from __future__ import annotations

import pytest

from generator.model import Span
from generator.readers.pdf_lines import Line
from generator.readers.pdf_paragraphs import Paragraph
from generator.readers.pdf_statements import find_statements


def placed(*rows: tuple[str, str]) -> tuple[str, list[tuple[Paragraph, Span]]]:
    """Return a text of paragraphs, each given by hint and words, and where they stand."""
    text, found = "", []
    for hint, words in rows:
        lines = tuple(Line(t, 0, 9, 0, 10, 400, 1, (0, 9), 0) for t in words.split("\n"))
        found.append((Paragraph(lines, hint), Span(len(text), len(text) + len(words))))
        text += words + "\n\n"
    return text, found


PAGE = (("h1", "Pilots to move\nto the quay"), ("p", "By Ana Ruiz"), ("p", "The council voted."))
BARE = (("p", "The council voted."),)

# fmt: off
TITLES = {
    # what it shows: (title of the file, page, stated)
    "shown": ("Pilots to move to the quay", PAGE, "Pilots to move to the quay"),
    "another than shown": ("Harbour news of March", PAGE, None),
    "nothing shown": ("Harbour news of March", BARE, "Harbour news of March"),
    "a file name": ("harbour news.docx", BARE, None),
    "a word processor": ("Microsoft Word - harbour news", BARE, None),
    "one word": ("Harbour", BARE, None),
    "an address": ("https://norvik.example harbour", BARE, None),
    "a browser's, with the site": ("Harbour news | Evening Post", BARE, None),
    "empty": ("", BARE, None),
}
AUTHORS = {
    # what it shows: (author of the file, page, stated)
    "shown": ("Ana Ruiz", PAGE, ["Ana Ruiz"]),
    "another than signed": ("Bo Lind", PAGE, []),
    "nobody signed": ("Bo Lind", BARE, ["Bo Lind"]),
    "two": ("Ana Ruiz and Bo van Lind", BARE, ["Ana Ruiz", "Bo van Lind"]),
    "an account": ("alind", BARE, []),
    "a program's user": ("Microsoft Office User", BARE, []),
    "an office": ("Norvik Institute", BARE, []),
}
# fmt: on


@pytest.mark.parametrize(("title", "page", "stated"), TITLES.values(), ids=TITLES)
def test_title(title, page, stated):
    """A title is stated where the page shows it, or shows no headline."""
    text, paragraphs = placed(*page)
    found = find_statements({"Title": title}, text, paragraphs).title
    assert (found and found.value) == stated


@pytest.mark.parametrize(("author", "page", "stated"), AUTHORS.values(), ids=AUTHORS)
def test_authors(author, page, stated):
    """Names of people are stated where the page shows them, or is not signed."""
    text, paragraphs = placed(*page)
    found = find_statements({"Author": author}, text, paragraphs)
    assert [one.value for one in found.authors] == stated
    assert found.published is None
