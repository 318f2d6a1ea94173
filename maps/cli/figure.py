"""``zonemap figure``: the map for print."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from maps.cli.failures import Failure, Misuse
from maps.cli.geography import geography_options
from maps.cli.heading import heading_option, heading_refused, heading_words
from maps.cli.outputs import output_option, write
from maps.cli.sources import files_argument, load, on_day, on_option, published_option

_ENDINGS: dict[str, Literal["png", "svg", "pdf"]] = {".png": "png", ".svg": "svg", ".pdf": "pdf"}

if TYPE_CHECKING:
    from zones.sources import Published


@click.command("figure", short_help="Draw the map for print: PNG, SVG or PDF.")
@files_argument
@output_option("out/zones.pdf")
@click.option("--zone", metavar="ID", help="A large-scale sheet of one zone, with members and quotations.")
@click.option(
    "--timeline", is_flag=True, help="Instead of the map: who said what when, a lane per nationality."
)
@click.option(
    "--size",
    type=click.Choice(["A4", "A3", "16:9"]),
    default="A4",
    show_default=True,
    help="The paper, in landscape; 16:9 is a slide, as PNG of 1,920 by 1,080 pixels.",
)
@heading_option
@on_option
@published_option
@geography_options
def command(
    files: tuple[Path, ...],
    output: Path,
    zone: str | None,
    timeline: bool,
    size: Literal["A4", "A3", "16:9"],
    on: date | None,
    published: Published,
) -> None:
    """Draw the zones that FILE... describe on a sheet, with legend, scale bar, graticule and sources.

    With --timeline the sheet shows the claims about monitors on their days instead, each with its status and speaker;
    with --zone only those of that zone and of no zone in particular.

    \b
    Examples:
      zonemap figure -o zones.pdf
      zonemap figure --zone idlib --size A3 -o idlib.png
      zonemap figure --size 16:9 --title "Zones of 2017" --author "A. Name" -o slide.png
      zonemap figure --timeline -o claims.svg
    """
    words = heading_words()
    ending = _ENDINGS.get(output.suffix.casefold())
    if ending is None:
        raise Misuse(f"-o {output} has the ending {output.suffix!r}; expected .png, .svg or .pdf")
    if timeline and size == "16:9":
        raise Misuse("--timeline grows with its lanes and can't be 16:9; use --size A4 or A3")
    zone_set = load(files, published)
    wanted = zone_set.zone(zone).id if zone is not None else None
    known = on_day(zone_set, on)
    if not timeline and wanted is not None and wanted not in {told.id for told in known.zones}:
        raise Misuse(
            f"no document had described the zone {wanted} by {on}; leave out --on, or name a later day"
        )
    from maps.reports.summary import considered

    if not zone_set.zones and not zone_set.claims:
        raise Failure(
            f"no zones and no claims were found, so there is nothing to draw: {considered(zone_set)}"
        )
    from maps.figure import figure, render
    from maps.figure import timeline as claims_over_time

    draw = claims_over_time if timeline else figure
    with heading_refused():
        drawn = draw(
            zone_set, zone=wanted, on=on, size=size, title=words.title, subtitle=words.subtitle,
            author=words.author,
        )  # fmt: skip
    write({output: render(drawn, ending)})
