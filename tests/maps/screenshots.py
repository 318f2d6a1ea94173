"""
Take the pictures that the README shows: `python -m tests.maps.screenshots [FOLDER]`.

They go to docs/images/. Fonts with Arabic are needed (Debian: fonts-noto-core).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

import maps
import zones
from maps.figure import save, timeline
from maps.review_page import review_html
from tests.browser import Watched, chromium
from tests.pages import ROOT, files

DESKTOP, LAPTOP, PHONE = (1440, 900), (1024, 768), (360, 740)
STATES = {
    "desktop": (DESKTOP, "", "light"),
    "desktop-dark": (DESKTOP, "", "dark"),
    "desktop-arabic": (DESKTOP, "lang=ar", "light"),
    "zone": (DESKTOP, "show=zone:idlib", "light"),
    "disputed": (LAPTOP, "show=nationality:KZ", "light"),
    "lookup-dark": (LAPTOP, "show=point:35.86,36.80", "dark"),
    "claims": (DESKTOP, "chart&show=claim:kz-denied-1", "light"),
    "earlier": (LAPTOP, "on=2017-05-04", "light"),
    "subdistricts": (DESKTOP, "map=10/33.53/36.45&layers={levels}&show=zone:eastern-ghouta", "light"),
    "phone": (PHONE, "", "light"),
    "phone-zone": (PHONE, "show=zone:jordanian-border", "light"),
    "phone-arabic-dark": (PHONE, "lang=ar&show=zone:idlib", "dark"),
}
LAYERS = [
    *("zone:idlib", "zone:northern-homs", "zone:eastern-ghouta", "zone:jordanian-border"),
    *("nat:IR", "nat:RU", "governorate", "district", "sub-district", "places", "relief", "water", "golan"),
]


def take(folder: Path) -> list[Path]:
    """Write all pictures and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        page_file = maps.save_html(zones.load(), Path(scratch) / "zones.html")
        for name, (size, fragment, scheme) in STATES.items():
            watched = Watched.open(
                browser,
                page_file,
                fragment=fragment.format(levels=",".join(LAYERS)),
                size=size,
                color_scheme=scheme,
            )
            written.append(folder / f"{name}.png")
            watched.page.screenshot(path=written[-1])
            watched.close()
        written.append(tutorial(browser, Path(scratch), folder / "tutorial.png"))
        written.append(review(browser, Path(scratch), folder / "review.png"))
        written.append(save(timeline(zones.load()), folder / "claims-sheet.png", dpi=110))
        written.append(sheet(Watched.open(browser, page_file, size=DESKTOP), folder / "sheet.png"))
    return [lightened(path) for path in written]


def tutorial(browser: Browser, scratch: Path, path: Path) -> Path:
    """Save the map of the tutorial's article, its zone chosen."""
    article = scratch / "article.txt"
    article.write_text(files(ROOT / "docs" / "tutorial.md")[article.name], encoding="utf-8")
    page_file = maps.save_html(zones.load(article), scratch / "article.html")
    watched = Watched.open(browser, page_file, fragment="show=zone:afrin-and-azaz", size=LAPTOP)
    watched.page.screenshot(path=path)
    watched.close()
    return path


def review(browser: Browser, scratch: Path, path: Path) -> Path:
    """Save the review page of the article that its how-to reviews, at work."""
    article = scratch / "article.txt"
    article.write_text(files(ROOT / "docs" / "howto" / "review.md")[article.name], encoding="utf-8")
    page_file = scratch / "review.html"
    page_file.write_text(review_html(zones.load(article)), encoding="utf-8")
    watched = Watched.open(browser, page_file, size=(1280, 800))
    watched.page.get_by_label("Reviewer").fill("R. Haddad")
    watched.page.locator("mark").first.click()
    watched.page.keyboard.press("r")
    watched.settle()
    watched.page.screenshot(path=path)
    watched.close()
    return path


def lightened(path: Path) -> Path:
    """Turn a PNG into a WebP of a quarter of the bytes; fewer colours would falsify the zones' own."""
    picture = Image.open(path).convert("RGB")
    if picture.width > 2000:
        picture = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS)
    picture.save(path.with_suffix(".webp"), quality=88, method=6)
    path.unlink()
    return path.with_suffix(".webp")


def sheet(watched: Watched, path: Path) -> Path:
    """Save the page's own picture, the A4 sheet."""
    watched.page.click(".menu-button")
    with watched.page.expect_download() as download:
        watched.page.click(".menu button:has-text('PNG')")
    download.value.save_as(path)
    watched.close()
    return path


if __name__ == "__main__":
    for picture in take(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images")):
        print(picture)
