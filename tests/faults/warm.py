"""What the processes of `jobs` have loaded before they begin, so that each run costs no more than its own work."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

import zones
from geodata.units import AdminUnits

AdminUnits.builtin().geometries()
zones.load()
for name in (
    *(f"maps.cli.{command}" for command in ("map", "export", "figure", "area", "ask", "compare", "label", "fetching")),
    "maps.compared_page", "spacy", "zones.asking", "zones.reading.sentence.parser", "zones.side_by_side",
    *(f"maps.formats.{name}" for name in ("geopackage", "geoparquet", "kml", "shapefile", "topojson", "xlsx")),
    "maps.web", "maps.geojson", "maps.save", "maps.figure", "zones.assembly", "zones.document_reader",
    "zones.labels.dataset", "geodata.fetch", "geodata.coverage_index", "xlsxwriter", "pyogrio", "geopandas",
    "requests", "urllib3", "rich.progress", "matplotlib.backends.backend_pdf",
    "matplotlib.backends.backend_svg", "matplotlib.backends.backend_agg",
):  # fmt: skip
    with suppress(ImportError):  # an extra that is not there
        import_module(name)
