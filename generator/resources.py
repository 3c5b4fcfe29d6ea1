"""Files that ship with the program: word lists and templates, in a checkout and in an install."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.errors import TemplateError

PACKAGE = Path(__file__).parent


@cache
def word_list(stage: str, name: str) -> tuple[str, ...]:
    """Return the rows of ``generator/STAGE/lexicon/NAME.txt``, in their order.

    Blank rows and rows that begin with ``#`` are left out; a comment may also
    follow a row after two blanks and ``#``.
    """
    text = (PACKAGE / stage / "lexicon" / f"{name}.txt").read_text(encoding="utf-8")
    rows = (line.partition("  #")[0].strip() for line in text.splitlines())
    return tuple(row for row in rows if row and not row.startswith("#"))


@cache
def template_root() -> Path:
    """Return the folder of the templates that ship with the program.

    In an installed package they lie in it; in a checkout one folder up.

    Raises:
        TemplateError: If neither is there.
    """
    for folder in (PACKAGE / "templates", PACKAGE.parent / "templates"):
        if folder.is_dir():
            return folder
    raise TemplateError("the program's own templates are missing: install it anew")
