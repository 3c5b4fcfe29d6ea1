"""The source summary statement of a briefing, and the warnings under it (ICD 206)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import PersonRef, Story
from generator.render.descriptors import Note
from generator.render.view import Entry, View
from generator.render.words import counted, day, listed

MAX_NAMED = 6
"""Outlets that the summary names; the rest are counted."""

DEFECTS: dict[str, tuple[str, str]] = {
    "excerpt": ("1 source is an excerpt", "{} sources are excerpts"),
    "editor-comment": (
        "1 source carries an editor’s comment",
        "{} sources carry an editor’s comment",
    ),
    "date-conflict": ("1 source states two different dates", "{} sources state different dates"),
    "quotation-unclosed": (
        "1 quotation has no closing mark in its source",
        "{} quotations have no closing mark in their source",
    ),
    "quotation-altered": (
        "1 quotation was altered by its outlet",
        "{} quotations were altered by their outlet",
    ),
    "speaker-not-stated": ("1 quotation names no speaker", "{} quotations name no speaker"),
    "encoding-damaged": ("1 passage is damaged", "{} passages are damaged"),
    "encoding-guessed": ("1 encoding had to be guessed", "{} encodings had to be guessed"),
    "name-unsure": ("1 name is unsure", "{} names are unsure"),
    "title-loaded": (
        "1 headline uses a loaded word that its text does not support",
        "{} headlines use a loaded word that their text does not support",
    ),
}
"""Notices that a briefing sums up, for one and for several; each stands whole with its source."""


def summary(view: View, story: Story) -> tuple[str, ...]:
    """Return the sentences of the source summary, built of counts and names only."""
    entries = view.in_story(story)
    return tuple(filter(None, (_extent(entries, story), _dates(entries), _speakers(view, entries))))


def warnings(view: View, story: Story) -> tuple[Note, ...]:
    """Return what a reader must know before relying on a briefing, gravest first."""
    entries = view.in_story(story)
    found = [
        *_origin_warning(entries, story),
        *_circles(view, story),
        *_unstated(entries),
    ]
    counts = Counter(notice.code for entry in entries for notice in entry.annotation.notices)
    for code, (one, several) in DEFECTS.items():
        if counts[code]:
            words = one if counts[code] == 1 else several.format(counts[code])
            found.append(Note(code, f"{words}."))
    return tuple(found)


def outlets(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return the outlets that documents state, each once, in their order."""
    stated = (entry.annotation.outlet for entry in entries)
    return tuple(dict.fromkeys(outlet.name for outlet in stated if outlet))


def newest(entries: tuple[Entry, ...]) -> str:
    """Return the latest day that documents state; empty where all are undated."""
    return max((e.annotation.published.date for e in entries if e.annotation.published), default="")


def _extent(entries: tuple[Entry, ...], story: Story) -> str:
    names = outlets(entries)
    shown = list(names[:MAX_NAMED])
    if len(names) > MAX_NAMED:
        shown.append(counted(len(names) - MAX_NAMED, "other outlet"))
    silent = sum(entry.annotation.outlet is None for entry in entries)
    if silent:
        shown.append(f"{counted(silent, 'source')} whose outlet is not stated")
    documents = counted(len(entries), "document")
    origins = counted(story.independent_origins, "independent origin")
    return f"{documents} from {listed(shown)}, resting on {origins}."


def _dates(entries: tuple[Entry, ...]) -> str:
    days = sorted(e.annotation.published.date for e in entries if e.annotation.published)
    if not days:
        return ""
    if days[0] == days[-1]:
        return f"Published {day(days[0])}."
    return f"Published {day(days[0])} to {day(days[-1])}."


def _speakers(view: View, entries: tuple[Entry, ...]) -> str:
    spoken = (
        PersonRef(entry.id, one.speaker or "")
        for entry in entries
        for one in entry.annotation.quotations
    )
    named = {view.identities[ref].id for ref in spoken if ref in view.identities}
    quotations = [q for entry in entries for q in entry.annotation.quotations]
    if not quotations:
        return ""
    unnamed = {
        q.speaker_name.casefold() for q in quotations if q.speaker is None and q.speaker_name
    }
    words = [counted(len(named), "named speaker")] if named else []
    if unnamed:
        words.append(counted(len(unnamed), "collective or unnamed source"))
    if not words:
        return f"{counted(len(quotations), 'quotation')}; none names its speaker."
    return f"{counted(len(quotations), 'quotation')} by {listed(words)}."


def _origin_warning(entries: tuple[Entry, ...], story: Story) -> Iterator[Note]:
    if len(entries) == 1:
        yield Note(
            "single-source", "Single source: nothing here is confirmed by a second document."
        )
    elif story.independent_origins <= 1:
        all_of_them = "both documents" if len(entries) == 2 else f"all {len(entries)} documents"
        yield Note("single-origin", f"Single origin: {all_of_them} lean on one report.")


def _circles(view: View, story: Story) -> Iterator[Note]:
    """Yield a warning for each circle of credits that a document of the story is in (T26)."""
    for circle in view.edition.circular_credits:
        if not set(circle.documents).isdisjoint(story.documents):
            names = listed(list(circle.outlets))
            yield Note(
                "circular-credit",
                f"Circular credit: reports here name each other as their source ({names}); "
                "they count as one origin.",
            )


def _unstated(entries: tuple[Entry, ...]) -> Iterator[Note]:
    for code, what, count in (
        ("outlet-not-stated", "outlet", sum(e.annotation.outlet is None for e in entries)),
        ("date-not-stated", "date", sum(e.annotation.published is None for e in entries)),
    ):
        if count == 1:
            yield Note(code, f"1 source states no {what}.")
        elif count:
            yield Note(code, f"{count} sources state no {what}.")
