"""
The map for print, drawn with matplotlib (``pip install 'deescalation-zones[figure]'``).

::

    sheet     figure(): everything put together; render    render(), save(): png, svg, pdf
    page, view          paper and projection
    base, relief, zonelayer, names, labels, grid    the map, from below upwards
    panel, flow, inset, texts    what stands beside it

Arabic is shaped by matplotlib itself, from 3.11 on.
"""

from __future__ import annotations

from maps.figure.render import render, save
from maps.figure.sheet import figure

__all__ = ["figure", "render", "save"]
