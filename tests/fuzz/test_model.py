"""Full models and outputs as JSON, spoiled: told where they are wrong, or taken and written again the same."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from functools import cache
from typing import Any

from hypothesis import example
from hypothesis import strategies as st

import zones
from tests.fuzz.mutations import ANY_JSON, changed_bytes, changed_json
from tests.fuzz.targets import folder, target
from zones.compare import ComparisonError, compare, compare_files
from zones.errors import ModelError
from zones.from_model import from_model, load_model
from zones.model import to_model
from zones.validation import validate_file, validate_text


@cache
def model() -> Any:
    """Return the model of the built-in documents with one zone of one unit, so that it is checked quickly."""
    told = json.loads(json.dumps(to_model(zones.load())))
    told["zones"], told["claims"] = told["zones"][2:3], told["claims"][:4]
    told["standing"] = []
    for claim in told["claims"]:
        claim["zone"] = None
    return told


TRIANGLE = {"type": "MultiPolygon", "coordinates": [[[[36, 35], [37, 35], [37, 36], [36, 35]]]]}
VALUES = ANY_JSON | st.sampled_from(["SY07", "part", "RU", "2017-06-23", [], {}, TRIANGLE])


def check_model(text: str) -> None:
    """Check that what is valid can be used, and that what cannot be used is told."""
    problems = validate_text(text)
    assert validate_text(text) == problems
    assert all(
        problem.line > 0 and problem.column > 0 and problem.path.startswith("$") for problem in problems
    )
    with suppress(ValueError, RecursionError):
        told = json.loads(text)
        try:
            found = from_model(told)
        except ModelError:
            return
        if not problems:
            again = json.loads(json.dumps(to_model(found), allow_nan=False))
            assert validate_text(json.dumps(again)) == ()
            assert again["zones"] == told["zones"]
            assert again["claims"] == told["claims"]
            found.lookup(lon=36.4, lat=33.5)


@target(examples=40, told=changed_json(model, VALUES))
def test_models_with_values_exchanged(told: Any) -> None:
    with suppress(ValueError):  # a number too long to be written
        check_model(json.dumps(told))


@target(
    examples=40,
    content=st.deferred(lambda: changed_bytes([json.dumps(model()).encode()])) | st.binary(max_size=50),
)
@example(content=b'{"schema": ' + b"9" * 5000 + b"}")
@example(content=b"[" * 5000)
def test_model_files_with_bytes_exchanged(content: bytes) -> None:
    with folder() as path:
        (file := path / "own.json").write_bytes(content)
        with suppress(ModelError):
            check_model(file.read_text(encoding="utf-8")) if not validate_file(file) else None
        with suppress(ModelError):
            load_model(file)


@cache
def output() -> Any:
    told = json.loads(json.dumps(zones.load().to_dict()))
    told["zones"] = told["zones"][:2]
    return told


def compared() -> Any:
    """Return what of an output is compared."""
    return {key: output()[key] for key in ("zones", "boundaries")}


@target(
    examples=80,
    told=changed_json(compared, VALUES),
)
def test_outputs_compared_after_values_were_exchanged(told: Any) -> None:
    for pair in ((output(), told), (told, output()), (told, copy.deepcopy(told))):
        with suppress(ComparisonError):
            found = compare(*pair)
            assert found.text()
            if pair[0] is told and pair[1] is not output() and _apart(told):
                assert found.same_members


def _apart(told: Any) -> bool:
    """Tell whether zones have ids and names of their own: only then they can be told from each other."""
    zones = told["zones"]
    return all(len({str(zone[key]) for zone in zones}) == len(zones) for key in ("id", "name"))


@target(
    examples=40,
    content=st.deferred(lambda: changed_bytes([json.dumps(output()).encode()])) | st.binary(max_size=50),
)
@example(content=b"[" * 5000)
@example(content=b'{"zones": [], "boundaries": [1]}')
def test_output_files_with_bytes_exchanged(content: bytes) -> None:
    with folder() as path:
        (path / "one.json").write_bytes(content)
        (path / "two.json").write_text(json.dumps(output()), encoding="utf-8")
        with suppress(ComparisonError):
            assert compare_files(path / "one.json", path / "two.json").text()
