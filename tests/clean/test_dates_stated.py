from __future__ import annotations

import pytest

from generator.clean.dates_stated import days_in, is_date_line, published_day

# fmt: off
DAYS = {
    # what it shows: (line, days)
    "weekday, month first": ("Tuesday, March 4, 2031", ["2031-03-04"]),
    "day first": ("4 March 2031", ["2031-03-04"]),
    "short, with a stop": ("Sept. 4, 2031 | Updated 9:40 a.m.", ["2031-09-04"]),
    "ordinal": ("March 4th, 2031", ["2031-03-04"]),
    "ISO with time": ("2031-03-04T08:00:00Z", ["2031-03-04"]),
    "ISO with slashes": ("2031/03/04", ["2031-03-04"]),
    "numbers that can be told": ("23/3/2031 and 3/23/31", ["2031-03-23", "2031-03-23"]),
    "numbers that cannot": ("4/3/2031", []),
    "equal numbers": ("4/4/2031", ["2031-04-04"]),
    "clock glued on": ("Tue, Mar 4 20318:29 AM", ["2031-03-04"]),
    "German": ("4. März 2031", ["2031-03-04"]),
    "Spanish": ("4 de marzo de 2031", ["2031-03-04"]),
    "no such day": ("February 30, 2031", []),
    "no year": ("March 4", []),
    "year alone": ("in 2031", []),
}
LINES = {
    # line: whether it is only a date
    "Tuesday, March 4, 2031": True,
    "Published: Tuesday 4 March 2031, 07:15": True,
    "4 March 2031 · 17:20 · 4 min read": True,
    "Tue 4 Mar 2031, 20:05 GMT": True,
    "Updated 3 hours ago": True,
    "The station closed on 4 March 2031.": False,
    "Norvik": False,
    "": False,
}
# fmt: on


@pytest.mark.parametrize(("line", "days"), DAYS.values(), ids=DAYS)
def test_days(line, days):
    """Only days that the words state for sure are found."""
    assert [day.iso for day in days_in(line)] == days


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_is_date_line(line, expected):
    """A date line holds a date and hardly another word."""
    assert is_date_line(line) is expected


def test_an_update_is_no_publication():
    """The day of an update is passed over, and alone it says nothing."""
    assert published_day("Updated: 5 March 2031. Published: 4 March 2031").iso == "2031-03-04"
    assert published_day("Last updated on 5 March 2031") is None
