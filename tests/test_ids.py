from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ids import MAX_SLUG, document_ids, item_ids, normalised, part_id, slug

MANY = settings(max_examples=120, deadline=None, derandomize=True)

# fmt: off
SLUGS = {
    # what it shows: (words, slug, where # stands for a digest of eight)
    "words": ("Ana Ruiz", "ana-ruiz"),
    "punctuation": ("What's next? (Part 2)", "whats-next-part-2"),
    "accents": ("São Tomé", "sao-tome"),
    "a path": ("harbour/night work", "harbour-night-work"),
    "letters without an ASCII form": ("Færø", "fr-#"),
    "another script": ("Новости порта", "#"),
    "another script and a number": ("港口 2033", "2033-#"),
    "nothing to say": ("…", "#"),
    "empty": ("", "#"),
    "a page of the site": ("Index", "index-#"),
    "a device": ("con", "con-#"),
    "a file of the host": ("_redirects", "redirects-#"),
    "climbing out": ("../../up", "up"),
}
# fmt: on


@pytest.mark.parametrize(("words", "expected"), SLUGS.values(), ids=SLUGS)
def test_slug(words, expected):
    """An address says as much of the words as ASCII can, and a digest says the rest."""
    pattern = re.escape(expected).replace(r"\#", "[0-9a-f]{8}")
    assert re.fullmatch(pattern, slug(words))


@MANY
@given(st.text(max_size=100))
def test_a_slug_is_always_fit_for_an_address(words):
    """Whatever the words: letters, digits and single hyphens, never empty, never long."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(words))
    assert len(slug(words)) <= MAX_SLUG


def test_long_words_that_differ_at_their_end_stay_apart():
    """What is cut off still counts, and the cut leaves no hyphen behind."""
    one, two = (slug("a" * 70 + " quay" * number) for number in (40, 41))
    assert re.fullmatch("a{70}-[0-9a-f]{8}", one)
    assert one != two


def test_names_in_another_script_stay_apart():
    """Two names of which ASCII can say nothing have two addresses."""
    assert slug("Анна") != slug("Иван")


# fmt: off
DOCUMENTS = {
    # what it shows: (paths, ids)
    "the ending goes": (["port.txt"], ["port"]),
    "folders count": (["a/port.txt", "b/port.txt"], ["a-port", "b-port"]),
    "two endings": (["port.md", "port.txt"], ["port-md", "port-txt"]),
    "no ending": (["a.b/port"], ["a-b-port"]),
    "a hidden name": ([".txt"], ["txt"]),
    "a dot inside": (["port.2.txt"], ["port-2"]),
}
# fmt: on


@pytest.mark.parametrize(("paths", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_document_ids(paths, expected):
    """A document is called after its path, with the ending only where it is needed."""
    assert list(document_ids(paths).values()) == expected


def test_paths_that_only_differ_in_case_stay_apart():
    """Where even the ending does not help a digest of the path does."""
    ids = document_ids(["Port.txt", "port.txt"])
    assert len(set(ids.values())) == 2
    assert all(re.fullmatch("port-txt-[0-9a-f]{8}", one) for one in ids.values())


@MANY
@given(st.lists(st.text("aA-. /é", min_size=1, max_size=8), max_size=12), st.randoms())
def test_document_ids_are_unique_and_know_no_order(paths, random):
    """No two documents share an id, and the order in which they are found does not matter."""
    ids = document_ids(paths)
    assert len(set(ids.values())) == len(set(paths))
    random.shuffle(paths)
    assert list(document_ids(paths).items()) == list(ids.items())


def test_another_document_elsewhere_moves_no_id():
    """What lies in another folder does not change what a document is called."""
    alone = document_ids(["harbour/port.txt"])
    assert document_ids(["harbour/port.txt", "town/fair.txt"])["harbour/port.txt"] == "harbour-port"
    assert alone["harbour/port.txt"] == "harbour-port"


def test_item_ids_are_pinned():
    """An id that is once printed in a link stays what it is."""
    assert item_ids("port", "quotation", ["We will rebuild."]) == ("q-b0124c81dd",)


def test_item_ids_depend_on_words_alone():
    """Case, marks and blanks do not count; document, kind and words do."""
    (one,) = item_ids("port", "claim", ["We will rebuild."])
    assert item_ids("port", "claim", ["“We  will\nrebuild”"]) == (one,)
    others = [
        item_ids("quay", "claim", ["We will rebuild."]),
        item_ids("port", "caption", ["We will rebuild."]),
        item_ids("port", "claim", ["We will not rebuild."]),
    ]
    assert (one,) not in others


def test_equal_items_are_numbered_in_text_order():
    """The first of equal items keeps the plain id, whatever stands between them."""
    first, other, second, third = item_ids("port", "claim", ["Yes.", "No.", "yes", "YES!"])
    assert (second, third) == (f"{first}-2", f"{first}-3")
    assert item_ids("port", "claim", ["No."]) == (other,)


def test_an_edit_elsewhere_moves_no_item():
    """A new sentence before an item leaves its id alone."""
    before = item_ids("port", "claim", ["A quay burned.", "A ship sank."])
    after = item_ids("port", "claim", ["It rained.", "A quay burned.", "A ship sank."])
    assert after[1:] == before


@pytest.mark.parametrize("text", ["ﬁve  Ships", "FIVE ships", "“Five ships”", "five—ships"])
def test_normalised(text):
    """Compatibility forms, case, marks and blanks are all one."""
    assert normalised(text) == "five ships"


PARTS = {
    # what it shows: (name of a part, its id in the file "news")
    "plain": ("a.txt", "news--a-txt"),
    "plain with hyphens": ("port-news.txt", "news--port-news-txt"),
}


@pytest.mark.parametrize(("part", "expected"), PARTS.values(), ids=PARTS)
def test_part_ids(part, expected):
    """A plain name can be read in the id."""
    assert part_id("news", part) == expected


def test_part_ids_stay_apart():
    """Names of one slug have ids of their own, and no file beside has the id of a part."""
    names = ["a.txt", "A.txt", "a-txt", "a txt", "a/txt", "a.TXT", "á.txt", "a..txt", "-a.txt"]
    ids = {part_id("news", name) for name in [*names, "x" * 300 + ".txt", "x" * 301 + ".txt"]}
    assert len(ids) == len(names) + 2
    assert not ids & set(document_ids(["news/a.txt", "news--a-txt.txt", "news-a.txt"]).values())
    assert all(one.isascii() and len(one) <= 90 for one in ids)
