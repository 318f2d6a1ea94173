"""What every output says of itself: the tool, its sources, whom to name and how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from geodata.provenance import Provenance, builtin_source
from zones.documents import Document

if TYPE_CHECKING:
    from zones.zone_set import ZoneSet

__all__ = ["NOTICE", "TOOL", "About", "about", "tool_version"]

TOOL = "deescalation-zones"

NOTICE = (
    "Zones are reconstructed from words; no official geometry was ever published. "
    "The boundaries and names shown do not imply official endorsement."
)

_USED = ("units.csv", "places.csv", "seats.csv", "neighbours.geojson")
"""Data of the package that zones rest on beside their boundaries: names, towns and borders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Tool, sources and citation of an output.

    Parameters
    ----------
    version
        Of the tool.
    documents
        The texts it was made from.
    boundaries
        The boundaries, with licence and whom to name.
    sources
        All data it rests on, the boundaries first, each attribution once.
    reading
        By whom the texts were read and reviewed: "read by rules, not reviewed".
    """

    version: str
    documents: tuple[Document, ...]
    boundaries: Provenance
    sources: tuple[Provenance, ...]
    reading: str

    @property
    def tool(self) -> str:
        """The tool's name and version."""
        return f"{TOOL} {self.version}"

    @property
    def citation(self) -> str:
        """How to cite the output, in one line."""
        texts = "; ".join(_cited(document) for document in self.documents) or "no documents"
        lines = f"{self.boundaries.dated} ({_rights(self.boundaries)}, modified)"
        return f"Zones reconstructed with {self.tool} from: {texts}. Boundaries: {lines}."

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        source = self.boundaries
        return {
            "generator": {"name": TOOL, "version": self.version},
            "notice": NOTICE,
            "reading": self.reading,
            "citation": self.citation,
            "documents": [document.to_dict() for document in self.documents],
            "boundaries": {
                "title": source.title,
                "date": source.date,
                "licence": source.licence,
                "attribution": source.attribution,
                "sha256": source.sha256,
            },
            "attribution": [
                {"title": s.title, "attribution": s.attribution, "licence": s.licence} for s in self.sources
            ],
        }

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return it as topics with their words, for a table or a text."""
        source = self.boundaries
        return (
            ("tool", self.tool),
            ("notice", NOTICE),
            ("reading", self.reading),
            ("cite as", self.citation),
            *((f"document {d.id}", _told(d)) for d in self.documents),
            *((f"note on document {d.id}", note) for d in self.documents for note in d.notes),
            ("boundaries", f"{source.dated}, sha256 {source.sha256}"),
            *((f"attribution: {s.title}", _rights(s)) for s in self.sources),
        )


def about(zone_set: ZoneSet) -> About:
    """Return what an output of these zones says of itself.

    Examples
    --------
    >>> from zones import load
    >>> [source.attribution for source in about(load()).sources][-1]
    'Natural Earth'
    """
    sources: dict[str, Provenance] = {}
    for source in (zone_set.boundaries, *(builtin_source(name) for name in _USED)):
        if source.attribution not in sources:
            sources[source.attribution] = source
    return About(
        version=tool_version(),
        documents=zone_set.documents,
        boundaries=zone_set.boundaries,
        sources=tuple(sources.values()),
        reading=zone_set.reviewed.mark,
    )


@cache
def tool_version() -> str:
    """Return the installed version of this package."""
    try:
        return metadata.version(TOOL)
    except metadata.PackageNotFoundError:
        return "unknown"


def _told(document: Document) -> str:
    return ", ".join(
        part for part in (_cited(document), document.address, f"sha256 {document.sha256}") if part
    )


def _cited(document: Document) -> str:
    day = document.published.isoformat() if document.published else "no date"
    told = (f"“{document.title or document.id}”", document.publisher, day)
    return ", ".join(part for part in told if part)


def _rights(source: Provenance) -> str:
    return ", ".join(part for part in (source.attribution, source.licence) if part)
