"""Documents for tests, written as a reader would mark them."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.ids import item_ids
from generator.model import (
    Block,
    Document,
    Layers,
    Meta,
    Person,
    Sentence,
    Source,
    Span,
)
from generator.offsets import apply

_SIGNS = re.compile(r"\[\[(?P<plain>[^\]]*)\]\]|\[(?P<person>[^\]]+)\]|(?P<end>\|)")


def marked(text):
    """Return a document and its first layers from a marked text.

    A line is a block of kind ``body``, or of the kind that stands before ``> ``. ``|`` ends a
    sentence, as does the end of a line. ``[Ana Ruiz]`` names a person; names with the same last
    word are one. ``[Tom Hale/analyst/Norvik Institute]`` adds role and affiliation. ``[[so]]``
    is a bracket of the text itself.
    """
    view, blocks, sentences, people = "", [], [], {}
    for index, line in enumerate(text.split("\n")):
        kind, _, words = line.rpartition("> ")
        plain, ends = _read(words, len(view), people)
        start = len(view)
        view += plain + "\n"
        blocks.append(Block(Span(start, start + len(plain)), kind or "body", None, index, 1.0))
        borders = [start, *ends, start + len(plain)]
        for low, high in pairwise(borders):
            span = _trimmed(view, low, high)
            if span.start < span.end:
                sentences.append(Sentence(span, index))
    return _document(view, blocks), Layers(tuple(sentences), _people(people))


def _read(line, start, people):
    """Return a line without its signs, and where its sentences end."""
    plain, ends, at = "", [], 0
    for match in _SIGNS.finditer(line):
        plain += line[at : match.start()]
        at = match.end()
        here = start + len(plain)
        if match["end"]:
            ends.append(here)
        elif match["person"]:
            name, role, affiliation = [*match["person"].split("/"), None, None][:3]
            plain += name
            known = people.setdefault(name.split()[-1], [name, None, None, []])
            known[1], known[2] = known[1] or role, known[2] or affiliation
            known[3].append(Span(here, here + len(name)))
        else:
            plain += f"[{match['plain']}]"
    return plain + line[at:], ends


def _trimmed(text, low, high):
    words = text[low:high]
    return Span(low + len(words) - len(words.lstrip()), low + len(words.rstrip()))


def _people(people):
    ids = item_ids("doc", "person", (name for name, *_ in people.values()))
    return tuple(
        Person(id_, name, role, affiliation, "official", tuple(mentions))
        for id_, (name, role, affiliation, mentions) in zip(ids, people.values(), strict=True)
    )


def _document(view, blocks):
    text, offsets = apply(view, ())
    source = Source("doc.txt", None, "text/plain", "")
    return Document("doc", source, view, text, offsets, tuple(blocks), Meta(), ())
