"""Carries rulings on one document out: items dropped, fields changed, missed items added."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from typing import Any, TypeVar

import msgspec

from generator.corrections.matching import LAYERS, place_of, places
from generator.corrections.rulings import CORRECTIONS, Ruling, number
from generator.ids import item_ids, normalised
from generator.model import (
    BY_PERSON,
    Annotation,
    Change,
    Claim,
    Figure,
    Outlet,
    Person,
    Published,
    Quotation,
    Span,
    Title,
)
from generator.wording import is_cut

I = TypeVar("I", Claim, Quotation, Figure)  # noqa: E741 - one letter is the custom

BASIS = f"{BY_PERSON}{CORRECTIONS}"

_MISSING = {"outlet": "outlet-not-stated", "published": "date-not-stated"}
"""Notices that hold no more once the desk states the thing."""


def without(annotation: Annotation, kind: str, ids: frozenset[str]) -> Annotation:
    """Return a document without some items of one kind, and without what points to them."""
    layer = LAYERS[kind]
    left = tuple(item for item in getattr(annotation, layer) if item.id not in ids)
    values: dict[str, Any] = {layer: left}
    if kind in ("quotation", "figure"):
        values["claims"] = tuple(_released(one, layer, ids) for one in annotation.claims)
    elif kind == "person":
        for other in ("quotations", "claims", "figures"):
            values[other] = tuple(
                msgspec.structs.replace(item, speaker=None) if item.speaker in ids else item
                for item in getattr(annotation, other)
            )
    return msgspec.structs.replace(annotation, **values)


def changed(
    annotation: Annotation, item: Any, ruling: Ruling
) -> tuple[Annotation, tuple[Change, ...]]:
    """Return a document with some fields of an item replaced, and what the program had there.

    Args:
        annotation: The document.
        item: One of its items, or None for the document itself.
        ruling: With the new values, which its reader has checked.
    """
    if item is None:
        return _stated(annotation, ruling)
    layer = LAYERS[ruling.kind]
    current = next(one for one in getattr(annotation, layer) if one.id == item.id)
    values: dict[str, Any] = {}
    notes = []
    for field, value in ruling.to:
        more = _values(annotation.people, ruling.kind, field, value)
        before = shown(getattr(current, "speaker_name" if field == "speaker" else field))
        after = more.get("speaker_name", value) if field == "speaker" else value
        if before != after:
            values |= {k: v for k, v in more.items() if k not in values}
            notes.append(Change(field, before, after))
    # A role that is stated in so many words goes before that of a newly stated speaker.
    values |= {f: v for f, v in ruling.to if f in ("role", "affiliation") and f in values}
    renewed = msgspec.structs.replace(current, **values)
    rows = tuple(renewed if one.id == item.id else one for one in getattr(annotation, layer))
    annotation = msgspec.structs.replace(annotation, **{layer: rows})
    if ruling.kind == "person" and renewed.name != current.name:
        annotation = renamed(annotation, frozenset([current.id]), current.id, renewed.name)
    return annotation, tuple(notes)


def renamed(annotation: Annotation, ids: frozenset[str], to: str, name: str) -> Annotation:
    """Return a document in which whatever some people said is said by one, under a name."""
    values = {}
    for layer, field in (
        ("quotations", "speaker_name"),
        ("claims", "attributed_to"),
        ("figures", "attributed_to"),
    ):
        values[layer] = tuple(
            msgspec.structs.replace(one, **{"speaker": to, field: name})
            if one.speaker in ids
            else one
            for one in getattr(annotation, layer)
        )
    return msgspec.structs.replace(annotation, **values)


def added(annotation: Annotation, ruling: Ruling) -> tuple[Annotation, str, str]:
    """Return a document with an item that the program missed, its id, and why there is none.

    The item is a slice of the text of record, where its words stand once, or once in the
    context that the ruling gives. One of the last two is empty.
    """
    text = annotation.text or ""
    found = tuple(islice(places(text, ruling), 2))
    if len(found) != 1:
        if found:
            return annotation, "", "these words stand several times; add the context of the place"
        return annotation, "", "these words do not stand in the text any more"
    span = found[0]
    problem = _unfit(annotation, ruling.kind, span)
    if problem:
        return annotation, "", problem
    layer = LAYERS[ruling.kind]
    rows = getattr(annotation, layer)
    item = _item(annotation, ruling, span)
    at = bisect_left([place_of(one) for one in rows], span)
    annotation = msgspec.structs.replace(annotation, **{layer: (*rows[:at], item, *rows[at:])})
    if ruling.kind != "claim":
        claims = tuple(_holding(one, layer, item.id, span) for one in annotation.claims)
        annotation = msgspec.structs.replace(annotation, claims=claims)
    return annotation, item.id, ""


def shown(value: object) -> str | None:
    """Return the value of a field in words; None for none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def _values(people: Iterable[Person], kind: str, field: str, value: str | None) -> dict[str, Any]:
    """Return what a field and those that hang on it become."""
    if field in ("speaker", "attributed_to"):
        name = "speaker_name" if field == "speaker" else field
        person = _person(people, value)
        if person is None:
            bare = {"role": None, "affiliation": None} if field == "speaker" else {}
            return {"speaker": None, name: value, **bare}
        full = {"role": person.role, "affiliation": person.affiliation}
        return {"speaker": person.id, name: person.name, **(full if field == "speaker" else {})}
    if value is not None and field in ("key", "gap"):
        return {field: value in {"yes", "true"}}
    if value is not None and kind == "figure" and field in ("value", "low", "high"):
        return {field: number(value)}
    return {field: value}


