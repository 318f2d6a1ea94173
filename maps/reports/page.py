"""A console that fits where it prints: colour and the window's width on a terminal, plain text elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from maps.reports.words import clean

__all__ = ["heading", "indented", "paragraph", "show", "table"]

_PIPED_COLUMNS = 110


def show(parts: Iterable[RenderableType]) -> None:
    """Print the parts of a report on stdout."""
    width = None if sys.stdout.isatty() else _PIPED_COLUMNS
    console = Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        console.print(Group(*parts))
        return
    with console.capture() as captured:
        console.print(Group(*parts))
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def heading(text: str, beside: str = "") -> Text:
    """Return a heading after an empty line, with something less loud beside it."""
    return Text.assemble("\n", (clean(text), "bold"), "  " if beside else "", (clean(beside), "dim"))


def paragraph(text: str, style: str = "") -> RenderableType:
    """Return a paragraph, indented."""
    return indented(Text(clean(text), style=style))


def indented(part: RenderableType) -> RenderableType:
    """Return a part of a report, indented."""
    return Padding(part, (0, 0, 0, 2))


def table(columns: Iterable[str], rows: Iterable[Iterable[str | Text]]) -> RenderableType:
    """Return a table without rules, as wide as its contents, its longest cells wrapped."""
    made = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for name in columns:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(clean(cell)) for cell in row))
    return indented(made)
