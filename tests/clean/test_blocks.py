from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.pages import cleaned, kinds

ONE = (
    "The harbour council of Norvik voted on Monday to close the old pilot station, a step that "
    "its members had put off three times since the spring."
)
TWO = (
    "“Nobody will lose a post over it,” said Bo Lind, who runs the station and has worked there "
    "for thirty years."
)
THREE = (
    "The move to the new quay will cost two million, the council said in a note, and it will be "
    "paid from the reserves of the port."
)
BODY = f"{ONE}\n\n{TWO}\n\n{THREE}\n"

NEWS = f"""Skip to content
Home | News | Sport | Jobs
Shipping

Norvik to close its old pilot station by the end of the year
Council says the building cannot be saved

By Ana Ruiz, Shipping Correspondent
Published: Tuesday 4 March 2031, 07:15
Share   Tweet   Print
NORVIK-PILOTS-STATION
The old pilot station in Norvik on June 2, 2030. (Photo by IDA HOLM/Evening Post)

{ONE}

Related: Ten lighthouses that became hotels

{TWO}

What it costs

{THREE}

Read more: How to visit the harbour
Reporting by Ana Ruiz; editing by Jo Berg
Topics: ports, pilots, Norvik
12 comments
We use cookies on this site. Accept all
© 2031 Evening Post. All rights reserved.
"""


TABLE = f"""Norvik to close its old pilot station

{ONE}

Year\tPilots
Ships\tIda Holm/Evening Post
2030\t12

{TWO}

{THREE}

file:desk/h1.html 1/1
"""
FOOT = "file:desk/h1.html"

ROWS = {
    # what it shows: (first word of a line, its hint, what the line is)
    "head of a table": ("Year", "td", "body"),
    "row above a paragraph": ("2030", "td", "body"),
    "row that ends in names": ("Ships", "td", "body"),
    "foot of a printed page": (FOOT, "footer", "boilerplate"),
    "head of a page within": ("Ships", "header", "boilerplate"),
}


@pytest.mark.parametrize(("word", "hint", "kind"), ROWS.values(), ids=ROWS)
def test_rows_heads_and_feet(word, hint, kind):
    """What is short because it is a row or a head is no subheading, and no caption either."""
    document = cleaned(TABLE, hints={"Norvik": "h1", word: hint})
    assert [k for k, words in kinds(document) if words.split()[0] == word] == [kind]


def test_a_table_parts_no_article_in_two():
    """However long a table is, its rows and the one paragraph below it belong to the article."""
    rows = "".join(f"Quay\t{number}\n" for number in range(30))
    text = f"Norvik to close its old pilot station\n\n{BODY}\n{rows}\n{ONE.replace('The', 'A')}\n"
    found = [kind for kind, _ in kinds(cleaned(text, hints={"Norvik": "h1", "Quay": "td"}))]
    assert found == ["title", *["body"] * 34]


def test_a_page_of_news():
    """Every line of a copied page gets the label that a reader would give it."""
    assert kinds(cleaned(NEWS)) == [
        ("boilerplate", "Skip to content"),
        ("boilerplate", "Home | News |"),
        ("section", "Shipping"),
        ("title", "Norvik to close its"),
        ("subtitle", "Council says the building"),
        ("byline", "By Ana Ruiz, Shipping"),
        ("date", "Published: Tuesday 4 March"),
        ("boilerplate", "Share Tweet Print"),
        ("caption", "NORVIK-PILOTS-STATION"),
        ("caption", "The old pilot station"),
        ("body", "The harbour council of"),
        ("related", "Related: Ten lighthouses that"),
        ("body", "“Nobody will lose a"),
        ("subheading", "What it costs"),
        ("body", "The move to the"),
        ("related", "Read more: How to"),
        ("boilerplate", "Reporting by Ana Ruiz;"),
        ("tags", "Topics: ports, pilots, Norvik"),
        ("boilerplate", "12 comments"),
        ("boilerplate", "We use cookies on"),
        ("boilerplate", "© 2031 Evening Post."),
    ]


