"""The command as a person meets it: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys

import pytest

from tests.desks import ROOT, STORY, briefing, contents, make_desk

BAD_INPUT = {
    # what it shows: (file name, its bytes, words of the reason)
    "empty file": ("empty.txt", b"", "empty"),
    "only control characters": ("bell.txt", b"\1\2\3", "binary"),
    "only blanks": ("blank.txt", b" \n\n\t", "empty"),
    "binary named .txt": (
        "photo.txt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
        "binary",
    ),
    "no reader": ("sheet.xlsx", b"PK\x03\x04", "no reader"),
    "no ending, and no text beyond doubt": ("notes", b"caf\xe9 at noon", "no reader"),
    "archive cut off": ("cut.zip", b"PK\x03\x04", "damaged"),
    "bad front matter": (
        "evil.md",
        b"---\ntitle: !!python/object/apply:os.getcwd []\n---\nx\n",
        "evil",
    ),
}


VERBS = ("annotate", "build", "check", "compare", "export", "init", "pdf", "serve", "show")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A desk with one good story and every kind of bad file, built once."""
    sources = {"good story.txt": STORY, "деревня/история.txt": STORY.replace("Pilots", "Crews")}
    sources |= {name: data for name, data, _ in BAD_INPUT.values()}
    desk = make_desk(tmp_path_factory.mktemp("cli") / "desk", sources)
    return desk, briefing("build", cwd=desk)


