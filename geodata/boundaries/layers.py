"""The one layer, among the datasets of a path, that holds sub-districts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from geodata.boundaries.cost import MAX_RINGS
from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.files import FORMATS, Dataset
from geodata.boundaries.geojson import GeoJsonError, read_geojson
from geodata.boundaries.schemes import Scheme, finest_level, scheme_of
from geodata.errors import install
from geodata.foreign import TooMuchError
from geodata.parquet_rows import rows_within

LEVEL = 3
_UNREADABLE = (RuntimeError, ValueError, UnboundLocalError)
"""What comes out of pyogrio: its own, and where names of columns or of the reference system are not UTF-8."""

_MOST_UNPACKED = 1 << 29

NAME_LAYER = "--boundaries-layer NAME, or layer= in Python"
"""How a user names a layer."""

_LEVELS = ("the country", "governorates", "districts", "sub-districts", "communities", "neighbourhoods")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """
    A layer of a dataset, as far as its header tells.

    Attributes
    ----------
    dataset, name
        Where it is.
    fields
        Names of its columns.
    geometry_type
        As GDAL names it.
    features
        Number of its rows.
    """

    dataset: Dataset
    name: str
    fields: tuple[str, ...]
    geometry_type: str
    features: int

    @property
    def scheme(self) -> Scheme | None:
        """The scheme that its columns follow."""
        return scheme_of(self.fields)

    @property
    def level(self) -> int | None:
        """The administrative level of its rows, by its columns or, failing these, its name."""
        scheme = self.scheme
        by_column = finest_level(self.fields, scheme) if scheme else None
        if by_column is not None or scheme is None:
            return by_column
        name = f"{self.dataset.name} {self.name}".lower()
        return next((n for n in range(len(_LEVELS)) if f"adm{n}" in name), None)

    @property
    def areal(self) -> bool:
        """Whether its rows may be polygons."""
        return "Polygon" in self.geometry_type or self.geometry_type in {"Unknown", "GeometryCollection"}

    def __str__(self) -> str:
        """Return it as "file, layer name"."""
        same = self.name in {self.dataset.path.stem, self.dataset.name}
        return self.dataset.name if same else f"{self.dataset.name}, layer {self.name}"


def choose_layer(
    path: Path, datasets: Iterable[Dataset], *, layer: str | None
) -> tuple[Layer, tuple[str, ...]]:
    """
    Return the layer with sub-districts, and notes on the layers that were left aside for it.

    Parameters
    ----------
    path
        What the user gave, for messages.
    datasets
        The datasets in it.
    layer
        The name of the layer, where the user gave one.

    Raises
    ------
    BoundariesError
        If no layer holds sub-districts, or several do that are not the same in another format.
    """
    layers = [found for dataset in datasets for found in layers_of(path, dataset)]
    if layer is not None:
        return _named(path, layers, layer), ()
    fitting = [found for found in layers if found.scheme and found.areal and found.level in {LEVEL, None}]
    fitting = [found for found in fitting if found.level == LEVEL] or fitting
    if not fitting:
        raise _none_fits(path, layers)
    ranked = sorted(fitting, key=_preference)
    first = ranked[0]
    rivals = [other for other in ranked[1:] if not _same_elsewhere(first, other)]
    if rivals:
        names = "; ".join(str(found) for found in [first, *rivals])
        problem = f"{len(rivals) + 1} layers may hold sub-districts: {names}"
        raise BoundariesError(path, problem, remedy=f"name one of them: {NAME_LAYER}")
    aside = ", ".join(str(other) for other in ranked[1:])
    return first, (f"{first} was read; the same is in {aside}",) if aside else ()


def layers_of(path: Path, dataset: Dataset) -> list[Layer]:
    """Return the layers of a dataset; raise `BoundariesError` if it cannot be opened."""
    if dataset.format == "GeoParquet":
        return [_parquet_layer(path, dataset)]
    if dataset.format == "GeoJSON":
        return _geojson_layers(path, dataset)
    if not dataset.signed:
        raise _unreadable(path, dataset, "its first bytes are another format's")
    import pyogrio  # noqa: PLC0415

    try:
        with without_measures():
            names = pyogrio.list_layers(dataset.address)[:, 0]
            return [_header(dataset, name, pyogrio) for name in names if name]
    except _UNREADABLE as error:
        raise _unreadable(path, dataset, str(error)) from error


@contextmanager
def without_measures() -> Iterator[None]:
    """Let shapes be read that carry measures (M) beside their coordinates, which say nothing about an area."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Measured \(M\) geometry types are not supported", UserWarning)
        yield


