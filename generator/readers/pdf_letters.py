"""What stands on a PDF page: runs of letters with their places, out of pdfium.

The only file beside ``pdf`` that speaks with pdfium; everything after it works on
plain values. Nothing is drawn, no link followed, no script run.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

WIDE = 1.0
"""A gap of so many letter heights ends a piece: it may be the gutter between two columns."""

BACK = 1.1
"""Letters may overlap by so much, as parts of a ligature do; a larger step is another line."""

HIGH = 0.18
"""A digit that begins so far above its line, in heights of letters, is a raised one."""

LINE_END_HYPHEN = 0x02
"""What pdfium gives for a hyphen that ends a line."""

PICTURE, FORM = 3, 5
"""Numbers of pdfium for kinds of objects."""

MAX_OBJECTS = 20_000
"""More objects of one page are not looked through for pictures."""


class Piece(msgspec.Struct, frozen=True):
    """Letters of one line with no wide gap between them."""

    text: str
    left: float
    right: float
    base: float
    """Height of the line that the letters stand on; grows upwards."""
    size: float
    """Height of the letters in points, as most of them have it."""
    weight: int
    """400 is regular, 700 bold; -1 where the font does not say."""
    order: int
    """Place in the file."""
    marks: tuple[tuple[int, int], ...] = ()
    """Raised small letters within the text, such as the number of a note."""


class Sheet(msgspec.Struct, frozen=True):
    """One page: pieces in its reading direction, and those that are turned against it."""

    number: int
    """From 1."""
    bottom: float
    top: float
    pieces: tuple[Piece, ...]
    turned: tuple[Piece, ...]
    """Text that runs in another direction than most of the page."""
    pictures: tuple[tuple[float, float, float, float], ...]
    """Left, bottom, right and top of each."""


class _Style(msgspec.Struct, frozen=True):
    """What the letters of one text object share."""

    size: float
    weight: int
    turn: int
    """Direction of the line in degrees, rounded to a tenth of a circle's sixth."""


class _Letter(msgspec.Struct, frozen=True):
    sign: str
    left: float
    right: float
    base: float
    style: _Style
    spaced: bool
    """Whether a blank stands before it."""
    fresh: bool
    """Whether pdfium begins a line with it."""
    high: bool
    """Whether it is a digit whose shape stands well above the line."""


def read_sheet(page: Any, number: int) -> Sheet:
    """Return what stands on a page.

    Args:
        page: An open page of pypdfium2.
        number: Of the page, from 1.
    """
    text_page = page.get_textpage()
    try:
        letters = list(_letters(text_page))
    finally:
        text_page.close()
    turns = Counter(letter.style.turn for letter in letters)
    main = min(turns, key=lambda turn: (-turns[turn], turn), default=0)
    left, bottom, right, top = page.get_cropbox()
    ends = [_turned(x, y, main)[1] for x in (left, right) for y in (bottom, top)]
    return Sheet(
        number=number,
        bottom=min(ends),
        top=max(ends),
        pieces=_pieces([one for one in letters if one.style.turn == main]),
        turned=_pieces([one for one in letters if one.style.turn != main]),
        pictures=tuple(_pictures(page, main)),
    )


def _letters(text_page: Any) -> Iterator[_Letter]:
    """Yield every letter of a page in the order of the file; blanks are marks on the next one."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - only who reads a PDF pays for it

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    count, text_page = text_page.count_chars(), text_page.raw
    styles: dict[bytes, _Style] = {}
    spaced = fresh = False
    high = ""
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in {0x0A, 0x0D}:
            fresh = True
            continue
        if code in {0x09, 0x20} or (code > 0x20 and chr(code).isspace()):
            spaced = True
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        sign, high = _sign(code, high), ""
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        # The bytes of a pointer are the address: letters of one object share their style.
        key = bytes(pdfium.FPDFText_GetTextObject(text_page, index))
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(pdfium, text_page, index)
        one = _turned(box.left, box.bottom, style.turn)[0]
        two = _turned(box.right, box.top, style.turn)[0]
        base = _turned(x.value, y.value, style.turn)[1]
        if math.isfinite(one + two + base):
            above = sign.isdigit() and _is_high(pdfium, text_page, index, y.value, style)
            yield _Letter(sign, min(one, two), max(one, two), base, style, spaced, fresh, above)
            spaced = fresh = False


def _style(pdfium: Any, text_page: Any, index: int) -> _Style:
    """Return size, weight and direction of a letter; its font's size counts as it is drawn."""
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(text_page, index)
    turn = 0
    if pdfium.FPDFText_GetMatrix(text_page, index, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 6) * 6 % 360
    size = size if math.isfinite(size) and 0.5 <= size <= 2000 else 10.0
    return _Style(round(size, 1), pdfium.FPDFText_GetFontWeight(text_page, index), turn)


