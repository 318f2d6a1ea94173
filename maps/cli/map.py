"""``zonemap map``: a map as one HTML file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.geography import geography_options
from maps.cli.outputs import chosen, output_option, write
from maps.cli.sources import files_argument, load, on_option, published_option
from maps.cli.verbosity import told

if TYPE_CHECKING:
    from zones.sources import Published


@click.command("map", short_help="Write a map as one HTML file that needs no network.")
@files_argument
@output_option("out/zones.html")
@on_option
@published_option
@geography_options
def command(files: tuple[Path, ...], output: Path, on: date | None, published: Published) -> None:
    """Write a map of the zones that FILE... describe: one HTML file that works without a network.

    With --on the map opens at that day; a slider on it moves through time. A text without zones and claims
    gives no map, unless -o asks for one.

    \b
    Examples:
      zonemap map
      zonemap map article.txt --published 2017-06-23 -o article.html
    """
    asked = chosen(output, files)
    zone_set = load(files, published)
    from maps.reports.summary import summary

    told(summary(zone_set))
    if not zone_set.zones and not zone_set.claims and not asked:
        told(f"written     nothing; -o {output} writes an empty map")
        return
    from maps import webmap
    from maps.save import to_html

    write({output: to_html(webmap(zone_set, on=on)).encode("utf-8")})
