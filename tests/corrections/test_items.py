"""Rulings on items: the words that they are kept to, what becomes of the item, who is heard."""

from __future__ import annotations

import time

import pytest

from generator.corrections.matching import words_of
from generator.corrections.stage import joined
from generator.edition import assemble
from generator.link.stage import join, sketch
from generator.verify import verify
from tests.corrections.written import (
    FIRST,
    SECOND,
    by_id,
    document,
    documents,
    entry,
    item,
    ruled,
)

ONE, TWO = documents()
REST = item(ONE, "quotations", "primarily")
SHIPS = item(ONE, "claims", "40 ships")
FORTY = item(ONE, "figures", "40")
RUIZ = item(ONE, "people", "Ana Ruiz")
HOURS = item(TWO, "figures", "3 hours")


def entry_of(one, do, annotation=ONE, **more):
    """Return an entry on an item in its own words."""
    return entry(do=do, id=one.id, words=words_of(one, annotation.text), **more)


def rows(corrected):
    """Return what became of each ruling: its line, whether it was applied, and why not."""
    return [(row.line, row.status, row.reason) for row in corrected.rows]


def breaches(corrected):
    """Return what the check before publishing says of corrected documents."""
    found = corrected.annotations
    edition = assemble(found, join(sketch(one) for one in found))
    edition = joined(edition, corrected)
    return verify(edition, {one.id: one.text for one in found})


CHANGES = {
    # what it shows: (item, layer, field and value, what the item holds, what the program had)
    "speaker of the document": (REST, "quotations", {"speaker": "Bo Lind"}, "Bo Lind", "Ana Ruiz"),
    "speaker by id": (REST, "quotations", {"speaker": RUIZ.id}, "Ana Ruiz", None),
    "speaker from elsewhere": (REST, "quotations", {"speaker": "Una Holm"}, "Una Holm", "Ana Ruiz"),
    "no speaker": (REST, "quotations", {"speaker": ""}, None, "Ana Ruiz"),
    "type": (REST, "quotations", {"type": "mixed"}, "mixed", "direct"),
    "role": (REST, "quotations", {"role": "chief pilot"}, "chief pilot", "harbour economist"),
    "kind": (SHIPS, "claims", {"kind": "opinion"}, "opinion", SHIPS.kind),
    "voice": (SHIPS, "claims", {"attributed_to": "Bo Lind"}, "Bo Lind", None),
    "key": (SHIPS, "claims", {"key": "no" if SHIPS.key else "yes"}, not SHIPS.key, None),
    "key, as YAML has it": (
        SHIPS,
        "claims",
        {"key": "false" if SHIPS.key else "true"},
        not SHIPS.key,
        None,
    ),
    "value": (FORTY, "figures", {"value": "45"}, 45, "40"),
    "value with decimals": (FORTY, "figures", {"value": "45.5"}, 45.5, "40"),
    "unit": (FORTY, "figures", {"unit": "t"}, "t", None),
    "counts": (FORTY, "figures", {"counts": "tugs"}, "tugs", FORTY.counts),
    "name": (RUIZ, "people", {"name": "Anna Ruiz"}, "Anna Ruiz", "Ana Ruiz"),
    "role of a person": (RUIZ, "people", {"role": "head of ports"}, "head of ports", RUIZ.role),
}


@pytest.mark.parametrize(("one", "layer", "to", "value", "had"), CHANGES.values(), ids=CHANGES)
def test_a_field_is_changed_and_the_programs_value_kept(one, layer, to, value, had):
    """The item holds what the desk states, the row what the program had; all passes the check."""
    done = ruled(entry_of(one, "change", to=to))
    (field,) = to
    name = "speaker_name" if field == "speaker" else field
    (found,) = [i for i in getattr(by_id(done, "first"), layer) if i.id == one.id]
    assert getattr(found, name) == value
    (row,) = done.rows
    assert (row.status, row.target, row.document) == ("applied", one.id, "first")
    if had is not None:
        assert [(c.field, c.program) for c in row.changes] == [(field, had)]
    assert breaches(done) == ()


