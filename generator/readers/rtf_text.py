"""RTF tokens on their way into a flow: which are text, and whose.

Most of a file is settings. A group that begins with ``*`` may be left out by a
program that does not know it; of those only the ones in ``ENTERED`` hold text.
"""

from __future__ import annotations

import re

import msgspec

from generator.errors import UnreadableError
from generator.readers.flow import BREAK, CELL, Flow, Paragraph
from generator.readers.paragraph_styles import heading_hint, style_hint
from generator.readers.rtf_fonts import FontTable, letters
from generator.readers.rtf_tokens import Token, tokens
from generator.resources import word_list

LEFT_OUT = frozenset(word_list("readers", "rtf_destinations"))

TABLES = frozenset({"fonttbl", "stylesheet", "info"})
"""Groups of settings that are read and are no text."""

PROPERTIES = frozenset({"title", "author"})
RANGES = frozenset({"atnauthor", "atnref", "atrfstart", "atrfend"})

HEADERS = frozenset({"header", "headerl", "headerr", "headerf"})
FOOTERS = frozenset({"footer", "footerl", "footerr", "footerf"})
APART = frozenset({"footnote", "annotation", "shptxt", "dptxbxtext"}) | HEADERS | FOOTERS
"""Texts that stand inside another one."""

ENTERED = APART | TABLES | RANGES | {"shpinst", "shppict", "fldrslt", "background"}

