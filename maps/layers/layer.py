"""One layer: shapes with their attributes as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from maps.layers.errors import LayerError

MOST_FEATURES = 5_000
MOST_VERTICES = 200_000
MOST_CHARACTERS = 5_000_000
"""Most of each that a layer may have: more makes the page slow."""

ON_THE_MAP = (20.0, 23.0, 57.0, 47.0)
"""West, south, east, north of what a reader can move the map to."""

_NAMES = ("name", "title", "label", "nameen", "namear", "sitename", "placename", "featurename")
_NAME_ENDS = ("name", "title", "label")
_NUMBER = re.compile(r"[-+]?[\d.,]+(e[-+]?\d+)?", re.IGNORECASE)

Values = tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """
    Points, lines and areas to show on the map.

    Attributes
    ----------
    title
        What the legend calls it.
    columns
        Names of the attributes.
    rows
        The attributes of each feature as text, None where there is none; shape (features, columns).
    shapes
        The shape of each feature, WGS 84 degrees, longitude first.
    name_column
        Which of the columns names a feature; None if none does, and they are numbered.
    source
        The file's name, "" if it came from no file.
    notes
        In words, what was left out or found out.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Values, ...]
    shapes: tuple[BaseGeometry, ...]
    name_column: str | None = None
    source: str = ""
    notes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What each feature is called: the cell of its name column, else the title and its number."""
        at = None if self.name_column is None else self.columns.index(self.name_column)
        told = (None if at is None else row[at] for row in self.rows)
        return tuple(name or f"{self.title} {number}" for number, name in enumerate(told, 1))

    def __repr__(self) -> str:
        """Return its title and size; the shapes would fill a screen."""
        return f"<Layer {self.title!r}: {self.counts}>"

    @property
    def counts(self) -> str:
        """How many points, lines and areas it has, in words."""
        kinds = [_KINDS[int(shapely.get_dimensions(shape))] for shape in self.shapes]
        told = [(kinds.count(kind), kind) for kind in _KINDS.values()]
        return ", ".join(f"{count:,} {kind if count > 1 else kind[:-1]}" for count, kind in told if count)


_KINDS = {0: "points", 1: "lines", 2: "areas"}


def made_layer(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Values],
    shapes: Sequence[BaseGeometry | None],
    *,
    source: str = "",
    notes: Sequence[str] = (),
) -> Layer:
    """
    Return the layer of some features, after seeing that a map can show it.

    Features without a shape are left out, counted and told in a note.

    Parameters
    ----------
    title
        What the legend calls it.
    columns, rows
        Names of the attributes, and their values for each feature.
    shapes
        WGS 84 degrees, longitude first; None where a feature has none.
    source
        The file, for messages.
    notes
        What is known already of how it was read.

    Raises
    ------
    LayerError
        If no feature has a shape, there are more than a page can hold, or a shape lies outside the world or
        all lie off the map.
    """
    where = source or title
    drawn = [
        number for number, shape in enumerate(shapes) if shape is not None and not shapely.is_empty(shape)
    ]
    told = list(notes)
    if not drawn:
        count = f"none of its {len(shapes):,} features has a shape" if len(shapes) else "no feature in it"
        raise LayerError(where, f"{count}; expected points, lines or areas")
    if len(drawn) < len(shapes):
        told.append(
            f"{len(shapes) - len(drawn):,} of {len(shapes):,} features have no shape and are left out"
        )
    kept: list[BaseGeometry] = list(
        shapely.force_2d(np.array([shapes[number] for number in drawn], dtype=object))
    )
    texts = tuple(tuple(rows[number]) for number in drawn)
    _check_size(where, kept, texts)
    told += _check_place(where, kept, drawn)
    name_column = _name_column(columns, texts)
    if name_column is None:
        told.append("no column names the features; they are numbered")
    else:
        told.append(f"features are named by column {name_column!r}")
    return Layer(
        title=title, columns=tuple(columns), rows=texts, shapes=tuple(kept), name_column=name_column,
        source=source, notes=tuple(told),
    )  # fmt: skip


def _check_size(where: str, shapes: list[BaseGeometry], rows: tuple[Values, ...]) -> None:
    check_count(where, len(shapes))
    vertices = int(shapely.get_num_coordinates(np.array(shapes, dtype=object)).sum())
    if vertices > MOST_VERTICES:
        problem = f"{vertices:,} vertices, more than the {MOST_VERTICES:,} that a page can show"
        raise LayerError(where, f"{problem}; simplify its shapes first")
    characters = sum(len(value or "") for row in rows for value in row)
    if characters > MOST_CHARACTERS:
        problem = f"attributes of {characters:,} characters, more than {MOST_CHARACTERS:,}"
        raise LayerError(where, f"{problem}; leave out columns")


def check_count(where: str, features: int) -> None:
    """Raise if there are more features than a page can show."""
    if features > MOST_FEATURES:
        problem = f"{features:,} features, more than the {MOST_FEATURES:,} that a page can show"
        raise LayerError(where, f"{problem}; give those that matter")


def _check_place(where: str, shapes: list[BaseGeometry], numbers: list[int]) -> list[str]:
    """Return a note on the features off the map; raise if one lies outside the world, or all lie off the map."""
    bounds = shapely.bounds(np.array(shapes, dtype=object))
    beyond = ~(np.isfinite(bounds).all(axis=1) & (np.abs(bounds) <= [180, 90, 180, 90]).all(axis=1))
    if beyond.any():
        first = int(np.flatnonzero(beyond)[0])
        x, y = bounds[first][:2]
        problem = (
            f"feature {numbers[first] + 1} lies outside the world, at longitude {x:.6g}, latitude {y:.6g}"
        )
        raise LayerError(where, f"{problem}; expected degrees, or a file that states its reference system")
    west, south, east, north = ON_THE_MAP
    seen = (bounds[:, 2] >= west) & (bounds[:, 0] <= east) & (bounds[:, 3] >= south) & (bounds[:, 1] <= north)
    area = f"the map, which shows longitude {west:.0f} to {east:.0f}, latitude {south:.0f} to {north:.0f}"
    if not seen.any():
        x, y = bounds[0][:2]
        problem = (
            f"nothing of it lies on {area}; its first feature lies at longitude {x:.6g}, latitude {y:.6g}"
        )
        raise LayerError(where, f"{problem}; are the two swapped?")
    off = int((~seen).sum())
    return [f"{off:,} of {len(shapes):,} features lie off {area}"] if off else []


def _name_column(columns: Sequence[str], rows: tuple[Values, ...]) -> str | None:
    """Return the column that names features: by its own name, or else the first that holds words."""
    keys = ["".join(filter(str.isalpha, column.casefold())) for column in columns]
    filled = [any(row[at] for row in rows) for at in range(len(columns))]
    wanted = [at for name in _NAMES for at, key in enumerate(keys) if key == name]
    wanted += [at for at, key in enumerate(keys) if key.endswith(_NAME_ENDS)]
    wanted += [at for at in range(len(columns)) if _holds_words([row[at] for row in rows])]
    return next((columns[at] for at in wanted if filled[at]), None)


def _holds_words(values: Sequence[str | None]) -> bool:
    return any(value and not _NUMBER.fullmatch(value) for value in values)
