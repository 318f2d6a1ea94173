"""One point at a time, as a person or a web page asks."""

from __future__ import annotations

import shapely

from bench.measure import in_turn
from bench.world import points, polygons
from geodata.coverage_index import CoverageIndex
from zones.labels.labeller import Labeller, ZoneLayer


def microseconds(count: int = 5_000) -> dict[str, float]:
    """Return the median time of one lookup, in microseconds, each engine as it comes."""
    from timezonefinder import TimezoneFinder  # noqa: PLC0415

    shapes = polygons()[272]
    index, tree, finder = CoverageIndex(shapes), shapely.STRtree(shapes), TimezoneFinder()
    layers = [ZoneLayer(zone="north", extents=tuple((unit, "whole") for unit in range(100)))]
    labeller = Labeller(index, {"unit": [str(unit) for unit in range(len(shapes))]}, layers)
    lon, lat = (values.tolist() for values in points(count, seed=3))
    places = list(zip(lon, lat, strict=True))
    finder.timezone_at(lng=36.8, lat=35.9)
    seconds, _ = in_turn(
        {
            "CoverageIndex.lookup": lambda: [index.lookup(lon=x, lat=y) for x, y in places],
            "unit and zones (Labeller.lookup)": lambda: [labeller.lookup(lon=x, lat=y) for x, y in places],
            "timezonefinder timezone_at": lambda: [finder.timezone_at(lng=x, lat=y) for x, y in places],
            "shapely STRtree": lambda: [
                tree.query(shapely.Point(x, y), predicate="intersects") for x, y in places
            ],
        },
        5,
    )
    return {name: taken / count * 1e6 for name, taken in seconds.items()}
