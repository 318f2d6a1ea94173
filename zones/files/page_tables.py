"""Tables of a page: those with data become rows, those that only place things become none."""

from __future__ import annotations

from typing import Any

from zones.files.page_tree import folded, stands_aside

__all__ = ["rows_of", "unfolded"]

_BLOCKS = ("h1", "h2", "h3", "article", "table")
_PARAGRAPHS = 2  # of a cell that holds an article
_LONG = 120  # words of a cell that holds an article
_MOST_SPANNED = 200


def unfolded(tree: Any) -> tuple[tuple[str, ...], ...]:  # noqa: ANN401 - lxml has no types
    """Turn the tables of a page into paragraphs, a row each, its cells parted by bars; return the rows of each.

    A table that only lays out the page, as a cell with headings or several paragraphs shows, becomes plain
    sections. Tables in footers, comments and the like stay as they are.
    """
    found = []
    for table in reversed(list(tree.iter("table"))):  # inner ones first
        if table.getparent() is None or stands_aside(table):
            continue
        if _places_only(table):
            _open(table)
            continue
        rows = rows_of(table)
        found.append(rows)
        for figure in table.iterancestors("figure"):
            figure.tag = "div"  # or it would go with its pictures
        _replace(table, rows)
    return tuple(rows for rows in reversed(found) if rows)


def rows_of(table: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the rows of a table as lines, cells parted by bars; a cell that spans rows stands in each."""
    told: list[str] = []
    below: dict[int, tuple[str, int]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        own = [cell for cell in row if cell.tag in {"td", "th"}]
        while own or len(cells) in below:
            text, left = below.pop(len(cells), ("", 0))
            if not left:
                cell = own.pop(0)
                text, left = _words(cell), _spanned(cell)
            if left > 1:
                below[len(cells)] = (text, left - 1)
            cells.append(text)
        if any(cells):
            told.append(" | ".join(cells))
    return tuple(told)


def _words(cell: Any) -> str:  # noqa: ANN401
    """Return the words of a cell; a bar in it would part it."""
    for line in cell.iter("br", "p", "div", "li"):
        line.tail = f" {line.tail or ''}"
    return folded(cell.text_content()).replace("|", "/")


def _spanned(cell: Any) -> int:  # noqa: ANN401
    try:
        return min(max(int(cell.get("rowspan") or 1), 1), _MOST_SPANNED)
    except ValueError:
        return 1


def _places_only(table: Any) -> bool:  # noqa: ANN401
    """Return whether a table only lays out the page."""
    if table.get("role") in {"presentation", "none"}:
        return True
    if any(True for _ in table.iter("th", "caption")):
        return False
    rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if all(len(row) <= 1 for row in rows):
        return True
    return any(_holds_article(cell) for row in rows for cell in row)


def _holds_article(cell: Any) -> bool:  # noqa: ANN401
    if any(True for _ in cell.iter(*_BLOCKS)):
        return True
    paragraphs = sum(1 for one in cell.iter("p") if len(one.text_content().split()) > 5)
    for line in cell.iter("br"):
        after = line.getnext()
        paragraphs += after is not None and after.tag == "br" and not (line.tail or "").strip()
    return paragraphs >= _PARAGRAPHS or len(cell.text_content().split()) >= _LONG


def _open(table: Any) -> None:  # noqa: ANN401
    """Make sections of a table and its cells; tables in it that stay keep theirs."""
    own = [
        part
        for part in table.iter("tbody", "thead", "tfoot", "tr", "td", "th", "caption")
        if next(part.iterancestors("table")) is table
    ]
    for part in (table, *own):
        part.tag = "div"
        for key in ("role", "width", "height", "align", "bgcolor"):
            part.attrib.pop(key, None)


def _replace(table: Any, rows: tuple[str, ...]) -> None:  # noqa: ANN401
    """Put a paragraph a row in the place of a table."""
    tail = table.tail
    for child in list(table):
        table.remove(child)
    table.tag, table.text = "div", None
    table.attrib.clear()
    for row in rows:
        paragraph = table.makeelement("p")
        paragraph.text = row
        table.append(paragraph)
    table.tail = tail
