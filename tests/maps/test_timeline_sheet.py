"""The printed timeline of claims: every claim once, at its time, and nothing over another."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from PIL import Image

import zones
from maps.figure import render, timeline
from maps.figure.flow import measurer
from maps.figure.packing import Item, pack
from maps.figure.page import LAYOUT_DPI, MM_PER_INCH
from maps.figure.ticks import ticks
from maps.statusmarks import STATUS_MARKS
from tests.maps.manyclaims import many_claims, on_days
from tests.maps.test_cli_errors import BAD, refused, zonemap
from zones.disputes import disputes
from zones.errors import NoClaimsError, NoSuchZoneError, TooManyClaimsError

if TYPE_CHECKING:
    from zones import ZoneSet

HOSTILE = r"$\frac{1}{0}$ & <b>x</b> 100 %"


@pytest.fixture(scope="module")
def seeds() -> ZoneSet:
    return zones.load()


@pytest.fixture(scope="module")
def sheet(seeds: ZoneSet) -> Figure:
    return timeline(seeds)


def words(sheet: Figure) -> str:
    return " ".join(text.get_text() for axes in sheet.axes for text in axes.texts)


def marks(sheet: Figure) -> dict[str, Any]:
    """The outlines of the marks, by claim."""
    found = [
        patch for axes in sheet.axes for patch in axes.patches if (patch.get_gid() or "").startswith("claim-")
    ]
    assert len({patch.get_gid() for patch in found}) == len(found)
    return {patch.get_gid().removeprefix("claim-"): patch for patch in found}


def middles(sheet: Figure) -> dict[str, tuple[float, float]]:
    found = {}
    for name, patch in marks(sheet).items():
        box = patch.get_window_extent()
        found[name] = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    return found


@pytest.mark.slow
def test_svg_has_every_claim_and_every_dispute_once(seeds: ZoneSet, sheet: Figure) -> None:
    svg = render(sheet, "svg").decode()
    for claim in seeds.claims:
        assert svg.count(f'id="claim-{claim.id}"') == 1
    for pair in disputes(seeds.claims):
        assert svg.count(f'id="dispute-{pair.refusing}-{pair.affirming}"') == 1


def test_it_names_nations_speakers_zones_days_and_sources(seeds: ZoneSet, sheet: Figure) -> None:
    said = words(sheet)
    assert {seeds.country(claim.nationality) for claim in seeds.claims} <= {
        text.get_text() for axes in sheet.axes for text in axes.texts
    }
    for expected in (
        "İbrahim Kalın · Idlib",
        "Kairat Abdrakhmanov",
        "22 Jun 2017",
        "22 June 2017 to 23 June 2017",
        "Al-Masdar News",
    ):
        assert expected in said
    assert "None of it says that anybody was deployed." in " ".join(said.split())


def test_the_legend_has_the_statuses_that_there_are(seeds: ZoneSet, sheet: Figure) -> None:
    said = words(sheet)
    seen = {claim.status for claim in seeds.claims}
    assert {status for status in STATUS_MARKS if f"{status}: " in said} == seen


def test_colours_tell_the_statuses_too(sheet: Figure, seeds: ZoneSet) -> None:
    from matplotlib.colors import to_hex  # noqa: PLC0415

    drawn = marks(sheet)
    for claim in seeds.claims:
        assert to_hex(drawn[claim.id].get_edgecolor()) == STATUS_MARKS[claim.status].colour


@pytest.mark.slow
def test_as_of_a_day(seeds: ZoneSet) -> None:
    drawn = timeline(seeds, on=date(2017, 6, 22))
    assert set(marks(drawn)) == {"tr-planned-1", "ru-planned-1", "kg-discussed-2", "kg-undecided-2"}
    assert "as of 22 June 2017" in words(drawn)


@pytest.mark.slow
def test_of_one_zone_and_of_none_in_particular(seeds: ZoneSet) -> None:
    drawn = timeline(seeds, zone="Jordanian border")
    expected = {claim.id for claim in seeds.claims if claim.zone in {None, "jordanian-border"}}
    assert set(marks(drawn)) == expected
    assert "Jordanian border, and no zone in particular" in words(drawn)


def test_what_cannot_be_shown_is_refused(seeds: ZoneSet) -> None:
    with pytest.raises(NoClaimsError, match=r"2017-06-21.*there are 22"):
        timeline(seeds, on=date(2017, 6, 21))
    with pytest.raises(NoClaimsError, match="nothing to draw"):
        timeline(replace(seeds, claims=()))
    with pytest.raises(NoSuchZoneError, match="Northern Homs"):
        timeline(seeds, zone="golan")
    with pytest.raises(ValueError, match="A4"):
        timeline(seeds, size="A5")  # type: ignore[arg-type]


@pytest.mark.slow
def test_time_is_true_to_scale_and_the_undated_stand_apart(seeds: ZoneSet) -> None:
    days = (date(2016, 3, 1), date(2016, 3, 2), date(2016, 12, 31), date(2017, 6, 1), None, date(2018, 1, 3))
    told = on_days(seeds, *days)
    drawn = timeline(told)
    at = middles(drawn)
    dated = sorted((day, at[claim.id][0]) for claim, day in zip(told.claims, days, strict=True) if day)
    first, last = dated[0], dated[-1]
    a_day = (last[1] - first[1]) / (last[0] - first[0]).days
    for day, x in dated:
        assert x == pytest.approx(first[1] + (day - first[0]).days * a_day, abs=0.5), day
    assert at[told.claims[4].id][0] > last[1] + 20
    assert "Undated" in words(drawn)
    assert "Undated" in words(timeline(on_days(seeds, None, None)))


def test_lanes_follow_by_first_day_then_by_name(seeds: ZoneSet) -> None:
    told = on_days(seeds, date(2017, 6, 2), date(2017, 6, 1), date(2017, 6, 1), None)
    names = [told.country(claim.nationality) for claim in told.claims]
    assert names == ["Türkiye", "Russia", "Kyrgyzstan", "Kazakhstan"]
    drawn = timeline(told)
    heights = {text.get_text(): text.get_position()[1] for axes in drawn.axes for text in axes.texts}
    assert sorted(names, key=lambda name: -heights[name]) == ["Kyrgyzstan", "Russia", "Türkiye", "Kazakhstan"]


@pytest.mark.parametrize(("count", "nations", "days"), [(400, 20, 360), (100, 4, 3), (60, 6, 40)])
def test_no_mark_lies_on_another_nor_on_words(seeds: ZoneSet, count: int, nations: int, days: int) -> None:
    drawn = timeline(many_claims(seeds, count, nations, days))
    renderer = measurer(drawn)
    (paper,) = drawn.axes
    boxes = [patch.get_window_extent() for patch in marks(drawn).values()]
    assert len(boxes) == count
    spoken = [text for text in paper.texts if text.get_text().startswith("Speaker")]
    boxes += [text.get_window_extent(renderer) for text in spoken]
    boxes.sort(key=lambda box: box.x0)
    for one, other in combinations(boxes, 2):
        if other.x0 < one.x1:
            assert other.y0 >= one.y1 or one.y0 >= other.y1, (one, other)
    height, width = drawn.get_figheight() * LAYOUT_DPI, drawn.get_figwidth() * LAYOUT_DPI
    assert all(box.x0 >= 0 and box.x1 <= width and box.y0 >= 0 and box.y1 <= height for box in boxes)


def test_a_sheet_grows_where_lanes_need_it_and_refuses_what_is_too_much(seeds: ZoneSet) -> None:
    pattern = seeds.claims[0]

    def crowd(count: int) -> ZoneSet:
        far = replace(pattern, id="far", said_on=date(1990, 1, 1))
        near = (replace(pattern, id=f"n-{n}", said_on=date(2017, 6, 1)) for n in range(count))
        return replace(seeds, claims=(far, *near))

    drawn = timeline(crowd(150))
    assert drawn.get_figwidth() * MM_PER_INCH == pytest.approx(297)
    assert drawn.get_figheight() * MM_PER_INCH > 300
    assert len(marks(drawn)) == 151
    with pytest.raises(TooManyClaimsError, match="601 claims"):
        timeline(crowd(600))


def test_hostile_words_stay_words(seeds: ZoneSet) -> None:
    claim = replace(
        seeds.claims[0], id='x"><script>', said_by=f"{HOSTILE}\u202e\n\x00", zone=None, place=None
    )
    drawn = timeline(replace(seeds, claims=(claim,)))
    assert HOSTILE in words(drawn)
    assert "\u202e" not in words(drawn)
    assert b"<script>" not in render(drawn, "svg")


@pytest.mark.slow
def test_png_is_not_empty_and_pdf_has_the_paper_s_size(sheet: Figure) -> None:
    image = Image.open(io.BytesIO(render(sheet, "png", dpi=100)))
    assert image.size == (1169, 826)
    assert len(image.convert("RGB").getcolors(10**6) or ()) > 50
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", render(sheet, "pdf"))
    assert box is not None
    assert [float(side) for side in box.groups()] == pytest.approx([842, 595], abs=0.6)


@pytest.mark.slow
def test_the_same_bytes_on_another_day_in_another_place(sheet: Figure) -> None:
    code = (
        "import hashlib, zones\nfrom maps.figure import timeline, render\nsheet = timeline(zones.load())\n"
        "print(*(hashlib.sha256(render(sheet, kind, dpi=60)).hexdigest() for kind in ('png', 'svg', 'pdf')))"
    )
    elsewhere = {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1500000000"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | elsewhere, capture_output=True, text=True, check=True
    )
    here = [hashlib.sha256(render(sheet, kind, dpi=60)).hexdigest() for kind in ("png", "svg", "pdf")]
    assert run.stdout.split() == here


def test_the_command_draws_it_and_refuses_in_words(tmp_path: Path) -> None:
    assert zonemap("figure", "--timeline", "-o", "claims.svg", cwd=tmp_path).returncode == 0
    assert 'id="claim-kz-denied-1"' in (tmp_path / "claims.svg").read_text("utf-8")
    (tmp_path / "quiet.txt").write_text("The zone in Idlib province was quiet on Friday.", encoding="utf-8")
    for args in (("quiet.txt",), ("--on", "2017-06-01")):
        refused(zonemap("figure", "--timeline", *args, "-o", "none.svg", cwd=tmp_path), BAD, "no claims")
    assert not (tmp_path / "none.svg").exists()


items = st.tuples(st.integers(0, 40), st.sampled_from((0.0, 3.0, 25.0)))


@given(st.lists(items, max_size=40), st.sampled_from((0.5, 2.0, 9.0, 80.0)))
def test_packing_keeps_marks_on_their_days_and_apart(rows: list[tuple[int, float]], width: float) -> None:
    days = sorted(rows)
    right = 41 * width
    wanted = [Item(left=day * width, width=width, words=length) for day, length in days]
    places = pack(wanted, mark=2.0, gap=0.5, right=right)
    taken: dict[int, list[tuple[float, float]]] = {}
    for item, place in zip(wanted, places, strict=True):
        if width >= 2.0:
            assert item.left <= place.left <= item.left + width - 2.0 + 1e-6
        else:
            assert place.left + 1.0 == pytest.approx(item.left + width / 2)
        before = item.words if place.words == "before" else 0.0
        after = item.words if place.words == "after" else 0.0
        taken.setdefault(place.row, []).append((place.left - before, place.left + 2.0 + after))
    for stretch in taken.values():
        assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(sorted(stretch)))


@given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(0, 300_000), st.integers(1, 12))
def test_ticks_are_few_in_order_and_on_the_axis(first: date, span: int, most: int) -> None:
    last = first + timedelta(days=span)
    found = ticks(first, last, most=most)
    assert 1 <= len(found) <= most
    assert all(first <= tick.day <= last for tick in found)
    assert all(one.day < other.day for one, other in pairwise(found))
