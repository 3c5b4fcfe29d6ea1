"""Dates: which words name one, and which day they mean."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.annotate.date_shapes import SHAPES
from generator.annotate.dates import contradiction
from generator.annotate.reckoning import READERS
from generator.annotate.vantage import NO_SIDE
from tests.annotate.reports import report

# fmt: off
STATED = {
    # what it shows: (text, [(words, day or period)])
    "day first": ("It opened on 17 August 2031.", [("17 August 2031", "2031-08-17")]),
    "month first": ("It opened on August 17, 2031.", [("August 17, 2031", "2031-08-17")]),
    "with its weekday": ("Fri 7 Nov 2031, 18:25", [("Fri 7 Nov 2031", "2031-11-07")]),
    "ordinal": ("On the 7th of May, 2031 it rained.", [("7th of May, 2031", "2031-05-07")]),
    "iso": ("Filed 2031-03-04 by post.", [("2031-03-04", "2031-03-04")]),
    "dots are day first": ("Filed 04.03.2031 by post.", [("04.03.2031", "2031-03-04")]),
    "slashes with one reading": ("Filed 17/8/2031.", [("17/8/2031", "2031-08-17")]),
    "slashes with two": ("Filed 4/3/2031.", [("4/3/2031", None)]),
    "no such day": ("Filed on 31 February 2031.", [("31 February 2031", None)]),
    "month": ("It ends by August 2033.", [("August 2033", "2033-08")]),
    "year": ("It has run since 2013.", [("2013", "2013")]),
    "year of something": ("The 2024 election was close.", [("2024", "2024")]),
    "years": ("It ran between 2019 and 2024.", [("between 2019 and 2024", "2019/2024")]),
    "short years": ("In 2019-24 it ran.", [("2019-24", "2019/2024")]),
    "decade": ("It was built in the 1990s.", [("the 1990s", "1990/1999")]),
    "days of a month": ("They meet on 7-9 May 2031.",
                        [("7-9 May 2031", "2031-05-07/2031-05-09")]),
    "part of a year": ("Sales fell in Q3 2030.", [("Q3 2030", "2030-07-01/2030-09-30")]),
    "half of a year": ("It fell in the second half of 2028.",
                       [("the second half of 2028", "2028-07-01/2028-12-31")]),
    "last calendar day": ("Valid until 31 December 9999.", [("31 December 9999", "9999-12-31")]),
    "a name": ("Theresa May spoke and Ana April Ruiz sang.", []),
    "a verb": ("May it last. March on, they may say.", []),
    "a number of things": ("They sold 2000 tonnes and $2031.", []),
    "a code": ("Model X-2031-03 and 1.2031 and call 2031-4444.", []),
}
RECKONED = {
    # Seen from Wednesday 12 March 2031.
    "weekday": ("It failed on Tuesday.", [("Tuesday", "2031-03-11")]),
    "same weekday": ("It failed on Wednesday.", [("Wednesday", "2031-03-12")]),
    "part of a day": ("It failed on Monday evening.", [("Monday evening", "2031-03-10")]),
    "weekday to come": ("The choir will sing on Friday.", [("Friday", "2031-03-14")]),
    "weekday that opens": ("On Friday the choir will sing.", [("Friday", "2031-03-14")]),
    "said then, to come": ("She said Monday that it will close.", [("Monday", "2031-03-10")]),
    "past in a forecast": ("They will mend the organ that broke on Monday.",
                           [("Monday", "2031-03-10")]),
    "last weekday": ("It rained last Wednesday.", [("last Wednesday", "2031-03-05")]),
    "next weekday": ("It closes next Wednesday.", [("next Wednesday", "2031-03-19")]),
    "day without year": ("A parcel went out on 17 August.", [("17 August", "2030-08-17")]),
    "day to come": ("The essays are due on 9 May.", [("9 May", "2031-05-09")]),
    "weekday settles the year": ("It fell on Friday, March 21.",
                                 [("Friday, March 21", "2031-03-21")]),
    "month": ("She moved in August.", [("August", "2030-08")]),
    "month to come": ("They booked a band for June.", [("June", "2031-06")]),
    "letter of a month": ("The August ballot was lost.", [("August", "2030-08")]),
    "fixture": ("The court meets again Nov. 4.", [("Nov. 4", "2031-11-04")]),
    "fixture of many": ("Polls close at 8 p.m. on May 3.", [("May 3", "2031-05-03")]),
    "a noun that is a verb elsewhere": ("They held a vote on Dec. 3.", [("Dec. 3", "2030-12-03")]),
    "is on": ("The next hearing is on April 9.", [("April 9", "2031-04-09")]),
    "payable": ("A levy, payable on 12 May, was set.", [("12 May", "2031-05-12")]),
    "if they apply": ("They are free if they apply by 15 August.", [("15 August", "2031-08-15")]),
    "has until": ("The firm has until June 30 to pay.", [("June 30", "2031-06-30")]),
    "should": ("Work should start in April.", [("April", "2031-04")]),
    "called to come": ("The mayor invited them to meet again on Friday.",
                       [("Friday", "2031-03-14")]),
    "for delivery": ("Power for January delivery fell.", [("January", "2032-01")]),
    "named by its day": ("The March 13 ruling is final.", [("March 13", "2030-03-13")]),
    "letter of a day": ("He denies the note of 9 December.", [("9 December", "2030-12-09")]),
    "dateline": ("OSLO, March 3 - Rain fell.", [("March 3", "2031-03-03")]),
    "clause in the past": ("The ferry, which sank on Dec 3, was new.", [("Dec 3", "2030-12-03")]),
    "year earlier": ("It grew a year earlier.", [("a year earlier", None)]),
    "last month by name": ("They met last March.", [("last March", "2030-03")]),
    "yesterday": ("Yesterday it froze.", [("Yesterday", "2031-03-11")]),
    "last year": ("It froze last year.", [("last year", "2030")]),
    "this month": ("Earlier this month it froze.", [("Earlier this month", "2031-03")]),
    "next week": ("A circus comes next week.", [("next week", "2031-03-17/2031-03-23")]),
    "last quarter": ("Sales fell last quarter.", [("last quarter", "2030-10-01/2030-12-31")]),
    "two quarters": ("Rents rose in the first two quarters of the year.",
                       [("the first two quarters of the year", "2031-01-01/2031-06-30")]),
    "years ago": ("It opened two years ago.", [("two years ago", "2029")]),
    "days ago": ("It opened three days ago.", [("three days ago", "2031-03-09")]),
    "past years": ("It grew in the past three years.",
                   [("the past three years", "2028-03-12/2031-03-12")]),
    "end of a year": ("Pay by the end of the year.", [("the end of the year", "2031")]),
    "another event": ("They wed only days after the fair.", [("days after", None)]),
    "the day after": ("It sank the following day.", [("the following day", None)]),
}
# fmt: on


def found_dates(text, published):
    """Return the words of each date with its day, month, year, or period."""
    document, found = report(text, published=published)
    return [
        (d.span.of(document.text), d.date or (f"{d.from_}/{d.to}" if d.from_ else None))
        for d in found.dates
    ]


@pytest.mark.parametrize(("text", "expected"), STATED.values(), ids=STATED)
def test_what_is_written_out_needs_no_day_of_publication(text, expected):
    """A full date, a month or a year means what it says, and a common word is no date."""
    assert found_dates(text, None) == expected


@pytest.mark.parametrize(("text", "expected"), RECKONED.values(), ids=RECKONED)
def test_what_is_left_out_is_reckoned_from_publication(text, expected):
    """A weekday or a date without year is placed before publication, or after it if to come."""
    assert found_dates(text, "2031-03-12") == expected


@pytest.mark.parametrize("text", [t for t, _ in RECKONED.values()], ids=RECKONED)
def test_without_a_day_of_publication_nothing_is_guessed(text):
    """What would have to be reckoned stays open, and its basis says why."""
    _, found = report(text, published=None)
    assert [(d.date, d.from_, d.to) for d in found.dates] == [(None, None, None)]
    assert found.dates[0].basis in ("no publication date", "relative to another event")


OPEN = {
    "no verb": ("Nov. 4", "Nov. 4"),
    "limit in the past": ("They had asked for it by 30 June.", "30 June"),
    "present of a caption": ("caption> Ana Ruiz sings in Oslo on June 28.", "June 28"),
    "days": ("7-9 May", "7-9 May"),
}


@pytest.mark.parametrize(("text", "words"), OPEN.values(), ids=OPEN)
def test_where_no_tense_tells_a_year_is_left_open(text, words):
    """A date without its year is not put in the past for want of a better guess."""
    document, found = report(text)
    assert [(d.span.of(document.text), d.date, d.from_) for d in found.dates] == [
        (words, None, None)
    ]
    assert found.dates[0].basis == NO_SIDE


@pytest.mark.parametrize("text", ["On 1 January 0000.", "On 3 May 12031.", "It was May 3, 20311."])
def test_a_day_of_no_year_we_know_is_no_date(text):
    """The year is never cut off to make a date of the rest."""
    assert report(text)[1].dates == ()


def test_a_day_of_the_year_nought_stays_open():
    """It is kept as written."""
    _, found = report("A plaque bears 01.02.0000 and 01.02.9999.")
    assert [d.date for d in found.dates] == [None, "9999-02-01"]


def test_the_basis_says_how_a_day_was_reckoned():
    """The reader of the page can check the reckoning."""
    _, found = report("It failed on Monday.")
    assert found.dates[0].basis == "Monday on or before 2031-03-12"


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", [t for t, _ in RECKONED.values()], ids=RECKONED)
def test_the_ends_of_the_calendar_break_nothing(text, published):
    """At the first and the last day there is, what would lie outside stays open."""
    _, found = report(text, published=published)
    assert all(len(d.date or "") <= 10 for d in found.dates)


def test_a_weekday_that_contradicts_its_date_is_told():
    """12 March 2031 is a Wednesday."""
    document, found = report("On Thursday 12 March 2031 and Wednesday 12 March 2031.")
    assert [contradiction(document.text, d) for d in found.dates] == [
        "2031-03-12 is a Wednesday, but the text says “Thursday 12 March 2031”.",
        None,
    ]


@pytest.mark.parametrize("kind", ["boilerplate", "related", "tags"])
def test_furniture_names_no_dates(kind):
    """What a page says of other pages is passed over."""
    assert report(f"{kind}> Published 4 May 2031")[1].dates == ()


def test_every_shape_has_its_reader():
    """The two tables name the same shapes."""
    assert {name for name, _ in SHAPES} == set(READERS)


def test_dates_are_sorted_and_apart():
    """The promise of every layer."""
    text = " ".join(text for text, _ in (*STATED.values(), *RECKONED.values()))
    spans = [d.span for d in report(text)[1].dates]
    assert len(spans) > 40
    assert all(one.end <= two.start for one, two in pairwise(spans))
