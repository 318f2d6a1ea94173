"""The group of commands: each loads when it is named, and each error ends as one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from maps.cli.failures import BROKEN_PIPE, STOPPED, quiet_stdout, say, translated
from maps.cli.stopping import stoppable
from maps.cli.terminal import hear_warnings
from maps.cli.verbosity import with_verbosity

__all__ = ["main"]

_COMMANDS = (
    "map",
    "figure",
    "export",
    "lookup",
    "label",
    "read",
    "explain",
    "review",
    "area",
    "ask",
    "compare",
    "validate",
    "serve",
    "data",
)

_MODULES = {"data": "fetching"}
_OF_GDAL = ("OGR_", "SHAPE_")

_EPILOG = """\b
Examples:
  zonemap map                           a map of the two built-in documents: out/zones.html
  zonemap map article.txt -o my.html    a map of your own article
  zonemap read -                        what a text says that you paste
  zonemap lookup Saraqib                what is at a place
  zonemap lookup "35.86, 36.80"         ... or at a position: latitude, longitude
  zonemap explain Kazakhstan            who said what of its soldiers, and who denied it
  zonemap review article.txt            a page on which you put the reading right

\b
Exit codes: 0 done, "no zones found" included; 1 data that cannot be used, or a name that is unknown or
has several meanings; 2 a command that was not meant that way.

\b
Completion by TAB:  eval "$(_ZONEMAP_COMPLETE=bash_source zonemap)"    (or zsh_source, fish_source)
"""


class _Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order in which a newcomer meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        found: click.Command = import_module(f"maps.cli.{module}").command
        return with_verbosity(found)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run a command; errors that it raises on purpose become ones that can be shown."""
        try:
            with translated():
                result = super().invoke(ctx)
                sys.stdout.flush()
                return result
        except BrokenPipeError:
            quiet_stdout()
            raise click.exceptions.Exit(BROKEN_PIPE) from None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run the command line and leave with its exit code."""
        _settle_streams()
        _settle_gdal()
        hear_warnings()
        name = prog_name or "zonemap"
        try:
            with stoppable(), translated():
                code = super().main(
                    args, name, complete_var or "_ZONEMAP_COMPLETE", standalone_mode=False, **extra
                )
        except click.ClickException as error:
            say(error)
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt) as error:
            click.echo("zonemap: stopped", err=True)
            code = getattr(error.__cause__ or error, "exit_code", STOPPED)
        try:
            sys.stdout.flush()
        except OSError:
            quiet_stdout()
        sys.exit(code if isinstance(code, int) else 0)


def _settle_streams() -> None:
    """Print any script whatever the locale: UTF-8 into files and pipes, marks for what a terminal lacks."""
    if sys.stdout is None:  # closed by who called us: nothing is printed then
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "utf-8").replace("-", "").lower()
        if encoding == "utf8" or not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


def _settle_gdal() -> None:
    """Forget what is set in the environment for how GDAL reads and writes, such as SHAPE_ENCODING."""
    for name in [name for name in os.environ if name.startswith(_OF_GDAL)]:
        del os.environ[name]


@click.command(
    cls=_Commands,
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 110,
        "color": False if os.environ.get("NO_COLOR") else None,
    },
)
@click.version_option(package_name="deescalation-zones", prog_name="zonemap", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn what news and agreements say about ceasefire zones in Syria into maps that can be defended.

    FILE is an English text: plain, a saved web page (.html, .mhtml), a Word document (.docx) or a PDF with text,
    by the extras html, docx and pdf; or a folder of these, or - for what is piped in or pasted. Without any FILE
    the commands work on the two built-in documents, two pieces of news of 23 June 2017 on the de-escalation
    zones agreed in Astana.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
