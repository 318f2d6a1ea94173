"""Tables with positions as layers."""

from __future__ import annotations

from pathlib import Path

import pytest

from maps.layers import LayerError, read_layers

ATMEH = (36.69, 36.31)


@pytest.mark.parametrize(
    "text",
    [
        "name,lat,lon\nAtmeh,36.31,36.69\n",
        "sep=;\r\nname;LAT_DD;LONG_DD\r\nAtmeh;36,31;36,69\r\n",
        "name\tlatitude\tlongitude\nAtmeh\t36°18'36\"N\t36°41'24\"E\n",
        'name,latlon\nAtmeh,"36.31, 36.69"\n',
        "name,y,x\nAtmeh,٣٦٫٣١,36.69\n",
        "name,a,b\n#loc+name,#geo+lat,#geo+lon\nAtmeh,36.31,36.69\n",
        "\ufeffname,lat,lon\nAtmeh,36.31,36.69\n",
    ],
)
def test_positions_as_people_write_them(tmp_path: Path, text: str) -> None:
    file = tmp_path / "camps.csv"
    file.write_text(text, encoding="utf-8", newline="")
    (layer,) = read_layers(file)
    assert layer.names == ("Atmeh",)
    assert layer.shapes[0].coords[0] == pytest.approx(ATMEH, abs=1e-9)


def test_an_old_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "camps.csv"
    file.write_bytes("name,lat,lon\nمخيم أطمة,36.31,36.69\n".encode("cp1256"))
    (layer,) = read_layers(file)
    assert layer.names == ("مخيم أطمة",)
    assert any("Windows-1256" in note for note in layer.notes)


def test_what_cannot_be_read_is_counted_and_shown(tmp_path: Path) -> None:
    rows = ["A,36.3,36.7", "B,north,36.7", "C,99,36", "D,,36", "E,,", "F,1 2 3 4,4", "G,36.3,36.7"]
    file = tmp_path / "camps.csv"
    file.write_text("\n".join(["name,lat,lon", *rows]), encoding="utf-8")
    (layer,) = read_layers(file)
    assert layer.names == ("A", "G")
    told = "; ".join(layer.notes)
    assert "4 rows have a position that cannot be read: line 3: '36.7', 'north'" in told
    assert "and 1 more" in told
    assert "5 of 7 features have no shape" in told


def test_short_rows_are_filled_and_long_ones_refused(tmp_path: Path) -> None:
    file = tmp_path / "camps.csv"
    file.write_text("lat,lon,name,note\n36.3,36.7,A\n", encoding="utf-8")
    assert read_layers(file)[0].rows == (("36.3", "36.7", "A", None),)
    file.write_text("lat,lon,name\n36.3,36.7,A,B\n", encoding="utf-8")
    with pytest.raises(LayerError, match="line 2 has 4 cells where the header names 3"):
        read_layers(file)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,people\nA,3\n", "no columns of positions; expected lon and lat"),
        ("name,coordinates\nA,36 37\n", "no columns of positions"),
        ("lat,latitude,lon\n1,2,3\n", "no column|could be meant|latitude"),
        ("name,lat\nA,36\n", "longitude|no columns of positions"),
        ("", "empty"),
        ("name,lat,lon\n", "no feature in it"),
        ("name,lat,lon\nA,,\n", "none of its 1 features has a shape"),
        ("name,lat,lon\nA,2.3,48.9\n", "nothing of it lies on the map"),
    ],
)
def test_tables_without_positions_are_refused(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "table.csv"
    file.write_text(text, encoding="utf-8")
    if text.startswith("lat,latitude"):
        assert len(_shapes_or_error(file)) > 0
        return
    with pytest.raises(LayerError, match=told):
        read_layers(file)


def _shapes_or_error(file: Path) -> str:
    try:
        return str(read_layers(file)[0].shapes)
    except LayerError as error:
        return str(error)
