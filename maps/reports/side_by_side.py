"""Readings of one text side by side, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from maps.reports.page import heading, paragraph, table
from maps.reports.words import clean, counted, shortened

if TYPE_CHECKING:
    from rich.console import RenderableType

    from zones.side_by_side import Row, SideBySide

__all__ = ["differences_told", "side_by_side_report"]

_LONGEST = 100


def side_by_side_report(compared: SideBySide) -> Iterator[RenderableType]:
    """Yield the readings, what each refused, then zones and claims as each has them."""
    yield Text(f"Readings of {clean(compared.document)}", style="bold")
    yield table(("", ""), ((column.name, column.mark) for column in compared.columns))
    for column in compared.columns:
        for problem in column.problems:
            yield paragraph(f"{column.name}: {problem}", "yellow")
    names = [column.name for column in compared.columns]
    for kind, title in (("zone", "Zones"), ("claim", "Claims")):
        rows = [row for row in compared.rows if row.kind == kind]
        yield heading(title, differences_told(compared, kind))
        if rows:
            yield table(("", *names, "differs in"), map(_row, rows))


def differences_told(compared: SideBySide, kind: str) -> str:
    """Return in words how many items of a kind there are, and how many differ."""
    many, differ = compared.counts("zone" if kind == "zone" else "claim")
    if not many:
        return "none in any"
    return f"{counted(many, kind)}, {f'{differ} not' if differ else 'all'} the same in all"


def _row(row: Row) -> tuple[str | Text, ...]:
    about = Text(clean(row.title))
    about.append(clean(f"\n“{shortened(row.quote, _LONGEST)}”"), "dim")
    differs = Text(clean(", ".join(row.differs)) or "-", style="yellow" if row.differs else "dim")
    return (about, *(cell or "-" for cell in row.cells), differs)
