"""CPU time of linking by number of documents: python bench/linking.py [COUNT ...].

Prints the time per document of each count, and its ratio to that of the first.
Four reports tell of each event.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import msgspec

from bench.generated import report
from generator.link.stage import KINDS, NOTHING, join, sketch
from generator.model import Links

REPORTS = 4


def main(counts: list[int]) -> None:
    first = None
    for count in counts:
        chance = random.Random(count)
        begin = time.process_time()
        documents = [report(f"d{n:06}", chance, n // REPORTS) for n in range(count)]
        made = time.process_time()
        sketches = [sketch(one) for one in documents]
        sketched = time.process_time()
        links = join(sketches)
        joined = time.process_time()
        each = (joined - made) / count * 1000
        first = first or each
        print(
            f"{count:>7} documents  {each:.2f} ms each "
            f"({(sketched - made) / count * 1000:.2f} sketch, "
            f"{(joined - sketched) / count * 1000:.2f} join)  ratio {each / first:.2f}  "
            f"{len(links.stories)} stories, {len(links.same_statement)} statements, "
            f"{len(links.claim_groups)} claim groups, {len(links.figure_groups)} figure groups"
            f"  (making them: {made - begin:.1f} s)"
        )
        if "--kinds" in sys.argv:
            kinds(sketches)


def kinds(sketches) -> None:
    """Print the time of each kind of link."""
    ordered = tuple(sorted(sketches, key=lambda one: one.document))
    links = Links()
    for kind in KINDS:
        begin = time.process_time()
        links = msgspec.structs.replace(links, **{kind.name: kind.join(ordered, links, NOTHING)})
        print(
            f"        {kind.name:<18}{(time.process_time() - begin) / len(ordered) * 1000:.3f} ms"
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:] if word.isdigit()] or [1_000, 10_000])
