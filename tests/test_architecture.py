"""The plan of the house as a test: who may import whom, and that no circle runs anywhere."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "generator"
VALUES = {"errors", "offsets", "model", "ids", "litter", "registry"}
STAGES = {"readers", "clean", "annotate", "link", "render"}

MAY_IMPORT: dict[str, set[str]] = {
    # floor 1
    "errors": set(),
    "offsets": set(),
    "ids": set(),
    "litter": set(),
    "deadline": set(),
    "wording": set(),
    # floor 2
    "model": {"offsets"},
    "registry": {"errors"},
    "config": {"errors"},
    "fanout": {"errors"},
    "resources": {"errors"},
    "plain_yaml": {"errors"},
    # floor 3: no stage imports another
    **{stage: VALUES | {"resources"} for stage in STAGES},
    "corrections": {"errors", "model", "ids", "wording", "plain_yaml"},
    "tables": {"ids", "model", "plain_yaml"},
    "compare": {"ids", "model"},
    "desk": {"errors", "model", "ids", "litter", "config"},
    "edition": {"errors", "model"},
    "engine": {"errors"},
    "job_summary": {"model"},
    "press": {"errors", "resources"},
    "publish": {"errors", "model"},
    "showing": {"model"},
    "store": {"errors", "model"},
    "verify": {"model", "wording"},
    # floor 4
    "printing": {"config", "errors", "model", "press", "render", "store"},
    "worker": VALUES
    | {"readers", "clean", "annotate"}
    | {"deadline", "desk", "resources", "store", "verify"},
    "overlay": {"corrections", "desk", "errors", "model", "tables"},
    # floor 5
    "pipeline": {"errors", "model", "link", "render", "overlay"}
    | {"config", "desk", "edition", "engine", "fanout", "printing", "publish", "store"}
    | {"verify", "worker"},
    # floor 6
    "cli": {"pipeline", "compare", "config", "engine", "errors", "job_summary", "model"}
    | {"resources", "showing"},
    "mkdocs_plugin": {"pipeline", "config", "engine", "errors", "publish", "resources"},
    "__init__": {"pipeline", "model", "errors"},
    "__main__": {"cli"},
}
"""What each part may import of ours, besides itself."""

ONLY_IN: dict[str, set[str]] = {
    "mkdocs": {"mkdocs_plugin"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "click": {"cli"},
    "rich": {"cli"},
    "yaml": {"config", "desk", "plain_yaml", "readers"},
    "lxml": {"readers"},
    "trafilatura": {"readers"},
    "charset_normalizer": {"readers"},
    "markdown_it": {"readers"},
    "sentencex": {"annotate"},
    "typst": {"press"},
    "pypdfium2": {"readers"},
}
"""Foreign packages that one part alone may import."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "base", "manager", "misc"}

FILES = sorted(ROOT.rglob("*.py"))


def part_of(path: Path) -> str:
    """Return the part of the house that a file belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Return the dotted names that a file imports, those inside functions and blocks included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: imports are absolute"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_file_imports_only_what_its_floor_may(path):
    """A part imports lower floors only, and a foreign package only where it belongs."""
    part = part_of(path)
    for name in imports_of(path):
        head, _, rest = name.partition(".")
        if head == "generator" and rest:
            other = rest.partition(".")[0]
            known = other in MAY_IMPORT
            assert not known or other == part or other in MAY_IMPORT[part], f"{part} imports {name}"
        elif head in ONLY_IN:
            assert part in ONLY_IN[head], f"{part} imports {head}"


def test_no_circle_between_files():
    """The graph of all imports, hidden ones included, can be put in an order."""
    modules = {"generator." + ".".join(p.relative_to(ROOT).with_suffix("").parts): p for p in FILES}
    names = {name.removesuffix(".__init__"): name for name in modules}
    graph = {
        name: {names[i] for i in imports_of(path) if i in names and names[i] != name}
        for name, path in modules.items()
    }
    tuple(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_file_is_small_and_named_for_what_it_holds(path):
    """No file over 400 lines, none called after nothing in particular, no TYPE_CHECKING block."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert path.stem not in FORBIDDEN_NAMES
    assert "TYPE_CHECKING" not in text


def test_the_table_names_every_part():
    """A new part of the house must be given its floor here."""
    assert {part_of(path) for path in FILES} == set(MAY_IMPORT) - {"__main__"} | {
        part for part in ("__main__",) if (ROOT / "__main__.py").exists()
    }
