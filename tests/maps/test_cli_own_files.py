"""Own boundaries, places and points by the command line: every option that a message names is there."""

from __future__ import annotations

from pathlib import Path

import click
import geopandas as gpd
import pytest

from geodata.units import AdminUnits
from maps.cli import main
from tests.maps.test_cli_errors import BAD, MISUSE, refused, zonemap

OWN_OPTIONS = {("label", "--layer"), ("label", "--crs"), ("export", "--layer"), ("map", "--layer")}


def taking_boundaries() -> list[str]:
    group = main
    ctx = click.Context(group)
    commands = {name: group.get_command(ctx, name) for name in group.list_commands(ctx)}
    return [
        name for name, one in commands.items() if one and any("--boundaries" in p.opts for p in one.params)
    ]


@pytest.mark.parametrize("name", taking_boundaries())
def test_whoever_takes_boundaries_takes_their_layer_and_reference_system(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    options = {option: parameter for parameter in command.params for option in parameter.opts}
    for long, short in (("--boundaries-layer", "--layer"), ("--boundaries-crs", "--crs")):
        own = short in options and options[short] is not options[long]
        assert own == ((name, short) in OWN_OPTIONS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two layers of sub-districts in a GeoPackage, and a shapefile that states no reference system."""
    path = tmp_path_factory.mktemp("own")
    columns = {"pcode": "ADM3_PCODE", "name": "ADM3_EN"}
    units = AdminUnits.builtin().to_gdf()[[*columns, "geometry"]].rename(columns=columns)
    for layer in ("adm3_2017", "adm3_2020"):
        units.to_file(path / "two.gpkg", layer=layer, engine="pyogrio")
    (path / "noprj").mkdir()
    units.to_file(path / "noprj" / "a.shp", engine="pyogrio")
    (path / "noprj" / "a.prj").unlink()
    return path


def test_a_layer_and_a_reference_system_are_named_as_the_message_says(folder: Path) -> None:
    asked = ("lookup", "Saraqib", "--boundaries")
    refused(zonemap(*asked, "two.gpkg", cwd=folder), BAD, "adm3_2017", "adm3_2020", "--boundaries-layer NAME")
    refused(zonemap(*asked, "noprj", cwd=folder), BAD, "--boundaries-crs EPSG:4326")
    for more in (
        ("two.gpkg", "--boundaries-layer", "adm3_2020"),
        ("two.gpkg", "--layer", "adm3_2020"),
        ("noprj", "--boundaries-crs", "EPSG:4326"),
        ("noprj", "--crs", "EPSG:4326"),
    ):
        assert "272 sub-districts" in zonemap(*asked, *more, cwd=folder).stderr
    refused(zonemap(*asked, "two.gpkg", "--layer", "adm3", cwd=folder), BAD, "no layer 'adm3'", "adm3_2017")
    more = ("two.gpkg", "--layer", "adm3_2020", "--crs", "EPSG:32637")
    refused(zonemap(*asked, *more, cwd=folder), BAD, "EPSG:32637")
    refused(zonemap("lookup", "Saraqib", "--layer", "x", cwd=folder), MISUSE, "add --boundaries FILE")
    refused(zonemap("lookup", "Saraqib", "--crs", "x", cwd=folder), MISUSE, "add --boundaries FILE")


def test_what_is_left_out_of_places_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "name,lat,lon,fcl\nYalda,33.46,36.32,P\nHill,33.4,36.3,T\n", encoding="utf-8"
    )
    done = zonemap("lookup", "Yalda", "--places", "own.csv", cwd=tmp_path)
    assert done.stderr.splitlines() == [
        "1 place taken from own.csv",
        "  1 row left out, of other feature classes than P, populated places: T 1",
    ]


def test_cells_that_cannot_be_read_are_shown_by_label(tmp_path: Path) -> None:
    rows = "".join(f"{n},far {n},36.8\n" for n in range(5))
    (tmp_path / "in.csv").write_text(f"id,lat,lon\n9,35.8645,36.8059\n{rows}", encoding="utf-8")
    told = zonemap("label", "in.csv", "out.csv", cwd=tmp_path).stdout
    assert "not read    5 cells that are no coordinates:" in told
    for line in ("line 3, column lat: 'far 0'", "line 5, column lat: 'far 2'", "and 2 more"):
        assert line in told
    assert "far 3" not in told
    (tmp_path / "in.csv").write_text(f"id,lat,lon\n{rows}", encoding="utf-8")
    refused(zonemap("label", "in.csv", "new.csv", cwd=tmp_path), BAD, "none of 5 rows", "line 2, column lat")
    assert not (tmp_path / "new.csv").exists()


def test_label_takes_positions_and_layers(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text('id,where\n1,"35.8645, 36.8059"\n', encoding="utf-8")
    refused(zonemap("label", "in.csv", "out.csv", cwd=tmp_path), BAD, "there are id, where")
    assert "1, positions from where" in zonemap(
        "label", "in.csv", "out.csv", "--position", "where", cwd=tmp_path
    ).stdout  # fmt: skip
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy([36.8059], [35.8645]), crs="EPSG:4326")
    for layer in ("a", "b"):
        points.assign(n=1).to_file(tmp_path / "in.gpkg", layer=layer, engine="pyogrio")
    refused(zonemap("label", "in.gpkg", "out.gpkg", cwd=tmp_path), BAD, "a, b", "--layer NAME")
    assert "in zones    1" in zonemap("label", "in.gpkg", "out.gpkg", "--layer", "b", cwd=tmp_path).stdout
    (tmp_path / "folder").mkdir()
    refused(zonemap("label", "folder", "out", "--layer", "b", cwd=tmp_path), MISUSE, "SOURCE is a folder")
