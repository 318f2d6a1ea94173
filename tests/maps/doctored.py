"""A set of zones with other people's words put into it, and many more claims."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tests.considered import considered

if TYPE_CHECKING:
    from zones import ZoneSet

RTL_OVERRIDE = "\u202e"
HOSTILE = [
    "</script><script>window.pwned = 1</script>",
    '"><img src=x onerror="window.pwned = 2">',
    "<svg/onload=window.pwned=3>",
    "`${window.pwned = 4}`",
    "{{ 7 * 7 }}{% raw %}{# gone #}",
    "<!-- <script>",
    "]]></style><style>*{display:none}</style>",
    "javascript:window.pwned=5",
    "\u2028window.pwned = 6\u2029",
    f"{RTL_OVERRIDE}gnisrever",
    '=HYPERLINK("http://example.invalid")',
    "he said;=1+1;-2 so",
    "\\u003cscript\\u003e ' \" ` & < > \\ \x00\x07",
]


def changed(value: Any, **fields: Any) -> Any:
    """Return a copy of a frozen value with other fields, its checks left out."""
    other = copy.copy(value)
    for name, field in fields.items():
        object.__setattr__(other, name, field)
    return other


class Doctored:
    """A set of zones of which some attributes are replaced."""

    def __init__(self, zone_set: ZoneSet, **replaced: Any) -> None:
        self._zone_set = zone_set
        self.__dict__.update(replaced)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._zone_set, name)


def hostile(zone_set: ZoneSet) -> Any:
    """Return zones whose every text from documents is an attack, one of them a megabyte long."""
    texts = iter(HOSTILE * 1000)

    def quoting(value: Any) -> Any:
        quotes = tuple(
            changed(item, quote=next(texts), start=index) for index, item in enumerate(value.evidence)
        )
        return changed(value, evidence=quotes)

    documents = tuple(changed(item, title=next(texts), publisher=next(texts)) for item in zone_set.documents)
    claims = [
        changed(
            quoting(claim),
            said_by=next(texts),
            reported_by=next(texts),
            place=next(texts),
            rule=next(texts),
            path=next(texts),
        )
        for claim in zone_set.claims
    ]
    passed_over = tuple(
        changed(quoting(passed), text=next(texts), detail=next(texts))
        for passed in considered(zone_set).passed_over
    )
    megabyte = changed(claims[0].evidence[0], quote="a<b>" * 250_000, start=10**6)
    claims[0] = changed(claims[0], evidence=(megabyte,))
    zones = tuple(
        changed(
            quoting(zone),
            name=next(texts),
            members=tuple(changed(quoting(member), reason=next(texts)) for member in zone.members),
            checks=tuple(changed(check, text=next(texts), detail=next(texts)) for check in zone.checks),
        )
        for zone in zone_set.zones
    )
    return Doctored(zone_set, documents=documents, claims=tuple(claims), zones=zones, passed_over=passed_over)


def crowded(zone_set: ZoneSet, times: int) -> Any:
    """Return zones with every claim told many times over."""
    claims = tuple(
        changed(
            claim,
            id=f"{claim.id}-{turn}",
            evidence=tuple(changed(item, start=item.start + turn) for item in claim.evidence),
        )
        for turn in range(times)
        for claim in zone_set.claims
    )

    def standing(on: Any = None) -> Any:
        return tuple(
            changed(item, claims=tuple(f"{name}-{turn}" for turn in range(times) for name in item.claims))
            for item in zone_set.standing(on=on)
        )

    return Doctored(zone_set, claims=claims, standing=standing)
