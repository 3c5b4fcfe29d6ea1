"""What systems leave beside documents."""

from __future__ import annotations

import pytest

from generator.litter import is_litter

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
