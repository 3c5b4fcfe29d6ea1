"""People: who is one, what all their names are, and who is none."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.people import find_people
from generator.model import Layers, Outlet
from tests.annotate.written import written


def people(*rows):
    """Return each person of a document with every mention, as strings."""
    document = written(*rows)
    return {
        person.name: [span.of(document.text) for span in person.mentions]
        for person in find_people(document, Layers())
    }


NAMED = {
    # what it shows: (text, {name: mentions})
    "given name": ("Then Tom Hale left the room.", {"Tom Hale": ["Tom Hale"]}),
    "unknown name with a role": (
        "“No,” said Ysmera Qual, a pilot at the port.",
        {"Ysmera Qual": ["Ysmera Qual"]},
    ),
    "role before": ("The mayor, Ysmera Qual, said no.", {"Ysmera Qual": ["Ysmera Qual"]}),
    "title before": ("Minister Ysmera Qual said no.", {"Ysmera Qual": ["Ysmera Qual"]}),
    "role noun before": ("Norvik analyst Ysmera Qual said no.", {"Ysmera Qual": ["Ysmera Qual"]}),
    "clause with who": (
        "Ysmera Qual, who trains dogs, said no.",
        {"Ysmera Qual": ["Ysmera Qual"]},
    ),
    "said and surname later": (
        "Ysmera Qual said no. Qual added that she was late.",
        {"Ysmera Qual": ["Ysmera Qual", "Qual"]},
    ),
    "surname": ("Tom Hale spoke. Later Hale left.", {"Tom Hale": ["Tom Hale", "Hale"]}),
    "surname with a title": (
        "Ana Ruiz spoke. Ms. Ruiz then left.",
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"]},
    ),
    "possessive": ("Tom Hale spoke. Hale’s boat sank.", {"Tom Hale": ["Tom Hale", "Hale"]}),
    "given name alone": (
        "Tom Hale spoke. His wife called Tom later.",
        {"Tom Hale": ["Tom Hale", "Tom"]},
    ),
    "family name first": (
        "President Gao Minwei met officials. Then Gao left.",
        {"Gao Minwei": ["Gao Minwei", "Gao"]},
    ),
    "surname in capitals": (
        "Photo shows Tom HALE at sea. Hale won.",
        {"Tom HALE": ["Tom HALE", "Hale"]},
    ),
    "particles": (
        "Piet van der Berg spoke. Then van der Berg left.",
        {"Piet van der Berg": ["Piet van der Berg", "van der Berg"]},
    ),
    "Arabic article": (
        "Omar al-Sabir spoke. Al-Sabir left.",
        {"Omar al-Sabir": ["Omar al-Sabir", "Al-Sabir"]},
    ),
    "surname like an origin": (
        "Kim Petrosian spoke. President Petrosian left.",
        {"Kim Petrosian": ["Kim Petrosian", "Petrosian"]},
    ),
    "initials": ("J. R. Hale spoke, he said. Hale left.", {"J. R. Hale": ["J. R. Hale", "Hale"]}),
    "middle initial": (
        "Tom Hale spoke. Tom B. Hale is 40.",
        {"Tom B. Hale": ["Tom Hale", "Tom B. Hale"]},
    ),
    "junior": ("Tom Hale Jr. spoke. Hale left.", {"Tom Hale Jr.": ["Tom Hale Jr.", "Hale"]}),
    "hyphen": (
        "Anne-Marie Lind-Foss spoke. Lind-Foss left.",
        {"Anne-Marie Lind-Foss": ["Anne-Marie Lind-Foss", "Lind-Foss"]},
    ),
    "apostrophe": ("Mary O’Dell spoke. O’Dell left.", {"Mary O’Dell": ["Mary O’Dell", "O’Dell"]}),
    "accents": (
        "Solène Saldaña spoke. Saldaña left.",
        {"Solène Saldaña": ["Solène Saldaña", "Saldaña"]},
    ),
    "misspelt stays as written": (
        "Presidential aide Tmo Haele said no.",
        {"Tmo Haele": ["Tmo Haele"]},
    ),
    "title and surname only": ("President Hale spoke. Hale left.", {"Hale": ["Hale", "Hale"]}),
    "title after a house": (
        "Norvik Group Chief Executive Lena Foss said no.",
        {"Lena Foss": ["Lena Foss"]},
    ),
    "title of several words": ("Secretary of State Tom Hale said no.", {"Tom Hale": ["Tom Hale"]}),
    "after an opener": ("However Tom Hale left.", {"Tom Hale": ["Tom Hale"]}),
    "before a day": ("Tom Hale Tuesday said no.", {"Tom Hale": ["Tom Hale"]}),
    "family name first, title": (
        "Prime Minister Nguyen Van Minh met Kim Jong Un. Kim smiled.",
        {"Nguyen Van Minh": ["Nguyen Van Minh"], "Kim Jong Un": ["Kim Jong Un", "Kim"]},
    ),
    "hyphen in the given name": (
        "Minister Moon Jae-sun said no. Moon left.",
        {"Moon Jae-sun": ["Moon Jae-sun", "Moon"]},
    ),
    "nickname": (
        "“No,” said Jim “Shorty” Cole. Cole left.",
        {"Jim Cole": ["Jim “Shorty” Cole", "Cole"]},
    ),
    "particle with a capital": (
        "Salman bin Rashid said no. Bin Rashid left.",
        {"Salman bin Rashid": ["Salman bin Rashid", "Bin Rashid"]},
    ),
    "two particles with a capital": (
        "Maria de la Cruz said no. De la Cruz left.",
        {"Maria de la Cruz": ["Maria de la Cruz", "De la Cruz"]},
    ),
    "Mac": ("Fiona MacLeod spoke. MacLeod left.", {"Fiona MacLeod": ["Fiona MacLeod", "MacLeod"]}),
    "third": ("Tom Hale III spoke. Hale left.", {"Tom Hale III": ["Tom Hale III", "Hale"]}),
    "Sir and Dame": (
        "Sir Tom Hale met Dame Ana Ruiz.",
        {"Tom Hale": ["Tom Hale"], "Ana Ruiz": ["Ana Ruiz"]},
    ),
    "Lord and Baroness": ("Lord Marl met Baroness Qual.", {"Marl": ["Marl"], "Qual": ["Qual"]}),
    "clergy": (
        "The Rev. Tom Hale met Ayatollah Reza Karim and Sheikh Omar Sabir.",
        {"Tom Hale": ["Tom Hale"], "Reza Karim": ["Reza Karim"], "Omar Sabir": ["Omar Sabir"]},
    ),
    "king and pope": (
        "King Harald II met Pope Leo XIV.",
        {"Harald II": ["Harald II"], "Leo XIV": ["Leo XIV"]},
    ),
    "rank and knight": ("Gen. Sir Tom Hale said no.", {"Tom Hale": ["Tom Hale"]}),
    "role with a capital": ("Author Tom Hale left.", {"Tom Hale": ["Tom Hale"]}),
    "roles with a capital": (
        "Economists Ana Ruiz and Tom Hale left.",
        {"Ana Ruiz": ["Ana Ruiz"], "Tom Hale": ["Tom Hale"]},
    ),
    "calling that no list holds": ("Scientologist Tom Hale left.", {"Tom Hale": ["Tom Hale"]}),
    "state and title": ("Virginia Sen. Tom Hale left.", {"Tom Hale": ["Tom Hale"]}),
    "outlet before": ("At noon Fox News Sean Hale left.", {"Sean Hale": ["Sean Hale"]}),
    "compound before": ("Texas-based Tom Hale left.", {"Tom Hale": ["Tom Hale"]}),
    "surname of origin": ("David French left.", {"David French": ["David French"]}),
    "surname of a colour": ("His neighbour Tom Green left.", {"Tom Green": ["Tom Green"]}),
    "party after a name": ("Then Tom Hale Democrats left.", {"Tom Hale": ["Tom Hale"]}),
    "surname of a place": (
        "“No,” said Lee Park, a former envoy. Tom Hill said that he left.",
        {"Lee Park": ["Lee Park"], "Tom Hill": ["Tom Hill"]},
    ),
    "month as given name": (
        "April Hale left in April. June Foss left in June.",
        {"April Hale": ["April Hale"], "June Foss": ["June Foss"]},
    ),
    "will he": ("Will Hale resign? Tom Hale did not say.", {"Tom Hale": ["Hale", "Tom Hale"]}),
    "he is Will": ("Will Hale said no.", {"Will Hale": ["Will Hale"]}),
    "letters after the name": ("Tom Hale FRS left.", {"Tom Hale": ["Tom Hale"]}),
    "middle initial in a place": (
        "They lost faith in Tom B. Hale.",
        {"Tom B. Hale": ["Tom B. Hale"]},
    ),
    "unknown name that ends like an origin": (
        "Norvian Qual, the mayor, said no.",
        {"Norvian Qual": ["Norvian Qual"]},
    ),
    "unknown name that talks": (
        "Ysmera Qual told the Norvik Courier that it rained.",
        {"Ysmera Qual": ["Ysmera Qual"]},
    ),
    "given name that speaks": ("Bob said that it rained.", {"Bob": ["Bob"]}),
    "surname that speaks": (
        "Marlow said that he would go. Marlow left.",
        {"Marlow": ["Marlow", "Marlow"]},
    ),
    "polite title decides": (
        "Mr. Black met Ms. Jordan.",
        {"Black": ["Black"], "Jordan": ["Jordan"]},
    ),
    "first name only": (
        "A farmer would give just a first name, Osric. He left.",
        {"Osric": ["Osric"]},
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_who_is_named(text, expected):
    """A person is found under the fullest name, with every mention and no title."""
    assert people(text) == expected


NOBODY = {
    "company that denies": "Norvik Marl denied that it had lost the keys.",
    "company with which": "Norvik Marl, which built the pier, said no.",
    "company that says": "Norvik Marl said on Monday it would shut.",
    "company that tells of itself": "Norvik Marl told investors its shares would fall.",
    "company with a kind": "He works at the brokerage Ansel Marl.",
    "shares": "Shares in Ansel Marl fell.",
    "institute": "The Tom Hale Institute said no.",
    "college": "Students of Ruiz College said no.",
    "known company": "Morgan Stanley said no.",
    "port": "Port Lena said no.",
    "street": "They met in Hale Street.",
    "country": "San Marino said no.",
    "outlet": "The Norvik Courier said no.",
    "days and months": "It was Monday. March Tuesday.",
    "demonyms": "The French Republicans said no.",
    "acronym": "The OECD said no.",
    "slug": "NORVIK-PIER-POLITICS",
    "office alone": "The Prime Minister said no. The Attorney General agreed.",
    "law": "The Hale Amendment was lost.",
    "film": "They saw the film “Iron Qual” twice.",
    "compound": "The Hale-led group said no.",
    "sentence start": "Boats waited. Nobody Knew.",
    "warship": "The USS Tom Hale sank.",
    "ferry": "They were aboard the Lena Foss.",
    "storm": "Hurricane Lena Marl hit.",
    "park": "Then Lincoln Park was shut.",
    "school of": "The Tom Hale School of the Norvik Institute said no.",
    "words of a longer name": "The Norvik Institute for International Economics said no.",
    "faith": "She was Roman Catholic.",
    "rankings": "The Qual Rankings, a list, said so.",
    "place that speaks": "Oslo said that he would go.",
    "company that speaks": "Qualmart said that its shares fell.",
    "company with a man in it": (
        "WeQual said that he would go. Marlow said that he left. Shares fell at Marlow."
    ),
    "company that speaks of itself": "Marlow said that he left. Marlow said it would shut.",
    "airport in brackets": "Then Norvik World Central (NWC) was shut.",
    "gallery": "Art Gallery and Ruiz Galleries, which lend, said no.",
    "two words of places": "They met, and Forest Hill was shut.",
    "office that speaks": "Police said that he would go.",
    "study that speaks": "Economics says that he is wrong.",
    "end of a sentence": "He is a teacher. Qual Marl is wet.",
    "headline in the text": "Qual Marl Is Not Ready To Leave The Norvik League",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_who_is_nobody(text):
    """Places, organisations, days, laws and slugs are no people."""
    assert people(text) == {}


def test_two_people_of_one_surname():
    """A bare surname means the one named last in its paragraph, and otherwise neither."""
    found = people(
        "Lena Foss runs a bakery. Foss said no.",
        "Hugh Foss leads the council. Foss said yes.",
        "Foss left.",
    )
    assert found == {"Lena Foss": ["Lena Foss", "Foss"], "Hugh Foss": ["Hugh Foss", "Foss"]}


def test_a_polite_title_tells_two_people_apart():
    """Ms and Mr choose between a woman and a man of one surname."""
    found = people("Lena Foss met Hugh Foss.", "Ms Foss said no.", "Mr Foss said yes.")
    assert found == {"Lena Foss": ["Lena Foss", "Foss"], "Hugh Foss": ["Hugh Foss", "Foss"]}


def test_two_middle_initials_are_two_people():
    """Different middle initials keep father and son apart."""
    assert list(people("Tom A. Hale met Tom B. Hale.")) == ["Tom A. Hale", "Tom B. Hale"]


def test_a_headline_names_known_people_only():
    """In a line of capitals a known name is a mention, and nothing else is a person."""
    found = people("title: Hale Wins Vote As Mayor Of Norvik Resigns", "Tom Hale said he was glad.")
    assert found == {"Tom Hale": ["Hale", "Tom Hale"]}


HEADLINES = {
    # what it shows: (rows, {name: mentions})
    "full name in the headline alone": (
        ("title: Tom Hale Wins Vote As Mayor Resigns", "Hale said it was late."),
        {"Tom Hale": ["Tom Hale", "Hale"]},
    ),
    "headline copied into the text": (
        ("Tom Hale Is Not The Man Who Wins Norvik", "Hale said it was late."),
        {"Tom Hale": ["Tom Hale", "Hale"]},
    ),
    "nobody below": (("title: Tom Hale Wins Vote As Mayor Resigns", "It was late."), {}),
    "an ordinary sentence": (
        ("Tom Hale met Ana Ruiz, Bo Lind and Lena Foss.",),
        {name: [name] for name in ("Tom Hale", "Ana Ruiz", "Bo Lind", "Lena Foss")},
    ),
    "capitals in a byline": (
        ("byline: By ANA RUIZ", "Ana Ruiz said no."),
        {"Ana Ruiz": ["ANA RUIZ", "Ana Ruiz"]},
    ),
}


@pytest.mark.parametrize(("rows", "expected"), HEADLINES.values(), ids=HEADLINES)
def test_names_in_capitals(rows, expected):
    """A line of capitals names whom the text calls by surname, and nobody else."""
    assert people(*rows) == expected


def test_furniture_names_nobody():
    """Tags, related links and boilerplate give no person and no mention."""
    rows = ("tags: Tom Hale", "related: Senator Ana Ruiz resigns", "boilerplate: Reach Bo Lind")
    assert people(*rows) == {}


def kinds(*rows):
    """Return each person's kind by name."""
    return {p.name: p.kind for p in find_people(written(*rows), Layers())}


