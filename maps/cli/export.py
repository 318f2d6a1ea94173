"""``zonemap export``: zones in the file format that the output's ending stands for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.failures import Misuse
from maps.cli.geography import geography_options
from maps.cli.outputs import chosen, output_option, write
from maps.cli.sources import files_argument, load, on_day, on_option, published_option
from maps.cli.terminal import escaped
from maps.cli.verbosity import told

if TYPE_CHECKING:
    from zones.sources import Published
    from zones.zone_set import Layer, ZoneSet

_LAYERS = ("zones", "members", "units", "claims", "evidence", "passed_over")


@click.command(
    "export", short_help="Write zones, members, units, claims or evidence in a GIS or table format."
)
@files_argument
@output_option("out/zones.geojson", beside=("-metadata.json",))
@click.option(
    "--layer",
    type=click.Choice(_LAYERS),
    help="What to export. [default: zones, or what suits the format]",
)
@on_option
@published_option
@partial(geography_options, own_layers=True)
def command(
    files: tuple[Path, ...], output: Path, layer: Layer | None, on: date | None, published: Published
) -> None:
    """Write what FILE... describe in the format that the ending of -o stands for; -o - prints GeoJSON.

    \b
    .geojson .geojsons .geojsonl    GeoJSON; a sequence of features by RFC 8142 or by lines
    .gpkg                           GeoPackage: all layers, with QGIS styles
    .parquet .fgb .topojson         GeoParquet, FlatGeobuf, TopoJSON
    .kml .shp.zip                   KML; Shapefiles in a zip, with what they cannot hold listed
    .csv .xlsx                      tables with P-codes; CSV with HXL tags
    .json                           everything as one object, by a published schema: zonemap validate

    \b
    zones     each zone, its whole and its part by themselves, with members, claims, standing and quotations
    members   each unit in a zone, with the rule that chose it and its quotations
    units     all 272 sub-districts, with the zones that they lie in
    claims    each claim about monitors; no geometry where it speaks of no zone
    evidence  each quotation, and what rests on it
    passed_over  each sentence from which nothing was made, and why

    \b
    Examples:
      zonemap export
      zonemap export article.txt --layer claims -o claims.xlsx
      zonemap export -o - | jq '.features[].id'
    """
    asked = chosen()
    from maps.formats import FormatError, check, encode
    from maps.reports.summary import considered

    target = "-.geojson" if str(output) == "-" else str(output)
    try:
        check(target, layer)
    except FormatError as error:
        raise Misuse(str(error)) from error
    if on is not None and target.casefold().endswith(".json"):
        raise Misuse(f"-o {output} is the full model, which has everything whatever the day; leave out --on")
    zone_set = on_day(load(files, published), on)
    encoded = encode(zone_set, target, layer=layer)
    if str(output) == "-":
        click.echo(escaped(encoded.content.decode("utf-8")), nl=False)
        return
    things, told_of = _told_of(zone_set, layer)
    if not told_of:
        told(f"no {things} found")
        if layer != "passed_over" and (passed := considered(zone_set)):
            told(f"passed over {passed}")
    if told_of or asked or layer == "units":
        write(encoded.files(output))
    else:
        told(f"written     nothing; -o {output} writes a file without features")


def _told_of(zone_set: ZoneSet, layer: Layer | None) -> tuple[str, Sequence[object]]:
    """Return what a file is about, in words, and whatever there is of it."""
    if layer == "claims":
        return "claims", zone_set.claims
    if layer == "passed_over":
        return "sentences passed over", zone_set.passed_over
    return "zones", zone_set.zones
