"""What holds of joining as a whole: any order, any worker, near-linear work."""

from __future__ import annotations

import random
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.link.sketches import Sketch
from generator.link.stage import KINDS, join, sketch
from generator.model import Alias, Family, Known, Links
from tests.link.test_copies import REPORT
from tests.link.test_stories import FIRE, RETOLD, VOTE
from tests.link.written import person, written

DESK = [
    written("a", *FIRE, title="Grain store burns", outlet="Post", dates={"Monday": "2031-03-03"}),
    written(
        "b",
        *RETOLD,
        title="Grain store gone",
        outlet="Star",
        figures=[("4,300", 4300, "t", "wheat", None)],
    ),
    written("c", *VOTE, title="A bridge", outlet="Post"),
    written("d", *VOTE, "First reported by Post.", credits_=[("Post", None)]),
    written("e", *REPORT, outlet="Sun"),
    written("f", *REPORT, "From the Sun.", outlet="Moon", credits_=[("Sun", None)]),
    written(
        "g", *FIRE, *VOTE, title="The day in brief", figures=[("4,300", 4300, "t", "wheat", None)]
    ),
    written("h"),
    written(
        "i",
        "The Comet reported that 90 divers had found the ship off Sarn.",
        outlet="Herald",
        people=[person("Ana Ruiz"), person("Jonas Adekule")],
        credits_=[("Comet", "0")],
        figures=[("90", 90, None, "divers", None)],
    ),
    written(
        "j",
        "The Herald reported that 90 divers had found the ship off Sarn.",
        outlet="Comet",
        people=[person("Jonas Adekula")],
        credits_=[("Herald", "0")],
        figures=[("90", 90, None, "divers", None)],
    ),
    written("k", *REPORT[:6], outlet="Mercury"),
]
KNOWN = Known(
    people=(Alias("Ana Ruiz", ("A. Ruiz",)), Alias("Bo Lind")),
    outlets=(Family("Sun", family="Sky Press"), Family("Moon", ("Full Moon",), family="Sky Press")),
)
SKETCHES = [sketch(one) for one in DESK]
LINKS = join(SKETCHES)


def test_the_kinds_and_their_order():
    """A kind stands below all that it builds on, and fills a field of the links."""
    names = [kind.name for kind in KINDS]
    assert names == [
        "people",
        "copies",
        "same_statement",
        "origins",
        "claim_groups",
        "stories",
        "figure_groups",
        "timeline",
        "circular_credits",
        "suggestions",
    ]
    assert sorted(names) == sorted(Links().__struct_fields__)


def test_the_desk_has_links_of_every_kind():
    """The desk on which order is tested holds something of each kind."""
    assert all(getattr(LINKS, kind.name) for kind in KINDS)


@settings(max_examples=10, deadline=None)
@given(st.permutations(SKETCHES))
def test_any_order_of_sketches_gives_the_same_links(sketches):
    """Joining does not see in which order documents were processed."""
    assert join(sketches) == LINKS


@pytest.mark.parametrize("seed", range(5))
def test_any_order_of_a_large_desk_gives_the_same_edition(seed):
    """Five shuffles of reports on many events, with a person's tables, make one edition."""
    reports = [
        msgspec.structs.replace(one, document=f"{one.document}{n}")
        for n in range(3)
        for one in SKETCHES
    ]
    shuffled = random.Random(seed).sample(reports, len(reports))
    assert msgspec.json.encode(join(shuffled, KNOWN)) == msgspec.json.encode(join(reports, KNOWN))


def test_sketches_survive_the_cache():
    """A sketch that was written and read joins as the one that was made."""
    stored = [msgspec.json.decode(msgspec.json.encode(one), type=Sketch) for one in SKETCHES]
    assert stored == SKETCHES
    assert join(stored) == LINKS


def test_every_document_is_in_one_story_and_has_an_origin():
    """No document is lost, and none is told twice."""
    told = sorted(document for story in LINKS.stories for document in story.documents)
    assert told == [one.id for one in DESK]
    assert {origin.document for origin in LINKS.origins} == set(told)


def test_no_documents_give_no_links():
    """An empty desk is no error."""
    assert join([]) == Links()


def test_a_document_more_does_not_move_the_links_of_others():
    """Links between other documents stay as they are when an unrelated one comes in."""
    before = join(SKETCHES[:3])
    after = join([*SKETCHES[:3], sketch(written("z", *REPORT, title="Else"))])
    assert set(before.same_statement) <= set(after.same_statement)
    assert set(before.claim_groups) <= set(after.claim_groups)
    assert set(before.stories) <= set(after.stories)


def test_joining_takes_time_with_the_documents_and_not_with_their_square():
    """Four times the documents of one speaker on one matter take about four times as long."""

    def seconds(count: int) -> float:
        sketches = [
            sketch(
                written(
                    f"d{n:04}", *(s.replace("Ostby", f"Ort{n}") for s in FIRE), "The grain is gone."
                )
            )
            for n in range(count)
        ]
        taken = []
        for _ in range(3):
            start = time.process_time()
            join(sketches)
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(10)
    assert seconds(120) < 12 * max(seconds(30), 0.02)  # a square would take sixteen


def test_hostile_documents_are_joined_in_time():
    """A line of a million characters and thousands of quotations are work, and no trap."""
    long = written("a", "word " * 30_000 + "“" * 20_000)
    many = written(
        "b", "".join(f"<Ana Ruiz/direct|We saw {n} cranes> said Ana Ruiz, " for n in range(300))
    )
    start = time.process_time()
    join([sketch(long), sketch(many)])
    assert time.process_time() - start < 15
