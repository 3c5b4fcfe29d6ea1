from __future__ import annotations

import codecs

import pytest

from generator.readers.encoding import decode, looks_western, wide_encoding

WORDS = "Café owner Ana Ruiz said: “We reopen at noon.”"

# fmt: off
CASES = {
    # what it shows: (bytes, declared, text, codes of notices)
    "utf-8": (WORDS.encode(), None, WORDS, []),
    "utf-8 with mark": (codecs.BOM_UTF8 + WORDS.encode(), None, WORDS, []),
    "utf-16 le with mark": (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), None, WORDS, []),
    "utf-16 be with mark": (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), None, WORDS, []),
    "utf-32 with mark": (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), None, WORDS, []),
    "utf-16 le, no mark": (WORDS.encode("utf-16-le"), None, WORDS, ["encoding-guessed"]),
    "utf-16 be, no mark": (WORDS.encode("utf-16-be"), None, WORDS, ["encoding-guessed"]),
    "windows-1252": (WORDS.encode("cp1252"), None, WORDS, ["encoding-guessed"]),
    "declared": ("Łódź reopens".encode("cp1250"), "windows-1250", "Łódź reopens", []),
    "latin-1 means windows-1252": ("“yes”".encode("cp1252"), "iso-8859-1", "“yes”", []),
    "declared, but utf-8 fits": (WORDS.encode(), "iso-8859-1", WORDS, []),
    "declared nonsense": (WORDS.encode("cp1252"), "x-none", WORDS, ["encoding-guessed"]),
    "declared no text codec": (WORDS.encode("cp1252"), "base64", WORDS, ["encoding-guessed"]),
    "lines in two encodings": (
        b"\r\n".join([WORDS.encode(), "“No,” said Renée.".encode("cp1252"), WORDS.encode()]),
        None,
        f"{WORDS}\r\n“No,” said Renée.\r\n{WORDS}",
        ["encoding-guessed"],
    ),
    "the same after a mark": (
        codecs.BOM_UTF8 + WORDS.encode() + b"\n" + "café".encode("cp1252") + b" closes",
        None,
        f"{WORDS}\ncafé closes",
        ["encoding-guessed"],
    ),
    "both in one line": (
        ("“Yes,” she said. " * 4).encode() + b"caf\xe9 reopens",
        None,
        "“Yes,” she said. " * 4 + "caf\ufffd reopens",
        ["encoding-damaged"],
    ),
    "windows-1252, hardly a word": (
        "“Yes” — café".encode("cp1252"),
        None,
        "“Yes” — café",
        ["encoding-guessed"],
    ),
    "windows-1252 in which a pair fits utf-8": (
        "CAFÉ” and “yes”".encode("cp1252"),
        None,
        "CAFÉ” and “yes”",
        ["encoding-guessed"],
    ),
    "a form feed": (b"one\x0ctwo \xe2\x80\x94 three", None, "one\x0ctwo — three", []),
    "japanese mail": ("港は閉鎖".encode("iso-2022-jp"), "ISO-2022-JP", "港は閉鎖", []),
    "declared japanese, but plain": (b"plain words", "iso-2022-jp", "plain words", []),
    "line ends are kept": (b"one\r\ntwo\rthree\n", None, "one\r\ntwo\rthree\n", []),
    "empty": (b"", None, "", []),
}
# fmt: on


@pytest.mark.parametrize(("data", "declared", "text", "codes"), CASES.values(), ids=CASES)
def test_decode(data, declared, text, codes):
    """Text comes out as it was written, and a guess says that it is one."""
    found, notices = decode(data, declared)
    assert found == text
    assert [notice.code for notice in notices] == codes


def test_another_script_is_left_to_the_detector():
    """A text that is mostly high bytes is no Western text."""
    words = "Совет города решил закрыть мост на ремонт до конца сентября. " * 8
    found, notices = decode(words.encode("cp1251"))
    assert found == words
    assert [notice.code for notice in notices] == ["encoding-guessed"]


def test_every_byte_has_a_character():
    """Bytes that Windows-1252 leaves open are not lost either."""
    data = b"It reads \x93so\x94 and \x9d then \x81 on."
    found, notices = decode(data)
    assert len(found) == len(data)
    assert [notice.code for notice in notices] == ["encoding-guessed"]


def test_a_text_without_nul_is_not_wide():
    """Plain ASCII is no UTF-16."""
    assert wide_encoding(b"plain words") is None
    assert looks_western(b"plain words")


def test_a_cut_off_file_is_still_utf8():
    """A download that ends inside a character loses that one and no other."""
    whole = "“We will pay €3 million,” said Renée Caldow. “Not a cent more,” she said at the café."
    text, notices = decode(whole.encode() + "é".encode()[:1])
    assert text == whole + "\ufffd"
    assert [one.code for one in notices] == ["encoding-damaged"]
