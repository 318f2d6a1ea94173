import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
import shapely
from matplotlib.colors import to_rgb
from PIL import Image

import zones
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure import figure, render, save
from maps.figure.flow import measurer
from maps.figure.page import LAYOUT_DPI, MM_PER_INCH, Page
from maps.figure.style import ZONE_COLOURS
from zones.errors import NoSuchZoneError
from zones.zone import Unresolved

pytestmark = pytest.mark.slow

PAPER = {"A4": (297, 210), "A3": (420, 297)}
NAMES = ("Idlib", "Northern Homs", "Eastern Ghouta", "Jordanian border")


@pytest.fixture(scope="module")
def astana():
    return zones.load()


@pytest.fixture(scope="module")
def sheet(astana):
    return figure(astana, on=date(2017, 6, 23))


@pytest.fixture(scope="module")
def of_ghouta(astana):
    return figure(astana, zone="Eastern Ghouta")


@pytest.fixture(scope="module", params=PAPER)
def long_titled(request, astana):
    """The sheet on each paper, of a source whose line is long."""
    long = replace(astana.documents[0], title="A source with a rather long name, of a publisher " * 3)
    return request.param, figure(replace(astana, documents=(long, *astana.documents[1:])), size=request.param)


def with_zones(astana, *changed):
    return replace(astana, zones=changed, claims=())


def crowd(astana, count):
    """One zone a district: more than a legend holds."""
    units, pattern = AdminUnits.builtin(), astana.zones[0]
    codes = [unit.pcode for unit in units.at_level(Level.DISTRICT)][:count]
    return with_zones(
        astana,
        *(
            replace(
                pattern, id=code, name=f"Zone of {code}", whole=units.geometry(code), part=shapely.Polygon()
            )
            for code in codes
        ),
    )


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
        for expected in (
            "De-escalation zones in Syria",
            "as of 23 June 2017",
            "Al-Masdar News (AMN), 23 June 2017",
        ):
            assert expected in said
        labels = [text.get_text() for text in texts(sheet)]
        for name in NAMES:
            assert labels.count(name) == 2, "once on the map, once in the legend"

    def test_what_is_claimed_of_monitors(self, astana, sheet):
        said = words(sheet)
        assert "Monitors: Jordan (possible); United States (possible)" in said
        (told,) = [s for s in astana.standing() if s.nationality == "KZ" and s.zone == "idlib"]
        assert told.disputed
        assert f"Kazakhstan ({told.status}, disputed)" in said
        assert "None of it says that they were deployed." in said

    def test_the_disclaimers(self, sheet):
        said = words(sheet)
        assert "No official geometry of the zones was ever published." in said
        assert "do not imply official endorsement" in said
        assert "Golan Heights (occupied by Israel since 1967)" in said

    def test_the_golan_is_noted_only_where_it_is_shown(self, astana, of_ghouta):
        assert "Golan" in words(figure(astana, zone="jordanian-border"))
        assert "Golan" not in words(of_ghouta)

    def test_a_limit_that_cannot_be_drawn_is_told(self, astana):
        limit = Unresolved(text="areas held by Islamic State", reason="lines of control", evidence=())
        zone = replace(astana.zones[0], unresolved=(limit,))
        loose = replace(limit, text="the line of contact")
        said = words(figure(replace(astana, zones=(zone,), unresolved=(loose,))))
        assert "Not drawn: “areas held by Islamic State” (lines of control)" in said
        assert "Not drawn: “the line of contact”" in said

    def test_the_day_before_there_is_nothing(self, astana):
        said = words(figure(astana, on=date(2017, 6, 22)))
        assert "describe none by this day" in said
        assert "Kazakhstan (" not in said
        assert "Monitors in zones not described by then: Russia (planned); Türkiye (planned)" in said

    def test_one_zone_shown_large_with_what_it_rests_on(self, of_ghouta):
        said = words(of_ghouta)
        for expected in (
            "Eastern Ghouta zone",
            "Nashabiyeh",
            "SY030200",
            "“The other three zones are in northern",
        ):
            assert expected in said
        assert "Idlib" not in [text.get_text() for text in texts(of_ghouta)]

    def test_a_zone_keeps_its_number_and_colour(self, of_ghouta):
        (number,) = [t for t in texts(of_ghouta) if t.get_text() == "3" and t.get_bbox_patch()]
        assert to_rgb(number.get_bbox_patch().get_facecolor()) == to_rgb(ZONE_COLOURS[2])

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

    def test_names_in_both_scripts(self, sheet):
        said = words(sheet)
        for name in ("Damascus", "حلب", "TÜRKIYE تركيا", "IRAQ العراق", "Mediterranean Sea", "Euphrates"):
            assert name in said

    def test_an_unknown_zone_names_the_known_ones(self, astana):
        with pytest.raises(NoSuchZoneError, match="Northern Homs"):
            figure(astana, zone="golan")

    def test_an_unknown_paper_names_the_known_ones(self, astana):
        with pytest.raises(ValueError, match="A4, A3"):
            figure(astana, size="A5")

    def test_hostile_names_stay_text(self, astana):
        name = r"$\frac{1}{0}$ & <b>zone</b> \N{x} 100 %"
        hidden = "\u202e\n\x00"
        said = words(
            figure(with_zones(astana, replace(astana.zones[0], name=f"{name}{hidden}", id="x")), zone="x")
        )
        assert name in said
        assert "\u202e" not in said


