"""``zonemap export``: a layer as GeoJSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.geography import geography_options
from maps.cli.outputs import chosen, output_option, write
from maps.cli.sources import files_argument, load, published_option

if TYPE_CHECKING:
    from zones.zone_set import Layer

_LAYERS = ("zones", "members", "units", "claims")


@click.command("export", short_help="Write zones, members, units or claims as GeoJSON.")
@files_argument
@output_option("out/zones.geojson")
@click.option(
    "--layer", type=click.Choice(_LAYERS), default="zones", show_default=True, help="What to export."
)
@published_option
@geography_options
def command(files: tuple[Path, ...], output: Path, layer: Layer, published: date | None) -> None:
    r"""Write a layer of what FILE... describe as GeoJSON (RFC 7946); -o - prints it.

    \b
    zones     each zone, its whole and its part by themselves, with members, claims, standing and quotations
    members   each unit in a zone, with the rule that chose it and its quotations
    units     all 272 sub-districts, with the zones that they lie in
    claims    each claim about monitors; no geometry where it speaks of no zone

    \b
    Examples:
      zonemap export
      zonemap export article.txt --layer claims -o claims.geojson
      zonemap export -o - | jq '.features[].id'
    """
    asked = chosen(output, files)
    zone_set = load(files, published)
    from maps.geojson import to_geojson

    text = to_geojson(zone_set, layer)
    if str(output) == "-":
        click.echo(text, nl=False)
        return
    told_of = zone_set.claims if layer == "claims" else zone_set.zones
    if not told_of:
        click.echo(f"no {'claims' if layer == 'claims' else 'zones'} found")
    if told_of or asked or layer == "units":
        write(output, text.encode("utf-8"))
    else:
        click.echo(f"written     nothing; -o {output} writes a file without features")
