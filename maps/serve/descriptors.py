"""How many connections the open files allow that the system gives a process."""

from __future__ import annotations

import errno
from dataclasses import replace

from maps.serve.limits import Limits
from maps.serve.refusal import MOST_REFUSED

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

__all__ = ["ACCEPTED_AT_ONCE", "within_descriptors"]

ACCEPTED_AT_ONCE = 32
"""How many connections the event loop takes in a round, before anything else can happen."""

_ROUNDS = 4  # accepted, given a transport, refused, closed
_OUR_OWN = 64
_SPARE = _ROUNDS * ACCEPTED_AT_ONCE + MOST_REFUSED + _OUR_OWN


def within_descriptors(limits: Limits) -> Limits:
    """Return limits with no more connections than there can be, after asking the system for as many as wanted.

    A server that runs out of descriptors cannot even refuse a connection: it stalls and logs each attempt.

    Raises
    ------
    OSError
        If the process may open too few files for any connection.
    """
    if resource is None:
        return limits
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = limits.connections + _SPARE
    if _allows(soft, wanted):
        return limits
    allowed = wanted if _allows(hard, wanted) else hard
    if allowed <= _SPARE:
        raise OSError(
            errno.EMFILE,
            f"this process may open {allowed} files; expected more than {_SPARE} to serve: raise it by ulimit -n",
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return replace(limits, connections=allowed - _SPARE)


def _allows(limit: int, wanted: int) -> bool:
    return limit == resource.RLIM_INFINITY or limit >= wanted
