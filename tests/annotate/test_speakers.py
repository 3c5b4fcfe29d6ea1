"""Who stands behind the words of a source: a person, several, an outlet, or nobody."""

import msgspec
import pytest

from generator.annotate.quotations import find_quotations
from generator.model import Credit, Span
from tests.annotate.marked import marked

COLLECTIVE = {
    "officials": ("Two officials said the port was shut.", "Two officials"),
    "who would not be named": (
        "Two officials, who begged not to be filmed, said the port was shut.",
        "Two officials",
    ),
    "ministry": ("The ministry said in a statement that the port was shut.", "The ministry"),
    "papers": ("The port was shut, according to court papers.", "court papers"),
    "spokesman": ("A spokesman for [Ruiz] said the port was shut.", "A spokesman for Ruiz"),
    "company that": ("The company that sold the ferries said the port was shut.", "The company"),
}
RULES = {
    "inverted": "“It is late,” said [Tom Hale].",
    "subject": "[Tom Hale] said that it was late.",
    "surname": "[Tom Hale] left.| [Hale] said that it was late.",
    "pronoun": "[Tom Hale] left.| He said that it was late.",
    "according-to": "According to [Tom Hale], it was late.",
    "label": "[Tom Hale]: “It is late.”",
    "dash": "“It is late.” — [Tom Hale]",
    "not-stated": "“It is late and it is cold in here.”",
}


def only(text):
    """Return the one quotation of a text with its view."""
    document, found = marked(text)
    (quotation,) = find_quotations(document, found)
    return quotation, document.text


@pytest.mark.parametrize(("text", "name"), COLLECTIVE.values(), ids=COLLECTIVE)
def test_collectives_are_no_person(text, name):
    """Speakers without a name keep their words, and are nobody of the people."""
    quotation, _ = only(text)
    assert (quotation.speaker, quotation.speaker_name) == (None, name)
    assert quotation.rule == "collective"


def test_speaker_brings_role_and_affiliation():
    """What the page says of a person stands with what they said; the source is the whole phrase."""
    quotation, text = only("“It is late,” said [Tom Hale/analyst/Norvik], an analyst at Norvik.")
    assert (quotation.role, quotation.affiliation) == ("analyst", "Norvik")
    assert [s.of(text) for s in quotation.source] == ["Tom Hale, an analyst at Norvik"]


@pytest.mark.parametrize(("rule", "text"), RULES.items(), ids=RULES)
def test_the_rule_is_told(rule, text):
    """Each quotation says by which rule its speaker was found."""
    assert find_quotations(*marked(text))[-1].rule == rule


def test_a_pronoun_is_not_looked_for_in_another_paragraph():
    """Where the paragraph names nobody, the speaker is not stated rather than guessed."""
    quotation, _ = only("[Ana Ruiz] left Oslo.\n“It is late,” she said.")
    assert (quotation.speaker, quotation.speaker_name) == (None, None)


def test_a_meeting_says_nothing():
    """A meeting of named people is no speaker, and neither are they."""
    text = "The meeting between [Ana Ruiz] and [Bo Lind] saw “care taken over the speed of work.”"
    quotation, _ = only(text)
    assert (quotation.speaker, quotation.speaker_name, quotation.source) == (None, None, ())


def credited(text, outlet):
    """Return the quotations of a text in which an outlet is credited."""
    document, found = marked(text)
    start = document.text.index(outlet)
    credit = Credit(outlet, Span(start, start + len(outlet)), None)
    return find_quotations(document, msgspec.structs.replace(found, credits=(credit,)))


def test_the_outlet_is_the_way_not_the_speaker():
    """A credit at the end of a sentence is told as the way that the words came."""
    (quotation,) = credited(
        "[Ruiz] said that it was late, the Evening Post reported.", "Evening Post"
    )
    assert (quotation.speaker_name, quotation.via) == ("Ruiz", "Evening Post")


def test_what_only_an_outlet_says_is_no_quotation():
    """A report that names nobody but another outlet quotes no one."""
    assert credited("The port was shut, the Evening Post reported.", "Evening Post") == ()


def test_a_key_point_may_name_by_a_role():
    """In a key point "the engineer" is whom the text below calls so."""
    document, found = marked(
        "key_point> The engineer says the gate was shut\n[Ana Ruiz/engineer] left Oslo."
    )
    assert [q.speaker_name for q in find_quotations(document, found)] == ["Ana Ruiz"]
