"""Makes documents and rulings for tests: a text that is annotated for real, entries as YAML."""

from __future__ import annotations

from functools import cache

from generator.annotate.stage import annotate
from generator.clean.stage import clean
from generator.corrections.rulings import read_rulings
from generator.corrections.stage import correct
from generator.readers.stage import read

FIRST = """Harbour pilots walk out in Norvik

By Mara Lind, Evening Post

Tuesday, 4 March 2031

The pilots of Norvik harbour stopped work on Tuesday, the port said.

"The dispute is primarily about rest," said Ana Ruiz, a harbour economist at the Norvik Institute.

About 40 ships may wait if the strike lasts. Bo Lind, the mayor, said the town would pay.

It is unclear who will pay for the tugs.
"""

SECOND = """Ferries wait at Oster quay

The ferries waited for 3 hours on Monday, the company said. "We had no pilots," said A. Ruiz.

The ferries waited for 3 hours on Monday, the company said.
"""


@cache
def document(path, text):
    """Return the annotation of a text as a build makes it."""
    id_ = path.removesuffix(".txt").replace("/", "-")
    return annotate(clean(read(text.encode(), path), id_))


def documents():
    """Return the two documents: one in the seeds folder, one in a folder of its own."""
    return (document("first.txt", FIRST), document("ferries/second.txt", SECOND))


def item(annotation, layer, words):
    """Return the item of a layer that says words, the first of several."""
    from generator.corrections.matching import words_of

    return next(i for i in getattr(annotation, layer) if words in words_of(i, annotation.text))


def entry(**fields):
    """Return one entry of a corrections file, as YAML."""
    from generator.showing import quoted

    def written(value):
        if isinstance(value, dict):
            return "{" + ", ".join(f"{k}: {quoted(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(quoted, value)) + "]"
        return quoted(value)

    rows = [f"{name.rstrip('_')}: {written(value)}" for name, value in fields.items()]
    return "- " + "\n  ".join(rows) + "\n"


def ruled(*entries, file="corrections.yml", annotations=None):
    """Return what becomes of the documents under entries of one file."""
    rulings = read_rulings({file: "".join(entries).encode()})
    return correct(annotations or documents(), rulings)


def by_id(corrected, id_):
    """Return a corrected document."""
    return next(one for one in corrected.annotations if one.id == id_)
