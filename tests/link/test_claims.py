"""Claims that say the same are one group, with an honest count of what supports them."""

from __future__ import annotations

import pytest

from generator.link.leaning import independent
from tests.link.written import joined, written

REST = ("Fog lay over the river.", "A choir sang in the chapel.", "Two dogs barked at the ferry.")
"""What else the documents say, so that words are neither rare nor frequent by chance."""

CASES = {
    # what it shows: (claim of a, claim of b, whether they are one group)
    "same sentence": (
        "The harbour lost its last crane to the storm.",
        "The harbour lost its last crane to the storm.",
        True,
    ),
    "other words around": (
        "The harbour lost its last crane to the storm on Monday.",
        "A storm took the last crane of the harbour.",
        True,
    ),
    "number and thing": (
        "The city will sell 14 ferries by May, its council decided.",
        "The council decided to sell the 14 ferries.",
        True,
    ),
    "other number": ("The city will sell 14 ferries.", "The city will sell nine buses.", False),
    "denied": (
        "The mayor was told of the storm damage.",
        "The mayor was not told of the storm damage.",
        False,
    ),
    "denied by the cue": (
        "Ana Ruiz said <Ana Ruiz/indirect|the mayor knew of the storm damage>.",
        "The mayor denied <the mayor/indirect|he knew of the storm damage>.",
        False,
    ),
    "denial in another clause": (
        "The harbour lost its last crane to the storm.",
        "The harbour, which is no port, lost its last crane to the storm.",
        True,
    ),
    "one subject, two voices": (
        "Crane drivers at Brannock Haven have stopped lifting boxes because of the wind.",
        (
            "Shippers said <shippers/indirect|the stop by crane drivers at Brannock Haven "
            "cost them dear>."
        ),
        False,
    ),
    "one subject, two gaps": (
        "The crane office did not say how many boxes it had lost.",
        "Whether the crane office may refuse boxes is not known.",
        False,
    ),
    "two people": (
        "“<Ana Ruiz/direct|The old crane must go to the museum>,” said Ana Ruiz.",
        "“<Bo Lind/direct|The old crane must go to the museum>,” said Bo Lind.",
        False,
    ),
    "one speaker, one statement": (
        "“<Ana Ruiz/direct|The old crane must go>,” said Ana Ruiz.",
        "Ana Ruiz said <Ana Ruiz/indirect|the crane would have to go>.",
        True,
    ),
    "attribution is no likeness": (
        "Ana Ruiz, an engineer at the Norvik Institute, said <Ana Ruiz/indirect|cranes rust>.",
        "Ana Ruiz, an engineer at the Norvik Institute, said <Ana Ruiz/indirect|sheds leak>.",
        False,
    ),
    "groups in one phrase": (
        "Analysts said <analysts/indirect|the two ports will never lend fire boats to each other>.",
        (
            "U.S. analysts said "
            "<U.S. analysts/indirect|a storm is no reason to lend fire boats to each other>."
        ),
        True,
    ),
    "groups on one matter": (
        "Analysts said <analysts/indirect|the port needs support>.",
        "Analysts said <analysts/indirect|the port will fail without a crane>.",
        False,
    ),
    "one thing in common": (
        "The harbour lost its last crane.",
        "The crane was built by Norvik in a hall that is now a museum.",
        False,
    ),
}


def groups(*documents):
    """Return each group as its members' texts, with documents, origins and label."""
    texts = {one.id: {c.id: c.span.of(one.text) for c in one.claims} for one in documents}
    return [
        (
            [f"{m.document}: {texts[m.document][m.claim]}" for m in group.members],
            (group.documents, group.independent_origins, group.label),
        )
        for group in joined(*documents, upto="claim_groups").claim_groups
    ]


@pytest.mark.parametrize(("one", "two", "same"), CASES.values(), ids=CASES)
def test_which_claims_say_the_same(one, two, same):
    """Two claims are one group, or there is no group."""
    a = written("a", one, *REST[:2], outlet="Post")
    b = written("b", two, *REST[2:], outlet="Star")
    assert len(groups(a, b)) == int(same)


CRANE = "The harbour lost its last crane to the storm on Monday."
TOLD = "The last crane of the harbour was lost to Monday's storm."
AGAIN = "On Monday the storm took the last crane that the harbour had."
"""One event in three wordings: two pages of one wording would be copies, and so one origin."""

