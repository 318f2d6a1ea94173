"""The deadlines stand on a class of uvicorn's that it never promised to keep: here is what they need of it."""

from __future__ import annotations

import inspect
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from maps.serve.protocol import DeadlineProtocol

PROJECT = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))["project"]
WHAT_NOW = "read maps/serve/protocol.py beside uvicorn's h11_impl.py, then run tests/maps/serve/test_abuse.py"


def test_uvicorn_calls_what_the_deadlines_extend() -> None:
    extended = {name for name, what in vars(DeadlineProtocol).items() if inspect.isfunction(what)}
    public = {name for name in extended if not name.startswith("_")}
    assert public == {"connection_made", "connection_lost", "handle_events", "on_response_complete"}
    assert public <= set(vars(H11Protocol)), WHAT_NOW
    assert not (extended - public - {"__init__"}) & set(dir(H11Protocol)), WHAT_NOW


def test_uvicorn_has_what_the_deadlines_read() -> None:
    loop = object()
    made = H11Protocol(Config(lambda: None, log_config=None), ServerState(), {}, loop)  # type: ignore[arg-type]
    held = vars(made)
    assert held["loop"] is loop, WHAT_NOW
    assert (held["transport"], held["cycle"]) == (None, None), WHAT_NOW
    assert not {"_limits", "_deadline", "_unsent_bytes", "_refused"} & set(held), WHAT_NOW


def test_only_versions_that_were_tried_are_allowed() -> None:
    asked = next(
        r for r in map(Requirement, PROJECT["optional-dependencies"]["serve"]) if r.name == "uvicorn"
    )
    assert {spec.operator for spec in asked.specifier} == {">=", "<"}
    assert not asked.specifier.contains("1.0")
    assert asked.specifier.contains(version("uvicorn"))
