"""Files read by the GDAL of a machine, which may be years older than the one in our packages (make gdal)."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from maps.formats import save
from zones import ZoneSet

OGRINFO = os.environ.get("OGRINFO")

pytestmark = pytest.mark.skipif(OGRINFO is None, reason="make gdal runs it with the GDAL of this machine")

COUNTS = {
    ".geojson": {"zones": 5},
    ".geojsonl": {"zones": 5},
    ".geojsons": {"zones": 5},
    ".gpkg": {"zones": 5, "members": 27, "units": 272, "claims": 22},
    ".fgb": {"zones": 5},
    ".kml": {"Idlib": 2, "Claims": 22},
    ".shp.zip": {"zones": 5, "members": 27, "claims": 22},
    ".topojson": {"zones": 5},
    ".xlsx": {"zones": 5, "members": 27, "claims": 22},
}
"""Features by layer; what else a file holds is not counted here."""

HEADS = {"OGR_XLSX_HEADERS": "FORCE"}  # where every column is text GDAL takes the head for a row


@pytest.mark.parametrize("ending", COUNTS)
def test_gdal_reads_it_without_a_warning(ending: str, sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    path = save(sets["seeds"], tmp_path / f"zones{ending}")
    source = f"/vsizip/{path}" if ending == ".shp.zip" else path
    done = subprocess.run(
        [str(OGRINFO), "-ro", "-so", "-al", source],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | HEADS,
    )
    assert done.stderr == ""
    names, counts = (
        re.findall(f"^{title}: (.*)$", done.stdout, re.MULTILINE) for title in ("Layer name", "Feature Count")
    )
    found = {name: int(count) for name, count in zip(names, counts, strict=True)}
    assert found | COUNTS[ending] == found
