"""Word lists by which cues, sources and clause borders are told, read once from the lexicon."""

from __future__ import annotations

from functools import cache

from generator.resources import word_list


@cache
def closed_words(name: str) -> frozenset[str]:
    """Return the words of one closed class: ``determiner``, ``pronoun``, ``auxiliary`` ..."""
    rows = dict(row.split(": ", 1) for row in word_list("annotate", "cue_closed_words"))
    return frozenset(rows[name].split())


@cache
def listed(name: str) -> frozenset[str]:
    """Return the rows of ``cue_NAME.txt`` as a set."""
    return frozenset(word_list("annotate", f"cue_{name}"))
