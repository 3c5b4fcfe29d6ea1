"""What ``briefing build`` wrote builds with three site engines to the same pages.

``make engines`` runs this; ``make test`` does not, since it installs packages. MkDocs is
that of the tests' own environment; the others have one each, made by ``environments.py``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desks import ROOT, STORY, briefing, contents, make_desk
from tests.engines.environments import environment
from tests.engines.sites import differences, empty_pages, lost_files, read_site
from tests.site.hostile import SOURCES

COMMANDS = {
    "mkdocs": "mkdocs build --strict",
    "properdocs": "properdocs build --strict",
    "zensical": "zensical build --strict",
}
"""MkDocs and ProperDocs run our plugin, which writes the pages once more; Zensical takes what lies
in docs/."""

PREPARED = "mkdocs on prepared pages"
"""MkDocs told that the pages are written, as ``briefing build`` runs it, but strict."""

SITE = "https://example.org/desk/"
"""Given to every engine: without an address Zensical makes one up from the root of the host."""

PLAIN = """site_name: Plain
theme: {name: material}
docs_dir: docs
plugins: []
validation: {links: {not_found: warn, anchors: warn}}
"""
"""Settings for pages that no program of ours wrote."""

PROBE = (
    "# A page that a person wrote\n\n[The print of it](print.pdf) and [all briefings](index.md).\n"
)
PDF = b"%PDF-1.7\n%%EOF\n"


def _project(folder):
    """Copy what this project's own site is made of."""
    for name in ("docs", "seeds", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)


def _desk(folder):
    """Make a desk of hostile documents, and do what the guide says that Zensical needs."""
    make_desk(folder, {**SOURCES, "pilots.txt": STORY})
    guide = (ROOT / "docs/guide/desk.md").read_text(encoding="utf-8")
    (copying,) = re.findall(r'^python -c "(.*site.*)"$', guide, re.MULTILINE)
    subprocess.run(
        [sys.executable, "-c", copying],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "  name: material\n" in text
    text = text.replace("  name: material\n", "  name: material\n  custom_dir: templates/site\n")
    config.write_text(f"{text}\nextra: {{noindex: true}}\n", encoding="utf-8")


@pytest.fixture(scope="session", params=[_project, _desk], ids=["project", "desk"])
def tree(request, tmp_path_factory):
    """A folder that ``briefing build`` has just built, with a page and a PDF of a person's."""
    folder = tmp_path_factory.mktemp("tree")
    request.param(folder)
    (folder / "docs/briefings").mkdir(exist_ok=True)
    (folder / "docs/briefings/by-hand.md").write_text(PROBE, encoding="utf-8")
    (folder / "docs/briefings/print.pdf").write_bytes(PDF)
    briefing("build", "--strict", cwd=folder, SITE_URL=SITE)
    return folder


@pytest.fixture(scope="session")
def builds(tree, tmp_path_factory):
    """A copy of the tree for each engine, all being built at once: they wait for one another."""
    with ThreadPoolExecutor() as pool:
        futures = {}
        for name in (*COMMANDS, PREPARED):
            copy = tmp_path_factory.mktemp("built") / "tree"
            shutil.copytree(tree, copy, ignore=shutil.ignore_patterns(".cache"))
            shutil.rmtree(copy / "site")
            futures[name] = pool.submit(_run, name, copy)
        yield futures


@pytest.fixture(params=(*COMMANDS, PREPARED))
def built(request, builds):
    """A copy of the tree, built by one engine in its strict mode."""
    return builds[request.param].result()


def _run(name, folder):
    """Build what lies in a folder with one engine; returns the folder."""
    program, *arguments = COMMANDS[name if name != PREPARED else "mkdocs"].split()
    ours = sys.executable, "-m", "mkdocs"
    command = ours if program == "mkdocs" else (str(environment(program) / program),)
    run = subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=_variables(name),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, f"{program} failed:\n{run.stdout}{run.stderr}"
    return folder


def _variables(name):
    """Return the environment of a run: only MkDocs of the tests' own packages is shown our tree."""
    unset = ("PYTHONPATH", "DIRECTORY_URLS", "BRIEFINGS_PREPARED")
    variables = {key: value for key, value in os.environ.items() if key not in unset}
    variables |= {"SITE_URL": SITE, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    if name in {"mkdocs", PREPARED}:
        variables["PYTHONPATH"] = str(ROOT)
    if name == PREPARED:
        variables["BRIEFINGS_PREPARED"] = "1"
    return variables


def test_the_same_pages(tree, built):
    """Every engine gives the same addresses, and under each the same title, words and links."""
    lines = differences(read_site(tree / "site"), read_site(built / "site"))
    assert not lines, "\n".join(lines)


def test_every_page_has_its_title_and_words(built):
    """No engine leaves a page without its one heading, or with nothing below it."""
    assert empty_pages(read_site(built / "site")) == ["404.html"]


def test_every_other_file_is_copied(tree, built):
    """Data, pictures, PDFs, styles and scripts lie at the same address with the same bytes."""
    assert lost_files(tree, built / "site") == []
    assert (built / "site/briefings/print.pdf").read_bytes() == PDF


def test_an_engine_writes_nothing_else_below_docs(tree, built):
    """The pages are those of ``briefing build``: an engine that runs our plugin changes none."""
    assert contents(built / "docs") == contents(tree / "docs")


@pytest.mark.parametrize("link", ["gone.md", "#gone"], ids=["page", "anchor"])
@pytest.mark.parametrize("name", COMMANDS)
def test_strict_sees_a_link_that_leads_nowhere(name, link, tmp_path):
    """Each command fails on a link to what is not there, and not before: it is strict indeed."""
    (tmp_path / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs/index.md"
    page.write_text("# Plain\n\n[here](index.md)\n", encoding="utf-8")
    _run(name, tmp_path)
    page.write_text(f"# Plain\n\n[nowhere]({link})\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=f"{name} failed"):
        _run(name, tmp_path)


@pytest.mark.parametrize("command", COMMANDS.values())
def test_the_guide_names_the_command(command):
    """What is tried here is what the guide tells a person to type."""
    guide = (ROOT / "docs/guide/desk.md").read_text(encoding="utf-8")
    assert f"`{command}`" in guide or f"\n{command}\n" in guide


@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_the_environments_are_apart(name):
    """Each engine runs without the others' programs, Zensical without any of ours."""
    there = {file.name for file in environment(name).iterdir()}
    assert name in there
    assert ("briefing" in there) == (name == "properdocs")
