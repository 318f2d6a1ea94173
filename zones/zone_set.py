"""A set of zones with the claims about them: what a person or a program works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from geodata.naming import Naming
from geodata.provenance import Provenance
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.accord import Accord
from zones.claims import Claim
from zones.countries import country_name
from zones.documents import Document
from zones.errors import NoSuchZoneError
from zones.known import known_on
from zones.lookup import Answer, look_up
from zones.passed_over import PassedOver
from zones.reviewed import Reviewed, reviewed
from zones.standing import Standing, claim_day, standings
from zones.zone import Unresolved, Zone

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    from numpy.typing import ArrayLike

    from zones.answers.geocoded import Geocoder
    from zones.labels import Labeller, Labels
    from zones.labels.frames import Overlaps
    from zones.review import Review

__all__ = ["Layer", "ZoneSet"]

Frame = TypeVar("Frame")
Layer = Literal["zones", "members", "units", "claims", "evidence", "passed_over"]


@dataclass(frozen=True, kw_only=True)
class ZoneSet:
    """Zones, claims and documents, on given boundaries.

    Parameters
    ----------
    documents
        The source texts, in the order given.
    zones
        The zones they define, in the order told.
    claims
        What they say about monitors, in the order told; the same claim told twice is one.
    unresolved
        Limits told of no zone in particular.
    accord
        The agreement behind the zones, if a document tells of one.
    units, toponyms
        The boundaries and names they were read with.
    passed_over
        Sentences that were considered and from which nothing was made, with the reason, in the order told.
    decided
        What people decided about all this; None if no review was put on top.

    Examples
    --------
    >>> from zones import load
    >>> zone_set = load()
    >>> [zone.name for zone in zone_set.zones]
    ['Idlib', 'Northern Homs', 'Eastern Ghouta', 'Jordanian border']
    """

    documents: tuple[Document, ...]
    zones: tuple[Zone, ...]
    claims: tuple[Claim, ...]
    unresolved: tuple[Unresolved, ...]
    accord: Accord | None
    units: AdminUnits = field(repr=False)
    toponyms: Toponyms = field(repr=False)
    passed_over: tuple[PassedOver, ...] = field(default=(), repr=False)
    decided: Reviewed | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        """Return it in a line."""
        from zones.shown import set_line  # noqa: PLC0415 - only what is shown pays for it

        return set_line(self)

    @property
    def boundaries(self) -> Provenance:
        """Where the boundaries come from."""
        return self.units.source

    @property
    def naming(self) -> Naming:
        """Whose names units and countries have: the UN's or the press's."""
        return self.units.naming

    def country(self, code: str) -> str:
        """Return what the country of a nationality is called here.

        Parameters
        ----------
        code
            ISO 3166 alpha-2, or UN.
        """
        return country_name(code, self.naming)

    @property
    def published(self) -> dict[str, date | None]:
        """Day of publication of each document, by id."""
        return {d.id: d.published for d in self.documents}

    @property
    def reviewed(self) -> Reviewed:
        """By whom it was read and reviewed; its ``mark`` says it in words."""
        return self.decided or reviewed(self.zones, self.claims)

    def review(self, review: Review | str | Path) -> ZoneSet:
        """Return these zones with a review put on top.

        Parameters
        ----------
        review
            The review, or its file (TOML or JSON); see `zones.review`.

        Raises
        ------
        zones.errors.ReviewError
            If the file is no review, or a decision cannot be carried out.
        """
        from zones.loading import reviewed_anew  # noqa: PLC0415 - only a review pays for it

        return reviewed_anew(self, review)

    def zone(self, name: str) -> Zone:
        """Return a zone by its id or name.

        Parameters
        ----------
        name
            Its id or name, in any case.

        Raises
        ------
        NoSuchZoneError
            If no zone has that id or name.
        """
        wanted = name.casefold().strip()
        for zone in self.zones:
            if wanted in {zone.id, zone.name.casefold()}:
                return zone
        raise NoSuchZoneError(name, tuple(z.name for z in self.zones))

    def dates(self) -> tuple[date, ...]:
        """Return the days on which something was said or published, earliest first."""
        published = self.published
        days = {day for c in self.claims if (day := claim_day(c, published)) is not None}
        days |= {day for day in published.values() if day is not None}
        return tuple(sorted(days))

    def on(self, day: date, *, undated: bool = False) -> ZoneSet:
        """Return what was known on a day: zones described and claims made by then, with their documents.

        A zone is known from the first document that describes it, with the limits that all documents together
        give it. A claim counts from the day it was made, else published, though its zone may be described later.

        Parameters
        ----------
        day
            The day, itself included.
        undated
            Whether what has no day, because its documents have none, is known too.
        """
        return known_on(self, day, undated=undated)

    def standing(self, on: date | None = None) -> tuple[Standing, ...]:
        """Return what the claims about each nationality amount to, in each zone, as of a day.

        Parameters
        ----------
        on
            The day, on which nothing undated counts; by default all that was said counts.
        """
        return standings(self.claims, self.published, on, naming=self.naming)

    def lookup(
        self,
        place: str | None = None,
        *,
        lon: float | None = None,
        lat: float | None = None,
        on: date | None = None,
        geocoder: Geocoder | None = None,
    ) -> Answer:
        """Return the unit and zone of a place or position.

        Parameters
        ----------
        place
            A name in English or Arabic, the name of a zone of this set, a P-code, or a position in any form
            that `geodata.position.parse_position` reads; the answer's `understood_as` names the form.
        lon, lat
            A position instead, WGS 84 degrees.
        on
            The day as of which it is answered: zones described and claims made by then. By default all counts.
        geocoder
            Any geocoder of geopy, or `geodata.nominatim.CachedNominatim`: asked for a name that is unknown here,
            before one that only sounds alike is taken. By default nobody is asked.

        Raises
        ------
        geodata.nominatim.GeocoderError
            If `CachedNominatim` gets no answer; other geocoders raise what is theirs.
        geodata.errors.UnknownPlaceError, zones.lookup.AmbiguousPlaceError
            If nobody knows the name, or it has several meanings; both name candidates.
        geodata.errors.PositionError
            If a position is not wholly understood, may mean two places, or is not on Earth.

        Examples
        --------
        >>> from zones import load
        >>> answer = load().lookup("Saraqib")
        >>> answer.units[-1].pcode, answer.zones[0].zone, answer.zones[0].extent
        ('SY070003', 'idlib', 'whole')
        """
        return look_up(self, place, lon=lon, lat=lat, on=on, geocoder=geocoder)

    @cached_property
    def labeller(self) -> Labeller:
        """Finds units and zones of many points; made once, in about a tenth of a second."""
        from zones.labels.of_zones import zone_labeller  # noqa: PLC0415 - only labelling pays for its index

        return zone_labeller(self)

    def lookup_ids(self, *, lon: float, lat: float) -> tuple[str | None, tuple[tuple[str, str], ...]]:
        """Return the P-code of a position's sub-district and its zones with their extents, and nothing else.

        For loops over positions; `lookup` tells the reasons and `label` takes whole arrays. A position outside
        Syria, or that is no number, has no unit and no zone.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees.

        Examples
        --------
        >>> from zones import load
        >>> load().lookup_ids(lon=36.80, lat=35.86)
        ('SY070003', (('idlib', 'whole'),))
        """
        unit, held = self.labeller.lookup(lon=lon, lat=lat)
        return (self.units.codes[unit] if unit >= 0 else None), held

    def label(self, lon: ArrayLike, lat: ArrayLike, *, threads: int | None = None) -> Labels:
        """Return the units, zones and extents of arrays of positions; see `zones.labels`.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees, one-dimensional and of equal length.
        threads
            How many threads to use; all cores when not given.
        """
        return self.labeller.label(lon, lat, threads=threads)

    def label_frame(
        self,
        frame: Frame,
        *,
        lon: str | None = None,
        lat: str | None = None,
        overlaps: Overlaps | None = None,
    ) -> Frame:
        """Return a pandas, GeoPandas or Polars frame or Arrow table with columns for units, zone and extent.

        Parameters
        ----------
        frame
            The rows.
        lon, lat
            Columns of WGS 84 degrees; found by their usual names when not given.
        overlaps
            "list", "rows" or "first": what becomes of a point in several zones.
        """
        from zones.labels import label_frame  # noqa: PLC0415

        return label_frame(self.labeller, frame, lon=lon, lat=lat, overlaps=overlaps)

    def to_gdf(self, layer: Layer = "zones") -> gpd.GeoDataFrame:
        """Return a layer as a GeoDataFrame in EPSG:4326: zones, members, units, claims, evidence or passed_over.

        Parameters
        ----------
        layer
            Which table; the columns of each are told in docs/formats.md.
        """
        from zones.tables import to_gdf  # noqa: PLC0415 - geopandas costs half a second that a lookup need not pay

        return to_gdf(self, layer)

    def _repr_html_(self) -> str:
        """Return tables of zones and claims for a notebook, under the map if a package shows one (`maps`)."""
        from importlib.metadata import entry_points  # noqa: PLC0415

        from zones.shown import tables_html  # noqa: PLC0415

        points = entry_points(group="deescalation_zones.display", name="html")
        return "".join([*(point.load()(self) for point in points), tables_html(self)])

    def to_dict(self) -> dict[str, object]:
        """Return everything but geometry as the JSON object of the contract."""
        source = self.boundaries
        return {
            "documents": [d.to_dict() for d in self.documents],
            "zones": [z.to_dict() for z in self.zones],
            "claims": [c.to_dict() for c in self.claims],
            "unresolved": [u.to_dict() for u in self.unresolved],
            "passed_over": [p.to_dict() for p in self.passed_over],
            "accord": self.accord.to_dict() if self.accord else None,
            "standing": [s.to_dict() for s in self.standing()],
            "review": self.reviewed.to_dict(),
            "boundaries": {"title": source.title, "date": source.date, "sha256": source.sha256},
            **({} if self.naming is Naming.UN else {"names": str(self.naming)}),
        }
