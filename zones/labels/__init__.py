"""
Labels for points: their units, their zones, and whether a zone has the unit whole or in part.

    of_units         unit_labeller: a Labeller from AdminUnits and zones told by P-codes and outlines
    labeller         Labeller: points to Labels, as arrays or one at a time
    frames           label_frame: columns for pandas, GeoPandas, Polars and Arrow
    files            label_file: CSV, Parquet, GeoParquet and Arrow, in bounded memory; points of GeoPackage, GeoJSON,
                     FlatGeobuf and Shapefile (needs pyarrow)
    dataset          label_dataset: folders of Parquet files, here or on Dask
    arrow            label_batches: streams of record batches, for Spark and its like

Each name below is loaded when it is first used, so that a lookup does not pay for files.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from zones.errors import MissingExtraError

if TYPE_CHECKING:
    from zones.labels.arrow import label_batches
    from zones.labels.dataset import label_dataset
    from zones.labels.errors import LabelError, LabelFileError
    from zones.labels.files import label_file
    from zones.labels.frames import label_frame
    from zones.labels.labeller import Labeller, Labels, ZoneLayer
    from zones.labels.of_units import ZoneMembers, unit_labeller
    from zones.labels.work import LabelReport

__all__ = [
    "LabelError",
    "LabelFileError",
    "LabelReport",
    "Labeller",
    "Labels",
    "ZoneLayer",
    "ZoneMembers",
    "label_batches",
    "label_dataset",
    "label_file",
    "label_frame",
    "unit_labeller",
]

_MODULES = {
    "LabelError": "errors",
    "LabelFileError": "errors",
    "LabelReport": "work",
    "Labeller": "labeller",
    "Labels": "labeller",
    "ZoneLayer": "labeller",
    "ZoneMembers": "of_units",
    "label_batches": "arrow",
    "label_dataset": "dataset",
    "label_file": "files",
    "label_frame": "frames",
    "unit_labeller": "of_units",
}
_EXTRAS = {"pyarrow": "label", "dask": "dask", "distributed": "dask"}


def __getattr__(name: str) -> object:
    """Return a public name from the module that defines it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
    try:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRAS:
            raise
        raise MissingExtraError(name, package=package, extra=_EXTRAS[package]) from error
