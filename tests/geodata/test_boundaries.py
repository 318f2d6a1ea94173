"""Own boundaries, in every scheme and format, give the units that they were made from."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest

from geodata.boundaries import load_boundaries, read_boundaries
from geodata.boundaries.schemes import finest_level, scheme_of
from geodata.unit import Level
from geodata.units import AdminUnits

# Column names of code, English and Arabic name, for level n, in each scheme; ten characters fit a shapefile.
CODED = {
    "ADM3_PCODE": ("ADM{n}_PCODE", "ADM{n}_EN", "ADM{n}_AR"),
    "admin3Pcod": ("admin{n}Pcod", "admin{n}Name", "admin{n}Na_1"),
    "admin3Pcode": ("admin{n}Pcode", "admin{n}Name_en", "admin{n}Name_ar"),
    "adm3_pcode": ("adm{n}_pcode", "adm{n}_name", "adm{n}_name1"),
    "Adm3_Pcode": ("Adm{n}_Pcode", "Adm{n}_En", "Adm{n}_Ar"),
}
UNCODED = {
    "geoBoundaries": ("shapeID", "shapeName"),
    "GADM": ("GID_3", "NAME_3"),
}
FORMATS = {
    "shp": "ESRI Shapefile",
    "gpkg": "GPKG",
    "geojson": "GeoJSON",
    "gdb": "OpenFileGDB",
    "fgb": "FlatGeobuf",
    "parquet": None,
}


def coded(units: AdminUnits, scheme: str) -> gpd.GeoDataFrame:
    """Return the built-in units with the columns of a scheme with P-codes."""
    frame = units.to_gdf()[["pcode", "geometry"]]
    for level in (3, 2, 1):
        code, name, name_ar = (pattern.format(n=level) for pattern in CODED[scheme])
        frame[code] = [pcode[: 2 + 2 * level] for pcode in frame["pcode"]]
        frame[name] = [units[pcode].name for pcode in frame[code]]
        frame[name_ar] = [units[pcode].name_ar for pcode in frame[code]]
    return frame.drop(columns="pcode")


def uncoded(units: AdminUnits, scheme: str) -> gpd.GeoDataFrame:
    """Return the built-in units with the columns of a scheme without P-codes, in no particular order."""
    frame = units.to_gdf()[["name", "geometry"]].sample(frac=1, random_state=7).reset_index(drop=True)
    code, name = UNCODED[scheme]
    frame[code] = [f"feature-{i}" for i in range(len(frame))]
    return frame.rename(columns={"name": name})


def write(frame: gpd.GeoDataFrame, folder: Path, suffix: str, stem: str = "syr_adm3") -> Path:
    """Return the path of a file of that format after writing it."""
    path = folder / f"{stem}.{suffix}"
    if suffix == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path, driver=FORMATS[suffix], engine="pyogrio")
    return path


def same_as(units: AdminUnits, other: AdminUnits) -> bool:
    """Tell whether two sets of units have the same codes, names, areas and borders."""
    assert units.codes == other.codes
    for level in Level:
        assert [u.name for u in units.at_level(level)] == [u.name for u in other.at_level(level)]
    areas = [[boundaries.area_km2(code) for code in other.codes] for boundaries in (units, other)]
    np.testing.assert_allclose(*areas, rtol=1e-5)
    for country in ("JO", "TR", "IQ", "LB", "IL", "sea"):
        assert units.touching(country) == other.touching(country)
        assert units.border_km(country) == pytest.approx(other.border_km(country), rel=1e-4)
    assert units.neighbours_of(["SY07"], Level.DISTRICT) == other.neighbours_of(["SY07"], Level.DISTRICT)
    assert units.seat("SY04") == other.seat("SY04")
    return True


@pytest.mark.parametrize("scheme", CODED)
def test_each_scheme_with_codes_is_known(units: AdminUnits, tmp_path: Path, scheme: str) -> None:
    own = read_boundaries(write(coded(units, scheme), tmp_path, "gpkg"))
    assert same_as(own.units, units)
    assert own.units["SY070003"].name_ar == "سراقب"
    assert {mapping.how for mapping in own.report.mappings} == {"code"}
    assert own.report.notes == ()


@pytest.mark.parametrize("scheme", UNCODED)
def test_units_without_codes_are_matched_and_each_mapping_reported(
    units: AdminUnits, tmp_path: Path, scheme: str
) -> None:
    own = read_boundaries(write(uncoded(units, scheme), tmp_path, "geojson"))
    assert same_as(own.units, units)
    assert len(own.report.guessed) == 272
    assert all(mapping.overlap > 0.99 for mapping in own.report.mappings)
    assert "'Saraqab': SY070003 Saraqab by name and position" in own.report.text()


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_can_be_read(units: AdminUnits, tmp_path: Path, suffix: str) -> None:
    own = load_boundaries(write(coded(units, "admin3Pcod"), tmp_path, suffix))
    assert same_as(own, units)
    assert own.source.origin.startswith(f"syr_adm3.{suffix}")
    assert len(own.source.sha256) == 64


@pytest.mark.parametrize("suffix", ["shp", "gdb", "geojson"])
def test_a_zip_is_read_as_the_file_in_it(units: AdminUnits, tmp_path: Path, suffix: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    write(coded(units, "ADM3_PCODE"), inside, suffix)
    path = Path(shutil.make_archive(str(tmp_path / "syr"), "zip", inside))
    assert same_as(load_boundaries(path), units)


@pytest.mark.parametrize("crs", ["EPSG:32637", "EPSG:22770", "EPSG:3857"])
def test_any_reference_system_is_transformed(units: AdminUnits, tmp_path: Path, crs: str) -> None:
    own = read_boundaries(write(coded(units, "ADM3_PCODE").to_crs(crs), tmp_path, "gpkg"))
    assert own.report.crs == crs
    assert own.units.codes == units.codes
    assert own.units.area_km2() == pytest.approx(units.area_km2(), rel=1e-4)
    assert own.units.touching("TR") == units.touching("TR")


def test_a_file_without_a_reference_system_is_read_when_the_user_says_which(
    units: AdminUnits, tmp_path: Path
) -> None:
    path = write(coded(units, "ADM3_PCODE"), tmp_path, "shp")
    path.with_suffix(".prj").unlink()
    assert same_as(load_boundaries(path, crs="EPSG:4326"), units)


def test_a_folder_gives_its_layer_of_subdistricts(units: AdminUnits, tmp_path: Path) -> None:
    frame = coded(units, "ADM3_PCODE")
    write(frame, tmp_path, "shp")
    write(
        frame.dissolve("ADM1_PCODE", as_index=False).drop(columns=["ADM3_PCODE", "ADM2_PCODE"]),
        tmp_path,
        "shp",
        "syr_adm1",
    )
    points = frame.set_geometry(frame.geometry.representative_point())
    write(points.assign(ADM4_PCODE="C1001"), tmp_path, "shp", "syr_pplp_adm4")
    (tmp_path / "metadata.json").write_text('{"title": "boundaries"}', encoding="utf-8")
    own = read_boundaries(tmp_path)
    assert same_as(own.units, units)
    assert own.report.dataset == "syr_adm3.shp"


def test_the_same_layer_in_several_formats_is_read_once_with_a_note(
    units: AdminUnits, tmp_path: Path
) -> None:
    frame = coded(units, "ADM3_PCODE")
    write(frame, tmp_path, "geojson")
    write(frame, tmp_path, "gpkg")
    write(frame, tmp_path, "gpkg", "syr_adm3_simplified")
    own = read_boundaries(tmp_path)
    assert own.report.dataset == "syr_adm3.gpkg"
    assert own.report.notes == (
        "syr_adm3.gpkg was read; the same is in syr_adm3.geojson, syr_adm3_simplified.gpkg",
    )


def test_a_named_layer_is_read(units: AdminUnits, tmp_path: Path) -> None:
    path = tmp_path / "vintages.gpkg"
    for layer in ("now", "then"):
        coded(units, "ADM3_PCODE").to_file(path, layer=layer, driver="GPKG", engine="pyogrio")
    assert read_boundaries(path, layer="then").report.layer == "then"


def test_names_and_units_come_from_the_file(units: AdminUnits, tmp_path: Path) -> None:
    frame = coded(units, "ADM3_PCODE")
    frame.loc[frame["ADM3_PCODE"] == "SY070003", "ADM3_EN"] = "Saraqib \r\n"
    frame.loc[frame["ADM3_PCODE"] == "SY070003", "ADM3_PCODE"] = "SY070099"
    frame.loc[frame["ADM1_PCODE"] == "SY07", "ADM1_EN"] = "Idlib"
    own = read_boundaries(write(frame, tmp_path, "gpkg"))
    assert own.units["SY070099"].name == "Saraqib"
    assert own.units["SY07"].name == "Idlib"
    assert own.units.unit_at(lon=36.80, lat=35.86) == own.units["SY070099"]
    assert "SY070003" not in own.units
    assert len(own.report.notes) == 2


def test_names_are_told_apart_by_their_script(units: AdminUnits, tmp_path: Path) -> None:
    frame = coded(units, "adm3_pcode")
    swapped = frame.rename(columns={"adm3_name": "adm3_name1", "adm3_name1": "adm3_name"})
    own = load_boundaries(write(swapped, tmp_path, "gpkg"))
    assert (own["SY070003"].name, own["SY070003"].name_ar) == ("Saraqab", "سراقب")
    frame["adm3_name1"] = frame["adm3_name1"].str.encode("utf-8").str.decode("latin-1")
    garbled = load_boundaries(write(frame, tmp_path, "gpkg", "garbled"))
    assert garbled["SY070003"].name_ar == "سراقب"


@pytest.mark.reference
def test_the_full_boundaries_are_matched_without_their_codes(full_units: AdminUnits, tmp_path: Path) -> None:
    own = read_boundaries(write(uncoded(full_units, "geoBoundaries"), tmp_path, "gpkg"))
    assert own.units.codes == full_units.codes
    for code in full_units.codes:
        assert own.units.area_km2(code) == pytest.approx(full_units.area_km2(code), rel=1e-6)


@pytest.mark.parametrize(
    ("stem", "column", "date"),
    [
        ("syr_adm3", {"validOn": "2020-12-17"}, "2020-12-17"),
        ("syr_adm3_20201217", {"VALID_ON": "2018-01-31"}, "2018-01-31"),
        ("syr_adm3_20201217", {}, "2020-12-17"),
        ("syr_adm3", {}, ""),
    ],
)
def test_the_date_is_the_files_own(
    units: AdminUnits, tmp_path: Path, stem: str, column: dict[str, str], date: str
) -> None:
    frame = coded(units, "ADM3_PCODE").assign(**column)
    assert load_boundaries(write(frame, tmp_path, "geojson", stem)).source.date == date


def test_the_digest_is_the_same_wherever_the_file_lies(units: AdminUnits, tmp_path: Path) -> None:
    path = write(coded(units, "ADM3_PCODE"), tmp_path, "shp")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for file in tmp_path.glob("syr_adm3.*"):
        shutil.copy(file, elsewhere)
    digests = {load_boundaries(place).source.sha256 for place in (path, elsewhere, elsewhere / path.name)}
    assert len(digests) == 1
    (elsewhere / "syr_adm3.prj").unlink()
    assert load_boundaries(elsewhere, crs="EPSG:4326").source.sha256 not in digests


def test_a_zip_is_unpacked_nowhere_that_stays(
    units: AdminUnits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    file = write(coded(units, "ADM3_PCODE"), tmp_path, "geojson")
    with zipfile.ZipFile(tmp_path / "syr.zip", "w") as archive:
        archive.write(file, "deep/inside/syr_adm3.geojson")
    load_boundaries(tmp_path / "syr.zip")
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("fields", "scheme", "level"),
    [
        (["ADM3_PCODE", "ADM2_PCODE"], "COD-AB, ADMn_PCODE", 3),
        (["ADMIN2PCOD"], "COD-AB, adminnPcod", 2),
        (["adm4_pcode", "adm3_pcode"], "COD-AB, ADMn_PCODE", 4),
        (["shapeName", "shapeID"], "geoBoundaries", None),
        (["GID_0", "GID_1", "GID_2", "NAME_2"], "GADM", 2),
    ],
)
def test_columns_tell_scheme_and_level(fields: list[str], scheme: str, level: int | None) -> None:
    found = scheme_of(fields)
    assert found is not None
    assert found.name == scheme
    assert finest_level(fields, found) == level
