import pickle

import numpy as np
import pytest
import shapely

from geodata.coverage_index import CoverageIndex
from zones.labels.errors import LabelError
from zones.labels.labeller import Labeller, ZoneLayer


def by_hand(labeller, lon, lat):
    """Unit and zones of one point, asked of shapely one polygon at a time."""
    if not (np.isfinite(lon) and np.isfinite(lat)):
        return -1, ()
    point = shapely.Point(lon, lat)
    hit = [k for k, shape in enumerate(labeller.index.geometries) if shape.intersects(point)]
    unit = hit[0] if hit else -1
    zones = []
    for layer in labeller.layers:
        told = [extent for member, extent in layer.extents if member == unit]
        told += [extent for outline, extent in layer.outlines if outline.intersects(point)]
        zones += [(layer.zone, extent) for extent in told[:1]]
    return unit, tuple(zones)


@pytest.mark.parametrize("which", ["apart", "crossing"])
def test_labels_are_what_the_polygons_say_in_bulk_and_one_by_one(which, request, points):
    labeller = request.getfixturevalue(which)
    lon, lat = (values[:600] for values in points)
    labels = labeller.label(lon, lat)
    for k, (x, y) in enumerate(zip(lon.tolist(), lat.tolist(), strict=True)):
        expected = by_hand(labeller, x, y)
        assert (int(labels.units[k]), labels.zones_of(k)) == expected
        assert labeller.lookup(lon=x, lat=y) == expected


def test_columns_are_those_of_the_unit_and_empty_outside(apart, points, unit_columns):
    labels = apart.label(*points)
    for name, values in unit_columns.items():
        texts = labels.unit_column(name).texts()
        assert all(
            t == (values[u] if u >= 0 else None) for t, u in zip(texts, labels.units.tolist(), strict=True)
        )
    assert len(labels) == len(points[0])
    assert {*labels.zone_column().texts()} == {"North", "South", None}
    assert {*labels.extent_column().texts()} == {"whole", "part", None}


def test_no_points_have_no_labels(crossing):
    labels = crossing.label([], [])
    assert len(labels) == 0
    assert labels.zone_column().texts().tolist() == []


def test_a_labeller_knows_whether_its_zones_can_overlap(apart, crossing, units, unit_columns):
    assert not apart.may_overlap
    assert crossing.may_overlap
    one_outline = Labeller(
        CoverageIndex(units), unit_columns, [ZoneLayer(zone="A", outlines=((units[0], "part"),))]
    )
    assert not one_outline.may_overlap
    far = shapely.box(0, 0, 1, 1)
    two = [*(ZoneLayer(zone=name, outlines=((far, "part"),)) for name in "AB"), *apart.layers]
    assert Labeller(CoverageIndex(units), unit_columns, two).may_overlap
    assert not Labeller(CoverageIndex(units), unit_columns, two[1:]).may_overlap


def test_a_labeller_can_be_sent_to_another_process(crossing, points):
    sent = pickle.loads(pickle.dumps(crossing))
    a, b = sent.label(*points), crossing.label(*points)
    assert np.array_equal(a.units, b.units)
    assert [a.zones_of(k) for k in range(100)] == [b.zones_of(k) for k in range(100)]


def test_what_does_not_fit_is_refused(units, unit_columns):
    index = CoverageIndex(units)
    with pytest.raises(LabelError, match="has 3 values for 60 units"):
        Labeller(index, {"code": ["a", "b", "c"]}, [])
    with pytest.raises(LabelError, match="two zones have one name"):
        Labeller(index, unit_columns, [ZoneLayer(zone="A"), ZoneLayer(zone="A")])
