"""Sentences passed over: each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from maps.reports.page import heading, table
from maps.reports.words import clean, shortened

if TYPE_CHECKING:
    from rich.console import RenderableType

    from zones.passed_over import PassedOver

__all__ = ["passed_over_part"]

_LONGEST = 240


def passed_over_part(
    passed_over: Sequence[PassedOver], beside: str = "sentences from which nothing was made"
) -> Iterator[RenderableType]:
    """Yield a section that lists sentences with their reasons; nothing if there are none."""
    if not passed_over:
        return
    yield heading(f"Passed over ({len(passed_over)})", beside)
    yield table(("reason", "sentence, document:characters"), map(_row, passed_over))


def _row(passed: PassedOver) -> tuple[str, Text]:
    told = Text(clean(f"“{shortened(passed.text, _LONGEST)}”"))
    for one in passed.evidence:
        told.append(clean(f" {one.document}:{one.start}-{one.end}"), "dim")
    if passed.detail:
        told.append(clean(f"\n{shortened(passed.detail, _LONGEST)}"), "yellow")
    return str(passed.reason), told
