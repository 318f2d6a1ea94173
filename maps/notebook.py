"""The map inside a notebook cell: a page in a frame of its own, shut off from the notebook."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from maps.save import to_html
from maps.web import webmap

if TYPE_CHECKING:
    from zones import ZoneSet


SANDBOX = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"
"""A link to a document opens in a tab of its own, which is as free as any."""


def notebook_html(zone_set: ZoneSet, *, height_px: int = 560) -> str:
    """
    Return an `<iframe>` with the map, for `_repr_html_`.

    The page comes without relief and without online tiles, and its frame has no origin: its scripts
    can't reach the notebook, nor the notebook's the page.

    Parameters
    ----------
    zone_set
        What to show.
    height_px
        The frame's height; its width is the cell's.
    """
    page = to_html(webmap(zone_set, relief=False, tiles=None))
    return (
        f'<iframe sandbox="{SANDBOX}" width="100%" height="{height_px}" '
        f'title="Map of the zones" style="border:1px solid #d0d0d0" srcdoc="{html.escape(page)}"></iframe>'
    )