KINDS = {
    "expert": ("“No,” said Tom Hale, an economist at Norvik Institute.", {"Tom Hale": "expert"}),
    "expert by house": ("Tom Hale of Norvik University said no.", {"Tom Hale": "expert"}),
    "official": ("The police spokesman, Tom Hale, said no.", {"Tom Hale": "official"}),
    "engineer of a town": ("Tom Hale, the borough engineer, said no.", {"Tom Hale": "official"}),
    "principal": ("Tom Hale, chief executive of Norvik Group, said no.", {"Tom Hale": "principal"}),
    "chief officer": ("Tom Hale, chief operating officer, said no.", {"Tom Hale": "principal"}),
    "witness": ("Tom Hale, who sells fish, said no.", {"Tom Hale": "witness"}),
    "resident": ("Tom Hale, a resident, said no.", {"Tom Hale": "witness"}),
    "byline": ("byline: By Tom Hale", {"Tom Hale": "credit_only"}),
    "caption's credit": (
        "caption: The pier at dawn. ## Tom Hale | Coast Wire",
        {"Tom Hale": "credit_only"},
    ),
    "credit in the caption": (
        "caption: The pier at dawn. (Photo by TOM HALE/Coast Wire via Norvik Images",
        {"TOM HALE": "credit_only"},
    ),
    "reporting by": (
        "(Reporting by Tom Hale; editing by Ana Ruiz)",
        {"Tom Hale": "credit_only", "Ana Ruiz": "credit_only"},
    ),
    "plural title": (
        "Sens. Tom Hale and Ana Ruiz left.",
        {"Tom Hale": "official", "Ana Ruiz": "official"},
    ),
    "credited for a picture by role": (
        "caption: The pier at dawn. ## Photo by photographer Tom Hale",
        {"Tom Hale": "credit_only"},
    ),
    "editor of a comment": (
        "editor_comment: NPU Editor: They will not pay.",
        {"NPU Editor": "editor_unnamed"},
    ),
    "no editor": ("editor_comment: Our view: They will not pay.", {}),
}


