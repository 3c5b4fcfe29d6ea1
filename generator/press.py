"""Sets the sheets of briefings as PDF with typst; the only file that imports it.

typst comes as a wheel with its compiler and fonts, needs no network, and gives the same bytes
for the same sheet: tagged, PDF/UA-1 and PDF/A-2a in one file. Where it cannot keep these
promises, for lack of a glyph say, it refuses, and the refusal is told in a reader's words.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from generator.errors import PrintError, TemplateError
from generator.resources import template_root

TEMPLATE = "briefing.typ"
FONTS = "fonts"
"""Beside a desk's template: fonts for writing systems that ours lack."""

STANDARDS = ["ua-1", "a-2a"]
"""PDF/UA-1 (ISO 14289-1) for readers who listen; PDF/A-2a (ISO 19005-2) for archives."""
UNTAGGED = ["a-2b"]

_LACKING = re.compile(r'the (?:text|PDF contains the codepoint) `"(.+?)"`', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
_INTERNAL = re.compile(r"internal error|report this as a bug|tags weren't properly closed")


class Printed(msgspec.Struct, frozen=True):
    """One PDF."""

    content: bytes
    tagged: bool
    """False only where the typesetter failed on the tags (typst/typst#8776)."""


class Press:
    """The typesetter with its fonts loaded once, for all briefings of a run."""

    def __init__(self, folder: Path) -> None:
        """Take a desk's template and fonts where it has some, else those of the program.

        Args:
            folder: The desk's own print templates; it need not exist.

        Raises:
            PrintError: If typst is not installed.
        """
        if not can_print():
            raise PrintError(
                "PDF needs the package typst, which is not installed; "
                "install it with: pip install 'briefing-generator[pdf]'"
            )
        import typst  # noqa: PLC0415 - 80 MB that only a desk which prints has

        own = folder / TEMPLATE
        self.template = own if own.is_file() else template_root() / "print" / TEMPLATE
        fonts = folder / FONTS
        self._fonts = _files(fonts)
        self._error: type[Exception] = typst.TypstError
        self._compiler: Any = typst.Compiler(
            root=str(self.template.parent),
            font_paths=typst.Fonts(
                include_system_fonts=False, font_paths=[str(fonts)] if self._fonts else []
            ),
        )

    def parts(self) -> Iterator[str | bytes]:
        """Yield all that decides what a sheet becomes, besides itself: for the key of a cache."""
        yield version("typst")
        for file in (*_files(self.template.parent), *self._fonts):
            yield file.name
            yield file.read_bytes()

    def print(self, sheet: bytes) -> Printed:
        """Set one sheet.

        Args:
            sheet: As JSON.

        Raises:
            PrintError: If no font has one of its characters; the message names it and where
                it stands.
            TemplateError: If the template is wrong.
        """
        try:
            return Printed(self._set(sheet, STANDARDS, tagged=True), tagged=True)
        except self._error as error:
            reason, line = str(error), _line_of(error, self.template.name)
        if _INTERNAL.search(reason):
            return Printed(self._set(sheet, UNTAGGED, tagged=False), tagged=False)
        lacking = _LACKING.search(reason)
        if lacking is None:
            raise TemplateError(f"{self.template.parent.name}/{self.template.name}{line}: {reason}")
        signs = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), lacking[1])
        raise PrintError(_without_glyph(signs, msgspec.json.decode(sheet)))

    def _set(self, sheet: bytes, standards: list[str], *, tagged: bool) -> bytes:
        made = self._compiler.compile(
            str(self.template),
            format="pdf",
            sys_inputs={"sheet": sheet.decode()},
            pdf_standards=standards,
            pdf_tags=tagged,
        )
        return bytes(made)


def _line_of(error: Exception, template: str) -> str:
    """Return ", line N" where the typesetter says in which line of the template it stopped."""
    found = re.search(rf"{re.escape(template)}:(\d+):", str(getattr(error, "diagnostic", "")))
    return f", line {found[1]}" if found else ""


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(one for one in folder.rglob("*") if one.is_file()))


def can_print() -> bool:
    """Return whether the typesetter is installed."""
    return importlib.util.find_spec("typst") is not None


def _without_glyph(signs: str, sheet: object) -> str:
    where = next(_places(sheet, signs[:1]), "its text")
    code = f"U+{ord(signs[0]):04X}"
    shown = f"{signs[0]!r}, {code}" if signs[0].isprintable() else code
    return (
        f"no font has the character {shown}, which stands in {where}; "
        f"put a font that has it into templates/print/{FONTS}/"
    )


_SECTIONS = {
    "lead": "the bottom line",
    "claims": "key claim",
    "voices": "speaker",
    "figures": "row {} of the figures",
    "differ": "what sources differ on,",
    "gaps": "what is not known,",
    "sources": "source",
    "desk": "the name of the desk",
    "description": "the bottom line",
    "handling": "the line at the foot",
}
"""What a reader calls a part of the sheet."""


def _places(value: object, sign: str, path: str = "") -> Iterator[str]:
    """Yield where in a sheet a character stands, in words: ``speaker 2, name``."""
    if isinstance(value, str):
        if sign in value:
            yield path
    elif isinstance(value, dict):
        for key, one in value.items():
            name = key if path else _SECTIONS.get(key, f"the {key}")
            # what a piece of a sentence is called tells a reader nothing
            quiet = path and key in {"pieces", "text", "by", "quotation", "parts"}
            yield from _places(one, sign, path if quiet else f"{path}, {name}" if path else name)
    elif isinstance(value, list):
        for number, one in enumerate(value, 1):
            named = isinstance(one, dict) and "mark" not in one and "open" not in one
            place = path.format(number) if "{}" in path else f"{path} {number}"
            yield from _places(one, sign, place if named else path)
