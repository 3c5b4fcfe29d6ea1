"""Recall and precision of copies: python bench/copies.py PATH [PATH ...].

Of the texts below the paths (.txt, or .jsonl with a "text") 500 passages are taken.
Each is there as it stands and as another page might print it: cut, in other case, a
fifth of its sentences reworded, adverts put in, or all of that. They stand among 10,000
invented documents, a tenth of which have names and words of one of the passages.
Every pair that is found and was not made counts against precision.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.generated import FIRST, LAST, NOUNS, bare, sentence
from generator.link.copies import join_copies
from generator.link.stage import NOTHING, sketch
from generator.model import Links

PASSAGES, OTHERS = 500, 10_000
WORDS = (140, 420)
"""Fewest and most words of a passage."""
ADVERTS = (
    "Advertisement: subscribe now and save half of the price.",
    "Read our newsletter every morning. Sign up here.",
    "Most read this week: ten places to spend the holidays.",
)
OTHER_WORDS = {
    "said": "stated", "also": "too", "but": "yet", "because": "since", "many": "numerous",
    "big": "large", "after": "following", "before": "ahead of", "about": "around", "new": "fresh",
    "began": "started", "people": "persons", "when": "as", "while": "as", "show": "indicate",
    "help": "aid", "need": "require", "use": "employ", "only": "merely", "would": "was to",
    "the": "that", "was": "had been", "is": "remains", "and": "as well as", "in": "within",
}  # fmt: skip


def main(paths: list[str]) -> None:
    chance = random.Random(2031)
    passages = taken(paths)
    documents, made = [], {}
    for n, passage in enumerate(passages):
        kind = ("cut", "case", "reworded", "adverts", "all")[n % 5]
        documents.append(bare(f"p{n:05}-a", ["".join(passage)]))
        documents.append(bare(f"p{n:05}-b", [" ".join(changed(passage, kind, chance))]))
        made[f"p{n:05}-a", f"p{n:05}-b"] = kind
    for n in range(OTHERS):
        like = passages[n % len(passages)] if n < OTHERS // 10 else None
        documents.append(bare(f"o{n:05}", invented(chance, like)))
    begin = time.process_time()
    sketches = tuple(sorted((sketch(one) for one in documents), key=lambda one: one.document))
    sketched = time.process_time()
    found = {copy.documents for copy in join_copies(sketches, Links(), NOTHING)}
    joined = time.process_time()
    right = found & made.keys()
    for kind in sorted(set(made.values())):
        pairs = {pair for pair, of in made.items() if of == kind}
        print(f"{kind:>10}: {len(found & pairs)} of {len(pairs)}")
    print(f"recall {len(right) / len(made):.3f}  precision {len(right) / max(len(found), 1):.3f}")
    print(f"{sketched - begin:.1f} s of sketches, {joined - sketched:.1f} s of joining")
    for pair in sorted(found - made.keys())[:10]:
        print("  not made:", *pair)


def taken(paths: list[str]) -> list[list[str]]:
    """Return passages as sentences, spread evenly over all texts, none twice."""
    every = []
    for text in sorted(set(texts(paths))):
        here: list[str] = []
        for piece in re.split(r"(?<=[.!?])\s+", " ".join(text.split())):
            here.append(piece + " ")
            words = sum(len(one.split()) for one in here)
            if words > WORDS[1]:
                here = []
            elif words >= WORDS[0] + len(every) % 200 and len(here) > 5:
                every.append(here)
                here = []
    unique = list({" ".join(p[:3]): p for p in every}.values())
    step = max(len(unique) // PASSAGES, 1)
    return unique[::step][:PASSAGES]


def texts(paths: list[str]) -> Iterator[str]:
    """Yield the texts below the paths."""
    for path in map(Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix == ".jsonl":
                rows = (json.loads(line) for line in file.read_text("utf-8").splitlines())
                yield from (row["text"] for row in rows if row.get("text"))
            elif file.suffix == ".txt":
                yield file.read_text("utf-8", errors="replace")


def changed(passage: list[str], kind: str, chance: random.Random) -> list[str]:
    """Return a passage as another page prints it."""
    found = [one.strip() for one in passage]
    if kind in ("cut", "all"):
        found = found[: len(found) - max(len(found) // 8, 1)]
    if kind in ("case", "all"):
        found = [one.upper() if n % 3 == 0 else one for n, one in enumerate(found)]
    if kind in ("reworded", "all"):
        for n in chance.sample(range(len(found)), max(len(found) // 5, 1)):
            found[n] = reworded(found[n])
    if kind in ("adverts", "all"):
        for n in range(len(found) - 1, 0, -5):
            found.insert(n, chance.choice(ADVERTS))
    return found


def reworded(text: str) -> str:
    """Return a sentence with its halves turned at a comma and words of a table changed."""
    head, comma, tail = text.rstrip(".").partition(", ")
    words = (f"{tail}, {head}." if comma else text).split()
    return " ".join(OTHER_WORDS.get(word.casefold(), word) for word in words)


def invented(chance: random.Random, like: list[str] | None) -> list[str]:
    """Return the sentences of an invented document, with names and words of a passage or not."""
    names = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(3)]
    things = chance.sample(NOUNS, 6)
    if like:
        words = [re.sub(r"\W", "", word) for one in like for word in one.split()]
        names = [w for w in words if w[:1].isupper()] or names
        things = [w for w in words if w.islower() and len(w) > 4] or things
    return [sentence(chance, names, things) for _ in range(chance.randrange(8, 25))]


if __name__ == "__main__":
    main(sys.argv[1:])
