"""Degenerate text: one endless line, marks without end, a name a thousand times."""

from __future__ import annotations

import time

import msgspec
import pytest

from generator.annotate.credits import find_credits
from generator.annotate.dates import find_dates
from generator.annotate.figures import find_figures
from generator.annotate.qualifiers import unqualified
from generator.annotate.reference import resolve
from generator.annotate.sentences import find_sentences
from generator.annotate.unread import unread_numbers
from generator.model import Layers
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
    assert seconds(piece * count + end, kind) < 40 * max(
        short, 0.03
    )  # a square would take a hundred


def test_many_people_are_told_apart_in_time():
    """Eight hundred different names are some seconds of work at the most."""
    assert seconds(" ".join(f"President Hale{i} spoke." for i in range(800)), "body") < 24


WRITTEN = {
    # name: what is repeated, how often
    "shares": ("5% ", 1_500),
    "amounts": ("$5 million ", 800),
    "qualified shares": ("more than 5% ", 600),
    "words without a full stop": ("the boats of Norvik had moored ", 1_500),
    "sentences": ("Ana Ruiz said it was late. ", 1_500),
    "combining marks": ("e\u0301", 10_000),
    "marks alone": ("\u0301", 10_000),
    "quotation marks": ('"', 20_000),
    "curly marks": ("“", 20_000),
    "marks and words": ("“word ", 4_000),
    "bullets": ("• ", 5_000),
    "items": ("1. ", 2_000),
    "questions": ("“Why?” Ana asked. ", 1_000),
    "abbreviations at the end": ("no. Sen ", 3_000),
    "sums from and to": ("from 3 euros to 2 ", 1_000),
    "numbers with commas": ("1,2 ", 4_000),
    "chains of commas": ("1,2", 4_000),
    "powers": ("1e400 ", 3_000),
    "other digits": ("٣٤ ", 4_000),
    "days": ("on 4 May it met ", 1_000),
    "months": ("in May ", 3_000),
    "parts of so many": ("two of the bank's nine ", 800),
}


def seconds_of_all(line):
    """Return the processor time of splitting a line and reading the figures in it."""
    document = written(f"body: It said Hale {line} boats")
    start = time.process_time()
    found = Layers(sentences=find_sentences(document, Layers()))
    found = msgspec.structs.replace(found, dates=find_dates(document, found))
    find_figures(document, found)
    list(unread_numbers(document, found))
    return time.process_time() - start


@pytest.mark.parametrize(("piece", "count"), WRITTEN.values(), ids=WRITTEN)
def test_sentences_and_figures_of_an_endless_line(piece, count):
    """Ten times the line takes about ten times as long to split and to read figures in."""
    short = min(seconds_of_all(piece * (count // 10)) for _ in range(2))
    assert seconds_of_all(piece * count) < 40 * max(short, 0.03)  # a square would take a hundred


QUALIFIED = {
    "more than ": "",
    "boats cost more than ": "boats cost ",
    "it rose by an estimated ": "it rose by ",
    "boats cost about\n": "boats cost ",
    "x" * 500 + " nearly ": "x" * 500 + " ",
    "boats ": "boats ",
    "": "",
}


@pytest.mark.parametrize(("before", "rest"), QUALIFIED.items())
def test_a_qualifier_is_looked_for_at_the_end_alone(before, rest):
    """However long the text before a figure, its qualifier is cut off and nothing else is."""
    assert unqualified(before) == rest
