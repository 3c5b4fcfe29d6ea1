"""Files that systems leave beside documents: no person put them there, and none misses them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information", "@eadir"})
_FILES = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r", "folder.jpg"})
_LOCKS = ("~$", ".~lock.")
"""Word and LibreOffice put such a file beside a document that is open."""

_SAVED = "_files"
_PAGES = (".html", ".htm")


def is_litter(path: str) -> bool:
    """Return whether a path names a hidden file or what an operating system leaves behind.

    Args:
        path: Relative, with forward slashes; each of its folders counts too.
    """
    steps = PurePosixPath(path).parts or ("",)
    return (
        any(step.startswith(".") and step not in {".", ".."} for step in steps)
        or any(step.casefold() in _FOLDERS for step in steps)
        or steps[-1].casefold() in _FILES
        or steps[-1].startswith(_LOCKS)
    )


def is_saved_with_page(folder: str, beside: Collection[str]) -> bool:
    """Return whether a folder holds what a browser saved with a web page: pictures, scripts.

    Args:
        folder: Its name.
        beside: The names of what lies beside it.
    """
    page = folder.removesuffix(_SAVED)
    return page not in {"", folder} and any(f"{page}{ending}" in beside for ending in _PAGES)
