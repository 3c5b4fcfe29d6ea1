"""People made one, told apart and hidden: in a document, between documents, and on the site."""

from __future__ import annotations

import re

import msgspec
import pytest

from generator.corrections.hiding import BLOT, blotted, mask_for
from generator.corrections.rulings import read_rulings
from generator.errors import ConfigError
from generator.model import Reading, Span
from generator.overlay import Overlay
from generator.pipeline import verified
from tests.corrections.written import by_id, document, documents, entry, item, ruled
from tests.desks import STORY, briefing, contents, make_desk

ONE, TWO = documents()

BOTH = """Mayor speaks of quays

"We will pay," said Ada Moe, the mayor. "The quay is old," said Ada Moe Lund, a builder.

Moe said the town was rich.
"""


def edition(*entries, annotations=None):
    """Return the edition of the documents under entries of one file."""
    rulings = read_rulings({"corrections.yml": "".join(entries).encode()})
    found, warnings = verified(
        annotations or documents(), lambda *_: None, Overlay(rulings=rulings)
    )
    return found, warnings


def identities(found):
    """Return the people of an edition: name and in how many documents."""
    return {one.name: len(one.members) for one in found.people if one.kind != "credit_only"}


def test_people_of_several_names_are_made_one():
    """Without the ruling two people, with it one, under the first name; rows say what was there."""
    before, _ = edition()
    assert identities(before)["Ana Ruiz"] == 1
    after, _ = edition(entry(do="merge", words="Ana Ruiz", with_=["A. Ruiz"]))
    assert identities(after)["Ana Ruiz"] == 2
    assert "A. Ruiz" not in identities(after)
    assert {row.document: row.status for row in after.corrections} == {
        "first": "applied",
        "ferries-second": "applied",
    }


def test_people_of_one_document_are_made_one():
    """Their mentions and what they said are one person's."""
    one = document("both.txt", BOTH)
    names = [person.name for person in one.people]
    assert names == ["Ada Moe", "Ada Moe Lund"]
    done = ruled(entry(do="merge", words="Ada Moe", with_=["Ada Moe Lund"]), annotations=(one,))
    found = by_id(done, "both")
    assert [person.name for person in found.people] == ["Ada Moe"]
    assert {quotation.speaker_name for quotation in found.quotations} == {"Ada Moe"}


def test_a_name_that_nobody_has_leaves_a_merger_undone():
    """One unknown name makes the whole entry an orphan."""
    done = ruled(entry(do="merge", words="Ana Ruiz", with_=["A. Ruiz", "Una Holm"]))
    assert done.annotations == documents()
    assert [(row.status, "Una Holm" in row.reason) for row in done.rows] == [("orphan", True)]
    assert done.aliases == ()


def test_a_person_is_kept_apart_from_a_namesake():
    """A person of one document is nobody of another any more, each with an address of its own."""
    again = document("third.txt", ONE.text.replace("Harbour pilots walk", "Harbour crews walk"))
    two = (ONE, again)
    assert identities(edition(annotations=two)[0])["Ana Ruiz"] == 2
    ruiz = item(again, "people", "Ana Ruiz")
    found, _ = edition(entry(do="split", id=ruiz.id, words="Ana Ruiz"), annotations=two)
    apart = [one for one in found.people if one.name == "Ana Ruiz"]
    assert [len(one.members) for one in apart] == [1, 1]
    assert len({one.id for one in apart}) == 2


def test_a_person_is_split_by_the_forms_of_the_name():
    """Mentions of one form go to a person of their own, with what was said beside them."""
    text = BOTH.replace(" Lund", "").replace("Ada Moe, a builder", "A. Moe, a builder")
    one = document("both.txt", text)
    moe = item(one, "people", "Ada Moe")
    if len(one.people) > 1:
        merge = entry(do="merge", words="Ada Moe", with_=[p.name for p in one.people[1:]])
        one = by_id(ruled(merge, annotations=(one,)), "both")
        moe = item(one, "people", "Ada Moe")
    split = entry(do="split", id=moe.id, words="Ada Moe", into=["A. Moe"])
    found = by_id(ruled(split, annotations=(one,)), "both")
    assert [person.name for person in found.people] == ["Ada Moe", "A. Moe"]
    said = {q.speaker_name for q in found.quotations if "old" in q.content[0].of(text)}
    assert said == {"A. Moe"}


def test_a_split_by_a_form_that_is_not_there_is_an_orphan():
    """Forms that are none, or all, of the mentions leave the person whole."""
    ruiz = item(ONE, "people", "Ana Ruiz")
    for form in ("Ana Ruiz", "Una Holm"):
        done = ruled(entry(do="split", id=ruiz.id, words="Ana Ruiz", into=[form]))
        assert [row.status for row in done.rows] == ["orphan"]
        assert done.annotations == documents()


