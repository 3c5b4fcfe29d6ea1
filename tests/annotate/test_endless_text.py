"""Degenerate text: one endless line, marks without end, a name a thousand times."""

from __future__ import annotations

import time

import pytest

from generator.annotate.credits import find_credits
from generator.annotate.reference import resolve
from tests.annotate.written import layered, written

LINES = {
    "no full stop": "word " * 5_000,
    "capitals only": "Hale " * 5_000,
    "marks only": '"' * 5_000,
    "open brackets": "(" * 12_000 + "Hale",
    "abbreviations": "Dr. " * 5_000,
    "initials": "J. " * 5_000 + "Hale",
    "particles": "Hale " + "van der " * 2_500,
    "houses of houses": "Ministry of " * 2_000 + "Fish",
    "appositions": "the mayor, Tom Hale, " * 1_000,
    "a thousand people": " ".join(f"President Hale{i} spoke." for i in range(800)),
    "colons": "Norvik: " * 2_500,
}


@pytest.mark.parametrize("kind", ["body", "title", "caption", "editor_comment", "origin_headline"])
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_time_grows_with_the_text(line, kind):
    """Twenty thousand odd characters take seconds at the most, in any kind of block."""
    start = time.process_time()
    document = written(f"{kind}: {line}")
    found = layered(document)
    find_credits(document, found)
    for person in found.people[:200]:
        at = person.mentions[-1].end
        for words in ("he", "the mayor", person.name):
            resolve(words, at, document, found.people)
    assert time.process_time() - start < 8
