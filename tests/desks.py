"""Makes desks for tests, and runs the command on them as a person would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

STORY = (ROOT / "tests/data/pilots.txt").read_text(encoding="utf-8")
"""One invented article with a title, a byline, a direct quotation, figures and a gap."""


def make_desk(folder: Path, sources: dict[str, str | bytes], settings: str = "") -> Path:
    """Make a desk with these sources below ``seeds/``; returns its folder.

    Args:
        folder: Where; it may exist.
        sources: Name to text, or to bytes as they are.
        settings: Lines for the plugin in ``mkdocs.yml``, indented by six blanks.
    """
    briefing("init", str(folder))
    for old in (folder / "seeds").iterdir():
        old.unlink()
    for name, content in sources.items():
        file = folder / "seeds" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    if settings:
        config = folder / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        assert "  - briefings\n" in text, "the desk lists the plugin without options"
        text = text.replace("  - briefings\n", f"  - briefings:\n{settings}")
        config.write_text(text, encoding="utf-8")
    return folder


def briefing(
    *arguments: str, cwd: Path | None = None, ok: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command ``briefing``; with ``ok`` it must succeed."""
    run = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert not ok or run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    return run


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}
