"""The guide names what there is: a setting, a command or a column that is added must be told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.config import Settings
from generator.corrections.rulings import _KEYS, FIELDS, read_rulings
from generator.desk import SIDECAR
from generator.model import Annotation, Edition
from generator.readers.stage import endings
from generator.render.export import CLAIMS, FIGURES, PLACE, QUOTATIONS
from generator.tables import OUTLET_KEYS, PERSON_KEYS, read_tables

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs/guide"
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    *sorted(f"docs/guide/{p.name}" for p in GUIDE.glob("*.md")),
]


def page(name):
    """Return a page of the guide."""
    return (GUIDE / f"{name}.md").read_text(encoding="utf-8")


def table(text, first):
    """Return the rows of the table whose first heading is given, as lists of cells."""
    rows = text.partition(f"\n| {first} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def words(cell):
    """Return what stands in code marks in a cell."""
    return re.findall(r"`([^`]+)`", cell)


def test_settings():
    """Every setting is listed with its default, in the order in which they are declared."""
    listed = [(words(row[0])[0], words(row[1])[0]) for row in table(page("settings"), "setting")]
    defaults = Settings()
    assert listed == [
        (name, written(getattr(defaults, name))) for name in Settings.__struct_fields__
    ]


def written(value):
    """Return a default as a person writes it in the settings."""
    return str(value).lower() if isinstance(value, bool) else str(value) or '""'


def test_commands():
    """Every verb of the command is listed."""
    listed = [words(row[0])[0].split()[1] for row in table(page("desk"), "command")]
    assert sorted(listed) == sorted(main.commands)


def test_endings():
    """Every ending that some reader claims is named."""
    assert [ending for ending in endings() if f"`{ending}`" not in page("desk")] == []


def test_sidecar_keys():
    """The keys of a sidecar are those that the desk reads."""
    from generator.desk import _KEYS

    keys = [words(row[0])[0] for row in table(page("desk"), "key")]
    assert sorted(keys) == sorted(_KEYS)
    assert f"`{SIDECAR}`" in page("desk")


@pytest.mark.parametrize(
    ("first", "keys"),
    [("key of `people.yml`", PERSON_KEYS), ("key of `outlets.yml`", OUTLET_KEYS)],
)
def test_table_keys(first, keys):
    """The keys of the tables of people and outlets are those that are read."""
    listed = [key for row in table(page("desk"), first) for key in words(row[0])]
    assert sorted(listed) == sorted(keys)


def test_corrections():
    """Every verb of a correction and every field that it may change is listed, and no other."""
    rows = {words(row[0])[0]: set(words(row[2])) for row in table(page("desk"), "`do`")}
    assert {do: keys - {"context"} for do, keys in rows.items()} == {
        do: set(keys) - {"context"} for do, keys in _KEYS.items()
    }
    fields = {row[0]: tuple(words(row[1])) for row in table(page("desk"), "of a")}
    assert fields == FIELDS


def test_the_examples_of_files_are_read():
    """The tables and corrections that the guide shows can be pasted."""
    for name, read in (
        ("people.yml", read_tables),
        ("outlets.yml", read_tables),
        ("corrections.yml", read_rulings),
    ):
        (example,) = re.findall(rf"```yaml\n(# seeds/{name}\n.*?)```", page("desk"), re.DOTALL)
        assert read({name: example.encode()})


@pytest.mark.parametrize(
    ("shape", "heading"), [(Annotation, "annotation@1"), (Edition, "edition@1")]
)
def test_keys_of_the_data(shape, heading):
    """Every key of the two JSON shapes is listed."""
    text = page("data").partition(f"`briefing/{heading}`\n")[2]
    listed = [key for row in table(text, "key") for key in words(row[0])]
    fields = [name for name in shape.__struct_encode_fields__ if name != "schema"]
    assert sorted(listed) == sorted(fields)


def test_columns():
    """The columns of the tables are those that are written."""
    text = page("data")
    first = words(text.partition("All three begin with ")[2].partition(". A text")[0])
    assert tuple(first) == PLACE
    further = {row[0]: tuple(words(row[1])) for row in table(text, "table")}
    assert further == {"claims": CLAIMS, "quotations": QUOTATIONS, "figures": FIGURES}


def test_the_example_of_the_guide_stands_in_the_seeds():
    """The statement and its retelling that the guide shows are those of the sample documents."""
    quotes = re.findall(r"(?:^> .*\n)+", page("index"), re.MULTILINE)
    files = ("brannock-herald.txt", "trade-winds-daily.txt")
    for quote, file in zip(quotes, files, strict=True):
        text = (ROOT / "seeds/harbour-pilots" / file).read_text(encoding="utf-8")
        assert " ".join(quote.replace("> ", "").split()).strip(".") in text


@pytest.mark.parametrize("file", PAGES)
def test_links_lead_somewhere(file):
    """Every relative link of a page has a file behind it."""
    text = (ROOT / file).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [one for one in targets if not ((ROOT / file).parent / one).is_file()] == []


def test_make_commands():
    """The commands that README and CONTRIBUTING name are targets of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set()
    for file in ("README.md", "CONTRIBUTING.md"):
        named |= set(
            re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / file).read_text("utf-8"), re.MULTILINE)
        )
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert named
    assert named <= targets
