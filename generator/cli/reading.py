"""The verbs that read a desk or its editions and change nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from generator import pipeline
from generator.cli.making import main
from generator.cli.told import (
    config_option,
    counts,
    list_problems,
    one_line,
    problems,
    progress,
    shown,
)
from generator.compare.report import compare as compared
from generator.compare.report import fails, summary
from generator.config import load
from generator.errors import GeneratorError
from generator.model import Edition, Failure
from generator.showing import nearest
from generator.showing import show as shown_item


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
            click.echo(f"briefing: {shown(found.path)}: {shown(found.reason)}", err=True)
        else:
            sys.stdout.buffer.write(one_line(msgspec.json.encode(found)) + b"\n")
            sys.stdout.buffer.flush()
    if failed:
        raise SystemExit(1)


@main.command()
@config_option
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
    with progress() as told:
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
@config_option
@click.option("--strict", is_flag=True, help="Exit 1 if anything gave a warning, too.")
def check(config_file: Path, *, strict: bool) -> None:
    """Read, annotate and verify everything in seeds/; write nothing.

    It also names each correction in a corrections.yml that could not be applied, because
    its item or its exact words are gone or because another one contradicts it.

    Exit code 1 if a document could not be read or an item is no slice of its source;
    with --strict also if there is a warning, such as a correction that was not applied.
    """
    config = load(config_file)
    with progress() as told:
        report = pipeline.check(config, progress=told)
    list_problems(report, config)
    click.echo(f"Checked {counts(report)}; {problems(report)}.")
    if report.failures or (strict and report.warnings):
        raise SystemExit(1)


@main.command()
@config_option
@click.argument("id_", metavar="ID")
def show(config_file: Path, id_: str) -> None:
    """Print what is known of one item, and a correction of it to paste.

    ID is that of a claim, quotation, figure or person as it stands in the address of
    its place on the site (q-0a1b2c3d4e in sources/report/#q-0a1b2c3d4e), or the name
    of a document or person there (report in sources/report/).

    Exit code 1 if nothing has this ID; those that look like it are named.
    """
    with progress() as told:
        edition = pipeline.edition_of(load(config_file), progress=told)
    lines = shown_item(edition, id_)
    if lines is None:
        near = ", ".join(nearest(edition, id_)) or "none that looks like it"
        raise GeneratorError(f"nothing on this desk is called {id_!r}; there is {near}")
    for line in lines:
        click.echo(shown(line))


@main.command()
@click.argument("old", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON for other programs.")
@click.option(
    "--fail-on",
    type=click.Choice(["critical", "notice", "none"]),
    default="none",
    show_default=True,
    help="Exit 1 if something at least as grave has changed.",
)
def compare(old: Path, new: Path, fail_on: str, *, as_json: bool) -> None:
    """Print what changed in substance between two versions of a site.

    OLD and NEW are what `briefing export` printed, or a site's data/edition.json.
    Items that only stand in another order, or whose lines are wrapped otherwise, have
    not changed.

    \b
    critical  the words of a quotation, a speaker, a number, a unit or a negation
              changed, or a claim lost one of its sources
    notice    an item was added, removed, moved, or labelled otherwise
    quiet     punctuation
    """  # noqa: D301 - click reads a real backspace as "keep these lines apart"
    found = compared(_edition(old), _edition(new))
    if as_json:
        sys.stdout.buffer.write(one_line(msgspec.json.encode(found)) + b"\n")
        sys.stdout.buffer.flush()
    else:
        for line in summary(found):
            click.echo(shown(line))
    if fails(found, fail_on):
        raise SystemExit(1)


def _edition(file: Path) -> Edition:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Edition)
    except OSError as error:
        raise GeneratorError(f"{file} cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise GeneratorError(f"{file} is no edition of a desk: {error}") from error
