"""How well figures are found and read, beside quantulum3 on the same text.

Both get the text of a desk whose gold lists its figures. A figure is found where its span shares a
character with one of the gold; its value is right where it equals the gold's in base units, or
where both ends of a range do; it is counted over all that the gold asks for. quantulum3 is no
requirement of this project and is installed for this alone::

    python3 -m venv .bench
    .bench/bin/python -m pip install quantulum3
    briefing annotate DESK/documents/* > annotations.jsonl
    .bench/bin/python bench/figures.py DESK annotations.jsonl

``DESK`` is a folder with ``gold.json`` beside ``documents/``. Without quantulum3 only our own row
is printed. Units are left out of the comparison: the two programs name them differently.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

Found = tuple[int, int, tuple[float, ...]]
"""Start, end, and the value or the two ends."""

KINDS = frozenset(["body", "key_point", "origin_headline", "editor_comment"])
"""Kinds of block whose numbers the gold lists; the peer is given no others."""

NEAR = 1e-6


def main() -> None:
    """Print one row a program: figures found, missed and invented, and values that are right."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("desk", type=Path, help="folder with gold.json and documents/")
    parser.add_argument(
        "annotations", type=Path, help="output of: briefing annotate DESK/documents/*"
    )
    options = parser.parse_args()
    gold = json.loads((options.desk / "gold.json").read_text("utf-8"))
    lines = options.annotations.read_text("utf-8").splitlines()
    records = {Path(row["source"]["path"]).name: row for row in map(json.loads, lines)}
    programs = {"briefing": ours}
    try:
        from quantulum3 import parser as peer  # type: ignore[import-not-found]  # noqa: PLC0415
    except ImportError:
        print("quantulum3 is not installed: its row is left out.", file=sys.stderr)
    else:
        programs["quantulum3"] = lambda record: theirs(record, peer)
    row = "{:<12} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7}"
    print(row.format("program", "P", "R", "F1", "given", "asked", "value"))
    for name, program in programs.items():
        hit = given = asked = right = 0
        for document in gold["documents"]:
            record = records[document["file"]]
            found = program(record)
            wanted, free = _gold(record["text"], document)
            pairs = _pairs(wanted, found)
            hit += len(pairs)
            asked += len(wanted)
            given += len([one for one in found if not _touches(one, free)])
            right += sum(any(_same(two[2], value) for value in values) for two, values in pairs)
        p, r = hit / max(given, 1), hit / max(asked, 1)
        f1 = 2 * p * r / max(p + r, NEAR)
        print(
            row.format(
                name,
                f"{p:.3f}",
                f"{r:.3f}",
                f"{f1:.3f}",
                given,
                asked,
                f"{right / max(asked, 1):.3f}",
            )
        )


def ours(record: dict[str, Any]) -> list[Found]:
    """Return the figures of an annotation."""
    return [
        (
            *figure["span"],
            (figure["low"], figure["high"]) if figure["value"] is None else (figure["value"],),
        )
        for figure in record["figures"]
    ]


def theirs(record: dict[str, Any], peer: Any) -> list[Found]:
    """Return what the peer finds in the same blocks, a scale of a currency or percent kept."""
    found: list[Found] = []
    for block in record["blocks"]:
        if block["kind"] not in KINDS:
            continue
        start, end = block["span"]
        for quantity in peer.parse(record["text"][start:end]):
            low, high = quantity.span
            values: tuple[float, ...] = (quantity.value,)
            if quantity.uncertainty:
                values = (
                    quantity.value - quantity.uncertainty,
                    quantity.value + quantity.uncertainty,
                )
            found.append((start + low, start + high, values))
    return found


def _gold(
    text: str, document: dict[str, Any]
) -> tuple[list[tuple[int, int, list[tuple[float, ...]]]], list[Found]]:
    """Return the figures that are asked for, and those that count neither way."""
    wanted: list[tuple[int, int, list[tuple[float, ...]]]] = []
    free: list[Found] = []
    for figure in document["figures"]:
        values: list[tuple[float, ...]] = [
            (figure["low"], figure["high"]) if figure.get("value") is None else (figure["value"],)
        ]
        values += [(v,) for v in figure.get("value_ok", ()) if isinstance(v, int | float)]
        for index, span in enumerate([figure["text"], *figure.get("repeats", ())]):
            place = _place(text, span)
            if place is None:
                continue
            if index or figure.get("optional"):
                free.append((*place, ()))
            else:
                wanted.append((*place, values))
    return wanted, free


def _place(text: str, span: Any) -> tuple[int, int] | None:
    """Return where the words of a gold span stand; None where they do not."""
    span = {"text": span} if isinstance(span, str) else span
    if "start" in span:
        return span["start"], span["end"]
    within, shift = text, 0
    if "in" in span:
        outer = _nth(text, span["in"], span.get("in_nth", 1))
        if outer is None:
            return None
        within, shift = text[outer[0] : outer[1]], outer[0]
    found = _nth(within, span["text"], span.get("nth", 1))
    return (found[0] + shift, found[1] + shift) if found else None


def _nth(text: str, words: str, nth: int) -> tuple[int, int] | None:
    pattern = r"\s+".join(map(re.escape, words.split()))
    ends = (r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else "")
    found = [m.span() for m in re.finditer(ends[0] + pattern + ends[1], text)]
    return found[nth - 1] if len(found) >= nth else None


def _pairs(
    wanted: list[tuple[int, int, list[tuple[float, ...]]]], found: list[Found]
) -> list[tuple[Found, list[tuple[float, ...]]]]:
    """Pair each figure of the gold with the first found one that shares a character with it."""
    pairs, used = [], set()
    for start, end, values in wanted:
        for index, one in enumerate(found):
            if index not in used and one[0] < end and start < one[1]:
                used.add(index)
                pairs.append((one, values))
                break
    return pairs


def _touches(one: Found, spans: list[Found]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in spans)


def _same(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return len(one) == len(two) and all(
        abs(a - b) <= NEAR * max(1.0, abs(b)) for a, b in zip(one, two, strict=True)
    )


if __name__ == "__main__":
    main()
