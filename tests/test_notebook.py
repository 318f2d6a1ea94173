"""The notebook runs from the built-in documents to a map, a figure and a labelled table."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "notebooks" / "seeds_to_map.ipynb"


def test_the_notebook_is_kept_without_outputs() -> None:
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # of Jupyter's own asyncio and sockets
def test_it_makes_a_map_a_figure_and_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    monkeypatch.setenv("PYTHONPATH", path)
    book = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(
        book, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    ).execute()
    shown = [output.get("data", {}) for cell in book.cells for output in cell.get("outputs", ())]

    (map_cell,) = (data["text/html"] for data in shown if "<iframe" in data.get("text/html", ""))
    assert "Northern Homs" in map_cell
    saved = (tmp_path / "zones.html").read_text(encoding="utf-8")
    assert "Northern Homs" in saved
    (picture,) = (data["image/png"] for data in shown if "image/png" in data)
    assert len(picture) > 100_000
    tables = (data["text/html"] for data in shown if "<table" in data.get("text/html", ""))
    (table,) = (text for text in tables if "<iframe" not in text)
    rows = pd.read_html(StringIO(table), index_col=0, flavor="lxml")[0].fillna("").to_numpy().tolist()
    assert rows == [
        ["Saraqib", "SY070003", "idlib", "whole"],
        ["Rastan", "SY040400", "northern-homs", "part"],
        ["Douma", "SY030200", "eastern-ghouta", "part"],
        ["Nasib", "SY120000", "jordanian-border", "part"],
        ["Palmyra", "SY040500", "", ""],
    ]
    (said,) = (output.text for output in book.cells[-1].outputs)
    assert said.splitlines()[1].startswith("The other three zones are in northern Homs province")
