from __future__ import annotations

import pytest

from generator.clean.headline_weights import WEIGHTS, signs_of, surroundings
from generator.clean.lines import describe
from generator.clean.page import Label, survey
from generator.model import Passage, Span
from tests.clean.pages import cleaned
from tests.clean.test_blocks import BODY

HEAD = "Norvik to close its old pilot station"
MENU = "Home\nNews\nSport\nJobs\nWeather\n"

# fmt: off
TITLES = {
    # what it shows: (page, headline)
    "below a menu": (f"{MENU}{HEAD}\n\n{BODY}", HEAD),
    "beside a masthead": (f"Evening Post\n{MENU}{HEAD}\nBy Ana Ruiz\n\n{BODY}", HEAD),
    "above what sums it up": ((f"{MENU}{HEAD}\nHarbour council of Norvik says the pilot station"
                              f" must go by spring\nBy Ana Ruiz\n4 March 2031\n\n{BODY}"), HEAD),
    "below its path": (f"{MENU}Home » Shipping » {HEAD}\n{HEAD}\n4 March 2031\n\n{BODY}", HEAD),
    "below its section": (f"{MENU}Shipping\n{HEAD}\n4 March 2031\n\n{BODY}", HEAD),
    "between two arrows": ((f"{MENU}← Norvik opens its new quay\nThe council votes on ferries →\n"
                           f"{HEAD}\n4 March 2031\n\n{BODY}"), HEAD),
    "above day and topics": ((f"{MENU}{HEAD}\nPosted in Harbour, Council, Stations of Norvik\n"
                             f"Posted by Ana Ruiz on 4 March 2031\n\n{BODY}"), HEAD),
    "above the credit": ((f"{MENU}{HEAD}\nCredit: Ida Holm\nBy Ana Ruiz ⋅ Updated 5 March 2031"
                         f"\n\n{BODY}"), HEAD),
    "signed, above a headed picture": ((f"{MENU}{HEAD}\nBy\nAna Ruiz\n4 March 2031\nShare\nPrint\n"
                                       f"Harbour council at Norvik station\n\n{BODY}"), HEAD),
    "a sentence, signed": (f"{MENU}{HEAD}.\nBy Ana Ruiz\n4 March 2031\n\n{BODY}", f"{HEAD}."),
    "far above the first paragraph": (f"{MENU}{HEAD}\nby Ana Ruiz on 4 March 2031\n"
                                      + "Price: 12 crowns\nBuilt: 1931\n" * 20 + BODY, HEAD),
    "below a remark in brackets": (("[This page was made for a test of the old pilot station.]\n\n"
                                   f"4 March 2031\n\n{HEAD}\n\n{BODY}"), HEAD),
    "one long paragraph": (f"{BODY.splitlines()[0]}\n", None),
    "a menu only": (MENU * 3, None),
}
# fmt: on


@pytest.mark.parametrize(("page", "title"), TITLES.values(), ids=TITLES)
def test_title(page, title):
    """The headline is the line that most signs speak for, and without one there is none."""
    found = cleaned(page).meta.title
    assert (found and found.text) == title


# fmt: off
SIGNS = {
    # sign: (line that shows it, line that does not)
    "length": ("Norvik to close its old station", "Norvik"),
    "brief": ("Shipping news", "Norvik to close its old station"),
    "stop": ("The station closes.", "The station closes"),
    "bracketed": ("[A note on this page]", "Norvik [and others] close stations"),
    "path": ("Home › Shipping › Norvik", "Norvik to close its old station"),
    "arrow": ("← Norvik opens its quay", "Norvik opens its quay"),
    "filed": ("Posted in Shipping", "Ships posted missing in Norvik"),
    "credit": ("Credit: Ida Holm", "A credit to Norvik"),
    "address": ("Write to ana@example.org", "Write to the station"),
    "numbers": ("Depth 12.0 14.5 9.1 7.7", "Norvik closes 12 stations"),
    "repeats": ("Harbour Plan Council Plan Harbour Plan Station Plan Council Plan",
                "Norvik council plans to close the harbour station"),
    "known label": ("Business", "Norvik to close its old station"),
    "credited": ("Evening Post: Norvik to close its station", "Norvik to close its station"),
    "item": ("* Norvik to close its old station", "Norvik to close its old station"),
}
# fmt: on


@pytest.mark.parametrize(("name", "lines"), SIGNS.items(), ids=SIGNS)
def test_signs(name, lines):
    """Each sign is seen where it stands and nowhere else."""
    for line, expected in zip(lines, (True, False), strict=True):
        page = survey(describe(line, (Passage(Span(0, len(line))),)))
        labels = {0: Label("boilerplate", 0.6)}
        assert bool(signs_of(page, labels, surroundings(page), 0)[name]) is expected


def test_each_sign_has_its_weight():
    """The table of weights and the signs that are looked for are the same."""
    page = survey(describe(HEAD, (Passage(Span(0, len(HEAD))),)))
    found = signs_of(page, {0: Label("boilerplate", 0.6)}, surroundings(page), 0)
    assert set(found) == set(WEIGHTS)
