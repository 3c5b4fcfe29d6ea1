"""People: everybody whom a document names, each with every place that names them.

A person is a run of capitalised words with evidence that it is one; places,
organisations and the words of headlines are none. Names in tags, related links
and furniture name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from generator.annotate.candidates import Candidate, candidate_of, surname
from generator.annotate.capitals import find_runs
from generator.annotate.creditees import credited_spans
from generator.annotate.gazetteer import (
    is_family_word,
    is_opener,
    is_organisation_word,
    is_place,
)
from generator.annotate.given import is_given, is_telling
from generator.annotate.naming import (
    Named,
    by_short_form,
    fold,
    group,
    meant,
    sex_of,
    with_particles,
)
from generator.annotate.outlets import looks_like_outlet, same_outlet
from generator.annotate.personhood import is_person
from generator.annotate.sentences import SPOKEN, editor_label
from generator.annotate.single_names import called_alone, is_single
from generator.annotate.standing import Standing, standing_of
from generator.ids import item_ids
from generator.model import Block, Document, Layers, Person, PersonKind, Span

KINDS = SPOKEN | {"byline"}
"""Kinds of block that may name a person."""

_SAYS_AFTER = re.compile(
    r"(?:,\s[^.,;:“”]{3,60},)?\s(?:has\s|had\s|also\s|later\s)?(?:said|says|told|tells|added|wrote|argued|warned|insisted|noted"
    r"|denied|replied|declined|refused|called|vowed|promised|claimed|did not|would not)\b"
)
_SAYS_BEFORE = re.compile(
    r"\b(?:said|says|added|asked|wrote|according to)\s$|\b(?:Mr|Mrs|Ms|Dr)\.?\s$"
)


def find_people(document: Document, _found: Layers) -> tuple[Person, ...]:
    """Find the people of a document.

    Returns:
        Sorted by first mention; ``name`` is the fullest form as written, ``role`` and
        ``affiliation`` are words of the text, ``mentions`` the words of the name without
        title. Two people of one surname stay apart; a bare surname between them is a mention
        of the one named last in its paragraph, else of neither.
    """
    text = document.text
    runs = find_runs(document, KINDS)
    outlet = document.meta.outlet.name if document.meta.outlet else ""
    candidates = [
        c
        for c in (candidate_of(run, text) for run in runs)
        if c and not (outlet and same_outlet(outlet, c.span.of(text)))
    ]
    credited = credited_spans(document, candidates)
    figures = _figures(document, candidates, credited)
    mentions = _mentions(document, figures, candidates)
    called = {span.of(text) for spans in mentions for span in spans}
    names = frozenset((*called, *(surname(figure.words) for figure in figures)))
    told = [standing_of(spans, document, credited, names) if spans else None for spans in mentions]
    found = [
        (spans, " ".join(figure.words), standing)
        for figure, spans, standing in zip(figures, mentions, told, strict=True)
        if standing is not None
    ]
    found.extend(_editors(document))
    return _people(document, found)


def _figures(
    document: Document, candidates: list[Candidate], credited: frozenset[Span]
) -> tuple[Named, ...]:
    """Return everybody who is named in full, or alone with a title."""
    text = document.text
    alone = frozenset(fold(c.words[0]) for c in candidates if len(c.words) == 1)
    names: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        if len(candidate.words) > 1 and (not candidate.headline or candidate.span in credited):
            names.setdefault(tuple(map(fold, candidate.words)), []).append(candidate)
    said = _heard(candidates, text)
    for candidate in _headlined(candidates, alone, {key[-1] for key in names}):
        names.setdefault(tuple(map(fold, candidate.words)), []).append(candidate)
    heard = said - {key[-1] for key in names if is_given(key[0])}
    people = {
        key: places
        for key, places in names.items()
        if any(place.span in credited for place in places)
        or is_person(places, text, document.blocks, _alone(places[0].words, alone, heard))
    }
    figures = group(people, alone)
    taken = {short for figure in figures for short in figure.shorts}
    single: dict[tuple[str, ...], list[Candidate]] = {}
    called = called_alone(candidates, text, said)
    for candidate in candidates:
        known = is_single(candidate, text) or candidate.span in called
        if known and fold(candidate.words[0]) not in taken:
            single.setdefault((fold(candidate.words[0]),), []).append(candidate)
    return group({**people, **single}, alone)


def _headlined(
    candidates: list[Candidate], alone: frozenset[str], known: set[str]
) -> Iterable[Candidate]:
    """Yield the full names that only a headline gives: "Tom Hale Wins", and "Hale" below.

    The first word must be a given name and the second stand alone in the text.
    """
    for candidate in candidates:
        words = candidate.words[:2]
        if not candidate.headline or len(words) < 2 or not is_telling(words[0]):
            continue
        last = fold(words[1])
        plain = not (is_place(words[1]) or is_organisation_word(words[1]) or is_opener(words[1]))
        if last in alone and last not in known and plain and last != fold(words[0]):
            end = candidate.span.start + len(" ".join(words))
            yield msgspec.structs.replace(
                candidate, span=Span(candidate.span.start, end), words=words
            )


def _heard(candidates: list[Candidate], text: str) -> frozenset[str]:
    """Return the folded single words that stand beside a verb of saying or a polite title."""
    return frozenset(
        fold(c.words[0])
        for c in candidates
        if len(c.words) == 1
        and (
            _SAYS_AFTER.match(text, c.span.end, c.span.end + 90)
            or _SAYS_BEFORE.search(text[max(0, c.span.start - 20) : c.span.start])
        )
    )


def _alone(words: tuple[str, ...], alone: frozenset[str], heard: frozenset[str]) -> int:
    last = fold(surname(words))
    plain = not is_place(words[-1]) and not is_organisation_word(words[-1])
    if not plain:
        return 0
    if is_family_word(words[-1]):
        # "The Park" stands alone in many a text about a park.
        return int(last in heard)
    first = fold(words[0]) in alone and not is_place(words[0])
    return 2 if last in heard else int((last in alone or first) and is_given(words[0]))


def _mentions(
    document: Document, figures: tuple[Named, ...], candidates: list[Candidate]
) -> list[list[Span]]:
    """Return every place that names each person, in text order."""
    full = {span.span: i for i, figure in enumerate(figures) for span in figure.full}
    forms = {tuple(map(fold, c.words)): i for i, f in enumerate(figures) for c in f.full}
    shorts = by_short_form(figures)
    sexes = tuple(sex_of(figure) for figure in figures)
    mentions: list[list[Span]] = [[] for _ in figures]
    last: list[tuple[int, int]] = []
    for candidate in candidates:
        if last and last[-1][0] != candidate.block:
            last = []
        index = full.get(candidate.span)
        span = candidate.span
        if index is None:
            index, span = _known(candidate, forms, shorts, sexes, last, document.text)
        if index is not None:
            last.append((candidate.block, index))
            words = figures[index].words
            mentions[index].append(with_particles(document.text, span, words))
    return mentions


def _known(
    candidate: Candidate,
    forms: dict[tuple[str, ...], int],
    shorts: dict[str, list[int]],
    sexes: tuple[str | None, ...],
    last: list[tuple[int, int]],
    text: str,
) -> tuple[int | None, Span]:
    """Return whom a run means that did not make a person by itself, and its words that do."""
    words = tuple(map(fold, candidate.words))
    if words in forms:
        return forms[words], candidate.span
    if candidate.headline and len(words) > 1 and not looks_like_outlet(" ".join(candidate.words)):
        return _in_headline(candidate, forms, shorts, text)
    found = meant(" ".join(words), candidate.titled, shorts, sexes)
    if len(found) == 1:
        return found[0], candidate.span
    return next((i for _, i in reversed(last) if i in found), None), candidate.span


def _in_headline(
    candidate: Candidate,
    forms: dict[tuple[str, ...], int],
    shorts: dict[str, list[int]],
    text: str,
) -> tuple[int | None, Span]:
    """Find a known name at the head of a line that capitalises its verbs: "Hale Wins Vote"."""
    words = tuple(map(fold, candidate.words))
    for count in range(len(words) - 1, 0, -1):
        found = [forms[words[:count]]] if words[:count] in forms else shorts.get(words[0], [])
        if len(found) == 1 and (count == 1 or words[:count] in forms):
            length = len(" ".join(candidate.words[:count]))
            span = Span(candidate.span.start, candidate.span.start + length)
            same = span.of(text) == " ".join(candidate.words[:count])
            return (found[0], span) if same else (None, span)
    return None, candidate.span


def _editors(document: Document) -> Iterable[tuple[list[Span], str, Standing]]:
    """Yield the label of an editor's comment that names its editor: "NPU Editor"."""
    for block in document.blocks:
        label = editor_label(document.text, block)
        if label and _names_editor(document.text, label, block):
            yield [label], label.of(document.text), Standing(None, None, "editor_unnamed")


def _names_editor(text: str, label: Span, block: Block) -> bool:
    words = label.of(text).split()
    named = len(words) > 1 and words[-1] in ("Editor", "Ed.") and words[0][0].isupper()
    return named and block.span.covers(label)


def _people(
    document: Document, found: list[tuple[list[Span], str, Standing]]
) -> tuple[Person, ...]:
    found.sort(key=lambda one: (one[0][0], one[1]))
    ids = item_ids(document.id, "person", [name for _, name, _ in found])
    kinds: list[PersonKind] = [standing.kind for _, _, standing in found]
    return tuple(
        Person(id_, name, standing.role, standing.affiliation, kind, tuple(spans))
        for id_, kind, (spans, name, standing) in zip(ids, kinds, found, strict=True)
    )
