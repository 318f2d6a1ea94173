"""What goes wrong with a layer of a user's own."""

from __future__ import annotations

from zones.errors import ZonesError


class LayerError(ZonesError, ValueError):
    """
    A layer that can't be shown.

    Attributes
    ----------
    source
        The file, or the title of what came as a frame.
    """

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        super().__init__(f"{source}: {problem}")
