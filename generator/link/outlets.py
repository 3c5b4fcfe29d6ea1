"""Names of outlets, compared: an article before the name and a web ending do not count."""

from __future__ import annotations

import re

from generator.link.words import plain, repaired

_ENDING = re.compile(r"\.(?:com|org|net|news|co\.uk|co|tv|info)$")


def outlet_key(name: str | None) -> str:
    """Return the form under which an outlet is known; empty for None."""
    folded = " ".join(re.findall(r"[\w.&]+", plain(repaired(name or "")).removeprefix("www.")))
    return _ENDING.sub("", folded.removeprefix("the "))
