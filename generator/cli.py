"""The verbs of the command ``briefing``; the only file that parses arguments and prints."""

from __future__ import annotations

import logging
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import Progress as Bar

from generator import pipeline
from generator.config import CONFIG_FILE, Config, load
from generator.engine import serve_site
from generator.errors import GeneratorError
from generator.job_summary import job_summary
from generator.model import Failure
from generator.resources import template_root

PATIENCE = 2.0
"""Seconds before a progress bar appears: what is quicker needs none."""

_config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=CONFIG_FILE,
    show_default=True,
    help="The desk's settings; the desk is the folder it lies in.",
)


def _folder(_context: click.Context, _option: click.Parameter, name: str) -> Path:
    """Return the folder that an option names; an empty name would mean the folder we are in."""
    if not name.strip():
        raise click.BadParameter("name a folder")
    return Path(name)


class _Reported(click.ClickException):
    """One of our errors, printed as one line."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the message, safe for a terminal."""
        click.echo(f"briefing: {_shown(self.message)}", file=file, err=file is None)


class _Group(click.Group):
    """Prints our own errors as one line and leaves tracebacks to real faults."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except GeneratorError as error:
            raise _Reported(str(error)) from error
        except BrokenPipeError:
            # Whoever read our output has seen enough, as with `| head`.
            sys.stderr.close()
            ctx.exit(0)


class _Line(logging.Formatter):
    """One line for each record, whatever a library quotes in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return _shown(super().format(record))


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-generator", prog_name="briefing")
def main() -> None:
    """Turn the documents that you read into a searchable site of briefings.

    \b
    Drop documents into seeds/ (text, web pages, PDF, Word, mail), then:
      briefing init my-desk     make a new desk, with one example in it
      cd my-desk
      briefing build            make the site in site/
      briefing serve            read it at http://127.0.0.1:8000 while you work
      briefing pdf              print the briefings

    Every claim, quotation and figure on the site leads to its exact words in the
    source. What a source does not state is printed as not stated.
    """  # noqa: D301 - click reads a real backspace as "keep these lines apart"
    teller = logging.StreamHandler()
    teller.setFormatter(_Line("briefing: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[teller])


@main.command()
@click.argument("directory", type=click.Path(path_type=Path))
def init(directory: Path) -> None:
    """Make a new desk in DIRECTORY that builds at once.

    It holds mkdocs.yml with the settings and seeds/ with one example document.
    An existing folder must be empty.
    """
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise GeneratorError(f"{directory} is not empty; name a new folder, nothing was written")
    shutil.copytree(template_root() / "desk", directory, dirs_exist_ok=True)
    # A leading dot would hide the file from packaging tools.
    (directory / "gitignore").rename(directory / ".gitignore")
    click.echo(f"Made a desk in {directory}. Next: cd {directory} && briefing build")


@main.command()
@_config_option
@click.option("--strict", is_flag=True, help="Exit 1 if anything failed or gave a warning.")
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Append a report in Markdown to this file, as for the job summary of GitHub.",
)
def build(config_file: Path, summary: Path | None, *, strict: bool) -> None:
    """Make the site from everything in seeds/.

    A document that cannot be read is reported and left out; the rest is built. The
    new site takes the place of the old one only when it is whole.

    Exit code: 0 if the site was built; 1 with --strict if anything failed or gave a
    warning, or if nothing could be built; 2 for wrong use.
    """
    try:
        config = load(config_file)
        with _progress() as told:
            report = pipeline.build(config, progress=told)
    except GeneratorError as error:
        _append(summary, job_summary("the site was not built", reason=str(error)))
        raise
    _list(report, config)
    _append(summary, _summary(report, strict=strict))
    if report.nothing:
        click.echo(
            f"Nothing could be built, and {_shown(config.site.name)}/ is as it was; "
            f"{_problems(report)}."
        )
        raise SystemExit(1)
    where = config.site.relative_to(Path.cwd()) if _inside_here(config.site) else config.site
    click.echo(
        f"Built {_shown(str(where))}/index.html from {_counts(report)}; {_problems(report)}."
    )
    if strict and (report.failures or report.warnings):
        raise SystemExit(1)


@main.command()
@_config_option
@click.argument("stories", metavar="[STORY]...", nargs=-1)
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    callback=_folder,
    default="pdf",
    show_default=True,
    help="The folder to put them into; it is made if need be.",
)
def pdf(config_file: Path, stories: tuple[str, ...], out: Path) -> None:
    """Print briefings as PDF: each STORY that is named, or all of them.

    A STORY is the last part of the briefing's address: strike for briefings/strike/.
    Each PDF is tagged for screen readers (PDF/UA-1) and fit for archives (PDF/A-2a).

    Exit code 1 if one could not be made; the others are made all the same.
    """
    config = load(config_file)
    with _progress() as told:
        prints = pipeline.print_stories(config, stories, progress=told)
    if not prints.pages and not prints.problems:
        click.echo("There are no briefings to print.")
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
        for page in prints.pages:
            file = out / Path(page.path).name
            file.write_bytes(page.content)
            click.echo(_shown(str(file)))
    except OSError as error:
        raise GeneratorError(f"{out} cannot be written: {error.strerror}") from error
    for problem in prints.problems:
        click.echo(f"briefing: {_shown(problem)}", err=True)
    if prints.problems:
        raise SystemExit(1)


