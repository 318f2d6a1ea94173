"""Any JSON and any change to a model: a value is found where it stands, and the check never breaks."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zones.json_position import line_column, path_text, position
from zones.model import SCHEMA_ID
from zones.validation import validate_text

pytestmark = pytest.mark.slow

Json = dict[str, Any]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_every_value_is_found_where_it_stands(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    for path, part in walk(value, ()):
        at = position(text, path)
        assert json.JSONDecoder().raw_decode(text, at)[0] == part, path_text(path)
        line, column = line_column(text, at)
        assert text.split("\n")[line - 1][column - 1 :].startswith(text[at])


def walk(value: Any, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], Any]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(found for key, child in inside for found in walk(child, (*path, key)))]


@given(JSON)
def test_no_json_breaks_the_check(value: Any) -> None:
    assert validate_text(json.dumps(value))


@given(st.data())
def test_no_change_to_a_model_breaks_the_check(data: st.DataObject) -> None:
    model = copy.deepcopy(SMALL)
    places = [path for path, _ in walk(model, ()) if path]
    *steps, last = data.draw(st.sampled_from(places))
    inner: Any = model
    for step in steps:
        inner = inner[step]
    inner[last] = data.draw(JSON)
    for problem in validate_text(json.dumps(model)):
        assert problem.path.startswith("$")


QUOTE = {"document": "d", "start": 0, "end": 4, "quote": "word"}
TRIANGLE = {"type": "MultiPolygon", "coordinates": [[[[36, 35], [37, 35], [37, 36], [36, 35]]]]}
SOURCE = {"title": "", "date": "", "licence": "", "attribution": "", "sha256": "0" * 64}
SMALL: Json = {
    "schema": SCHEMA_ID,
    "generator": {"name": "deescalation-zones", "version": "0"},
    "notice": "",
    "reading": "",
    "citation": "",
    "attribution": [],
    "documents": [
        {"id": "d", "title": None, "publisher": None, "published": "2017-06-23", "address": None, "sha256": "0" * 64}
    ],
    "boundaries": SOURCE,
    "accord": None,
    "zones": [
        {
            "id": "z", "name": "Z", "kind": None, "members": [], "unresolved": [], "unread": [], "checks": [],
            "differs": [], "area_km2": {"whole": 1, "part": 0}, "evidence": [QUOTE],
            "made_by": {"kind": "rules", "name": "0"}, "verdict": None,
            "geometry": {"whole": TRIANGLE, "part": None},
        }
    ],
    "claims": [],
    "unresolved": [],
    "passed_over": [{"text": "word", "reason": "no sender", "detail": None, "evidence": [QUOTE]}],
    "standing": [],
    "review": {
        "mark": "", "read_by": "rules", "by": [], "on": None, "accepted": 0, "mended": 0, "added": 0,
        "rejected": [], "undecided": 1, "problems": [],
    },
}  # fmt: skip


def test_the_small_model_of_these_tests_is_valid() -> None:
    assert validate_text(json.dumps(SMALL)) == ()
