"""Two desks, built once a run of tests: the project's own, and one of hostile documents."""

from __future__ import annotations

import shutil

import pytest

from tests.desks import ROOT, briefing, make_desk
from tests.site.browser import chromium, served
from tests.site.hostile import SOURCES


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def own_site(tmp_path_factory):
    """The project's own desk as a site, strictly built; gives its folder."""
    desk = tmp_path_factory.mktemp("own")
    shutil.copy(ROOT / "mkdocs.yml", desk)
    shutil.copytree(ROOT / "docs/guide", desk / "docs/guide")
    for name in ("seeds", "templates"):
        shutil.copytree(ROOT / name, desk / name)
    briefing("build", "--strict", cwd=desk)
    return desk / "site"


@pytest.fixture(scope="session")
def own(own_site):
    """The address of the project's own site, below a path as on a shared host."""
    with served(own_site, "/pr/7") as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    """A site made of documents that try to break out of their page; gives its folder."""
    desk = make_desk(
        tmp_path_factory.mktemp("hostile") / "desk", SOURCES, "      source_text: full\n"
    )
    briefing("build", cwd=desk)
    return desk / "site"


@pytest.fixture(scope="session")
def hostile(hostile_site):
    """The address of the hostile site."""
    with served(hostile_site) as address:
        yield address
