"""Claims: which sentences are some, of what kind, whose, how sure, and which lead."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.annotate.certainty import certainty_of, leaves_open
from generator.annotate.claims import find_claims
from generator.annotate.kinds import RULES
from generator.annotate.ranking import FEWEST, MOST, Candidate, key_claims
from generator.model import Span
from tests.annotate.reports import report, words

# fmt: off
SENTENCES = {
    # what it shows: (text, [sentences that are claims])
    "body": ("The gate jammed.| Nobody knew.", ["The gate jammed.", "Nobody knew."]),
    "question": ("Who pays?| The town does.", ["The town does."]),
    "quoted question asked": ("“Who pays?” she asked.", ["“Who pays?” she asked."]),
    "caption and title": ("title> A gate jams\ncaption> The gate at dawn.\nIt jammed.",
                          ["It jammed."]),
    "table cells": ("Quota 2030\n70,000 t\nThe quota fell.", ["The quota fell."]),
    "key point": ("key_point> The gate jammed at dawn", ["The gate jammed at dawn"]),
    "headline of a report": ("origin_headline> Gate jams at dawn", ["Gate jams at dawn"]),
    "fragment of a comment": (
        "editor_comment> They sell boats.\neditor_comment> Ditto for the rest.| They sell, too.",
        ["They sell boats.", "Ditto for the rest. They sell, too."],
    ),
    "short, but whole": ("editor_comment> She knew.", ["She knew."]),
    "empty": ("", []),
}
KINDS = {
    # what it shows: (kind, text, [(content, speaker)])
    "plain": ("reported", "The train stalled on Monday.", []),
    "said, past": ("reported", "[Ana Ruiz] said the train had stalled.",
                   [("the train had stalled", "Ana Ruiz")]),
    "own words, past": ("reported", "“We rang the bell,” said [Ana Ruiz].",
                        [("We rang the bell,", "Ana Ruiz")]),
    "own words, there is": ("reported", "“There is no ladder,” said [Ana Ruiz].",
                            [("There is no ladder,", "Ana Ruiz")]),
    "own words, a number": ("reported", "“The roof weighs 9 tonnes,” said [Ana Ruiz].",
                            [("The roof weighs 9 tonnes,", "Ana Ruiz")]),
    "own words, how it is": ("judgement", "“The map is a dream,” said [Ana Ruiz].",
                             [("The map is a dream,", "Ana Ruiz")]),
    "cause": ("judgement", "[Ana Ruiz] said it jammed because of rust.",
              [("it jammed because of rust", "Ana Ruiz")]),
    "cause that is nobody's": ("reported", "The gate jammed because of rust.", []),
    "extent": ("judgement", "[Ana Ruiz] said it was not mainly about taste.",
               [("it was not mainly about taste", "Ana Ruiz")]),
    "contrast": ("judgement", "“It was sold as a toy, not a tool,” said [Ana Ruiz].",
                 [("It was sold as a toy, not a tool,", "Ana Ruiz")]),
    "naming": ("judgement", "[Ana Ruiz] called it “a gamble”.", [("a gamble", "Ana Ruiz")]),
    "expert": ("judgement", "[Ana Ruiz/geologist] said the sample had been lost.",
               [("the sample had been lost", "Ana Ruiz")]),
    "house of learning": ("judgement",
                          "[Ana Ruiz//Norvik Institute] said the sample had been lost.",
                          [("the sample had been lost", "Ana Ruiz")]),
    "analysts": ("judgement", "Analysts said the thaw had come early.",
                 [("the thaw had come early", "Analysts")]),
    "paper": ("reported", "It jammed because of rust, the log shows.",
              [("It jammed because of rust", "the log")]),
    "future": ("prediction", "The choir will sing in May.", []),
    "future, said": ("prediction", "[Ana Ruiz] said it would close.",
                     [("it would close", "Ana Ruiz")]),
    "likely": ("prediction", "[Ana Ruiz] said a strike was likely to follow.",
               [("a strike was likely to follow", "Ana Ruiz")]),
    "promise": ("prediction", "[Ana Ruiz] vowed to rebuild.", [("to rebuild", "Ana Ruiz")]),
    "modal": ("prediction", "It may fail again.", []),
    "condition": ("prediction", "If rents fall, no tenant will leave.", []),
    "who will, unknown": ("reported", "The menu never says who will cook.", []),
    "who would give": ("reported", "One man, who would show only his left hand, wept.", []),
    "so that there will": ("reported", "They moved chairs so that there would be room.", []),
    "what it will cost": ("reported", "The guests asked what it will weigh.", []),
    "comment": ("opinion", "editor_comment> They will never pay.", []),
    "first person": ("opinion", "We believe the song deserves a prize.", []),
    "first person, deed": ("reported", "We rang every school.", []),
    "own voice judges": ("opinion", "It is too late to mend the roof.", []),
}
CERTAINTY = {
    # what it shows: (sentence, field, [words])
    "hedge": ("It will probably fail, reportedly.", "hedges", ["probably", "reportedly"]),
    "longest hedge": ("They would most likely sing.", "hedges", ["most likely"]),
    "limiter": ("It is only partly and not mainly about taste.", "limiters",
                ["only", "partly", "mainly"]),
    "modals": ("It could, may and won’t fail; it mightn't.", "modals",
               ["could", "may", "won’t", "mightn't"]),
    "no modals": ("In May the will of the people and a can of May fish", "modals", []),
    "negations": ("Nobody did not say it wasn’t so.", "negations", ["Nobody", "not", "n’t"]),
    "no negation": ("The note was noted at noon.", "negations", []),
    "if": ("He said that if it rains, it floods.", "conditions", ["if it rains"]),
    "unless": ("It melts unless the frost returns.", "conditions", ["unless the frost returns"]),
    "should": ("They would sing should the host insist.", "conditions", ["should the host insist"]),
    "should, modal": ("The town should pay.", "conditions", []),
    "in case": ("Keep it, in case of fire.", "conditions", ["in case of fire"]),
    "asked if": ("She asked if it rained and wondered if he knew.", "conditions", []),
    "if any": ("Few, if any, stayed.", "conditions", []),
}
# fmt: on
GAPS = [
    "It remains unclear who pays.",
    "He declined to comment.",
    "The choir did not say why.",
    "It could not verify the count.",
    "The landlord has yet to reply.",
    "Neither of the two has said who won.",
    "Its cause is still not known.",
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_whole_sentences_that_state_something(text, expected):
    """A claim is one sentence as printed; questions, cells and captions are none."""
    document, found = report(text)
    assert words(document, [c.span for c in find_claims(document, found)]) == expected


@pytest.mark.parametrize(("kind", "text", "said"), KINDS.values(), ids=KINDS)
def test_kinds(kind, text, said):
    """The first rule of the table that holds decides."""
    claims = find_claims(*report(text, said))
    assert [claim.kind for claim in claims] == [kind]


def test_every_kind_has_a_rule():
    """The table knows no kind that the contract does not."""
    assert {kind for kind, _, _ in RULES} == {"reported", "judgement", "prediction", "opinion"}


@pytest.mark.parametrize(("sentence", "field", "expected"), CERTAINTY.values(), ids=CERTAINTY)
def test_the_words_that_say_how_sure_it_is(sentence, field, expected):
    """Hedges, limiters, modals, negations and conditions are spans of the sentence."""
    spans = getattr(certainty_of(sentence, Span(0, len(sentence))), field)
    assert [span.of(sentence) for span in spans] == expected


@pytest.mark.parametrize("sentence", GAPS)
def test_what_is_not_known_is_a_gap(sentence):
    """It goes to what nobody knows, and is no prediction."""
    claim = find_claims(*report(sentence))[0]
    assert (claim.gap, claim.kind) == (True, "reported")


def test_what_is_known_is_no_gap():
    """A plain denial says something."""
    sentence = "He did not pay and said that nobody had asked."
    assert not leaves_open(sentence, Span(0, len(sentence)))


def test_a_speaker_holds_for_each_sentence_of_the_quotation():
    """The second sentence of a quotation is a claim of its own, by the same voice."""
    text = "“We lost 7 boats.| Nobody came,” said [Ana Ruiz].| The sea was calm."
    document, found = report(text, [("We lost 7 boats. Nobody came,", "Ana Ruiz")])
    claims = find_claims(document, found)
    assert [c.attributed_to for c in claims] == ["Ana Ruiz", "Ana Ruiz", None]
    assert [c.quotations for c in claims] == [("q0",), ("q0",), ()]
    assert [len(c.figures) for c in claims] == [1, 0, 0]


def test_an_editors_comment_is_the_documents_own_voice():
    """Nobody is given for it, whoever is quoted elsewhere."""
    document, found = report("[Ana Ruiz] spoke.\neditor_comment> It is a farce.")
    claim = find_claims(document, found)[-1]
    assert (claim.kind, claim.attributed_to, claim.speaker, claim.key) == (
        "opinion",
        None,
        None,
        False,
    )


def test_a_key_point_that_the_body_repeats_is_folded():
    """The body's claim says where it stands again."""
    text = (
        "key_point> The plant will cut 40 jobs in May.\nThe plant said it will cut 40 jobs in May."
    )
    document, found = report(text)
    claims = find_claims(document, found)
    assert [words(document, c.repeats) for c in claims] == [["The plant will cut 40 jobs in May."]]


