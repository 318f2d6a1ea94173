"""Numbered quotations: each is told once, and referred to by its number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from maps.reports.page import heading, table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from zones import Evidence

__all__ = ["Quotations"]


class Quotations:
    """Quotations in the order in which a report refers to them."""

    def __init__(self) -> None:
        self._numbers: dict[Evidence, int] = {}

    def marks(self, evidence: Iterable[Evidence]) -> str:
        """Return the numbers of some quotations, in brackets."""
        numbers = (self._numbers.setdefault(one, len(self._numbers) + 1) for one in evidence)
        return "".join(f"[{number}]" for number in numbers)

    def listing(self) -> list[RenderableType]:
        """Return all quotations referred to, with the document and the characters at which they stand."""
        if not self._numbers:
            return []
        rows = (
            (f"[{number}]", f"“{one.words}” {one.document}:{one.start}-{one.end}")
            for one, number in self._numbers.items()
        )
        return [heading("Quotations", "document:characters"), table(("", ""), rows)]
