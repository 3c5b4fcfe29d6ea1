"""The site engine's frame: the last good site is there at every moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from generator.engine import build_site
from generator.errors import EngineError
from tests.desks import ROOT

CONFIG = "site_name: x\ntheme: mkdocs\nplugins: []\n"

KILLED = """
import os, signal, sys
from pathlib import Path
import generator.engine as engine

honest = engine._exchange

def deadly(one, two):
    if {after}:
        honest(one, two)
    os.kill(os.getpid(), signal.SIGKILL)

engine._exchange = deadly
engine.build_site(Path("mkdocs.yml").resolve(), Path("site").resolve(), newest=None)
"""
"""A build that is killed just before, or just after, the new site takes the old one's place."""


@pytest.fixture
def desk(tmp_path):
    """A folder with one page and the site of it."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# One\n", encoding="utf-8")
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site", newest=None)
    return tmp_path


@pytest.mark.parametrize(
    ("after", "words"), [(False, "One"), (True, "Two")], ids=["before", "after"]
)
def test_killed_at_the_swap_there_is_a_whole_site(desk, after, words):
    """Killed a moment before the swap the old site is whole, a moment after it the new one."""
    (desk / "docs/index.md").write_text("# Two\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", KILLED.format(after=after)],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert run.returncode == -signal.SIGKILL
    assert f"{words}</h1>" in (desk / "site/index.html").read_text(encoding="utf-8")
    build_site(desk / "mkdocs.yml", desk / "site", newest=None)
    assert "Two</h1>" in (desk / "site/index.html").read_text(encoding="utf-8")
    assert [p.name for p in desk.iterdir() if "briefings" in p.name] == []


def test_a_failed_engine_leaves_the_site(desk):
    """What the engine complains of is the message, and the site stays as it was."""
    (desk / "mkdocs.yml").write_text(CONFIG.replace("mkdocs", "no-such"), encoding="utf-8")
    with pytest.raises(EngineError, match="no-such"):
        build_site(desk / "mkdocs.yml", desk / "site", newest=None)
    assert "One</h1>" in (desk / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("newest", "day"),
    [
        (None, "1980-01-01"),
        (-3_786_825_600, "1980-01-01"),
        (1_000_000_000, "2001-09-09"),
        (10**11, "2106-02-07"),
    ],
    ids=["no date", "1850", "2001", "year 5138"],
)
def test_the_newest_date_stands_in_for_the_clock(desk, monkeypatch, newest, day):
    """The engine is given a second that every archive format can hold, and never today."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (desk / "mkdocs.yml").write_text(CONFIG + "site_url: http://x.invalid/\n", encoding="utf-8")
    build_site(desk / "mkdocs.yml", desk / "site", newest=newest)
    assert f"<lastmod>{day}</lastmod>" in (desk / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_persons_folders_beside_the_site_stay(desk):
    """Nothing beside the site is ours but the folder that the new one is built in."""
    (desk / "site.old").mkdir()
    (desk / "site.old/backup.txt").write_text("mine", encoding="utf-8")
    build_site(desk / "mkdocs.yml", desk / "site", newest=None)
    assert (desk / "site.old/backup.txt").is_file()
