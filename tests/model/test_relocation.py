"""Moving values between texts moves their spans and leaves all else alone."""

from __future__ import annotations

from generator.model import Claim, Notice, Person, Span, relocated


def by_ten(start, end):
    """Move a span ten characters on."""
    return start + 10, end + 10


def test_every_span_moves_and_nothing_else():
    """Spans in fields, in tuples and in nested values move; words and numbers do not."""
    person = Person("p-1", "Ana Ruiz", None, None, "expert", (Span(0, 8), Span(20, 24)))
    moved = relocated((person, Notice("a", None, "m"), 7), by_ten)
    assert moved[0].mentions == (Span(10, 18), Span(30, 34))
    assert (moved[0].name, moved[1], moved[2]) == ("Ana Ruiz", Notice("a", None, "m"), 7)


def test_the_value_given_stays_as_it_was():
    """Values are frozen: what comes back is another value of the same type."""
    span = Span(1, 2)
    assert isinstance(relocated(span, by_ten), Span)
    assert span == Span(1, 2)
    assert Claim.__struct_config__.frozen