def _unreadable(path: Path, dataset: Dataset, why: str) -> BoundariesError:
    return BoundariesError(
        path,
        f"no {dataset.format} that can be read ({why})",
        feature=None if dataset.path == path else dataset.name,
        remedy="check that the file is whole, or download it again",
    )


def _header(dataset: Dataset, name: str, pyogrio: object) -> Layer:
    info = pyogrio.read_info(dataset.address, layer=name, force_feature_count=True)  # type: ignore[attr-defined]
    return Layer(
        dataset=dataset,
        name=str(name),
        fields=tuple(str(field) for field in info["fields"]),
        geometry_type=str(info["geometry_type"]),
        features=int(info["features"]),
    )


def _geojson_layers(path: Path, dataset: Dataset) -> list[Layer]:
    try:
        found = read_geojson(dataset.path)
    except GeoJsonError as error:
        if dataset.path != path:
            return []  # a folder may hold any JSON beside its boundaries
        raise _unreadable(path, dataset, str(error)) from error
    return [
        Layer(
            dataset=dataset,
            name=found.name or dataset.path.stem,
            fields=found.fields,
            geometry_type=found.geometry_type,
            features=len(found.features),
        )
    ]


def _parquet_layer(path: Path, dataset: Dataset) -> Layer:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415
    except ImportError:
        remedy = f"install it with {install('parquet')}, or save it as GeoPackage"
        problem = "GeoParquet needs pyarrow, which is not installed"
        raise BoundariesError(path, problem, remedy=remedy) from None
    try:
        meta = parquet.read_metadata(dataset.path)
        fields = tuple(str(name) for name in meta.schema.to_arrow_schema().names)
        rows_within(dataset.path, meta, _MOST_UNPACKED // max(min(meta.num_rows, MAX_RINGS), 1))
    except (ArrowException, OSError, UnicodeDecodeError, TooMuchError) as error:
        problem = f"no GeoParquet that can be read ({error})"
        raise BoundariesError(path, problem, remedy="download it again") from error
    if b"geo" not in (meta.metadata or {}):
        remedy = "expected GeoParquet, with its 'geo' metadata; save it again with a tool that writes these"
        raise BoundariesError(path, "a Parquet file without geometry", remedy=remedy)
    return Layer(
        dataset=dataset,
        name=dataset.path.stem,
        fields=fields,
        geometry_type="Unknown",
        features=meta.num_rows,
    )


def _named(path: Path, layers: list[Layer], name: str) -> Layer:
    found = [layer for layer in layers if name in {layer.name, layer.dataset.name, str(layer)}]
    if len(found) == 1:
        return found[0]
    problem = f"{len(found)} layers named {name!r}" if found else f"no layer {name!r}"
    names = [layer.name for layer in layers]
    known = [str(layer) if names.count(layer.name) > 1 else layer.name for layer in layers]
    remedy = f"its layers are: {'; '.join(known) or 'none'}"
    raise BoundariesError(path, problem, remedy=remedy)


def _preference(layer: Layer) -> tuple[bool, int, str]:
    return "simplif" in str(layer).lower(), list(FORMATS).index(layer.dataset.path.suffix.lower()), str(layer)


def _same_elsewhere(layer: Layer, other: Layer) -> bool:
    """Tell whether two layers are one layer in two formats, or one simplified from the other."""
    return layer.dataset != other.dataset and _stem(layer) == _stem(other)


def _stem(layer: Layer) -> str:
    return layer.dataset.path.stem.lower().replace("_simplified", "")


def _none_fits(path: Path, layers: list[Layer]) -> BoundariesError:
    told = [f"{layer} ({_what(layer)})" for layer in layers[:6]]
    remedy = (
        "expected polygons of sub-districts (administrative level 3) with the columns of OCHA's COD-AB "
        "(ADM3_PCODE, admin3Pcod or adm3_pcode), geoBoundaries (shapeName) or GADM (GID_3)"
    )
    if any(layer.scheme is not None and layer.scheme.name == "GADM" for layer in layers):
        remedy += "; GADM itself has no level 3 for Syria"
    problem = f"no layer of sub-districts; found {'; '.join(told) or 'no layer'}"
    return BoundariesError(path, problem, remedy=remedy)


def _what(layer: Layer) -> str:
    if layer.scheme is None:
        return f"columns {', '.join(layer.fields[:8])}"
    if not layer.areal:
        return f"{layer.geometry_type.lower()}s"
    return _LEVELS[layer.level] if layer.level is not None else layer.scheme.name
