"""The projection of the figure: lengths, north and the relief, against geodesics and known places."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geodata.basemap import load_basemap
from geodata.units import AdminUnits
from maps.figure.page import Box, Page
from maps.figure.relief import warped
from maps.figure.view import View

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def view():
    return View.fit(AdminUnits.builtin().outline, Page.of("A4").map, margin=0.04)


class TestView:
    def test_it_holds_its_subject_and_fills_the_box(self, view):
        outline = AdminUnits.builtin().outline
        assert shapely.covers(view.outline, outline)
        box = Page.of("A4").map
        assert (view.east - view.west) / (view.north - view.south) == pytest.approx(box.width / box.height)
        assert view.metres(box.width) == pytest.approx(view.east - view.west)

    def test_lengths_are_true_to_a_percent(self, view):
        geod = Geod(ellps="WGS84")
        towns = [(36.29, 33.51), (37.16, 36.20), (40.14, 35.33), (41.23, 37.05), (36.10, 32.62)]
        for one, other in pairwise(towns):
            true = geod.inv(*one, *other)[2]
            (x0, y0), (x1, y1) = (view.xy(lon=lon, lat=lat) for lon, lat in (one, other))
            assert np.hypot(x1 - x0, y1 - y0) == pytest.approx(true, rel=0.01)

    def test_there_and_back(self, view):
        x, y = view.xy(lon=38.28, lat=34.56)
        lon, lat = view.inverse(np.array([x]), np.array([y]))
        assert (lon[0], lat[0]) == (pytest.approx(38.28), pytest.approx(34.56))

    def test_north_is_up_on_the_central_meridian_and_leans_inwards_beside_it(self, view):
        middle, _ = view.xy(lon=view.central_meridian, lat=35.0)
        assert view.convergence_deg(x=middle, y=0.0) == pytest.approx(0, abs=1e-3)
        assert view.convergence_deg(x=view.west, y=0.0) > 0.5
        assert view.convergence_deg(x=view.east, y=0.0) < -0.5

    def test_the_relief_is_bent_with_the_map(self, view):
        picture = warped(view, load_basemap().relief, 600)

        def opacity(lon, lat):
            x, y = view.xy(lon=lon, lat=lat)
            column = int((x - view.west) / (view.east - view.west) * picture.shape[1])
            row = int((view.north - y) / (view.north - view.south) * picture.shape[0])
            return picture[row, column, 3]

        assert opacity(35.4, 35.2) == 0, "off Jablah"
        assert opacity(36.3, 33.5) > 150, "Damascus"
        assert opacity(41.0, 36.5) > 150, "Al-Hasakeh"

    def test_a_point_gets_surroundings(self):
        view = View.fit(
            shapely.Point(36.3, 33.5).buffer(0.2), Box(left=0, bottom=0, width=200, height=150), margin=0.2
        )
        assert 200_000 < view.denominator < 500_000
