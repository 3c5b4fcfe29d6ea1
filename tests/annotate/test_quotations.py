"""What was said, in which words it is reported, and by whom."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.quotations import find_quotations
from tests.annotate.marked import marked

DIRECT = {
    # what it shows: (text, [(content, cue, speaker)])
    "cue after": (
        "“We will rebuild,” said [Ana Ruiz].",
        [("We will rebuild,", "said", "Ana Ruiz")],
    ),
    "cue before": (
        "[Ana Ruiz] said: “We will rebuild.”",
        [("We will rebuild.", "said", "Ana Ruiz")],
    ),
    "split": (
        "“We will wait,” [Ana Ruiz], who runs the port, said on Monday.| “Then we act.”",
        [("We will wait, + Then we act.", "said", "Ana Ruiz")],
    ),
    "split within a sentence": (
        "“We will wait,” [Ana Ruiz] said, “and then we act.”",
        [("We will wait, + and then we act.", "said", "Ana Ruiz")],
    ),
    "inverted with apposition": (
        "“It is over,” said [Lee Park], a former envoy now at the Delta Institute in Oslo.",
        [("It is over,", "said", "Lee Park")],
    ),
    "long aside": (
        "“It is over,” said the man who for a decade had run Norvik, [Tom Hale].",
        [("It is over,", "said", "Tom Hale")],
    ),
    "question": (
        "“Why now?” [Ruiz] asked.| The harbour was empty.",
        [("Why now?", "asked", "Ruiz")],
    ),
    "title with a full stop": (
        "“Why now?” Dr. [Ruiz] asked, smiling.",
        [("Why now?", "asked", "Ruiz")],
    ),
    "one each": (
        "“Yes,” said [Ana Ruiz].| “No,” replied [Bo Lind].| “Never.”",
        [("Yes,", "said", "Ana Ruiz"), ("No, + Never.", "replied", "Bo Lind")],
    ),
    "told": ("“We wait,” [Ruiz] told reporters in Oslo.", [("We wait,", "told", "Ruiz")]),
    "quotation first": (
        "“We wait. It is late.”| “We shall see,” said [Ana Ruiz].",
        [("We wait. It is late. + We shall see,", "said", "Ana Ruiz")],
    ),
    "three paragraphs, one closing mark": (
        "“We wait,” [Ana Ruiz] said.| “It is late.\n“It is dark.\n“We go.”\nThe port is shut.",
        [("We wait, + It is late. + It is dark. + We go.", "said", "Ana Ruiz")],
    ),
    "each paragraph with its cue": (
        "“We wait,” [Ana Ruiz] said.| “It is late.\n“It is dark,” [Bo Lind] said.",
        [("We wait, + It is late.", "said", "Ana Ruiz"), ("It is dark,", "said", "Bo Lind")],
    ),
    "colon at the end of a paragraph": (
        "[Ana Ruiz] said in a statement on Monday:\n“We wait.”",
        [("We wait.", "said", "Ana Ruiz")],
    ),
    "sentence and colon": ("[Ana Ruiz] was blunt: “We wait.”", [("We wait.", None, "Ana Ruiz")]),
    "label": ("[Ruiz]: “No comment.”", [("No comment.", None, "Ruiz")]),
    "dash": ("“No comment.” -- [Tom Hale], Norvik", [("No comment.", None, "Tom Hale")]),
    "transcript": (
        "[Ruiz]: It is late.| We go [[home]].",
        [("It is late. We go [home].", None, "Ruiz")],
    ),
    "guillemets": ("« Nous restons », said [Ana Ruiz].", [("Nous restons", "said", "Ana Ruiz")]),
    "british": (
        "‘The owners’ boats,’ said [Ruiz], ‘aren’t mine.’",
        [
            ("The owners’ boats, + aren’t mine.", "said", "Ruiz"),
        ],
    ),
    "pronoun": (
        "[Ana Ruiz] left.| “We wait,” she said.",
        [("We wait,", "said", "Ana Ruiz")],
    ),
    "according to": (
        "According to [Ana Ruiz]: “We wait.”",
        [("We wait.", "According to", "Ana Ruiz")],
    ),
    "nobody": (
        "“We are all still here in the cold.”",
        [("We are all still here in the cold.", None, None)],
    ),
}
MIXED = {
    "after a verb of naming": (
        "[Tom Hale] called the plan “a gift to smugglers” and urged ministers to “think again.”",
        [
            ("the plan “a gift to smugglers”", "called", "Tom Hale"),
            ("ministers to “think again.”", "urged", "Tom Hale"),
        ],
    ),
    "inside a clause": (
        "[Ruiz] said that the port “cannot wait” for ministers.",
        [("the port “cannot wait” for ministers", "said", "Ruiz")],
    ),
    "only marks after that": (
        "[Ruiz] added that “third ports” would not pay.",
        [("“third ports” would not pay", "added", "Ruiz")],
    ),
    "cue behind the statement": (
        "Oslo hopes to learn that “the others would not,” said [Ana Ruiz].",
        [("Oslo hopes to learn that “the others would not,”", "said", "Ana Ruiz")],
    ),
    "then a whole sentence": (
        "Oslo fears that “the others would not,” said [Ana Ruiz].| “I think we wait.”",
        [
            ("Oslo fears that “the others would not,”", "said", "Ana Ruiz"),
            ("I think we wait.", None, "Ana Ruiz"),
        ],
    ),
    "condemned": (
        "The group condemned the build-up and “harsh words about Oslo.”",
        [("the build-up and “harsh words about Oslo.”", "condemned", "The group")],
    ),
    "a long fragment without a cue": (
        "The meeting saw “great care taken over the speed of the work on new quays.”",
        [("great care taken over the speed of the work on new quays.", "saw", None)],
    ),
}
INDIRECT = {
    "that": ("[Ruiz] said that prices had turned.", [("prices had turned", "said", "Ruiz")]),
    "no that": ("[Ruiz] said prices had turned.", [("prices had turned", "said", "Ruiz")]),
    "day and place": (
        "[Ruiz] said on Monday in a statement that prices had turned.",
        [("prices had turned", "said", "Ruiz")],
    ),
    "affiliation first": (
        "An energy analyst at consultancy Norvik, [Tom Hale], said that prices had turned.",
        [("prices had turned", "said", "Tom Hale")],
    ),
    "at the end": ("Prices had turned, [Ruiz] said.", [("Prices had turned", "said", "Ruiz")]),
    "at the end, inverted": (
        "Prices had turned, said [Tom Hale], an analyst at Norvik.",
        [("Prices had turned", "said", "Tom Hale")],
    ),
    "in the middle": (
        "Prices, [Ruiz] said, had turned.",
        [("Prices + had turned", "said", "Ruiz")],
    ),
    "according to": (
        "According to [Ruiz], prices had turned.",
        [("prices had turned", "According to", "Ruiz")],
    ),
    "according to, at the end": (
        "Prices had turned, according to [Ruiz].",
        [("Prices had turned", "according to", "Ruiz")],
    ),
    "told": (
        "[Ruiz] told reporters that prices had turned.",
        [("prices had turned", "told", "Ruiz")],
    ),
    "to": ("[Ruiz] promised to pay the crews.", [("to pay the crews", "promised", "Ruiz")]),
    "declined": (
        "[Ruiz] declined to say whether it was late.",
        [("whether it was late", "declined to say", "Ruiz")],
    ),
    "denied": ("[Ruiz] denied that she had sung.", [("she had sung", "denied", "Ruiz")]),
    "two cues": (
        "[Ruiz] said prices had turned and added that costs were up.",
        [("prices had turned", "said", "Ruiz"), ("costs were up", "added", "Ruiz")],
    ),
    "gerund": (
        "[Ruiz] left the room, adding that costs were up.",
        [("costs were up", "adding", "Ruiz")],
    ),
    "chain": (
        "[Tom Hale/energy analyst] said costs rose.| By letter, the analyst said that it was late.",
        [("costs rose", "said", "Tom Hale"), ("it was late", "said", "Tom Hale")],
    ),
    "two speakers": (
        "[Ana Ruiz] and [Bo Lind] said prices had turned.",
        [("prices had turned", "said", "Ana Ruiz")],
    ),
    "headline": (
        "title> Prices have turned, analysts say",
        [("Prices have turned", "say", "analysts")],
    ),
    "headline with a label": (
        "title> [Ruiz]: Prices have turned",
        [("Prices have turned", None, "Ruiz")],
    ),
    "who": (
        "“We wait,” said [Ana Ruiz], who denied that a school had closed.| “It is late.”",
        [
            ("We wait, + It is late.", "said", "Ana Ruiz"),
            ("a school had closed", "denied", "Ana Ruiz"),
        ],
    ),
    "as she put it": (
        "As [Ruiz] put it, prices had turned.",
        [("prices had turned", "As..put it", "Ruiz")],
    ),
}
NOTHING = {
    "so-called": "The so-called “peace dividend” never came.",
    "film": "The film “Red Dust” opened in Oslo.",
    "nickname": "Jim “Shorty” Cole left Oslo.",
    "local name": "The old mill, known in town as “the Anvil”, shut last winter.",
    "inches": "He is 5' 11\" and left in the '90s.",
    "feared": "It is feared that the port will close.",
    "passive": "Ministers were told that the port would close.",
    "caption": "caption> “We wait,” said [Ana Ruiz].",
    "related link": "related> Ruiz: ‘We wait for the boats’",
    "noun": "His claims about the port and the latest reports on prices differ.",
    "said nothing": "The treaty does not say how many boats may sail.",
    "not to be named": "[Ruiz], who asked not to be named, left Oslo.",
    "nobody": "Nobody said the port was shut.",
    "empty": "",
}


def read(text):
    """Return each quotation as a reader would tell it: content, cue, speaker."""
    document, found = marked(text)
    view = document.text
    return [
        (
            " + ".join(span.of(view) for span in q.content),
            "..".join(span.of(view) for span in q.cue) or None,
            q.speaker_name,
        )
        for q in find_quotations(document, found)
    ]


def only(text):
    """Return the one quotation of a text with its view."""
    document, found = marked(text)
    (quotation,) = find_quotations(document, found)
    return quotation, document.text


@pytest.mark.parametrize(("text", "expected"), DIRECT.values(), ids=DIRECT)
def test_direct_speech(text, expected):
    """Whole statements in marks, with every piece that one cue governs."""
    assert read(text) == expected
    assert {q.type for q in find_quotations(*marked(text))} == {"direct"}


@pytest.mark.parametrize(("text", "expected"), MIXED.values(), ids=MIXED)
def test_mixed_speech(text, expected):
    """Fragments in marks with the statement around them."""
    assert read(text) == expected
    assert find_quotations(*marked(text))[0].type == "mixed"


@pytest.mark.parametrize(("text", "expected"), INDIRECT.values(), ids=INDIRECT)
def test_indirect_speech(text, expected):
    """Reported clauses without the words that report them."""
    assert read(text) == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_is_no_quotation(text):
    """Terms, titles, nicknames, passives and words outside the article are not quoted."""
    assert read(text) == []


FLAGS = {
    "closed": ("“It is late,” said [Ruiz].", ()),
    "unclosed": ("[Ruiz] said it hoped to “divide them. Then it goes.", ("unclosed",)),
    "bracket": ("“It [[the port]] is late,” said [Ruiz].", ("altered",)),
    "ellipsis": ("“It is … late,” said [Ruiz].", ("altered",)),
    "nested": ("“They said ‘no deal’ to me,” said [Ruiz].", ("nested",)),
}


@pytest.mark.parametrize(("text", "flags"), FLAGS.values(), ids=FLAGS)
def test_flags(text, flags):
    """What the outlet or the typesetter did to the words is flagged."""
    assert only(text)[0].flags == flags


def test_a_key_point_repeats_no_quotation():
    """The same words in a key point and in the text below are one quotation, that of the text."""
    document, found = marked(
        "key_point> “It is very late,” said [Ana Ruiz].\n“It is very late,” said [Ana Ruiz]."
    )
    (quotation,) = find_quotations(document, found)
    assert quotation.content[0].start > document.blocks[0].span.end


ALL = {**DIRECT, **MIXED, **INDIRECT}


@pytest.mark.parametrize("text", [text for text, _ in ALL.values()], ids=ALL)
def test_spans_are_sorted_and_trimmed(text):
    """Every layer's promise: in order, inside the text, no blanks at the ends, ids apart."""
    document, found = marked(text)
    quotations = find_quotations(document, found)
    assert all(a.content[0] <= b.content[0] for a, b in pairwise(quotations))
    assert len({q.id for q in quotations}) == len(quotations)
    for quotation in quotations:
        assert all(a.end <= b.start for a, b in pairwise(quotation.content))
        for span in (*quotation.content, *quotation.cue, *quotation.source):
            assert span.of(document.text) == span.of(document.text).strip() != ""


WORDS = ["“", "”", "said", "[Ana Ruiz]", ",", ".", "|", "that", "to", "according to", "she", "who"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*WORDS, "the port", "adding", "and", ":", "\n", "was", "—", "("])))
def test_nothing_crashes(words):
    """Whatever the order of words and marks, every span lies in the text."""
    document, found = marked(" ".join(words))
    for quotation in find_quotations(document, found):
        spans = (*quotation.content, *quotation.cue, *quotation.source)
        assert all(0 <= s.start < s.end <= len(document.text) for s in spans)


@pytest.mark.parametrize(
    "piece",
    ["“a” ", "Ruiz said, ", "said ", "according to ", "that ", ", who said", "“", "and said "],
)
def test_a_line_without_end_takes_linear_time(piece):
    """Twenty thousand characters of anything are read in a moment."""
    document, found = marked(piece * (20_000 // len(piece)))
    start = process_time()
    find_quotations(document, found)
    assert process_time() - start < 12