def test_a_speaker_of_the_document_is_linked_with_role():
    """A stated speaker whom the document names has that person's id and role."""
    done = ruled(entry_of(REST, "change", to={"speaker": "bo lind"}))
    found = item(by_id(done, "first"), "quotations", "primarily")
    lind = item(ONE, "people", "Bo Lind")
    assert (found.speaker, found.role) == (lind.id, lind.role)


def test_a_person_who_is_renamed_is_renamed_as_speaker():
    """Whatever the person said is said under the new name."""
    done = ruled(entry_of(RUIZ, "change", to={"name": "Anna Ruiz"}))
    assert item(by_id(done, "first"), "quotations", "primarily").speaker_name == "Anna Ruiz"


@pytest.mark.parametrize(
    ("one", "layer"),
    [(REST, "quotations"), (SHIPS, "claims"), (FORTY, "figures"), (RUIZ, "people")],
    ids=["quotation", "claim", "figure", "person"],
)
def test_a_rejected_item_is_gone_with_what_points_to_it(one, layer):
    """No layer has it any more, nothing refers to it, and the rest passes the check."""
    done = ruled(entry_of(one, "reject"))
    found = by_id(done, "first")
    assert one.id not in {i.id for i in getattr(found, layer)}
    assert one.id not in {i for c in found.claims for i in (*c.quotations, *c.figures, c.speaker)}
    assert one.id not in {q.speaker for q in found.quotations}
    assert breaches(done) == ()


def test_accepting_changes_nothing():
    """A checked item is as it was, and a row says that it was checked."""
    done = ruled(entry_of(REST, "accept"))
    assert done.annotations == documents()
    assert [(r.what, r.status, r.changes) for r in done.rows] == [("accept", "applied", ())]


DOCUMENT = {
    "title": ("Pilots stop work", "Harbour pilots walk out in Norvik"),
    "outlet": ("Morning Post", None),
    "published": ("2031-03-05", "2031-03-04"),
    "story": ("norvik", None),
}


@pytest.mark.parametrize(("field", "value", "had"), [(k, *v) for k, v in DOCUMENT.items()])
def test_a_document_is_corrected(field, value, had):
    """Title, outlet, day and story can be stated; the basis names the file."""
    done = ruled(entry(do="change", document="first", to={field: value}))
    found = by_id(done, "first")
    part = {"title": "text", "outlet": "name", "published": "date"}.get(field)
    stated = getattr(found, field)
    assert (getattr(stated, part) if part else stated) == value
    if field in ("outlet", "published"):
        assert stated.basis == "stated in corrections.yml"
    (change,) = done.rows[0].changes
    assert (change.field, change.desk) == (field, value)
    assert had is None or change.program == had
    assert breaches(done) == ()


ORPHANS = {
    # what it shows: (entry, words of the reason)
    "unknown id": (entry(do="reject", id="c-0123456789", words="x"), "there is no claim"),
    "other words": (
        entry(do="reject", id=REST.id, words="The dispute is about rest,"),
        "other words",
    ),
    "part of the words": (entry(do="reject", id=REST.id, words="The dispute"), "other words"),
    "other case": (
        entry(do="reject", id=REST.id, words="the dispute is primarily about rest,"),
        "other words",
    ),
    "context is gone": (
        entry_of(REST, "reject", context='was: "The dispute is primarily about rest,"'),
        "context stands nowhere",
    ),
    "no such document": (
        entry(do="change", document="gone", to={"title": "x"}),
        "no document gone",
    ),
    "document says otherwise": (
        entry(do="change", document="first", words="not there", to={"title": "x"}),
        "does not hold",
    ),
    "twins without context": (entry_of(HOURS, "reject", TWO), "stand 2 times"),
    "added words are not there": (
        entry(do="add", document="first", kind="claim", words="The tugs sank."),
        "do not stand",
    ),
    "added words stand twice": (
        entry(do="add", document="ferries-second", kind="quotation", words="The ferries waited"),
        "several times",
    ),
    "added words cut a word": (
        entry(do="add", document="first", kind="quotation", words="ilots of Norvik"),
        "within a word",
    ),
    "added item is there": (
        entry(do="add", document="first", kind="figure", words="40 ships"),
        "already",
    ),
    "added to no document": (
        entry(do="add", document="gone", kind="claim", words="x"),
        "no document gone",
    ),
}


