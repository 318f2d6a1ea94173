import io
import os
import re
import subprocess
import sys
from datetime import date
from itertools import combinations, pairwise

import geopandas as gpd
import numpy as np
import pytest
import shapely
from matplotlib.colors import to_rgb
from PIL import Image
from pyproj import Geod

from geodata.basemap import load_basemap
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure import figure, render, save
from maps.figure.flow import measurer
from maps.figure.page import LAYOUT_DPI, MM_PER_INCH, Box, Page
from maps.figure.relief import warped
from maps.figure.style import ZONE_COLOURS
from maps.figure.view import View
from maps.figure.zonelayer import drawn_zones

ASTANA = {
    "idlib": ("Idlib", ["SY07"], ["SY0200", "SY0203", "SY0501", "SY0502", "SY0505", "SY0600", "SY0603"]),
    "homs": ("Northern Homs", [], ["SY040101", "SY040400", "SY040401"]),
    "ghouta": (
        "Eastern Ghouta",
        [],
        ["SY030104", "SY030105", "SY030106", "SY030200", "SY030201", "SY030204"],
    ),
    "south": ("Jordanian border", [], ["SY120000", "SY120001", "SY140200", "SY130200", "SY130204"]),
}
PAPER = {"A4": (297, 210), "A3": (420, 297)}


class StandIn:
    """What a figure needs of a set of zones."""

    def __init__(self, zones):
        self.zones = zones

    def to_gdf(self, layer):
        assert layer == "zones"
        units = AdminUnits.builtin()
        rows = [
            {"zone": zone, "name": name, "extent": extent, "geometry": units.union(pcodes)}
            for zone, (name, *members) in self.zones.items()
            for extent, pcodes in zip(("whole", "part"), members, strict=True)
            if pcodes
        ]
        columns = ["zone", "name", "extent", "geometry"]
        return gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs="OGC:CRS84")


@pytest.fixture(scope="module")
def astana():
    return StandIn(ASTANA)


@pytest.fixture(scope="module")
def sheet(astana):
    return figure(astana, on=date(2017, 6, 23), sources=["Rudaw, 23 June 2017"])


def texts(sheet):
    return [text for axes in sheet.axes for text in axes.texts if text.get_text()]


def words(sheet):
    return " ".join(" ".join(text.get_text() for text in texts(sheet)).split())


def extents(sheet, chosen):
    renderer = measurer(sheet)
    return [(text, text.get_window_extent(renderer)) for text in chosen]


def map_axes(sheet):
    return sheet.axes[0]


class TestWhatIsSaid:
    def test_the_title_the_date_and_the_zones(self, sheet):
        said = words(sheet)
        for expected in ("De-escalation zones in Syria", "as of 23 June 2017", "Rudaw, 23 June 2017"):
            assert expected in said
        for name, *_ in ASTANA.values():
            assert said.count(name) == 2, "once on the map, once in the legend"

    def test_the_disclaimers(self, sheet):
        said = words(sheet)
        assert "No official geometry of the zones was ever published." in said
        assert "do not imply official endorsement" in said
        assert "Golan Heights (occupied by Israel since 1967)" in said

    def test_the_golan_is_noted_only_where_it_is_shown(self, astana):
        assert "Golan" in words(figure(astana, zone="south"))
        assert "Golan" not in words(figure(astana, zone="ghouta"))

    def test_makers_projection_and_scale(self, sheet):
        said = words(sheet)
        for expected in (
            "UN OCHA",
            "Natural Earth",
            "NOAA GLOBE",
            "GSHHG",
            "Lambert conformal conic",
            "1:3,",
        ):
            assert expected in said

    def test_a_limit_that_cannot_be_drawn_is_told(self, astana):
        remark = "Not drawn: “areas held by Islamic State”"
        assert remark in words(figure(astana, remarks={"idlib": [remark]}))

    def test_names_in_both_scripts(self, sheet):
        said = words(sheet)
        for name in ("Damascus", "حلب", "TURKEY تركيا", "IRAQ العراق", "Mediterranean Sea", "Euphrates"):
            assert name in said

    def test_one_zone_shown_large(self, astana):
        said = words(figure(astana, zone="ghouta"))
        assert "Eastern Ghouta zone" in said
        assert "Nashabiyeh" in said
        assert "Idlib" not in said

    def test_an_unknown_zone_names_the_known_ones(self, astana):
        with pytest.raises(LookupError, match="idlib, homs, ghouta, south"):
            figure(astana, zone="golan")

    def test_an_unknown_paper_names_the_known_ones(self, astana):
        with pytest.raises(ValueError, match="A4, A3"):
            figure(astana, size="A5")

    def test_no_zones_is_an_answer(self):
        assert "describe none" in words(figure(StandIn({})))

    def test_hostile_names_stay_text(self):
        name = r"$\frac{1}{0}$ & <b>zone</b> \N{x} 100 %"
        assert name in words(figure(StandIn({"x": (name, ["SY07"], [])}), zone="x"))


