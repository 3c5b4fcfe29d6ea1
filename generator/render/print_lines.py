"""Where a printed line may break inside a word that is too long for it.

The typesetter breaks between words only, and a hyphen would alter the words of a source. So
what runs on without a blank is given places to break that nobody sees.
"""

from __future__ import annotations

import re

from generator.render.visible import visible

BREAK = "\u200b"
"""Zero width space: it shows in text copied out of the PDF and nowhere else."""

MAX_RUN, MAX_CELL_RUN = 30, 12
"""Code points without a blank that fit on any line, and in the narrowest column of a table."""

_JOINT = re.compile(r"(?<=[/?#&=._\-%,;])(?=[^/?#&=._\-%,;\s])")


def breakable(text: str, run: int = MAX_RUN) -> str:
    """Return what a reader sees of a text, with a place to break in each run of that length."""
    return re.sub(rf"[^\s{BREAK}]{{{run}}}(?=[^\s{BREAK}])", rf"\g<0>{BREAK}", visible(text))


def breakable_address(address: str) -> str:
    """Return an address with a place to break in each part that is too long for a line.

    After its punctuation the typesetter breaks an address without our help, and what is
    copied out of the PDF is then the address itself.
    """
    return "".join(breakable(part) for part in _JOINT.split(address))
