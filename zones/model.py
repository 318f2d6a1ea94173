"""The full model: everything about a set of zones as one JSON object, from which its JSON Schema is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired, TypedDict, cast

from zones.about import about
from zones.claims import Status
from zones.geometry_json import multipolygon, to_json
from zones.makers import MakerKind, VerdictKind
from zones.passed_over import Reason
from zones.zone import Extent

if TYPE_CHECKING:
    from zones.zone_set import ZoneSet

__all__ = ["SCHEMA_ID", "VERSION", "Keywords", "ZoneSetModel", "to_model"]

VERSION = 2
"""Goes up when a file that was valid no longer is."""

SCHEMA_ID = f"urn:deescalation-zones:zone-set:{VERSION}"
"""Names the schema without promising a host that serves it."""


class Keywords:
    """Keywords of JSON Schema for a type in `Annotated`, where words by themselves describe the key."""

    __slots__ = ("told",)

    def __init__(self, **told: object) -> None:
        self.told = told


Day = Annotated[str, Keywords(format="date", pattern=r"^\d{4}-\d{2}-\d{2}$")]
Sha256 = Annotated[str, Keywords(pattern="^[0-9a-f]{64}$")]
Count = Annotated[int, Keywords(minimum=0)]
Km2 = Annotated[float, Keywords(minimum=0)]
Share = Annotated[float, Keywords(minimum=0, maximum=1)]
Nation = Annotated[str, "ISO 3166 alpha-2 code, or UN", Keywords(pattern="^[A-Z]{2}$")]
Position = Annotated[
    list[float],
    "longitude, latitude; WGS 84 degrees",
    Keywords(
        prefixItems=[
            {"type": "number", "minimum": -180, "maximum": 180},
            {"type": "number", "minimum": -90, "maximum": 90},
        ],
        items=False,
        minItems=2,
    ),
]
Ring = Annotated[list[Position], Keywords(minItems=4)]


class GeneratorModel(TypedDict):
    """The tool that wrote the file."""

    name: str
    version: str


class DocumentModel(TypedDict):
    """One source text."""

    id: str
    title: str | None
    publisher: str | None
    published: Day | None
    address: Annotated[str | None, "where it was published on the web"]
    sha256: Annotated[Sha256, "of the file's bytes"]
    notes: NotRequired[Annotated[list[str], "on how it was read, a sentence each; earlier files have none"]]


class MakerModel(TypedDict):
    """Who made an item: the rules with their version, a language model, or a reviewer."""

    kind: MakerKind
    name: str


class VerdictModel(TypedDict):
    """What a person decided about an item."""

    kind: VerdictKind
    by: str
    on: Day
    note: str | None
    was: Annotated[dict[str, str | None] | None, "of a mended item, what it said before, by key"]


class EvidenceModel(TypedDict):
    """A quotation: the document's characters from start to end, end exclusive."""

    document: Annotated[str, "id of the document"]
    start: Count
    end: Count
    quote: Annotated[str, Keywords(minLength=1)]


class MemberModel(TypedDict):
    """A unit in a zone."""

    pcode: Annotated[str, "OCHA's P-code", Keywords(minLength=1)]
    name: str
    name_ar: str
    level: Literal["governorate", "district", "sub-district"]
    extent: Annotated[Extent, "whole: all of it; part: a part, and the text does not say where it ends"]
    rule: str
    share: Annotated[Share | None, "of it that a strip or disc covers"]
    reason: str
    evidence: list[EvidenceModel]


class UnresolvedModel(TypedDict):
    """A limit that no boundary can settle, in the text's words."""

    text: str
    reason: str
    evidence: list[EvidenceModel]


class CheckModel(TypedDict):
    """A statement about space, held against the geometry."""

    text: str
    holds: Annotated[bool | None, "null if the geometry cannot tell"]
    detail: str
    evidence: list[EvidenceModel]


class AreaModel(TypedDict):
    """Area of each extent on the ellipsoid, km2."""

    whole: Km2
    part: Km2


class MultiPolygonModel(TypedDict):
    """A GeoJSON geometry, RFC 7946."""

    type: Literal["MultiPolygon"]
    coordinates: list[list[Ring]]


class GeometryModel(TypedDict):
    """Geometry of each extent; null where the zone has none."""

    whole: MultiPolygonModel | None
    part: MultiPolygonModel | None


class ZoneModel(TypedDict):
    """A zone as its documents tell it, on the boundaries named."""

    id: str
    name: str
    kind: Annotated[str | None, "its sort in the text's words; null for a de-escalation zone or ceasefire"]
    members: list[MemberModel]
    unresolved: list[UnresolvedModel]
    unread: Annotated[
        list[UnresolvedModel],
        "words about its extent that were not understood; with any, the zone is unfinished",
    ]
    checks: list[CheckModel]
    differs: Annotated[list[str], "where documents disagree, a sentence each"]
    area_km2: AreaModel
    made_by: MakerModel
    verdict: Annotated[VerdictModel | None, "null if nobody has decided about it"]
    evidence: list[EvidenceModel]
    geometry: GeometryModel