MASKED = {
    # what it shows: (forms, text, what is left)
    "plain": (["Ana Ruiz"], "said Ana Ruiz.", "said ███ ████."),
    "capitals": (["Ana Ruiz"], "ANA RUIZ SAYS", "███ ████ SAYS"),
    "over a line end": (["Ana Ruiz"], "Ana\r\nRuiz", "███\r\n████"),
    "divided word": (["Ruiz"], "Ru-\niz", "███\n██"),
    "soft hyphen": (["Ruiz"], "Ru\u00adiz", "█████"),
    "address": (["Ana Ruiz"], "a/ana-ruiz-says", "a/████████-says"),
    "markup": (["Ana Ruiz"], "**Ana** _Ruiz_", "**█████ █████_"),
    "possessive and plural": (["Ruiz"], "Ruiz's, Ruizes", "████'s, ██████"),
    "accent apart": (["Pérez"], "Pe\u0301rez Pérez", "██████ █████"),
    "another word": (["Ana"], "banana Anatol", "banana Anatol"),
    "signs of patterns": (["A.* (x"], "A.* (x) and Abc x", "███ ██) and Abc x"),
}


@pytest.mark.parametrize(("forms", "text", "left"), MASKED.values(), ids=MASKED)
def test_a_name_is_blotted_out_in_every_form(forms, text, left):
    """Each letter becomes a block, nothing moves, and other words stay."""
    found = mask_for(forms)(text)
    assert len(found) == len(text)
    assert re.sub(f"[{BLOT}*_-]+", BLOT, found) == re.sub(f"[{BLOT}*_-]+", BLOT, left)


def test_hiding_takes_the_person_out():
    """No person, speaker or word of the text has the name; all passes the check."""
    found, warnings = edition(entry(do="hide", words="Ana Ruiz"))
    assert warnings == ()
    assert "Ana Ruiz" not in identities(found)
    for member in found.documents:
        assert "ruiz" not in repr(member.annotation).casefold().replace("a. ruiz", "") or (
            member.id == "ferries-second"
        )


def test_no_letter_comes_back_by_another_reading():
    """What pages read in place of damaged letters goes with the letters; other readings stay."""
    text = ONE.text or ""
    at = text.index("Ruiz")
    readings = (Reading(Span(0, 1), "x"), Reading(Span(at, at + 1), "R"))
    found = blotted(msgspec.structs.replace(ONE, readings=readings), mask_for(["Ana Ruiz"]))
    assert found.readings == readings[:1]


def test_a_name_that_is_not_there_is_an_orphan():
    """The row names file and line, and never the name."""
    done = ruled(entry(do="hide", words="Una Holm"))
    (row,) = done.rows
    assert (row.target, row.status) == ("corrections.yml:1", "orphan")
    assert "Holm" not in repr(row)
    assert done.annotations == documents()


def test_a_hidden_name_in_the_name_of_a_file_stops_the_build():
    """The name of a file stands in addresses: nothing is published until it is renamed."""
    one = document("ana-ruiz-speaks.txt", ONE.text)
    with pytest.raises(ConfigError, match="rename the file"):
        ruled(entry(do="hide", words="Ana Ruiz"), annotations=(one,))


@pytest.mark.parametrize(("source_text", "paper"), [("full", True), ("excerpts", False)])
def test_a_hidden_name_stands_nowhere_on_the_built_site(tmp_path, source_text, paper):
    """Pages, data, search and PDF: no file of the site or of the pages has the name in it."""
    pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    other = STORY.replace("Pilots Vote To Stop", "Ruiz Wants To Stop").replace("Ana Ruiz", "Ruiz")
    sources = {
        "a.txt": STORY,
        "b.txt": other + "\nRUIZ's report is at https://x.example/ana-ruiz-says today.\n",
        "b.meta.yml": "authors: [Ana Ruiz]\ntags: [Ana Ruiz]\nurl: https://x.example/ana-ruiz\n",
        "people.yml": "- name: Ana Ruiz\n  aliases: [Ruiz]\n  role: a friend of Ana Ruiz\n",
        "outlets.yml": "- name: Evening Lamp\n  family: Ruiz Media\n",
        "corrections.yml": entry(do="merge", words="Ana Ruiz", with_=["Ruiz"])
        + entry(do="hide", words="Ana Ruiz", also=["Ruiz"]),
    }
    desk = make_desk(
        tmp_path / "desk",
        sources,
        f"      pdf: {str(paper).lower()}\n      source_text: {source_text}\n",
    )
    run = briefing("build", cwd=desk)
    assert "2 documents" in run.stdout
    files = contents(desk / "site") | contents(desk / "docs")
    assert any(name.endswith(".pdf") for name in files) is paper
    shown = dict(files)
    for name in files:
        assert "ruiz" not in name.casefold()
        if name.endswith(".pdf"):
            root = desk / "site" if (desk / "site" / name).is_file() else desk / "docs"
            reader = pypdf.PdfReader(root / name)
            text = "".join(page.extract_text() for page in reader.pages)
            assert BLOT in text
            shown[name] = (text + repr(reader.metadata)).encode()
    assert [n for n, data in shown.items() if re.search(rb"ruiz", data, re.IGNORECASE)] == []
    assert any(BLOT.encode() in data for data in files.values())
