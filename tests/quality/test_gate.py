from __future__ import annotations

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("gate.py")
GATE = runpy.run_path(str(SCRIPT))

MEASURE = '''
"""A stand-in for the evaluation folder's measure.py: answers as the real one does."""
import json, os, pathlib, sys

what, *rest = sys.argv[1:]
answers = json.loads(pathlib.Path(__file__).with_name("answers.json").read_text())
if what == "contract":
    print(f"{answers['breaches']} breaches in {len(rest)} documents")
    sys.exit(1 if answers["breaches"] else 0)
if os.environ["BRIEFING"].rpartition("/")[2] != "briefing":
    sys.exit("no such command")
answer = json.dumps(answers[what])
if what == "cleanup":
    pathlib.Path(rest[rest.index("--json") + 1]).write_text(answer)
    print("a table for people")
else:
    print(answer)
print("a.docx: no record", file=sys.stderr)
sys.exit(3)
'''

ANSWERS = {
    "breaches": 0,
    "seeds": {
        "scores": {"blocks": {"lines": {"rate": 0.971, "asked": 34}}, "title": {"rate": None}},
        "violations": 1,
        "violation_list": [{"document": "a", "what": "claim", "detail": "…"}],
    },
    "quotes": {"gold": 10, "joint": [0.5, 0.25, 0.3333]},
    "cleanup": {"f1": 0.9},
}

FLOORS = {
    "seeds": {"blocks.lines.rate": 0.95, "violation_list.figure": {"max": 0}},
    "gum": {"joint.F1": None},
    "cleanup-html": {"f1": 0.85},
    "contract": {"breaches": {"max": 0}, "documents": 3},
}


@pytest.fixture
def evals(tmp_path):
    """Make an evaluation folder of three documents with a measure.py that answers at once."""
    folder = tmp_path / "evals"
    for name in ("desk/documents", "quotes/dev", "cleanup"):
        (folder / name).mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/port.txt").write_text("Port\n")
    (folder / "desk/documents/page.html").write_text("<p>Page")
    (folder / "desk/documents/note.png").write_text("not counted")
    (folder / "quotes/dev/gum.jsonl").write_text('{"text": "Quay"}\n')
    (folder / "measure.py").write_text(MEASURE)
    (folder / "answers.json").write_text(json.dumps(ANSWERS))
    (tmp_path / "floors.json").write_text(json.dumps(FLOORS))
    return folder


def run(evals, *more):
    """Run the gate as `make gate` does."""
    floors = evals.parent / "floors.json"
    command = [sys.executable, str(SCRIPT), "--evals", str(evals), "--floors", str(floors)]
    return subprocess.run([*command, *more], capture_output=True, text=True, check=False)


def rows_of(done):
    """Return the lines that were printed as lists of words."""
    return [line.split() for line in done.stdout.splitlines()]


def floors_after(evals):
    """Return the floors that stand in the file now."""
    return json.loads((evals.parent / "floors.json").read_text())


def test_all_above_their_floors(evals):
    """Figures at or above their floors pass, though a file without a record raised the status."""
    done = run(evals)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "5 passed, 0 failed"
    assert done.returncode == 0


def test_a_figure_below_its_floor_fails_and_is_named(evals):
    """The row of a figure below its floor says so, and the run fails."""
    (evals / "answers.json").write_text(json.dumps(ANSWERS | {"cleanup": {"f1": 0.849}}))
    done = run(evals)
    assert ["cleanup-html", "f1", "0.850", "0.849", "BELOW"] in rows_of(done)
    assert done.stdout.splitlines()[-1] == "4 passed, 1 failed"
    assert done.returncode == 1


def test_a_breach_of_the_contract_fails(evals):
    """A count above its ceiling is a failure as well."""
    (evals / "answers.json").write_text(json.dumps(ANSWERS | {"breaches": 2}))
    done = run(evals, "--sets", "contract")
    assert ["contract", "breaches", "at", "most", "0", "2", "BELOW"] in rows_of(done)
    assert done.returncode == 1


def test_an_answer_that_cannot_be_read_fails(evals):
    """A set without figures is below all its floors, and the reason is printed."""
    (evals / "measure.py").write_text("import sys; sys.exit('out of order')")
    done = run(evals, "--sets", "seeds")
    assert "seeds: out of order" in done.stdout
    assert done.stdout.splitlines()[-1] == "0 passed, 2 failed"
    assert done.returncode == 1


