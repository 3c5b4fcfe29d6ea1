"""Who says it and where it stands: the two lines under every item of every page."""

from __future__ import annotations

import msgspec

from generator.model import Claim, Figure, Person, PersonRef, Quotation
from generator.render.paths import address, briefing_path, person_path, source_path
from generator.render.view import Entry, View
from generator.render.words import day

NO_OUTLET = "outlet not stated"
NO_SPEAKER = "speaker not stated"
WITHHELD = "name withheld by the desk"

MAX_ALSO = 5
"""Links from one item to documents that say the same; a wire report may have hundreds."""


class Link(msgspec.Struct, frozen=True):
    """Words that lead to another page of ours."""

    label: str
    href: str


class Byline(msgspec.Struct, frozen=True):
    """Who said something, as far as the source states it."""

    name: str
    href: str = ""
    """The person's page; empty where they have none."""
    details: str = ""
    """Role and affiliation."""
    via: str = ""
    """The outlet that the page credits for it."""
    stated: bool = True


def source_link(entry: Entry, at: str, anchor: str = "") -> Link:
    """Return the way to a document’s page, or to one item in its text."""
    return Link(document_label(entry), address(at, source_path(entry.id), anchor))


def briefing_link(view: View, entry: Entry, at: str) -> Link | None:
    """Return the way to the briefing that a document belongs to."""
    story = view.story_of.get(entry.id)
    if story is None:
        return None
    return Link(story.title, address(at, briefing_path(story.id)))


def document_label(entry: Entry) -> str:
    """Return outlet and day of a document; what it does not state is said to be so."""
    found = entry.annotation
    published = day(found.published.date if found.published else None)
    if found.outlet:
        return f"{found.outlet.name}, {published}"
    return f"{_file_name(entry)} ({NO_OUTLET}), {published}"


def document_title(entry: Entry) -> str:
    """Return the title of a document, or the name of its file."""
    found = entry.annotation
    return found.title.text if found.title else _file_name(entry)


def file_path(entry: Entry) -> str:
    """Return where a document lies on the desk: its file, and its place in a file of several."""
    part = entry.annotation.source.part
    return f"{entry.member.path}/{part}" if part else entry.member.path


def _file_name(entry: Entry) -> str:
    return file_path(entry).rpartition("/")[2]


def claim_byline(view: View, entry: Entry, claim: Claim, at: str) -> Byline | None:
    """Return who makes a claim; None for the document's own voice."""
    if claim.attributed_to is None:
        return Byline("", via=claim.via, stated=False) if claim.via else None
    person = _person(entry, claim.speaker)
    return Byline(
        name=_name(claim.attributed_to),
        href=_page(view, entry, claim.speaker, at),
        details=role_and_house(person.role, person.affiliation) if person else "",
        via=claim.via or "",
    )


def quotation_byline(view: View, entry: Entry, quotation: Quotation, at: str) -> Byline:
    """Return who is quoted; the words for a collective, or that nobody is named."""
    return Byline(
        name=_name(quotation.speaker_name) if quotation.speaker_name else NO_SPEAKER,
        href=_page(view, entry, quotation.speaker, at),
        details=role_and_house(quotation.role, quotation.affiliation),
        via=quotation.via or "",
        stated=quotation.speaker_name is not None,
    )


def figure_byline(view: View, entry: Entry, figure: Figure, at: str) -> Byline | None:
    """Return who gives a figure; None for the document's own voice."""
    if figure.attributed_to is None:
        return None
    return Byline(name=_name(figure.attributed_to), href=_page(view, entry, figure.speaker, at))


def _name(words: str) -> str:
    """Return a name; where the desk has blotted all of it out, that it did so."""
    return WITHHELD if words.strip("█ ") == "" else words


def _person(entry: Entry, id_: str | None) -> Person | None:
    return next((one for one in entry.annotation.people if one.id == id_), None)


def _page(view: View, entry: Entry, speaker: str | None, at: str) -> str:
    identity = view.identities.get(PersonRef(entry.id, speaker or ""))
    if identity is None or not view.has_page(identity):
        return ""
    return address(at, person_path(identity.id))


def role_and_house(role: str | None, affiliation: str | None) -> str:
    """Return role and affiliation in one phrase; a role that names the house says it once."""
    if role and affiliation and affiliation in role:
        return role
    return ", ".join(filter(None, (role, affiliation)))
