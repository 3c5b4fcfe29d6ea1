"""Where each page lies, and how one is reached from another."""

from __future__ import annotations

from functools import cache


def briefing_path(story: str) -> str:
    """Return the page of a story; its address is ``briefings/STORY/``."""
    return f"briefings/{story}.md"


def pdf_path(story: str) -> str:
    """Return where the PDF of a story lies."""
    return f"briefings/{story}.pdf"


def source_path(document: str) -> str:
    """Return the page of a document; its address is ``sources/DOCUMENT/``."""
    return f"sources/{document}.md"


def person_path(person: str, number: int = 1) -> str:
    """Return a page of a person: the first, or a later one where they said much."""
    return f"people/{person}.md" if number == 1 else f"people/{person}_{number}.md"


def list_path(folder: str, number: int = 1) -> str:
    """Return a page of a list. No slug holds an underscore, so none can be taken for a page."""
    return f"{folder}/index.md" if number == 1 else f"{folder}/page_{number}.md"


def address(at: str, to: str, anchor: str = "") -> str:
    """Return the relative address of a page, and of a place in it, as seen from another."""
    path = _relative(at, to)
    return f"{path}#{anchor}" if anchor else path


def web_address(site_url: str, path: str, anchor: str = "", *, folders: bool = True) -> str:
    """Return the address of a page on the web, or below the site where that is not known.

    Args:
        site_url: The address of the site; empty where the desk has not set it.
        path: As ``briefing_path`` and its siblings give it.
        anchor: A place in the page.
        folders: Whether the site engine makes a folder of each page, as it does by default.
    """
    page = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md")
    if not path.endswith("index.md"):
        page += "/" if folders else ".html"
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    return f"{base}{page}#{anchor}" if anchor else f"{base}{page}"


@cache
def _relative(at: str, to: str) -> str:
    """Return one path as seen from the folder of another; ``posixpath`` would ask the system."""
    here, there = at.split("/")[:-1], to.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])
