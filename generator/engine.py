"""Runs the site engine beside the last good site and then puts the new one in its place."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from generator.errors import EngineError

PREPARED = "BRIEFINGS_PREPARED"
"""Set while the engine runs on pages that are already written, so that its plugin rests."""

EARLIEST, LATEST = 315_532_800, 4_294_967_295
"""1980-01-01 and 2106-02-07 in seconds since 1970: what archive formats can hold. A desk whose
documents state no date at all is given the first."""

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def build_site(config_file: Path, site: Path, *, newest: int | None) -> tuple[str, ...]:
    """Build the site and put it in the old one's place in one step.

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
    if site.exists() and any(site.iterdir()) and not (site / "sitemap.xml").is_file():
        problem = "holds files and no site that was built here; empty it or name another site_dir"
        raise EngineError(f"{site} {problem}")
    fresh = site.with_name(f".{site.name}.briefings-new")
    shutil.rmtree(fresh, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config_file), "-d", str(fresh)]
    epoch = str(min(max(newest or EARLIEST, EARLIEST), LATEST))
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
    _swap(site, fresh)
    return tuple(line for line in lines if line.startswith("WARNING"))


def serve_site(config_file: Path, address: str) -> NoReturn:
    """Become the engine's server, so that a signal to this process stops it."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(config_file), "-a", address]
    os.chdir(config_file.parent)
    os.execve(sys.executable, command, {**os.environ, **_QUIET})  # noqa: S606 - no shell is meant


def _swap(site: Path, fresh: Path) -> None:
    """Put the new site where the old one is, so that at no moment there is none."""
    try:
        if site.exists():
            _exchange(site, fresh)
            shutil.rmtree(fresh, ignore_errors=True)
        else:
            fresh.rename(site)
    except OSError as error:
        raise EngineError(f"{site} cannot be replaced: {error.strerror}") from error


def _exchange(one: Path, two: Path) -> None:
    """Let two folders change names: in one step where the kernel can, else in three renames."""
    if sys.platform == "linux":
        rename = getattr(ctypes.CDLL(None), "renameat2", None)
        here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE
        if rename and rename(here, os.fsencode(one), here, os.fsencode(two), exchange) == 0:
            return
    aside = two.with_name(f"{two.name}-aside")
    one.rename(aside)
    two.rename(one)
    aside.rename(two)