def test_no_evaluation_folder(tmp_path):
    """Where nothing can be measured one line says so, and the run passes."""
    done = run(tmp_path / "nowhere")
    assert len(done.stdout.splitlines()) == 1
    assert "nothing is measured" in done.stdout
    assert done.returncode == 0


def test_an_unknown_set_is_wrong_use(evals):
    """A misspelt set is named together with those that there are."""
    done = run(evals, "--sets", "sedes")
    assert "no such set: sedes; known are cleanup-html, contract, gum, seeds" in done.stderr
    assert done.returncode == 2


def test_update_raises_floors_and_pins_new_ones(evals):
    """A rate is pinned a little below what was measured, a count exactly at it."""
    assert run(evals, "--update").returncode == 0
    assert floors_after(evals) == {
        "seeds": {"blocks.lines.rate": 0.966, "violation_list.figure": {"max": 0}},
        "gum": {"joint.F1": 0.328},
        "cleanup-html": {"f1": 0.895},
        "contract": {"breaches": {"max": 0}, "documents": 3},
    }


def test_update_alone_never_lowers(evals):
    """A floor that the program has fallen below stays, and the run fails."""
    (evals / "answers.json").write_text(json.dumps(ANSWERS | {"cleanup": {"f1": 0.8}}))
    assert run(evals, "--update").returncode == 1
    assert floors_after(evals)["cleanup-html"] == {"f1": 0.85}


def test_a_regression_is_written_only_if_allowed(evals):
    """With both options the floor follows the figure down."""
    (evals / "answers.json").write_text(json.dumps(ANSWERS | {"cleanup": {"f1": 0.8}}))
    assert run(evals, "--update", "--allow-regression").returncode == 0
    assert floors_after(evals)["cleanup-html"] == {"f1": 0.795}


# fmt: off
ANSWERS_AND_NUMBERS = {
    # what it shows: (answer, numbers by key)
    "nested": ({"a": {"b": 1}}, {"a.b": 1}),
    "scores are the head": ({"scores": {"a": 1}, "b": 2}, {"a": 1, "b": 2}),
    "three numbers": ({"j": [0.1, 0.2, 0.3]}, {"j.P": 0.1, "j.R": 0.2, "j.F1": 0.3}),
    "a list": ({"missing": ["x.txt"]}, {"missing.count": 1}),
    "violations": ({"v": [{"what": "claim"}, {"what": "claim"}]}, {"v.count": 2, "v.claim": 2}),
    "nothing asked": ({"rate": None, "name": "x", "yes": True}, {}),
}
# fmt: on


@pytest.mark.parametrize(
    ("answer", "numbers"), ANSWERS_AND_NUMBERS.values(), ids=ANSWERS_AND_NUMBERS
)
def test_flat(answer, numbers):
    """Every number of an answer has one dotted key, and nothing else has."""
    assert dict(GATE["flat"](answer)) == numbers


# fmt: off
MOVES = {
    # what it shows: (floor, measured, verdict, new floor)
    "a rate rises": (0.8, 0.9, "ok", 0.895),
    "within the noise": (0.898, 0.9, "ok", 0.898),
    "one stays one": (1.0, 1.0, "ok", 1.0),
    "never below zero": (None, 0.001, "not held", 0.0),
    "a count": (11, 13, "ok", 13),
    "a ceiling comes down": ({"max": 4}, 2, "ok", {"max": 2}),
    "a new ceiling": ({"max": None}, 0.1, "not held", {"max": 0.105}),
    "a ceiling given up": ({"max": 0}, 3, "BELOW", {"max": 3}),
}
# fmt: on


@pytest.mark.parametrize(("floor", "measured", "verdict", "expected"), MOVES.values(), ids=MOVES)
def test_where_a_floor_moves(floor, measured, verdict, expected):
    """A floor moves to what was measured, less the noise, and back only when that is allowed."""
    assert GATE["_moved"](floor, measured, verdict) == expected


def test_the_floors_name_sets_that_exist():
    """Every set in floors.json can be measured, and each floor is a number, a ceiling or open."""
    floors = json.loads(GATE["FLOORS"].read_text(encoding="utf-8"))
    known = GATE["tasks"](Path("nowhere"), Path("nowhere"))
    assert set(floors) <= set(known)
    for floor in (one for keys in floors.values() for one in keys.values()):
        bound = floor["max"] if isinstance(floor, dict) else floor
        assert bound is None or GATE["_is_number"](bound)
