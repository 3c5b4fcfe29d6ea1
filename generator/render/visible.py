"""What a reader can see of a text: characters that hide or reorder others are left out."""

from __future__ import annotations

import re

_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"

_UNSEEN = (
    *(c for c in map(chr, (*range(0x20), *range(0x7F, 0xA0))) if c not in _BLANKS),
    *map(chr, range(0x202A, 0x202F)),  # bidi embeddings and overrides
    *map(chr, range(0x2066, 0x206A)),  # bidi isolates
    *map(chr, range(0xE0000, 0xE0080)),  # tag characters
    "\ufeff\ufffe\uffff",
)
"""Characters that no reader sees, and that could reorder or hide what stands around them."""

UNSEEN = "\ufeff"
"""One of them, to fill a place with."""

VISIBLE: dict[int, str | None] = {
    **{ord(c): " " for c in _BLANKS},
    **{ord(c): None for unseen in _UNSEEN for c in unseen},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # lone surrogates cannot be written
}
"""For ``str.translate``: each line end or tab to one blank, what is not seen to nothing."""

RUN = re.compile(r" {2,}")
"""Blanks that a page shows as one."""


def visible(text: str) -> str:
    """Return a text as a page shows it: on one line, one blank between words.

    A blank at either end stays, so that the pieces of a sentence can be put together.
    """
    return RUN.sub(" ", text.translate(VISIBLE))
