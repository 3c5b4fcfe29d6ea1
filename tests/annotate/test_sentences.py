"""Sentences: whole, trimmed, one block each, and split inside quotations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.sentences import editor_label, find_sentences, sentence_at
from generator.model import Layers
from tests.annotate.written import written

CASES = {
    # what it shows: the sentences, | between them
    "plain": "The pier is shut.|Nobody knows why.",
    "inside a quotation": "“The pier is shut. |It was never safe.” |That was his view.",
    "closing mark stays": "She said: “Go.”|He went.",
    "straight marks": '"The pier is shut. |It was never safe," she said.',
    "single marks": "‘The pier is shut,’ said Ruiz. |‘It was never safe.’ |He left.",
    "guillemets with blanks": "« The pier is shut. » |He left.",
    "cue after a question": "“Is it safe?” Ana Ruiz asked. |Nobody answered.",
    "small cue after a question": "“Is it safe?” she asked. |Nobody answered.",
    "quotation after a question": "“Is it safe?” |Nobody answered.",
    "titles": "Ms. Ruiz met Sen. Hale and Lt. Gov. Foss. |Prof. Lind did not come.",
    "title before a closing mark": "“Leave it,” said Ms. Ruiz. |“Ask Mr. Hale.”",
    "initials": "A. B. Foss signed it. |J. Hale did not.",
    "hour at the end": "The gate shut at 5 p.m. |Boats waited outside.",
    "hour and day": "The gate shut at 5 p.m. Tuesday. |Boats waited.",
    "country and continuation": "The U.S. Navy sent a ship. |It came late.",
    "brackets": "(The gate shut at noon.) |Boats waited.",
    "bracket inside": "The gate (built in 1990) shut. |Boats waited.",
    "inserted word": "“They said [the gate] was safe.” |It was not.",
    "no at the end": "The council said no. |Mayor Foss said yes.",
    "number sign": "Berth No. 5 is free. |Berth 6 is not.",
    "name with a mark": "Yahoo! rose. |So did others.",
    "ellipsis": "He paused... then spoke. |Nobody heard.",
    "decimals": "Fees rose 3.5 percent to 1.2 million. |They fell later.",
    "unclosed quotation": "He wanted “to wait for the tide. |Nobody agreed.",
    "questions": "Why? |No one knows! |Really?!",
    "ranks": "Gov. Lind met Capt. Foss and Sgt. Hale. |Nobody else came.",
    "couple": "Mr. and Mrs. Hale left. |The Rev. Foss stayed.",
    "initials without a blank": "J.R. Hale signed it. |A. Foss did not.",
    "name with junior": "He is Tom Hale Jr. of Norvik. |She is not.",
    "firms": "Norvik Inc. rose. |Foss Ltd. fell. |She works for Lind Co.",
    "months": "They left on Sept. 4. |They came back in Oct. 2031.",
    "saint and mount": "At St. Anne’s they met. |Mt. Norvik is near.",
    "hour and zone": "The gate shut at 5 p.m. EST. |Boats waited.",
    "hours in the midst": "It runs from 5 a.m. to 6 p.m. daily. |It is free.",
    "country at the end": "The U.N. voted. |She flew to the U.K. in May.",
    "and so on in the midst": "The pier, the gate, etc. were shut. |Boats waited.",
    "and so on at the end": "They sold fish, bread, etc. |Nobody bought any.",
    "abbreviation before a number": "Fees rose approx. 5 percent. |They fell later.",
    "versus": "Prices vs. wages matter. |Nobody knows.",
    "degree": "Ms. Ruiz, Ph.D., spoke. |She left.",
    "page in brackets": "The gate (see p. 12) shut. |Boats waited.",
    "retired rank": "Gen. (ret.) Bo Lind spoke. |He left.",
    "two sentences in brackets": "(The pier is shut. |Nobody knows why.)",
    "laughter in brackets": "He said [she] was late. |[Laughs.] |They left.",
    "no in marks": "She answered “no.” |Mayor Foss left.",
    "fragment at the end": "He called it “unsafe”. |The mayor did not.",
    "title asks": "“Is it safe?” the mayor asked. |Nobody answered.",
    "single marks ask": "‘Is it safe?’ asked Ruiz. |‘No,’ said Hale.",
    "cry": "“Stop!” he cried. |They did not.",
    "straight marks answered": 'He said "Stop." |"Why?" she asked.',
    "spaced ellipsis": "Boats waited. . . . |Nobody came.",
    "ellipsis in marks": "“We waited ...” |Nobody came.",
    "one ellipsis sign": "Wait … who? |Nobody knew.",
    "money": "It cost $3.50. |It was late.",
    "version": "Version 2.0.1 is out. |It is free.",
    "score": "The vote was 5-4. |Dr. Foss et al. objected.",
    "address of a page": "See www.norvik.example/pier.html for more. |It is free.",
    "address of a person": "Write to ana.ruiz@norvik.example. |She will answer.",
    "number of an item in the midst": "The report said: 1. Fees rise. |Nobody knew.",
    "German marks": "„Der Pier ist zu.“ |Er ging.",
    "French marks": "«La jetée est fermée.» |Il est parti.",
    "question twice marked": "What?! |No.",
    "dash inside": "The pier—shut since May—is old. |It leaks.",
    "web address": "See norvik.example. |It is free.",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_sentences(case):
    """A paragraph falls into the sentences that a reader would see."""
    parts = case.split("|")
    document = written("".join(parts) if " |" in case else " ".join(parts))
    got = [s.span.of(document.text) for s in find_sentences(document, Layers())]
    assert got == [part.strip() for part in parts]


HEADS = {
    "bullet": ("key_point: • The pier is shut.", "The pier is shut."),
    "asterisk": ("key_point: * The pier is shut.", "The pier is shut."),
    "number": ("key_point: 2. The pier is shut.", "The pier is shut."),
    "label of a comment": ("editor_comment: NPU Editor: They will not pay.", "They will not pay."),
    "credited headline": (
        "origin_headline: Norvik Courier: Pier to stay shut",
        "Pier to stay shut",
    ),
    "headline with a colon of its own": (
        "origin_headline: Why the old pier in the east is shut: a guide",
        "Why the old pier in the east is shut: a guide",
    ),
    "figure first": ("3.5 percent of boats waited.", "3.5 percent of boats waited."),
}


@pytest.mark.parametrize(("row", "first"), HEADS.values(), ids=HEADS)
def test_what_stands_before_the_first_sentence_is_left_out(row, first):
    """Bullets, labels and the name of a credited outlet belong to no sentence."""
    document = written(row)
    assert find_sentences(document, Layers())[0].span.of(document.text) == first


def test_the_dateline_is_left_out():
    """The first sentence of a report starts after place and agency."""
    document = written("NORVIK (Coast Wire) — The pier is shut.", dateline="NORVIK (Coast Wire) —")
    assert find_sentences(document, Layers())[0].span.of(document.text) == "The pier is shut."


def test_furniture_has_no_sentences():
    """Tags, related links, bylines and boilerplate are made of no sentences."""
    rows = ("related: Ten piers to see.", "boilerplate: Read on. Pay now.", "tags: Piers. Boats.")
    assert find_sentences(written(*rows, "byline: By Ana Ruiz."), Layers()) == ()


def test_the_label_of_a_comment():
    """A label is told only in a comment, and without its colon."""
    document = written("editor_comment: NPU Editor: They will not pay.", "NPU Editor: Not here.")
    labels = [editor_label(document.text, block) for block in document.blocks]
    assert [label and label.of(document.text) for label in labels] == ["NPU Editor", None]


def test_sentence_at():
    """A position inside a sentence finds it; a blank between two finds none."""
    document = written("The pier is shut. Nobody knows why.")
    sentences = find_sentences(document, Layers())
    inside = sentence_at(sentences, 20)
    assert inside is not None
    assert inside.span.of(document.text) == "Nobody knows why."
    assert sentence_at(sentences, 17) is None
    assert sentence_at((), 0) is None


@given(st.lists(st.text("ab. ”“\"'?!()A\n", max_size=60), max_size=6))
def test_spans_are_sorted_inside_and_trimmed(rows):
    """Whatever the text, sentences are apart, lie in their block and begin and end with ink."""
    document = written(*rows)
    sentences = find_sentences(document, Layers())
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))
    for sentence in sentences:
        words = sentence.span.of(document.text)
        assert words == words.strip() != ""
        assert document.blocks[sentence.block].span.covers(sentence.span)


@given(st.text("ab. ”“\"'?!()A", max_size=120))
def test_no_word_is_lost(words):
    """Every letter of a paragraph lies in some sentence."""
    document = written(words)
    spans = [s.span for s in find_sentences(document, Layers())]
    letters = [i for i, c in enumerate(document.text) if c.isalpha()]
    assert all(any(s.start <= i < s.end for s in spans) for i in letters)
