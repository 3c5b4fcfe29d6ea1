"""Where reported words begin and end, and which words report nothing."""

import pytest

from tests.annotate.told import said

ENDS = {
    # what it shows: (text, contents)
    "a statement in marks ends with them": (
        "[Ruiz] said, “We shall see,” when asked about the port.",
        ["We shall see,"],
    ),
    "a fragment does not": (
        "[Ruiz] said “third ports” would not pay.",
        ["“third ports” would not pay"],
    ),
    "two statements": (
        "[Ruiz] shouted “Go home!” and “Stay away!” at the crew.",
        ["“Go home!” and “Stay away!”"],
    ),
    "a new sentence behind a question in marks": (
        "[Ana Ruiz] was told, “Who pays?” She answered, “Not me.”",
        ["Not me."],
    ),
    "her own mind": (
        "[Ruiz] said she was alarmed and wanted to see the port.",
        ["she was alarmed and wanted to see the port"],
    ),
    "a gerund that belongs to a noun": (
        "[Ruiz] said she played no role in denying the request.",
        ["she played no role in denying the request"],
    ),
    "a verb that reports nothing here": (
        "[Ruiz] said the work began in May and continued as planned.",
        ["the work began in May and continued as planned"],
    ),
    "somebody else's act": (
        "[Ruiz] said the port was shut and she accused [Hale] of delay.",
        ["the port was shut", "Hale of delay"],
    ),
    "a common verb tells the clause": (
        "[Ruiz] said all members sign a pledge.",
        ["all members sign a pledge"],
    ),
    "to whom": (
        "[Ruiz] replied to the mayor that it was late.",
        ["it was late"],
    ),
    "where it was said, at the end": (
        "It was late, [Ruiz] said in a message to the harbour.",
        ["It was late"],
    ),
    "a place is no statement": (
        "In a letter to the harbour last week, [Ruiz] said it was late.",
        ["it was late"],
    ),
    "an object that says it all": (
        "[Ruiz] called for a vote on the port.",
        ["a vote on the port"],
    ),
    "one thing as another": (
        "[Ruiz] described the port as late.",
        ["the port as late"],
    ),
    "which": ("[Ruiz] told the crew which boats would leave.", ["which boats would leave"]),
    "an order is told whole": ("[Ruiz] urged the crew to wait.", ["the crew to wait"]),
    "that is": ("[Ruiz] said that is late.", ["that is late"]),
    "what is denied are the reports": (
        "[Ruiz] denied reports that it was late.",
        ["reports that it was late"],
    ),
    "somebody else's silence": (
        "[Ruiz] said it was late; [Hale] did not reply.",
        ["it was late"],
    ),
    "the name of a programme": (
        "The port was shut, [Ruiz] said on Norvik Radio's “Harbour Talk.”",
        ["The port was shut"],
    ),
    "a dash between two": (
        "Some say it was late - others say it was early.",
        ["it was late", "it was early"],
    ),
    "with somebody telling": (
        "The port was shut, with [Ruiz] telling reporters that it was late.",
        ["it was late"],
    ),
    "an adjective": (
        "[Ruiz] is confident that the port will open.",
        ["the port will open"],
    ),
}
SOURCES = {
    "several": "[Ana Ruiz] and her party argue that it was late.",
    "one in five": "One in five say they would stay.",
    "a share": "Sixty percent of those surveyed say they would stay.",
    "shared subject": "The minister survived the storm and says it is late.",
    "an aside with a time": "[Ana Ruiz], during a visit on Monday, said it was late.",
    "asked": "[Ana Ruiz], asked if the port would shut, said it was late.",
    "a bracket": "The head of the league (Norvik), [Ana Ruiz], said it was late.",
    "long": "[Ruiz] has long said that it was late.",
    "said by somebody known as": "“It is late,” said the pilot known as Bob.",
    "others": "Others, reading of the storm, shouted, “Go home!”",
    "behind a setting": "After the call ended, [Ruiz] left, saying that it was late.",
    "friends": "Friends of the mayor who met her recently say that it was late.",
    "a bar": "Two others ― both pilots ― have also said it was late.",
    "a name without a comma": "According to [Ana Ruiz] the port was shut.",
    "letters behind a name": "In the words of the judge, [Ana Ruiz], QC, “it was late and dark.”",
    "to the crowd": "“It is late,” said [Ruiz] to the crowd.",
}
NOBODY = {
    "first person": "I think the port will open.",
    "thing called so": "The yard has a boat called “Red Dust” from Oslo.",
    "shy": "[Ruiz], who did not want to be named, left Oslo.",
    "used": "The word “dust” is used to describe it.",
    "a place in a phrase": "The hall in Mountain View was full.",
    "a reference": "“Port shuts after the storm” — Norvik Post, 3 May 2031",
}


@pytest.mark.parametrize(("text", "contents"), ENDS.values(), ids=ENDS)
def test_where_reported_words_end(text, contents):
    """Reported words are whole, and hold nothing of the outlet's own."""
    assert said(text) == contents


@pytest.mark.parametrize("text", SOURCES.values(), ids=SOURCES)
def test_who_may_stand_beside_a_cue(text):
    """Speakers are found through numbers, asides, brackets and shared verbs."""
    assert len(said(text)) == 1


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_what_reports_nothing(text):
    """Thinking aloud, names of things, references and anonymity are nobody's statement."""
    assert [one for one in said(text) if len(one.split()) < 6] == []
