"""``zonemap lookup``: what is at a place or position."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.failures import Failure, Misuse
from maps.cli.geography import geography_options
from maps.cli.paths import TEXT
from maps.cli.sources import load, on_day, on_option, published_option
from maps.cli.terminal import echo_json

if TYPE_CHECKING:
    from geodata.units import AdminUnits
    from zones.answers.geocoded import Geocoder
    from zones.sources import Published

_NEGATIVE = re.compile(r"-[\d.]")


@click.command(
    "lookup",
    short_help="Print what is at a place or position.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("place", nargs=-1, required=True, metavar="PLACE_OR_POINT")
@click.option(
    "-f", "--file", "files", type=TEXT, multiple=True, metavar="FILE",
    help="A text to take the zones from; may be given several times. [default: the built-in documents]",
)  # fmt: skip
@on_option
@published_option
@geography_options
@click.option(
    "--geocoder", metavar="nominatim|URL",
    help="Ask OpenStreetMap's Nominatim, or such a server of your own, for a name that is unknown here. The name is "
    "sent there; answers are kept for 30 days. [default: nobody is asked]",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the answer as one JSON object.")
def command(
    place: tuple[str, ...],
    files: tuple[Path, ...],
    on: date | None,
    published: Published,
    geocoder: str | None,
    as_json: bool,
) -> None:
    """Print the unit and zone of a place, and who is said to monitor there.

    PLACE_OR_POINT is a name in English or Arabic, the name of a zone, a P-code, or a position: degrees with
    decimals, minutes or seconds, latitude first unless letters say otherwise; an MGRS or UTM reference, a full
    plus code, a geo: address, a WKT point, a link of a map service. The answer names the form that was
    understood; what is not wholly understood is refused. Outside every zone the answer names the nearest.

    \b
    Examples:
      zonemap lookup Saraqib
      zonemap lookup "35.86, 36.80" --on 2017-06-22
      zonemap lookup "N 35 51.87 E 36 48.35"
      zonemap lookup "Suran, Hama"
      zonemap lookup "Eastern Ghouta"
      zonemap lookup SY070003 --json
      zonemap lookup Kafr Aweid --geocoder nominatim
    """
    query = _query(place)
    zone_set = load(files, published)
    from geodata.errors import UnknownUnitError
    from maps.reports.answer import answer_text, candidate_line
    from zones.lookup import AmbiguousPlaceError

    try:
        answer = zone_set.lookup(query, on=on, geocoder=_geocoder(geocoder) if geocoder else None)
        on_day(zone_set, on)
    except AmbiguousPlaceError as error:
        raise Failure(str(error), (candidate_line(c, zone_set) for c in error.candidates)) from error
    except UnknownUnitError as error:
        raise Failure(str(error), _near_codes(query.upper(), zone_set.units)) from error
    if as_json:
        echo_json(answer.to_dict())
    else:
        click.echo(answer_text(answer, zone_set))


def _geocoder(named: str) -> Geocoder:
    from geodata.nominatim import PUBLIC, CachedNominatim, GeocoderError

    try:
        return CachedNominatim(PUBLIC if named == "nominatim" else named)
    except GeocoderError as error:
        raise Misuse(f"--geocoder {error}, or nominatim") from error


def _query(words: tuple[str, ...]) -> str:
    """Return the place asked for: negative numbers are no options, other words with a dash are."""
    for word in words:
        if word.startswith("-") and not _NEGATIVE.match(word):
            raise click.NoSuchOption(word.split("=")[0], ctx=click.get_current_context())
    query = _as_utf8(" ".join(words)).strip()
    if not query:
        raise Misuse("no place given; expected a name, a P-code, or latitude and longitude")
    return query


def _as_utf8(words: str) -> str:
    """Return words that came in bytes which the locale does not know as the UTF-8 that they are."""
    return (
        os.fsencode(words).decode("utf-8", "replace")
        if any("\ud800" <= c <= "\udfff" for c in words)
        else words
    )


def _near_codes(code: str, units: AdminUnits) -> tuple[str, ...]:
    """Return a line with the codes that there are under the nearest unit above."""
    above = next((code[:length] for length in (6, 4) if code[:length] in units and len(code) > length), None)
    if above is None:
        return ()
    codes = ", ".join(unit.pcode for unit in units.children(above))
    return (f"{units[above].name} {units[above].level} ({above}) has {codes}",)