class TestWhereItStands:
    def test_no_name_covers_another(self, sheet):
        names = extents(sheet, [text for text in map_axes(sheet).texts if text.get_clip_on()])
        assert len(names) > 40
        for (one, box), (other, taken) in combinations(names, 2):
            assert not box.overlaps(taken), (one.get_text(), other.get_text())

    def test_everything_is_on_the_paper(self, long_titled):
        size, drawn = long_titled
        page = Page.of(size)
        right = page.panel.right / MM_PER_INCH * LAYOUT_DPI
        for text, box in extents(drawn, texts(drawn)):
            assert box.x0 >= 0, text
            assert box.x1 <= right + 2, text
            assert box.y0 >= 0, text

    def test_forty_zones_leave_room_for_the_disclaimers(self, astana):
        drawn = figure(crowd(astana, 40))
        said = words(drawn)
        assert re.search(r"and \d+ more", said)
        assert "No official geometry" in said
        lowest = min(box.y0 for _, box in extents(drawn, drawn.axes[-1].texts))
        assert lowest >= Page.of("A4").panel.bottom / MM_PER_INCH * LAYOUT_DPI - 1

    def test_whole_is_filled_and_part_is_hatched(self, sheet):
        hatched = [patch for patch in map_axes(sheet).patches if patch.get_hatch() == "//////"]
        colours = [to_rgb(patch.get_edgecolor()) for patch in hatched]
        assert colours == [to_rgb(ZONE_COLOURS[number]) for number in range(4)], "all four have parts"
        filled = [p for p in map_axes(sheet).patches if to_rgb(p.get_facecolor()) == to_rgb(ZONE_COLOURS[0])]
        assert max(patch.get_alpha() for patch in filled) > 0.5, "Idlib has a whole"


class TestFiles:
    def test_png_has_the_pixels_of_the_paper(self, sheet):
        assert Image.open(io.BytesIO(render(sheet, "png", dpi=100))).size == (1169, 826)

    def test_pdf_has_the_paper_s_size(self, long_titled):
        size, drawn = long_titled
        box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", render(drawn, "pdf"))
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
        "import hashlib, zones\n"
        "from maps.figure import figure, render\n"
        "sheet = figure(zones.load(), zone='northern-homs')\n"
        "files = [render(sheet, kind, dpi=60) for kind in ('png', 'svg', 'pdf')]\n"
        "print(*(hashlib.sha256(file).hexdigest() for file in files))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_arabic_letters_are_joined(sheet):
    axes = map_axes(sheet)
    word = "حلب"
    labels = [axes.text(0, 0, text, fontsize=30) for text in (word, *word)]
    widths = [box.width for _, box in extents(sheet, labels)]
    for label in labels:
        label.remove()
    assert widths[0] < 0.9 * sum(widths[1:]), "joined letters are narrower than the same letters apart"
