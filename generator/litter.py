"""Files that systems leave beside documents: no person put them there, and none misses them."""

from __future__ import annotations

from pathlib import PurePosixPath

_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information", "@eadir"})
_FILES = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r", "folder.jpg"})
_LOCKS = ("~$", ".~lock.")
"""Word and LibreOffice put such a file beside a document that is open."""


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
