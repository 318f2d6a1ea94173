"""``zonemap read``: what texts say, as a report or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.geography import geography_options
from maps.cli.sources import files_argument, load, published_option
from maps.cli.terminal import echo_json

if TYPE_CHECKING:
    from zones.sources import Published


@click.command("read", short_help="Print what texts say, as a report or JSON.")
@files_argument
@published_option
@geography_options
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
def command(files: tuple[Path, ...], published: Published, as_json: bool) -> None:
    """Print what FILE... say: zones with their units, claims about monitors, and the quotations.

    \b
    Examples:
      zonemap read
      zonemap read article.txt --published 2017-06-23 --json
      zonemap read one.pdf two.html --published one.pdf=2017-06-23
      zonemap read articles/
      zonemap read - < article.txt
    """
    zone_set = load(files, published, shows_notes=not as_json)
    if as_json:
        echo_json(zone_set.to_dict())
        return
    from maps.reports.page import show
    from maps.reports.reading import reading_report

    show(reading_report(zone_set))