def _is_high(pdfium: Any, text_page: Any, index: int, base: float, style: _Style) -> bool:
    """Return whether a digit is one of those that a font itself draws small and raised."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if style.turn or not pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
        return False
    return top.value > bottom.value and bottom.value - base >= HIGH * style.size


def _sign(code: int, high: str) -> str:
    """Return what a code of pdfium stands for; U+FFFD where the font names no letter."""
    if high and 0xDC00 <= code < 0xE000:
        return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16")
    if code in {LINE_END_HYPHEN, 0xFFFE}:
        return "-"
    if code > 0x10FFFF or unicodedata.category(chr(code)) in {"Cc", "Cs", "Cn", "Co"}:
        return "\ufffd"
    return chr(code)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return a point as seen with the page turned so that text of that direction is level."""
    if turn == 0:
        return x, y
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return x * cosine + y * sine, y * cosine - x * sine


def _pieces(letters: list[_Letter]) -> tuple[Piece, ...]:
    """Cut letters, in the order of the file, into pieces of one line each."""
    found: list[Piece] = []
    run: list[_Letter] = []
    for letter in letters:
        if run and not _goes_on(run[-1], letter):
            found.append(_piece(run, len(found)))
            run = []
        run.append(letter)
    if run:
        found.append(_piece(run, len(found)))
    return tuple(found)


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    """Return whether a letter follows another on its line; raised and lowered ones do."""
    size = max(last.style.size, letter.style.size)
    step = letter.left - last.right
    return (
        not letter.fresh
        and letter.style.turn == last.style.turn
        and abs(letter.base - last.base) <= 0.5 * size
        and -BACK * size <= step <= WIDE * min(last.style.size, letter.style.size)
    )


def _piece(run: list[_Letter], order: int) -> Piece:
    shapes = Counter((one.base, one.style.size, one.style.weight) for one in run)
    # Of two shapes as common the lower line is that of the words, the other a raised mark.
    base, size, weight = min(shapes, key=lambda shape: (-shapes[shape], shape))
    raised = [one.high or is_raised(one.base, one.style.size, base, size) for one in run]
    text = ""
    marks: list[tuple[int, int]] = []
    for index, one in enumerate(run):
        # A note begins with its number, and no blank stands in the file between the two.
        after_mark = index > 0 and raised[index - 1] and not raised[index] and marks[0][0] == 0
        # Nor does one before it: 2033 with a raised 1 is two numbers and no year 20331.
        before_mark = raised[index] and one.sign.isdecimal() and text[-1:].isdecimal()
        opens = before_mark and not raised[index - 1]
        text += " " if index and (one.spaced or opens or (after_mark and len(marks) == 1)) else ""
        if raised[index] and index and raised[index - 1]:
            marks[-1] = (marks[-1][0], len(text) + len(one.sign))
        elif raised[index]:
            marks.append((len(text), len(text) + len(one.sign)))
        text += one.sign
    left, right = min(one.left for one in run), max(one.right for one in run)
    return Piece(text, left, right, base, size, weight, order, tuple(marks))


def is_raised(base: float, size: float, line: float, usual: float) -> bool:
    """Return whether letters stand above a line and are smaller than its own."""
    return size <= 0.85 * usual and line + 0.15 * usual <= base <= line + 0.8 * usual


def _pictures(page: Any, turn: int) -> Iterator[tuple[float, float, float, float]]:
    """Yield where the pictures of a page lie."""
    for count, item in enumerate(page.get_objects(max_depth=4)):
        if count >= MAX_OBJECTS:
            return
        if item.type == PICTURE:
            left, bottom, right, top = item.get_bounds()
            corners = [_turned(x, y, turn) for x in (left, right) for y in (bottom, top)]
            yield (
                min(x for x, _ in corners),
                min(y for _, y in corners),
                max(x for x, _ in corners),
                max(y for _, y in corners),
            )