EXCERPT = f"""Tuesday, March 4, 2031

Who Will Guide The Ships Now?

The station seen from the mole, on a market day. Ida Holm | Evening Post

Evening Post: Norvik to close its pilot station; union asks for guarantees

* The council of Norvik will close the old pilot station this year.

* The pilots' union wants a guarantee in writing, its chairman said.

{BODY}
Read more ....

NHB Editor: This was coming for years. A port that cannot keep a roof dry cannot keep pilots.

And do not expect the new quay to be ready by October.

Posted by NHB at 6:10 PM
Labels: Norvik, Pilots
No comments:
"""


def test_a_blog_that_excerpts_a_report():
    """The credited headline, the points and the editor's comment to its end are told apart."""
    found = kinds(cleaned(EXCERPT))
    assert found[:6] == [
        ("date", "Tuesday, March 4, 2031"),
        ("title", "Who Will Guide The"),
        ("caption", "The station seen from"),
        ("origin_headline", "Evening Post: Norvik to"),
        ("key_point", "* The council of"),
        ("key_point", "* The pilots' union"),
    ]
    assert found[9:] == [
        ("boilerplate", "Read more ...."),
        ("editor_comment", "NHB Editor: This was"),
        ("editor_comment", "And do not expect"),
        ("byline", "Posted by NHB at"),
        ("tags", "Labels: Norvik, Pilots"),
        ("boilerplate", "No comments:"),
    ]


# fmt: off
AFTER = {
    # what it shows: (lines below the body, their kinds)
    "label and headline below it": ("Related Article:\n\nGrain Ships Return To Norvik",
                                    ["boilerplate", "related"]),
    "label of tags and tags below it": ("Tags\nports, pilots, Norvik", ["boilerplate", "tags"]),
    "tags as a list": ("Tagged with\n* ports\n* pilots", ["boilerplate", "tags", "tags"]),
    "counters below the tags": ("Tags\nports, pilots\nSite Counter",
                                ["boilerplate", "tags", "boilerplate"]),
    "several links": ("MORE IN SHIPPING\nA tug is sold\n1. What a pilot earns",
                      ["boilerplate", "related", "related"]),
    "read also": ("Read also: What a pilot earns", ["related"]),
    "a correction": ("Correction: An earlier version gave the wrong year.", ["boilerplate"]),
    "who wrote it": ("Ana Ruiz is a reporter for the Evening Post in Norvik.", ["boilerplate"]),
    "how to reach them": ("Reach Ana Ruiz at aruiz@post.example or 555-0100.", ["boilerplate"]),
    "supplied": ("This story was supplied by the Coast Agency.", ["boilerplate"]),
    "a rate": ("(1 crown = 0.09 euros)", ["boilerplate"]),
    "a newsletter": ("Sign up for our newsletter to get the news in your inbox.", ["boilerplate"]),
    "a menu": ("Newer Post   Home   Older Post", ["boilerplate"]),
    "an editor's view": ("Our view: a port without pilots is a parking lot.", ["editor_comment"]),
    "a note is one paragraph": ("Editor’s note: The council will vote again in May.\n\n" + ONE,
                                ["editor_comment", "body"]),
    "comments and what readers say": (f"Leave a reply\n{TWO}", ["boilerplate", "boilerplate"]),
}
# fmt: on


@pytest.mark.parametrize(("below", "expected"), AFTER.values(), ids=AFTER)
def test_below_the_body(below, expected):
    """What stands below the last paragraph is labelled by its words and its neighbours."""
    page = cleaned(f"Norvik to close its old pilot station\n\n{BODY}\n{below}\n")
    assert [b.kind for b in page.blocks][4:] == expected