@main.command()
@_config_option
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="HOST:PORT.")
def serve(config_file: Path, address: str) -> None:
    """Serve the site and build again whenever a source or template changes.

    This is for your own machine: never open it to a network.
    """
    load(config_file)
    serve_site(config_file.resolve(), address)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def annotate(files: tuple[Path, ...]) -> None:
    """Print what is known of each FILE as JSON Lines; needs no desk.

    One line of JSON a document, in the order given, and nothing else on standard
    output; an archive, a mailbox or a mail may hold several. Exit code 1 if a document
    gave no record; its reason goes to standard error.
    """
    failed = False
    for found in (one for file in files for one in pipeline.annotate_file(file)):
        if isinstance(found, Failure):
            failed = True
            click.echo(f"briefing: {_shown(found.path)}: {_shown(found.reason)}", err=True)
        else:
            sys.stdout.buffer.write(_one_line(msgspec.json.encode(found)) + b"\n")
            sys.stdout.buffer.flush()
    if failed:
        raise SystemExit(1)


@main.command()
@_config_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)
def export(config_file: Path, output: Path | None) -> None:
    """Print the desk's whole edition as one JSON document, texts included.

    It is what the site's data/edition.json holds, but always with the whole texts.
    """
    with _progress() as told:
        edition = pipeline.edition_of(load(config_file), progress=told)
    data = msgspec.json.encode(edition) + b"\n"
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        try:
            output.write_bytes(data)
        except OSError as error:
            raise GeneratorError(f"{output} cannot be written: {error.strerror}") from error


@main.command()
@_config_option
def check(config_file: Path) -> None:
    """Read, annotate and verify everything in seeds/; write nothing.

    Exit code 1 if a document could not be read or an item is no slice of its source.
    """
    config = load(config_file)
    with _progress() as told:
        report = pipeline.check(config, progress=told)
    _list(report, config)
    click.echo(f"Checked {_counts(report)}; {_problems(report)}.")
    if report.failures:
        raise SystemExit(1)


@contextmanager
def _progress() -> Iterator[pipeline.Progress]:
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


def _list(report: pipeline.Report, config: Config) -> None:
    for failure in report.failures:
        where = _shown(f"{config.settings.seeds}/{failure.path}")
        click.echo(f"not used: {where}: {_shown(failure.reason)}", err=True)
    for warning in report.warnings:
        click.echo(f"warning: {_shown(warning)}", err=True)


def _counts(report: pipeline.Report) -> str:
    return ", ".join(_plural(count, noun) for count, noun in _rows(report))


def _rows(report: pipeline.Report) -> tuple[tuple[int, str], ...]:
    rows = (
        (report.documents, "document"),
        (report.stories, "briefing"),
        (report.claims, "claim"),
        (report.quotations, "quotation"),
        (report.figures, "figure"),
    )
    return (*rows, (report.prints, "PDF")) if report.prints else rows


def _summary(report: pipeline.Report, *, strict: bool) -> str:
    if report.nothing:
        verdict = "nothing could be built"
    elif strict and (report.failures or report.warnings):
        verdict = "the site was built, but with failures or warnings, and `--strict` allows none"
    else:
        verdict = "the site was built"
    return job_summary(verdict, _rows(report), report.failures, report.warnings)


def _append(file: Path | None, text: str) -> None:
    if file is None:
        return
    try:
        with file.open("a", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except OSError as error:
        raise GeneratorError(f"{file} cannot be written: {error.strerror}") from error


def _problems(report: pipeline.Report) -> str:
    failures = _plural(len(report.failures), "failure")
    return f"{failures}, {_plural(len(report.warnings), 'warning')}"


def _one_line(record: bytes) -> bytes:
    """Spell out the signs that many programs take for the end of a line, as JSON allows."""
    for sign in ("\u2028", "\u2029", "\x85"):
        record = record.replace(sign.encode(), f"\\u{ord(sign):04x}".encode())
    return record


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _shown(text: str) -> str:
    """Return a text with its control characters spelt out: a file name may hold terminal codes.

    Runners of GitHub also obey ``##[...]`` anywhere in a line of a log, and ``::`` at its start,
    where no line of ours has anything but words of ours.
    """
    line = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return line.replace("##[", r"#\x23[")


def _inside_here(path: Path) -> bool:
    return path.is_relative_to(Path.cwd())
