"""A user's own gazetteer, in each form, and what is wrong with a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata import own_places
from geodata.own_places import OwnPlacesError, load_places
from geodata.place import Place, builtin_places
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits

GEONAMES = (
    "172408\tBinnish\tBinnish\tBinnish,Binnīsh,بنش\t35.95\t36.71\tP\tPPL\tSY\t\t12\t070101\t\t\t21848\t\t300"
    "\tAsia/Damascus\t2020-01-01"
)
TABLES = {
    "OCHA communities": "pcode,name_en,name_ar,subdistrict,lon,lat\nC3950,Bennsh,بنش,SY070001,36.71,35.95\n",
    "OCHA shapefile as CSV": "PCODE,ADM4_EN,ADM4_AR,POINT_X,POINT_Y\nC3950,Bennsh,بنش,36.71,35.95\n",
    "any, semicolons": 'Name;Latitude;Longitude;Population\n"Bennsh";35.95;36.71;"21,848"\n',
    "any, tabs and a mark": "\ufeffplace name\tlat\tlng\nBennsh\t35.95\t36.71\n\n",
    "GeoNames": GEONAMES + "\n" + GEONAMES.replace("\tP\t", "\tH\t"),
}


def saved(folder: Path, text: str, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", TABLES)
def test_each_form_gives_the_place(tmp_path: Path, form: str) -> None:
    (place,) = load_places(saved(tmp_path, TABLES[form]))
    assert place.name in {"Bennsh", "Binnish"}
    assert (place.lon, place.lat) == (36.71, 35.95)
    assert place.name_ar in {"بنش", ""}
    assert place.population in {21848, None}
    assert place.source == "own.csv"


def test_a_dump_has_its_spellings(tmp_path: Path) -> None:
    (place,) = load_places(saved(tmp_path, TABLES["GeoNames"], "SY.txt"))
    assert place.id == "geonames:172408"
    assert place.spellings == ("Binnish", "Binnīsh", "بنش")
    assert (place.name_ar, place.population) == ("بنش", 21848)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty, or no text"),
        ("name,lon,lat\n", "no place in it"),
        ("name,population\nBennsh,5\n", r"no column for lon \(lon, longitude.*it has name, population"),
        ("name,lon,lat\n,36.71,35.95\n", "no place in it; 1 row left out, without a name: line 2"),
        ("name,lon,lat\nBennsh,east,35.95\n", r"line 2: longitude 'east'.*expected degrees such as"),
        ("name,lon,lat\nBennsh,,\n", "no place in it; 1 row left out, without a position: line 2"),
        ("name,lon,lat\nBennsh,36.71,\n", "line 2: longitude '36.71', latitude ''"),
        ("name,lat,lon\nBennsh,35,95,36,71\n", "line 2: 5 cells under 3 columns; expected quotation marks"),
        ("name,lon,lat\nA,36.7,35.9\nBennsh,35.95,36.71\nC,2,48\n", "line 4: .*in or near Syria"),
        ("name,lon,lat\nBennsh,33.0,44.0\n", "line 2: .*the two columns seem to be swapped"),
        ('name,lon,lat\n"Bennsh,36.71,35.95\n', "no table"),
        (GEONAMES + "\nbroken", "line 2: 1 columns; expected the 19"),
    ],
)
def test_a_bad_gazetteer_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(OwnPlacesError, match=message):
        load_places(saved(tmp_path, text))


def test_files_that_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(OwnPlacesError, match="No such file"):
        load_places(tmp_path / "nowhere.csv")
    path = tmp_path / "own.csv"
    path.write_bytes(b"name,lon,lat\n\x81\x00\xff,1,2\n")
    with pytest.raises(OwnPlacesError, match="no text, or UTF-16 without its mark; save it as UTF-8"):
        load_places(path)


def test_limits_of_size_and_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, "name,lon,lat\nBennsh,36.71,35.95\n")
    monkeypatch.setattr(own_places, "MAX_PLACES", 1)
    assert len(load_places(path)) == 1
    monkeypatch.setattr(own_places, "MAX_PLACES", 0)
    with pytest.raises(OwnPlacesError, match="more than 0 rows"):
        load_places(path)
    monkeypatch.setattr(own_places, "MAX_BYTES", 31)
    with pytest.raises(OwnPlacesError, match="32 bytes; expected at most 31"):
        load_places(path)


COLUMNS = [
    ("name", "name_en adm4_en admin4Name_en admin4Name ADM4_NAME name name_english place-name place"),
    ("name_ar", "name_ar adm4_ar admin4Name_ar admin4Na_1 ADM4_NAME1 name_arabic arabic"),
    ("lon", "lon Longitude long lng x POINT_X center_lon"),
    ("lat", "lat Latitude y POINT_Y center_lat"),
    ("population", "population pop pop_total"),
    ("id", "pcode adm4_pcode admin4Pcode admin4Pcod geonameid id code"),
]


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in COLUMNS for name in names.split()]
)
def test_every_usual_name_of_a_column(tmp_path: Path, field: str, name: str) -> None:
    values = {"name": "Bennsh", "lon": "36.71", "lat": "35.95"} | {
        "name_ar": {"name_ar": "بنش"}, "population": {"population": "21,848"}, "id": {"id": "C3950"}
    }.get(field, {})  # fmt: skip
    header = ",".join(name if key == field else key for key in values)
    cells = ",".join(f'"{value}"' for value in values.values())
    (place,) = load_places(saved(tmp_path, f"{header}\n{cells}\n"))
    assert (place.name, place.lon, place.lat) == ("Bennsh", 36.71, 35.95)
    assert place.id == ("own:C3950" if field == "id" else "own:2")
    assert place.name_ar == ("بنش" if field == "name_ar" else "")
    assert place.population == (21848 if field == "population" else None)


@pytest.mark.parametrize("name", ["spellings", "alternate_names", "Alt names", "aliases"])
def test_other_spellings(tmp_path: Path, name: str) -> None:
    text = f"name,lon,lat,{name}\nBennsh,36.71,35.95,Binnish| Benesh ||Binnish\nSarmin,36.7,35.9\n"
    found = load_places(saved(tmp_path, text))
    assert [place.spellings for place in found] == [("Binnish", "Benesh"), ()]


@pytest.mark.parametrize(("lon", "lat"), [(30, 28), (48, 42), (30, 42), (48, 28)])
def test_only_places_in_and_near_syria(tmp_path: Path, lon: float, lat: float) -> None:
    (place,) = load_places(saved(tmp_path, f"name,lon,lat\nA,{lon},{lat}\n"))
    assert (place.lon, place.lat) == (lon, lat)
    for off in ((0.001, 0), (0, 0.001)):
        x, y = (lon + off[0] * (1 if lon > 40 else -1), lat + off[1] * (1 if lat > 40 else -1))
        with pytest.raises(OwnPlacesError, match="line 2"):
            load_places(saved(tmp_path, f"name,lon,lat\nA,{x},{y}\n"))


def test_only_an_arabic_name_and_no_population(tmp_path: Path) -> None:
    (place,) = load_places(saved(tmp_path, "name,name_ar,lon,lat,pop\n,بنش,36.71,35.95,0\n"))
    assert (place.name, place.name_ar, place.population) == ("بنش", "بنش", None)


def test_own_places_are_found_beside_the_built_in_ones(units: AdminUnits, tmp_path: Path) -> None:
    own = load_places(saved(tmp_path, "name,lon,lat\nQminas,36.69,35.87\nSaraqib,37.0,34.0\n"))
    names = Toponyms(units, (*builtin_places(), *own))
    assert names.candidates("Qminas")[0].pcode == units.unit_at(lon=36.69, lat=35.87).pcode
    assert len([found for found in names.candidates("Saraqib") if found.kind.value == "town"]) == 2


@pytest.mark.parametrize("near", [(36.8, 35.86), (37.0, 34.0), (40.0, 35.0)])
def test_candidates_are_ranked_by_nearness(units: AdminUnits, near: tuple[float, float]) -> None:
    from pyproj import Geod  # noqa: PLC0415

    places = tuple(
        Place(
            id=f"own:{lon}",
            name="Mazraa",
            name_ar="",
            lon=lon,
            lat=35.0,
            population=n,
            spellings=(),
            source="",
        )
        for n, lon in enumerate((36.5, 37.5, 38.5, 39.5, 40.5))
    )
    found = Toponyms(units, places).candidates("Mazraa", near=near)
    distances = [Geod(ellps="WGS84").inv(*near, place.lon, place.lat)[2] for place in found]
    assert len(found) >= 5
    assert distances == sorted(distances)


@pytest.mark.reference
def test_the_communities_of_ocha_are_all_read(units: AdminUnits, communities: list[dict[str, str]]) -> None:
    path = Path(__file__).parents[3] / "shared/data/communities.csv"
    places = load_places(path)
    assert len(places) == len(communities)
    names = Toponyms(units, places)
    stated = {row["pcode"]: row["subdistrict"] for row in communities}
    sample = places[::97]
    met = [
        any(found.pcode == stated[place.id.removeprefix("own:")] for found in names.candidates(place.name))
        for place in sample
    ]
    assert sum(met) / len(met) > 0.97
