"""What changed between two editions: golden pairs for each kind of item, and how grave it is."""

from __future__ import annotations

import json
import time

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.compare.report import compare, fails, marked, summary
from generator.ids import item_ids
from generator.model import (
    Claim,
    ClaimGroup,
    ClaimRef,
    Edition,
    Excerpt,
    Figure,
    Identity,
    Member,
    Outlet,
    Published,
    Quotation,
    Span,
    Story,
)
from tests.render.made import annotation

STRIKE = (
    "The pilots stopped work on Tuesday. About 40 ships may wait at the quay. "
    "It is unclear who pays."
)
RUIZ = "We will not board at night, said Ana Ruiz."
FERRY = "The ferry line opened a second berth in Oster with 12 new cranes."


class Made:
    """One document of a story that is made: sentences, each a claim; some quoted or counted."""

    def __init__(self, id_, story, sentences, *, quotes=(), figures=(), **fields):
        self.id, self.story = id_, story
        self.sentences, self.quotes, self.figures, self.fields = sentences, quotes, figures, fields

    def member(self):
        """Return it as a document of an edition."""
        title = self.fields.pop("title", self.id)
        text = title + "\n\n" + " ".join(self.sentences)
        span = {s: Span(text.index(s), text.index(s) + len(s)) for s in self.sentences}
        found = annotation(
            self.id,
            text,
            title,
            blocks=(),
            claims=tuple(
                claim(id_, span[s], **self.fields.get("claim", {}))
                for s, id_ in zip(
                    self.sentences, item_ids(self.id, "claim", self.sentences), strict=True
                )
            ),
            quotations=tuple(
                quotation(
                    id_,
                    Span(text.index(q), text.index(q) + len(q)),
                    **self.fields.get("quotation", {}),
                )
                for q, id_ in zip(
                    self.quotes, item_ids(self.id, "quotation", self.quotes), strict=True
                )
            ),
            figures=tuple(
                figure(
                    id_,
                    Span(text.index(f), text.index(f) + len(f)),
                    f,
                    **self.fields.get("figure", {}),
                )
                for f, id_ in zip(
                    self.figures, item_ids(self.id, "figure", self.figures), strict=True
                )
            ),
            **{k: v for k, v in self.fields.items() if k in ("outlet", "published")},
        )
        return Member(self.id, f"{self.id}.txt", self.story, found)


def claim(id_, span, **fields):
    """Return a reported claim in the document's own voice."""
    spans = (
        "hedges",
        "limiters",
        "modals",
        "negations",
        "conditions",
        "quotations",
        "figures",
        "repeats",
    )
    values = {**dict.fromkeys(spans, ()), "kind": "reported", "key": True, "gap": False}
    values |= {"attributed_to": None, "speaker": None, "via": None, **fields}
    return Claim(id=id_, span=span, **values)


def quotation(id_, span, **fields):
    """Return a direct quotation by Ana Ruiz."""
    values = {"type": "direct", "cue": (), "source": (), "speaker": None, "flags": (), "rule": "x"}
    values |= {"speaker_name": "Ana Ruiz", "role": None, "affiliation": None, "via": None, **fields}
    return Quotation(id=id_, content=(span,), **values)


def figure(id_, span, words, **fields):
    """Return a figure of ships with its number as value."""
    names = ("low", "high", "unit", "qualifier", "period", "attributed_to", "speaker")
    values = {
        **dict.fromkeys(names),
        "counts": "ships at the quay",
        "value": float(words),
        **fields,
    }
    return Figure(id=id_, span=span, **values)


def edition(*documents, people=(), groups=()):
    """Return the edition of some documents."""
    members = tuple(one.member() for one in documents)
    stories = {}
    for member in members:
        stories.setdefault(member.story, []).append(member.id)
    return Edition(
        documents=members,
        stories=tuple(
            Story(id_, id_.replace("-", " ").title(), f"briefings/{id_}/", tuple(ids), (), 1)
            for id_, ids in stories.items()
        ),
        people=tuple(people),
        origins=(),
        copies=(),
        same_statement=(),
        claim_groups=tuple(groups),
        figure_groups=(),
        timeline=(),
    )