COUNTS = {
    # what it shows: (documents, (documents, origins, label) of the one group)
    "two reports": (
        [written("a", CRANE, outlet="Post"), written("b", TOLD, outlet="Star")],
        (2, 2, "independent"),
    ),
    "copies": (
        [written("a", CRANE, outlet="Post"), written("b", CRANE, outlet="Star")],
        (2, 1, "single-origin"),
    ),
    "one outlet twice": (
        [written("a", CRANE, outlet="Post"), written("b", TOLD, outlet="The Post")],
        (2, 1, "single-origin"),
    ),
    "one credits the other": (
        [
            written("a", CRANE, outlet="Post"),
            written("b", TOLD, "First reported by Post.", outlet="Star", credits_=[("Post", None)]),
        ],
        (2, 1, "single-origin"),
    ),
    "both credit a third": (
        [
            written(
                n, words, "First reported by the Courier.", outlet=n, credits_=[("Courier", None)]
            )
            for n, words in (("a", CRANE), ("b", TOLD))
        ],
        (2, 1, "single-origin"),
    ),
    "a credit for the claim alone": (
        [
            written("a", CRANE, outlet="Post"),
            written(
                "b", f"{TOLD[:-1]}, the Courier said.", outlet="Star", credits_=[("Courier", "0")]
            ),
        ],
        (2, 2, "independent"),
    ),
    "unknown origin": (
        [written("a", CRANE, outlet="Post"), written("b", TOLD)],
        (2, 1, "single-origin"),
    ),
    "two unknown origins": (
        [written("a", CRANE), written("b", TOLD)],
        (2, 1, "single-origin"),
    ),
    "each credits the other": (
        [
            written(
                "a", CRANE, "First reported by Star.", outlet="Post", credits_=[("Star", None)]
            ),
            written("b", TOLD, "First reported by Post.", outlet="Star", credits_=[("Post", None)]),
        ],
        (2, 1, "single-origin"),
    ),
    "over two hops": (
        [
            written("a", CRANE, outlet="Post"),
            written("b", TOLD, "First reported by Post.", outlet="Star", credits_=[("Post", None)]),
            written("c", AGAIN, "First reported by Star.", outlet="Sun", credits_=[("Star", None)]),
        ],
        (3, 1, "single-origin"),
    ),
}


@pytest.mark.parametrize(("documents", "counts"), COUNTS.values(), ids=COUNTS)
def test_support_is_counted_by_origin(documents, counts):
    """Documents, independent origins and label of the group around one claim."""
    assert [found for _, found in groups(*documents)] == [counts]


def test_an_editor_supports_nothing():
    """A comment below a report repeats it and is no second source."""
    a = written("a", CRANE, outlet="Post")
    b = written("b", "It rained.", TOLD, outlet="Star", comment=1, kinds={1: "opinion"})
    assert groups(a, b) == []


def test_a_claim_that_says_two_things_is_in_two_groups():
    """One direct quotation may come back as two sentences, which do not say the same."""
    a = written(
        "a",
        "“<Ana Ruiz/direct|The cranes are worn out and nobody called the strike>,” said Ana Ruiz.",
    )
    b = written(
        "b",
        "Ana Ruiz said <Ana Ruiz/indirect|the cranes were worn out>.",
        "Ana Ruiz said <Ana Ruiz/indirect|nobody had called the strike>.",
    )
    members = [group for group, _ in groups(a, b)]
    assert len(members) == 2
    assert all(len(group) == 2 for group in members)


def test_key_points_stand_with_the_sentence_that_they_repeat():
    """A page that says it twice is one document of the group, with both places."""
    a = written("a", CRANE, outlet="Post")
    b = written("b", AGAIN, TOLD, outlet="Star", points=1)
    assert [(len(group), counts) for group, counts in groups(a, b)] == [
        (3, (2, 2, "independent")),
    ]


def test_a_group_has_one_claim_of_a_document():
    """Two sentences of one document are no two supports."""
    a = written("a", CRANE, "The last crane of the harbour was lost to the storm.", outlet="Post")
    b = written("b", CRANE, outlet="Star")
    for group, (documents, _, _) in groups(a, b):
        assert len(group) == documents


ORIGINS = {
    # what it shows: (origins of each member, their number)
    "none known": ([(), ()], 1),
    "one": ([("post",), ("post",)], 1),
    "two": ([("post",), ("star",)], 2),
    "one of two, one of them counted": ([("post",), ("post", "star")], 1),
    "one of two, neither counted": ([("sun",), ("post", "star")], 2),
    "overlapping guesses": ([("post", "star"), ("star", "sun")], 1),
    "nobody": ([], 1),
}


@pytest.mark.parametrize(("origins", "number"), ORIGINS.values(), ids=ORIGINS)
def test_independent_origins(origins, number):
    """What may go back to an outlet that is counted is no further origin."""
    assert independent(frozenset(roots) for roots in origins) == number
