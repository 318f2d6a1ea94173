"""``zonemap map``: a map as one HTML file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.geography import geography_options
from maps.cli.heading import heading_option, heading_words
from maps.cli.outputs import chosen, output_option, write
from maps.cli.own_layers import GivenLayer, layer_option, own_layers
from maps.cli.sources import files_argument, load, on_option, published_option
from maps.cli.verbosity import told

if TYPE_CHECKING:
    from zones.sources import Published


@click.command("map", short_help="Write a map as one HTML file that needs no network.")
@files_argument
@output_option("out/zones.html")
@heading_option
@on_option
@published_option
@layer_option
@partial(geography_options, own_layers=True)
def command(
    files: tuple[Path, ...],
    output: Path,
    on: date | None,
    published: Published,
    layers: tuple[GivenLayer, ...],
) -> None:
    """Write a map of the zones that FILE... describe: one HTML file that works without a network.

    With --on the map opens at that day; a slider on it moves through time. A text without zones and claims
    gives no map, unless -o asks for one.

    --layer shows your own points, lines and areas beside the zones: GeoJSON, GeoPackage, FlatGeobuf, Shapefile, or
    a table (.csv, .tsv) with positions. They are in the legend, in the search, and a click shows their attributes.

    \b
    Examples:
      zonemap map
      zonemap map article.txt --published 2017-06-23 -o article.html
      zonemap map --layer camps.csv --layer "roads.gpkg:Main roads"
    """
    asked, words = chosen(), heading_words()
    own = own_layers(layers)
    zone_set = load(files, published)
    from maps.reports.summary import summary

    told(summary(zone_set))
    if not (zone_set.zones or zone_set.claims or own or asked):
        told(f"written     nothing; -o {output} writes an empty map")
        return
    from maps import webmap
    from maps.save import to_html

    page = webmap(
        zone_set, on=on, title=words.title, subtitle=words.subtitle, author=words.author, layers=own
    )
    write({output: to_html(page).encode("utf-8")})
