from __future__ import annotations

import pytest

from generator.clean.article import furniture_weight, opens_comments, worth_of, worths
from tests.clean.test_runs import ONE, OTHER, TWO, page

# fmt: off
FURNITURE = {
    # what it shows: (line, whether its words speak for furniture)
    "share": ("Share this article", True),
    "newsletter": ("Sign up for our morning newsletter", True),
    "cookies": ("We use cookies to improve this site", True),
    "rights": ("© 2031 Evening Post. All rights reserved.", True),
    "coffee": ("If you liked this, buy me a coffee", True),
    "affiliate": ("This post may contain affiliate links.", True),
    "age of a post": ("3 hours ago", True),
    "other language": ("Kommentar schreiben", False),
    "paragraph": (ONE, False),
    "shares on the market": ("Shares in Holm Towage fell by a tenth on Tuesday.", False),
    "address": ("https://norvik.example/pilots", False),
}
# fmt: on


@pytest.mark.parametrize(("line", "expected"), FURNITURE.values(), ids=FURNITURE)
def test_furniture_weight(line, expected):
    """Words of notices, menus and buttons weigh; words of reports do not."""
    assert (furniture_weight(page(line)[0]) >= 8) is expected


# fmt: off
ORDER = {
    # what it shows: (line worth more, line worth less)
    "paragraph over headline": (ONE, "Norvik closes its pilot station"),
    "sentence over tags": ("He shrugged and went home.", "Norvik Pilots Harbour Quay"),
    "wrapped line over headline": (
        "council of Norvik voted on Monday to\nclose the old station",
        "Council of Norvik on Monday"),
    "whole over cut off": (TWO, TWO[:-1] + " and the ..."),
    "text over teaser": (OTHER, "Ten soups for cold daysThe cook of Norvik tells how it is done."),
}
# fmt: on


@pytest.mark.parametrize(("more", "less"), ORDER.values(), ids=ORDER)
def test_worth(more, less):
    """Running text is worth more than what only looks like it."""
    first = page(*more.split("\n"))[0]
    assert worth_of(first) > worth_of(page(less)[0])


# fmt: off
LANGUAGES = {
    "German": "Der Rat hat am Montag beschlossen, dass die Station im Hafen geschlossen wird",
    "French": "Le conseil a décidé lundi que la station du port sera fermée",
    "Spanish": "El consejo decidió el lunes que la estación del puerto se cierra",
    "Italian": "Il consiglio ha deciso che la stazione del porto sarà chiusa",
    "Russian": "Совет решил в понедельник, что станция в порту будет закрыта до конца этого года",
}
# fmt: on


@pytest.mark.parametrize("line", LANGUAGES.values(), ids=LANGUAGES)
def test_other_languages_run(line):
    """Running text of other languages is running text."""
    assert page(line)[0].function >= 0.12


def test_paragraphs_below_the_comments_count_little():
    """What readers write is worth a tenth; the same words above the box are an article."""
    lines = page(ONE, TWO, OTHER, "12 comments", ONE)
    above, *_, below = worths(lines)
    assert below <= above / 9


@pytest.mark.parametrize("line", ["12 comments", "Leave a reply", "Kommentare", "Commentaires"])
def test_opens_comments(line):
    """The heading of the readers' comments is known in several languages."""
    assert opens_comments(page(line)[0])
