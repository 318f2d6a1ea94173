"""The server's parameters for the long run; in the ordinary run tests/maps/serve tries them."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import schemathesis
from hypothesis import strategies as st
from schemathesis import GenerationMode

import zones
from maps.serve import create_app
from tests.fuzz.targets import target
from tests.maps.serve.test_openapi import METHODS, check_truth


@cache
def operations() -> dict[tuple[str, str], Any]:
    """Return the operations of the API by path and method."""
    schema = schemathesis.openapi.from_asgi("/api", create_app(zones.load()))
    return {(path, method): schema[path][method] for path, method in METHODS if path != "/map"}


@st.composite
def calls(draw: st.DrawFn) -> tuple[Any, str]:
    """Draw a call that fits its operation, or one that does not."""
    at = draw(st.sampled_from(sorted(operations())))
    mode = draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
    return draw(operations()[at].as_strategy(generation_mode=mode)), at[0]


@pytest.mark.slow
@target(examples=5, call=calls())
def test_any_call(call: tuple[Any, str]) -> None:
    check_truth(*call)
