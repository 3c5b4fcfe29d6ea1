"""What systems leave beside documents."""

from __future__ import annotations

import pytest

from generator.litter import is_litter, is_saved_with_page

CASES = {
    # path: whether it is litter
    "report.txt": False,
    "a/report.txt": False,
    ".DS_Store": True,
    "a/.hidden.txt": True,
    ".git/report.txt": True,
    "__MACOSX/a/report.txt": True,
    "__MACOSX": True,
    "Thumbs.db": True,
    "a/DESKTOP.INI": True,
    "~$report.docx": True,
    ".~lock.report.odt#": True,
    "thumbs.db.txt": False,
    "": False,
}


@pytest.mark.parametrize(("path", "expected"), CASES.items(), ids=CASES)
def test_litter(path, expected):
    """Hidden files and those of systems are none that a person put there."""
    assert is_litter(path) is expected


SAVED = {
    # what it shows: (folder, what lies beside it, whether it was saved with a page)
    "beside its page": ("Pilots_files", {"Pilots.html", "Pilots_files"}, True),
    "beside a page of the short ending": ("Pilots_files", {"Pilots.htm"}, True),
    "beside another page": ("Pilots_files", {"Ships.html"}, False),
    "beside a text": ("Pilots_files", {"Pilots.txt"}, False),
    "another folder": ("Pilots", {"Pilots.html"}, False),
    "no name before it": ("_files", {".html"}, False),
}


@pytest.mark.parametrize(("folder", "beside", "expected"), SAVED.values(), ids=SAVED)
def test_what_a_browser_saves_with_a_page(folder, beside, expected):
    """A folder is passed over only beside the very page that it was saved with."""
    assert is_saved_with_page(folder, beside) is expected
