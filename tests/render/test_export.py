import csv
import io
import json

import msgspec
import pytest

from generator.model import Edition
from generator.render.export import cell
from generator.render.look import Look
from generator.render.stage import render
from tests.render.made import FIRST, hostile, make, texts


def exported(name, edition=None):
    """Return one data file."""
    edition = edition or make()
    found = render(edition, texts(edition), Look())
    return next(page.content for page in found if page.path == f"data/{name}")


def rows(name, edition=None):
    """Return the rows of a table by column."""
    return list(csv.DictReader(io.StringIO(exported(name, edition).decode(), newline="")))


# fmt: off
CELLS = {
    "text": ("a", "a"),
    "none": (None, ""),
    "number below zero": (-3, "-3"),
    "yes": (True, "yes"),
    "formula": ('=HYPERLINK("http://x.example")', '\'=HYPERLINK("http://x.example")'),
    "plus": ("+1", "'+1"),
    "minus": ("-1", "'-1"),
    "at": ("@SUM(A1)", "'@SUM(A1)"),
    "tab": ("\t=1", "'\t=1"),
    "carriage return": ("\r=1", "'\r=1"),
}
# fmt: on


@pytest.mark.parametrize(("value", "expected"), CELLS.values(), ids=CELLS)
def test_cells_are_never_computed(value, expected):
    """A spreadsheet that opens a table shows the words of the source and runs none."""
    assert cell(value) == expected


def test_the_edition_is_read_back_equal():
    """The data file is the edition, in the public format."""
    assert msgspec.json.decode(exported("edition.json"), type=Edition) == make()
    assert json.loads(exported("edition.json"))["schema"] == "briefing/edition@1"


def test_claims():
    """A row names the claim, its place in the text of record and how it is supported."""
    found = rows("claims.csv")
    assert len(found) == 6
    row = next(row for row in found if row["kind"] == "prediction")
    assert FIRST[int(row["start"]) : int(row["end"])] == row["text"]
    assert (row["outlet"], row["published"]) == ("Evening Post", "2031-03-04")
    assert (row["support"], row["documents"], row["origins"]) == ("single-source", "1", "1")
    assert found[0]["support"] == "single-origin"
    assert (row["key"], row["gap"]) == ("yes", "no")


def test_quotations_and_figures():
    """The other tables hold what is particular to their kind."""
    assert [row["type"] for row in rows("quotations.csv")] == ["direct", "indirect", "indirect"]
    assert [row["value"] for row in rows("figures.csv")] == ["40", "60"]
    assert rows("figures.csv")[1]["outlet"] == ""


@pytest.mark.parametrize("name", ["claims.csv", "quotations.csv", "figures.csv"])
def test_hostile_words_stay_in_their_cell(name):
    """Quotation marks, commas and line ends of a source break no row."""
    payload = "=x,\"y\n'z"
    for row in rows(name, hostile(payload)):
        assert None not in row
        assert row["outlet"] == f"'{payload}"


@pytest.mark.parametrize("name", ["annotation.schema.json", "edition.schema.json"])
def test_schemas_are_schemas(name):
    """Each schema names the keys of the public format."""
    schema = json.loads(exported(name))
    assert "$defs" in schema
    title = name.split(".", 1)[0].capitalize()
    assert "schema" in schema["$defs"][title]["properties"]
