"""Words are found where they stand, and forms of one word meet in one stem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.link.words import content_words, readable, repaired, stem, tokens
from generator.model import Span

SAME = {
    # what it shows: forms that count as one word
    "plural": "harbour harbours",
    "verb forms": "rebuild rebuilds rebuilding",
    "doubled consonant": "plan planned planning",
    "silent e": "forge forged forging",
    "y and ies": "policy policies",
    "adverb": "military militarily",
    "comparative": "small smaller smallest",
    "noun of a verb": "inspect inspection inspectors inspected",
    "irregular": "write wrote written",
    "capital for its government": "russia moscow kremlin",
    "one thing in two words": "home house houses",
    "thousands sign": "1,150 1150",
    "number word": "14 fourteen",
}
APART = {
    "one vowel": "nation notion",
    "policy and police": "policy police",
    "a suffix that is none": "planet plant",
    "years": "2030 2031",
}


@pytest.mark.parametrize("forms", SAME.values(), ids=SAME)
def test_forms_of_one_word_meet(forms):
    """All forms in a row have one stem."""
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", APART.values(), ids=APART)
def test_other_words_stay_apart(words):
    """No two words of a row have one stem."""
    assert len({stem(word) for word in words.split()}) == len(words.split())


def test_tokens_stand_at_their_characters():
    """Each token knows its characters; a contraction gives its negation too."""
    text = "The quay’s gate isn’t shut: 1,150 U.S. ships wait."
    found = [(t.word, t.span.of(text)) for t in tokens(text, Span(4, len(text)))]
    assert found == [
        ("quay", "quay’s"),
        ("gate", "gate"),
        ("is", "isn’t"),
        ("not", "isn’t"),
        ("shut", "shut"),
        ("1,150", "1,150"),
        ("us", "U.S"),
        ("ships", "ships"),
        ("wait", "wait"),
    ]


def test_clauses_and_sentences_open_with_their_first_word():
    """A comma opens a clause, a full stop a sentence."""
    text = "It rained, and we left. Nobody spoke"
    assert [(t.word, t.opens) for t in tokens(text, Span(0, len(text))) if t.opens] == [
        ("and", 1),
        ("nobody", 2),
    ]


def test_damaged_letters_are_read_right_and_keep_their_place():
    """UTF-8 read as Windows-1252 counts as what was meant, at equal length."""
    damaged = "RenÃ©e saw the cafÃ©"
    assert len(readable(damaged)) == len(damaged)
    assert repaired(damaged) == "Renée saw the café"
    assert [t.word for t in tokens(damaged, Span(0, len(damaged)))] == [
        "renee",
        "saw",
        "the",
        "cafe",
    ]
    assert repaired("São Paulo, Ärzte, naïve «été»") == "São Paulo, Ärzte, naïve «été»"


def test_content_words_leave_out_what_says_nothing():
    """Function words, verbs of saying and negations are no content."""
    assert content_words("She said that the bridges would not have been repaired") == {
        stem("bridge"),
        stem("repair"),
    }
    assert content_words(None) == frozenset()


@given(st.text(max_size=80))
def test_any_text_gives_tokens_in_order_inside_it(text):
    """Tokens are sorted, inside the text and hold a letter or digit; nothing crashes."""
    found = list(tokens(text, Span(0, len(text))))
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in found)
    assert [t.span for t in found] == sorted(t.span for t in found)
    assert all(stem(t.word) for t in found)
