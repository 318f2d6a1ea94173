"""What every sheet is drawn from: paper, view, units and base map."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from geodata.basemap import Basemap, Kind
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure.page import Box, Page
from maps.figure.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """
    The ground of a sheet.

    Parameters
    ----------
    page, view
        The paper, and what the map on it shows.
    units, basemap
        Administrative units, and what surrounds them.
    detailed
        Whether the map shows one zone large, with sub-districts.
    """

    page: Page
    view: View
    units: AdminUnits
    basemap: Basemap
    detailed: bool

    def shows(self, kind: Kind) -> bool:
        """Tell whether the frame shows something of a kind."""
        return any(not self.view.project(feature.geometry).is_empty for feature in self.basemap.of(kind))

    @property
    def levels(self) -> tuple[Level, ...]:
        """The administrative levels whose borders are drawn."""
        return tuple(Level) if self.detailed else (Level.GOVERNORATE, Level.DISTRICT)

    def on_map(self, box: Box) -> shapely.Polygon:
        """Return a box of the paper in projected metres."""
        frame, view = self.page.map, self.view
        x0, y0 = (
            view.west + view.metres(box.left - frame.left),
            view.south + view.metres(box.bottom - frame.bottom),
        )
        return shapely.box(x0, y0, x0 + view.metres(box.width), y0 + view.metres(box.height))
