"""Reasons are one closed collection: whatever gives one takes it from there."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_type_hints

import pytest

import zones
from zones.areas import Limit
from zones.checks import Finding
from zones.compiler import Membership
from zones.reasons import Reasoned, Why
from zones.rules import Piece

FOLDER = Path(zones.__file__).parent


@pytest.mark.parametrize(
    ("kind", "field"), [(Limit, "reason"), (Piece, "reason"), (Membership, "reason"), (Finding, "detail")]
)
def test_what_carries_a_reason_takes_no_other_string(kind: type, field: str) -> None:
    # mypy, which checks all sources, then refuses a plain string there
    assert get_type_hints(kind)[field] is Reasoned


def test_no_reason_is_made_elsewhere() -> None:
    for path in FOLDER.rglob("*.py"):
        calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        made = [n for n in calls if "Reasoned" in ast.dump(n.func) or _casts(n)]
        assert bool(made) == (path.name == "reasons.py"), path


def _casts(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "cast" and "Reasoned" in ast.dump(call.args[0])


def test_a_reason_is_told_with_all_its_slots() -> None:
    with pytest.raises(KeyError, match="name"):
        Why.DISC.told(km=20)
