"""Counts and latencies in Prometheus' text format: of routes and outcomes, never of what was asked."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["MEDIA_TYPE", "Metrics", "method_label", "resident_bytes"]

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


@dataclass(slots=True)
class _Latency:
    counts: list[int] = field(default_factory=lambda: [0] * (len(_BOUNDS) + 1))
    seconds: float = 0.0


class Metrics:
    """What the server has done since it started.

    Labels are route templates and a closed list of methods, so their number is bounded whatever is asked.
    """

    def __init__(self) -> None:
        self.under_way = 0
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._latencies: dict[str, _Latency] = {}
        self._lookups: Counter[str] = Counter()
        self._sent_bytes = 0

    def observe(self, *, route: str, method: str, status: int, seconds: float, sent_bytes: int) -> None:
        """Count one request."""
        self._requests[route, method_label(method), status] += 1
        latency = self._latencies.setdefault(route, _Latency())
        latency.counts[bisect_left(_BOUNDS, seconds)] += 1
        latency.seconds += seconds
        self._sent_bytes += sent_bytes

    def looked_up(self, outcome: str) -> None:
        """Count one lookup: in_zone, outside, ambiguous, unknown or refused."""
        self._lookups[outcome] += 1

    def text(self) -> str:
        """Return everything in the text format, version 0.0.4."""
        lines = [
            *_head("zonemap_requests_total", "counter", "Requests answered."),
            *(
                f'zonemap_requests_total{{route="{route}",method="{method}",status="{status}"}} {count}'
                for (route, method, status), count in sorted(self._requests.items())
            ),
            *_head("zonemap_request_seconds", "histogram", "Time to answer."),
            *(line for route in sorted(self._latencies) for line in self._histogram(route)),
            *_head("zonemap_lookups_total", "counter", "Places looked up, by outcome."),
            *(f'zonemap_lookups_total{{outcome="{name}"}} {n}' for name, n in sorted(self._lookups.items())),
            *_head("zonemap_response_bytes_total", "counter", "Bytes of bodies sent."),
            f"zonemap_response_bytes_total {self._sent_bytes}",
            *_head("zonemap_requests_under_way", "gauge", "Requests being answered."),
            f"zonemap_requests_under_way {self.under_way}",
        ]
        if memory := resident_bytes():
            lines += [
                *_head("process_resident_memory_bytes", "gauge", "Resident memory."),
                f"process_resident_memory_bytes {memory}",
            ]
        return "\n".join(lines) + "\n"

    def _histogram(self, route: str) -> list[str]:
        latency = self._latencies[route]
        lines, total = [], 0
        for bound, count in zip((*_BOUNDS, "+Inf"), latency.counts, strict=True):
            total += count
            lines.append(f'zonemap_request_seconds_bucket{{route="{route}",le="{bound}"}} {total}')
        lines.append(f'zonemap_request_seconds_sum{{route="{route}"}} {latency.seconds:.6f}')
        lines.append(f'zonemap_request_seconds_count{{route="{route}"}} {total}')
        return lines


def method_label(method: str) -> str:
    """Return a request's method, or ``other``: clients may invent any."""
    return method if method in _METHODS else "other"


def resident_bytes(process: int | str = "self") -> int | None:
    """Return the resident memory of a process in bytes; None where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _head(name: str, kind: str, about: str) -> tuple[str, str]:
    return f"# HELP {name} {about}", f"# TYPE {name} {kind}"
