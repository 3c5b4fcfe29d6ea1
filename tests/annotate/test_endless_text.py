"""Degenerate text: one endless line, marks without end, a name a thousand times."""

from __future__ import annotations

import time

import pytest

from generator.annotate.credits import find_credits
from generator.annotate.reference import resolve
from tests.annotate.written import layered, written

LINES = {
    # name: (what is repeated, how often, what stands at the end)
    "no full stop": ("word ", 5_000, ""),
    "capitals only": ("Hale ", 5_000, ""),
    "marks only": ('"', 5_000, ""),
    "open brackets": ("(", 12_000, "Hale"),
    "abbreviations": ("Dr. ", 5_000, ""),
    "initials": ("J. ", 5_000, "Hale"),
    "initials without blanks": ("J.", 5_000, "Hale"),
    "particles": ("van der ", 2_500, "Hale"),
    "houses of houses": ("Ministry of ", 2_000, "Fish"),
    "appositions": ("the mayor, Tom Hale, ", 1_000, ""),
    "a thousand people": ("President Hale spoke. ", 800, ""),
    "colons": ("Norvik: ", 2_500, ""),
    "spaces": (" ", 20_000, "Hale"),
    "tabs": ("\t", 20_000, "Hale"),
    "dots": (".", 10_000, "Hale"),
    "digits": ("1", 10_000, " boats"),
}


def seconds(line, kind):
    """Return the processor time of finding and resolving all names of a line."""
    document = written(f"{kind}: It said Hale {line}")
    start = time.process_time()
    found = layered(document)
    find_credits(document, found)
    for person in found.people[:200]:
        at = person.mentions[-1].end
        for words in ("he", "the mayor", person.name):
            resolve(words, at, document, found.people)
    return time.process_time() - start


@pytest.mark.parametrize("kind", ["body", "title", "caption", "editor_comment", "origin_headline"])
@pytest.mark.parametrize(("piece", "count", "end"), LINES.values(), ids=LINES)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece, count, end, kind):
    """Whatever is repeated, in any kind of block, time grows with the text, not its square."""
    short = min(seconds(piece * (count // 10) + end, kind) for _ in range(2))
    assert seconds(piece * count + end, kind) < 15 * max(short, 0.03)


def test_many_people_are_told_apart_in_time():
    """Eight hundred different names are some seconds of work at the most."""
    assert seconds(" ".join(f"President Hale{i} spoke." for i in range(800)), "body") < 8
