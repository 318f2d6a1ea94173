"""Readings of one text side by side, as one HTML page that needs no network and runs no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment

from maps import assets
from maps.reports.side_by_side import differences_told
from maps.reports.words import clean

if TYPE_CHECKING:
    from zones.side_by_side import SideBySide

__all__ = ["compared_html"]


def compared_html(compared: SideBySide) -> str:
    """Return the page, all text escaped.

    Parameters
    ----------
    compared
        The readings.
    """
    template = Environment(autoescape=True).from_string(assets.template("compared.html"))
    parts = [
        {
            "title": title,
            "told": differences_told(compared, kind),
            "rows": [row for row in compared.rows if row.kind == kind],
        }
        for kind, title in (("zone", "Zones"), ("claim", "Claims"))
    ]
    return clean(template.render(document=compared.document, columns=compared.columns, parts=parts)) + "\n"
