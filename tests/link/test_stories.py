"""One event is one story, two events are two, and a person's word overrules both."""

from __future__ import annotations

import pytest

from tests.link.written import joined, person, written

FIRE = (
    "A fire destroyed the grain store of Ostby on Monday night.",
    "“<Ana Ruiz/direct|We saw the roof fall into the grain>,” said Ana Ruiz.",
    "The store held 4,300 tonnes of wheat for the winter.",
    "Police said <Police of Ostby/indirect|a cable in the dryer had burnt through>.",
)
RETOLD = (
    "The grain store of Ostby was destroyed by a fire on Monday night.",
    "Ana Ruiz said <Ana Ruiz/indirect|she saw the roof fall into the grain>.",
    "Some 4,300 tonnes of wheat were in the store.",
)
VOTE = (
    "The council of Ostby voted for a new bridge on Monday night.",
    "“<Bo Lind/direct|The old bridge is a danger to every cart>,” said Bo Lind.",
    "The bridge will cost 12 million crowns.",
)


CASES = {
    # what it shows: (documents, the stories as document ids)
    "two reports of one event": ([written("a", *FIRE), written("b", *RETOLD)], ["a b"]),
    "two events in one town": ([written("a", *FIRE), written("b", *VOTE)], ["a", "b"]),
    "months apart": (
        [written("a", *FIRE), written("b", *RETOLD, published="2031-09-04")],
        ["a", "b"],
    ),
    "one of unknown day": ([written("a", *FIRE), written("b", *RETOLD, published=None)], ["a b"]),
    "like titles, nothing else": (
        [
            written("a", *FIRE, title="Ostby grain store"),
            written("b", *VOTE, title="Ostby grain store"),
        ],
        ["a", "b"],
    ),
    "one person in both": (
        [
            written("a", *FIRE, people=[person("Ida Berg")]),
            written("b", *VOTE, people=[person("Ida Berg")]),
        ],
        ["a", "b"],
    ),
    "one name given by a person": (
        [written("a", *FIRE, story="ostby"), written("b", *VOTE, story="ostby")],
        ["a b"],
    ),
    "two names given by a person": (
        [written("a", *FIRE, story="fire"), written("b", *RETOLD, story="store")],
        ["a", "b"],
    ),
    "a named one draws others": (
        [written("a", *FIRE, story="fire"), written("b", *RETOLD), written("c", *VOTE)],
        ["a b", "c"],
    ),
    "copies far apart": (
        [written("a", *FIRE * 2), written("b", *FIRE * 2, published="2032-01-01")],
        ["a b"],
    ),
    "nothing in them": ([written("a"), written("b")], ["a", "b"]),
}


@pytest.mark.parametrize(("documents", "expected"), CASES.values(), ids=CASES)
def test_stories(documents, expected):
    """Every document is in one story, with those that tell of the same event."""
    found = joined(*documents, upto="stories").stories
    assert sorted(" ".join(story.documents) for story in found) == expected
    assert len({story.id for story in found}) == len(found)


def test_a_document_between_two_events_does_not_join_them():
    """A round-up that retells two stories joins one of them, or stands alone."""
    fire = [written(f"f{n}", *FIRE, outlet=f"Post {n}") for n in range(4)]
    vote = [written(f"v{n}", *VOTE, outlet=f"Star {n}") for n in range(4)]
    found = joined(*fire, *vote, written("x", *RETOLD, *VOTE), upto="stories").stories
    assert not any({"f0", "v0"} <= set(story.documents) for story in found)


def test_a_story_is_named_after_its_lead():
    """Id, title, address and lead come from the document with the best claim."""
    story = joined(
        written("a", *FIRE, title="Grain store burns in Ostby", outlet="Post"),
        written("b", *RETOLD, title="After the flames", outlet="Star"),
    ).stories[0]
    assert (story.id, story.title) == ("grain-store-burns-in-ostby", "Grain store burns in Ostby")
    assert story.url == "briefings/grain-store-burns-in-ostby/"
    assert (story.lead[0].document, story.lead[0].claim) == ("a", "c0")
    assert story.independent_origins == 2


def test_stories_of_one_title_are_told_apart():
    """Two events under one headline have two addresses."""
    found = joined(
        written("a", *FIRE, title="In brief"), written("b", *VOTE, title="In brief")
    ).stories
    assert [story.id for story in found] == ["in-brief-a", "in-brief-b"]


def test_a_story_without_title_says_so():
    """No title is made up."""
    story = joined(written("a", *FIRE)).stories[0]
    assert (story.title, story.id) == ("Untitled", "untitled")


def test_a_comment_or_a_loose_sentence_never_leads():
    """The lead can be read alone and is no opinion of the page."""
    document = written(
        "a",
        "They burnt all night.",
        "A fire destroyed the grain store of Ostby.",
        "It was a shame.",
        comment=2,
        kinds={2: "opinion"},
    )
    assert [ref.claim for ref in joined(document).stories[0].lead] == ["c1"]


def test_a_report_leads_before_its_copy():
    """Of one sentence in two pages, that of the page which leans on nobody is taken."""
    copy = written("a", *FIRE * 2, "From the Post.", outlet="Star", credits_=[("Post", None)])
    links = joined(copy, written("b", *FIRE * 2, outlet="Post"))
    assert links.stories[0].lead[0].document == "b"
