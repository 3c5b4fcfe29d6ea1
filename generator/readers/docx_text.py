"""The paragraphs of a Word part: what is shown with all changes accepted.

Names are taken without their namespace, since Word writes two families of them.
The walk does not recurse.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from generator.readers.flow import BREAK, CELL, Flow, Paragraph
from generator.readers.paragraph_styles import chain, heading_hint, style_hint
from generator.readers.xml_parts import attribute, child, local

UNSEEN = frozenset(
    {
        "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr", "tblPrEx", "sdtEndPr",
        "instrText", "delInstrText", "delText", "rt", "rubyPr", "numPicBullet", "fldData",
        "posOffset", "pctWidth", "pctHeight", "ffData",
    }
)  # fmt: skip
"""Settings, field codes and readings above characters."""

DELETED = frozenset({"del", "moveFrom"})
CHANGED = frozenset({"ins", "moveTo"})

SIGNS = {"tab": CELL, "ptab": CELL, "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
"""Elements that stand for a character."""

PRIVATE = range(0xF000, 0xF100)
"""Signs of a symbol font; they are pictures and no letters."""

NOTES = frozenset({"footnoteReference", "endnoteReference"})


class Styles:
    """The hint of each paragraph style of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        leans_on: dict[str, str] = {}
        names: dict[str, str] = {}
        levels: dict[str, str] = {}
        numbered: set[str] = set()
        for style in root if root is not None else ():
            key = attribute(style, "styleId") if local(style) == "style" else None
            if key is None:
                continue
            names[key] = _value(child(style, "name")) or key
            leans_on[key] = _value(child(style, "basedOn")) or ""
            levels[key] = _value(child(style, "pPr", "outlineLvl")) or ""
            if child(style, "pPr", "numPr") is not None:
                numbered.add(key)
        self._hints = {key: _named(key, leans_on, names, levels, numbered) for key in names}

    def hint(self, properties: etree._Element | None) -> str:
        """Return what a paragraph is, by its own settings and by its style."""
        level = _value(child(properties, "outlineLvl"))
        if level and level.isdecimal() and int(level) < 9:
            return heading_hint(int(level) + 1)
        key = _value(child(properties, "pStyle")) or ""
        named = self._hints.get(key, style_hint([key]))
        numbering = child(properties, "numPr")
        listed = numbering is not None and _value(child(numbering, "numId")) != "0"
        return "li" if listed and named in {"", "p"} else named


def _named(
    key: str,
    leans_on: dict[str, str],
    names: dict[str, str],
    levels: dict[str, str],
    numbered: set[str],
) -> str:
    steps = chain(key, leans_on)
    hint = style_hint(names.get(step, step) for step in steps)
    level = next((levels[s] for s in steps if levels.get(s)), "")
    if not hint and level.isdecimal() and int(level) < 9:
        return heading_hint(int(level) + 1)
    return hint or ("li" if numbered.intersection(steps) else "")


class Walk:
    """One part on its way into a flow; what is seen on the way is kept for the notices."""

    def __init__(self, styles: Styles) -> None:
        self.flow = Flow()
        self.notes: list[tuple[str, str]] = []
        """``footnote`` or ``endnote`` and the number of each, in the order of the references."""
        self.seen: set[str] = set()
        """Of ``changes``, ``hidden``, ``chunk``."""
        self._styles = styles
        self._skipped: etree._Element | None = None
        self._tables = 0

    def paragraphs(self, root: etree._Element) -> list[Paragraph]:
        """Return the paragraphs under an element, in order."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if self._skipped is not None:
                if event == "end" and element is self._skipped:
                    self._skipped = None
            elif event == "start":
                self._start(element, local(element))
            else:
                self._end(element, local(element))
        return self.flow.result()

    def _start(self, element: etree._Element, name: str) -> None:
        if self._is_left_out(element, name):
            self._skipped = element
        elif name == "t":
            self.flow.write(" ".join((element.text or "").replace("\t", " ").split("\n")))
        elif name in SIGNS:
            self.flow.write(SIGNS[name])
        elif name == "p":
            hint = self._styles.hint(child(element, "pPr"))
            self.flow.begin(hint, main=False if hint in {"nav", "header", "footer"} else None)
        elif name in NOTES:
            self.notes.append((name.removesuffix("Reference"), attribute(element, "id") or ""))
        elif name in STARTS:
            STARTS[name](self.flow, element)
        elif name in CHANGED:
            self.seen.add("changes")
        elif name == "altChunk":
            self.seen.add("chunk")

    def _end(self, element: etree._Element, name: str) -> None:
        if name == "p":
            mark = child(element, "pPr", "rPr", "del")
            if mark is None:
                self.flow.end()
            else:
                self.seen.add("changes")
        elif name in ENDS:
            ENDS[name](self.flow)

    def _is_left_out(self, element: etree._Element, name: str) -> bool:
        if name in UNSEEN or not name:
            return True
        if name in DELETED:
            self.seen.add("changes")
            return True
        if name == "r" and _is_on(child(element, "rPr", "vanish")):
            self.seen.add("hidden")
            return True
        if name == "sdtContent":
            return _is_on(child(_first_of(element), "showingPlcHdr"))
        # A drawing is written twice, for programs that know the newer way and for others.
        before = element.getprevious() if name == "Fallback" else None
        return before is not None and local(before) == "Choice"


def _first_of(element: etree._Element) -> etree._Element | None:
    """Return the first element beside this one: the settings of a content control."""
    parent = element.getparent()
    return parent[0] if parent is not None else None


def _sign(flow: Flow, element: etree._Element) -> None:
    code = attribute(element, "char") or ""
    try:
        number = int(code, 16)
    except ValueError:
        return
    if number not in PRIVATE and 0x20 <= number < 0xD800:
        flow.write(chr(number))


STARTS: dict[str, Callable[[Flow, etree._Element], None]] = {
    "tr": lambda flow, _: flow.open_row(),
    "tc": lambda flow, _: flow.open_cell(),
    "txbxContent": lambda flow, _: flow.enter(),
    "commentRangeStart": lambda flow, e: flow.mark(attribute(e, "id") or ""),
    "commentRangeEnd": lambda flow, e: flow.unmark(attribute(e, "id") or ""),
    "sym": _sign,
}
"""What an element does to the flow where it begins."""

ENDS: dict[str, Callable[[Flow], None]] = {
    "tr": Flow.close_row,
    "tc": Flow.leave,
    "txbxContent": Flow.leave,
}


def _value(element: etree._Element | None) -> str | None:
    return attribute(element, "val") if element is not None else None


def _is_on(element: etree._Element | None) -> bool:
    """Return whether a switch is set; one without a value is."""
    return element is not None and _value(element) not in {"0", "false", "off"}
