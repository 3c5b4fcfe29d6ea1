from __future__ import annotations

import pytest

from tests.clean.pages import cleaned
from tests.clean.test_blocks import BODY

HEAD = "Norvik to close its old pilot station"

# fmt: off
DAYS = {
    # what it shows: (above the headline, below it, below the body, day)
    "as an item": ("", "* March 4, 2031", "", "2031-03-04"),
    "beside counts": ("", "March 4, 2031 · 58 Comments", "", "2031-03-04"),
    "in a stamp": ("", "By Ana Ruiz · Shipping · March 4, 2031 · 3 min read", "", "2031-03-04"),
    "label and more words": ("", "Published March 4, 2031Admin only", "", "2031-03-04"),
    "label before place": ("", "March 6, 2031\nPublished March 4, 2031", "", "2031-03-04"),
    "below goes before above": ("March 9, 2031", "March 4, 2031", "", "2031-03-04"),
    "above": ("March 4, 2031", "", "", "2031-03-04"),
    "of the visit": ("March 9, 2031\nHome\nNews\nSport\nJobs", "", "", None),
    "published and updated": ("", "Published: 22:00 GMT, 4 March 2031 | Updated 08:39 6 March 2031",
                              "", "2031-03-04"),
    "update first": ("", "Updated 6 March 2031 | Published 4 March 2031", "", "2031-03-04"),
    "changed and published, unlabelled": ("", "March 6, 2031March 4, 2031 by Ana Ruiz", "",
                                          "2031-03-04"),
    "update only": ("", "By Ana Ruiz · Updated March 6, 2031", "", None),
    "in other words": ("", "Ultima modifica 4 marzo 2031", "", None),
    "age only": ("", "Published 3 hours ago", "", None),
    "numbers, order shown elsewhere": ("", "4/3/2031", "Opened on 25/12/2030, it is said.",
                                       "2031-03-04"),
    "numbers, other order": ("", "4/3/2031", "Opened on 12/25/2030, it is said.", "2031-04-03"),
    "numbers, no order": ("", "4/3/2031", "", None),
    "note at the foot": ("", "March 6, 2031", ("This article was first published on March 4, 2031"
                         " but is kept up to date."), "2031-03-04"),
    "note on another outlet": ("", "", ("This article was first published by the Coast Wire, March"
                               " 4, 2031."), None),
    "list of links": ("", "", "* Ferry\n* March 1, 2031\n* Quay\n* March 2, 2031", None),
    "comment": ("", "", "2 comments\nBo Lind says\nMarch 8, 2031 at 6:59\nSad.", None),
    "rights": ("", "", "© March 4, 2031 Evening Post", None),
    "picture": ("", "A tug in Norvik on March 4, 2031. (Ida Holm/AFP)", "", None),
}
# fmt: on


@pytest.mark.parametrize(("above", "head", "below", "day"), DAYS.values(), ids=DAYS)
def test_publication(above, head, below, day):
    """The day is that on which the page says it appeared; otherwise there is none."""
    published = cleaned(f"{above}\n{HEAD}\n{head}\n\n{BODY}\n{below}\n").meta.published
    assert (published and published.date) == day
