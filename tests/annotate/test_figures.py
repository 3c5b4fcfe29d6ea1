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
    "comma of a fraction": ("It fell 12,5 % and 0,5 litres.",
                            [("12,5 %", 12.5, "%"), ("0,5 litres", 0.5, "l")]),
    "points for thousands": ("It cost €1.045,50 million.",
                             [("€1.045,50 million", 1_045_500_000, "EUR")]),
    "comma before a scale": ("It cost 12,5 billion yen.",
                             [("12,5 billion yen", 12_500_000_000, "JPY")]),
    "three decimals": ("The pound is at $1.085, up 3.125%.",
                       [("$1.085", 1.085, "USD"), ("3.125%", 3.125, "%")]),
    "a currency for two": ("It was cut from 3.4 million euros to 1.7 million.",
                           [("3.4 million euros", 3_400_000, "EUR"),
                            ("1.7 million", 1_700_000, "EUR")]),
    "per cent for two": ("It rose from 12 to 15 percent.",
                         [("12", 12, "%"), ("15 percent", 15, "%")]),
    "votes in per cent": ("It passed by 61 to 39 per cent.",
                          [("61", 61, "%"), ("39 per cent", 39, "%")]),
    "by a part to a sum": ("Debt was cut by a quarter to $2.1 billion.",
                           [("a quarter", 0.25, None), ("$2.1 billion", 2_100_000_000, "USD")]),
    "spaced million": ("They sold 1.1 m tonnes.", [("1.1 m tonnes", 1_100_000, "t")]),
    "crowns": ("It lost Kr 90bn.", [("Kr 90bn", 90_000_000_000, "kroner")]),
    "a year between two": ("It fell from 310,000 in 2029 to 264,000 last year.",
                           [("310,000", 310_000, None), ("264,000", 264_000, None)]),
    "down a part": ("Orders are down a third from May.", [("a third", 1 / 3, None)]),
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
    "two readings": "They cut 1.200 jobs and 1.250 euros.",
    "a comma and no unit": "It was 1,2 and then 3,4.",
    "share of many": "One in 12 homes, four in ten and 1 in 1,000 flooded.",
    "whom to call": "Call 101, quoting reference 77/2031.",
    "period of another": "It grew in the nine months to June and over the past four summers.",
    "route at the head": "Route 4 reopens and Line 2 trains run.",
    "far year": "It will fall in 9999.",
    "clock with a point": "It began at 10.30 on Monday.",
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
    "object of a change": ("The bank raised its key rate by 50 basis points.",
                           ("its key rate", None, None)),
    "two nouns and a verb": ("Cash costs fell to $1.62.", ("Cash costs", None, None)),
    "set to reach": ("Debt is forecast to reach $9 million.", ("Debt", None, None)),
    "noun before worth": ("It sold a stake in a deal worth £240m.", ("a deal", None, None)),
    "no further than its article": ("The board intends to propose a levy of 14 cents.",
                                    ("a levy", None, None)),
    "of so many": ("She said that 38 of the 150 posts were vacant.", ("posts", None, None)),
    "of somebody's": ("Seven of the bank's nine judges left.", ("judges", None, None)),
    "part of so many": ("Two-thirds of the 1,200 homes flooded.", ("homes", None, None)),
    "measure that describes": ("The 8.2-metre mark held.", ("mark", None, None)),
    "two verbs": ("Repairs took a week and cost $9 million.", ("Repairs", None, None)),
    "date at the head": ("From 1 July households pay €2.18.", ("households", None, None)),
    "verb after": ("It says 92 per cent of drivers find one.", ("drivers", None, None)),
    "another's verb": ("A court on Monday ordered the firm to repay £9 million.",
                       (None, None, None)),
    "rate and no thing": ("They make 165,000 a day.", (None, None, "a day")),
    "late by": ("It opened in Port Ames on Thursday, two years behind schedule.",
                (None, None, None)),
    "each other": ("They sat within 90 metres of each other.", (None, None, None)),
    "nothing named": ("The bars are large, roughly 15%.", ("The bars", "about", None)),
    "the year before": ("They lost £18.9m a year earlier.", (None, None, "a year earlier")),
    "year to a day": ("They lost £42.6m in the year to 30 June 2030.",
                      (None, None, "the year to 30 June 2030")),
    "rate beside": ("A home pays 40 krone a month more than two years ago.",
                    ("A home", None, "a month")),
    "base of a comparison": ("It sold 4% less than in 2030.", ("less than in 2030", None, None)),
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


# fmt: off
COMPARED = {
    # text: what each figure counts
    "The fine was cut from 3 million euros to 1.7 million.": ["The fine", "The fine"],
    "The bank raised its key rate by 50 basis points to 6.25%.": ["its key rate", "its key rate"],
    "Prices jumped to €312 a tonne from €228.": ["Prices", "Prices"],
    "The charge goes from €48 to €60 a year.": ["The charge", "The charge"],
    "It carried 3 million pupils in 2030, 4% more than in 2029.": ["pupils", "pupils"],
}
# fmt: on


@pytest.mark.parametrize(("text", "expected"), COMPARED.items())
def test_a_figure_beside_another_counts_the_same(text, expected):
    """What a figure is compared with is of one thing with it."""
    assert [figure.counts for figure in report(text)[1].figures] == expected


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
