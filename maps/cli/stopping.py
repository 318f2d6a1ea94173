"""Ctrl-C, SIGTERM and a terminal that closes: each ends a command in order, so that it clears up behind itself.

Python heeds a signal between two of its own steps. Within a long one of GEOS or GDAL it does not, or waits for a thread
that is within one, so another thread ends the process there: what stands half-written then is what a kill leaves, which
the next run clears up.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

__all__ = ["StoppedError", "stoppable"]

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_HEED_SECONDS, _CLEAR_UP_SECONDS = 2.0, 10.0


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
    heard, done = threading.Event(), threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        heard.set()
        signal.signal(number, signal.SIG_IGN)  # once is enough: clearing up is not to be interrupted
        raise StoppedError(number)

    heeded = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, stop) for number in heeded}
    try:
        with _told(lambda number: _end(number, signal.getsignal(number) is stop, heard, done)):
            yield
    finally:
        done.set()
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _told(tell: Callable[[int], None]) -> Iterator[None]:
    """Tell of each signal in a thread, whatever the main thread does."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    before = signal.set_wakeup_fd(write, warn_on_full_buffer=False)

    def listen() -> None:
        while number := os.read(read, 1):
            tell(number[0])
        os.close(read)

    threading.Thread(target=listen, daemon=True, name="signals").start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        os.close(write)


def _end(number: int, ours: bool, heard: threading.Event, done: threading.Event) -> None:
    """End the process if the main thread does not hear of a signal that is for it, or does not come to an end then."""
    if (ours and not heard.wait(_HEED_SECONDS)) or (heard.is_set() and not done.wait(_CLEAR_UP_SECONDS)):
        with suppress(OSError):
            os.write(2, b"zonemap: stopped\n")
        os._exit(128 + number)
