"""PDF files for tests, set with typst from invented text."""

from __future__ import annotations

from functools import cache

import typst

PARAGRAPHS = (
    (
        "The harbour council of Norvik voted on Monday to close the old pilot station by the end of"
        " the year, a step that its members had put off three times since the spring."
    ),
    (
        "“Nobody will lose a post over this reorganisation, and every representative of the union"
        " has been told so in unmistakable terms,” said Bo Lind, who runs the station and has"
        " worked there for thirty years."
    ),
    (
        "The move will cost four million crowns, the council said. Ana Ruiz, a harbour economist at"
        " the Norvik Institute, expects pilotage fees to rise by less than shipping companies had"
        " anticipated in their applications."
    ),
    (
        "A well-known difficulty remains: the approach to the new quay is narrow, and the dredging"
        " that would widen it has been postponed because of an unexpected archaeological discovery"
        " on the eastern embankment."
    ),
    (
        "Representatives of the neighbouring municipalities complained that the administration had"
        " not consulted them, although the consequences for commuters and fishermen are"
        " considerable."
    ),
    (
        "Ruiz answered that the well-known timetable had been published in January and that nobody"
        " had objected until the contracts for the construction were signed."
    ),
    (
        "The station, a brick building with a lantern on its roof, was put up after the great flood"
        " and has been a landmark for generations of sailors. What becomes of it is undecided."
    ),
    (
        "A museum has shown interest. Its director told the council that the restoration would be"
        " affordable if volunteers contributed their labour, as they did for the lighthouse."
    ),
)
TITLE = "Pilots to move to the new quay in October"


PLAIN = """#set page(paper: "a5")
#set text(size: 10pt, lang: "en")
"""
BOOK = """#set page(paper: "a5", header: [Evening Post #h(1fr) Harbour news], numbering: "1 / 1")
#set text(size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true, first-line-indent: 1.2em, spacing: 0.65em)
"""
TWO = """#set page(paper: "a4", columns: 2, header: [Evening Post #h(1fr) 4], numbering: "1")
#set text(size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true)
"""
THREE = """#set page(paper: "a4", columns: 3)
#set text(size: 9pt, lang: "en", hyphenate: true)
#set par(justify: true, first-line-indent: 1em, spacing: 0.65em)
"""


@cache
def pdf(source: str) -> bytes:
    """Return the PDF that typst makes of a source."""
    return typst.compile(source.encode())


def article(setting: str, times: int) -> str:
    """Return a source with the paragraphs so many times over, the round named in each."""
    across = '#place(top, scope: "parent", float: true)' if "columns" in setting else ""
    title = f'{across}[#text(size: 20pt, weight: "bold")[{TITLE}]]\n\n'.replace(
        "[#text", "#[#text" if not across else "[#text", 1
    )
    return setting + title + "\n\n".join(paragraphs(times))


def paragraphs(times: int) -> list[str]:
    """Return the paragraphs of :func:`article` as they should be read."""
    return [f"{p} So it stood in round {n + 1}." for n in range(times) for p in PARAGRAPHS]
