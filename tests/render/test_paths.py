import pytest

from generator.ids import slug
from generator.render.paths import address, list_path, person_path

# fmt: off
CASES = {
    "beside": ("briefings/a.md", "briefings/index.md", "", "index.md"),
    "across": ("briefings/a.md", "sources/b.md", "c-1", "../sources/b.md#c-1"),
    "from the top": ("index.md", "sources/b.md", "", "sources/b.md"),
    "itself": ("people/a.md", "people/a.md", "q-1", "a.md#q-1"),
}
# fmt: on


@pytest.mark.parametrize(("at", "to", "anchor", "expected"), CASES.values(), ids=CASES)
def test_addresses_are_relative(at, to, anchor, expected):
    """A page is reached from another wherever the site is hosted."""
    assert address(at, to, anchor) == expected


@pytest.mark.parametrize("words", ["page 2", "page_2", "Page 2", "ana-ruiz_2"])
def test_no_slug_takes_the_place_of_a_page_of_a_list(words):
    """However a person or a story is called, their page is not that of a list."""
    taken = {list_path("people", 2), person_path("ana-ruiz", 2)}
    assert person_path(slug(words)) not in taken
