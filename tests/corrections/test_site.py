"""Corrections on the site: the mark and the program's value, a rebuild, an orphan, strictness."""

from __future__ import annotations

import json

import pytest

from generator import pipeline
from generator.config import load
from tests.corrections.written import entry
from tests.desks import STORY, briefing, make_desk

WORDS = "they would stop boarding ships at night, in a vote of 41 to 3"


def prepared(desk):
    """Make the pages of a desk; returns the report and the edition that is published."""
    report = pipeline.prepare(load(desk / "mkdocs.yml"))
    return report, json.loads((desk / "docs/data/edition.json").read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path):
    """A desk of one document whose first quotation has another speaker, by hand."""
    folder = make_desk(tmp_path / "desk", {"a.txt": STORY})
    _, edition = prepared(folder)
    (id_,) = [
        q["id"]
        for q in edition["documents"][0]["annotation"]["quotations"]
        if q["speaker_name"] == "Harbour pilots"
    ]
    text = entry(do="change", id=id_, words=WORDS, to={"speaker": "<b>Bo</b> {{ 7 }} [Lind](x)"})
    (folder / "seeds/corrections.yml").write_text(text, encoding="utf-8")
    return folder


def test_a_correction_is_marked_with_what_the_program_had(desk):
    """The page says that the desk corrected it and what stood there; its words are inert."""
    report, edition = prepared(desk)
    assert report.warnings == ()
    page = (desk / "docs/quotations/index.md").read_text(encoding="utf-8")
    assert "Corrected by the desk" in page
    assert "speaker Harbour pilots." in page
    for sign in ("<b>Bo", "{{", "[Lind]"):
        assert sign not in page
    (row,) = edition["corrections"]
    assert (row["status"], row["document"], row["file"], row["line"]) == (
        "applied",
        "a",
        "corrections.yml",
        1,
    )
    assert row["changes"][0]["program"] == "Harbour pilots"


def test_it_survives_an_edit_elsewhere(desk):
    """A paragraph more and a rebuild leave the correction where it was."""
    prepared(desk)
    edited = STORY.replace(
        "The port handled", "Snow fell on the quay all night.\n\nThe port handled"
    )
    (desk / "seeds/a.txt").write_text(edited, encoding="utf-8")
    report, edition = prepared(desk)
    assert report.warnings == ()
    assert [row["status"] for row in edition["corrections"]] == ["applied"]


def test_it_is_an_orphan_once_its_words_are_gone(desk):
    """An edit of the sentence itself gives a warning with file and line, and exit code 1."""
    (desk / "seeds/a.txt").write_text(STORY.replace("at night, in", "by night, in"), "utf-8")
    _, edition = prepared(desk)
    assert [row["status"] for row in edition["corrections"]] == ["orphan"]
    assert "Corrected by the desk" not in (desk / "docs/quotations/index.md").read_text("utf-8")
    run = briefing("check", "--strict", cwd=desk, ok=False)
    assert run.returncode == 1
    assert run.stderr.startswith("warning: corrections.yml, line 1: not applied (change): there is")
    assert run.stdout.endswith("0 failures, 1 warning.\n")


def test_taking_it_out_gives_the_machines_work_back(desk):
    """Without the file the pages are byte for byte what they were before it."""
    prepared(desk)
    marked = (desk / "docs/quotations/index.md").read_bytes()
    (desk / "seeds/corrections.yml").unlink()
    prepared(desk)
    plain = (desk / "docs/quotations/index.md").read_bytes()
    assert b"desk" not in plain
    assert plain != marked
