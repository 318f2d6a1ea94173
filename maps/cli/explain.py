"""``zonemap explain``: the story of a zone or nationality."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.geography import geography_options
from maps.cli.sources import files_argument, load, on_day, on_option, published_option

if TYPE_CHECKING:
    from zones.sources import Published


@click.command("explain", short_help="Tell the story of a zone or nationality.")
@click.argument("name", metavar="ZONE|NATIONALITY")
@files_argument
@on_option
@published_option
@geography_options
def command(name: str, files: tuple[Path, ...], on: date | None, published: Published) -> None:
    """Tell the story of a zone or nationality: who said what and when, who contradicts, in which words.

    Each statement has the rule that found it and the path that made its status. Sentences that name the zone or
    nationality and were passed over follow, with the reason.

    \b
    Examples:
      zonemap explain Idlib
      zonemap explain Kazakhstan --on 2017-06-22
      zonemap explain "Jordanian border" article.txt
    """
    zone_set = load(files, published)
    from maps.reports.page import show
    from maps.reports.story import nationality_story, zone_story
    from maps.reports.subject import subject

    meant = subject(zone_set, name)
    on_day(zone_set, on)
    if isinstance(meant, str):
        show(nationality_story(zone_set, meant, on))
    else:
        show(zone_story(zone_set, meant, on))
