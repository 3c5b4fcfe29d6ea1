"""Makes the sheet of a story: what stands on paper, in which order and how much of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from generator.model import BY_PERSON, Story
from generator.render.citations import NO_OUTLET, Byline, document_title, file_path
from generator.render.claims import ClaimRow, claim_row
from generator.render.contents import (
    Item,
    all_claims,
    all_quotations,
    claims_of,
    compared,
    gaps,
    key_claims,
)
from generator.render.descriptors import descriptor
from generator.render.figures import Comparison, FigureRow, comparisons, figure_row, without_twins
from generator.render.paths import briefing_path, source_path, web_address
from generator.render.pieces import Piece
from generator.render.print_lines import MAX_CELL_RUN, MAX_RUN, breakable, breakable_address
from generator.render.quotations import QuotationRow
from generator.render.retellings import Retelling, Statement
from generator.render.sheet import (
    By,
    Sheet,
    SheetClaim,
    SheetComparison,
    SheetDrift,
    SheetFigure,
    SheetPart,
    SheetQuotation,
    SheetRetelling,
    SheetSource,
    SheetStatement,
    SheetVoice,
)
from generator.render.summary import newest, summary, warnings
from generator.render.view import Entry, View
from generator.render.visible import visible
from generator.render.voices import Voice, voices
from generator.render.words import counted, day

AT = "index.md"
"""Rows ask from which page they are seen; a sheet has no use for what they say of it."""

MAX_COPIES = 2
"""Copies of a source that are named; the rest are counted."""

NO_DAY = "1980-01-01"
"""The day of a PDF whose sources state none: the first that archive formats can hold."""

MAX_CLAIMS, MAX_GAPS, MAX_STATEMENTS, MAX_FIGURES, MAX_COMPARISONS = 7, 7, 12, 60, 6
"""What a briefing of two to four pages holds (seven key claims at most: CRS and ICD 203 practice).
What is left out is counted in words and stands on the page of the briefing. A long table
breaks over pages and is kept nearly whole."""

MAX_TITLE, MAX_RUNNING, MAX_DESK, MAX_FOOT = 300, 60, 50, 90
"""Code points of a headline on the first page and at the head of the others, of the desk's name
beside it, and of the line at the foot: head and foot have room for two lines."""


def sheet(view: View, story: Story) -> Sheet:
    """Return a story as it is printed."""
    entries = view.in_story(story)
    claims = all_claims(entries)
    known, unknown = key_claims(view, claims), gaps(view, claims)
    figures = without_twins((e, f) for e in entries for f in e.annotation.figures)
    few = _with_rows(view, MAX_STATEMENTS)
    quotations = tuple(all_quotations(entries))
    spoken = voices(few, quotations, AT)
    groups = tuple(compared(view, entries, "differ"))[:MAX_COMPARISONS]
    lead = _claims(view, claims_of(view, story.lead))
    shown = Sheet(
        id=story.id,
        desk=_cut(view.look.site_name, MAX_DESK),
        title=_cut(story.title, MAX_TITLE),
        running=_cut(story.title, MAX_RUNNING),
        day=day(newest(entries) or None),
        date=_date(newest(entries)),
        description=_plain(lead[:1]),
        paper=view.look.paper,
        handling=_cut(view.look.handling, MAX_FOOT),
        address=breakable_address(_address(view, briefing_path(story.id))),
        link=_link(view, briefing_path(story.id)),
        extent=_extent(story, entries),
        lead=lead,
        warnings=tuple(note.words for note in warnings(view, story)),
        claims=_claims(view, known[:MAX_CLAIMS]),
        claims_more=max(0, len(known) - MAX_CLAIMS),
        voices=tuple(_voice(view, one) for one in spoken.voices),
        quotations=len(quotations) - spoken.more,
        voices_more=spoken.more,
        figures=tuple(
            _figure(figure_row(view, *first, AT, twins)) for first, twins in figures[:MAX_FIGURES]
        ),
        figures_more=max(0, len(figures) - MAX_FIGURES),
        differ=tuple(_comparison(one) for one in comparisons(few, groups, AT)),
        gaps=_claims(view, unknown[:MAX_GAPS]),
        gaps_more=max(0, len(unknown) - MAX_GAPS),
        summary=tuple(breakable(sentence) for sentence in summary(view, story)),
        sources=(),
        sources_more=0,
    )
    return _stamped(_with_sources(view, shown, entries))


def cited(value: object) -> tuple[str, ...]:
    """Return the ids of the documents that the items of a sheet lean on, in their order."""
    found: dict[str, None] = {}
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, msgspec.Struct):
            if not isinstance(one, Sheet):
                found.update(dict.fromkeys(getattr(one, "sources", ())))
            pending += [getattr(one, name) for name in reversed(one.__struct_fields__)]
        elif isinstance(one, tuple):
            pending += reversed(one)
    return tuple(found)


def _with_sources(view: View, shown: Sheet, entries: tuple[Entry, ...]) -> Sheet:
    """Return the sheet with a footnote for each document it leans on, and the first others."""
    leant_on = cited(shown)
    others = [entry.id for entry in entries if entry.id not in leant_on]
    room = max(0, view.look.section_rows - len(leant_on))
    ids = [*leant_on, *others[:room]]
    return msgspec.structs.replace(
        shown,
        sources=tuple(_source(view, view.entries[id_]) for id_ in ids),
        sources_more=len(others) - len(others[:room]),
    )


def _stamped(shown: Sheet) -> Sheet:
    digest = hashlib.sha256(msgspec.json.encode(shown)).hexdigest()[:12]
    return msgspec.structs.replace(shown, version=digest)


def _with_rows(view: View, rows: int) -> View:
    look = msgspec.structs.replace(view.look, section_rows=rows)
    return msgspec.structs.replace(view, look=look)


def _claims(view: View, items: Iterable[Item]) -> tuple[SheetClaim, ...]:
    return tuple(_claim(view, claim_row(view, *item, AT)) for item in items)


def _claim(view: View, row: ClaimRow) -> SheetClaim:
    return SheetClaim(
        pieces=_pieces(row.pieces),
        kind=row.kind_word,
        by=_by(row.byline) if row.byline else None,
        comment=row.comment,
        sources=(row.document, *row.also_documents),
        more=row.more,
        support=row.support.words,
        href=_link(view, source_path(row.document), row.id),
    )


def _voice(view: View, voice: Voice) -> SheetVoice:
    return SheetVoice(
        by=_by(voice.byline),
        statements=tuple(_statement(view, one, voice.byline) for one in voice.statements),
    )


def _statement(view: View, one: Statement, head: Byline) -> SheetStatement:
    first = _quotation(view, one.row, head)
    also = dict.fromkeys((*first.sources, *one.also_documents))
    return SheetStatement(
        quotation=msgspec.structs.replace(first, sources=tuple(also), more=one.also_more),
        retellings=tuple(_retelling(view, other, head) for other in one.retellings),
        more=one.more,
    )


def _retelling(view: View, one: Retelling, head: Byline) -> SheetRetelling:
    return SheetRetelling(
        way=one.way,
        quotation=_quotation(view, one.row, head),
        drifts=tuple(
            SheetDrift(drift.what, breakable(drift.said), breakable(drift.retold))
            for drift in one.drifts
        ),
    )


def _quotation(view: View, row: QuotationRow, head: Byline) -> SheetQuotation:
    differs = row.byline.details != head.details
    return SheetQuotation(
        parts=tuple(SheetPart(one.open, _pieces(one.pieces), one.close) for one in row.parts),
        type=row.type,
        type_word=row.type_word,
        details=breakable(row.byline.details) if differs else "",
        via=breakable(row.byline.via),
        flags=row.flags,
        sources=(row.document,),
        more=0,
        href=_link(view, source_path(row.document), row.id),
    )


def _figure(row: FigureRow) -> SheetFigure:
    return SheetFigure(
        written=_pieces(row.written, MAX_CELL_RUN),
        amount=breakable(row.amount, MAX_CELL_RUN),
        qualifier=row.qualifier,
        counts=breakable(row.counts, MAX_CELL_RUN),
        period=breakable(row.period, MAX_CELL_RUN),
        by=_by(row.byline, MAX_CELL_RUN) if row.byline else None,
        sources=tuple(dict.fromkeys((row.document, *row.also_documents))),
        more=row.more,
    )


def _comparison(one: Comparison) -> SheetComparison:
    return SheetComparison(
        breakable(one.subject), tuple(_figure(row) for row in one.rows), one.more
    )


def _source(view: View, entry: Entry) -> SheetSource:
    found = entry.annotation
    about = descriptor(view, entry, AT)
    at = source_path(entry.id)
    url = found.source.url or ""
    trusted = (found.source.url_basis or "").startswith(BY_PERSON)
    notes = [note.words for note in about.origins]
    notes += [f"Copy: {link.label}" for link in about.copies[:MAX_COPIES]]
    more = len(view.copies.get(entry.id, ())) - MAX_COPIES
    notes += [counted(more, "further copy", "further copies")] if more > 0 else []
    return SheetSource(
        id=entry.id,
        title=breakable(document_title(entry)),
        outlet=breakable(found.outlet.name if found.outlet else NO_OUTLET),
        outlet_stated=found.outlet is not None,
        day=about.published,
        authors=breakable(about.authors),
        url=breakable_address(url),
        link=url if trusted else "",
        page=breakable_address(_address(view, at)),
        page_link=_link(view, at),
        path=breakable_address(file_path(entry)),
        notes=tuple(breakable(note) for note in notes),
    )


def _by(byline: Byline, run: int = MAX_RUN) -> By:
    name, details, via = (breakable(w, run) for w in (byline.name, byline.details, byline.via))
    return By(name, details, via, byline.stated)


def _pieces(pieces: Iterable[Piece], run: int = MAX_RUN) -> tuple[Piece, ...]:
    shown = (Piece(breakable(one.text, run), one.mark) for one in pieces)
    return tuple(one for one in shown if one.text)


def _plain(claims: Iterable[SheetClaim]) -> str:
    return " ".join("".join(piece.text for piece in claim.pieces) for claim in claims)


def _cut(text: str, size: int) -> str:
    """Return a headline whole if it is of a headline's length, else its head."""
    shown = visible(text)
    return breakable(shown if len(shown) <= size else f"{shown[:size].rstrip()} […]")


def _extent(story: Story, entries: tuple[Entry, ...]) -> str:
    origins = counted(story.independent_origins, "independent origin")
    return f"{counted(len(entries), 'document')}, {origins}"


def _date(iso: str) -> tuple[int, int, int]:
    year, month, of_month = (iso or NO_DAY).split("-")
    return int(year), int(month), int(of_month)


def _address(view: View, path: str) -> str:
    return web_address(view.look.site_url, path, folders=view.look.folders)


def _link(view: View, path: str, anchor: str = "") -> str:
    """Return the address of a page of ours where it is known; a relative one leads nowhere."""
    if not view.look.site_url:
        return ""
    return web_address(view.look.site_url, path, anchor, folders=view.look.folders)
