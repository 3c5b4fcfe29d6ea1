"""Makes a virtual environment of its own for a site engine, anew whenever its recipe changes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".cache/engines"
LOCKS = {name: ROOT / f"tests/engines/{name}.lock" for name in ("properdocs", "zensical")}

HOLDING_THE_PROGRAM = {"properdocs"}
"""ProperDocs runs the plugins that mkdocs.yml names and refuses one that is not installed, so it
is given the program, as at a desk. Zensical runs no plugin and is given none of our code."""

_PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")
_LOCKED = ("--no-compile", "--only-binary", ":all:", "--require-hashes", "--requirement")
_PROGRAM = ("--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def environment(name: str) -> Path:
    """Return the folder of an engine's commands, installed exactly as its lock says.

    Args:
        name: One of ``LOCKS``.

    Raises:
        RuntimeError: If the environment could not be made; the message is what pip said.
    """
    folder = FOLDER / name
    stamp = folder / "recipe"
    recipe = _recipe(name)
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == recipe):
        stamp.unlink(missing_ok=True)
        _run(sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder))
        pip = (sys.executable, *_PIP, "--python", str(folder / "bin/python"), "install")
        _run(*pip, *_LOCKED, str(LOCKS[name]))
        if name in HOLDING_THE_PROGRAM:
            _run(*pip, *_PROGRAM)
        # Last, so that an environment that was left half made is made anew.
        stamp.write_text(recipe, encoding="utf-8")
    return folder / "bin"


def _recipe(name: str) -> str:
    """Return a digest of all that an environment depends on, its place included."""
    parts = [LOCKS[name].read_bytes(), sys.version.encode(), os.fsencode(FOLDER)]
    if name in HOLDING_THE_PROGRAM:
        parts.append((ROOT / "pyproject.toml").read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _run(*command: str) -> None:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{run.stdout}{run.stderr}")
