"""How the command speaks: one line for an error, a bar for patience, nothing that is no text."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress as Bar

from generator import pipeline
from generator.config import CONFIG_FILE, Config
from generator.errors import GeneratorError
from generator.job_summary import job_summary

PATIENCE = 2.0
"""Seconds before a progress bar appears: what is quicker needs none."""

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=CONFIG_FILE,
    show_default=True,
    help="The desk's settings; the desk is the folder it lies in.",
)


class Reported(click.ClickException):
    """One of our errors, printed as one line."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the message, safe for a terminal."""
        click.echo(f"briefing: {shown(self.message)}", file=file, err=file is None)


class Group(click.Group):
    """Prints our own errors as one line and leaves tracebacks to real faults."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except GeneratorError as error:
            raise Reported(str(error)) from error
        except BrokenPipeError:
            # Whoever read our output has seen enough, as with `| head`.
            sys.stderr.close()
            ctx.exit(0)


class Line(logging.Formatter):
    """One line for each record, whatever a library quotes in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return shown(super().format(record))


@contextmanager
def progress() -> Iterator[pipeline.Progress]:
    """Give a teller that shows a bar on a terminal once the work takes longer than a moment."""
    console = Console(stderr=True)
    began = time.monotonic()
    bar = Bar(console=console, transient=True, disable=not console.is_terminal)
    tasks: dict[str, Any] = {}

    def tell(step: str, done: int, total: int) -> None:
        if not console.is_terminal or time.monotonic() - began < PATIENCE:
            return
        if not tasks:
            bar.start()
        if step not in tasks:
            tasks[step] = bar.add_task(step, total=total)
        bar.update(tasks[step], completed=done, total=total)

    try:
        yield tell
    finally:
        if tasks:
            bar.stop()


def list_problems(report: pipeline.Report, config: Config) -> None:
    """Print what was not used and every warning, one line each, to standard error."""
    for failure in report.failures:
        where = shown(f"{config.settings.seeds}/{failure.path}")
        click.echo(f"not used: {where}: {shown(failure.reason)}", err=True)
    for warning in report.warnings:
        click.echo(f"warning: {shown(warning)}", err=True)


def counts(report: pipeline.Report) -> str:
    """Return how many of each thing a build found, in one phrase."""
    return ", ".join(plural(count, noun) for count, noun in rows_of(report))


def rows_of(report: pipeline.Report) -> tuple[tuple[int, str], ...]:
    """Return how many of each thing a build found, with its noun in the singular."""
    rows = (
        (report.documents, "document"),
        (report.stories, "briefing"),
        (report.claims, "claim"),
        (report.quotations, "quotation"),
        (report.figures, "figure"),
    )
    return (*rows, (report.prints, "PDF")) if report.prints else rows


def summary_of(report: pipeline.Report, *, strict: bool) -> str:
    """Return the report of a build in Markdown."""
    if report.nothing:
        verdict = "nothing could be built"
    elif strict and (report.failures or report.warnings):
        verdict = "the site was built, but with failures or warnings, and `--strict` allows none"
    else:
        verdict = "the site was built"
    return job_summary(verdict, rows_of(report), report.failures, report.warnings)


def append(file: Path | None, text: str) -> None:
    """Write a text at the end of a file; nothing where there is none."""
    if file is None:
        return
    try:
        with file.open("a", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except OSError as error:
        raise GeneratorError(f"{file} cannot be written: {error.strerror}") from error


def problems(report: pipeline.Report) -> str:
    """Return how many failures and warnings there were, in one phrase."""
    failures = plural(len(report.failures), "failure")
    return f"{failures}, {plural(len(report.warnings), 'warning')}"


def one_line(record: bytes) -> bytes:
    """Spell out the signs that many programs take for the end of a line, as JSON allows."""
    for sign in ("\u2028", "\u2029", "\x85"):
        record = record.replace(sign.encode(), f"\\u{ord(sign):04x}".encode())
    return record


def plural(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def shown(text: str) -> str:
    """Return a text with its control characters spelt out: a file name may hold terminal codes.

    Runners of GitHub also obey ``##[...]`` anywhere in a line of a log, and ``::`` at its start,
    where no line of ours has anything but words of ours.
    """
    line = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return line.replace("##[", r"#\x23[")


def inside_here(path: Path) -> bool:
    """Return whether a path lies below the current folder."""
    return path.is_relative_to(Path.cwd())