def sentences(text):
    """Return the sentences of a text."""
    return [f"{one.strip('. ')}." for one in text.split(". ")]


def desk(*sentences_, story="strike", other=FERRY, **fields):
    """Return an edition of one story of given sentences and another of one."""
    return edition(
        Made("report", story, list(sentences_), **fields), Made("ferry-news", "ferry", [other])
    )


ONE, TWO, THREE = sentences(STRIKE)
PERSON = Identity("ana-ruiz", "Ana Ruiz", ("Ana Ruiz", "Ruiz"), "expert", ())


def with_person(**fields):
    """Return an edition that has one person."""
    return edition(
        Made("report", "strike", [ONE]), people=[msgspec.structs.replace(PERSON, **fields)]
    )


def moved(kind):
    """Return a pair in which the document of some items goes to another story."""
    extra = (
        {"quotes": [RUIZ]}
        if kind == "quotation"
        else {"figures": ["40"]}
        if kind == "figure"
        else {}
    )
    rows = [TWO, RUIZ] if kind == "quotation" else [TWO]
    keep = Made("keeps", "strike", [FERRY])
    there = Made("other", "ferry", [THREE])
    return tuple(
        edition(Made("report", s, rows, **extra), keep, there) for s in ("strike", "ferry")
    )


GOLDEN = {
    # what it shows: (old, new, (kind, change, severity) of each difference of that kind)
    "claim added": (desk(ONE), desk(ONE, TWO), [("claim", "added", "notice")]),
    "claim removed": (desk(ONE, TWO), desk(ONE), [("claim", "removed", "notice")]),
    "claim changed in a word": (
        desk(ONE, TWO),
        desk(ONE, TWO.replace("wait", "queue")),
        [("claim", "changed", "notice")],
    ),
    "claim changed in a number": (
        desk(ONE, TWO),
        desk(ONE, TWO.replace("40", "60")),
        [("claim", "changed", "critical")],
    ),
    "claim changed in a negation": (
        desk(ONE, TWO),
        desk(ONE, TWO.replace("may wait", "may not wait")),
        [("claim", "changed", "critical")],
    ),
    "claim with another speaker": (
        desk(ONE),
        desk(ONE, claim={"attributed_to": "Bo Lind"}),
        [("claim", "changed", "critical")],
    ),
    "claim of another kind": (
        desk(ONE),
        desk(ONE, claim={"kind": "opinion"}),
        [("claim", "changed", "notice")],
    ),
    "claim with other punctuation": (
        desk(ONE, TWO),
        desk(ONE, TWO.replace("ships may", "ships, may")),
        [("claim", "changed", "quiet")],
    ),
    "claim moved": (*moved("claim"), [("claim", "moved", "notice")]),
    "claims reordered": (desk(ONE, TWO, THREE), desk(THREE, ONE, TWO), []),
    "claim wrapped anew": (desk(ONE, TWO), desk(ONE, TWO.replace(" may", "\n  may")), []),
    "quotation added": (
        desk(ONE, RUIZ),
        desk(ONE, RUIZ, quotes=[RUIZ]),
        [("quotation", "added", "notice")],
    ),
    "quotation removed": (
        desk(ONE, RUIZ, quotes=[RUIZ]),
        desk(ONE, RUIZ),
        [("quotation", "removed", "notice")],
    ),
    "quotation altered": (
        desk(ONE, RUIZ, quotes=[RUIZ]),
        desk(
            ONE, RUIZ.replace("at night", "by night"), quotes=[RUIZ.replace("at night", "by night")]
        ),
        [("quotation", "changed", "critical")],
    ),
    "quotation of another speaker": (
        desk(RUIZ, quotes=[RUIZ]),
        desk(RUIZ, quotes=[RUIZ], quotation={"speaker_name": "Bo Lind"}),
        [("quotation", "changed", "critical")],
    ),
    "quotation of another type": (
        desk(RUIZ, quotes=[RUIZ]),
        desk(RUIZ, quotes=[RUIZ], quotation={"type": "mixed"}),
        [("quotation", "changed", "notice")],
    ),
    "quotation moved": (*moved("quotation"), [("quotation", "moved", "notice")]),
    "quotations reordered": (
        desk(ONE, RUIZ, quotes=[ONE, RUIZ]),
        desk(RUIZ, ONE, quotes=[RUIZ, ONE]),
        [],
    ),
    "figure added": (desk(TWO), desk(TWO, figures=["40"]), [("figure", "added", "notice")]),
    "figure removed": (desk(TWO, figures=["40"]), desk(TWO), [("figure", "removed", "notice")]),
    "figure changed": (
        desk(TWO, figures=["40"]),
        desk(TWO.replace("40", "60"), figures=["60"]),
        [("figure", "changed", "critical")],
    ),
    "figure of another unit": (
        desk(TWO, figures=["40"]),
        desk(TWO, figures=["40"], figure={"unit": "t"}),
        [("figure", "changed", "critical")],
    ),
    "figure of another period": (
        desk(TWO, figures=["40"]),
        desk(TWO, figures=["40"], figure={"period": "last year"}),
        [("figure", "changed", "notice")],
    ),
    "figure moved": (*moved("figure"), [("figure", "moved", "notice")]),
    "figures reordered": (
        desk("The 40 waited.", "The 12 left.", figures=["40", "12"]),
        desk("The 12 left.", "The 40 waited.", figures=["12", "40"]),
        [],
    ),
    "document added": (
        desk(ONE),
        edition(
            *(
                Made(i, s, [w])
                for i, s, w in (
                    ("report", "strike", ONE),
                    ("ferry-news", "ferry", FERRY),
                    ("new", "strike", TWO),
                )
            )
        ),
        [("document", "added", "notice")],
    ),
    "document removed": (
        edition(Made("report", "strike", [ONE]), Made("new", "strike", [TWO])),
        edition(Made("report", "strike", [ONE])),
        [("document", "removed", "notice")],
    ),
    "document with another outlet": (
        desk(ONE),
        desk(ONE, outlet=Outlet("Evening Post", None)),
        [("document", "changed", "notice")],
    ),
    "document with another day": (
        desk(ONE, published=Published("2031-03-04", None, "x")),
        desk(ONE, published=Published("2031-03-05", None, "x")),
        [("document", "changed", "notice")],
    ),
    "document moved": (*moved("document"), [("document", "moved", "notice")]),
    "documents reordered": (
        edition(Made("a", "strike", [ONE]), Made("b", "strike", [TWO])),
        edition(Made("b", "strike", [TWO]), Made("a", "strike", [ONE])),
        [],
    ),
    "briefing added": (
        edition(Made("report", "strike", [ONE])),
        desk(ONE),
        [("briefing", "added", "notice")],
    ),
    "briefing removed": (
        desk(ONE),
        edition(Made("report", "strike", [ONE])),
        [("briefing", "removed", "notice")],
    ),
    "briefing under another name": (
        desk(ONE),
        desk(ONE, story="walk-out"),
        [("briefing", "changed", "notice")],
    ),
    "items of a briefing under another name": (
        desk(ONE, TWO),
        desk(ONE, TWO, story="walk-out"),
        [],
    ),
    "person added": (
        edition(Made("report", "strike", [ONE])),
        with_person(),
        [("person", "added", "notice")],
    ),
    "person removed": (
        with_person(),
        edition(Made("report", "strike", [ONE])),
        [("person", "removed", "notice")],
    ),
    "person with another role": (
        with_person(),
        with_person(role="mayor", basis="stated in people.yml"),
        [("person", "changed", "notice")],
    ),
    "person with names reordered": (with_person(), with_person(names=("Ruiz", "Ana Ruiz")), []),
}


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"), [(k, *v) for k, v in GOLDEN.items()], ids=GOLDEN
)
def test_golden_pairs(name, old, new, expected):
    """Each pair gives the differences of its kind that a person would name, and no other."""
    kinds = {kind for kind, *_ in expected} or {
        name.split()[0].rstrip("s"),
        "claim",
        "quotation",
        "figure",
    }
    if name.startswith("items"):
        kinds = {"claim", "quotation", "figure", "document"}
    found = [
        (d.kind, d.change, d.severity) for d in compare(old, new).differences if d.kind in kinds
    ]
    assert found == expected


