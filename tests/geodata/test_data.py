"""The built files: each has its row, and the pure parts of the build give the same again."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import numpy as np
import pytest
import shapely

from geodata.build.packages import Package, Workshop, sha256_of, write_features
from geodata.build.places import is_useful, plain, script
from geodata.build.sources import Source
from geodata.build.subdistricts import clean
from geodata.build.tables import run as check_tables
from geodata.errors import GeodataError, SourceMismatchError
from geodata.provenance import builtin_source, builtin_sources
from geodata.unit import builtin_units, news_spellings
from geodata.units import AdminUnits

DATA = Path(__file__).parents[2] / "geodata/data"
ROWS = tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8"))["file"]


def test_every_file_has_a_row_and_every_row_a_file() -> None:
    assert sorted(row["file"] for row in ROWS) == sorted(
        p.name for p in DATA.iterdir() if p.name not in {"sources.toml", "LICENSES.md"}
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_rows_tell_the_truth(row: dict[str, object]) -> None:
    path = DATA / str(row["file"])
    assert row["sha256"] == sha256_of(path)
    assert row["licence"]
    assert row["origin"]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            assert row["rows"] == sum(1 for _ in csv.DictReader(file, strict=True))
    elif path.suffix == ".geojson":
        collection = shapely.from_geojson(path.read_text(encoding="utf-8"))
        assert row["rows"] == shapely.get_num_geometries(collection)


def test_provenance_is_read_from_the_rows() -> None:
    assert set(builtin_sources()) == {row["file"] for row in ROWS}
    assert builtin_source("subdistricts.geojson").licence == "CC BY 3.0 IGO"
    with pytest.raises(GeodataError, match="no row"):
        builtin_source("nothing.csv")


def test_spellings_name_units_that_are_there() -> None:
    assert set(news_spellings()) <= {unit.pcode for unit in builtin_units()}


def test_shapes_map_to_each_sub_district_once() -> None:
    with (DATA.parent / "build/shapes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["pcode"] for row in rows) == list(AdminUnits.builtin().codes)
    assert len({row["shape_id"] for row in rows}) == 272


def test_cleaning_closes_slivers_and_rounds() -> None:
    left = shapely.box(0, 0, 1.0000001, 1)
    right = shapely.Polygon([(1.002, 0), (2, 0), (2, 1), (1.0, 1)])
    cleaned = clean(np.array([left, right]))
    assert shapely.coverage_is_valid(cleaned)
    xy = shapely.get_coordinates(cleaned)
    assert np.array_equal(xy, np.round(xy, 6))


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    codes, shapes = AdminUnits.builtin().geometries()
    features = [({"pcode": c}, shapely.to_geojson(s)) for c, s in zip(codes, shapes, strict=True)]
    write_features(tmp_path / "a.geojson", features)
    assert (tmp_path / "a.geojson").read_bytes() == (DATA / "subdistricts.geojson").read_bytes()


def test_a_source_row_is_toml(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a\n1\n", encoding="utf-8")
    package = Package(name="p", version="1", filename="p.whl", sha256="00")
    source = Source(
        file="x.csv",
        title='a "b"',
        origin="o",
        licence="l",
        attribution="",
        date="d",
        rows=1,
        packages=(package,),
    )
    [row] = tomllib.loads(source.to_toml(tmp_path))["file"]
    assert row["title"] == 'a "b"'
    assert row["packages"] == [{"name": "p", "version": "1", "sha256": "00"}]


def test_tables_kept_by_hand_are_counted() -> None:
    sources = check_tables(Workshop(cache=DATA, data=DATA))
    assert {source.file: source.rows for source in sources}["units.csv"] == 348


def test_other_bytes_than_pinned_are_refused(tmp_path: Path) -> None:
    (tmp_path / "p.whl").write_bytes(b"other")
    package = Package(name="p", version="1", filename="p.whl", sha256="00")
    with pytest.raises(SourceMismatchError, match="delete the file") as mismatch:
        Workshop(cache=tmp_path, data=tmp_path).fetch(package)
    assert mismatch.value.expected == "00"


def test_spellings_of_other_scripts_and_codes_are_left_out() -> None:
    assert [s for s in ("ALP", "alkramt", "Айн", "Alep", "حلب", "ʿeሓለብ") if is_useful(s)] == ["Alep", "حلب"]
    assert script("Ḩalab") == "LATIN"
    assert plain("Ma‘arrat an Nu‘mān") == "Ma'arrat an Nu'man"