SIGNS = {
    "tab": CELL, "line": BREAK, "lbr": BREAK, "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "enspace": " ",
    "emspace": " ", "qmspace": " ", "~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}",
    "\t": CELL, "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
ENDS = frozenset({"par", "sect", "page", "column", "nestcell", "\n", "\r"})

MAX_DEPTH = 1000
"""Groups within groups; no program writes more than a few dozen."""

_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


class _Group(msgspec.Struct):
    """What holds inside one pair of braces; it never leaves the walk."""

    role: str = "text"
    """``text``, ``skip``, or the name of the settings that it holds."""
    entered: bool = False
    """Whether its end ends a text within the text."""
    star: bool = False
    fallback: int = 1
    """How many characters for older programs follow one Unicode character."""
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    style: int = 0
    level: int | None = None
    listed: bool = False
    in_table: bool = False


class Walk:
    """One file on its way into a flow; what is seen on the way is kept."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.notes: list[Paragraph] = []
        self.furniture: list[Paragraph] = []
        self.comments: list[tuple[str, str, list[Paragraph]]] = []
        """Key, author and paragraphs of each."""
        self.properties = dict.fromkeys(PROPERTIES, "")
        self.seen: set[str] = set()
        self._groups = [_Group()]
        self._fonts = FontTable()
        self._styles: dict[int, str] = {}
        self._number = 0
        """Of the font or style whose settings are being read."""
        self._recorded = ""
        self._bytes = bytearray()
        self._due = 0
        """How many characters for older programs are still to be left out."""
        self._author = ""
        self._rows = [""]
        """For each text within another: ``row`` or ``cell`` where a table is open."""
        self._row_announced = False

    def paragraphs(self, data: bytes) -> list[Paragraph]:
        """Return the paragraphs of a file, in order.

        Raises:
            UnreadableError: If its groups are nested too deeply.
        """
        for token in tokens(data):
            self._take(token)
            if len(self._groups) < 2 and token.kind == "close":
                break
        else:
            self.seen.add("cut")
        self._flush()
        while len(self._groups) > 1:
            self._close()
        self._close_row()
        return self.flow.result()

    def _take(self, token: Token) -> None:
        if token.kind in {"byte", "text"}:
            raw = bytes.fromhex(token.value) if token.kind == "byte" else token.value.encode("l1")
            skipped = min(self._due, len(raw))
            self._due -= skipped
            self._bytes += raw[skipped:]
            return
        if token.kind == "word" and self._due and token.value in SIGNS:
            self._due -= 1
            return
        self._due = 0
        self._flush()
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        else:
            self._word(self._groups[-1], token.value, token.number)

    def _open(self) -> None:
        if len(self._groups) > MAX_DEPTH:
            raise UnreadableError("its groups are nested too deeply")
        self._groups.append(msgspec.structs.replace(self._groups[-1], entered=False, star=False))

    def _close(self) -> None:
        if len(self._groups) < 2:
            return
        group = self._groups.pop()
        recorded = self._recorded.strip()
        if group.role in PROPERTIES | RANGES:
            self._recorded = ""
            self._record(group.role, recorded)
        elif group.role == "stylesheet" and recorded:
            self._styles[self._number] = style_hint([recorded.rstrip(";").strip()])
            self._recorded, self._number = "", 0
        if group.entered:
            self._leave()

    def _record(self, role: str, words: str) -> None:
        if role in PROPERTIES:
            self.properties[role] = words
        elif role == "atnauthor":
            self._author = words
        elif role == "atrfstart":
            self.flow.mark(words)
        elif role == "atrfend":
            self.flow.unmark(words)
        elif self.comments:
            _, author, sink = self.comments[-1]
            self.comments[-1] = (words, author, sink)

    def _word(self, group: _Group, word: str, number: int | None) -> None:
        if group.role == "skip":
            return
        if word == "*":
            group.star = True
            return
        if self._is_destination(group, word):
            return
        if group.role == "text":
            self._text_word(group, word, number)
        elif group.role == "fonttbl":
            self._fonts.take(word, number)
        elif group.role == "stylesheet" and word == "s":
            self._number = number or 0
        self._setting(group, word, number)

    def _is_destination(self, group: _Group, word: str) -> bool:
        """Return whether a word says what its group is, after having acted on it."""
        star, group.star = group.star, False
        if word in TABLES or word in RANGES or (word in PROPERTIES and group.role == "info"):
            group.role = word
            self._recorded = ""
        elif word in APART and group.role == "text":
            self._enter(group, word)
        elif word in LEFT_OUT or (star and word not in ENTERED):
            group.role = "skip"
            if word in {"listtext", "pntext"} and len(self._groups) > 1:
                self._groups[-2].listed = True
        else:
            return False
        return True

    def _text_word(self, group: _Group, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._write(chr(number & 0xFFFF))
            self._due = group.fallback
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word in ENDS:
            self.flow.end()
        elif word == "cell":
            self._open_cell()
            self.flow.leave()
            self._rows[-1] = "row"
        elif word == "row":
            self._row_announced = False
            self._close_row()
        elif word == "trowd":
            self._row_announced = True
        elif word == "object":
            self.seen.add("embedded")
        else:
            _format(group, word, number)

    def _setting(self, group: _Group, word: str, number: int | None) -> None:
        if word == "uc":
            group.fallback = min(max(number or 0, 0), 10)
        elif word == "f" and group.role != "fonttbl":
            group.font = number
        else:
            self._fonts.page(word, number)

    def _flush(self) -> None:
        """Decode the bytes gathered so far; letters of two bytes may come as byte and text."""
        if self._bytes:
            words, sound = letters(bytes(self._bytes), self._fonts.codec(self._groups[-1].font))
            self._bytes.clear()
            if not sound:
                self.seen.add("letters")
            self._write(words)

    def _write(self, words: str) -> None:
        group = self._groups[-1]
        if group.role in {"skip", "fonttbl", "info"} or not words:
            return
        if group.role != "text":
            self._recorded += words
        elif group.deleted or group.hidden:
            self.seen.add("changes" if group.deleted else "hidden")
        else:
            if group.in_table or self._row_announced:
                self._open_cell()
            elif self._rows[-1]:
                self._close_row()
            self.flow.begin(self._hint(group))
            self.flow.write(words)

    def _hint(self, group: _Group) -> str:
        if group.level is not None and group.level < 9:
            named = self._styles.get(group.style, "")
            return named if named == "title" else heading_hint(group.level + 1)
        return self._styles.get(group.style, "") or ("li" if group.listed else "")

    def _enter(self, group: _Group, word: str) -> None:
        sink: list[Paragraph] | None = None
        if word == "footnote":
            sink = self.notes
        elif word == "annotation":
            sink = []
            self.comments.append((f"comment {len(self.comments)}", self._author, sink))
            self._author = ""
        elif word in HEADERS | FOOTERS:
            sink = self.furniture
        group.entered = True
        _format(group, "pard", None)
        self._rows.append("")
        self.flow.enter(sink)

    def _leave(self) -> None:
        self._close_row()
        self._rows.pop()
        self.flow.leave()

    def _open_cell(self) -> None:
        if not self._rows[-1]:
            self.flow.end()
            self.flow.open_row()
        if self._rows[-1] != "cell":
            self.flow.open_cell()
        self._rows[-1] = "cell"

    def _close_row(self) -> None:
        if self._rows[-1] == "cell":
            self.flow.leave()
        if self._rows[-1]:
            self.flow.close_row()
        self._rows[-1] = ""


def _format(group: _Group, word: str, number: int | None) -> None:
    """Set what a word says of the letters or of the paragraph."""
    if word == "pard":
        group.style, group.level = 0, None
        group.listed = group.in_table = False
    elif word == "plain":
        group.hidden = group.deleted = False
        group.font = None
    elif word == "v":
        group.hidden = number != 0
    elif word == "deleted":
        group.deleted = number != 0
    elif word == "s":
        group.style = number or 0
    elif word == "outlinelevel":
        group.level = number or 0
    elif word == "ls":
        group.listed = number != 0
    elif word == "intbl":
        group.in_table = True


def joined(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph whose characters beyond the first plane are whole again."""
    if not _LONE.search(paragraph.text):
        return paragraph
    text = _SURROGATES.sub(_pair, paragraph.text)
    # The places of comments would shift by one for each pair: better none than wrong ones.
    return msgspec.structs.replace(paragraph, text=_LONE.sub("\ufffd", text), marks=())


def _pair(match: re.Match[str]) -> str:
    return match[0].encode("utf-16", "surrogatepass").decode("utf-16")
