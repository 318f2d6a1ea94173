"""What is being done, told on stderr where that is a terminal: a bar for rows and bytes, a line for what takes long."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from maps.cli.terminal import echo
from maps.cli.verbosity import quiet

__all__ = ["Bar", "telling"]

_LONG_SECONDS = 2.0


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Tell on stderr what takes over two seconds, where that is a terminal and the command is not to be quiet."""
    if quiet() or not sys.stderr.isatty():
        yield
        return
    late = threading.Timer(_LONG_SECONDS, echo, (f"{what} ... (Ctrl-C ends it)",), {"err": True})
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()


class Bar:
    """A progress bar on stderr where that is a terminal and the command is not to be quiet; silence elsewhere.

    Parameters
    ----------
    name
        What is being done.
    words
        Say how much of it is done, for example ``"2,000 rows"``.
    """

    def __init__(self, name: str, words: Callable[[int], str]) -> None:
        self._name = name
        self._words = words

    def __enter__(self) -> Bar:
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True)
        self._progress = Progress(console=console, transient=True, disable=quiet() or not console.is_terminal)
        self._task = self._progress.add_task(self._name, total=1.0)
        self._progress.start()
        return self

    def __call__(self, done: int, share: float) -> None:
        """Show that a share between 0 and 1 is done."""
        self._progress.update(self._task, completed=share, description=self._words(done))

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
