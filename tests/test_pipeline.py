"""What a build promises: the same bytes, one failure a bad document, nothing half done."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from generator import pipeline, worker
from generator.config import load
from generator.errors import VerificationError
from generator.model import Annotation, Span
from generator.publish import publish
from tests.desks import ROOT, STORY, briefing, contents, make_desk

SOURCES = {
    f"{i:02}.txt": STORY.replace("Monday", day).replace("1,200", f"{i},200")
    for i, day in enumerate(["Monday", "Sunday", "Friday"] * 5, 1)
}


def test_two_builds_are_byte_identical(tmp_path):
    """Another folder, time zone, hash seed and number of workers give the same site."""
    one = make_desk(tmp_path / "one", SOURCES, "      executor: serial\n")
    two = make_desk(tmp_path / "a folder elsewhere", SOURCES, "      workers: 3\n")
    briefing("build", "--strict", cwd=one, TZ="UTC", PYTHONHASHSEED="1")
    briefing("build", "--strict", cwd=two, TZ="Asia/Tokyo", PYTHONHASHSEED="77", LC_ALL="C")
    first, second = contents(one / "site"), contents(two / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_warm_build_gives_what_a_cold_one_gives(tmp_path):
    """The cache changes how long a build takes and nothing else."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY, "b.txt": STORY.replace("41", "40")})
    briefing("build", cwd=desk)
    cold = contents(desk / "docs")
    (desk / "seeds/b.txt").write_text(STORY, encoding="utf-8")
    briefing("build", cwd=desk)
    assert contents(desk / "docs") != cold
    (desk / "seeds/b.txt").write_text(STORY.replace("41", "40"), encoding="utf-8")
    briefing("build", cwd=desk)
    assert contents(desk / "docs") == cold


def test_plain_mkdocs_does_the_same_work(tmp_path):
    """`mkdocs build` alone writes the pages through the plugin and builds the same site."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    briefing("build", cwd=desk, SOURCE_DATE_EPOCH="1000000000")
    ours = contents(desk / "site")
    publish([], desk / "docs")
    for name in ("site", ".cache"):
        shutil.rmtree(desk / name)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=desk,
        env={"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1000000000", "PATH": os.defpath},
        check=True,
        capture_output=True,
    )
    assert contents(desk / "site") == ours


def test_a_document_that_breaks_a_rule_is_one_failure(tmp_path, monkeypatch):
    """An unforeseen fault in one document is reported with its stage; the others are made."""
    honest = worker.annotate

    def faulty(document):
        if document.id == "b":
            raise ZeroDivisionError("boom")
        return honest(document)

    monkeypatch.setattr(worker, "annotate", faulty)
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY, "b.txt": STORY})
    report = pipeline.prepare(load(desk / "mkdocs.yml"))
    assert report.documents == 1
    assert [(f.path, f.stage) for f in report.failures] == [("b.txt", "annotate")]
    assert "ZeroDivisionError: boom" in report.failures[0].reason


def forged(found: Annotation) -> Annotation:
    """Return an annotation whose title is no slice of its source."""
    return msgspec.structs.replace(
        found, title=msgspec.structs.replace(found.title, span=Span(0, 3))
    )


def test_a_span_that_is_off_costs_its_document(tmp_path, monkeypatch):
    """A document with an item that is no slice of it is left out and named; the rest is built."""
    honest = worker.annotate
    monkeypatch.setattr(
        worker, "annotate", lambda d: forged(honest(d)) if d.id == "b" else honest(d)
    )
    desk = make_desk(
        tmp_path / "desk", {"a.txt": STORY, "b.txt": STORY}, "      executor: serial\n"
    )
    report = pipeline.prepare(load(desk / "mkdocs.yml"))
    assert report.documents == 1
    assert [(f.path, f.stage) for f in report.failures] == [("b.txt", "verify")]
    assert "title" in report.failures[0].reason
    assert "please report it" in report.failures[0].reason


def test_a_span_that_is_off_in_the_edition_stops_the_build(tmp_path, monkeypatch):
    """If a page would print an item that is no slice of its source, nothing is published."""
    honest = pipeline.assemble
    monkeypatch.setattr(
        pipeline, "assemble", lambda found, links: honest([forged(a) for a in found], links)
    )
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    with pytest.raises(VerificationError, match="title"):
        pipeline.prepare(load(desk / "mkdocs.yml"))
    assert not (desk / "docs" / "briefings").exists()


def test_any_executor_of_the_standard_kind_will_do(tmp_path):
    """A caller may hand over an executor of its own."""
    desk = make_desk(tmp_path / "desk", SOURCES)
    with ThreadPoolExecutor(2) as executor:
        report = pipeline.prepare(load(desk / "mkdocs.yml"), executor=executor)
    assert (report.documents, report.failures) == (len(SOURCES), ())


def test_a_killed_build_leaves_the_last_good_site(tmp_path):
    """A build that is killed at any moment leaves a whole site behind."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    briefing("build", cwd=desk)
    before = contents(desk / "site")
    (desk / "seeds/a.txt").write_text(STORY.replace("41", "42"), encoding="utf-8")
    for wait in (0.4, 1.0, 1.6):
        with subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=desk,
            env={"PYTHONPATH": str(ROOT), "PATH": os.defpath},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as run:
            time.sleep(wait)
            run.send_signal(signal.SIGKILL)
        after = contents(desk / "site")
        assert after == before or "42" in after["data/claims.csv"].decode()
        before = after
    briefing("build", "--strict", cwd=desk)
    assert "42 to 3" in contents(desk / "site")["data/claims.csv"].decode()


def test_published_text_follows_the_setting(tmp_path):
    """The site's edition holds whole texts only under `source_text: full`; `export` always does."""
    for setting, whole in (("full", True), ("excerpts", False)):
        desk = make_desk(tmp_path / setting, {"a.txt": STORY}, f"      source_text: {setting}\n")
        briefing("build", cwd=desk)
        site = json.loads((desk / "site/data/edition.json").read_text(encoding="utf-8"))
        annotation = site["documents"][0]["annotation"]
        assert (annotation["text"] == STORY) is whole
        assert all(STORY[slice(*e["span"])] == e["text"] for e in annotation["excerpts"])
        assert bool(annotation["excerpts"]) is not whole
        exported = json.loads(briefing("export", cwd=desk).stdout)
        assert exported["documents"][0]["annotation"]["text"] == STORY
