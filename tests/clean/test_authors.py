from __future__ import annotations

import pytest

from tests.clean.pages import cleaned
from tests.clean.test_blocks import BODY, ONE, THREE

HEAD = "Norvik to close its old pilot station"

# fmt: off
AUTHORS = {
    # what it shows: (lines under the headline, lines below the body, authors)
    "byline": ("By Ana Ruiz\n4 March 2031", "", ["Ana Ruiz"]),
    "as an item": ("* by Ana Ruiz\n* 4 March 2031", "", ["Ana Ruiz"]),
    "word above the name": ("By\nAna Ruiz\n4 March 2031", "", ["Ana Ruiz"]),
    "word above two names": ("By\nAna Ruiz\nand\nBo Lind\nPublished 4 March 2031", "",
                             ["Ana Ruiz", "Bo Lind"]),
    "behind the day": ("March 4, 2031 · 3 min read · By Ana Ruiz", "", ["Ana Ruiz"]),
    "before the day": ("Ana Ruiz March 4, 2031", "", ["Ana Ruiz"]),
    "blanks lost": ("Posted byAna RuizMarch 4, 2031March 4, 2031", "", ["Ana Ruiz"]),
    "bare, beside the day": ("Ana Ruiz\nMarch 4, 2031", "", ["Ana Ruiz"]),
    "bare, over a role": ("Ana Ruiz\nShipping correspondent", "", ["Ana Ruiz"]),
    "handle beside the day": ("by harbourmouse\n4 March 2031", "", ["harbourmouse"]),
    "first name and comments": ("4 March 2031 by Ana 24 Comments", "", ["Ana"]),
    "editor is no author": ("By Ana Ruiz. Reviewed by Bo Lind\n4 March 2031", "", ["Ana Ruiz"]),
    "button beside it": ("By Ana Ruiz\n4 March 2031\nEnlarge Image", "", ["Ana Ruiz"]),
    "at the end": ("4 March 2031", "By Ana Ruiz", ["Ana Ruiz"]),
    "two at the end": ("4 March 2031", f"{ONE}\n{THREE}\nBy Ana Ruiz\n\nBy Bo Lind", []),
    "note on the author": ("4 March 2031", ("Ana Ruiz\nAna Ruiz is a reporter in Norvik and has"
                           " written of ships for years."), ["Ana Ruiz"]),
    "agency": ("By Reuters\n4 March 2031", "", []),
    "desk": ("By Evening Post Staff\n4 March 2031", "", []),
    "abbreviation": ("Posted by NHB at 6:10 PM\n4 March 2031", "", []),
    "topic in capitals": ("Shipping News\n4 March 2031", "", []),
    "button in capitals": ("Read More\n4 March 2031", "", []),
    "nothing": ("4 March 2031", "", []),
}
# fmt: on


@pytest.mark.parametrize(("above", "below", "names"), AUTHORS.values(), ids=AUTHORS)
def test_authors(above, below, names):
    """Authors are those whom a byline names; of a bare name something must say that it is one."""
    document = cleaned(f"{HEAD}\n{above}\n\n{BODY}\n{below}\n")
    assert [author.name for author in document.meta.authors] == names


def test_a_page_may_bear_its_authors_name():
    """A person who owns the page stays its author."""
    meta = cleaned(f"{HEAD}\nAna Ruiz\nMarch 4, 2031\n\n{BODY}\n© 2031 Ana Ruiz").meta
    assert (meta.outlet.name, [a.name for a in meta.authors]) == ("Ana Ruiz", ["Ana Ruiz"])
