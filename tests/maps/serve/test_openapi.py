"""The API's definition is valid, complete, and true: schemathesis tries the server against it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from openapi_spec_validator import OpenAPIV30SpecValidator, validate
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from maps.serve.limits import MAX_LIMIT

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

LAYERS = ("zones", "members", "units", "claims")
PATHS = (
    *("/", "/conformance", "/collections", "/lookup", "/map", "/health", "/metrics"),
    *(
        f"/collections/{name}{rest}"
        for name in LAYERS
        for rest in ("", "/queryables", "/items", "/items/{featureId}")
    ),
)
METHODS = [*((path, "GET") for path in PATHS), ("/lookup", "POST")]
EXAMPLES = 15


@pytest.fixture(scope="module")
def schema(app: Starlette) -> Any:
    return schemathesis.openapi.from_asgi("/api", app)


def test_it_is_valid_openapi_3_0(client: TestClient) -> None:
    told = client.get("/api").json()
    assert told["openapi"].startswith("3.0.")
    validate(told, cls=OpenAPIV30SpecValidator)


def test_it_has_every_path(client: TestClient) -> None:
    assert set(client.get("/api").json()["paths"]) == {*PATHS, "/api"}


def test_clients_find_the_largest_page(client: TestClient) -> None:
    """QGIS and GDAL read it here."""
    assert client.get("/api").json()["components"]["parameters"]["limit"]["schema"]["maximum"] == MAX_LIMIT


def check_truth(case: Any, path: str) -> int:
    """Call the server, check its answer against its own definition, and return the status."""
    # An order of bounds, a real date or "one of the two" cannot be said in a schema.
    unsaid = [positive_data_acceptance] if path.endswith("/items") or path == "/lookup" else []
    response = case.call()
    assert response.status_code < 500
    if response.status_code == 431:  # schemathesis knows no refusal by size
        unsaid.append(negative_data_rejection)
    case.validate_response(response, excluded_checks=unsaid)
    return int(response.status_code)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["good", "bad"])
@pytest.mark.parametrize(("path", "method"), METHODS)
def test_it_tells_the_truth(schema: Any, path: str, method: str, mode: GenerationMode) -> None:
    if path == "/map" and mode is GenerationMode.NEGATIVE:
        return  # nothing to get wrong: it has no parameters
    statuses: Counter[int] = Counter()

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate],
    )  # fmt: skip
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    def attempt(case: Any) -> None:
        statuses[check_truth(case, path)] += 1

    attempt()
    assert statuses
    if mode is GenerationMode.NEGATIVE:
        assert statuses[200] == 0
