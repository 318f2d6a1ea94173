"""``zonemap serve``: the map, OGC API Features and lookups over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from maps.cli.geography import geography_options
from maps.cli.sources import files_argument, load, published_option
from maps.cli.verbosity import quiet

if TYPE_CHECKING:
    from zones.sources import Published


def _checked_url(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
            raise click.BadParameter(
                f"{value!r} is no address such as https://zones.example.org", ctx, parameter
            )
    return value


@click.command("serve", short_help="Serve the map, OGC API Features and lookups.")
@files_argument
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
@click.option(
    "--base-url", metavar="URL", callback=_checked_url,
    help="The address that clients use, where a proxy stands before the server. [default: as they ask]",
)  # fmt: skip
@published_option
@geography_options
def command(
    files: tuple[Path, ...], host: str, port: int, base_url: str | None, published: Published
) -> None:
    """Serve what FILE... describe, read-only, until it is stopped: the map, OGC API Features, lookups.

    It has no notion of users. To let others in, put it behind a proxy that has.

    \b
    Examples:
      zonemap serve
      zonemap serve article.txt --port 8080
      zonemap serve --base-url https://zones.example.org/syria
    """
    from maps.serve import run

    level = "WARNING" if quiet() else "INFO"
    run(load(files, published), host=host, port=port, base_url=base_url, level=level)
