"""What the processes of `jobs` have loaded before they begin, so that each run costs no more than its own work."""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module

import zones
from geodata.units import AdminUnits
from zones.errors import LanguageModelError
from zones.reading.sentence.model import load_model

AdminUnits.builtin().geometries()
zones.load()
for name in (
    "tests.faults.jobs",  # and with it the writers
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

with suppress(LanguageModelError):
    load_model()
gc.freeze()  # or the first collection in a process would copy all the memory that it has in common with this one
