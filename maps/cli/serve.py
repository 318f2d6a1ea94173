"""``zonemap serve``: the map, OGC API Features and lookups over HTTP."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from maps.cli.geography import geography_options
from maps.cli.sources import files_argument, load, published_option


@click.command("serve", short_help="Serve the map, OGC API Features and lookups.")
@files_argument
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
@published_option
@geography_options
def command(files: tuple[Path, ...], host: str, port: int, published: date | None) -> None:
    r"""Serve what FILE... describe, read-only, until it is stopped: the map, OGC API Features, lookups.

    It has no notion of users. To let others in, put it behind a proxy that has.

    \b
    Examples:
      zonemap serve
      zonemap serve article.txt --port 8080
    """
    from maps.serve import run

    run(load(files, published), host=host, port=port)
