import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render.layers import MAX_DEPTH, Item, layered, tokens

TEXT = "abcdefghij"

# fmt: off
CASES = {
    # what it shows: (items as (id, start, end), elements as (id ... ) with ~ for a continuation)
    "none": ([], "abcdefghij"),
    "one": ([("c", 2, 5)], "ab(c cde)fghij"),
    "nested": ([("c", 0, 8), ("q", 2, 4)], "(c ab(q cd)efgh)ij"),
    "same beginning, longest outside": ([("q", 0, 2), ("c", 0, 5)], "(c (q ab)cde)fghij"),
    "a quotation over two claims": ([("c1", 0, 4), ("c2", 4, 8), ("q", 2, 6)],
                                    "(c1 ab(q cd))(c2 (~q ef)gh)ij"),
    "empty": ([("c", 3, 3)], "abcdefghij"),
}
# fmt: on


def items(rows):
    """Return an item for each row, on its first span."""
    return [Item(id_, "x", Span(start, end), first=True) for id_, start, end in rows]


def written(found):
    """Return tokens as a person reads them."""
    parts = []
    for token in found:
        if token.text:
            parts.append(token.text)
        elif token.look:
            parts.append(f"({token.id or '~' + token.of} ")
        else:
            parts.append(")")
    return "".join(parts)


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_tokens(rows, expected):
    """Items that overlap become elements that nest."""
    assert written(tokens(TEXT, Span(0, 10), layered(items(rows)))) == expected


def test_an_item_that_began_before_has_no_anchor_here():
    """An anchor stands once, where the item begins."""
    assert written(tokens(TEXT, Span(4, 8), layered(items([("c", 2, 6)])))) == "(~c ef)gh"


pairs = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


@given(st.text(min_size=40, max_size=40), st.lists(pairs, max_size=30), pairs)
def test_tokens_are_the_text_and_nest(text, rows, shown):
    """Any items give balanced elements around exactly the characters of the span."""
    made = items([(f"i{index}", *row) for index, row in enumerate(rows)])
    span = Span(*shown)
    found = list(tokens(text, span, layered(made)))
    assert "".join(token.text for token in found) == span.of(text)
    depth = 0
    for token in found:
        depth += 0 if token.text else (1 if token.look else -1)
        assert 0 <= depth <= MAX_DEPTH
    assert depth == 0
    ids = [token.id for token in found if token.id]
    assert len(ids) == len(set(ids))


def test_many_items_are_quick():
    """The work grows with the items, not with their square."""
    text = "x" * 200_000
    made = items([(f"i{n}", n * 10, n * 10 + 9) for n in range(20_000)])
    assert sum(1 for t in tokens(text, Span(0, len(text)), layered(made)) if t.id) == 20_000