class TestWhereItStands:
    def test_no_name_covers_another(self, sheet):
        names = extents(sheet, [text for text in map_axes(sheet).texts if text.get_clip_on()])
        assert len(names) > 40
        for (one, box), (other, taken) in combinations(names, 2):
            assert not box.overlaps(taken), (one.get_text(), other.get_text())

    @pytest.mark.parametrize("size", PAPER)
    def test_everything_is_on_the_paper(self, astana, size):
        drawn = figure(astana, size=size, sources=["A source with a rather long name, of a publisher " * 3])
        page = Page.of(size)
        right = page.panel.right / MM_PER_INCH * LAYOUT_DPI
        for text, box in extents(drawn, texts(drawn)):
            assert box.x0 >= 0, text
            assert box.x1 <= right + 2, text
            assert box.y0 >= 0, text

    def test_forty_zones_leave_room_for_the_disclaimers(self):
        codes = [unit.pcode for unit in AdminUnits.builtin().at_level(Level.DISTRICT)][:40]
        crowd = StandIn({code: (f"Zone of the district with the code {code}", [code], []) for code in codes})
        drawn = figure(crowd)
        assert "and " in words(drawn)
        assert "more" in words(drawn)
        lowest = min(box.y0 for _, box in extents(drawn, sheet_texts(drawn)))
        assert lowest >= Page.of("A4").panel.bottom / MM_PER_INCH * LAYOUT_DPI - 1

    def test_whole_is_filled_and_part_is_hatched(self, sheet):
        hatched = [patch for patch in map_axes(sheet).patches if patch.get_hatch() == "//////"]
        colours = [to_rgb(patch.get_edgecolor()) for patch in hatched]
        assert colours == [to_rgb(ZONE_COLOURS[number]) for number in range(4)], "all four have parts"
        filled = [p for p in map_axes(sheet).patches if to_rgb(p.get_facecolor()) == to_rgb(ZONE_COLOURS[0])]
        assert max(patch.get_alpha() for patch in filled) > 0.5, "Idlib has a whole"


def sheet_texts(sheet):
    return sheet.axes[-1].texts


class TestFiles:
    def test_png_has_the_pixels_of_the_paper(self, sheet):
        assert Image.open(io.BytesIO(render(sheet, "png", dpi=100))).size == (1169, 826)

    @pytest.mark.parametrize("size", PAPER)
    def test_pdf_has_the_paper_s_size(self, astana, size):
        box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", render(figure(astana, size=size), "pdf"))
        points = [float(side) for side in box.groups()]
        assert points == pytest.approx([mm / MM_PER_INCH * 72 for mm in PAPER[size]], abs=0.1)

    def test_svg_is_for_itself(self, sheet):
        text = render(sheet, "svg").decode()
        assert text.count("<svg") == 1
        assert not re.findall(r"(?:href|src)=\"(?!#|data:)", text), "nothing from outside"
        assert "<text" not in text, "letters are outlines: no font is needed"

    @pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
    def test_nothing_names_the_day(self, sheet, kind):
        written = render(sheet, kind, dpi=60)
        assert not re.search(rb"CreationDate|<dc:date>|tIME\x00", written)

    def test_save_goes_by_the_ending(self, sheet, tmp_path):
        assert save(sheet, tmp_path / "zones.PDF").read_bytes().startswith(b"%PDF")
        with pytest.raises(ValueError, match=r"\.png, \.svg or \.pdf"):
            save(sheet, tmp_path / "zones.gif")

    def test_the_same_bytes_on_another_day_in_another_place(self):
        first, second = (
            digests({"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": tongue, "SOURCE_DATE_EPOCH": day})
            for seed, zone, tongue, day in (
                ("1", "UTC", "C", "0"),
                ("77", "Asia/Tokyo", "C.UTF-8", "1500000000"),
            )
        )
        assert first == second
        assert len(first.split()) == 3


def digests(environment):
    code = (
        "import hashlib\n"
        "from tests_maps_figure import ASTANA, StandIn\n"
        "from maps.figure import figure, render\n"
        "sheet = figure(StandIn(ASTANA), zone='homs')\n"
        "files = [render(sheet, kind, dpi=60) for kind in ('png', 'svg', 'pdf')]\n"
        "print(*(hashlib.sha256(file).hexdigest() for file in files))\n"
    )
    loader = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('tests_maps_figure', {__file__!r})\n"
        "module = sys.modules['tests_maps_figure'] = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(module)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", loader + code],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


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


class TestColours:
    def test_white_numbers_are_readable(self):
        for colour in ZONE_COLOURS:
            assert 1.05 / (luminance(to_rgb(colour)) + 0.05) >= 3.0, colour

    @pytest.mark.parametrize("blindness", ["deuteranopia", "protanopia"])
    def test_the_four_of_astana_differ_for_the_colour_blind(self, blindness):
        seen = [SIMULATED[blindness] @ np.array(to_rgb(colour)) for colour in ZONE_COLOURS[:4]]
        assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) > 0.15


# Machado, Oliveira and Fernandes 2009, severity 1
SIMULATED = {
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
}


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))


def test_arabic_letters_are_joined(sheet):
    axes = map_axes(sheet)
    word = "حلب"
    labels = [axes.text(0, 0, text, fontsize=30) for text in (word, *word)]
    widths = [box.width for _, box in extents(sheet, labels)]
    for label in labels:
        label.remove()
    assert widths[0] < 0.9 * sum(widths[1:]), "joined letters are narrower than the same letters apart"


def test_an_extent_of_another_kind_is_refused():
    table = gpd.GeoDataFrame(
        {"zone": ["x"], "name": ["X"], "extent": ["most"]},
        geometry=[shapely.box(36, 35, 37, 36)],
        crs="OGC:CRS84",
    )
    with pytest.raises(ValueError, match="'whole' or 'part'"):
        drawn_zones(table)
