"""Names of outlets, compared: an article before the name and a web ending do not count.

That two names are one outlet, or two outlets one publisher's, no text says surely
enough; it comes from the desk's own table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

import msgspec

from generator.link.words import plain, repaired
from generator.model import Known

_ENDING = re.compile(r"\.(?:com|org|net|news|co\.uk|co|tv|info)$")


class Outlets(msgspec.Struct, frozen=True):
    """What the desk's table states of outlets, by their keys."""

    names: Mapping[str, str]
    """Key of the outlet that another name means."""
    families: Mapping[str, str]
    """Key of the publisher of an outlet; it begins with "=" and so is no outlet's."""

    def key(self, name: str | None) -> str:
        """Return the form under which an outlet is known; empty for None."""
        key = outlet_key(name)
        return self.names.get(key, key)

    def family(self, name: str | None) -> str:
        """Return whom an outlet counts for: its publisher, or itself; empty for None."""
        key = self.key(name)
        return self.families.get(key, key)


def outlets_of(known: Known) -> Outlets:
    """Return the table of outlets; a name that is listed for two outlets means neither."""
    listed = Counter(
        key for one in known.outlets for key in {outlet_key(n) for n in (one.name, *one.names)}
    )
    names, families = {}, {}
    for one in known.outlets:
        own = outlet_key(one.name)
        names.update({k: own for n in one.names if listed[k := outlet_key(n)] == 1})
        if one.family and plain(one.family).strip():
            families[own] = f"={plain(one.family).strip()}"
    return Outlets(names, families)


@cache
def outlet_key(name: str | None) -> str:
    """Return the form of a name that is compared; empty for None."""
    folded = " ".join(re.findall(r"[\w.&]+", plain(repaired(name or "")).removeprefix("www.")))
    return _ENDING.sub("", folded.removeprefix("the "))
