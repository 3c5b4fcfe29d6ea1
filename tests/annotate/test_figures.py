"""Figures: which numbers are some, what they are worth, and what they count."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotate.reports import report

# fmt: off
VALUES = {
    # what it shows: (text, [(words, value or (low, high), unit)])
    "thousands": ("They planted 2,460 trees.", [("2,460", 2460, None)]),
    "decimal": ("The mast is 7.9 metres tall.", [("7.9 metres", 7.9, "m")]),
    "money with a sign": ("It cost £83 million.", [("£83 million", 83_000_000, "GBP")]),
    "money with a short scale": ("It cost €3.5bn.", [("€3.5bn", 3_500_000_000, "EUR")]),
    "money with a code": ("It cost USD 5m.", [("USD 5m", 5_000_000, "USD")]),
    "money in words": ("It cost 26.4 million pounds.",
                       [("26.4 million pounds", 26_400_000, "GBP")]),
    "foreign dollars": ("It cost A$20 or 30 Hong Kong dollars.",
                        [("A$20", 20, "AUD"), ("30 Hong Kong dollars", 30, "HKD")]),
    "money of several countries": ("It cost 300 pesos.", [("300 pesos", 300, "pesos")]),
    "weight": ("They found 12 pounds of butter.", [("12 pounds", 12, "lb")]),
    "per cent": ("It fell 23 per cent.", [("23 per cent", 23, "%")]),
    "sign of per cent": ("It fell 0.5%.", [("0.5%", 0.5, "%")]),
    "minus": ("It was -4 degrees and -2%.", [("-4 degrees", -4, "degrees"), ("-2%", -2, "%")]),
    "percentage points": ("It rose 6 percentage points.",
                          [("6 percentage points", 6, "percentage points")]),
    "basis points": ("It rose 25 basis points.", [("25 basis points", 25, "basis points")]),
    "power": ("It yields 200 MW.", [("200 MW", 200, "MW")]),
    "blanks for thousands": ("They mill 27 500 tonnes.", [("27 500 tonnes", 27500, "t")]),
    "lakhs": ("They paid 1,00,000 dinars.", [("1,00,000 dinars", 100000, "dinars")]),
    "people, not metres": ("It reached 5m people.", [("5m", 5_000_000, None)]),
    "range": ("It lasts 5 to 9 weeks.", [("5 to 9 weeks", (5, 9), "weeks")]),
    "range of money": ("Looms cost $3,200 to $7,500.",
                       [("$3,200 to $7,500", (3200, 7500), "USD")]),
    "one scale for two": ("They pay $5-7 million.",
                          [("$5-7 million", (5_000_000, 7_000_000), "USD")]),
    "between": ("It costs between 3 and 4 euros.", [("3 and 4 euros", (3, 4), "EUR")]),
    "from one to another": ("It rose from 22 percent to 35 percent.",
                            [("22 percent", 22, "%"), ("35 percent", 35, "%")]),
    "runs from": ("Prices range from 5 to 9 euros.", [("5 to 9 euros", (5, 9), "EUR")]),
    "three or four": ("Some three or four boats sank.", [("three or four", (3, 4), None)]),
    "words": ("The other four lamps burned.", [("four", 4, None)]),
    "long words": ("It cost twenty-two and a half billion yen.",
                   [("twenty-two and a half billion yen", 22_500_000_000, "JPY")]),
    "hundreds in words": ("They sold two hundred and five thousand cars.",
                          [("two hundred and five thousand", 205_000, None)]),
    "dozen": ("Two dozen boats sank.", [("Two dozen", 24, None)]),
    "half a million": ("It drew half a million people.", [("half a million", 500_000, None)]),
    "fraction": ("A quarter of the boats sank.", [("A quarter", 0.25, None)]),
    "fraction of a scale": ("A quarter of a million boats sank.",
                            [("A quarter of a million", 250_000, None)]),
    "rank": ("It was the fourth largest on record.", [("fourth", 4, "ordinal")]),
    "occasion": ("They sang for the 12th time.", [("12th", 12, "ordinal")]),
    "first since": ("It was the first strike at the mill since 2019.", [("first", 1, "ordinal")]),
    "two ranks": ("It was the third match in 2029 and the ninth since June.",
                  [("third", 3, "ordinal"), ("ninth", 9, "ordinal")]),
    "part of a group": ("One of the eight ovens cracked.", [("eight", 8, None)]),
    "several": ("A 12-mile queue of 200-plus cars", [("12-mile", 12, "miles"), ("200", 200, None)]),
}
NONE = {
    # numbers that count nothing, or could be read in two ways
    "name": "The Group of 20 met Local 12 and Channel 4.",
    "gate": "Platform three closed and route 2 moved to phase two.",
    "year": "It opened in 2019. The 2031 budget passed.",
    "date": "On 8 October 2029 and October 9 it rained.",
    "period": "It grew in the first two quarters of 2029.",
    "clock": "At 04:15, at 7 a.m. and at six o’clock it rained.",
    "telephone": "Call 555-0123, 555 0119 or +1 555 0119.",
    "address": "They met at 4 Mill Lane, see www.norvik.example/7 or a7@b.example.",
    "model": "An F-16, a B52 and a Boeing 747 landed.",
    "pronoun": "One of them said no one knew, one by one.",
    "those two": "Talks of the two islands and their three leaders",
    "definite group": "The two leaders met the three countries.",
    "idiom": "Third countries and third shifts saw two sides and square one.",
    "first time": "For the first time the first rehearsal went well.",
    "another": "A second lorry and a third van came.",
    "adjective": "A one-day fall, a five-day visit, a 12-member board, a 40-year-old",
    "age": "[Ana Ruiz], 45, is aged 45 and 45 years old.",
    "score": "They won 3-1 and lost 5 to 2.",
    "exponent": "It was -1e400 and 1e9.",
    "list": "It was 1,2,3,4 and 10-20-30-40 and 1.2.3.",
    "other digits": "It was ٣٤ and ３４.",
    "short year": "The class of ’90 came.",
    "fraction of nothing": "It was cut in half in the first half.",
    "format": "In 4K and 1080p",
    "footnote": "They agreed [[12]] and left.",
    "too long": "It was " + "7" * 10_000 + " jobs.",
}
DETAILS = {
    # what it shows: (text, (counts, qualifier, period))
    "noun after": ("More than 650 pupils sang.", ("pupils", "more than", None)),
    "noun with of": ("Some 40 makers of violins came.", ("makers of violins", "about", None)),
    "share of": ("It lost 27 percent of its trees.", ("its trees", None, None)),
    "amount in": ("It paid $65 million in fines in 2024.", ("fines", None, "2024")),
    "noun before of": ("A loan of €7.2 million was agreed.", ("A loan", None, None)),
    "noun before at": ("It put the yearly waste at 900 tonnes.", ("the yearly waste", None, None)),
    "subject": ("Sales of both mills had nearly always topped $9 billion.",
                ("Sales of both mills", "more than", None)),
    "subject with a clause": ("The grain that must be dried is nearer 23,800.",
                              ("The grain that must be dried", "about", None)),
    "change": ("Output fell by up to 13 percent last year.", ("Output", "at most", "last year")),
    "label": ("Delivery: 5 to 9 weeks.", ("Delivery", "range", None)),
    "at least": ("It must house at least 470 horses through 2029.",
                 ("horses", "at least", "through 2029")),
    "less than": ("Barns under 20 metres need none.", ("Barns", "less than", None)),
    "or more": ("It takes 30 or more workers.", ("workers", "at least", None)),
    "during, not more than": ("They trained over six years.", (None, None, None)),
    "since": ("It was the third merger since 2017.", ("merger", None, "since 2017")),
    "since a clause": ("It was the fourth largest since the war ended.",
                       ("largest", None, "since the war ended")),
    "rate": ("They may mill 27,500 tonnes a week.", (None, None, "a week")),
    "at the head": ("In 2026, the works made 5,300 bells.", ("bells", None, "2026")),
    "since then": ("Since then the rent has fallen by 19 percent.",
                   ("the rent", None, "Since then")),
    "a day is no period": ("On Monday 40 looms were sold on Tuesday.", ("looms", None, None)),
    "another clause's year": ("It cost £5, according to a study printed last year.",
                              (None, None, None)),
    "asked before": ("How many cars?| The union counts 73.", ("cars", None, None)),
}
# fmt: on


def found_figures(text):
    """Return the words of each figure, its value or ends, and its unit."""
    document, found = report(text)
    return [
        (
            f.span.of(document.text),
            f.value if f.value is not None else (f.low, f.high),
            f.unit,
        )
        for f in found.figures
    ]


@pytest.mark.parametrize(("text", "expected"), VALUES.values(), ids=VALUES)
def test_values_and_units(text, expected):
    """A figure is the number with its sign, scale and unit, worth what it says in base units."""
    assert found_figures(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_numbers_that_count_nothing(text):
    """Names, dates, idioms and unreadable numbers are no figures."""
    assert found_figures(text) == []


@pytest.mark.parametrize(("text", "expected"), DETAILS.values(), ids=DETAILS)
def test_what_is_counted_and_how(text, expected):
    """Counted thing, qualifier and period are words of the sentence."""
    figure = report(text)[1].figures[0]
    assert (figure.counts, figure.qualifier, figure.period) == expected


def test_a_figure_in_a_quotation_belongs_to_its_speaker():
    """Whoever says the number is given for it, by name and by id."""
    text = "“We lost 26 days,” said [Ana Ruiz].| The hall has 9 doors."
    _, found = report(text, said=[("We lost 26 days,", "Ana Ruiz")])
    ids = {p.name: p.id for p in found.people}
    assert [(f.attributed_to, f.speaker) for f in found.figures] == [
        ("Ana Ruiz", ids["Ana Ruiz"]),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The well is 7.9 metres deep, according to the survey team.", "the survey team"),
        ("It ran in 73 percent of trials, the team’s notebooks show.", "the team’s notebooks"),
        ("The guild expects 300 shops to close.", "The guild"),
        ("It ran in 73 percent of trials.", None),
    ],
)
def test_a_sentence_may_name_its_source_without_a_quotation(text, name):
    """What stands behind "according to" is given for the figure."""
    assert report(text)[1].figures[0].attributed_to == name


def test_the_number_of_speakers_is_no_figure():
    """So many officials spoke; that counts nothing in the world."""
    document, found = report("Two officials said that 40 looms were lost.")
    assert [f.span.of(document.text) for f in found.figures][-1] == "40"


def test_a_key_point_that_the_body_repeats_gives_no_second_figure():
    """The figure is that of the body; another one in the key points stands."""
    text = "key_point> It will fell 2,460 elms\nkey_point> It pays $9\nThe park said 2,460 elms go."
    document, found = report(text)
    assert [(f.span.of(document.text), f.span.start > 30) for f in found.figures] == [
        ("$9", True),
        ("2,460", True),
    ]


@pytest.mark.parametrize("kind", ["caption", "tags", "related", "boilerplate", "title", "date"])
def test_other_blocks_state_no_figures(kind):
    """Captions, links and furniture count for nothing."""
    assert report(f"{kind}> They sold 40 cars for $5.")[1].figures == ()


def test_ids_differ_by_sentence_and_last():
    """Equal numbers in two sentences are two figures, and an edit elsewhere moves neither."""
    one = report("They lost 40 homes.| They saved 40 homes.")[1].figures
    two = report("It rained for 7 days.| They lost 40 homes.| They saved 40 homes.")[1].figures
    assert len({f.id for f in two}) == 3
    assert [f.id for f in one] == [f.id for f in two[1:]]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,-–$€% ainodtw’/kmKb\n½°()", max_size=60))
def test_no_text_gives_a_number_that_is_none(text):
    """Whatever stands there, figures are sorted, apart, and finite."""
    figures = report(text.replace("|", " "))[1].figures
    assert all(one.span.end <= two.span.start for one, two in pairwise(figures))
    values = [v for f in figures for v in (f.value, f.low, f.high) if v is not None]
    assert all(math.isfinite(v) for v in values)
    assert all((f.value is None) == (f.low is not None and f.high is not None) for f in figures)
