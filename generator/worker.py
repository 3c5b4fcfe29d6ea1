"""What a worker does: one file in, an annotation of each of its documents out."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points, version
from pathlib import Path

import msgspec

from generator.annotate.stage import annotate
from generator.clean.stage import clean
from generator.deadline import TooLongError, deadline
from generator.desk import SIDECAR, Seed, bytes_of, laid_over, sidecar_statements, sidecars_among
from generator.errors import BreachError, GeneratorError, UnreadableError
from generator.ids import part_id
from generator.model import Annotation, Failure
from generator.readers.containers import Part
from generator.readers.stage import parts_of, read_part
from generator.resources import PACKAGE
from generator.store import Store, fingerprint, key_of
from generator.verify import verify_document

_PARTS = (
    *("model", "readers", "clean", "annotate"),
    *("desk.py", "ids.py", "litter.py", "offsets.py", "registry.py", "resources.py"),
    *("verify.py", "wording.py"),
)
"""The code and word lists that decide what an annotation is."""
_PARSERS = ("lxml", "trafilatura", "markdown-it-py", "sentencex", "charset-normalizer", "pypdfium2")
"""Libraries that decide with them: another release is another result."""

MAX_SECONDS = 120
"""Of computing that one document may take; an honest one takes less than two."""

_GROUPS = ("generator.readers", "generator.cleaners")
"""Through these another package takes part in making an annotation."""


class Job(msgspec.Struct, frozen=True):
    """One file whose documents are to be made, as a worker is told of it."""

    seed: Seed
    cache: str | None
    """The folder of the store; None to work without one."""


class Sidecar(msgspec.Struct, frozen=True):
    """What people state about a document."""

    name: str
    data: bytes
    inside: bool
    """Whether it lies in the file with the document, and not beside it on the desk."""


class Piece(msgspec.Struct, frozen=True):
    """One document of a file, with what people state about it."""

    part: Part
    sidecars: tuple[Sidecar, ...]
    """One beside the file speaks of all of it; one inside comes after it."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of one document: where its annotation is kept, or why there is none."""

    path: str
    """Of the file, and after it the name of its part if it holds several."""
    key: str | None
    annotation: Annotation | None
    """Only where there is no store: values travel through it, not between processes."""
    failure: Failure | None


def process(job: Job) -> tuple[Outcome, ...]:
    """Make the documents of one file: the function that workers run.

    It raises nothing on a bad document. Here and nowhere below are the bytes of a
    source read.
    """
    try:
        pieces, unclear = _pieces(job.seed)
    except (Exception, TooLongError) as error:  # noqa: BLE001 - one bad file must not spoil the rest
        return (_failed(job.seed.path, "read", error),)
    made = (_made(job, piece) for piece in pieces)
    return (*made, *(Outcome(one.path, None, None, one) for one in unclear))


def _pieces(seed: Seed) -> tuple[tuple[Piece, ...], tuple[Failure, ...]]:
    """Return each document of a file with what is stated beside it, and sidecars of none."""
    data = bytes_of(seed.file)
    name = seed.sidecar
    beside = (Sidecar(name, bytes_of(name), inside=False),) if name else ()
    with deadline(MAX_SECONDS):
        parts = parts_of(data, seed.path)
    named = {part.name: part.data for part in parts if part.name and not _is_lost(part)}
    owners, unclear = sidecars_among(named)
    pieces = []
    for part in parts:
        own = owners.get(part.name or "")
        if part.name is None or not part.name.endswith(SIDECAR) or _is_lost(part):
            inside = (Sidecar(own, named[own], inside=True),) if own else ()
            pieces.append(Piece(part, (*beside, *inside)))
    failures = (Failure(f"{seed.path}/{one.path}", one.stage, one.reason) for one in unclear)
    return tuple(pieces), tuple(failures)


def _is_lost(part: Part) -> bool:
    """Return whether a part is a sidecar that cannot be read: one failure, and no empty sidecar."""
    return bool(part.refused) and (part.name or "").endswith(SIDECAR)


def _made(job: Job, piece: Piece) -> Outcome:
    """Make one document."""
    seed, part = job.seed, piece.part
    path = f"{seed.path}/{part.name}" if part.name else seed.path
    document_id = part_id(seed.document, part.name) if part.name else seed.document
    stage = "read"
    try:
        said = (side for one in piece.sidecars for side in (Path(one.name).name, one.data))
        key = key_of(_fingerprint(), document_id, path, part.data, *said)
        store = Store(Path(job.cache)) if job.cache else None
        if store is not None and store.get(key, Annotation) is not None:
            return Outcome(path, key, None, None)
        with deadline(MAX_SECONDS):
            extract = read_part(part, seed.path)
            stated = extract.stated
            for one in piece.sidecars:
                name = Path(one.name).name
                stated = laid_over(stated, sidecar_statements(one.data, name, inside=one.inside))
            stage = "clean"
            document = clean(msgspec.structs.replace(extract, stated=stated), document_id)
            stage = "annotate"
            annotation = annotate(document)
        stage = "verify"
        _refuse_breaches(annotation)
        if store is None:
            return Outcome(path, key, annotation, None)
        store.put(key, annotation)
        return Outcome(path, key, None, None)
    except (Exception, TooLongError) as error:  # noqa: BLE001 - one bad document must not spoil the rest
        return _failed(path, stage, error)


def _refuse_breaches(annotation: Annotation) -> None:
    """Raise if an item is no slice of its document: the others need not suffer for it."""
    breaches = verify_document(annotation)
    if breaches:
        raise BreachError(breaches)


def _failed(path: str, stage: str, error: BaseException) -> Outcome:
    """Return what became of a document that an error ended; errors that end a build go on."""
    if isinstance(error, GeneratorError) and not isinstance(error, UnreadableError | BreachError):
        raise error
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, TooLongError):
        reason = f"it took longer than {MAX_SECONDS} seconds"
    elif isinstance(error, UnreadableError | BreachError):
        reason = str(error)
    elif isinstance(error, OSError):
        reason = error.strerror or str(error)
    return Outcome(path, None, None, Failure(path, stage, reason))


@cache
def _fingerprint() -> str:
    code = fingerprint(PACKAGE / part for part in _PARTS)
    libraries = (f"{name} {version(name)}" for name in _PARSERS)
    guests = sorted(
        f"{group} {point.value} {point.dist.version if point.dist else ''}"
        for group in _GROUPS
        for point in entry_points(group=group)
    )
    return key_of(code, *libraries, *guests)
