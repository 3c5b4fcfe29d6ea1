"""The table of cues: every form of every verb, and which uses of a form report speech."""

import pytest

from generator.annotate.cues import find_cues, verb_forms
from generator.annotate.frames import find_frames
from generator.resources import word_list
from tests.annotate.marked import marked

FORMS = {
    "says": "s",
    "said": "past",
    "saying": "ing",
    "denies": "s",
    "denied": "past",
    "stressed": "past",
    "presses": "s",
    "argued": "past",
    "arguing": "ing",
    "quipped": "past",
    "quipping": "ing",
    "admitted": "past",
    "admitting": "ing",
    "told": "past",
    "foresaw": "past",
    "agreeing": "ing",
}
USES = {
    # what it shows: (text, cues that are found)
    "finite": ("Ruiz has not yet said that it rained.", ["said"]),
    "two words": ("Ruiz pointed out that it rained.", ["pointed out"]),
    "catenative": ("Ruiz went on to say that it rained.", ["went on to say"]),
    "phrase": ("According to Ruiz, it rained.", ["According to"]),
    "noun": ("His reports and their claims were late.", []),
    "possessive noun": ("The mayor's plans for Oslo were late.", []),
    "adjective": ("The proposed quay and a stated aim.", []),
    "reduced": ("The book published by Norvik was late.", []),
    "in marks": ("The film “She said it” was late.", []),
}


@pytest.mark.parametrize(("form", "shape"), FORMS.items(), ids=FORMS)
def test_forms(form, shape):
    """Regular and irregular forms are made as English makes them."""
    assert shape in {each.shape for each in verb_forms()[form]}


@pytest.mark.parametrize(("text", "expected"), USES.values(), ids=USES)
def test_uses(text, expected):
    """A form counts where it is a verb with a subject, not where it is a noun or adjective."""
    document, found = marked(text)
    cues = [
        document.text[frame.tokens[cue.first].start : frame.tokens[cue.last].end]
        for frame in find_frames(document, found)
        for cue in find_cues(frame)
        if cue.shape != "passive"
    ]
    assert cues == expected


def test_the_table_is_well_formed():
    """Each row has a verb of its own and known patterns only, and the table is large."""
    rows = [row.split() for row in word_list("annotate", "cue_verbs")]
    verbs = [row[0] for row in rows]
    assert len(verbs) == len(set(verbs)) > 500
    assert all(set(row[1]) <= set("tbcqiwroxnpm") for row in rows)