@pytest.mark.parametrize("name", GOLDEN)
def test_an_edition_is_equal_to_itself(name):
    """Nothing differs between an edition and itself, or itself read back from JSON."""
    old, new, _ = GOLDEN[name]
    for one in (old, new):
        again = msgspec.json.decode(msgspec.json.encode(one), type=Edition)
        assert compare(one, again).differences == ()


@pytest.mark.parametrize("name", GOLDEN)
def test_what_is_added_one_way_is_removed_the_other(name):
    """Turned round, a comparison has as many differences, added and removed exchanged."""
    old, new, _ = GOLDEN[name]
    turn = {"added": "removed", "removed": "added"}
    there = sorted((d.kind, d.change) for d in compare(old, new).differences)
    back = sorted((d.kind, turn.get(d.change, d.change)) for d in compare(new, old).differences)
    assert there == back


def test_a_claim_that_loses_a_source_is_critical():
    """A claim that stays and that one document less says is weaker than it was."""
    both = [Made("a", "strike", [ONE]), Made("b", "strike", [ONE])]
    ids = [item_ids(id_, "claim", [ONE])[0] for id_ in "ab"]
    group = ClaimGroup(
        "g", tuple(ClaimRef(d, c) for d, c in zip("ab", ids, strict=True)), 2, 1, "single-origin"
    )
    old, new = edition(*both, groups=[group]), edition(*both)
    assert {(d.kind, d.severity) for d in compare(old, new).differences} == {("claim", "critical")}
    assert {d.severity for d in compare(new, old).differences} == {"notice"}


