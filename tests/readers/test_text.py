from __future__ import annotations

import pytest

from generator.model import Source, Span
from generator.offsets import Edit, apply
from generator.readers.text import _breaks, looks_like_text, read_text

SOURCE = Source("port.txt", None, "text/plain", "0")

WRAPPED = """\
The harbour council of Norvik voted on Monday to close the old pilot
station by the end of the year, a step that its members had put off
three times since the spring. Ana Ruiz, who chairs the council, said
the building could not be saved.

She added that the pilots would move to the new quay in October, and
that nobody would lose a post over it. The pilots' union had asked for
a guarantee in writing, which it has not been given.
"""

LISTED = """\
Minutes of the harbour council, taken down by the clerk on Monday.

- Close the old pilot station by the end of the year, if no money is
  found before the first of October.
- Move the pilots to the new quay, and pay for the move from reserves
- Write to the union
"""

POEM = """\
The tide came in
The tide went out
And nobody
In all the town
Had seen the light
Go down
"""


def shown(data: bytes) -> list[str]:
    """Return the passages of a file as the cleaned view shows them."""
    extract = read_text(data, SOURCE)
    view, offsets = apply(extract.text, [Edit(s.start, s.end, to) for s, to in extract.edits])
    return [view[slice(*offsets.view(p.span.start, p.span.end))] for p in extract.passages]


def test_each_line_is_a_passage():
    """Lines are passages, blank ones are none, and blanks at their borders are left out."""
    assert shown(b"  One line.  \r\n\r\n\tTwo\rThree\xc2\xa0\n") == ["One line.", "Two", "Three"]


def test_wrapped_text_is_joined():
    """Paragraphs of a text with a fixed width are one passage each, the breaks turned to blanks."""
    one, two = shown(WRAPPED.encode())
    assert one.startswith(
        "The harbour council of Norvik voted on Monday to close the old pilot station"
    )
    assert "\n" not in one + two
    assert two.endswith("which it has not been given.")


@pytest.mark.parametrize(
    "text", [POEM, "One\n" * 20, "x" * 300 + "\n" + "y" * 300], ids=["poem", "menu", "long lines"]
)
def test_other_lines_stay_apart(text):
    """Short lines and long ones are passages of their own: no width explains their ends."""
    assert shown(text.encode()) == text.splitlines()


def test_items_of_a_wrapped_list_stay_apart():
    """An item begins a passage also where the line before it is full."""
    passages = shown(LISTED.encode())
    assert [p[:12] for p in passages if p.startswith("-")] == [
        "- Close the ",
        "- Move the p",
        "- Write to t",
    ]


def test_record_is_untouched():
    """The text of record is the decoded file, whatever the view shows."""
    assert read_text(WRAPPED.replace("\n", "\r\n").encode(), SOURCE).text == WRAPPED.replace(
        "\n", "\r\n"
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Plain words.", True),
        ("Wide words.".encode("utf-16"), True),
        ("Wide words.".encode("utf-16-le"), True),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", False),
        (b"%PDF-1.7 and so on", False),
        (bytes(range(1, 32)) * 20, False),
        (b"a form feed \x0c is text", True),
    ],
)
def test_looks_like_text(data, expected):
    """Binary files are told from text by NUL and control characters."""
    assert looks_like_text(data) is expected


def test_a_joint_takes_the_blanks_on_both_sides_of_the_break():
    """Blanks and tabs beside a line break go with it, once; others stay."""
    text = "one  two \t\n \n\tthree"
    assert [found.of(text) for found in _breaks(text, Span(0, len(text)))] == [
        " \t\n ",
        "\n\t",
    ]
