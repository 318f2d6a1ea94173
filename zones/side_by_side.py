"""Readings of one text side by side: rules, models and the reviewed state, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from geodata.naming import Naming
from zones.claims import Claim
from zones.countries import country_name
from zones.evidence import overlap
from zones.reading.tokens import fold_word
from zones.zone import Zone
from zones.zone_set import ZoneSet

__all__ = ["Column", "Row", "SideBySide", "side_by_side"]

Kind = Literal["zone", "claim"]
Item = Zone | Claim
_Names = dict[str, str]  # of zones, by id
_LABELS = {"zone": "zone ", "said by": "said by ", "said on": "on ", "reported by": "reported by "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One reading.

    Parameters
    ----------
    name
        What to call it: "rules", a model's name, "reviewed".
    mark
        By whom it was read and reviewed, in words.
    problems
        What was refused, or no longer fits, and was not told of a reading before it.
    """

    name: str
    mark: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One item, as each reading has it.

    Parameters
    ----------
    kind
        A zone or a claim.
    title
        The zone's name, or the country.
    quote
        The first quotation that it rests on.
    cells
        What each reading says of it, in the order of the columns; None where it has no such item.
    differs
        In what the readings differ: "status", "units", "said by"; "only M 1", "not in rules". Empty if in nothing.
    """

    kind: Kind
    title: str
    quote: str
    cells: tuple[str | None, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Readings of one text side by side.

    Parameters
    ----------
    document
        The text's id.
    columns
        The readings.
    rows
        Zones, then claims, in the order in which they are first met.
    """

    document: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def counts(self, kind: Kind) -> tuple[int, int]:
        """Return how many items of a kind there are, and how many of them differ.

        Parameters
        ----------
        kind
            Zones or claims.
        """
        rows = [row for row in self.rows if row.kind == kind]
        return len(rows), sum(bool(row.differs) for row in rows)


def side_by_side(readings: Sequence[tuple[str, ZoneSet]]) -> SideBySide:
    """Return readings of one text side by side, the same items in one row.

    Parameters
    ----------
    readings
        Each with what to call it.

    Notes
    -----
    Claims are the same if they are about one country and their quotations overlap, those of one status first;
    zones, if their quotations overlap or their names are equal, those with most units in common first.

    Examples
    --------
    >>> from zones import load
    >>> seeds = load()
    >>> compared = side_by_side([("rules", seeds), ("again", seeds)])
    >>> compared.counts("zone"), compared.counts("claim")[1]
    ((4, 0), 0)
    """
    zones = _lines([zone_set.zones for _, zone_set in readings])
    claims = _lines([zone_set.claims for _, zone_set in readings])
    names: list[_Names] = [{} for _ in readings]
    for line in zones:
        for at, item in line.items.items():
            names[at][item.id] = line.title(readings[at][1].naming)
    rows = [_row(line, readings, names) for line in (*zones, *claims)]
    columns: list[Column] = []
    for name, zone_set in readings:
        before = {problem for column in columns for problem in column.problems}
        problems = tuple(problem for problem in zone_set.reviewed.problems if problem not in before)
        columns.append(Column(name=name, mark=zone_set.reviewed.mark, problems=problems))
    document = readings[0][1].documents[0].id if readings else ""
    return SideBySide(document=document, columns=tuple(columns), rows=tuple(rows))


@dataclass(slots=True)
class _Line:
    """One item as the readings have it, by number of reading."""

    items: dict[int, Item] = field(default_factory=dict)

    @property
    def first(self) -> Item:
        return next(iter(self.items.values()))

    def title(self, naming: Naming) -> str:
        return (
            self.first.name if isinstance(self.first, Zone) else country_name(self.first.nationality, naming)
        )

    @property
    def start(self) -> tuple[str, int]:
        return min(((one.document, one.start) for one in self.first.evidence), default=("", 0))


def _lines(readings: Iterable[Iterable[Item]]) -> list[_Line]:
    """Return the items of all readings, the same ones in one line, in the order of the text."""
    lines: list[_Line] = []
    for at, items in enumerate(readings):
        _aligned(lines, at, items)
    return sorted(lines, key=lambda line: line.start)


def _aligned(lines: list[_Line], at: int, items: Iterable[Item]) -> None:
    """Put the items of one reading into the lines that they fit best, and the others into new ones."""
    left = list(items)
    pairs = [
        (score, number, place)
        for number, item in enumerate(left)
        for place, line in enumerate(lines)
        if (score := max(_likeness(item, other) for other in line.items.values())) > 0
    ]
    placed: set[int] = set()
    for _, number, place in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if number not in placed and at not in lines[place].items:
            lines[place].items[at] = left[number]
            placed.add(number)
    lines += [_Line({at: item}) for number, item in enumerate(left) if number not in placed]


