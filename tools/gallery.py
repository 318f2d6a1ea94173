"""Writes docs/gallery.md and its pictures: every arrangement of examples/ read, compiled and drawn."""

from __future__ import annotations

import io
import sys
import tomllib
from pathlib import Path

from PIL import Image

import zones
from maps.figure import figure, render

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES, PICTURES = ROOT / "examples", ROOT / "docs" / "images" / "gallery"
HEAD = """# Gallery

Arrangements in Syria from 2012 to 2020, each told in our own words after the public source named, read, compiled on
the built-in boundaries and drawn by `python tools/gallery.py`. The texts are in `examples/`. What no boundary can
settle is listed as unresolved, what was not understood as read in part; both are on the map's sheet too. Zones are
reconstructions from words.
"""


def main() -> int:
    """Write the page and the pictures; return 0."""
    rows = tomllib.loads((EXAMPLES / "sources.toml").read_text(encoding="utf-8"))["document"]
    PICTURES.mkdir(parents=True, exist_ok=True)
    parts = [HEAD, *(entry(row) for row in sorted(rows, key=lambda r: (str(r["published"]), r["id"])))]
    (ROOT / "docs" / "gallery.md").write_text("\n".join(parts), encoding="utf-8")
    return 0


def entry(row: dict[str, object]) -> str:
    """Return the section of one arrangement, and write its picture."""
    zone_set = zones.load(EXAMPLES / str(row["file"]))
    image = Image.open(io.BytesIO(render(figure(zone_set, size="A4"), "png", dpi=80))).convert("RGB")
    picture = PICTURES / f"{row['id']}.webp"
    image.save(picture, "WEBP", quality=70, method=6)
    told = [
        f"## {row['title']}",
        "",
        f"{row['published']}. Source: {row['source']}. Text: [`examples/{row['file']}`](../examples/{row['file']})",
        "",
        f"![{row['title']}](images/gallery/{picture.name})",
        "",
    ]
    told += [f"The text is {zone_set.reviewed.mark}.", ""]
    for zone in zone_set.zones:
        whole = [m.pcode for m in zone.members if m.extent == "whole"]
        part = [m.pcode for m in zone.members if m.extent == "part"]
        told.append(
            f"- **{zone.name}**: whole {', '.join(whole) or 'none'}; in part {', '.join(part) or 'none'}"
        )
        told += [f"  - read in part: “{u.text}” ({u.reason})" for u in zone.unread]
        told += [f"  - unresolved: “{u.text}” ({u.reason})" for u in zone.unresolved]
    told += [f"- unresolved, of no zone: “{u.text}” ({u.reason})" for u in zone_set.unresolved]
    for claim in zone_set.claims:
        where = claim.zone or claim.place or "no zone in particular"
        told.append(
            f"- {claim.nationality}: {claim.status}, {where}, says {claim.said_by or 'the report itself'}"
        )
    return "\n".join([*told, ""])


if __name__ == "__main__":
    sys.exit(main())
