"""Certainty: the words that a retelling must not lose, and the uses that are none of them."""

from __future__ import annotations

import time

import pytest

from generator.annotate.certainty import certainty_of, leaves_open
from generator.annotate.claims import find_claims
from generator.model import Span
from tests.annotate.reports import report

# fmt: off
HEDGES = {
    # what it shows: (sentence, [words])
    "likely": ("The dam is likely to hold.", ["likely"]),
    "with a degree": ("Blackouts are highly unlikely.", ["highly unlikely"]),
    "may well": ("The river may well rise.", ["may well"]),
    "apparently": ("The vault was apparently open.", ["apparently"]),
    "on hearsay": ("The driver allegedly fled.", ["allegedly"]),
    "thought to": ("The cave is thought to be old.", ["is thought to"]),
    "understood to": ("They are understood to be leaving.", ["are understood to"]),
    "appears to": ("The wall appears to lean.", ["appears"]),
    "appeared in court": ("He appeared in court on Monday.", []),
    "appeared before": ("She appeared before the judges.", []),
    "chance": ("There is a chance of rain.", ["There is a chance"]),
    "own view": ("In my view it is late.", ["In my view"]),
    "suggests that": ("The log suggests that it leaked.", ["suggests"]),
    "suggested a walk": ("She suggested a walk.", []),
    "as soon as possible": ("They left as soon as possible.", []),
    "than expected": ("It cost less than expected.", []),
    "what was expected": ("The result is what we expected.", []),
    "think tank": ("The think tank moved.", []),
    "hard to believe": ("It is hard to believe.", []),
    "at their own risk": ("Those who stay do so at their own risk.", []),
    "a risk that": ("There is a risk that it bursts.", ["a risk that"]),
    "suspects are people": ("Two suspects fled.", []),
    "times as likely": ("They are twice as likely as others to fall.", []),
    "assumed office": ("She assumed office in May.", []),
    "not necessarily": ("Fewer is not necessarily better.", ["not necessarily"]),
}
LIMITERS = {
    "in most cases": ("In most cases it heals.", ["In most cases"]),
    "up to a point": ("It works up to a point.", ["up to a point"]),
    "with an exception": ("All sang with the exception of Ruiz.", ["with the exception of"]),
    "other than": ("Nothing other than salt was found.", ["other than"]),
    "for now": ("For now the bridge is shut.", ["For now"]),
    "at best": ("It was premature at best.", ["at best"]),
    "not only": ("It was not only late.", ["not only"]),
    "no more than": ("It was no more than a scratch.", ["no more than"]),
    "alone": ("The roof alone leaks.", ["alone"]),
    "primarily": ("It failed primarily there.", ["primarily"]),
    "a word inside another": ("The justice spoke lonely words.", []),
}
MODALS = {
    "cannot": ("It cannot fail.", ["cannot"]),
    "had to": ("They had to stop.", ["had to"]),
    "ought to": ("They ought to stop.", ["ought to"]),
    "a person called Will": ("Will Hale sang.", []),
    "at will": ("They come at will.", []),
    "military might": ("Its military might grew.", []),
    "a must": ("The hat is a must.", []),
    "must have": ("It must have rained.", ["must"]),
    "shan't": ("We shan't go.", ["shan't"]),
}
NEGATIONS = {
    "contracted": ("It isn’t so and they haven't paid.", ["n’t", "n't"]),
    "never": ("It never rang.", ["never"]),
    "no longer": ("It no longer rings.", ["no longer"]),
    "neither": ("Neither man has been charged.", ["Neither"]),
    "without": ("They left without him.", ["without"]),
    "number": ("The No. 14 and no 22 routes close.", []),
    "no doubt": ("No doubt it rang.", []),
    "no fewer than": ("No fewer than 40 boats sank.", []),
    "not only": ("It was not only late.", []),
    "no later than": ("Pay no later than Friday.", []),
}
CONDITIONS = {
    "only if": ("It opens only if it is dry.", ["only if it is dry"]),
    "even if": ("It floats, even if it leaks.", ["even if it leaks"]),
    "provided that": ("They come provided that he pays.", ["provided that he pays"]),
    "as long as": ("They stay as long as the ice holds.", ["as long as the ice holds"]),
    "twice as long as": ("It took twice as long as planned.", []),
    "for as long as": ("It lasted as long as a song.", []),
    "should, any subject": ("They act should wages rise.", ["should wages rise"]),
    "should at the head": ("Should the dam break, they leave.", ["Should the dam break"]),
    "had they known": ("Had they known, they would stay.", ["Had they known"]),
    "had the dam held": ("It is dry. Had the dam not held, it would not be.",
                         ["Had the dam not held"]),
    "were it to": ("They flee were it to burst.", ["were it to burst"]),
    "subject to": ("It opens in May subject to approval.", ["subject to approval"]),
    "subject to abuse": ("She was subject to abuse.", []),
    "depending on": ("It takes a day, depending on the wind.", ["depending on the wind"]),
    "anonymity": ("He spoke on condition of anonymity.", []),
    "on condition that": ("He sang on condition that she paid.",
                          ["on condition that she paid"]),
    "case number": ("It was heard in case No. 31.", []),
    "in case of": ("Ring in case of fire.", ["in case of fire"]),
    "assuming": ("It pays, assuming that it rains.", ["assuming that it rains"]),
    "assuming office": ("Since assuming office she has sung.", []),
    "see if": ("They came to see if it rang.", []),
}
# fmt: on
FIELDS = {
    "hedges": HEDGES,
    "limiters": LIMITERS,
    "modals": MODALS,
    "negations": NEGATIONS,
    "conditions": CONDITIONS,
}
ROWS = {
    f"{name}: {row}": (name, *case) for name, rows in FIELDS.items() for row, case in rows.items()
}


