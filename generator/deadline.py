"""A limit on the time that one document may take, so that a hostile one stalls no desk."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 1.0
"""Seconds after which the alarm is repeated: a library may have caught the first one."""


class TooLongError(BaseException):
    """The work took longer than it may. No ``except Exception`` of a library swallows it."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooLongError in the work within once it has computed for so long.

    Time spent waiting for a disk, or asleep, does not count: a busy machine loses no
    document. Where there are no such alarms (Windows, threads), there is no limit.
    """
    able = hasattr(signal, "SIGVTALRM") and threading.current_thread() is threading.main_thread()
    if not able:
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _over(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError
