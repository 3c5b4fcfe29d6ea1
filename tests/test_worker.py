"""One file in, its documents out: several of them, bad ones, slow ones."""

from __future__ import annotations

import json

import msgspec
import pytest

from generator import pipeline, worker
from generator.config import load
from generator.desk import seed_of
from generator.model import Annotation, Failure
from generator.worker import Job, process
from tests.desks import STORY, briefing, make_desk
from tests.readers.test_containers import TEXT, mail, mailbox, packed

OUTLET = "outlet: Brannock Herald\n"

ARCHIVE = {
    "b.txt": STORY,
    "in/a.txt": STORY.replace("41", "40"),
    "in/a.meta.yml": "outlet: Evening Lamp\nurl: https://lamp.example/a\n",
    "photo.jpg": b"\xff\xd8\xff\0",
    "lost.meta.yml": OUTLET,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk with an archive, a mailbox and a text, and what is stated beside them."""
    sources = {
        "news.zip": packed(ARCHIVE),
        "news.meta.yml": OUTLET,
        "in.mbox": mailbox(mail("Second", 5), mail("First", 4)),
        "a.txt": STORY.replace("41", "39"),
    }
    return make_desk(tmp_path_factory.mktemp("worker") / "desk", sources)


def test_a_desk_of_many_documents(desk):
    """Documents come by path and part; each bad member is one failure with its whole name."""
    told = []
    harvest = pipeline.gather_all(load(desk / "mkdocs.yml"), progress=lambda *a: told.append(a))
    places = [(a.source.path, a.source.part) for a in harvest.annotations]
    assert [
        (path, part and part.partition("-f")[0].partition("-s")[0]) for path, part in places
    ] == [
        ("a.txt", None),
        ("in.mbox", "2031-11-04"),
        ("in.mbox", "2031-11-05"),
        ("news.zip", "b.txt"),
        ("news.zip", "in/a.txt"),
    ]
    assert len({a.id for a in harvest.annotations}) == 5
    assert [f.path for f in harvest.failures] == ["news.zip/lost.meta.yml", "news.zip/photo.jpg"]
    assert told[-1] == ("reading", 3, 3)


def test_sidecars_of_an_archive(desk):
    """The one beside an archive speaks of all of it; one inside, of its own document."""
    found = {a.source.part: a for a in pipeline.annotate_file(desk / "seeds/news.zip")[:2]}
    assert found["b.txt"].outlet.name == "Brannock Herald"
    assert found["b.txt"].source.url is None
    assert found["in/a.txt"].outlet.name == "Evening Lamp"
    assert found["in/a.txt"].source.url == "https://lamp.example/a"


def test_the_cache_gives_what_was_made(desk):
    """A second run finds every part in the cache, and one that is gone is made anew."""
    config = load(desk / "mkdocs.yml")
    first = pipeline.gather_all(config, progress=lambda *_: None)
    results = sorted(config.cache.glob("??/*.json"))
    assert len(results) == 5
    results[0].unlink()
    assert pipeline.gather_all(config, progress=lambda *_: None) == first
    assert pipeline.gather_all(config, progress=lambda *_: None, keep=False) == first


def test_a_part_that_vanished_from_the_cache_is_made_anew(desk):
    """Another build may clear a result between the making and the reading of it."""
    job = Job(seed_of(desk / "seeds/news.zip"), None)
    outcomes = process(job)
    store = type("Empty", (), {"get": lambda *_: None})()
    kept = msgspec.structs.replace(outcomes[1], annotation=None)
    assert pipeline._whole(job, kept, store) == outcomes[1]


def test_annotate_prints_a_line_a_document(desk):
    """The lines come in the order of the files and their parts; failures name the part."""
    run = briefing("annotate", "seeds/news.zip", "seeds/a.txt", cwd=desk, ok=False)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert rows[0]["id"] == "news--b-txt"
    assert [row["source"]["part"] for row in rows] == ["b.txt", "in/a.txt", None]
    assert run.returncode == 1
    assert "briefing: seeds/news.zip/photo.jpg: no reader" in run.stderr


def test_a_member_alone_or_among_others(tmp_path):
    """Two orders of members, and other members beside, give the same annotation."""
    (tmp_path / "one").mkdir()
    rows = [dict(list(ARCHIVE.items())[:2]), dict(list(ARCHIVE.items())[1::-1])]
    found = []
    for row in rows:
        (tmp_path / "news.zip").write_bytes(packed(row))
        found.append(pipeline.annotate_file(tmp_path / "news.zip"))
    assert found[0] == found[1]
    (tmp_path / "news.zip").write_bytes(packed({"b.txt": STORY}))
    assert pipeline.annotate_file(tmp_path / "news.zip") == found[0][:1]


def test_a_document_that_takes_too_long_is_one_failure(tmp_path, monkeypatch):
    """One hostile document stalls neither the desk nor its neighbours in an archive."""
    honest = worker.clean

    def slow(extract, document_id):
        while extract.source.part == "b.txt":
            pass
        return honest(extract, document_id)

    monkeypatch.setattr(worker, "clean", slow)
    monkeypatch.setattr(worker, "MAX_SECONDS", 0.2)
    (tmp_path / "news.zip").write_bytes(packed({"a.txt": "A text.", "b.txt": STORY}))
    one, two = pipeline.annotate_file(tmp_path / "news.zip")
    assert isinstance(one, Annotation)
    assert isinstance(two, Failure)
    assert (two.stage, two.reason) == ("clean", "it took longer than 0.2 seconds")


def test_a_bad_archive_is_one_failure(tmp_path):
    """An archive that cannot be opened is refused once, by its own name."""
    (tmp_path / "news.zip").write_bytes(packed(ARCHIVE)[:-40])
    (failure,) = pipeline.annotate_file(tmp_path / "news.zip")
    assert failure.path == str(tmp_path / "news.zip")
    assert "damaged" in failure.reason


def test_a_bad_name_in_an_archive_is_one_failure(tmp_path):
    """It costs the member of that name; a sidecar that is doubled is no empty one."""
    data = {"../x.txt": STORY, "b.txt": STORY, "b.meta.yml": "", "c.meta.yml": ""}
    (tmp_path / "news.zip").write_bytes(packed(data).replace(b"c.meta.yml", b"b.meta.yml"))
    found = pipeline.annotate_file(tmp_path / "news.zip")
    failures = {one.path: one.reason for one in found if isinstance(one, Failure)}
    assert failures == {
        f"{tmp_path}/news.zip/../x.txt": (
            "the archive holds a part with an unsafe name, “../x.txt”"
        ),
        f"{tmp_path}/news.zip/b.meta.yml": "the archive holds two parts named “b.meta.yml”",
    }
    assert [one.source.part for one in found if isinstance(one, Annotation)] == ["b.txt"]


def test_what_the_lines_of_a_mail_are(tmp_path):
    """The subject is the title; the other header lines are neither headline nor text."""
    release = mail("Pilots to move in spring", 4).replace(
        b"The port",
        b"FOR IMMEDIATE RELEASE\n\nPilots to move in spring\n\nNORVIK, 4 November 2031 - The port",
    )
    (tmp_path / "release.eml").write_bytes(release)
    (found,) = pipeline.annotate_file(tmp_path / "release.eml")
    rows = [(block.kind, block.span.of(found.text)) for block in found.blocks]
    assert rows == [
        ("title", "Subject: Pilots to move in spring"),
        ("boilerplate", "From: Evening Post <news@eveningpost.example>"),
        ("date", "Date: Tue, 04 Nov 2031 10:00:00 +0100"),
        ("boilerplate", "FOR IMMEDIATE RELEASE"),
        ("boilerplate", "Pilots to move in spring"),
        ("body", "NORVIK, 4 November 2031 - " + TEXT.strip()),
    ]
    assert (found.title.text, found.outlet.name) == ("Pilots to move in spring", "Evening Post")
    assert found.published.date == "2031-11-04"
    assert found.title.span.of(found.text) == found.title.text
