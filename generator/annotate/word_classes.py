"""Classes of words: the rows "class = words" of a lexicon."""

from __future__ import annotations

from functools import cache

from generator.resources import word_list


@cache
def words_of(lexicon: str, name: str) -> tuple[str, ...]:
    """Return the words of one class, in the order of the lexicon.

    Args:
        lexicon: A file of the stage's lexicon, of rows such as ``owner = her his its``.
        name: The class.

    Raises:
        KeyError: If the lexicon has no such class.
    """
    rows = (row.partition(" = ") for row in word_list("annotate", lexicon))
    return {key.strip(): tuple(words.split()) for key, _, words in rows}[name]


def word_class(name: str) -> frozenset[str]:
    """Return a class of the words around a figure."""
    return frozenset(words_of("figure_word_classes", name))


def trimmed(words: str) -> str | None:
    """Return words one blank apart, without marks at either end; None if nothing is left."""
    return " ".join(words.split()).strip(" ,;:.–—-*•") or None
