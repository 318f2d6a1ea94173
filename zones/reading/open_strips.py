"""Strips along a border that a text tells piece by piece: how deep here, between which towns there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zones.areas import Area, Border, Except, Span, Union, Unread
from zones.reading.grammar.borders import shared_border
from zones.reading.grammar.ends import Position, end_positions
from zones.reading.scan import Scan
from zones.reading.strip_facts import StripFacts, depth_told
from zones.reasons import Why

__all__ = ["OpenStrip", "completed", "joined", "open_strip"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStrip(Unread):
    """A piece of what a text tells of a strip; `joined` makes a `Border` of the pieces, or leaves them in words.

    Parameters
    ----------
    depth_km
        How deep the strip is; None if this piece does not say.
    ends, end_names
        The two points (longitude, latitude) between which it runs, and what the text calls them; None likewise.
    country
        The country (ISO 3166 alpha-2) whose border both ends lie on; None if there is no such country.
    """

    depth_km: float | None = None
    ends: tuple[Position, Position] | None = None
    end_names: tuple[str, str] | None = None
    country: str | None = None


def open_strip(scan: Scan, start: int, end: int) -> OpenStrip | None:
    """Return what the tokens ``start:end`` tell of a strip: its ends if they begin with them, else its depth."""
    ends = end_positions(scan, start)
    end = end if ends is None else max(end, ends.end)
    text, span, reason = scan.text(start, end), scan.span(start, end), Why.NOT_DRAWN.told()
    if ends is not None and ends.positions is not None:
        country = shared_border(scan, ends)
        names = ends.names
        return OpenStrip(
            text=text, span=span, reason=reason, ends=ends.positions, end_names=names, country=country
        )
    depth = depth_told(scan, start, end)
    return OpenStrip(text=text, span=span, reason=reason, depth_km=depth) if depth is not None else None


def joined(areas: Sequence[Area]) -> list[Area]:
    """Return the areas of a zone with its open strips joined: a border with depth and ends, or words not understood."""
    pieces = [area for area in areas if isinstance(area, OpenStrip)]
    depth = next((piece for piece in pieces if piece.depth_km is not None), None)
    ends = next((piece for piece in pieces if piece.ends is not None), None)
    border = next((area for area in areas if isinstance(area, Border) and area.ends is None), None)
    if border is None and ends is not None and ends.country is not None and depth is not None:
        border = Border(country=ends.country, text=f"{depth.text} ... {ends.text}", span=_around(depth, ends))
        areas = [border if area is ends else area for area in areas]
    used = [piece for piece in (depth, ends) if border is not None and piece is not None]
    found = [
        _filled(
            border,
            depth.depth_km if depth else None,
            ends.ends if ends else None,
            ends.end_names if ends else None,
        )
        if area is border and border is not None
        else area
        for area in areas
    ]
    return [_in_words(area) for area in found if not any(area is piece for piece in used)]


def _around(one: OpenStrip, other: OpenStrip) -> Span | None:
    """Return the stretch of the text that holds two pieces, so that the quotation has both."""
    spans = [piece.span for piece in (one, other) if piece.span is not None]
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _in_words(area: Area) -> Area:
    if isinstance(area, OpenStrip):
        return Unread(text=area.text, span=area.span, reason=area.reason)
    return area


def _filled(
    border: Border,
    depth_km: float | None,
    ends: tuple[Position, Position] | None,
    end_names: tuple[str, str] | None,
) -> Border:
    """Return a border with a depth and ends told elsewhere, where it lacks them."""
    if border.depth_km is None:
        border = replace(border, depth_km=depth_km)
    if border.ends is not None or end_names is None:
        return border
    return replace(border, ends=ends, end_names=end_names, label="{} - {} strip".format(*end_names))


def completed(area: Area, facts: StripFacts) -> Area:
    """Return an area with the facts filled in where its strips along a border lack them."""
    match area:
        case Union(areas=areas):
            return Union(areas=tuple(completed(part, facts) for part in areas))
        case Except(area=kept, minus=minus):
            return Except(area=completed(kept, facts), minus=minus)
        case Border():
            ends = facts.ends
            return _filled(
                area, facts.depth_km, ends.positions if ends else None, ends.names if ends else None
            )
        case OpenStrip():
            return replace(area, depth_km=area.depth_km if area.depth_km is not None else facts.depth_km)
        case _:
            return area
