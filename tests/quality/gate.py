"""Measure the program on the evaluation folder and hold the figures against the floors.

Run by ``make gate``; the standard library is all it needs. Each set is measured by
the folder's own ``measure.py``, which is shared with everybody who looks at a
figure by hand, so that the two cannot drift apart. A floor is a number that the
measured one may not fall below, ``{"max": N}`` one that it may not rise above;
``null`` in place of the number stands for a figure that is shown and not held yet.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NOISE = 0.005
"""How far below a measured rate ``--update`` sets its floor: room for a rule that
gains in one place and loses a little in another. Counts get no room."""

AT_ONCE = 2
"""Sets measured at the same time; each starts processes of its own."""

FLOORS = Path(__file__).with_name("floors.json")

Floor = float | dict[str, float | None] | None
Floors = dict[str, dict[str, Floor]]


@dataclass(frozen=True)
class Task:
    """What one set asks of ``measure.py``, and how its answer is read."""

    arguments: tuple[str, ...]
    read: Callable[[str], Any]


@dataclass(frozen=True)
class Measured:
    """What came of one set."""

    values: dict[str, float]
    """Every number of the answer by its dotted key."""
    notes: tuple[str, ...] = ()
    """Lines for the person who reads the table."""
    seconds: float = 0.0


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    key: str
    floor: Floor
    measured: float | None
    verdict: str = field(default="")


def tasks(evals: Path, scratch: Path) -> dict[str, Task]:
    """Return every set by name; files that a measurement needs are made in ``scratch``."""
    polnear, gum = (str(evals / "quotes/dev" / f"{name}.jsonl") for name in ("polnear", "gum"))
    return {
        "polnear": Task(("quotes", polnear, "--json"), json.loads),
        "polnear-marked": Task(
            ("quotes", polnear, "--types", "direct", "mixed", "--json"), json.loads
        ),
        "polnear-speech": Task(("quotes", polnear, "--speech-only", "--json"), json.loads),
        "cleanup-full": _cleanup(evals, scratch, "full"),
        "cleanup-region": _cleanup(evals, scratch, "region"),
        "cleanup-html": _cleanup(evals, scratch, "html"),
        "contract": Task(("contract", *_contract_files(evals, scratch)), read_contract),
        "gum": Task(("quotes", gum, "--genre", "news", "--pieces", "--json"), json.loads),
        "desk": Task(("desk", str(evals / "desk"), "--json"), json.loads),
        "seeds": Task(("seeds", "--json"), json.loads),
    }


def _cleanup(evals: Path, scratch: Path, kind: str) -> Task:
    """Return the task for one kind of page; its answer comes in a file, not on standard output."""
    answer = scratch / f"cleanup-{kind}.json"
    gold = str(evals / "cleanup/dev.jsonl")
    arguments = ("cleanup", gold, "--kind", kind, "--json", str(answer))
    return Task(arguments, lambda _: json.loads(answer.read_text(encoding="utf-8")))


def _contract_files(evals: Path, scratch: Path) -> Iterator[str]:
    """Yield every document whose annotation must keep the contract, under names of its own."""
    for folder in (evals.parent / "seeds", evals / "desk/documents"):
        for file in sorted(folder.glob("*")):
            if file.suffix in {".txt", ".html", ".md", ".eml", ".docx", ".pdf"}:
                yield str(file)
    for gold in sorted((evals / "quotes/dev").glob("*.jsonl")):
        with gold.open(encoding="utf-8") as lines:
            for number, line in enumerate(line for line in lines if line.strip()):
                file = scratch / f"{gold.stem}-{number:04d}.txt"
                file.write_bytes(json.loads(line)["text"].encode())
                yield str(file)


def read_contract(output: str) -> dict[str, int]:
    """Return the counts in the last line of ``measure.py contract``.

    Raises:
        ValueError: If there is no such line.
    """
    found = re.search(r"(\d+) breaches in (\d+) documents\s*$", output)
    if found is None:
        raise ValueError("no count of breaches in the answer")
    return {"breaches": int(found[1]), "documents": int(found[2])}


def measure(task: Task, evals: Path, briefing: str) -> Measured:
    """Run one measurement.

    An exit status above zero is no failure: 3 says that a file gave no record, which
    the figures themselves show. An answer that cannot be read gives no values.
    """
    started = time.monotonic()
    run = subprocess.run(
        [sys.executable, str(evals / "measure.py"), *task.arguments],
        env={**os.environ, "BRIEFING": briefing},
        capture_output=True,
        text=True,
        check=False,
    )
    said = run.stderr.strip().splitlines()
    try:
        values = dict(flat(task.read(run.stdout)))
    except (ValueError, OSError) as error:
        return Measured({}, (f"no figures ({error})", *said[-3:]), time.monotonic() - started)
    notes = tuple(said[-3:] if run.returncode else ())
    if values.get("breaches"):
        notes += tuple(run.stdout.splitlines()[:5])
    return Measured(values, notes, time.monotonic() - started)


def flat(answer: Any, key: str = "") -> Iterator[tuple[str, float]]:
    """Yield every number of an answer by its dotted key, without the head ``scores``.

    Three numbers in a list are precision, recall and F1, as the scorers print them; of
    a list of violations each kind is counted; of any other list its length is given.
    """
    if isinstance(answer, dict):
        for name, value in answer.items():
            head = "" if key == "" and name == "scores" else f"{key}.{name}".lstrip(".")
            yield from flat(value, head)
    elif isinstance(answer, list) and len(answer) == 3 and all(map(_is_number, answer)):
        yield from zip((f"{key}.{letter}" for letter in ("P", "R", "F1")), answer, strict=True)
    elif isinstance(answer, list):
        yield f"{key}.count", len(answer)
        kinds = Counter(one["what"] for one in answer if isinstance(one, dict) and "what" in one)
        yield from ((f"{key}.{kind}", number) for kind, number in sorted(kinds.items()))
    elif _is_number(answer):
        yield key, answer


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def compare(floors: Floors, found: dict[str, Measured]) -> list[Row]:
    """Return one row for each floor of the sets that were measured."""
    rows = []
    for name in sorted(found):
        for key, floor in sorted(floors.get(name, {}).items()):
            value = _value(found[name].values, key)
            rows.append(Row(name, key, floor, value, _verdict(floor, value)))
    return rows


def _value(values: dict[str, float], key: str) -> float | None:
    """Return a figure; a kind of violation that never occurred is 0, all else absent is None."""
    listed = key.startswith("violation_list.") and "violation_list.count" in values
    return values.get(key, 0 if listed else None)


def _verdict(floor: Floor, value: float | None) -> str:
    bound = floor["max"] if isinstance(floor, dict) else floor
    if bound is None:
        return "not held"
    if value is None:
        return "BELOW"
    held = value <= bound if isinstance(floor, dict) else value >= bound
    return "ok" if held else "BELOW"


def raised(floors: Floors, rows: list[Row], *, allow_regression: bool) -> Floors:
    """Return the floors moved to what was measured, less :data:`NOISE` for a rate.

    A floor that would have to be lowered stays, unless a regression is allowed; one
    that was not measured stays in any case.
    """
    moved = {name: dict(keys) for name, keys in floors.items()}
    for row in rows:
        if row.measured is not None and (row.verdict != "BELOW" or allow_regression):
            moved[row.name][row.key] = _moved(row.floor, row.measured, row.verdict)
    return moved


def _moved(floor: Floor, measured: float, verdict: str) -> Floor:
    rate = isinstance(measured, float)
    if isinstance(floor, dict):
        ceiling = math.ceil(round((measured + NOISE) * 1000, 6)) / 1000 if rate else measured
        held = floor["max"] if verdict == "ok" else None
        return {"max": ceiling if held is None else min(held, ceiling)}
    proposed = measured
    if rate:
        proposed = max(0.0, math.floor(round((measured - NOISE) * 1000, 6)) / 1000)
    return max(floor, proposed) if floor is not None and verdict == "ok" else proposed


def report(rows: list[Row], found: dict[str, Measured]) -> str:
    """Return the table, the notes and the line that sums up."""
    cells = [("set", "key", "floor", "measured", "")]
    cells += [(r.name, r.key, _shown(r.floor), _shown(r.measured), r.verdict) for r in rows]
    wide = [max(len(row[column]) for row in cells) for column in range(5)]
    lines = ["  ".join(map(str.ljust, row, wide)).rstrip() for row in cells]
    for name, one in found.items():
        lines += [f"{name}: {note}" for note in one.notes]
    times = ", ".join(f"{name} {one.seconds:.1f} s" for name, one in sorted(found.items()))
    failed = sum(row.verdict == "BELOW" for row in rows)
    passed = sum(row.verdict == "ok" for row in rows)
    return "\n".join([*lines, f"took: {times}", f"{passed} passed, {failed} failed"])


def _shown(value: Floor) -> str:
    if isinstance(value, dict):
        return f"at most {_shown(value['max'])}"
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def measure_all(
    evals: Path, briefing: str, floors: Floors, only: list[str] | None
) -> dict[str, Measured]:
    """Measure every set that has a floor, two at a time, the long ones first."""
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(AT_ONCE) as pool:
        wanted = {n: t for n, t in tasks(evals, Path(scratch)).items() if n in (only or floors)}
        running = {n: pool.submit(measure, t, evals, briefing) for n, t in wanted.items()}
        return {name: one.result() for name, one in running.items()}


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, and return 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(description="Hold the program's figures against their floors.")
    parser.add_argument("--evals", type=Path, default=Path("../shared/evals"))
    parser.add_argument("--briefing", default=".venv/bin/briefing", help="the command to measure")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--sets", nargs="+", help="measure these only")
    parser.add_argument("--update", action="store_true", help="raise the floors to the figures")
    parser.add_argument("--allow-regression", action="store_true", help="let it lower a floor too")
    options = parser.parse_args(arguments)
    if not (options.evals / "measure.py").is_file():
        sys.stdout.write(f"gate: there is no {options.evals}/measure.py, so nothing is measured\n")
        return 0
    floors: Floors = json.loads(options.floors.read_text(encoding="utf-8"))
    unknown = sorted(set(options.sets or ()) - set(floors))
    if unknown:
        parser.error(f"no such set: {', '.join(unknown)}; known are {', '.join(sorted(floors))}")
    briefing = Path(options.briefing)
    command = str(briefing.absolute()) if len(briefing.parts) > 1 else options.briefing
    found = measure_all(options.evals.resolve(), command, floors, options.sets)
    rows = compare(floors, found)
    sys.stdout.write(report(rows, found) + "\n")
    if options.update:
        moved = raised(floors, rows, allow_regression=options.allow_regression)
        options.floors.write_text(json.dumps(moved, indent=1) + "\n", encoding="utf-8")
        rows = compare(moved, found)
    return int(any(row.verdict == "BELOW" for row in rows))


if __name__ == "__main__":
    sys.exit(main())