@pytest.mark.parametrize(
    "point",
    ["The plant will cut 50 jobs in May.", "The plant will not cut 40 jobs in May."],
    ids=["other number", "other sense"],
)
def test_a_key_point_that_says_otherwise_stands(point):
    """Neither a number nor a "not" is lost by folding."""
    claims = find_claims(*report(f"key_point> {point}\nThe plant said it will cut 40 jobs in May."))
    assert len(claims) == 2


def test_the_first_sentence_of_the_body_leads():
    """So a lead can be taken by a fixed rule; neither comment nor headline is ever key."""
    lines = [f"Harbour sentence number {i} says what happened there." for i in range(20)]
    text = "\n".join(
        ["origin_headline> Harbour sentence here", *lines, "editor_comment> Bad, bad."]
    )
    document, found = report(text)
    claims = find_claims(document, found)
    keys = [c.span.of(document.text) for c in claims if c.key]
    assert keys[0] == lines[0]
    assert FEWEST <= len(keys) <= MOST
    assert "Bad, bad." not in keys


def test_a_named_voice_goes_before_a_paper_and_a_paper_before_none():
    """Of equal sentences what a person says leads, and what a voice says first before the rest."""
    voices = [None, None, None, None, None, "a log", "Ana Ruiz", "Ana Ruiz", "Ana Ruiz", None]
    same = tuple(
        Candidate(
            words="The harbour wall has failed.",
            in_body=True,
            repeated=False,
            speaker=voice,
            named=voice == "Ana Ruiz",
            weighed=False,
            gap=False,
            figures=0,
        )
        for voice in voices
    )
    assert sorted(key_claims(same, "")) == [0, 1, 5, 6, 7]


def test_claims_are_sorted_and_apart_with_ids_that_last():
    """An edit elsewhere moves no id."""
    one = find_claims(*report("The gate jammed.| It rained."))
    two = find_claims(*report("The sea rose.| The gate jammed.| It rained."))
    assert [c.id for c in one] == [c.id for c in two[1:]]
    assert all(a.span.end <= b.span.start for a, b in pairwise(two))
