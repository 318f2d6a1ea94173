"""What texts say about ceasefire and de-escalation zones in Syria, joined to administrative units.

    files/                 the text of a file as people have it: pages, Word documents, PDFs
    documents, text/       a page becomes a document; only its article is evidence
    sources                the texts that are read together: folders, days, each text once
    reading/               sentences become areas (zone_reader) and claims (claim_reader)
    areas, rules, compiler an area tree becomes units, whole or in part, with the rule and reason
    document_reader        what one document says
    assembly               zones and claims of several documents, the same ones joined
    passed_over            sentences from which nothing was made, each with the reason
    standing               what the claims about a nationality amount to on a day
    loading                `load`: files read and joined to a ZoneSet
    builtin, stored        the reading of the built-in documents, shipped as data; build_seeds writes it
    zone_set               ZoneSet: lookup, tables, JSON

Examples
--------
>>> import zones
>>> zones.load().lookup("Rastan").zones[0].name
'Northern Homs'
"""

from zones.claims import Claim, Status
from zones.errors import ZonesError
from zones.evidence import Evidence
from zones.loading import load
from zones.lookup import Answer
from zones.passed_over import PassedOver, Reason
from zones.standing import Standing
from zones.zone import Member, Zone
from zones.zone_set import ZoneSet

__distribution__ = "deescalation-zones"
"""Whose package this is, for there are others of its name: see `zonemap.py`."""

__all__ = [
    "Answer",
    "Claim",
    "Evidence",
    "Member",
    "PassedOver",
    "Reason",
    "Standing",
    "Status",
    "Zone",
    "ZoneSet",
    "ZonesError",
    "load",
]
