"""A progress bar on stderr."""

from __future__ import annotations

from collections.abc import Callable

from maps.cli.verbosity import quiet

__all__ = ["Bar"]


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