def test_excerpts_are_compared_like_whole_texts():
    """The edition of a site holds passages only; against the whole one nothing differs."""
    whole = desk(ONE, TWO, RUIZ, quotes=[RUIZ], figures=["40"])
    parts = msgspec.structs.replace(
        whole,
        documents=tuple(
            msgspec.structs.replace(
                m,
                annotation=msgspec.structs.replace(
                    m.annotation,
                    text=None,
                    excerpts=(Excerpt(Span(2, len(m.annotation.text)), m.annotation.text[2:]),),
                ),
            )
            for m in whole.documents
        ),
    )
    assert compare(whole, parts).differences == ()


def test_a_renamed_document_gives_its_items_no_difference():
    """Another file name changes every id and no claim: only the document says so."""
    old = edition(Made("report", "strike", [ONE, TWO], title="Pilots"))
    new = edition(Made("report-2", "strike", [ONE, TWO], title="Pilots"))
    found = compare(old, new).differences
    assert [(d.kind, d.change) for d in found] == [("document", "changed")]


def big(edits):
    """Return 300 briefings of 12 claims each, some added, some gone, some with another number."""
    made = []
    for story in range(300):
        rows = [
            f"Port {story} of district {claim_ % 5} said that {100 + story + claim_} ships came "
            f"by way {claim_ * 7}."
            for claim_ in range(12)
        ]
        if edits and story < 20:
            rows.append(f"A wholly different sentence about bread number {story} was printed.")
        elif edits and story < 40:
            rows.pop(3)
        elif edits and story < 60:
            rows[5] = rows[5].replace(f"{105 + story} ships", f"{905 + story} ships")
        made.append(Made(f"doc-{story}", f"story-{story}", rows))
    return edition(*made)


