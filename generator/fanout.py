"""One function over many jobs on any ``concurrent.futures.Executor``.

dask's ``Client.get_executor`` and ``mpi4py.futures.MPIPoolExecutor`` hand out such
an executor too, so that no engine is named here.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from contextlib import contextmanager
from typing import TypeVar

from generator.errors import ConfigError

J = TypeVar("J")
R = TypeVar("R")

FEW = 12
"""Below this many jobs, starting workers costs more than it saves: about one second each."""


def run(
    jobs: Sequence[J],
    function: Callable[[J], R],
    executor: Executor | None,
    *,
    lost: Callable[[J], R],
    done: Callable[[], None],
) -> tuple[R, ...]:
    """Return the function's result for each job, in the order of the jobs.

    Args:
        jobs: Values that a worker can be sent.
        function: Importable by name on any worker; it raises nothing on bad input.
        executor: None to work here and now.
        lost: Gives the result of a job whose worker died, such as for lack of memory.
        done: Called after each job, for progress.
    """
    if executor is None:
        return tuple(_told(function(job), done) for job in jobs)
    futures = [executor.submit(function, job) for job in jobs]
    results: list[R] = []
    for job, future in zip(jobs, futures, strict=True):
        try:
            results.append(_told(future.result(), done))
        except BrokenExecutor:
            results.append(_told(_alone(job, function, lost), done))
    return tuple(results)


@contextmanager
def executor_for(name: str, workers: int, jobs: int) -> Iterator[Executor | None]:
    """Give the executor that a setting names, and close it afterwards.

    Args:
        name: ``serial``, ``threads``, ``processes`` or ``package.module:factory``.
        workers: How many at once; 0 for as many as there are processors.
        jobs: How many jobs there are; a few are done in this process.

    Raises:
        ConfigError: If the factory cannot be found or hands out no executor.
    """
    count = workers or os.cpu_count() or 1
    if name == "serial" or (name in {"threads", "processes"} and (jobs < FEW or count == 1)):
        yield None
        return
    if name == "threads":
        made: Executor = ThreadPoolExecutor(count)
    elif name == "processes":
        # spawn and not fork: a forked copy of a process with threads may hang.
        made = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
    else:
        made = _from_factory(name)
    with made:
        yield made


def _from_factory(name: str) -> Executor:
    module, colon, attribute = name.partition(":")
    problem = f"setting 'executor': {name!r} is no serial, threads, processes or module:factory"
    if not colon:
        raise ConfigError(problem, file="mkdocs.yml")
    try:
        made = getattr(importlib.import_module(module), attribute)()
    except (ImportError, AttributeError, TypeError) as error:
        raise ConfigError(f"{problem} that can be imported: {error}", file="mkdocs.yml") from error
    if not isinstance(made, Executor):
        raise ConfigError(f"setting 'executor': {name!r} hands out no Executor", file="mkdocs.yml")
    return made


def _alone(job: J, function: Callable[[J], R], lost: Callable[[J], R]) -> R:
    """Try a job again in a worker of its own: when a pool breaks, the culprit is not known."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        future: Future[R] = pool.submit(function, job)
        try:
            return future.result()
        except BrokenExecutor:
            return lost(job)


def _told(result: R, done: Callable[[], None]) -> R:
    done()
    return result