@pytest.mark.parametrize(("text", "reason"), ORPHANS.values(), ids=ORPHANS)
def test_what_does_not_match_to_the_letter_is_an_orphan(text, reason):
    """Nothing is changed, and the row says why."""
    done = ruled(text)
    assert done.annotations == documents()
    ((_, status, why),) = rows(done)
    assert status == "orphan"
    assert reason in why


def test_a_context_tells_equal_items_apart():
    """Of two figures of one wording, the one in its context is meant, whatever its number is."""
    monday = 'The ferries waited for 3 hours on Monday, the company said. "We had'
    done = ruled(entry_of(HOURS, "change", TWO, context=monday, to={"value": "4"}))
    values = [f.value for f in by_id(done, "ferries-second").figures]
    assert values == [4, 3]


def test_a_correction_survives_an_edit_elsewhere_and_other_blanks():
    """A new paragraph before it and other blanks between its words leave a correction as it was."""
    text = entry_of(SHIPS, "change", to={"kind": "opinion"})
    moved = FIRST.replace(
        "The pilots of", "Rain fell on the quay all day.\n\nThe pilots of"
    ).replace("if the strike lasts", "if  the \t strike lasts")
    done = ruled(text, annotations=(document("first.txt", moved),))
    assert rows(done) == [(1, "applied", None)]
    found = item(by_id(done, "first"), "claims", "40 ships")
    assert found.kind == "opinion"


def test_an_edit_of_the_words_orphans_a_correction():
    """Where the sentence itself has changed, the correction is never put onto what is like it."""
    text = entry_of(SHIPS, "change", to={"kind": "opinion"})
    edited = FIRST.replace("About 40 ships may", "About 40 ships might")
    done = ruled(text, annotations=(document("first.txt", edited),))
    assert [status for _, status, _ in rows(done)] == ["orphan"]


ADDED = {
    "claim": ("claim", "Tuesday, 4 March 2031", {}),
    "quotation": (
        "quotation",
        "a harbour economist at the Norvik Institute",
        {"speaker": "Bo Lind"},
    ),
    "figure": ("figure", "4 March 2031", {"value": "4", "counts": "days"}),
    "over a line end": ("quotation", "Norvik By Mara Lind", {"speaker": "Una Holm"}),
}


@pytest.mark.parametrize(("kind", "words", "to"), ADDED.values(), ids=ADDED)
def test_a_missed_item_is_added_by_its_words(kind, words, to):
    """It is a slice of the text of record, sorted into its layer, and passes the check."""
    fields = {"to": to} if to else {}
    done = ruled(entry(do="add", document="first", kind=kind, words=words, **fields))
    (row,) = done.rows
    assert (row.status, row.what) == ("applied", "add")
    layer = {"claim": "claims", "quotation": "quotations", "figure": "figures"}[kind]
    found = by_id(done, "first")
    (new,) = [i for i in getattr(found, layer) if i.id == row.target]
    assert " ".join(words_of(new, found.text).split()) == words
    assert len(getattr(found, layer)) == len(getattr(ONE, layer)) + 1
    assert breaches(done) == ()


def test_adding_twice_is_refused_the_second_time():
    """An entry that stands twice adds one item and is named once."""
    text = entry(do="add", document="first", kind="claim", words="Tuesday, 4 March 2031")
    assert [status for _, status, _ in rows(ruled(text, text))] == ["applied", "orphan"]


