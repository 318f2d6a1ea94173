"""Which file format a name stands for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from zones.labels.errors import LabelFileError

Kind = Literal["csv", "parquet", "arrow", "arrow stream", "layer"]

_KINDS: dict[str, Kind] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".geoparquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".ipc": "arrow",
    ".arrows": "arrow stream",
    ".gpkg": "layer",
    ".geojson": "layer",
    ".fgb": "layer",
    ".shp": "layer",
    ".shp.zip": "layer",
}
_CODECS = {".gz": "gzip", ".bz2": "bz2", ".zst": "zstd"}

ENDINGS = (*(ending for ending in _KINDS if ending != ".shp"), *(f".csv{codec}" for codec in _CODECS))
"""Of the names of files that can be read and written; a Shapefile of several files is only read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file's kind and, for CSV, how it is compressed and parted."""

    kind: Kind
    codec: str | None = None
    delimiter: str = ","


def format_of(path: Path) -> Format:
    """Return the format that the file's name stands for.

    Raises
    ------
    LabelFileError
        The name's ending is not known.

    Examples
    --------
    >>> format_of(Path("events.csv.gz"))
    Format(kind='csv', codec='gzip', delimiter=',')
    """
    suffixes = [suffix.casefold() for suffix in path.suffixes]
    if suffixes[-2:] == [".shp", ".zip"]:
        return Format("layer")
    codec = _CODECS.get(suffixes[-1]) if suffixes else None
    ending = suffixes[-2:-1] if codec else suffixes[-1:]
    kind = _KINDS.get(ending[0]) if ending else None
    if kind is None or (codec is not None and kind != "csv"):
        raise LabelFileError(path, f"format not known by this name; expected one of {', '.join(ENDINGS)}")
    return Format(kind, codec, "\t" if ending[0] == ".tsv" else ",")
