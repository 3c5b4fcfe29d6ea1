from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from generator.annotate.sentences import find_sentences
from generator.model import Layers
from tests.annotate.written import written

EVALS = Path(
    os.environ.get("EVALS", Path(__file__).resolve().parents[2].parent / "shared" / "evals")
)
TABLE = EVALS / "cleanup" / "sentseg.py"


def cases():
    """Return the table of hard cases: sentences joined by bars; nothing of the file is run."""
    tree = ast.parse(TABLE.read_text(encoding="utf-8"))
    for node in tree.body:
        names = [t.id for t in getattr(node, "targets", []) if isinstance(t, ast.Name)]
        if names == ["CASES"]:
            return ast.literal_eval(node.value)
    raise LookupError(f"no table of cases in {TABLE.name}")


@pytest.mark.skipif(not TABLE.is_file(), reason="the folder of evaluation sets is not here")
def test_every_hard_case_is_split_right():
    """Each paragraph of the table falls into exactly the sentences that it gives."""
    wrong = {}
    table = cases()
    for number, case in enumerate(table, start=1):
        wanted = case.split("|")
        document = written("body: " + " ".join(wanted))
        got = [s.span.of(document.text) for s in find_sentences(document, Layers())]
        if got != wanted:
            wrong[number] = got
    assert len(table) >= 25
    assert wrong == {}
