"""Texts that break carelessly written files, and zones that are full of them."""

from __future__ import annotations

import copy
import itertools
import json
from typing import Any

from zones import ZoneSet
from zones.from_model import from_model
from zones.model import to_model

HOSTILE = (
    "<script>alert(1)</script>",
    "]]> & <b>\"'</b> &amp; &#0;",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1",
    "\r=1",
    "\n-1",
    "'=1",
    "'quoted'",
    "  =1",
    'he said;=1+1; and ;"-2"',
    "＝1",
    'a"b,c;d\ne\r\nf\rg',
    "nul\x00after",
    "\x01\x0b\x1f\x7f\x85",
    "\ufffe\uffff\u2028\u2029\u202e",
    "مركز الرستن، «سراقب»",
    "س" * 400,
    "'); DROP TABLE zones; --",
    '{"type": "Point"}',
    "$[name] _x000D_ %s {0} \\",
    "_x003D_1+1 _x005F_x003D_",
    "<r>&</t></r>",
    "😀 İstanbul",
)


def hostile(zone_set: ZoneSet) -> ZoneSet:
    """The same zones with a hostile text wherever a document's words would stand."""
    model: dict[str, Any] = copy.deepcopy(json.loads(json.dumps(to_model(zone_set))))
    words = itertools.cycle(HOSTILE)
    for document in model["documents"]:
        document |= {"title": next(words), "publisher": next(words)}
    for zone in model["zones"]:
        zone |= {"name": next(words), "kind": next(words), "differs": [next(words)]}
        zone["unresolved"] = [{"text": next(words), "reason": next(words), "evidence": zone["evidence"]}]
        for member in zone["members"]:
            member["reason"] = next(words)
    for claim in model["claims"]:
        keys = ("place", "place_relation", "said_by", "reported_by", "rule", "path")
        claim |= {key: next(words) for key in keys}
    for passed in model["passed_over"]:
        passed |= {"text": next(words), "detail": next(words)}
    _spoil(model, words)
    return from_model(model)


def _spoil(value: Any, words: itertools.cycle[str]) -> None:
    if isinstance(value, dict):
        if "quote" in value:
            value["quote"] = next(words)
            value["end"] = value["start"] + len(value["quote"])
        for child in value.values():
            _spoil(child, words)
    elif isinstance(value, list):
        for child in value:
            _spoil(child, words)
