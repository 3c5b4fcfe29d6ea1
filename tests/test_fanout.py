"""Fanning out: the same results on any executor, and a dead worker is one loss."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.errors import ConfigError
from generator.fanout import executor_for, run


def double(number):
    """Return twice a number; 13 kills its worker, as a lack of memory would."""
    if number == 13:
        os._exit(1)
    return 2 * number


def lost(number):
    """Return what stands for the result of a worker that died."""
    return -number


def threads():
    """Hand out an executor, as a setting may name a factory to do."""
    return ThreadPoolExecutor(2)


JOBS = [3, 1, 2] * 5


@pytest.mark.parametrize("name", ["serial", "threads", "processes", f"{__name__}:threads"])
def test_any_executor_gives_the_same(name):
    """Results stand in the order of the jobs, whoever did them."""
    ticks = []
    with executor_for(name, 2, len(JOBS)) as executor:
        results = run(JOBS, double, executor, lost=lost, done=lambda: ticks.append(1))
    assert results == tuple(2 * j for j in JOBS)
    assert len(ticks) == len(JOBS)


def test_a_dead_worker_is_one_loss():
    """One job that kills its worker loses its own result and no other."""
    jobs = [*range(1, 16)]
    with executor_for("processes", 2, len(jobs)) as executor:
        results = run(jobs, double, executor, lost=lost, done=lambda: None)
    assert results == tuple(-13 if j == 13 else 2 * j for j in jobs)


@pytest.mark.parametrize("name", ["fast", "os:path", "no.such.module:x", f"{__name__}:no_such"])
def test_an_unknown_executor_is_named(name):
    """A factory that is none is a setting to mend."""
    with pytest.raises(ConfigError, match="executor"), executor_for(name, 1, 100):
        pass
