"""The lock files hold names, versions and hashes, and nothing of where they were made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ENGINES = ("tests/engines/properdocs.lock", "tests/engines/zensical.lock")
LOCKS = ("requirements.lock", "requirements-test.lock", *ENGINES)

CONDITION = r"[a-z_]+ (?:<|<=|==|!=|>=|>) '[^'/:@]*'"
ROW = re.compile(
    r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)==[0-9][0-9a-z.!+]*"
    rf"(?: ; {CONDITION}(?: (?:and|or) {CONDITION})*)?"
    r"(?: --hash=sha256:[0-9a-f]{64})+"
)
"""A row of a lock with its continued lines joined; whatever is not named here is refused."""


def rows(name):
    """Return the rows of a lock, continued lines joined by one blank."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.sub(r" *\\\n *", " ", text).splitlines()


def locked(name):
    """Return the names of the packages in a lock."""
    return {ROW.fullmatch(row)["name"] for row in rows(name)}


def required(*extras):
    """Return the names of what pyproject.toml asks for, with these extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = list(project["dependencies"])
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    names = (re.match(r"[\w.-]+", one)[0] for one in asked)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_and_no_path(name):
    """Nothing in a lock says from where a package comes: neither an index nor a file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(r"https?|://|file:|git\+|index|find-links|trusted-host|[@/]", text)
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_each_row_is_a_version_with_hashes(name):
    """A row is a name, one exact version, a plain marker or none, and at least one hash."""
    assert [row for row in rows(name) if not ROW.fullmatch(row)] == []


def test_the_run_lock_holds_all_that_the_program_needs():
    """The lock of `make site` has every dependency, and what installs the project offline."""
    assert required() | {"hatchling", "editables"} <= locked("requirements.lock")


def test_the_test_lock_holds_all_that_tests_need():
    """The lock of `make test` has every dependency of the tests and of the extras they try."""
    assert required("test", "pdf", "search") <= locked("requirements-test.lock")


@pytest.mark.parametrize("name", ["requirements-test.lock", "tests/engines/properdocs.lock"])
def test_the_locks_agree(name):
    """What runs in a test is what runs at a desk: the other locks hold the run lock whole."""
    assert set(rows("requirements.lock")) <= set(rows(name))


@pytest.mark.parametrize("name", ENGINES)
def test_an_engines_lock_holds_it_and_the_same_renderer(name):
    """The lock of an engine names that engine, and all render Markdown with one version."""
    markdown = [row for row in rows("requirements.lock") if row.startswith("markdown==")]
    assert Path(name).stem in locked(name)
    assert set(markdown) <= set(rows(name))


@pytest.mark.parametrize(
    "row",
    [
        "click==8.1.0",
        "click>=8.1 --hash=sha256:" + "0" * 64,
        "click @ file:wheels --hash=sha256:" + "0" * 64,
        "--index-url somewhere",
        "-e .",
        "# from a mirror",
    ],
)
def test_what_is_no_row(row):
    """A row without a hash, without an exact version, or with an option is refused."""
    assert ROW.fullmatch(row) is None
