"""PDFs of a desk: made in a build and by themselves, linked, kept, and refused one by one."""

from __future__ import annotations

import re

import pytest

from generator import pipeline, press
from generator.config import load
from generator.errors import PrintError
from generator.printing import print_sheets
from tests.desks import STORY, briefing, contents, make_desk
from tests.paper import text_of

UNPRINTABLE = """Chess player 中 wins again

Oslo, 4 March 2031

"We played for nine hours," said Bo Lind, who watches chess at the Norvik Club. The hall was full.
"""

SETTINGS = "      pdf: true\n"


def desk_of(folder, settings=SETTINGS):
    """Return a desk with two briefings, one of which holds a character that no font has."""
    return make_desk(folder, {"pilots.txt": STORY, "chess.txt": UNPRINTABLE}, settings)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return a desk built once, and what the command said."""
    desk = desk_of(tmp_path_factory.mktemp("printing") / "desk")
    return desk, briefing("build", cwd=desk, SITE_URL="https://desk.example/b/")


def printed(desk):
    """Return the PDFs of a desk's site by their story."""
    return {
        file.stem: file.read_bytes() for file in sorted((desk / "site/briefings").glob("*.pdf"))
    }


def test_one_refusal_spoils_no_other(built):
    """The PDF that cannot be made is named with its character and field; the other is there."""
    desk, run = built
    assert len(printed(desk)) == 1
    assert re.search(
        r"warning: briefings/chess\S+\.pdf was not made: no font has the character '中', U\+4E2D, "
        r"which stands in \w+",
        run.stderr,
    )
    assert "1 PDF; 0 failures, 1 warning." in run.stdout


def test_each_briefing_links_to_its_pdf(built):
    """The link stands where there is a PDF, with the version that is printed on it."""
    desk, _ = built
    for file in (desk / "site/briefings").glob("*/index.html"):
        html = file.read_text(encoding="utf-8")
        link = re.search(r'href="\.\./([\w-]+)\.pdf"', html)
        assert bool(link) == (file.parent.name in printed(desk))
        if link:
            version = re.search(r"version ([0-9a-f]{12})\)", html)[1]
            assert f"version {version}" in text_of(printed(desk)[link[1]])


def test_the_address_of_the_site_is_printed(built):
    """A paper copy says where its page lives."""
    (story,) = printed(built[0])
    text = text_of(printed(built[0])[story]).replace(" ", "")
    assert f"Ontheweb:https://desk.example/b/briefings/{story}/" in text


def test_the_same_bytes_elsewhere(built, tmp_path):
    """Another folder, time zone, hash seed and locale give the same PDF."""
    twin = desk_of(tmp_path / "somewhere else")
    site = "https://desk.example/b/"
    more = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    briefing("build", cwd=twin, SITE_URL=site, **more)
    assert printed(twin) == printed(built[0])


def test_without_the_setting_there_is_none(tmp_path):
    """A desk that does not ask for PDFs gets none and no link."""
    desk = make_desk(tmp_path / "desk", {"pilots.txt": STORY})
    assert " PDF" not in briefing("build", cwd=desk).stdout
    assert printed(desk) == {}
    assert not any(b".pdf" in page for page in contents(desk / "docs").values())


def test_what_has_not_changed_is_not_set_again(tmp_path, monkeypatch):
    """A second build takes each PDF from the cache, and clears it of those that are gone."""
    sources = {"a.txt": STORY, "b.txt": UNPRINTABLE.replace("中", "Yu")}
    desk = make_desk(tmp_path / "desk", sources, SETTINGS)
    config = load(desk / "mkdocs.yml")
    set_, true = [], press.Press.print
    monkeypatch.setattr(press.Press, "print", lambda self, s: set_.append(1) or true(self, s))
    assert pipeline.prepare(config).prints == 2
    first = contents(desk / "docs")
    pipeline.prepare(config)
    assert (len(set_), contents(desk / "docs")) == (2, first)
    (desk / "seeds/b.txt").unlink()
    assert pipeline.prepare(config).prints == 1
    assert len(list((desk / ".cache/briefings/prints").glob("??/*.json"))) == 1


