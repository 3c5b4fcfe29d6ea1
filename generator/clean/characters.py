"""Odd characters: what cannot be seen, or looks like a blank, is plain in the view.

Nothing is straightened: quotation marks, dashes and accents stay as the outlet set
them, since they carry meaning for whoever finds quotations.
"""

from __future__ import annotations

import re

from generator.model import Extract
from generator.offsets import Edit

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces of other widths."""

UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
)
"""Soft hyphen, zero-width characters, direction controls, variation selectors, tags."""

JOINERS = "\u200c\u200d"
"""Needed between letters of some scripts and within emoji; stray in a Western word."""

CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb"

_ODD = re.compile(
    rf"(?P<blank>[{BLANKS}{CONTROLS}])"
    rf"|(?P<unseen>[{UNSEEN}]|(?<![^\x00-\u024f])[{JOINERS}]|[{JOINERS}](?![^\x00-\u024f])|\r(?=\n))"
    r"|(?P<line>[\r\v\f\u2028\u2029])"
)
_INSTEAD = {"blank": " ", "unseen": "", "line": "\n"}


def find_odd_characters(extract: Extract) -> tuple[Edit, ...]:
    """Propose a plain blank, a line end or nothing for each odd character.

    Returns:
        One edit a character, sorted; a line ends in U+000A alone in the view.
    """
    return tuple(
        Edit(match.start(), match.end(), _INSTEAD[match.lastgroup or "unseen"])
        for match in _ODD.finditer(extract.text)
    )
