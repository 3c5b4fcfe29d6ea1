"""One item in words: what `briefing show` prints, and that its correction can be pasted."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.corrections.rulings import read_rulings
from generator.overlay import Overlay
from generator.pipeline import verified
from generator.showing import nearest, show
from tests.corrections.written import documents, entry, item
from tests.desks import STORY, make_desk

ONE, TWO = documents()
EDITION, _ = verified(documents(), lambda *_: None)


def pasted(lines):
    """Return what becomes of the documents under the ready-made correction."""
    start = next(i for i, line in enumerate(lines) if line.startswith("- do:"))
    rows = []
    for line in lines[start:]:
        if not line:
            break
        rows.append(line)
    rulings = read_rulings({"corrections.yml": "\n".join(rows).encode()})
    return verified(documents(), lambda *_: None, Overlay(rulings=rulings))


QUOTATION = item(ONE, "quotations", "primarily")
PRINTED = {
    # what it shows: (id, lines that must be there)
    "quotation": (
        QUOTATION.id,
        [
            "  words: The dispute is primarily about rest,",
            "  type: direct",
            "  speaker name: Ana Ruiz",
            f"  rule: {QUOTATION.rule}",
            "  file: first.txt",
            "- do: change",
            '  words: "The dispute is primarily about rest,"',
        ],
    ),
    "claim": (item(ONE, "claims", "40 ships").id, ["  kind: prediction", "  file: first.txt"]),
    "figure": (item(ONE, "figures", "40").id, ["  value: 40", "  words: 40"]),
    "person": (item(ONE, "people", "Ana Ruiz").id, ["  role: harbour economist"]),
    "person over all": ("ana-ruiz", ["person ana-ruiz", "  name: Ana Ruiz"]),
    "document": ("first", ["document first", "  title: Harbour pilots walk out in Norvik"]),
}


@pytest.mark.parametrize(("id_", "expected"), PRINTED.values(), ids=PRINTED)
def test_an_item_is_shown_with_its_words_and_where_they_stand(id_, expected):
    """Kind, words, place, file, rule and a correction stand there, a line each."""
    lines = show(EDITION, id_)
    assert [one for one in expected if one not in lines] == []


def test_the_place_is_that_of_the_words():
    """Line and characters are those of the text of record."""
    (span,) = QUOTATION.content
    line = ONE.text[: span.start].count("\n") + 1
    lines = show(EDITION, QUOTATION.id)
    assert f"  place: line {line}, characters {span.start}-{span.end}" in lines


@pytest.mark.parametrize(
    "id_",
    [
        one.id
        for annotation in (ONE, TWO)
        for layer in ("claims", "quotations", "figures", "people")
        for one in getattr(annotation, layer)
    ]
    + ["first"],
)
def test_every_ready_made_correction_is_applied_as_it_is(id_):
    """Pasted without an edit it meets its item, equal ones told apart, and changes nothing."""
    found, warnings = pasted(show(EDITION, id_))
    assert warnings == ()
    assert [(r.target, r.status, r.changes) for r in found.corrections] == [(id_, "applied", ())]
    assert found.documents == EDITION.documents


def test_a_corrected_item_says_what_the_program_had():
    """The ruling, its file and line, and the machine's value are shown."""
    text = entry(
        do="change",
        id=QUOTATION.id,
        words="The dispute is primarily about rest,",
        to={"speaker": "Bo Lind"},
    )
    rulings = read_rulings({"corrections.yml": text.encode()})
    found, _ = verified(documents(), lambda *_: None, Overlay(rulings=rulings))
    lines = show(found, QUOTATION.id)
    assert "  correction: change, corrections.yml, line 1" in lines
    assert "    speaker: the program had Ana Ruiz" in lines


def test_unknown_ids_name_what_is_near():
    """A beginning, or a slip of the pen, leads to the ids that may be meant."""
    assert show(EDITION, "q-000") is None
    assert QUOTATION.id in nearest(EDITION, QUOTATION.id[:7])
    assert QUOTATION.id in nearest(EDITION, QUOTATION.id[:-1] + "x")
    assert nearest(EDITION, "\x1b[31m" * 1000) == ()


def test_the_command(tmp_path, monkeypatch):
    """`briefing show` prints an item of the desk; an unknown id is one line and exit code 1."""
    monkeypatch.chdir(make_desk(tmp_path / "desk", {"a.txt": STORY}))
    run = CliRunner().invoke(main, ["show", "a"])
    assert run.stdout.startswith("document a\n")
    bad = CliRunner().invoke(main, ["show", "\x1b[31mq-1"])
    assert (bad.exit_code, bad.stdout) == (1, "")
    assert "\x1b" not in bad.stderr
    assert len(bad.stderr.splitlines()) == 1
