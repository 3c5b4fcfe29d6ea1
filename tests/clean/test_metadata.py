from __future__ import annotations

import pytest

from generator.model import Stated, Statements
from tests.clean.pages import cleaned
from tests.clean.test_blocks import BODY, EXCERPT, NEWS, ONE, TWO

HEAD = "Norvik to close its old pilot station"


def test_news():
    """A copied page gives headline, outlet, author, day, topics and picture, each at its words."""
    document = cleaned(NEWS)
    meta, text = document.meta, document.text
    assert meta.title.text == "Norvik to close its old pilot station by the end of the year"
    assert (meta.outlet.name, meta.outlet.basis) == ("Evening Post", "copyright line")
    assert [a.name for a in meta.authors] == ["Ana Ruiz"]
    assert (meta.published.date, meta.published.span.of(text)) == (
        "2031-03-04",
        "Tuesday 4 March 2031",
    )
    assert meta.tags == ("ports", "pilots", "Norvik")
    (caption,) = meta.captions
    assert caption.span.of(text) == "The old pilot station in Norvik on June 2, 2030."
    assert caption.credit.of(text) == "(Photo by IDA HOLM/Evening Post)"
    for named in (meta.outlet, *meta.authors):
        assert named.span.of(document.record) == named.name


def test_excerpt():
    """The editor's label names the outlet; the outlet of the excerpted report does not."""
    meta = cleaned(EXCERPT).meta
    assert (meta.outlet.name, meta.outlet.basis) == ("NHB", "label of the editor's comment")
    assert (meta.published.date, meta.authors) == ("2031-03-04", ())


# fmt: off
OUTLETS = {
    # what it shows: (above the headline, below the body, outlet)
    "masthead over a menu": ("The Evening Post\nHome | News | Sport\n", "", "The Evening Post"),
    "masthead named again below": ("Evening Post\nLate city edition of this week\n",
                                   "© 2031 Evening Post", "Evening Post"),
    "section is no masthead": ("Business\n", "", None),
    "copyright": ("", "© 2031 Evening Post. Registered in Norvik.", "Evening Post"),
    "year behind the name": ("", "© Evening Post 2031. Click for restrictions", "Evening Post"),
    "all rights": ("", "Copyright 2031 The Evening Post | All rights reserved", "The Evening Post"),
    "a company is no outlet": ("", "© 2031 Holm Communications, Inc. All rights reserved.", None),
    "an agency is no outlet": ("", "© 2031 Associated Press. All rights reserved.", None),
    "a credit is no outlet": ("", "A tug at dawn. © 2031 Ida Holm / AFP", None),
    "nothing": ("", "", None),
}
# fmt: on


@pytest.mark.parametrize(("above", "below", "name"), OUTLETS.values(), ids=OUTLETS)
def test_outlet(above, below, name):
    """An outlet is what the page calls itself, and nobody else."""
    outlet = cleaned(f"{above}\n{HEAD}\n\n{BODY}\n{below}\n").meta.outlet
    assert (outlet and outlet.name) == name


# fmt: off
DATES = {
    # what it shows: (lines above the body, lines below it, day)
    "date line": ("4 March 2031", "", "2031-03-04"),
    "in the byline": ("By Ana Ruiz - 4 March 2031", "", "2031-03-04"),
    "caption": ("A tug on 2 June 2030. (Ida Holm/AFP)", "", None),
    "update only": ("Updated: 5 March 2031", "", None),
    "related link": ("", "Related: The fire of 4 March 2031", None),
    "below, of another article": ("", "Most read\nFerries\n4 March 2031", None),
    "below, first published": ("", "First published on 4 March 2031", "2031-03-04"),
}
# fmt: on


@pytest.mark.parametrize(("above", "below", "day"), DATES.values(), ids=DATES)
def test_published(above, below, day):
    """The day is the page's own, never that of a picture, a link or an update."""
    published = cleaned(f"{HEAD}\n{above}\n\n{BODY}\n{below}\n").meta.published
    assert (published and published.date) == day


def test_body_date_is_no_publication():
    """A day in the report is not the day of the page, but that of a whole dateline is."""
    body = "On 4 March 2031 the council voted to close the station, and nobody spoke against it."
    assert cleaned(f"{HEAD}\n\n{body}\n\n{BODY}").meta.published is None
    found = cleaned(f"{HEAD}\n\nNORVIK, March 4, 2031 — {ONE}\n\n{TWO}").meta
    assert (found.published.date, found.dateline.place) == ("2031-03-04", "NORVIK")


def test_stated_goes_first():
    """What a format states outright goes before what the lines show; a headline keeps its place."""
    stated = Statements(
        title=Stated(HEAD, "JSON-LD headline"),
        outlet=Stated("Evening Post", "meta og:site_name"),
        published=Stated("2031-03-05T08:00:00Z", "meta article:published_time"),
        authors=(Stated("Bo Lind", "meta author"), Stated("Evening Post", "meta author")),
        story="harbour",
    )
    meta = cleaned(f"{HEAD}\nBy Ana Ruiz\n4 March 2031\n\n{BODY}", stated).meta
    assert (meta.title.text, meta.title.span.start) == (HEAD, 0)
    assert (meta.outlet.name, meta.published.date, meta.story) == (
        "Evening Post",
        "2031-03-05",
        "harbour",
    )
    assert [a.name for a in meta.authors] == ["Bo Lind"]


def test_credit_on_its_own_line():
    """A credit below a caption belongs to it; a credit without words is no caption."""
    document = cleaned(f"{HEAD}\n\nA tug at dawn, pictured here.\nIda Holm | Reuters\n\n{BODY}")
    (caption,) = document.meta.captions
    assert caption.span.of(document.text) == "A tug at dawn, pictured here."
    assert caption.credit.of(document.text) == "Ida Holm | Reuters"
    assert cleaned(f"{HEAD}\n\nIda Holm | Reuters\n\n{BODY}").meta.captions == ()


def test_names_are_slices_of_the_record():
    """A headline with odd blanks prints the record's; a repaired one points at nothing."""
    document = cleaned(f"Norvik to close its\u00a0old pilot station\n\n{BODY}")
    assert document.meta.title.span.of(document.record) == document.meta.title.text
    hidden = cleaned(f"Norvik to close its old pi\u00adlot station\n\n{BODY}").meta.title
    assert (hidden.text, hidden.span) == (HEAD, None)