def _person(people: Iterable[Person], name: str | None) -> Person | None:
    """Return the person of a document who is meant by an id or a name, if there is just one."""
    if name is None:
        return None
    rows = [p for p in people if p.id == name or normalised(p.name) == normalised(name)]
    return rows[0] if len(rows) == 1 else None


def _stated(annotation: Annotation, ruling: Ruling) -> tuple[Annotation, tuple[Change, ...]]:
    """Return a document of which a person states title, outlet, day or story."""
    parts = {"title": "text", "outlet": "name", "published": "date"}
    notes = []
    values: dict[str, Any] = {}
    for field, value in ruling.to:
        old = getattr(annotation, field)
        before = getattr(old, parts[field]) if field in parts and old is not None else old
        if before == value:
            continue
        new: Any = value
        if value is not None and field == "title":
            new = Title(value, None)
        elif value is not None and field == "outlet":
            new = Outlet(value, None, BASIS)
        elif value is not None and field == "published":
            new = Published(value, None, BASIS)
        values[field] = new
        notes.append(Change(field, before, value))
    said = {_MISSING[field] for field, value in ruling.to if value and field in _MISSING}
    values["notices"] = tuple(n for n in annotation.notices if n.code not in said)
    return msgspec.structs.replace(annotation, **values), tuple(notes)


def _released(claim: Claim, layer: str, ids: frozenset[str]) -> Claim:
    held = getattr(claim, layer)
    left = tuple(one for one in held if one not in ids)
    return claim if left == held else msgspec.structs.replace(claim, **{layer: left})


def _holding(claim: Claim, layer: str, id_: str, span: Span) -> Claim:
    if not claim.span.overlaps(span):
        return claim
    return msgspec.structs.replace(claim, **{layer: (*getattr(claim, layer), id_)})


def _unfit(annotation: Annotation, kind: str, span: Span) -> str:
    """Return why no item can stand at a place; empty if one can."""
    text = annotation.text or ""
    if is_cut(text, span.start) or is_cut(text, span.end):
        return "the words begin or end within a word of the text"
    if kind == "figure" and not any(c.isalnum() for c in span.of(text)):
        return "there is no number in these words"
    for one in getattr(annotation, LAYERS[kind]):
        own = one.content if kind == "quotation" else (one.span,)
        if span in own or (kind != "quotation" and any(span.overlaps(s) for s in own)):
            return f"the program has {one.id} there already; reject that one first, or change it"
    return ""


def _item(annotation: Annotation, ruling: Ruling, span: Span) -> Claim | Quotation | Figure:
    """Return a new item: what the ruling states, and nothing else."""
    words = " ".join(ruling.words.split())
    values: dict[str, Any] = {"id": _free(annotation, ruling, words)}
    for field, value in ruling.to:
        values |= {
            k: v
            for k, v in _values(annotation.people, ruling.kind, field, value).items()
            if k not in values
        }
    values |= {f: v for f, v in ruling.to if f in ("role", "affiliation", "unit")}
    if ruling.kind == "quotation":
        return _blank(Quotation, values, type="direct", content=(span,), rule=BASIS, flags=())
    if ruling.kind == "figure":
        return _blank(Figure, values, span=span)
    quotations = (q.id for q in annotation.quotations if any(span.overlaps(s) for s in q.content))
    figures = (f.id for f in annotation.figures if span.overlaps(f.span))
    return _blank(
        Claim,
        values,
        span=span,
        kind="reported",
        key=True,
        gap=False,
        quotations=tuple(quotations),
        figures=tuple(figures),
    )


def _blank(shape: type[I], values: dict[str, Any], **given: Any) -> I:
    """Return an item whose fields are those that are stated, and nothing where none is."""
    spans = ("cue", "source", "hedges", "limiters", "modals", "negations", "conditions", "repeats")
    empty = {name: () if name in spans else None for name in shape.__struct_fields__}
    return shape(**{**empty, **given, **values})


def _free(annotation: Annotation, ruling: Ruling, words: str) -> str:
    """Return the id that the program would give, the next one where an equal item has it."""
    (id_,) = item_ids(annotation.id, ruling.kind, [words])
    taken = {one.id for one in getattr(annotation, LAYERS[ruling.kind])}
    tries = (id_, *(f"{id_}-{n}" for n in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken)
