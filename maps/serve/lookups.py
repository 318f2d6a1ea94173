"""Lookups in worker threads, few at a time, so that the server stays awake."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread

from geodata.errors import GeodataError
from maps.serve.batch import Batch, Point
from maps.serve.problems import Problem, of_lookup, too_busy
from zones.errors import ZonesError

if TYPE_CHECKING:
    from maps.serve.limits import Limits
    from maps.serve.metrics import Metrics
    from zones.lookup import Answer
    from zones.zone_set import ZoneSet

__all__ = ["Lookups"]

Json = dict[str, Any]
_CHUNK = 10


class Lookups:
    """Looks up places and positions.

    Parameters
    ----------
    zone_set
        The zones.
    limits
        How many lookups and batches are worked on at once; other lookups wait, and some batches.
    metrics
        Where outcomes are counted.
    """

    def __init__(self, zone_set: ZoneSet, *, limits: Limits, metrics: Metrics) -> None:
        zone_set.toponyms.prepare()
        self._zone_set = zone_set
        self._metrics = metrics
        self._limits = limits
        self._threads: anyio.CapacityLimiter | None = None
        self._batches = 0
        self._in_turn = asyncio.Semaphore(limits.lookups)

    async def one(self, point: Point, on: date | None) -> Json:
        """Return the answer for one place or position.

        Raises
        ------
        Problem
            404 if nobody knows the name, 409 if it has several meanings, 400 if it is no position.
        """
        found = await anyio.to_thread.run_sync(self._look_up, point, on, limiter=self._limiter())
        if isinstance(found, Problem):
            raise found
        return found.to_dict()

    async def many(self, batch: Batch) -> Json:
        """Return the answers for a batch in its order, and once for all the standing in the zones met.

        A few batches are taken on, and worked on in the order they came: all of many at once would end too late.

        Raises
        ------
        Problem
            503 if there are as many as may be.
        """
        if self._batches >= self._limits.batches:
            raise too_busy()
        self._batches += 1
        try:
            async with self._in_turn:
                return await self._answers(batch)
        finally:
            self._batches -= 1

    async def _answers(self, batch: Batch) -> Json:
        """Work in chunks, so that others come between, and time that runs out ends it."""
        on = batch.day
        answers: list[Json] = []
        for start in range(0, len(batch.points), _CHUNK):
            chunk = batch.points[start : start + _CHUNK]
            answers += await anyio.to_thread.run_sync(self._rows, chunk, on, limiter=self._limiter())
        met = {zone["zone"] for row in answers if "answer" in row for zone in row["answer"]["zones"]}
        standing = [s.to_dict() for s in self._zone_set.standing(on) if s.zone in met]
        return {"on": None if on is None else on.isoformat(), "answers": answers, "standing": standing}

    def _limiter(self) -> anyio.CapacityLimiter:
        """Return the limiter of threads, which has to be made inside the event loop."""
        if self._threads is None:
            self._threads = anyio.CapacityLimiter(self._limits.lookups)
        return self._threads

    def _rows(self, points: tuple[Point, ...], on: date | None) -> list[Json]:
        rows: list[Json] = []
        for point in points:
            found = self._look_up(point, on)
            row: Json = {"id": point.id}
            if isinstance(found, Problem):
                row["problem"] = found.to_dict()
            else:
                row["answer"] = {name: value for name, value in found.to_dict().items() if name != "standing"}
            rows.append(row)
        return rows

    def _look_up(self, point: Point, on: date | None) -> Answer | Problem:
        try:
            answer = self._zone_set.lookup(point.place, lon=point.lon, lat=point.lat, on=on)
        except (GeodataError, ZonesError) as error:
            problem = of_lookup(error)
            self._metrics.looked_up({404: "unknown", 409: "ambiguous"}.get(problem.status_code, "refused"))
            return problem
        self._metrics.looked_up("in_zone" if answer.zones else "outside")
        return answer
