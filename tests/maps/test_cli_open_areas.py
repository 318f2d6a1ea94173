"""An area that cannot be drawn is left open in its words, and stops no command: the rest of the text is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import maps.serve
from maps.cli import main
from zones import ZoneSet

OPEN = {
    "The safe zone would cover 480 kilometers along the Turkish border.": "480 kilometers along the Turkish border",
    "The safe zone covers 822 km along the Turkish border.": "822 km along the Turkish border",
    "The safe zone is a strip of 0 km along the Turkish border.": "a strip of 0 km along the Turkish border",
    "The safe zone covers 20,000 km around Idlib.": "20,000 km around Idlib",
}
TEXT = "\n\n".join([*OPEN, "The second zone covers Daraa province.\n"])


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return Path("a.txt")


def run(*args: str) -> str:
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.mark.slow
def test_it_is_shown_by_every_command(text: Path) -> None:
    told = json.loads(run("read", str(text), "--json"))
    assert [[member["pcode"] for member in zone["members"]] for zone in told["zones"]] == [["SY12"]]
    quoted = {one["text"]: one["evidence"][0] for one in told["unresolved"]}
    assert quoted.keys() == set(OPEN.values())
    assert all(TEXT[found["start"] : found["end"]] == found["quote"] for found in quoted.values())
    assert "480 kilometers along the Turkish border" in " ".join(run("read", str(text)).split())
    run("map", str(text), "-o", "a.html")
    page = Path("a.html").read_text(encoding="utf-8")
    assert all(words in page for words in OPEN.values())
    run("export", str(text), "-o", "a.geojson")
    assert [zone["id"] for zone in json.loads(Path("a.geojson").read_text("utf-8"))["features"]] == [
        "daraa-whole"
    ]


def test_the_server_starts_with_it(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[ZoneSet] = []
    monkeypatch.setattr(maps.serve, "run", lambda zone_set, **_: served.append(zone_set))
    run("serve", str(text))
    client = TestClient(maps.serve.create_app(served[0]))
    assert '"daraa"' in client.get("/lookup", params={"place": "Daraa"}).text