@pytest.mark.parametrize(("row", "expected"), KINDS.values(), ids=KINDS)
def test_kinds(row, expected):
    """The kind follows from the role, or from where alone the name stands."""
    assert kinds(row) == expected


def test_an_author_who_is_quoted_is_more_than_a_credit():
    """A byline and a mention in the text make a person of the story."""
    document = written("byline: By Ana Ruiz, analyst", "Ruiz: “It is far too warm.”")
    person = find_people(document, Layers())[0]
    assert (person.name, person.kind, person.role) == ("Ana Ruiz", "expert", "analyst")


@given(st.lists(st.text('Hale Tom’s,.-"“” van', max_size=50), max_size=5))
def test_mentions_are_sorted_inside_and_of_one_person(rows):
    """Mentions lie in the text in order; no two people share a mention; names are slices."""
    document = written(*rows)
    found = find_people(document, Layers())
    spans = sorted(m for person in found for m in person.mentions)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [p.mentions[0] for p in found] == sorted(p.mentions[0] for p in found)
    assert all(p.name in document.text for p in found)
    assert len({p.id for p in found}) == len(found)


def taken_for(count):
    """Return the processor time of finding the people of a text that names many."""
    roles = ("mayor", "economist at the Norvik Institute", "pilot")
    rows = (f"Tom Hale{chr(97 + i % 26)}{i}, a {roles[i % 3]}, met Ana Ruiz" for i in range(count))
    text = re.sub(r"\d", lambda digit: "bcdfghjklm"[int(digit[0])], " and ".join(rows))
    document = written(text)
    start = time.process_time()
    assert len(find_people(document, Layers())) > count
    return time.process_time() - start


def test_many_names_take_linear_time():
    """Ten times as many names in one sentence take about ten times as long."""
    assert taken_for(3_000) < 15 * max(min(taken_for(300), taken_for(300)), 0.05)


def test_the_outlet_of_the_page_is_nobody():
    """A masthead that reads like a name, such as "Lena Beacon", names no person."""
    document = written("“No,” Ana Ruiz told the Lena Beacon. Lena Beacon said no more.")
    meta = msgspec.structs.replace(document.meta, outlet=Outlet("Lena Beacon", None))
    found = find_people(msgspec.structs.replace(document, meta=meta), Layers())
    assert [p.name for p in found] == ["Ana Ruiz"]
