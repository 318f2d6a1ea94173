"""``zonemap data``: boundaries from their publishers, for people with a network."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from maps.cli.failures import Failure
from maps.cli.paths import OUTPUT
from maps.cli.progress import Bar
from maps.cli.terminal import echo

_folder_option = click.option(
    "--folder", type=OUTPUT, default=None, help="The cache folder. [default: the user's]"
)


@click.group("data", short_help="List, fetch and verify boundaries from their publishers.")
def command() -> None:
    """List, fetch and verify boundaries that their publishers offer; --boundaries takes what was fetched.

    \b
    Examples:
      zonemap data list
      zonemap data fetch geoboundaries-adm3
    """


@command.command("list")
@_folder_option
def list_command(folder: Path | None) -> None:
    """List what can be fetched, and what of it is there."""
    from geodata.downloads import cache_folder, held, registry

    for download in registry():
        now = held(download, folder or cache_folder())
        click.echo(f"{download.id:<24} {now.status:<10} {download.title}")
        click.echo(f"{'':<24} {download.licence}; {download.page}")


@command.command("fetch")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--again", is_flag=True, help="Fetch even what is there.")
@_folder_option
def fetch_command(ids: tuple[str, ...], again: bool, folder: Path | None) -> None:
    """Fetch files into the cache folder: checked, and whole or not at all."""
    from geodata.fetch import fetch

    for name in ids:
        with Bar(name, "{:,} bytes".format) as bar:
            found = fetch(name, folder=folder, again=again, progress=partial(_advance, bar))
        echo(str(found.path))


@command.command("verify")
@_folder_option
def verify_command(folder: Path | None) -> None:
    """Check what is in the cache folder against the hashes it had when it was fetched."""
    from geodata.downloads import cache_folder, held, registry

    bad = []
    for download in registry():
        now = held(download, folder or cache_folder())
        if now.status == "absent":
            continue
        click.echo(f"{download.id:<24} {now.status}")
        bad += [download.id] if now.status == "changed" else []
    if bad:
        raise Failure(
            f"{', '.join(bad)} changed since being fetched; run: zonemap data fetch --again {' '.join(bad)}"
        )


def _advance(bar: Bar, count: int, total: int | None) -> None:
    bar(count, count / total if total else 0.0)
