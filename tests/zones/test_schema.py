"""The full model, its published schema, the check against it, and the way back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import zones
from maps.formats import save
from tests.considered import considered
from zones import ZoneSet
from zones.errors import MissingExtraError, ModelError
from zones.from_model import from_model, load_model
from zones.model import SCHEMA_ID, VERSION, to_model
from zones.schema import schema, schema_of, schema_text
from zones.validation import validate_file, validate_text

ROOT = Path(__file__).parents[2]
Json = dict[str, Any]


@pytest.fixture(scope="module")
def seeds() -> ZoneSet:
    return considered(zones.load())


@pytest.fixture(scope="module")
def written(seeds: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(seeds, tmp_path_factory.mktemp("model") / "zones.json")


@pytest.fixture
def model(seeds: ZoneSet) -> Json:
    return json.loads(json.dumps(to_model(seeds)))


def test_the_published_schema_is_that_of_the_code() -> None:
    published = ROOT / f"docs/schema/zone-set-{VERSION}.schema.json"
    assert published.read_text(encoding="utf-8") == schema_text(), (
        f"run: python -m zones.schema > {published}"
    )


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$id"] == SCHEMA_ID
    used = set(json.dumps(schema()).split('"#/$defs/')[1:])
    assert {text.split('"')[0] for text in used} == set(schema()["$defs"])


def test_a_type_that_json_lacks_is_refused() -> None:
    with pytest.raises(TypeError, match="no place in a JSON Schema"):
        schema_of(date, {})


def test_the_model_is_valid_and_holds_all_that_the_contract_does(written: Path, seeds: ZoneSet) -> None:
    assert validate_file(written) == ()
    model = json.loads(written.read_text(encoding="utf-8"))
    for key, value in seeds.to_dict().items():
        if key == "zones":
            shorn = [{k: v for k, v in zone.items() if k != "geometry"} for zone in model[key]]
            assert shorn == json.loads(json.dumps(value))
        elif key == "boundaries":
            assert value.items() <= model[key].items()  # type: ignore[attr-defined]
        else:
            assert model[key] == json.loads(json.dumps(value)), key


def test_a_text_without_zones_has_a_valid_model(tmp_path: Path) -> None:
    (text := tmp_path / "weather.txt").write_text("It rained in Damascus on Monday.", encoding="utf-8")
    assert validate_file(save(zones.load(text), tmp_path / "weather.json")) == ()


def test_a_model_comes_back_whole(written: Path, seeds: ZoneSet, tmp_path: Path) -> None:
    back = load_model(written)
    assert to_model(back) == to_model(seeds)
    assert back.zones == seeds.zones or [z.to_dict() for z in back.zones] == [
        z.to_dict() for z in seeds.zones
    ]
    assert back.claims == seeds.claims
    assert back.passed_over == seeds.passed_over
    assert back.lookup("Rastan").zones == seeds.lookup("Rastan").zones
    assert save(back, tmp_path / "again.json").read_bytes() == written.read_bytes()
    for ending in (".geojson", ".gpkg", ".csv"):
        one, other = save(seeds, tmp_path / f"one{ending}"), save(back, tmp_path / f"other{ending}")
        assert one.read_bytes() == other.read_bytes()


def test_notes_on_documents_come_back_and_files_from_before_them_stay_valid(seeds: ZoneSet) -> None:
    noted = replace(seeds.documents[0], notes=("read as windows-1252, which was guessed",))
    told = to_model(replace(seeds, documents=(noted, *seeds.documents[1:])))
    assert told["documents"][0]["notes"] == ["read as windows-1252, which was guessed"]
    assert to_model(from_model(told)) == told
    for document in told["documents"]:
        del document["notes"]  # type: ignore[misc]
    assert validate_text(json.dumps(told)) == ()
    assert all(document.notes == () for document in from_model(told).documents)


def drop(*path: str | int) -> Callable[[Json], None]:
    def change(model: Any) -> None:
        for step in path[:-1]:
            model = model[step]
        del model[path[-1]]

    return change


def put(*path: str | int, value: object) -> Callable[[Json], None]:
    def change(model: Any) -> None:
        for step in path[:-1]:
            model = model[step]
        model[path[-1]] = value

    return change


WRONG = {
    "an unknown status": (
        put("claims", 3, "status", value="maybe"),
        "$.claims[3].status",
        '"maybe", expected agreed',
    ),
    "an unknown reason": (
        put("passed_over", 2, "reason", value="dull"),
        "$.passed_over[2].reason",
        '"dull", expected no sender or',
    ),
    "a sentence of no document": (
        put("passed_over", 0, "evidence", 0, "document", value="x"),
        "$.passed_over[0].evidence[0].document",
        "is no document of this file",
    ),
    "a missing key": (drop("zones", 0, "name"), "$.zones[0]", "lacks name"),
    "two missing keys": (
        lambda m: [drop("zones", 1, k)(m) for k in ("name", "kind")],
        "$.zones[1]",
        "lacks name, kind",
    ),
    "a key too many": (put("zones", 0, "colour", value="red"), "$.zones[0].colour", "is unknown here"),
    "text for a number": (
        put("zones", 0, "area_km2", "whole", value="5"),
        "$.zones[0].area_km2.whole",
        'is "5", expected number',
    ),
    "a negative area": (
        put("zones", 0, "area_km2", "whole", value=-1),
        "$.zones[0].area_km2.whole",
        "at least 0",
    ),
    "a share over one": (
        put("zones", 0, "members", 0, "share", value=1.5),
        "$.zones[0].members[0].share",
        "at most 1",
    ),
    "no date": (put("documents", 0, "published", value="June"), "$.documents[0].published", "the form"),
    "a latitude of 95": (
        put("zones", 0, "geometry", "whole", "coordinates", 0, 0, 0, 1, value=95),
        "$.zones[0].geometry.whole.coordinates[0][0][0][1]",
        "at most 90",
    ),
    "three numbers": (
        put("zones", 0, "geometry", "whole", "coordinates", 0, 0, 0, value=[36, 35, 100]),
        "$.zones[0].geometry.whole.coordinates[0][0][0]",
        "no more items",
    ),
    "an open ring": (
        drop("zones", 0, "geometry", "whole", "coordinates", 0, 0, -1),
        "$.zones[0].geometry.whole.coordinates[0][0]",
        "the ring is open",
    ),
    "a bow tie": (
        put(
            "zones", 0, "geometry", "whole", "coordinates",
            value=[[[[36, 35], [37, 36], [37, 35], [36, 36], [36, 35]]]],
        ),
        "$.zones[0].geometry.whole",
        "no valid geometry",
    ),
    "a claim on no zone": (
        put("claims", 0, "zone", value="atlantis"),
        "$.claims[0].zone",
        "is no zone of this file",
    ),
    "a standing without claim": (
        put("standing", 0, "claims", 0, value="x"),
        "$.standing[0].claims[0]",
        "is no claim of this file",
    ),
    "an id twice": (
        lambda m: put("zones", 0, "id", value=m["zones"][1]["id"])(m),
        "$.zones[0].id",
        "is the id of 2 zones",
    ),
    "an unknown document": (
        put("zones", 0, "evidence", 0, "document", value="x"),
        "$.zones[0].evidence[0].document",
        "is no document of this file",
    ),
    "a quotation cut short": (
        put("claims", 0, "evidence", 0, "quote", value="Turkey"),
        "$.claims[0].evidence[0].quote",
        "has 6 characters",
    ),
    "another version": (put("schema", value="urn:x:9"), "$.schema", "expected"),
    "GeoJSON": (put("type", value="FeatureCollection"), "$", "zonemap export"),
}  # fmt: skip


@pytest.mark.parametrize("change", WRONG)
def test_what_is_wrong_is_told_with_its_place(change: str, model: Json) -> None:
    spoil, path, words = WRONG[change]
    spoil(model)
    text = json.dumps(model, ensure_ascii=False, indent=1)
    found = {problem.path: problem for problem in validate_text(text)}
    assert path in found, [*map(str, found.values())]
    assert words in found[path].message
    line = text.splitlines()[found[path].line - 1]
    last = path.rsplit(".", 1)[-1].split("[")[0]
    assert "[" in path or path == "$" or f'"{last}"' in line
    assert len(found[path].message) < 400


@pytest.mark.slow
def test_only_the_first_of_very_many_problems_are_told(model: Json) -> None:
    model["claims"] = [{}] * 5000
    assert len(validate_text(json.dumps(model))) == 100


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n "schema": 1\n"a": 2}', 3, "is not JSON"),
        ("", 1, "is not JSON"),
        ('{"a": 1, "a": 2}', 1, "'a' twice"),
        ('{"a": NaN}', 1, "NaN"),
        ("[" * 100_000, 1, "too deep"),
        ("[]", 1, "expected object"),
        ("null", 1, "expected object"),
        ('{"zones": []}', 1, "lacks schema"),
    ],
)
def test_what_is_no_model_at_all_is_told(text: str, line: int, words: str) -> None:
    (problem, *_) = validate_text(text)
    assert problem.line == line
    assert words in problem.message


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        validate_file(tmp_path / "none.json")
    with pytest.raises(ModelError, match="cannot be read"):
        validate_file(tmp_path)
    (bad := tmp_path / "bad.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(ModelError, match="not UTF-8"):
        validate_file(bad)


def test_a_missing_validator_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jsonschema", None)
    with pytest.raises(MissingExtraError, match=r'pip install "\.\[validate\]"'):
        validate_text("{}")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (put("schema", value="other"), "no full model of this version"),
        (put("boundaries", "sha256", value="0" * 64), "give the boundaries"),
        (put("claims", 0, "status", value="maybe"), "zonemap validate"),
        (drop("zones", 0, "members"), "zonemap validate"),
        (drop("passed_over"), "zonemap validate"),
        (put("passed_over", 0, "reason", value="dull"), "zonemap validate"),
        (put("zones", 0, "members", 0, "pcode", value="SY99"), "zonemap validate"),
        (put("zones", 0, "name", value="\ud800"), "lone surrogate"),
        (put("zones", value=7), "zonemap validate"),
        (put("zones", 0, "geometry", "whole", value={"type": "Nonsense"}), "zonemap validate"),
    ],
)
def test_a_wrong_model_does_not_come_back(change: Callable[[Json], None], words: str, model: Json) -> None:
    change(model)
    with pytest.raises(ModelError, match=words):
        from_model(model)


def test_a_file_that_is_no_model_does_not_come_back(tmp_path: Path) -> None:
    (bad := tmp_path / "bad.json").write_text("[1", encoding="utf-8")
    with pytest.raises(ModelError, match=r"bad\.json: is not JSON"):
        load_model(bad)
    bad.write_text("[1]", encoding="utf-8")
    with pytest.raises(ModelError, match=r"bad\.json: is no full model"):
        load_model(bad)
