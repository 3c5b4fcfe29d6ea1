from __future__ import annotations

import pytest

from generator.errors import UnreadableError
from generator.readers.front_matter import read_front_matter

FRONT = """---
title: "Pilots: what we know"
date: 2031-03-04
author: Ana Ruiz
publication: 'Evening Post'
tags: [ports, pilots]
layout: post
story: harbour
nested:
  author: Nobody
---
Body.
"""


def test_statements_are_what_is_written():
    """Values are the words of the file, with their place; other and nested keys are left alone."""
    start, stated = read_front_matter(FRONT)
    assert FRONT[start:] == "Body.\n"
    values = (stated.title, stated.published, *stated.authors, stated.outlet, *stated.tags)
    assert [v.value for v in values] == [
        "Pilots: what we know",
        "2031-03-04",
        "Ana Ruiz",
        "Evening Post",
        "ports",
        "pilots",
    ]
    assert all(v.span.of(FRONT) == v.value for v in values)
    assert stated.story == "harbour"


def test_lists_of_authors_and_rows_of_tags():
    """A list gives several authors, and a row with commas several topics."""
    _, stated = read_front_matter("---\nauthors:\n  - Ana Ruiz\n  - Bo Lind\ntags: sea, cod\n---\n")
    assert [a.value for a in stated.authors] == ["Ana Ruiz", "Bo Lind"]
    assert [t.value for t in stated.tags] == ["sea", "cod"]


@pytest.mark.parametrize(
    "text", ["", "No fence.", "---\nA rule above.\n---\n", "---\nkey: open", "----\na: b\n---\n"]
)
def test_no_front_matter(text):
    """A rule at the head of a text is not front matter, nor is a fence that never closes."""
    assert read_front_matter(text)[0] == 0


# fmt: off
WRONG = {
    # what it shows: (front matter, words of the error)
    "key twice": ("title: a\ntitle: b", "line 3: the key title stands twice"),
    "alias": ("title: &x a\nauthor: *x", "line 2: anchors and aliases"),
    "tag": ("title: !!python/object:os.system a", "line 2: tags"),
    "no yaml": ("title: a: b", "line 2"),
    "brackets": ("a: " + "[" * 300, "too many brackets"),
}
# fmt: on


@pytest.mark.parametrize(("front", "words"), WRONG.values(), ids=WRONG)
def test_refused(front, words):
    """What YAML can do beyond names and values is refused, with the line where it stands."""
    with pytest.raises(UnreadableError, match=words):
        read_front_matter(f"---\n{front}\n---\nBody.\n")
