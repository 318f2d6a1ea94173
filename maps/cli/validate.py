"""``zonemap validate``: check files of the full model against its schema."""

from __future__ import annotations

from pathlib import Path

import click

from maps.cli.failures import Failure
from maps.cli.paths import OWN_FILE
from maps.cli.terminal import echo


@click.command("validate", short_help="Check a file that `zonemap export -o FILE.json` wrote.")
@click.argument("files", nargs=-1, required=True, type=OWN_FILE, metavar="FILE...")
def command(files: tuple[Path, ...]) -> None:
    """Check files of the full model against its schema; each problem is told with line, column and path.

    Beyond the schema, ids must be unique, references must lead somewhere, quotations must have the length
    that their offsets tell, and geometries must be valid.

    \b
    Examples:
      zonemap export -o zones.json
      zonemap validate zones.json
    """
    from zones.validation import validate_file

    wrong = 0
    for file in files:
        problems = validate_file(file)
        for problem in problems:
            echo(f"{file}:{problem.line}:{problem.column}: {problem.path}: {problem.message}")
        if not problems:
            echo(f"{file}: valid")
        wrong += bool(problems)
    if wrong:
        raise Failure(
            f"{wrong} of {len(files)} files not valid" if len(files) > 1 else f"{files[0]}: not valid"
        )
