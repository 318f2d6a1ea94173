"""``zonemap area``: what one phrase comes to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.failures import Failure
from maps.cli.geography import geography, geography_options, names
from maps.cli.outputs import write
from maps.cli.paths import OUTPUT, OWN_FILE
from maps.cli.terminal import echo, escaped

_TREE = ".toml"

if TYPE_CHECKING:
    from zones.areas import Area

    _Text = click.ParamType[str]
else:
    _Text = click.ParamType  # which takes a type only since click 8.4


class _Phrase(_Text):
    """A phrase, or the name of a file with a tree."""

    name = "phrase"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        del param
        if value.endswith(_TREE):
            OWN_FILE.note(Path(value), ctx)
        return str(value)


@click.command(
    "area", short_help="Compile one phrase, such as 'northern Homs province', to units and geometry."
)
@click.argument("phrase", type=_Phrase(), metavar="PHRASE")
@click.option(
    "-o", "--output", type=OUTPUT, default=None, metavar="FILE",
    help="Also write the geometry as GeoJSON.",
)  # fmt: skip
@click.option(
    "--toml", "as_toml", is_flag=True, help="Print the area tree as TOML, which can be changed by hand."
)
@geography_options
def command(phrase: str, output: Path | None, as_toml: bool) -> None:
    """Print the units that a phrase names, each with its rule, share and reason; PHRASE may be a TOML file.

    \b
    Examples:
      zonemap area "Idlib province and adjoining districts of Hama"
      zonemap area "a 32-km-deep strip along the Turkish border between Tell Abyad and Ras al-Ayn" -o strip.geojson
      zonemap area strip.toml --boundaries cod-ab-syr-20201217
    """
    from geodata.naming import Naming
    from geodata.units import AdminUnits
    from zones.area_toml import area_to_toml
    from zones.compiler import compile_area
    from zones.phrase import read_area

    units, toponyms = geography()
    units = (units or AdminUnits.builtin()).named(Naming.of(names() or Naming.UN))
    area = _tree(Path(phrase)) if phrase.endswith(_TREE) else read_area(phrase, units, toponyms)
    if as_toml:
        click.echo(escaped(area_to_toml(area)), nl=False)
    else:
        from maps.reports.area import area_text

        echo(area_text(area, units))
    if output is not None:
        from maps.geojson import area_geojson

        content = area_geojson(phrase, compile_area(area, units), units)
        write({output: (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()})


def _tree(path: Path) -> Area:
    from geodata.foreign import TooMuchError, bytes_within
    from zones.area_toml import MOST_BYTES, area_from_toml
    from zones.errors import AreaError

    try:
        return area_from_toml(bytes_within(path, MOST_BYTES).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Failure(
            f"{path}: is not UTF-8; expected an area tree as TOML, such as --toml prints"
        ) from error
    except (AreaError, TooMuchError) as error:
        raise Failure(f"{path}: {error}") from error
