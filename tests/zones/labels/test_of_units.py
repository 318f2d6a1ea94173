import subprocess
import sys

import numpy as np
import shapely

from geodata.units import AdminUnits
from zones.labels import ZoneMembers, unit_labeller

UNITS = AdminUnits.builtin()


def test_every_unit_is_labelled_with_its_chain_and_its_zones():
    strip = shapely.box(35, 32, 39, 33)
    zones = [
        ZoneMembers(zone="north", members=(("SY07", "whole"), ("SY0603", "part"), ("SY040101", "part"))),
        ZoneMembers(zone="south", outlines=((strip, "part"), (shapely.Polygon(), "whole"))),
    ]
    labeller = unit_labeller(UNITS, zones)
    codes, shapes = UNITS.geometries()
    x, y = shapely.get_coordinates(shapely.point_on_surface(shapes)).T
    labels = labeller.label(x, y)
    assert labels.unit_column("subdistrict").texts().tolist() == list(codes)
    for column, digits in (("governorate", 4), ("district", 6)):
        assert labels.unit_column(column).texts().tolist() == [code[:digits] for code in codes]
    for k, code in enumerate(codes):
        expected = [("north", "whole")] * code.startswith("SY07")
        expected += [("north", "part")] * code.startswith(("SY0603", "SY040101"))
        expected += [("south", "part")] * int(y[k] <= 33 and x[k] <= 39)
        assert labels.zones_of(k) == tuple(expected)


def test_the_index_is_kept_in_a_file(tmp_path):
    points = np.linspace(36, 42, 500), np.linspace(33, 37, 500)
    made = unit_labeller(UNITS, [], cache=tmp_path / "units.index").label(*points)
    assert (tmp_path / "units.index").stat().st_size < 500_000
    again = unit_labeller(UNITS, [], cache=tmp_path / "units.index").label(*points)
    assert np.array_equal(made.units, again.units)


def test_labels_of_arrays_need_no_frame_library():
    script = (
        "import sys; from geodata.units import AdminUnits; from zones.labels import unit_labeller;"
        "unit_labeller(AdminUnits.builtin(), []).lookup(lon=36.8, lat=35.86);"
        "print([m for m in ('pandas', 'geopandas', 'polars', 'pyarrow', 'pyproj') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
