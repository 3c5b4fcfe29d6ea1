"""Runs the site engine beside the last good site and then puts the new one in its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.errors import EngineError

PREPARED = "BRIEFINGS_PREPARED"
"""Set while the engine runs on pages that are already written, so that its plugin rests."""

NO_DATE = 315_532_800
"""1980-01-01 in seconds since 1970: the earliest day that archive formats can hold, for a desk
whose documents state no date at all."""

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def build_site(config_file: Path, site: Path, *, newest: int | None) -> tuple[str, ...]:
    """Build the site and replace the old one in two renames.

    Args:
        config_file: ``mkdocs.yml``.
        site: Where the site is to lie. It is untouched unless the build succeeds.
        newest: Seconds since 1970 of the newest stated date, which stands in for the
            clock unless ``SOURCE_DATE_EPOCH`` is set; None where no date is stated.

    Returns:
        The engine's warnings, one line each.

    Raises:
        EngineError: If the engine failed; the last good site is still in its place.
    """
    fresh, old = (site.with_name(f"{site.name}.{end}") for end in ("new", "old"))
    _restore(site, old)
    shutil.rmtree(fresh, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config_file), "-d", str(fresh)]
    epoch = str(NO_DATE if newest is None else newest)
    environment = {"SOURCE_DATE_EPOCH": epoch, **os.environ, **_QUIET, PREPARED: "1"}
    run = subprocess.run(  # noqa: S603 - our own interpreter and paths, no shell
        command,
        cwd=config_file.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.strip() for line in run.stderr.splitlines() if line.strip()]
    if run.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        reason = " / ".join(line for line in lines if "ERROR" in line) or " / ".join(lines[-3:])
        raise EngineError(f"the site engine failed: {reason or 'it gave no reason'}")
    _swap(site, fresh, old)
    return tuple(line for line in lines if line.startswith("WARNING"))


def serve_site(config_file: Path, address: str) -> int:
    """Serve the site with live reload until interrupted; returns the exit code."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(config_file), "-a", address]
    try:
        run = subprocess.run(  # noqa: S603 - our own interpreter and paths, no shell
            command, cwd=config_file.parent, env={**os.environ, **_QUIET}, check=False
        )
    except KeyboardInterrupt:
        return 0
    return run.returncode


def _restore(site: Path, old: Path) -> None:
    """Undo a swap that was cut short between its two renames."""
    if old.exists():
        if site.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(site)


def _swap(site: Path, fresh: Path, old: Path) -> None:
    try:
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    except OSError as error:
        _restore(site, old)
        raise EngineError(f"{site} cannot be replaced: {error.strerror}") from error
    shutil.rmtree(old, ignore_errors=True)
