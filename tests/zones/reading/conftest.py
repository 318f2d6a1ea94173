"""Sentences made ready for the reader, and area trees told in a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geodata import AdminUnits
from geodata.toponyms import Toponyms
from zones.areas import (
    Adjoining,
    Area,
    Border,
    Disc,
    Except,
    Limit,
    Part,
    Region,
    Route,
    Sector,
    Side,
    Town,
    Union,
    Unread,
    Whole,
)
from zones.reading.mentions import Mentions, mentions
from zones.reading.scan import Scan, scan
from zones.reading.sentence.parser import parse
from zones.reading.tokens import sentences

ScanAll = Callable[..., list[Scan]]


@pytest.fixture(scope="session")
def scan_all() -> ScanAll:
    """Scans of the sentences of a text; its first line may be made a headline."""
    units, toponyms = AdminUnits.builtin(), Toponyms.builtin()

    def scans(text: str, *, headline: str = "") -> list[Scan]:
        whole = f"{headline}\n{text}" if headline else text
        lines = [(0, len(headline), True)] if headline else []
        at = len(headline) + 1 if headline else 0
        for line in text.split("\n"):
            lines.append((at, at + len(line), False))
            at += len(line) + 1
        return [scan(s, units, toponyms) for s in sentences(whole, lines)]

    return scans


@pytest.fixture(scope="session")
def mentions_all(scan_all: ScanAll) -> Callable[..., list[Mentions]]:
    """The sentences of a text with their structure; its first line may be made a headline."""

    def read(text: str, *, headline: str = "") -> list[Mentions]:
        whole = f"{headline}\n{text}" if headline else text
        scans = scan_all(text, headline=headline)
        trees = parse(whole, [one.sentence for one in scans])
        return [mentions(whole, one, tree) for one, tree in zip(scans, trees, strict=True)]

    return read


@pytest.fixture(scope="session")
def read_one(mentions_all: Callable[..., list[Mentions]]) -> Callable[[str], Mentions]:
    """A single sentence with its structure."""

    def only(text: str) -> Mentions:
        (found,) = mentions_all(text)
        return found

    return only


@pytest.fixture(scope="session")
def scan_one(scan_all: ScanAll) -> Callable[[str], Scan]:
    """The scan of a single sentence."""

    def only(text: str) -> Scan:
        (found,) = scan_all(text)
        return found

    return only


def summary(area: Area) -> str:  # noqa: PLR0911, PLR0912 - one for each sort of area
    """An area tree in a line: "whole SY07 + adjoining district of SY05"."""
    match area:
        case Union(areas=areas):
            return " + ".join(summary(a) for a in areas)
        case Except(area=kept, minus=minus):
            return f"({summary(kept)}) - ({summary(minus)})"
        case Whole(unit=unit) | Part(unit=unit):
            return f"{type(area).__name__.lower()} {unit}"
        case Town(unit=unit, name=name):
            return f"town {name} {unit}"
        case Sector(unit=unit, bearing=bearing):
            return f"sector {unit} {bearing:g}"
        case Adjoining(within=within, level=level, anchors=anchors):
            beside = f" beside {','.join(anchors)}" if anchors else ""
            return f"adjoining {level} of {','.join(within) or 'any'}{beside}"
        case Border(country=country, within=within, depth_km=depth, end_names=ends):
            words = [f"border {country}", *([f"in {','.join(within)}"] if within else [])]
            words += [f"{depth:g} km"] if depth is not None else []
            return " ".join([*words, *([f"{ends[0]} to {ends[1]}"] if ends else [])])
        case Disc(name=name, radius_km=radius):
            return f"disc {name} {radius:g} km"
        case Side(river=river, bearing=bearing, within=within):
            return f"side {river} {bearing:g}" + (f" in {','.join(within)}" if within else "")
        case Route(road=road, depth_km=depth, end_names=ends, within=within):
            inside = f" in {','.join(within)}" if within else ""
            return f"route {road} {depth:g} km{inside}" + (f" {ends[0]} to {ends[1]}" if ends else "")
        case Unread(text=text):
            return f"unread {text!r}"
        case Region(name=name):
            return f"region {name}"
        case Limit(text=text):
            return f"limit {text!r}"


@pytest.fixture(scope="session")
def told() -> Callable[[Area], str]:
    """The summary of an area tree."""
    return summary