@pytest.mark.parametrize(("name", "data", "words"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_a_bad_file_is_one_reported_failure(built, name, data, words):
    """Each bad file is one line on standard error, with its name and a reason."""
    lines = [line for line in built[1].stderr.splitlines() if name in line]
    assert len(lines) == 1
    assert words in lines[0].lower()


def test_the_rest_of_the_site_is_built(built):
    """The last line counts the failures; the good documents have their pages."""
    desk, run = built
    last = run.stdout.splitlines()[-1]
    assert last.startswith("Built site/index.html from 2 documents")
    assert last.endswith(f"{len(BAD_INPUT)} failures, 0 warnings.")
    assert (desk / "site" / "sources" / "good-story" / "index.html").is_file()


def test_strict_fails_and_keeps_the_site(built):
    """Under --strict a failure is exit 1, and what could be built is there."""
    desk, _ = built
    assert briefing("build", "--strict", cwd=desk, ok=False).returncode == 1
    assert (desk / "site" / "index.html").is_file()


def test_check_writes_nothing(built):
    """`check` reports the same failures, exits 1 and leaves no file behind."""
    desk, _ = built
    before = contents(desk)
    run = briefing("check", cwd=desk, ok=False)
    assert run.returncode == 1
    assert f"{len(BAD_INPUT)} failures" in run.stdout
    assert contents(desk) == before


def test_a_broken_config_keeps_the_last_good_site(tmp_path):
    """A broken mkdocs.yml, and an unknown setting, are one line; the site stays as it was."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    briefing("build", cwd=desk)
    before = contents(desk / "site")
    good = (desk / "mkdocs.yml").read_text(encoding="utf-8")
    for text, words in (
        ("site_name: [", "mkdocs.yml, line"),
        (
            good.replace("  - briefings\n", "  - briefings: {colour: red}\n"),
            "unknown setting 'colour'",
        ),
        (good + "\nno_such_key_of_mkdocs: {theme: 1\n", "mkdocs.yml, line"),
        (good.replace("name: material", "name: no-such-theme"), "site engine failed"),
    ):
        (desk / "mkdocs.yml").write_text(text, encoding="utf-8")
        run = briefing("build", cwd=desk, ok=False)
        assert run.returncode == 1
        assert words in run.stderr
        assert len(run.stderr.strip().splitlines()) == 1
        assert contents(desk / "site") == before


def test_an_empty_desk_builds(tmp_path):
    """A desk without sources gives a site that says so, not an error."""
    desk = make_desk(tmp_path / "desk", {})
    run = briefing("build", cwd=desk)
    assert "0 documents" in run.stdout
    assert (desk / "site" / "index.html").is_file()


def test_two_files_with_one_title_are_two_documents(tmp_path):
    """The same text under two names is kept twice, each under its own address."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY, "a.md": STORY})
    briefing("build", cwd=desk)
    pages = sorted(p.parent.name for p in (desk / "site" / "sources").glob("a-*/index.html"))
    assert pages == ["a-md", "a-txt"]


def test_a_new_desk_builds_at_once(tmp_path):
    """`init` makes a desk that needs nothing more, strictly; a second `init` refuses."""
    briefing("init", str(tmp_path / "new desk"))
    briefing("build", "--strict", cwd=tmp_path / "new desk")
    again = briefing("init", str(tmp_path / "new desk"), ok=False)
    assert again.returncode == 1
    assert "not empty" in again.stderr


def test_annotate_prints_one_record_a_file_in_order(tmp_path):
    """Records come in the order asked for; a file without one is exit 1 and a line of reason."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    run = briefing("annotate", "b.txt", "missing.txt", "a.txt", cwd=tmp_path, ok=False)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert [r["source"]["path"] for r in records] == ["b.txt", "a.txt"]
    assert [r["schema"] for r in records] == ["briefing/annotation@1"] * 2
    assert run.returncode == 1
    assert "missing.txt: No such file" in run.stderr


def test_annotate_and_the_edition_give_the_same_ids(tmp_path):
    """A document annotated alone has the ids that it has on the site."""
    desk = make_desk(tmp_path / "desk", {"folder/a.txt": STORY})
    run = briefing("annotate", str(desk / "seeds/folder/a.txt"))
    edition = json.loads(briefing("export", cwd=desk).stdout)
    assert edition["documents"][0]["annotation"] == json.loads(run.stdout)


def test_names_cannot_drive_the_terminal(tmp_path):
    """A file name with terminal codes is printed with them spelt out."""
    desk = make_desk(tmp_path / "desk", {"x\x1b[2Jy.txt": b""})
    run = briefing("build", cwd=desk, ok=False)
    assert "\x1b" not in run.stdout + run.stderr
    assert r"x\x1b[2Jy.txt" in run.stderr


@pytest.mark.parametrize("words", [["buld"], ["annotate"], ["build", "--no-such"], ["init"]])
def test_wrong_use_is_exit_2(words):
    """A command that does not exist, or is called wrongly, is exit 2."""
    assert briefing(*words, ok=False).returncode == 2


def test_help_needs_no_manual():
    """The help names every command, and each command says what it exits with."""
    text = briefing("--help").stdout
    assert all(f"\n  {name} " in text for name in VERBS)
    assert "Exit code" in briefing("build", "--help").stdout


def test_no_progress_where_nobody_watches(built):
    """Without a terminal there is no bar and no colour code."""
    assert "\x1b" not in built[1].stdout + built[1].stderr


def test_a_terminal_is_told_of_progress(tmp_path, monkeypatch):
    """On a terminal, work that takes longer than a moment shows a bar."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    ours, theirs = pty.openpty()
    code = (
        "import generator.cli as c, generator.cli.told as t; t.PATIENCE = 0.0; import sys; "
        "sys.argv = ['briefing', 'build']; c.main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as run:
        os.close(theirs)
        seen = b""
        try:
            while chunk := os.read(ours, 4096):
                seen += chunk
        except OSError:
            pass  # the other side has closed: the command is done
        os.close(ours)
    assert run.returncode == 0
    assert b"building the site" in seen


def test_a_build_without_a_document_keeps_the_last_good_site(tmp_path):
    """With no folder of seeds, or no readable one in it, the site stays as it was; exit 1."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    briefing("build", cwd=desk)
    before = contents(desk / "site")
    (desk / "seeds/a.txt").write_bytes(b"\x89PNG\0\0\0\x1a" * 40)
    run = briefing("build", cwd=desk, ok=False)
    assert (run.returncode, "Nothing could be built" in run.stdout) == (1, True)
    shutil.rmtree(desk / "seeds")
    run = briefing("build", cwd=desk, ok=False)
    assert (run.returncode, "there is no folder 'seeds'" in run.stderr) == (1, True)
    assert contents(desk / "site") == before


def test_a_folder_of_somebody_elses_is_no_site(tmp_path):
    """A site_dir that holds files and no site of ours is refused, and its files stay."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    (desk / "site").mkdir()
    (desk / "site/mine.txt").write_text("mine", encoding="utf-8")
    run = briefing("build", cwd=desk, ok=False)
    assert (run.returncode, "empty it or name another" in run.stderr) == (1, True)
    assert (desk / "site/mine.txt").is_file()


def test_signs_that_end_lines_elsewhere_are_spelt_out(tmp_path):
    """A record is one line for every reader of lines, and reads back as the same text."""
    text = STORY + "The end\u2028came\u2029and\x85went.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    out = briefing("annotate", "a.txt", cwd=tmp_path).stdout
    assert len(out.splitlines()) == 1
    assert json.loads(out)["text"] == text