def _likeness(one: Item, other: Item) -> float:
    """Return how much speaks for two items being the same, 0 if they are not."""
    near = overlap(one.evidence, other.evidence)
    if isinstance(one, Zone) and isinstance(other, Zone):
        named = one.name.casefold() == other.name.casefold()
        return near + 2 * named + 3 * _shared(one, other) if near or named else 0
    if isinstance(one, Claim) and isinstance(other, Claim) and one.nationality == other.nationality and near:
        same = (one.status == other.status, _same_speaker(one, other), one.place == other.place)
        return 1 + 8 * same[0] + 4 * same[1] + 2 * same[2] + (one.said_on == other.said_on)
    return 0


def _shared(one: Zone, other: Zone) -> float:
    """Return the share of units that two zones have in common, a unit above counting for those below."""
    codes = [m.pcode for m in one.members], [m.pcode for m in other.members]
    both = sum(any(a.startswith(b) or b.startswith(a) for b in codes[1]) for a in codes[0])
    return both / max(len(codes[0]), len(codes[1]), 1)


def _same_speaker(one: Claim, other: Claim) -> bool:
    """Whether two speakers are one, named more or less fully."""
    words = [{fold_word(word) for word in (claim.said_by or "").split()} for claim in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0] if all(words) else not any(words)


def _told(item: Item, names: _Names) -> Mapping[str, str]:
    """Return what an item says, by what it is called; zones are called as in the first reading that has them."""
    if isinstance(item, Zone):
        return {
            "name": item.name,
            "units": ", ".join(f"{m.pcode} {m.extent}" for m in sorted(item.members, key=lambda m: m.pcode)),
            "limits": "; ".join(f"open: {limit.text}" for limit in (*item.unread, *item.unresolved)),
        }
    return {
        "status": str(item.status),
        "place": item.place or "",
        "zone": names.get(item.zone, item.zone) if item.zone else "",
        "said by": item.said_by or "",
        "said on": item.said_on.isoformat() if item.said_on else "",
        "reported by": item.reported_by or "",
    }


def _row(line: _Line, readings: Sequence[tuple[str, ZoneSet]], names: Sequence[_Names]) -> Row:
    told = {at: _told(item, names[at]) for at, item in line.items.items()}
    cells: list[str | None] = []
    for at, (_, zone_set) in enumerate(readings):
        if at in told:
            cells.append(_cell(line.items[at], told[at]))
        else:
            cells.append(_rejection(line.first, zone_set))
    quotes = [one.words for one in line.first.evidence]
    return Row(
        kind="zone" if isinstance(line.first, Zone) else "claim", title=line.title(readings[0][1].naming),
        quote=quotes[0] if quotes else "", cells=tuple(cells),
        differs=_differs(line, list(told.values()), [name for name, _ in readings]),
    )  # fmt: skip


def _cell(item: Item, told: Mapping[str, str]) -> str:
    """Return what an item says, on a line, with what a person decided about it."""
    parts = [f"{_LABELS.get(key, '')}{value}" for key, value in told.items() if value]
    return "; ".join([*parts, *((f"[{item.verdict}]",) if item.verdict else ())])


def _rejection(item: Item, zone_set: ZoneSet) -> str | None:
    """Return by whom an item was rejected, if it was."""
    head = (
        f"{item.name}:" if isinstance(item, Zone) else f"{zone_set.country(item.nationality)} {item.status},"
    )
    found = (
        one
        for one in zone_set.reviewed.rejected
        if one.text.startswith(head) and overlap(one.evidence, item.evidence)
    )
    return next((f"[{one.verdict}]" for one in found), None)


def _differs(line: _Line, told: Sequence[Mapping[str, str]], names: Sequence[str]) -> tuple[str, ...]:
    """Return in what the readings differ about an item."""
    if len(told) == 1 < len(names) - 1:
        return (f"only {names[next(iter(line.items))]}",)
    keys = [key for key in told[0] if any(a[key].casefold() != b[key].casefold() for a, b in pairwise(told))]
    claims = [item for item in line.items.values() if isinstance(item, Claim)]
    if "said by" in keys and all(_same_speaker(a, b) for a, b in pairwise(claims)):
        keys.remove("said by")
    return (*keys, *(f"not in {name}" for at, name in enumerate(names) if at not in line.items))
