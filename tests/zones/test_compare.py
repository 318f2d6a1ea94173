"""Two outputs side by side."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from zones.compare import ComparisonError, compare, compare_files


def member(
    pcode: str, extent: str = "whole", rule: str = "whole", share: float | None = None
) -> dict[str, Any]:
    return {"pcode": pcode, "name": f"unit {pcode}", "extent": extent, "rule": rule, "share": share}


def output(*members: dict[str, Any], whole: float = 100.0, part: float = 50.0) -> dict[str, Any]:
    zone = {
        "id": "idlib",
        "name": "Idlib",
        "members": list(members),
        "unresolved": [{"text": "the line of contact"}],
        "area_km2": {"whole": whole, "part": part},
    }
    return {"zones": [zone], "boundaries": {"title": "Some", "date": "2017", "sha256": "ab" * 32}}


def test_the_same_is_no_change() -> None:
    one = output(member("SY07"), member("SY0603", "part", "adjoining"))
    found = compare(one, copy.deepcopy(one))
    assert found.same_members
    assert found.text().splitlines() == [
        "before: Some, 2017, sha256 abababababab",
        "after:  Some, 2017, sha256 abababababab",
        "Idlib: no change",
    ]


@pytest.mark.parametrize(
    ("before", "after", "kind", "line"),
    [
        ([], [member("SY07")], "added", "+ SY07 unit SY07: whole by whole"),
        ([member("SY07")], [], "removed", "- SY07 unit SY07: whole by whole"),
        (
            [member("SY07")],
            [member("SY07", "part", "part")],
            "extent",
            "~ SY07 unit SY07: whole by whole -> part by part",
        ),
        (
            [member("SY070003", "part", "disc", 0.2)],
            [member("SY070003", "part", "disc", 0.25)],
            "share",
            "~ SY070003 unit SY070003: part by disc, 20.0% of it -> part by disc, 25.0% of it",
        ),
        (
            [member("SY07", "part", "part")],
            [member("SY07", "part", "town")],
            "rule",
            "part by part -> part by town",
        ),
    ],
)
def test_each_kind_of_change(
    before: list[dict[str, Any]], after: list[dict[str, Any]], kind: str, line: str
) -> None:
    found = compare(output(*before), output(*after))
    (change,) = found.zones[0].members
    assert change.kind == kind
    assert line in str(change)
    assert found.same_members == (kind in {"share", "rule"})
    back = compare(output(*after), output(*before)).zones[0].members[0]
    assert (back.before, back.after) == (change.after, change.before)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_same_share_is_no_change(share: float) -> None:
    one = output(member("SY070003", "part", "disc", share))
    assert compare(one, copy.deepcopy(one)).zones[0].members == ()


def test_a_unit_listed_by_its_children_is_regrouped() -> None:
    found = compare(output(member("SY0700")), output(member("SY070000"), member("SY070001")))
    assert {change.kind for change in found.zones[0].members} == {"regrouped"}
    assert found.same_members
    found = compare(output(member("SY0700")), output(member("SY070000"), member("SY070001", "part")))
    assert not found.same_members


def test_area_and_limits() -> None:
    later = output(member("SY07"), whole=110.0)
    later["zones"][0]["unresolved"] = [{"text": "areas held by others"}]
    zone = compare(output(member("SY07")), later).zones[0]
    assert zone.area_change == pytest.approx(10 / 150)
    assert zone.text().splitlines() == [
        "Idlib: area +6.67%",
        "  whole 100.0 -> 110.0 km2 (+10.0)",
        "  part 50.0 -> 50.0 km2 (+0.0)",
        "  same members",
        "  - limit 'the line of contact'",
        "  + limit 'areas held by others'",
    ]


def test_zones_that_only_one_has_and_zones_renamed() -> None:
    one, two = output(member("SY07")), output(member("SY07"))
    two["zones"][0]["id"] = "idlib-zone"
    assert compare(one, two).same_members
    two["zones"][0]["name"] = "North"
    found = compare(one, two)
    assert (found.gone, found.new) == (("Idlib",), ("North",))
    assert not found.same_members
    assert found.text().endswith("Idlib: gone\nNorth: new")


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(output(member("SY07"))), encoding="utf-8")
    assert compare_files(path, path).same_members
    for text in ("", "[]", '{"zones": [{"id": "a"}]}', '{"zones": 3}'):
        (tmp_path / "bad.json").write_text(text, encoding="utf-8")
        with pytest.raises(ComparisonError, match=r"bad\.json.*expected the output of zonemap read"):
            compare_files(path, tmp_path / "bad.json")
    with pytest.raises(ComparisonError, match=r"nowhere\.json"):
        compare_files(path, tmp_path / "nowhere.json")


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "zones"),
        (("zones", 0), "id"),
        (("zones", 0), "name"),
        (("zones", 0), "area_km2"),
        (("zones", 0), "members"),
        (("zones", 0, "area_km2"), "whole"),
        (("zones", 0, "area_km2"), "part"),
        (("zones", 0, "members", 0), "pcode"),
        (("zones", 0, "members", 0), "extent"),
    ],
)
def test_an_output_that_lacks_something_is_refused(path: tuple[str | int, ...], key: str) -> None:
    good = output(member("SY07"))
    bad = copy.deepcopy(good)
    inner: Any = bad
    for step in path:
        inner = inner[step]
    del inner[key]
    for pair in ((good, bad), (bad, good)):
        with pytest.raises(ComparisonError, match=rf"has no '{key}'; expected the output of zonemap read"):
            compare(*pair)
    inner[key] = 7
    if key not in {"id", "name", "whole", "part", "pcode", "extent"}:
        with pytest.raises(ComparisonError, match="is no such object"):
            compare(good, bad)


def telling(
    claims: list[dict[str, Any]], passed_over: list[dict[str, Any]], sha256: str = "1"
) -> dict[str, Any]:
    told = {"documents": [{"id": "a", "sha256": sha256}], "claims": claims, "passed_over": passed_over}
    return output(member("SY07")) | told


def claim(status: str, **more: str | None) -> dict[str, Any]:
    told = {"nationality": "KZ", "zone": "idlib", "said_by": "the minister", "rule": "send", "path": None}
    return told | {"status": status, "evidence": [{"document": "a", "start": 1}]} | more


def passed(text: str, reason: str) -> dict[str, Any]:
    return {"text": text, "reason": reason, "evidence": [{"document": "a", "start": 9}]}


def test_claims_and_sentences_passed_over_of_the_same_document_are_compared() -> None:
    before = telling(
        [claim("possible", path="possible: could"), claim("planned")],
        [passed("Troops came.", "already done"), passed("They may.", "no sender")],
    )
    after = telling(
        [claim("possible", path="possible: could < proposed"), claim("denied", said_on="2017-06-22")],
        [passed("They may.", "who is meant stays open"), passed("Will they?", "a question")],
    )
    assert compare(before, before).told == ()
    found = compare(before, after)
    assert found.same_members
    assert found.text().splitlines()[3:] == [
        "- claim KZ planned in idlib, said the minister: by rule send",
        "+ claim KZ denied in idlib, said the minister, on 2017-06-22: by rule send",
        (
            "~ claim KZ possible in idlib, said the minister: by rule send; possible: could -> "
            "by rule send; possible: could < proposed"
        ),
        "- passed over “Troops came.” a:9: already done",
        "+ passed over “Will they?” a:9: a question",
        "~ passed over “They may.” a:9: no sender -> who is meant stays open",
    ]


def test_claims_of_other_documents_are_not_compared() -> None:
    other = telling([], [], sha256="2")
    assert compare(telling([claim("planned")], [passed("Troops came.", "already done")]), other).told == ()


@pytest.mark.parametrize("key", ["documents", "claims", "passed_over"])
def test_claims_that_are_none_are_refused(key: str) -> None:
    spoilt = telling([claim("planned")], []) | {key: [7]}
    with pytest.raises(ComparisonError, match="zonemap read --json"):
        compare(spoilt, spoilt)