def test_a_changed_template_prints_anew(tmp_path):
    """The desk's own print template is seen at the next build."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY}, SETTINGS)
    config = load(desk / "mkdocs.yml")
    pipeline.prepare(config)
    own = desk / "templates/print/briefing.typ"
    own.parent.mkdir(parents=True)
    own.write_text(
        "#let sheet = json(bytes(sys.inputs.sheet))\n#set document(title: sheet.title, "
        "date: datetime(year: 2031, month: 1, day: 1))\nOurs: #sheet.title",
        encoding="utf-8",
    )
    pipeline.prepare(config)
    (pdf,) = (desk / "docs/briefings").glob("*.pdf")
    assert text_of(pdf.read_bytes()).startswith("Ours: ")


def test_without_the_typesetter_the_site_is_built(tmp_path, monkeypatch):
    """A desk whose machine lacks typst gets its site and is told why it has no PDF."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY}, SETTINGS)
    monkeypatch.setattr(press, "can_print", lambda: False)
    report = pipeline.prepare(load(desk / "mkdocs.yml"))
    assert report.prints == 0
    assert report.warnings[0].startswith("PDF skipped: PDF needs the package typst")
    assert not any(b".pdf" in page for page in contents(desk / "docs").values())
    with pytest.raises(PrintError):
        print_sheets(load(desk / "mkdocs.yml"), (), lambda *_: None)


def test_the_verb_prints_what_is_named(built, tmp_path):
    """`briefing pdf STORY --out DIR` makes that PDF, says where, and writes nothing else."""
    desk, _ = built
    (story,) = printed(desk)
    before = contents(desk)
    run = briefing("pdf", story, "--out", str(tmp_path / "out"), cwd=desk)
    assert run.stdout == f"{tmp_path / 'out' / story}.pdf\n"
    assert list(contents(tmp_path / "out")) == [f"{story}.pdf"]
    assert contents(desk) == before


def test_the_verb_prints_all_it_can(built, tmp_path):
    """Without a name all are printed; exit 1 says that one could not be, and which."""
    desk, _ = built
    run = briefing("pdf", "--out", str(tmp_path / "out"), cwd=desk, ok=False)
    assert run.returncode == 1
    assert "U+4E2D" in run.stderr
    assert list(contents(tmp_path / "out")) == [f"{story}.pdf" for story in printed(desk)]


INSTEAD = {
    # what it shows: (the stories that there are, what is said instead)
    "a near one": (["noquote", "strike"], "did you mean noquote?"),
    "two near ones": (["noquote", "noquotes"], "did you mean noquote or noquotes?"),
    "none near": (["alpha", "beta"], "the briefings are alpha, beta"),
    "many": ([f"s{i}" for i in range(8)], "the briefings are s0, s1, s2, s3, s4 and 3 more"),
    "none at all": ([], "there is none yet"),
}


@pytest.mark.parametrize(("known", "words"), INSTEAD.values(), ids=INSTEAD)
def test_what_is_said_of_another_story(known, words):
    """Near names are offered, or the first of those that there are."""
    assert pipeline._instead("noquot", known) == words


def test_nothing_to_print(tmp_path):
    """A desk without briefings says so, and makes no folder; an empty name of one is refused."""
    desk = make_desk(tmp_path / "desk", {})
    run = briefing("pdf", cwd=desk)
    assert run.stdout == "There are no briefings to print.\n"
    assert not (desk / "pdf").exists()
    refused = briefing("pdf", "--out", "", cwd=desk, ok=False)
    assert refused.returncode == 2
    assert "name a folder" in refused.stderr


def test_a_story_that_is_not_there(built, tmp_path):
    """The message names what is meant, and nothing is written."""
    desk, _ = built
    (story,) = printed(desk)
    run = briefing("pdf", story[:-1], "--out", str(tmp_path / "out"), cwd=desk, ok=False)
    assert run.returncode == 1
    assert f"there is no briefing '{story[:-1]}'; did you mean {story}?" in run.stderr
    assert not (tmp_path / "out").exists()