def test_three_hundred_briefings():
    """Sixty edits among 3,600 claims are all told for what they are, well within ten seconds."""
    old, new = big(edits=False), big(edits=True)
    began = time.process_time()
    found = compare(old, new).differences
    assert time.process_time() - began < 5
    tally = {}
    for one in found:
        tally[one.kind, one.change, one.severity] = (
            tally.get((one.kind, one.change, one.severity), 0) + 1
        )
    assert tally == {
        ("claim", "added", "notice"): 20,
        ("claim", "removed", "notice"): 20,
        ("claim", "changed", "critical"): 20,
    }


def test_two_editions_without_anything_in_common_end_soon():
    """Thousands of records gone and as many come are compared in seconds."""

    def strange(word):
        rows = [
            f"The {word} of place {n} has the same long words as all others do here."
            for n in range(3000)
        ]
        return edition(Made("doc", "story", rows))

    began = time.process_time()
    compare(strange("harbour"), strange("theatre"))
    assert time.process_time() - began < 10


WORDS = st.lists(st.sampled_from([ONE, TWO, THREE, RUIZ, FERRY]), unique=True, min_size=1)


@settings(max_examples=40)
@given(WORDS, st.randoms())
def test_order_alone_gives_nothing(rows, random):
    """Any order of claims, documents and stories is the same edition."""
    documents = [(f"d{n}", f"s{n % 2}", row) for n, row in enumerate(rows)]
    shuffled = list(documents)
    random.shuffle(shuffled)
    old, new = (edition(*(Made(i, s, [w]) for i, s, w in some)) for some in (documents, shuffled))
    assert compare(old, new).differences == ()


def test_what_was_replaced_stands_in_brackets():
    """Only the words that differ are marked."""
    assert marked("a toll of 40 percent", "a toll of 47 percent") == "a toll of [40 -> 47] percent"


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("figure changed", "critical", True),
        ("claim added", "critical", False),
        ("claim added", "notice", True),
        ("claim with other punctuation", "notice", False),
        ("figure changed", "none", False),
        ("claims reordered", "notice", False),
    ],
)
def test_levels(name, level, expected):
    """A level fails on what is as grave or graver."""
    old, new, _ = GOLDEN[name]
    assert fails(compare(old, new), level) is expected


def test_the_summary_counts_and_names():
    """A table first, then a line for each difference, the gravest before the others."""
    old, new, _ = GOLDEN["claim changed in a number"]
    lines = list(summary(compare(old, new)))
    assert lines[0].split() == ["added", "removed", "changed", "moved"]
    assert lines[1].split() == ["claims", "0", "0", "1", "0"]
    assert lines[-1].startswith("critical  strike: claim c-")
    assert lines[-1].endswith("About [40 -> 60] ships may wait at the quay.")
    assert list(summary(compare(old, old))) == ["Nothing has changed."]


def test_the_command(tmp_path, monkeypatch):
    """`briefing compare` reads two editions, prints, and exits by --fail-on; others are refused."""
    monkeypatch.chdir(tmp_path)
    old, new, _ = GOLDEN["claim changed in a number"]
    hostile = msgspec.structs.replace(new.documents[1], path="\x1b[31m\n##[error]")
    new = msgspec.structs.replace(new, documents=(new.documents[0], hostile))
    for name, one in (("old", old), ("new", new)):
        (tmp_path / f"{name}.json").write_bytes(msgspec.json.encode(one))
    (tmp_path / "bad.json").write_text('{"schema": 3}', encoding="utf-8")
    verb = ["compare", "old.json"]
    run = CliRunner().invoke(main, [*verb, "new.json", "--fail-on", "critical"])
    assert (run.exit_code, run.stderr) == (1, "")
    assert "\x1b" not in run.stdout
    assert "##[" not in run.stdout
    data = json.loads(CliRunner().invoke(main, [*verb, "new.json", "--json"]).stdout)
    assert data["schema"] == "briefing/comparison@1"
    assert data["differences"][0]["severity"] == "critical"
    bad = CliRunner().invoke(main, [*verb, "bad.json"])
    assert bad.exit_code == 1
    assert "no edition" in bad.stderr
