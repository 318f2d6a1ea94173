"""Ctrl-C, SIGTERM and a terminal that closes: each ends a command in order, so that it clears up behind itself."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["StoppedError", "stoppable"]

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class StoppedError(KeyboardInterrupt):
    """A signal that asks for the end; a `KeyboardInterrupt`, so that no ``except Exception`` holds it up.

    Attributes
    ----------
    exit_code
        128 and the signal's number, as shells have it.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Let signals raise `StoppedError` in the main thread; those that are ignored, as by nohup, stay so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heeded = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _stop) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    signal.signal(number, signal.SIG_IGN)  # once is enough: clearing up is not to be interrupted
    raise StoppedError(number)
