"""The stages in order, what is cached and what failed; reads as a table of contents."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from datetime import UTC, date, datetime, time
from pathlib import Path

import msgspec

from generator.config import Config
from generator.desk import gather, seed_of
from generator.edition import assemble, published
from generator.engine import build_site
from generator.errors import ConfigError, PrintError, VerificationError
from generator.fanout import executor_for, run
from generator.link.stage import join, sketch
from generator.model import Annotation, Edition, Failure, Page
from generator.overlay import Overlay, lay, read_overlay
from generator.printing import Prints, print_sheets
from generator.publish import publish
from generator.render.stage import Look, printed, render, sheets
from generator.store import Store
from generator.verify import cut_words, verify
from generator.worker import Job, Outcome, process

Progress = Callable[[str, int, int], None]
"""Told the name of a step, how much of it is done and how much there is."""

NAMED = 5
"""So many briefings at most are named to somebody who asked for one that is not there."""


class Report(msgspec.Struct, frozen=True):
    """What a build made."""

    documents: int
    stories: int
    claims: int
    quotations: int
    figures: int
    prints: int
    """PDFs that were made."""
    failures: tuple[Failure, ...]
    warnings: tuple[str, ...]
    newest: str | None
    """The latest publication day that a document states."""

    @property
    def nothing(self) -> bool:
        """Whether there were documents and none could be read: no site is made of that."""
        return self.documents == 0 and bool(self.failures)


class Harvest(msgspec.Struct, frozen=True):
    """Every document of a desk that could be read, and those that could not."""

    annotations: tuple[Annotation, ...]
    failures: tuple[Failure, ...]


def prepare(
    config: Config, *, executor: Executor | None = None, progress: Progress | None = None
) -> Report:
    """Turn a desk's seeds into its pages below ``docs/``.

    Args:
        config: The desk.
        executor: Any executor; None for the one that the settings name.
        progress: Told of each step.

    Raises:
        VerificationError: If something would be printed that is no slice of its source;
            nothing has been written then.
    """
    tell = progress or _silent
    overlay = overlay_of(config)
    harvest = gather_all(config, executor=executor, progress=tell)
    edition, doubts = verified(harvest.annotations, tell, overlay)
    if harvest.failures and not harvest.annotations:
        # An empty site in place of the last good one would help nobody.
        return _report(edition, harvest.failures, doubts)
    pages, prints = rendered(config, edition, tell)
    outcome = publish((*pages, *prints.pages), config.docs)
    refused = (
        f"{config.docs.name}/{path} is yours: the page of that name was not written"
        for path in outcome.refused
    )
    report = _report(edition, harvest.failures, (*doubts, *refused, *prints.problems))
    return msgspec.structs.replace(report, prints=len(prints.pages))


def build(
    config: Config, *, executor: Executor | None = None, progress: Progress | None = None
) -> Report:
    """Turn a desk's seeds into its site.

    Raises:
        GeneratorError: If no site could be built; the last good one is still in its place.
    """
    tell = progress or _silent
    report = prepare(config, executor=executor, progress=tell)
    if report.nothing:
        return report
    tell("building the site", 0, 1)
    warnings = build_site(config.file, config.site, newest=_seconds(report.newest))
    return msgspec.structs.replace(report, warnings=(*report.warnings, *warnings))


def check(config: Config, *, progress: Progress | None = None) -> Report:
    """Read, annotate and verify a desk; write nothing.

    Raises:
        VerificationError: As :func:`prepare`.
    """
    tell = progress or _silent
    overlay = overlay_of(config)
    harvest = gather_all(config, progress=tell, keep=False)
    edition, doubts = verified(harvest.annotations, tell, overlay)
    cut = (line for one in harvest.annotations for line in cut_words(one, one.text or ""))
    return _report(edition, harvest.failures, (*doubts, *cut))


def edition_of(config: Config, *, progress: Progress | None = None) -> Edition:
    """Return a desk's whole edition, texts included, without writing anything."""
    tell = progress or _silent
    overlay = overlay_of(config)
    return verified(gather_all(config, progress=tell, keep=False).annotations, tell, overlay)[0]


def overlay_of(config: Config) -> Overlay:
    """Return what people of a desk state in files of their own, or fail before any work."""
    if not config.seeds.is_dir():
        return Overlay()
    return read_overlay(config.seeds, config.settings.seeds)


def gather_all(
    config: Config,
    *,
    executor: Executor | None = None,
    progress: Progress,
    keep: bool = True,
) -> Harvest:
    """Read, clean and annotate every source of a desk, in the order of their paths and parts.

    Args:
        config: The desk.
        executor: None for the one that the settings name.
        progress: Told after each document.
        keep: Whether results go through the cache; without it nothing is written.
    """
    if not config.seeds.is_dir():
        problem = f"there is no folder {config.settings.seeds!r} to read documents from; make it"
        raise ConfigError(problem, file=config.file.name)
    seeds, unfit = gather(config.seeds)
    store = Store(config.cache) if keep else None
    jobs = [Job(seed, str(config.cache) if keep else None) for seed in seeds]
    outcomes = _fanned_out(config, jobs, executor, progress)
    made = tuple(
        _whole(job, one, store) for job, of in zip(jobs, outcomes, strict=True) for one in of
    )
    failures = [*unfit, *(one.failure for one in made if one.failure)]
    if store is not None:
        store.keep_only(one.key for one in made if one.key)
    found = tuple(one.annotation for one in made if one.annotation)
    return Harvest(found, tuple(sorted(failures, key=lambda f: f.path)))


NOTHING = Overlay()
"""A desk whose people state nothing."""


def verified(
    annotations: Iterable[Annotation], progress: Progress, overlay: Overlay = NOTHING
) -> tuple[Edition, tuple[str, ...]]:
    """Join documents to an edition and refuse it if anything in it is no slice of its source.

    Returns:
        The edition, and what of the overlay was not heard.
    """
    progress("linking", 0, 1)
    laid = lay(annotations, overlay)
    found = laid.corrected.annotations
    links = join((sketch(one) for one in found), laid.known)
    edition = laid.finished(assemble(found, links))
    breaches = verify(edition, texts_of(edition))
    if breaches:
        raise VerificationError(breaches)
    progress("linking", 1, 1)
    return edition, (*laid.warnings, *laid.orphans(edition))


def rendered(
    config: Config, edition: Edition, progress: Progress
) -> tuple[tuple[Page, ...], Prints]:
    """Return every page of a desk's site, and its PDFs where the desk wants some."""
    texts = texts_of(edition)
    if config.settings.source_text == "excerpts":
        shown = {
            member.id: printed(member.annotation, texts[member.id]) for member in edition.documents
        }
        edition = published(edition, shown)
    look = _look(config)
    prints = Prints()
    if config.settings.pdf:
        try:
            prints = print_sheets(config, sheets(edition, texts, look), progress)
        except PrintError as error:
            prints = Prints(problems=(f"PDF skipped: {error}",))
        look = msgspec.structs.replace(look, prints=prints.versions)
    progress("writing pages", 0, 1)
    pages = render(edition, texts, look)
    progress("writing pages", 1, 1)
    return pages, prints


def print_stories(
    config: Config, stories: Iterable[str], *, progress: Progress | None = None
) -> Prints:
    """Return the PDFs of some stories, or of all where none is named; write nothing.

    Raises:
        PrintError: If there is no such story, or the typesetter is not installed.
        TemplateError: If the print template is wrong.
    """
    tell = progress or _silent
    edition = edition_of(config, progress=tell)
    known = [story.id for story in edition.stories]
    wanted = frozenset(stories)
    for one in sorted(wanted - frozenset(known)):
        raise PrintError(f"there is no briefing {one!r}; {_instead(one, known)}")
    found = sheets(edition, texts_of(edition), _look(config))
    return print_sheets(
        config, tuple(s for s in found if s.id in wanted or not wanted), tell, keep=False
    )


def _instead(story: str, known: list[str]) -> str:
    """Return what to say of the stories that there are to somebody who named another."""
    near = difflib.get_close_matches(story, known, n=3)
    if near:
        return f"did you mean {' or '.join(near)}?"
    more = f" and {len(known) - NAMED} more" if len(known) > NAMED else ""
    return f"the briefings are {', '.join(known[:NAMED])}{more}" if known else "there is none yet"


def _look(config: Config) -> Look:
    settings = config.settings
    return Look(
        site_name=config.site_name,
        templates=str(config.templates / "pages"),
        source_text=settings.source_text,
        page_size=settings.page_size,
        site_url=config.site_url,
        folders=config.folders,
        paper=settings.paper,
        handling=settings.handling,
    )


def annotate_file(file: Path) -> tuple[Annotation | Failure, ...]:
    """Read, clean and annotate the documents of one file; it needs no desk."""
    try:
        seed = seed_of(file)
    except OSError as error:
        return (Failure(str(file), "read", error.strerror or str(error)),)
    found: list[Annotation | Failure] = []
    for outcome in process(Job(seed, None)):
        if outcome.annotation:
            found.append(outcome.annotation)
        elif outcome.failure:
            path = f"{file}{outcome.path.removeprefix(seed.path)}"
            found.append(msgspec.structs.replace(outcome.failure, path=path))
    return tuple(found)


def texts_of(edition: Edition) -> Mapping[str, str]:
    """Return the text of record of each document by its id."""
    return {member.id: member.annotation.text or "" for member in edition.documents}


def _fanned_out(
    config: Config, jobs: list[Job], executor: Executor | None, progress: Progress
) -> tuple[tuple[Outcome, ...], ...]:
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        progress("reading", done, len(jobs))

    progress("reading", 0, len(jobs))
    if executor is not None:
        return run(jobs, process, executor, lost=_lost, done=one_more)
    name, workers = config.settings.executor, config.settings.workers
    with executor_for(name, workers, len(jobs)) as made:
        return run(jobs, process, made, lost=_lost, done=one_more)


def _lost(job: Job) -> tuple[Outcome, ...]:
    reason = "its worker died, most likely for lack of memory"
    return (Outcome(job.seed.path, None, None, Failure(job.seed.path, "read", reason)),)


def _whole(job: Job, outcome: Outcome, store: Store | None) -> Outcome:
    """Return an outcome with its annotation out of the store, made anew if it is gone from there.

    Another build of the same desk may have cleared it meanwhile.
    """
    if outcome.failure or outcome.key is None or store is None:
        return outcome
    kept = store.get(outcome.key, Annotation)
    if kept is None:
        anew = process(Job(job.seed, None))
        return next((one for one in anew if one.path == outcome.path), outcome)
    return msgspec.structs.replace(outcome, annotation=kept)


def _report(edition: Edition, failures: tuple[Failure, ...], warnings: tuple[str, ...]) -> Report:
    found = [member.annotation for member in edition.documents]
    return Report(
        documents=len(found),
        stories=len(edition.stories),
        claims=sum(len(a.claims) for a in found),
        quotations=sum(len(a.quotations) for a in found),
        figures=sum(len(a.figures) for a in found),
        prints=0,
        failures=failures,
        warnings=warnings,
        newest=max((a.published.date for a in found if a.published), default=None),
    )


def _seconds(day: str | None) -> int | None:
    """Return the first second of an ISO day, in UTC, since 1970."""
    if day is None:
        return None
    return int(datetime.combine(date.fromisoformat(day), time(), UTC).timestamp())


def _silent(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""