class ClaimModel(TypedDict):
    """Somebody's statement about a nationality as monitor."""

    id: str
    nationality: Nation
    zone: Annotated[str | None, "id of the zone"]
    place: Annotated[str | None, "as the text names it"]
    place_relation: str | None
    place_km: Annotated[
        Annotated[float, Keywords(minimum=0)] | None, "from the place to the zone, where geometry decided"
    ]
    status: Status
    said_by: str | None
    speaks_for: Annotated[str | None, "the country the speaker speaks for"]
    said_on: Day | None
    reported_by: str | None
    headline: bool
    rule: Annotated[str | None, "the frame that found it, such as send or watch"]
    path: Annotated[str | None, "what made the status, from the deed outwards: possible: could < proposed"]
    made_by: MakerModel
    verdict: Annotated[VerdictModel | None, "null if nobody has decided about it"]
    evidence: list[EvidenceModel]


class PassedOverModel(TypedDict):
    """A sentence that speaks of foreign forces or of a zone, and from which nothing was made."""

    text: str
    reason: Reason
    detail: Annotated[str | None, "what stood in the way; null if the reason says it all"]
    evidence: list[EvidenceModel]


class AccordModel(TypedDict):
    """The agreement behind the zones."""

    guarantors: list[Nation]
    signed: Day | None
    zones: Count | None
    minimum_months: Count | None
    maps_due: Day | None
    evidence: list[EvidenceModel]


class StandingModel(TypedDict):
    """What the claims about one nationality in one zone amount to, with disagreement shown."""

    nationality: Nation
    zone: str | None
    status: Status
    disputed: bool
    claims: Annotated[list[str], "ids, in order of time"]
    why: str


class BoundariesModel(TypedDict):
    """The boundaries the zones were drawn on."""

    title: str
    date: str
    licence: str
    attribution: str
    sha256: Sha256


class SourceModel(TypedDict):
    """Data that the file rests on, and whom to name."""

    title: str
    attribution: str
    licence: str


class RejectedModel(TypedDict):
    """An item that a person rejected: it is kept here and nowhere else."""

    kind: Literal["claim", "zone"]
    text: Annotated[str, "what it said"]
    verdict: VerdictModel
    evidence: list[EvidenceModel]


class ReviewModel(TypedDict):
    """What people decided about the whole."""

    mark: Annotated[str, "in words: read by whom, reviewed by whom"]
    read_by: str
    by: list[str]
    on: Day | None
    accepted: Count
    mended: Count
    added: Count
    rejected: list[RejectedModel]
    undecided: Annotated[int, Keywords(minimum=0), "zones and claims about which nobody has decided"]
    problems: Annotated[list[str], "decisions that no longer fit, and items of a model that were refused"]


class ZoneSetModel(TypedDict):
    """Zones, claims and documents: what was said, by whom, in which words, and where that is."""

    schema: Annotated[str, Keywords(const=SCHEMA_ID)]
    generator: GeneratorModel
    notice: str
    reading: Annotated[str, "by whom the texts were read and reviewed, in words"]
    citation: str
    attribution: list[SourceModel]
    documents: list[DocumentModel]
    boundaries: BoundariesModel
    names: NotRequired[
        Annotated[Literal["press"], "whose names units and countries have; the UN's where it is absent"]
    ]
    accord: AccordModel | None
    zones: list[ZoneModel]
    claims: list[ClaimModel]
    unresolved: Annotated[list[UnresolvedModel], "limits told of no zone in particular"]
    passed_over: Annotated[list[PassedOverModel], "in the order of the documents"]
    standing: list[StandingModel]
    review: ReviewModel


def to_model(zone_set: ZoneSet) -> ZoneSetModel:
    """Return the full model of a set of zones, geometry included, ready for JSON.

    It is `ZoneSet.to_dict` with the geometry of each zone, and with what every output says of itself.

    Examples
    --------
    >>> from zones import load
    >>> model = to_model(load())
    >>> model["schema"], len(model["zones"]), model["zones"][0]["geometry"]["whole"]["type"]
    ('urn:deescalation-zones:zone-set:2', 4, 'MultiPolygon')
    """
    told: dict[str, Any] = {"schema": SCHEMA_ID} | zone_set.to_dict() | about(zone_set).to_dict()
    for zone, described in zip(zone_set.zones, told["zones"], strict=True):
        described["geometry"] = {
            "whole": to_json(multipolygon(zone.whole)),
            "part": to_json(multipolygon(zone.part)),
        }
    return cast("ZoneSetModel", {key: told[key] for key in ZoneSetModel.__annotations__ if key in told})
