from __future__ import annotations

import pytest

from generator.clean.bylines import is_bare_byline, is_byline, names_of

# fmt: off
CASES = {
    # what it shows: (line, names)
    "one": ("By Ana Ruiz", ["Ana Ruiz"]),
    "two": ("By Ana Ruiz and Bo Lind", ["Ana Ruiz", "Bo Lind"]),
    "three": ("By Ana Ruiz, Bo Lind, Jo Berg", ["Ana Ruiz", "Bo Lind", "Jo Berg"]),
    "three and": ("By Ana Ruiz, Bo Lind and Jo Berg", ["Ana Ruiz", "Bo Lind", "Jo Berg"]),
    "role": ("By Ana Ruiz, Staff Writer", ["Ana Ruiz"]),
    "outlet behind a comma": ("By Ana Ruiz, Coast Wire", ["Ana Ruiz"]),
    "place behind a comma": ("Ana Ruiz, Norvik", ["Ana Ruiz"]),
    "capitals": ("By ANA RUIZ", ["ANA RUIZ"]),
    "particles and hyphens": ("By Ana-María de la Cruz and Jan van den Berg",
                              ["Ana-María de la Cruz", "Jan van den Berg"]),
    "initials": ("Written by J. R. Holm", ["J. R. Holm"]),
    "title": ("By Dr Ana Ruiz", ["Ana Ruiz"]),
    "date behind it": ("By Ana Ruiz - 4 March 2031", ["Ana Ruiz"]),
    "date before it": ("March 4, 2031 by Ana Ruiz", ["Ana Ruiz"]),
    "handle": ("By Ana Ruiz @anaruiz", ["Ana Ruiz"]),
    "agency": ("Ana Ruiz Associated Press", ["Ana Ruiz"]),
    "time of posting": ("Posted by NHB at 6:10 PM", []),
    "staff": ("By Evening Post Staff", []),
    "agency alone": ("By Reuters", []),
    "one word": ("By Ana", []),
    "sentence": ("By far the largest port", []),
}
# fmt: on


@pytest.mark.parametrize(("line", "names"), CASES.values(), ids=CASES)
def test_names(line, names):
    """Only persons are authors, and of two names behind a comma the second is none."""
    assert [span.of(line) for span in names_of(line)] == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ana Ruiz", True),
        ("By Ana Ruiz, Staff Writer, and Bo Lind", True),
        ("Posted by Ana Ruiz on 4 March 2031", True),
        ("By the end of the year the station will close.", False),
        ("By Monday it was clear. Nobody would come.", False),
        ("Ana Ruiz", False),
    ],
)
def test_is_byline(line, expected):
    """A byline begins with its word, and no sentence goes on behind it."""
    assert is_byline(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ana Ruiz", True),
        ("Ana Ruiz, Norvik", True),
        ("World Politics", False),
        ("Ana Ruiz spoke.", False),
        ("Tips for Ports", False),
    ],
)
def test_is_bare_byline(line, expected):
    """A name alone can be a byline; sections, sentences and headlines cannot."""
    assert is_bare_byline(line) is expected
