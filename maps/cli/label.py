"""``zonemap label``: units and zones for every point of a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from maps.cli.failures import Misuse
from maps.cli.geography import geography_options
from maps.cli.paths import GIS_FILE, OUTPUT, TEXT
from maps.cli.progress import Bar
from maps.cli.sources import load, published_option
from maps.cli.verbosity import noted, told

if TYPE_CHECKING:
    from zones.labels import LabelReport
    from zones.sources import Published


@click.command("label", short_help="Add unit, zone and extent to every point of a file.")
@click.argument("source", type=GIS_FILE)
@click.argument("target", type=OUTPUT)
@click.option("--lon", metavar="COLUMN", help="Column of longitudes. [default: found by its name]")
@click.option("--lat", metavar="COLUMN", help="Column of latitudes. [default: found by its name]")
@click.option(
    "--position", metavar="COLUMN",
    help="Column of whole positions, in any form that lookup takes, in place of these two.",
)  # fmt: skip
@click.option("--layer", metavar="NAME", help="Layer of points of SOURCE, where it has several.")
@click.option(
    "--crs", metavar="CODE", help="Reference system of SOURCE, if it states none, such as EPSG:4326."
)
@click.option(
    "--overlaps", type=click.Choice(["list", "rows", "first"]), default=None,
    help="What becomes of a point in several zones. [default: list, where zones overlap]",
)  # fmt: skip
@click.option("--prefix", default="", metavar="TEXT", help="Put before the names of the new columns.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True)
@click.option(
    "--scheduler", metavar="ADDRESS", help="With --engine dask: a running cluster. [default: this machine]"
)
@click.option(
    "-f", "--file", "files", type=TEXT, multiple=True, metavar="FILE",
    help="A text to take the zones from; may be given several times. [default: the built-in documents]",
)  # fmt: skip
@published_option
@partial(geography_options, own_layers=True)
def command(
    source: Path,
    target: Path,
    lon: str | None,
    lat: str | None,
    position: str | None,
    layer: str | None,
    crs: str | None,
    overlaps: Literal["list", "rows", "first"] | None,
    prefix: str,
    engine: Literal["local", "dask"],
    scheduler: str | None,
    files: tuple[Path, ...],
    published: Published,
) -> None:
    """Write a copy of SOURCE as TARGET with columns for governorate, district, sub-district, zone and extent.

    CSV (also .gz, .bz2, .zst), Parquet, GeoParquet and Arrow, and points in GeoPackage, GeoJSON, FlatGeobuf and
    Shapefile, told by their endings; a folder of Parquet files as SOURCE gives a folder. Every row and column is
    kept, in order; TARGET appears when it is whole. Rows of CSV stay as they were written, byte for byte.

    Coordinates may be written in any way that lookup takes. Those that cannot be read are counted and the first
    three shown; their rows stay, without labels.

    \b
    Examples:
      zonemap label events.csv labelled.csv
      zonemap label events.parquet labelled.parquet --lon x --lat y
      zonemap label camps.gpkg labelled.gpkg --layer camps
      zonemap label events/ labelled/ --engine dask --scheduler tcp://10.0.0.1:8786
    """
    if source.is_dir() and not (layer is crs is None):
        raise Misuse("--layer and --crs are about a file of points, and SOURCE is a folder; leave them out")
    if scheduler is not None and engine != "dask":
        raise Misuse("--scheduler names a Dask cluster; add --engine dask")
    zone_set = load(files, published)
    from zones.labels import label_dataset, label_file

    with Bar("labelling", "{:,} rows".format) as advance:
        report: LabelReport = (
            label_dataset(
                source, target, zone_set.labeller, engine=engine, scheduler=scheduler, lon=lon, lat=lat,
                position=position, overlaps=overlaps, prefix=prefix, progress=advance,
            )
            if source.is_dir()
            else label_file(
                source, target, zone_set.labeller, lon=lon, lat=lat, position=position, layer=layer, crs=crs,
                overlaps=overlaps, prefix=prefix, progress=advance,
            )
        )  # fmt: skip
    told(_summary(report, target))
    if report.note:
        noted(f"zonemap: note: {report.note}")


def _summary(report: LabelReport, target: Path) -> str:
    columns = f"{report.lon} and {report.lat}" if report.lat else report.lon
    return "\n".join(
        (
            f"rows        {report.rows:,}, positions from {columns}",
            f"in zones    {report.in_zones:,}",
            f"outside     {report.outside:,} in no unit; {report.no_position:,} without a position",
            *_unread(report),
            f"written     {target} ({report.rows_written:,} rows)",
        )
    )


def _unread(report: LabelReport) -> list[str]:
    """Return lines on the cells that hold something and no coordinate, the first few of them shown."""
    if not report.misread:
        return []
    more = report.misread - len(report.examples)
    what = "cell that is no coordinate" if report.misread == 1 else "cells that are no coordinates"
    shown = [f"            {told}" for told in report.examples]
    return [
        f"not read    {report.misread:,} {what}:",
        *shown,
        *([f"            and {more:,} more"] if more else []),
    ]
