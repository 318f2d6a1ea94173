"""The page's own files: joined rightly, and colours that everybody can tell apart."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import math
import re
from importlib import resources

import pytest

from maps import assets

PAGE = resources.files("maps") / "page"
# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def test_every_script_is_used_once_and_after_what_it_imports() -> None:
    order = assets.module_order()
    there = {file.name.removesuffix(".js") for file in (PAGE / "script").iterdir()}
    assert set(order) == there
    assert len(order) == len(set(order))
    for index, name in enumerate(order):
        text = (PAGE / "script" / f"{name}.js").read_text(encoding="utf-8")
        assert set(re.findall(r'from "\./(\w+)\.js"', text)) <= set(order[:index])


def test_every_style_sheet_is_used() -> None:
    assert {file.name for file in (PAGE / "style").iterdir()} == set(assets.STYLES)


def test_the_review_page_uses_all_of_its_own_files_and_no_name_twice() -> None:
    own = {file.name for file in (PAGE / "review").iterdir()}
    order = assets.module_order(assets.REVIEW_ENTRY)
    assert {f"{name}.js" for name in order} | set(assets.REVIEW_STYLES) >= own
    assert not own & {file.name for folder in ("script", "style") for file in (PAGE / folder).iterdir()}
    assert not own & {f"{name}.js" for name in assets.module_order()}


def test_no_file_of_ours_names_a_host() -> None:
    for folder in assets.FOLDERS:
        for file in (PAGE / folder).iterdir():
            text = file.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
            text = text.replace(
                r"/^https?:\/\//i.test(", ""
            )  # asks what an address begins with, and names no host
            if (
                file.name == "maplink.js"
            ):  # what people paste: patterns of addresses, and nothing that asks for one
                assert not re.search(r"https?://|fetch|import\(|XMLHttp|\bsrc\b|location", text)
            else:
                assert "http" not in text, file.name


def test_no_script_makes_markup_or_code_of_text() -> None:
    for file in (file for folder in ("script", "review") for file in (PAGE / folder).iterdir()):
        text = file.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc", text
        ), file.name


def test_leaflet_is_byte_for_byte_what_its_authors_published() -> None:
    """By the integrity values with which leafletjs.com offers 1.9.4: somebody else repacked it as a wheel."""
    published = {
        "leaflet.js": "20nQCchB9co0qIjJZRGuk2/Z9VM+kNiyxNV1lvTlZBo=",
        "leaflet.css": "p4NxAoJBhIIN+hmNHrzRCf9tD/miZyoHS5obTRR9BMY=",
    }
    digests = {name: hashlib.sha256((assets.LEAFLET / name).read_bytes()).digest() for name in published}
    assert {name: base64.b64encode(digest).decode() for name, digest in digests.items()} == published


def test_leaflet_has_its_images_inside() -> None:
    assert "Leaflet 1.9.4" in assets.leaflet_script()
    assert "sourceMappingURL" not in assets.leaflet_script()
    assert set(re.findall(r"url\((.{5})", assets.leaflet_style())) == {"data:", "#defa"}


def test_words_that_scripts_ask_for_exist() -> None:
    words = assets.languages()["en"]["words"]
    asked = set()
    for file in (PAGE / "script").iterdir():
        asked |= set(re.findall(r'\b(?:t|nodes)\("([\w-]+)"', file.read_text(encoding="utf-8")))
        asked |= set(re.findall(r'section\(app, "([\w-]+)"', file.read_text(encoding="utf-8")))
    assert asked <= set(words), asked - set(words)


def test_language_files_are_sorted_by_code_and_named() -> None:
    for code, language in assets.languages().items():
        assert language["dir"] in {"ltr", "rtl"}
        assert language["name"]
        assert language == json.loads((PAGE / "lang" / f"{code}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_zone_colours_differ_for_every_eye(theme: str, sight: str) -> None:
    colours = [lab(seen(colour, sight)) for colour in palette(theme)]
    apart = [math.dist(one, other) for one, other in itertools.combinations(colours, 2)]
    first = [math.dist(one, other) for one, other in itertools.combinations(colours[:4], 2)]
    assert min(apart) > 12
    assert min(first) > 20


@pytest.mark.parametrize(("theme", "ground"), [("light", "#ffffff"), ("dark", "#191d20")])
def test_zone_names_can_be_read_on_the_ground(theme: str, ground: str) -> None:
    for colour in palette(theme):
        assert contrast(colour, ground) >= 4.5, colour


def palette(theme: str) -> list[str]:
    text = (PAGE / "style" / "tokens.css").read_text(encoding="utf-8")
    start = r'^\[data-theme="dark"\] ' if theme == "dark" else "^"
    return re.findall(start + r"\.hue-\d \{\n  --hue: (#\w{6})", text, re.MULTILINE)


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour: str, sight: str) -> list[float]:
    return [sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in SIGHTS[sight]]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = (min(1, max(0, part)) for part in rgb)
    x, y, z = (
        0.4124 * r + 0.3576 * g + 0.1805 * b,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        0.0193 * r + 0.1192 * g + 0.9505 * b,
    )
    fx, fy, fz = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (x / 0.95047, y, z / 1.08883)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def contrast(one: str, other: str) -> float:
    light = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))), reverse=True
    )
    return (light[0] + 0.05) / (light[1] + 0.05)