# fmt: off
WITHIN = {
    # what it shows: (line between two paragraphs, kind)
    "crosshead": ("A Roof Beyond Repair", "subheading"),
    "question as crosshead": ("Who pays?", "subheading"),
    "short sentence": ("He shrugged.", "body"),
    "paragraph that begins like a label": (
        "Background noise is no concern of the council, she said, and never was.", "body"),
    "more than, not more": (
        "More than two hundred ships a year called there, and few complained.", "body"),
    "shares, not share": (
        "Shares in Holm Towage fell by a tenth on Tuesday, the exchange said.", "body"),
    "advertisement": ("Advertisement", "boilerplate"),
    "watch": ("WATCH: The last pilot leaves the station", "related"),
    "caption with credit": ("The tug at first light. Picture: Ida Holm / Evening Post", "caption"),
}
# fmt: on


@pytest.mark.parametrize(("line", "kind"), WITHIN.values(), ids=WITHIN)
def test_within_the_body(line, kind):
    """A line between two paragraphs is what its words say, and body in doubt."""
    page = cleaned(
        f"Norvik to close its old pilot station\n\n{ONE}\n\n{line}\n\n{TWO}\n\n{THREE}\n"
    )
    assert kinds(page)[2][0] == kind


MENU = "\n".join(
    ["* News", "* Sport", "* Weather", "* Obituaries", "* Jobs", "* Video", "* Podcasts", "* Shop"]
    * 6
)
TEASERS = "\n".join(
    [
        "Most read",
        "Bus fares to fall in June",
        "Baker shuts after 60 years",
        "Nine soups for cold days",
    ]
    * 4
)


def test_a_whole_page_is_survived():
    """Of a dump with menus and footers only the article is body."""
    page = cleaned(
        f"{MENU}\nNorvik to close its old pilot station\n{BODY}\n{TEASERS}\n{MENU}\n© 2031 Post\n"
    )
    body = [
        b.span.of(page.text) for b in page.blocks if b.kind in {"body", "subheading", "key_point"}
    ]
    assert body == [ONE, TWO, THREE]
    assert page.meta.title.text == "Norvik to close its old pilot station"


def test_markup_is_evidence():
    """What the markup calls a caption, a time or a menu is one."""
    text = f"Norvik closes station\nAna Ruiz\nToday\nTug\n{BODY}Docks\n"
    hints = {"Norvik": "h1", "Ana": "byline", "Tug": "figcaption", "Docks": "nav"}
    found = {words.split()[0]: kind for kind, words in kinds(cleaned(text, hints=hints))}
    assert found["Norvik"] == "title"
    assert (found["Ana"], found["Tug"], found["Docks"]) == ("byline", "caption", "boilerplate")


WORDS = st.sampled_from(
    [
        "By Ana Ruiz",
        "4 March 2031",
        "Related:",
        "* a",
        "Tags",
        "Our view: no.",
        ONE,
        TWO,
        "©",
        "\u200b",
        "a\u00a0b",
    ]
)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(st.one_of(WORDS, st.text(max_size=30)), min_size=1, max_size=14))
def test_blocks_cover_every_word(lines):
    """Blocks are sorted and disjoint, and no visible character of the record is left out."""
    document = cleaned("\n".join(lines))
    spans = [b.span for b in document.blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    outer = [document.offsets.outer(s.start, s.end) for s in spans]
    covered = {i for start, end in outer for i in range(start, end)}
    passages = {i for i, c in enumerate(document.text) if not c.isspace()}
    assert passages <= {i for s in spans for i in range(s.start, s.end)}
    assert all(0 <= i < len(document.record) for i in covered)
    assert all(
        0 <= b.confidence <= 1 and b.confidence == round(b.confidence, 2) for b in document.blocks
    )


@pytest.mark.parametrize(
    "text",
    [
        "x" * 500_000,
        '"' * 20_000,
        "(" * 20_000,
        "(Photo " * 10_000,
        "By " * 20_000,
        "John Smith, " * 10_000,
        "© " * 20_000,
        "AAA-" * 20_000,
        "a, " * 50_000,
        "| " * 50_000,
        "12 Jan " * 20_000,
        "Ana Ruiz/" * 10_000,
        "a\n" * 3_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_lines_are_labelled(text):
    """A line of any length and any marks is labelled in time that grows with its length."""
    assert cleaned(text).blocks
