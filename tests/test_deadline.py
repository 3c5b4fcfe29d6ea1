"""The limit on the time of one document."""

from __future__ import annotations

import contextlib
import signal
import threading

import pytest

from generator.deadline import TooLongError, deadline


def _endless() -> None:
    while True:
        with contextlib.suppress(Exception):
            sum(range(1000))


def test_endless_work_is_ended():
    """Work that never ends is ended, though it catches every exception, and no alarm is left."""
    with pytest.raises(TooLongError), deadline(0.1):
        _endless()
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_quick_work_is_left_alone():
    """Work within the limit is not disturbed, and what held the alarm before has it back."""
    before = signal.getsignal(signal.SIGVTALRM)
    with deadline(60):
        assert signal.getsignal(signal.SIGVTALRM) is not before
    assert signal.getsignal(signal.SIGVTALRM) is before


def test_a_thread_works_without_limit():
    """Where no alarm can be set, the work is done all the same."""
    done = []

    def work() -> None:
        with deadline(60):
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]