CONTRADICTIONS = {
    # what it shows: (entries, which lines are applied)
    "two values": (
        [entry_of(FORTY, "change", to={"value": v}) for v in ("41", "42")],
        [],
    ),
    "rejected and changed": (
        [entry_of(FORTY, "reject"), entry_of(FORTY, "change", to={"value": "41"})],
        [],
    ),
    "rejected and accepted": ([entry_of(FORTY, "reject"), entry_of(FORTY, "accept")], []),
    "two fields": (
        [
            entry_of(FORTY, "change", to={"value": "41"}),
            entry_of(FORTY, "change", to={"unit": "t"}),
        ],
        [1, 5],
    ),
    "accepted and changed": (
        [entry_of(FORTY, "accept"), entry_of(FORTY, "change", to={"unit": "t"})],
        [1, 4],
    ),
    "the same twice": ([entry_of(FORTY, "accept")] * 2, [1]),
}


@pytest.mark.parametrize(("entries", "lines"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradictions_in_one_file_are_refused_on_both_sides(entries, lines):
    """What agrees is applied; of what contradicts, neither is, and each names the other's line."""
    done = ruled(*entries)
    assert [line for line, status, _ in rows(done) if status == "applied"] == lines
    assert all("line" in why for _, status, why in rows(done) if status == "orphan")


def test_the_nearer_file_wins():
    """A file in the document's own folder is heard before one above it, which is named."""
    from generator.corrections.rulings import read_rulings
    from generator.corrections.stage import correct

    quay = item(TWO, "quotations", "no pilots")
    near, far = (
        entry_of(quay, "change", TWO, to={"speaker": name}).encode()
        for name in ("Ada Moe", "Liv Dahl")
    )
    rulings = read_rulings({"ferries/corrections.yml": near, "corrections.yml": far})
    done = correct(documents(), rulings)
    assert item(by_id(done, "ferries-second"), "quotations", "no pilots").speaker_name == "Ada Moe"
    status = {row.file: (row.status, row.reason) for row in done.rows}
    assert status["ferries/corrections.yml"] == ("applied", None)
    assert status["corrections.yml"][0] == "orphan"
    assert "ferries/corrections.yml, line 1" in status["corrections.yml"][1]


def test_a_file_speaks_of_its_folder_only():
    """A correction in one folder does not reach a document of another."""
    done = ruled(entry_of(REST, "reject"), file="ferries/corrections.yml")
    assert [(s, "folder" in why) for _, s, why in rows(done)] == [("orphan", True)]


def test_the_order_of_documents_does_not_matter():
    """Documents in another order are corrected alike."""
    text = entry_of(REST, "change", to={"speaker": "Bo Lind"}) + entry(do="hide", words="A. Ruiz")
    one, two = ruled(text), ruled(text, annotations=documents()[::-1])
    assert sorted(one.annotations, key=lambda a: a.id) == sorted(
        two.annotations, key=lambda a: a.id
    )
    assert one.rows == two.rows


def test_ten_thousand_corrections():
    """They are read and held against the desk in seconds; each is applied or named."""
    gone = [
        entry(do="change", id=f"c-{n:010x}", words=f"sentence {n}", to={"kind": "opinion"})
        for n in range(5_000)
    ]
    same = [entry_of(FORTY, "change", to={"value": str(n)}) for n in range(4_999)]
    began = time.process_time()
    done = ruled(*gone, *same, entry_of(REST, "accept"))
    assert time.process_time() - began < 6
    assert len(done.rows) == 9_999 + 1
    assert sum(row.status == "applied" for row in done.rows) == 1


def test_both_texts_are_as_these_tests_need_them():
    """The documents have the items that the tables name, equal ones too."""
    assert FIRST != SECOND
    assert len(TWO.figures) == 2
    assert SHIPS.attributed_to is None
