"""``zonemap map --layer FILE[:TITLE]``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maps.cli import main
from maps.cli.own_layers import given_layer

POINT = '{"type": "Point", "coordinates": [37, 35]}'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["map", *map(str, arguments)])


@pytest.fixture
def camps(tmp_path: Path) -> Path:
    file = tmp_path / "camps.csv"
    file.write_text("name,lat,lon\nAtmeh,36.31,36.69\nQah,,\n", encoding="utf-8")
    return file


def test_a_layer_is_on_the_map_and_told(camps: Path, tmp_path: Path) -> None:
    done = run("--layer", f"{camps}:Camps: north", "-o", tmp_path / "out.html")
    assert done.exit_code == 0, done.stderr
    assert "layer       Camps: north: 1 point" in done.stdout
    assert f"zonemap: note: {camps}: 1 of 2 features have no shape and are left out" in done.stderr
    assert "features are named by column 'name'" in done.stderr
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert '"id":"own:1","title":"Camps: north","source":"camps.csv"' in page
    assert str(tmp_path) not in page


def test_a_file_whose_name_has_a_colon_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "a:b.json", "C"):
        Path(name).write_text(POINT, encoding="utf-8")
    told = {
        text: given_layer(text) for text in ("a:b.json", "a:b.json:T", "a:other", "a:b:c", r"C:\x\y.json")
    }
    assert {text: (str(given.path), given.title) for text, given in told.items()} == {
        "a:b.json": ("a:b.json", None),
        "a:b.json:T": ("a:b.json", "T"),
        "a:other": ("a", "other"),
        "a:b:c": ("a", "b:c"),
        r"C:\x\y.json": ("C", r"\x\y.json"),  # where there is a file C, and no drive
    }
    Path("C").unlink()
    assert given_layer(r"C:\x\y.json").title is None


def test_the_output_is_no_layer(camps: Path) -> None:
    before = camps.read_bytes()
    done = run("--layer", f"{camps}:Title", "-o", camps)
    assert done.exit_code == 2
    assert "would overwrite what is to be read" in done.stderr
    assert camps.read_bytes() == before


@pytest.mark.parametrize(
    ("value", "code", "told"),
    [
        ("none.csv:Title", 1, "--layer none.csv:Title: no such file; expected FILE or FILE:TITLE"),
        ("camps.csv:", 2, "a title is missing behind the colon"),
        ("notes.md", 1, "unknown ending '.md'"),
        ("table.csv", 1, "no columns of positions"),
    ],
)
def test_what_cannot_be_shown_is_said(
    camps: Path, monkeypatch: pytest.MonkeyPatch, value: str, code: int, told: str
) -> None:
    monkeypatch.chdir(camps.parent)
    Path("notes.md").touch()
    Path("table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = run("--layer", value, "-o", "out.html")
    assert done.exit_code == code
    assert told in done.stderr
    assert "Traceback" not in done.output
    assert not Path("out.html").exists()


def test_a_layer_of_boundaries_has_an_option_of_its_own(tmp_path: Path) -> None:
    done = run("--boundaries", tmp_path / "adm3.gpkg", "--layer", "adm3")
    assert done.exit_code == 1
    assert "--boundaries-layer" in done.stderr
