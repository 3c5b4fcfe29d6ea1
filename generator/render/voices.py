"""Who said what: the statements of a story, each speaker's together."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.model import PersonRef, QuotationRef
from generator.render.citations import Byline
from generator.render.paths import address, list_path
from generator.render.retellings import Statement, said_by, statements
from generator.render.view import View


class Voice(msgspec.Struct, frozen=True):
    """One speaker, or one collective, and what they are reported to have said."""

    byline: Byline
    statements: tuple[Statement, ...]


class Voices(msgspec.Struct, frozen=True):
    """The speakers of a story: named persons, then collectives, then those not stated."""

    voices: tuple[Voice, ...]
    more: int
    """Statements that are left to the list of quotations."""
    href: str


def voices(view: View, refs: Iterable[QuotationRef], at: str) -> Voices:
    """Return what was said in a story, speaker by speaker, in the order of the texts."""
    given = tuple(refs)
    speakers = {ref: _speaker(view, ref) for ref in given}
    place: dict[tuple[int, str], int] = {}
    for speaker in speakers.values():
        place.setdefault(speaker, len(place))
    ordered = sorted(given, key=lambda ref: (speakers[ref][0], place[speakers[ref]]))
    shown = ordered[: view.look.section_rows]
    grouped: dict[tuple[int, str], list[Statement]] = {}
    for statement in statements(view, shown, at):
        grouped.setdefault(speakers[statement.ref], []).append(statement)
    return Voices(
        voices=tuple(
            Voice(said[0].row.byline, tuple(said))
            for _, said in sorted(grouped.items(), key=lambda pair: pair[0][0])
        ),
        more=len(given) - len(shown),
        href=address(at, list_path("quotations")),
    )


def _speaker(view: View, ref: QuotationRef) -> tuple[int, str]:
    """Return the rank and the name under which a speaker's statements stand together."""
    name, *_ = said_by(view, ref)
    if not name:
        return 2, ""
    speaker = view.entries[ref.document].quotations[ref.quotation].speaker
    return (0 if PersonRef(ref.document, speaker or "") in view.identities else 1), name
