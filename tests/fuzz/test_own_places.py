"""A user's own gazetteer, spoiled: its places, or an OwnPlacesError that names the line."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hypothesis import example
from hypothesis import strategies as st

from geodata.own_places import OwnPlacesError, load_places
from geodata.toponyms import Toponyms
from tests.fuzz.mutations import HOSTILE, TEXTS, changed_bytes, changed_text
from tests.fuzz.soundness import UNITS
from tests.fuzz.targets import folder, target

GEONAMES = (
    "172955\tĀfis\tAfis\tAfis,Āfis,آفس\t35.88\t36.8\tP\tPPL\tSY\t\t12\t\t\t\t8434\t\t350\tAsia/Damascus\t2014-01-01\n"
    "172956\tTall\tTall\t\t35.8\t36.9\tT\tHLL\tSY\t\t12\t\t\t\t0\t\t350\tAsia/Damascus\t2014-01-01\n"
)
TABLES = (
    "name,lat,lon,population\nSaraqib,35.86,36.80,32495\nآفس,35.88,36.8,\n",
    "PCODE;NAME_EN;NAME_AR;LONGITUDE;LATITUDE;aliases\nC4122;Afis;آفس;36.80;35.88;Aafis|Āfis\n",
    'id\tname\ty\tx\n7\t"Tall ""A""\nB"\t36.1\t37.2\n',
    GEONAMES,
)
CELLS = TEXTS | st.sampled_from(["36.8", "35.9", "nan", "1e999", "²", "1,200", "٣٦", "9" * 5000, ""])


def check(content: bytes) -> None:
    with folder() as path, suppress(OwnPlacesError):
        loaded(path / "own.csv", content)


def loaded(file: Path, content: bytes) -> None:
    """Check the places of a file: all known by their names, each in a unit that is there, or in none."""
    file.write_bytes(content)
    found = load_places(file)
    assert found == load_places(file)
    names = Toponyms(UNITS, found)
    for place in found:
        assert place.name
        assert 30 <= place.lon <= 48
        assert 28 <= place.lat <= 42
        assert place.population is None or place.population > 0
        assert any((c.lon, c.lat) == (place.lon, place.lat) for c in names.candidates(place.name))


@target(examples=60, text=changed_text(TABLES))
def test_tables_with_words_exchanged(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@target(examples=60, content=changed_bytes([table.encode() for table in TABLES]) | st.binary(max_size=200))
@example(content=b"\n")
def test_tables_with_bytes_exchanged(content: bytes) -> None:
    check(content)


@target(
    examples=60,
    rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=4),
    parted=st.sampled_from("\t;,"),
)
def test_cells_of_any_content(rows: list[list[str]], parted: str) -> None:
    lines = [["name", "lon", "lat", "population"], *rows]
    check("\n".join(parted.join(cells) for cells in lines).encode("utf-8", "surrogatepass"))


@target(examples=40, name=TEXTS, population=CELLS)
@example(name=HOSTILE[0], population="²")
@example(name="0,0", population="")
def test_names_and_populations_of_any_content(name: str, population: str) -> None:
    check(f'name,lon,lat,population\n"{name}",36.8,35.86,"{population}"\n'.encode("utf-8", "surrogatepass"))