@pytest.mark.parametrize(("field", "sentence", "expected"), ROWS.values(), ids=ROWS)
def test_the_words_that_say_how_sure_it_is(field, sentence, expected):
    """Each kind of word is found where it says how sure something is, and nowhere else."""
    spans = getattr(certainty_of(sentence, Span(0, len(sentence))), field)
    assert [span.of(sentence) for span in spans] == expected


GAPS = {
    # sentence: whether it says that something is not known
    "Police could not independently verify the film.": True,
    "The claim could not be independently confirmed.": True,
    "The firm didn’t say how many it has.": True,
    "Engineers are not sure whether it has opened.": True,
    "It is too early to say who won.": True,
    "How it began is anyone’s guess.": True,
    "He refused to say who called.": True,
    "The choir has yet to decide where it sings.": True,
    "Whether it stays is an open question.": True,
    "She would neither confirm nor deny it.": True,
    "Payment is due under a plan that has yet to be approved.": False,
    "Neither man has been charged.": False,
    "He declined the cake.": False,
    "They did not pay.": False,
}


@pytest.mark.parametrize(("sentence", "expected"), GAPS.items())
def test_what_is_not_known(sentence, expected):
    """A gap says that something is not known or not told; a plain denial says something."""
    assert leaves_open(sentence, Span(0, len(sentence))) is expected


# fmt: off
KINDS = {
    # what it shows: (kind, text, [(content, speaker)])
    "worth so much": ("reported", "[Ana Ruiz] said the deal was worth £40m.",
                      [("the deal was worth £40m", "Ana Ruiz")]),
    "worth it": ("judgement", "[Ana Ruiz] said the deal was worth it.",
                 [("the deal was worth it", "Ana Ruiz")]),
    "times as likely": ("reported", "Patients were twice as likely to fall.", []),
    "more likely than": ("reported", "Men were more likely to fall ill than boys.", []),
    "likely to": ("prediction", "The boats are likely to sink.", []),
    "expected in vain": ("reported", "Nobody expected to see so many boats.", []),
    "expected to": ("prediction", "The boats are expected to sink.", []),
    "should, by a day": ("prediction", "Work should start in the next year.", []),
    "planned for": ("prediction", "A second survey is planned for May.", []),
    "cannot rule out": ("prediction", "“We cannot rule out a rise,” said [Ana Ruiz].",
                        [("We cannot rule out a rise,", "Ana Ruiz")]),
    "a number outside the marks": (
        "judgement", "“It is a dream,” said [Ana Ruiz], who sold 40 boats.",
        [("It is a dream,", "Ana Ruiz")]),
    "on a call": ("reported", "“We misread it,” said [Ana Ruiz] on a call with banks.",
                  [("We misread it,", "Ana Ruiz")]),
}
# fmt: on


@pytest.mark.parametrize(("kind", "text", "said"), KINDS.values(), ids=KINDS)
def test_words_that_look_like_a_view_or_a_forecast(kind, text, said):
    """Sums, shares and past hopes are reported; only what looks ahead is a prediction."""
    assert [claim.kind for claim in find_claims(*report(text, said))] == [kind]


def test_a_text_of_somebodys_own_holds_opinions():
    """Where the writer says "I think", what should be done is an opinion; else a report."""
    plain = "The council should tear it up.| It met on Monday."
    own = "I think the town is wrong.| " + plain
    assert [c.kind for c in find_claims(*report(own))] == ["opinion", "opinion", "reported"]
    assert [c.kind for c in find_claims(*report(plain))] == ["reported", "reported"]


def test_a_single_word_states_nothing():
    """The answer "Probably." is none of its own."""
    document, found = report("Probably.| It rained again.")
    assert [c.span.of(document.text) for c in find_claims(document, found)] == ["It rained again."]


@pytest.mark.parametrize(
    "piece",
    [
        "if ",
        "should wages ",
        "not ",
        "could not ",
        "had the ",
        "no. ",
        "as long as ",
        "likely ",
        "has yet to be ",
    ],
)
def test_an_endless_sentence_takes_linear_time(piece):
    """Eighty thousand characters of one phrase are a matter of a second."""
    sentence = (piece * 80_000)[:80_000]
    start = time.process_time()
    certainty_of(sentence, Span(0, len(sentence)))
    leaves_open(sentence, Span(0, len(sentence)))
    assert time.process_time() - start < 3
