"""``zonemap export`` and ``zonemap validate`` as a person meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maps.cli import main
from maps.formats import FORMATS


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    told = capsys.readouterr()
    return int(stop.value.code or 0), told.out, told.err


@pytest.mark.parametrize("ending", [ending for known in FORMATS for ending in known.endings])
def test_export_writes_what_the_ending_asks_for(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "new folder" / f"zones{ending}"
    code, out, err = run(capsys, "export", "-o", str(target))
    assert (code, err) == (0, "")
    assert f"written     {target} (" in out
    assert target.stat().st_size > 1000


def test_export_to_stdout_is_geojson(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "export", "-o", "-", "--layer", "evidence")
    assert code == 0
    assert all(feature["geometry"] is None for feature in json.loads(out)["features"])


@pytest.mark.parametrize(
    "words",
    [["-o", "zones.doc"], ["-o", "a.fgb", "--layer", "evidence"], ["-o", "a.json", "--layer", "zones"]],
)
def test_what_no_format_can_do_is_misuse(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run(capsys, "export", *words)
    assert code == 2
    assert "expected one of" in err
    assert list(tmp_path.iterdir()) == []


def test_validate_says_yes_or_where_it_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    run(capsys, "export", "-o", str(good))
    assert run(capsys, "validate", str(good)) == (0, f"{good}: valid\n", "")
    text = good.read_text(encoding="utf-8")
    bad.write_text(text.replace('"status": "denied"', '"status": "maybe"', 1), encoding="utf-8")
    code, out, err = run(capsys, "validate", str(good), str(bad))
    line = 1 + text[: text.index('"status": "denied"')].count("\n")
    assert code == 1
    assert f"{bad}:{line}:" in out
    assert '.status: is "maybe", expected agreed or' in out
    assert err == "zonemap: 1 of 2 files not valid\n"


def test_validate_of_no_file_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "validate", str(tmp_path / "none.json"))
    assert (code, out) == (1, "")
    assert "none.json: cannot be read: No such file" in err
