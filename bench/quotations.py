"""Show that finding quotations takes time linear in the length of a text, however odd the text.

Run by hand: ``python bench/quotations.py``. Each kind of text is read in two sizes, the second ten
times the first; the table gives the seconds of both and their ratio. Both are taken in one run, so
a slow machine changes the seconds and not the ratio. Exits 1 where a ratio is above the bound.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.annotate.stage import annotate
from generator.clean.stage import clean
from generator.readers.stage import read

TIMES = 10
"""How much longer the second text is."""

BOUND = 15
"""Ten times the text may take at most so many times as long."""

SIZE = 20_000
"""Characters of the first text."""

WHOLE = 1_000_000
"""Characters of the one text without a full stop."""


def news(size: int) -> str:
    """Return ordinary paragraphs with speech of every kind."""
    said = (
        "“We will wait,” Ana Ruiz, who runs the port, said on Monday. “Then we act.”\n\n"
        "Tom Hale, an analyst at Norvik, said that prices had turned and called it “a gift.”\n\n"
        "Boats had queued for days, according to the harbour office, and nobody had left.\n\n"
    )
    return said * (size // len(said))


def names(size: int) -> str:
    """Return speakers of whom each has a name of his own: 10,000 of them in the longer text."""
    given = ("Ana", "Tom", "Bo", "Lena", "Karl")
    rows = (f"{given[i % 5]} Q{_letters(i)} said it.\n\n" for i in range(size // 20))
    return "".join(rows)


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


KINDS = {
    "news": news,
    "names": names,
    "opening marks": lambda size: "“a " * (size // 3),
    "straight marks, odd": lambda size: '" it is late ' * (size // 13),
    "nothing but marks": lambda size: "“”\"'«»„‚" * (size // 8),
    "no full stop": lambda size: "and Ruiz said that it was late " * (size // 31),
    "cues": lambda size: "said, " * (size // 6),
    "commas": lambda size: "Ana Ruiz, the head, " * (size // 20),
    "labels": lambda size: "RUIZ: No.\n\nHALE: Yes.\n\n" * (size // 22),
}


def seconds(text: str) -> float:
    """Return what reading, cleaning and annotating a text takes."""
    start = process_time()
    annotate(clean(read(text.encode(), "bench.txt"), "bench"))
    return process_time() - start


def main() -> int:
    """Print the table; return 1 where a text takes more than its share."""
    seconds(news(SIZE))  # the word lists are read once
    worst = 0.0
    for name, build in KINDS.items():
        short, long = seconds(build(SIZE)), seconds(build(SIZE * TIMES))
        ratio = long / max(short, 0.01)
        worst = max(worst, ratio)
        print(f"{name:20} {short:8.2f} s {long:8.2f} s   x{ratio:.1f}")
    print(
        f"{'a line of 1 MB':20} {seconds('it was late and Ruiz said so ' * (WHOLE // 29)):21.2f} s"
    )
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
