"""How the bytes of an RTF file become letters: by code page of the file and of each font."""

from __future__ import annotations

import codecs

CHARSETS = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5",
    83: "mac_greek", 85: "mac_greek", 86: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""By the number of a font's character set; 1 and 2 stand for the file's own and for symbols."""

SYMBOLS = "symbols"
SYMBOL_SET = 2
FILE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
NAMED = {10000: "mac_roman", 65001: "utf-8", 708: "iso8859_6", 936: "gbk", 950: "big5"}


class FontTable:
    """The code page of the file and those of its fonts, as they are declared."""

    def __init__(self) -> None:
        self._file = FILE_PAGES["ansi"]
        self._fonts: dict[int, str] = {}
        self._default: int | None = None
        self._number = 0

    def take(self, word: str, number: int | None) -> None:
        """Read one word of the table of fonts."""
        if word == "f":
            self._number = number or 0
        elif word == "fcharset" and number == SYMBOL_SET:
            self._fonts[self._number] = SYMBOLS
        elif word == "fcharset" and number in CHARSETS:
            self._fonts.setdefault(self._number, CHARSETS[number])
        elif word == "cpg" and (codec := codec_of(number)):
            self._fonts[self._number] = codec

    def page(self, word: str, number: int | None) -> None:
        """Read a word that may say what holds for the whole file."""
        if word == "deff":
            self._default = number
        elif word == "ansicpg" and (codec := codec_of(number)):
            self._file = codec
        elif word in FILE_PAGES and word != "ansi":
            self._file = FILE_PAGES[word]

    def codec(self, font: int | None) -> str:
        """Return the codec for words set in a font; None stands for the default font."""
        number = self._default if font is None else font
        return self._fonts.get(number, self._file) if number is not None else self._file


def codec_of(number: int | None) -> str | None:
    """Return the codec of a code page's number; None if there is none."""
    name = NAMED.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def letters(data: bytes, codec: str) -> tuple[str, bool]:
    """Return the letters of some bytes and whether all of them were letters there.

    The upper signs of a symbol font are pictures and give no letters.
    """
    if codec == SYMBOLS:
        return data.decode("ascii", "ignore"), True
    try:
        return data.decode(codec), True
    except UnicodeDecodeError:
        return data.decode(codec, "replace"), False
