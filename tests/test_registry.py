from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest

from generator.annotate.stage import LAYERS
from generator.clean.stage import STEPS
from generator.errors import RegistrationError
from generator.link.stage import KINDS
from generator.model import Layers, Links
from generator.readers.stage import FORMATS
from generator.registry import _points, in_order, members
from generator.render.stage import OUTPUTS

GROUP = "generator.shelf"


@dataclass(frozen=True)
class Thing:
    """A member of a stage that does nothing."""

    name: str
    needs: tuple[str, ...] = ()


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a function that installs a package whose entry points join the group."""

    def install(module, points):
        (tmp_path / "shelf_maker.py").write_text(module)
        about = tmp_path / "shelf_maker-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: shelf-maker\nVersion: 1.0\n")
        rows = "".join(f"{name} = {value}\n" for name, value in points.items())
        (about / "entry_points.txt").write_text(f"[{GROUP}]\n{rows}")
        monkeypatch.syspath_prepend(str(tmp_path))
        _points.cache_clear()

    yield install
    _points.cache_clear()
    sys.modules.pop("shelf_maker", None)


MODULE = """
from tests.test_registry import Thing

oak = Thing("oak")
more = (Thing("ash"), Thing("elm"))
"""

# fmt: off
TABLES = {
    # stage: (its table, the names in their order)
    "readers": (
        FORMATS,
        ["html", "markdown", "text", "mail", "pdf", "docx", "odt", "epub", "rtf"],
    ),
    "clean": (STEPS, ["markup", "characters"]),
    "annotate": (LAYERS, [
        "sentences", "people", "organisations", "places", "dates", "credits", "quotations",
        "figures", "claims", "notices",
    ]),
    "link": (KINDS, [
        "people", "copies", "same_statement", "origins", "claim_groups", "stories",
        "figure_groups", "timeline", "circular_credits", "suggestions",
    ]),
    "render": (OUTPUTS, [
        "home", "briefings", "sources", "people", "claims", "quotations", "figures", "export",
    ]),
}
# fmt: on


@pytest.mark.parametrize(("table", "names"), TABLES.values(), ids=TABLES)
def test_what_each_stage_holds(table, names):
    """A member that goes missing or changes its place is noticed here first."""
    assert [member.name for member in table] == names


@pytest.mark.parametrize("table", [LAYERS, KINDS], ids=["annotate", "link"])
def test_each_member_stands_below_what_it_needs(table):
    """The order of a table is one in which it can be worked through."""
    assert in_order(table, GROUP) == table


def test_each_layer_and_each_kind_fills_a_field():
    """What a stage finds has a place in the value that it hands on."""
    assert {layer.name for layer in LAYERS} == set(Layers.__struct_fields__)
    assert {kind.name for kind in KINDS} == set(Links.__struct_fields__)


def test_each_ending_belongs_to_one_format():
    """No file is claimed twice, and endings are written as they are compared."""
    endings = [ending for one in FORMATS for ending in one.endings]
    assert len(endings) == len(set(endings))
    assert all(e.startswith(".") and e == e.casefold() for e in endings)


def test_built_in_members_stand_alone():
    """Without another package a stage has what its table holds."""
    table = (Thing("pine"), Thing("fir"))
    assert members(table, GROUP) == table


def test_members_of_another_package_follow(package):
    """An entry point names one member or several; they come after ours, sorted by its name."""
    package(MODULE, {"b": "shelf_maker:oak", "a": "shelf_maker:more"})
    names = [member.name for member in members((Thing("pine"),), GROUP)]
    assert names == ["pine", "ash", "elm", "oak"]


def test_two_of_one_name_are_refused(package):
    """Another package cannot quietly take the place of a built-in member."""
    package(MODULE, {"a": "shelf_maker:oak"})
    with pytest.raises(RegistrationError, match=f"{GROUP}: two members are called oak"):
        members((Thing("oak"),), GROUP)


@pytest.mark.parametrize("value", ["shelf_maker:missing", "no_such_module:oak"])
def test_an_entry_point_that_cannot_be_loaded_is_named(package, value):
    """A broken package is named with its entry point, not met later as a puzzle."""
    package(MODULE, {"broken": value})
    with pytest.raises(RegistrationError, match=f"entry point broken of {GROUP}"):
        members((), GROUP)


def test_a_member_above_what_it_needs_is_refused():
    """The message names the member and what it lacks."""
    table = (Thing("quotations", needs=("people", "sentences")), Thing("people"))
    with pytest.raises(RegistrationError, match="quotations needs people, sentences"):
        in_order(table, GROUP)


def test_a_member_cannot_need_itself():
    """A member is not above itself."""
    with pytest.raises(RegistrationError, match="claims needs claims"):
        in_order((Thing("claims", needs=("claims",)),), GROUP)
