"""The verbs that make something: a desk, its site, its prints, and a server of it."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import click

from generator import pipeline
from generator.cli.told import (
    Group,
    Line,
    append,
    config_option,
    counts,
    inside_here,
    list_problems,
    problems,
    progress,
    shown,
    summary_of,
)
from generator.config import load
from generator.engine import serve_site
from generator.errors import GeneratorError
from generator.job_summary import job_summary
from generator.resources import template_root


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
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
      briefing show ID          look an item up, and get a correction to paste

    Every claim, quotation and figure on the site leads to its exact words in the
    source. What a source does not state is printed as not stated.
    """  # noqa: D301 - click reads a real backspace as "keep these lines apart"
    teller = logging.StreamHandler()
    teller.setFormatter(Line("briefing: %(message)s"))
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
@config_option
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
        with progress() as told:
            report = pipeline.build(config, progress=told)
    except GeneratorError as error:
        append(summary, job_summary("the site was not built", reason=str(error)))
        raise
    list_problems(report, config)
    append(summary, summary_of(report, strict=strict))
    if report.nothing:
        click.echo(
            f"Nothing could be built, and {shown(config.site.name)}/ is as it was; "
            f"{problems(report)}."
        )
        raise SystemExit(1)
    where = config.site.relative_to(Path.cwd()) if inside_here(config.site) else config.site
    click.echo(f"Built {shown(str(where))}/index.html from {counts(report)}; {problems(report)}.")
    if strict and (report.failures or report.warnings):
        raise SystemExit(1)


def _folder(_context: click.Context, _option: click.Parameter, name: str) -> Path:
    """Return the folder that an option names; an empty name would mean the folder we are in."""
    if not name.strip():
        raise click.BadParameter("name a folder")
    return Path(name)


@main.command()
@config_option
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
    with progress() as told:
        prints = pipeline.print_stories(config, stories, progress=told)
    if not prints.pages and not prints.problems:
        click.echo("There are no briefings to print.")
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
        for page in prints.pages:
            file = out / Path(page.path).name
            file.write_bytes(page.content)
            click.echo(shown(str(file)))
    except OSError as error:
        raise GeneratorError(f"{out} cannot be written: {error.strerror}") from error
    for problem in prints.problems:
        click.echo(f"briefing: {shown(problem)}", err=True)
    if prints.problems:
        raise SystemExit(1)


@main.command()
@config_option
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="HOST:PORT.")
def serve(config_file: Path, address: str) -> None:
    """Serve the site and build again whenever a source or template changes.

    This is for your own machine: never open it to a network.
    """
    load(config_file)
    serve_site(config_file.resolve(), address)
