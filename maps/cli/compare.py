"""``zonemap compare``: what changed from one output to another."""

from __future__ import annotations

from pathlib import Path

import click

from maps.cli.terminal import echo


@click.command("compare", short_help="List what changed in members and area between two outputs.")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
def command(before: Path, after: Path) -> None:
    """List what changed from one saved output of ``zonemap read --json`` to another: members, extents, areas.

    Of documents that both outputs have, claims and sentences passed over are compared too.

    \b
    Examples:
      zonemap read --json > builtin.json
      zonemap read --json --boundaries cod-ab-syr-20201217 > ocha.json
      zonemap compare builtin.json ocha.json
    """
    from zones.compare import compare_files

    echo(compare_files(before, after).text())
