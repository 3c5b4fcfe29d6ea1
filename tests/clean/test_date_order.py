from __future__ import annotations

import pytest

from generator.clean.date_order import writes_day_first

# fmt: off
ORDERS = {
    # what it shows: (text, whether the day stands first)
    "numbers, day first": ("It was read on 25/12/2030 by the council and the crew.", True),
    "numbers, month first": ("It was read on 12/25/2030 by the council and the crew.", False),
    "numbers go before names": ("By 25/12/2030 the crew of March 4, 2031 is with us.", True),
    "named, day first": ("The crew left on 4 March 2031 with the last of the boats.", True),
    "named, month first": ("The crew left on March 4th, 2031 with the last of the boats.", False),
    "both": ("By 25/12/2030 and by 12/25/2030 the crew is to be on the boats.", None),
    "neither": ("The crew of the boat is to be read 4/3/2031 with the council.", None),
    "not English": ("Die Mannschaft verlor am 4.3.2031 das Boot und den Hafen.", True),
}
# fmt: on


@pytest.mark.parametrize(("text", "expected"), ORDERS.values(), ids=ORDERS)
def test_order(text, expected):
    """Dates that can be read in one way show how the others are written."""
    assert writes_day_first(text) is expected
