"""What a desk knows of people and outlets: which table speaks of what, and how it is shown."""

from __future__ import annotations

import pytest

from generator.errors import ConfigError
from generator.model import Alias
from generator.tables import known_of, read_tables
from tests.desks import STORY, briefing, make_desk

PEOPLE = "- name: Ana Ruiz\n  aliases: [Anna Ruiz]\n  role: chief economist\n"


def known(files, named):
    """Return what joining may lean on, and the warnings, for tables as text."""
    tables = read_tables({path: text.encode() for path, text in files.items()})
    return known_of(tables, named.items())


BAD = {
    # what it shows: (file, content, line, words of the message)
    "unknown key": ("people.yml", "- name: A B\n  nick: C\n", 2, "unknown key 'nick'"),
    "key of the other table": ("people.yml", "- name: A B\n  family: C\n", 2, "family"),
    "no name": ("people.yml", "- role: mayor\n", 1, "name is missing"),
    "no list": ("people.yml", "name: A B\n", 1, "must be a list"),
    "a name of signs": ("outlets.yml", "- name: '***'\n", 1, "a letter or a digit"),
    "one alias of two": (
        "people.yml",
        "- name: A B\n  aliases: [C D]\n- name: E F\n  aliases: [C D]\n",
        3,
        "line 1",
    ),
    "a circle of aliases": (
        "people.yml",
        "- name: A B\n  aliases: [C D]\n- name: C D\n  aliases: [A B]\n",
        3,
        "line 1",
    ),
    "YAML aliases": ("outlets.yml", "- &a\n  name: X\n- *a\n", 1, "anchors"),
    "tags": ("outlets.yml", "- name: !!python/name:os.system\n", 1, "tags"),
}


@pytest.mark.parametrize(("file", "content", "line", "words"), BAD.values(), ids=BAD)
def test_a_table_that_is_wrong_is_named_with_its_line(file, content, line, words):
    """One error names file, line and what to mend."""
    with pytest.raises(ConfigError, match=f"x/{file}, line {line}") as caught:
        read_tables({f"x/{file}": content.encode()})
    assert words in str(caught.value)


def test_aliases_reach_joining():
    """A person of a table is known by name and aliases; the role only tells namesakes apart."""
    found, warnings = known({"people.yml": PEOPLE}, {"a.txt": ["Ana Ruiz"]})
    assert found.people == (Alias("Ana Ruiz", ("Anna Ruiz",), None),)
    assert warnings == ()


def test_namesakes_are_told_apart_by_role():
    """Two people of one alias are both known, each with the role that tells."""
    text = "".join(
        f"- name: {n} Ruiz\n  aliases: [Ruiz]\n  role: {r}\n"
        for n, r in (("Ana", "x"), ("Bo", "y"))
    )
    found, _ = known({"people.yml": text}, {})
    assert [(one.name, one.role) for one in found.people] == [("Ana Ruiz", "x"), ("Bo Ruiz", "y")]


def test_a_table_does_not_speak_of_other_folders():
    """A name that a document elsewhere has, too, is not joined by the table of one folder."""
    found, warnings = known(
        {"ports/people.yml": PEOPLE}, {"ports/a.txt": ["Anna Ruiz"], "films/b.txt": ["Anna Ruiz"]}
    )
    assert found.people == ()
    assert len(warnings) == 1
    assert "ports/people.yml, line 1" in warnings[0]
    assert "films/b.txt" in warnings[0]


def test_the_nearer_table_has_a_name():
    """A name in two tables is that of the nearer one."""
    far = "- name: Bo Ruiz\n  aliases: [Anna Ruiz]\n"
    found, _ = known(
        {"people.yml": far, "ports/people.yml": PEOPLE}, {"ports/a.txt": ["Anna Ruiz"]}
    )
    assert {one.name: one.variants for one in found.people} == {
        "Ana Ruiz": ("Anna Ruiz",),
        "Bo Ruiz": (),
    }


def test_what_a_table_states_stands_on_the_page_with_its_basis(tmp_path):
    """A role from people.yml and a house from outlets.yml are shown as the desk's word."""
    sources = {
        "a.txt": STORY,
        "a.meta.yml": "outlet: Evening Lamp\n",
        "people.yml": PEOPLE,
        "outlets.yml": "- name: Evening Lamp\n  kind: newspaper\n  family: <b>Lamp</b> Group\n",
    }
    desk = make_desk(tmp_path / "desk", sources)
    run = briefing("build", "--strict", cwd=desk)
    assert "0 failures, 0 warnings" in run.stdout
    person = (desk / "site/people/ana-ruiz/index.html").read_text(encoding="utf-8")
    assert "chief economist (stated in people.yml)" in person
    source = (desk / "site/sources/a/index.html").read_text(encoding="utf-8")
    assert "newspaper, of &#60;b&#62;Lamp&#60;/b&#62; Group, stated in outlets.yml" in source


def test_a_broken_table_keeps_the_last_good_site(tmp_path):
    """Nothing is built from a desk whose files cannot be read: one might hide a name."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY, "people.yml": "- nick: x\n"})
    run = briefing("build", cwd=desk, ok=False)
    assert run.returncode == 1
    assert run.stderr.startswith("briefing: seeds/people.yml, line 1: unknown key 'nick'")
    assert len(run.stderr.splitlines()) == 1
    assert not (desk / "site").exists()
