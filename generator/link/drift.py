"""What a retelling lost or changed: two reports of one statement, word against word.

Only what the two sides show is reported, by lists of words; whether a change
matters is for the reader to judge, who sees both places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec

from generator.link.words import Token, content_stems, stem, table, weight, words_of
from generator.model import Drift, DriftKind, Span
from generator.resources import word_list

_APPROXIMATE = frozenset({"about", "around", "some"})
"""Limiters only before a number: elsewhere they are prepositions and articles."""
_PARTIAL = frozenset({"some", "most", "part", "half", "many"})
"""Limiters before "of": some of the tests are not the tests."""
_POINTING = frozenset({"today", "tonight", "yesterday", "tomorrow"})
"""A reporter must turn these into a day; that is no change."""
_FIRM = frozenset({"bound", "ought"})
"""Modal classes whose loss or gain alone is a change; a lost "will" is not, in reported speech."""
_LOST_PART = 2
"""Content words a clause must have before its absence is worth a line."""


class Side(msgspec.Struct, frozen=True):
    """One statement, seen from the other."""

    clauses: tuple[tuple[Token, ...], ...]
    sentences: tuple[int, ...]
    """For each clause, the number of its sentence."""
    shared: frozenset[int]
    """Which clauses have a content word in common with the other side."""

    @property
    def words(self) -> list[Token]:
        """The tokens of the clauses that the other side retells."""
        return [token for n in sorted(self.shared) for token in self.clauses[n]]

    @property
    def around(self) -> list[tuple[Token, ...]]:
        """All clauses of the sentences that the other side retells, wholly or in part."""
        told = {self.sentences[n] for n in self.shared}
        return [c for c, at in zip(self.clauses, self.sentences, strict=True) if at in told]


def find_drift(
    a: tuple[Token, ...], b: tuple[Token, ...], told: frozenset[str]
) -> tuple[Drift, ...]:
    """Return the differences in meaning between a statement and its retelling.

    Args:
        a: Words of the statement, the more direct of the two.
        b: Words of the retelling.
        told: Stems of all that the same speaker is reported to have said in the
            document of ``b``: a part told in another sentence is not lost.

    Returns:
        Sorted by kind and place; at most one of a kind and place.
    """
    one, two = _side(a, content_stems(b)), _side(b, content_stems(a))
    found = {drift for check in CHECKS for drift in check(one, two)}
    found.update(_lost_parts(one, told))
    return tuple(sorted(found, key=lambda d: (d.kind, d.a or Span(-1, -1), d.b or Span(-1, -1))))


def _side(words: tuple[Token, ...], other: frozenset[str]) -> Side:
    """Split a statement into clauses and mark those that the other one shares."""
    clauses: list[list[Token]] = []
    sentences: list[int] = []
    for token in words:
        if not clauses or token.opens:
            sentences.append(sentences[-1] + (token.opens == 2) if sentences else 0)
            clauses.append([])
        clauses[-1].append(token)
    stems = [content_stems(tuple(clause)) for clause in clauses]
    return Side(
        tuple(tuple(clause) for clause in clauses),
        tuple(sentences),
        frozenset(n for n, found in enumerate(stems) if any(weight(w) == 1 for w in found & other))
        or frozenset(n for n, found in enumerate(stems) if found & other),
    )


def _limiters(one: Side, two: Side) -> Iterator[Drift]:
    yield from _gone_or_come(_narrowing(one), _narrowing(two), "limiter-lost", "limiter-added")


def _hedges(one: Side, two: Side) -> Iterator[Drift]:
    a, b = _listed(one, "hedges"), _listed(two, "hedges")
    if a and b:
        return
    later = two.words if a else one.words
    if not any(table("modals").get(token.word) == "open" for token in later):
        yield from _gone_or_come(a, b, "hedge-lost", "hedge-added")


def _modals(one: Side, two: Side) -> Iterator[Drift]:
    """Compare classes of modal verbs; "could" and "can" count only against a plain "will"."""
    classes = table("modals")
    every = [
        {c: t for t in reversed(side.words) if (c := classes.get(t.word))} for side in (one, two)
    ]
    if sorted(tuple(found) for found in every) == [("able",), ("future",)]:
        a, b = (next(iter(found.values())) for found in every)
        yield _drift("modal-changed", a, b)
        return
    here, there = ({c: t for c, t in found.items() if c != "able"} for found in every)
    if not here.keys() & there.keys() and (
        (here and there) or (here.keys() | there.keys()) & _FIRM
    ):
        first, second = (min(side.values(), key=_place) if side else None for side in (here, there))
        yield _drift("modal-changed", first, second)


def _negations(one: Side, two: Side) -> Iterator[Drift]:
    a, b = _denials(one, two), _denials(two, one)
    if bool(a) != bool(b) and bool(_listed(one, "negations")) != bool(_listed(two, "negations")):
        yield _drift("negation-changed", a[0] if a else None, b[0] if b else None)


def _denials(side: Side, other: Side) -> list[Token]:
    """Return the negations of what both sides tell.

    One that turns words which the other lacks, "and was never answered", adds a part
    and changes none.
    """
    told = content_stems(tuple(token for clause in other.clauses for token in clause))
    found = []
    for n in sorted(side.shared):
        clause = side.clauses[n]
        for at, token in enumerate(clause):
            if token.word in words_of("negations"):
                after = content_stems(clause[at + 1 :])
                if not after or after & told:
                    found.append(token)
    return found


def _conditions(one: Side, two: Side) -> Iterator[Drift]:
    """Look in the whole sentence: a condition is a clause of its own and may share no word."""
    openers = words_of("conditions")
    if any(token.word in openers for clause in two.clauses for token in clause):
        return
    for clause in one.around:
        for n, token in enumerate(clause):
            before = clause[n - 1].word if n else ""
            if token.word in openers and before not in ("even", "as", "what"):
                yield Drift("condition-lost", Span(token.span.start, clause[-1].span.end), None)
                return


def _numbers(one: Side, two: Side) -> Iterator[Drift]:
    yield from _swapped(one, two, "number-changed", _is_number)


def _times(one: Side, two: Side) -> Iterator[Drift]:
    listed = words_of("times")
    for drift in _swapped(one, two, "time-changed", lambda token: token.word in listed):
        sides = (one.words, two.words)
        places = (drift.a, drift.b)
        words = [t.word for s, p in zip(sides, places, strict=True) for t in s if t.span == p]
        if not _POINTING & set(words):
            yield drift


def _strengths(one: Side, two: Side) -> Iterator[Drift]:
    """Compare verbs of one field: the weaker and the stronger stand in one row of the list."""
    for row in word_list("link", "strengths"):
        places = {stem(word): n for n, word in enumerate(row.split())}
        a = {places[s]: t for t in one.words if (s := stem(t.word)) in places}
        b = {places[s]: t for t in two.words if (s := stem(t.word)) in places}
        if a and b and not a.keys() & b.keys():
            yield _drift("verb-strength", a[min(a)], b[min(b)])


def _subjects(one: Side, two: Side) -> Iterator[Drift]:
    """Compare what stands before the first auxiliary; a pronoun tells nothing."""
    a, b = _subject(one), _subject(two)
    if not a or not b:
        return
    here, there = (
        content_stems(tuple(token for clause in side.clauses for token in clause))
        for side in (one, two)
    )
    if not content_stems(tuple(a)) & there and not content_stems(tuple(b)) & here:
        yield Drift("subject-changed", _extent(a), _extent(b))


CHECKS: tuple[Callable[[Side, Side], Iterator[Drift]], ...] = (
    _limiters,
    _hedges,
    _modals,
    _negations,
    _conditions,
    _numbers,
    _times,
    _strengths,
    _subjects,
)
"""Every comparison; each sees both sides and reports its own kinds."""


def _lost_parts(one: Side, told: frozenset[str]) -> Iterator[Drift]:
    """Yield clauses of the retold sentences of which the retelling has no word anywhere."""
    for clause in one.around:
        stems = content_stems(clause)
        if clause[0].word in words_of("conditions"):
            continue  # told as a condition that is lost
        denies = any(token.word in words_of("negations") for token in clause)
        if len(stems) >= _LOST_PART - denies and not stems & told:
            yield Drift("part-lost", _extent(clause), None)


def _gone_or_come(
    a: list[Token], b: list[Token], lost: DriftKind, added: DriftKind
) -> Iterator[Drift]:
    """Yield what one side has and the other has nothing of: one limit may stand for another."""
    if a and not b:
        yield Drift(lost, _extent(_run(a)), None)
    if b and not a:
        yield Drift(added, None, _extent(_run(b)))


def _swapped(
    one: Side, two: Side, kind: DriftKind, wanted: Callable[[Token], bool]
) -> Iterator[Drift]:
    """Yield the first words of a sort that each side has and the other has not."""
    a, b = ([token for token in side.words if wanted(token)] for side in (one, two))
    here, there = ({stem(token.word) for token in side} for side in (a, b))
    lost = [token for token in a if stem(token.word) not in there]
    come = [token for token in b if stem(token.word) not in here]
    if lost and come:
        yield _drift(kind, lost[0], come[0])


def _narrowing(side: Side) -> list[Token]:
    """Return the limiters of a side, words that make a number approximate among them."""
    listed = words_of("limiters")
    return [
        token
        for token, after in pairwise((*side.words, None))
        if token is not None
        and (
            token.word in listed
            or (token.word in _APPROXIMATE and after and _is_number(after))
            or (token.word in _PARTIAL and after and after.word == "of")
        )
    ]


def _listed(side: Side, name: str) -> list[Token]:
    words = words_of(name)
    return [token for token in side.words if token.word in words]


def _subject(side: Side) -> list[Token]:
    """Return the content words before the first auxiliary of the first retold sentence."""
    stop, auxiliaries = words_of("stop"), words_of("auxiliaries")
    found: list[Token] = []
    for token in (token for clause in side.around for token in clause):
        if token.word in auxiliaries:
            return found
        if token.word not in stop:
            found.append(token)
    return []


def _is_number(token: Token) -> bool:
    return stem(token.word)[:1].isdigit()


def _run(found: list[Token]) -> list[Token]:
    """Return the first word and those that follow it with no more than a blank between."""
    run = found[:1]
    for token in found[1:]:
        if token.span.start - run[-1].span.end > 1:
            break
        run.append(token)
    return run


def _extent(found: list[Token] | tuple[Token, ...]) -> Span:
    return Span(found[0].span.start, found[-1].span.end)


def _drift(kind: DriftKind, a: Token | None, b: Token | None) -> Drift:
    return Drift(kind, a.span if a else None, b.span if b else None)


def _place(token: Token) -> Span:
    return token.span
