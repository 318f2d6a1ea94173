"""
The map for print, drawn with matplotlib (``pip install ".[figure]"``).

    sheet     figure(): everything put together; render    render(), save(): png, svg, pdf
    content             what a ZoneSet says, as of a day, for the sheet
    page, view          paper and projection
    base, relief, zonelayer, names, labels, grid    the map, from below upwards
    panel, flow, inset, texts    what stands beside it
    timeline  timeline(): a sheet of who said what when
      claimlanes, packing, lanelayout, ticks    what it says, and where it stands
      lanechart, claimmarks    how it is drawn

Arabic is shaped by matplotlib itself, from 3.11 on.
"""

from __future__ import annotations

from geodata.errors import install
from zones.errors import MissingExtraError

try:
    import matplotlib as mpl
except ModuleNotFoundError as error:
    raise MissingExtraError("a figure", package="matplotlib", extra="figure") from error
if mpl.__version_info__ < (3, 11):
    raise ImportError(
        f"matplotlib {mpl.__version__} would not join Arabic letters; expected 3.11 or later: "
        + install("figure")
    )

from maps.figure.render import render, save
from maps.figure.sheet import figure
from maps.figure.timeline import timeline

__all__ = ["figure", "render", "save", "timeline"]
