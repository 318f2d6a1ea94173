"""What the server allows: sizes, counts and times."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULT_LIMIT", "MAX_LIMIT", "Limits"]

MAX_LIMIT = 1000
"""The most features on one page."""


DEFAULT_LIMIT = 100
"""How many without being told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one client may ask of the server.

    Parameters
    ----------
    body_bytes
        The largest request body.
    head_bytes
        The largest request line with headers.
    batch_points
        The most points in one ``POST /lookup``.
    head_seconds
        Time from connecting, or from the last answer, until a request's head is complete.
    request_seconds
        Time for a request's body and for answering it.
    idle_seconds
        Time for which a connection is kept between requests.
    drain_bytes_per_second
        The slowest a client may take an answer.
    connections
        The most connections at once; beyond it the answer is 503. `run` lowers it to what the system allows.
    lookups
        The most lookups worked on at once; others wait.
    batches
        The most batches of lookups at once, those that wait included; beyond it the answer is 503.
    shutdown_seconds
        Time for requests under way once the server is told to stop.
    """

    body_bytes: int = 256 * 1024
    head_bytes: int = 16 * 1024
    batch_points: int = 1000
    head_seconds: float = 10.0
    request_seconds: float = 30.0
    idle_seconds: int = 5
    drain_bytes_per_second: int = 512
    connections: int = 1000
    lookups: int = 2
    batches: int = 4
    shutdown_seconds: int = 10

    def __post_init__(self) -> None:
        for name in self.__dataclass_fields__:
            value = getattr(self, name)
            if value <= 0:
                raise ValueError(f"{name} is {value}; expected more than 0")
