"""Cells of text as degrees, and those of which nobody can tell what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geodata.errors import PositionError
from geodata.position import parse_coordinate, parse_position
from geodata.position.angle import Axis

Floats = NDArray[np.float64]

SHOWN = 3
"""How many of the cells that cannot be read are shown."""

_NUMBER = r"^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$"
_DECIMAL_COMMA = r"^\s*[-+]?\d+,\d+\s*$"
_LIMITS = {"lon": 180.0, "lat": 90.0}
_LONGEST = 60


@dataclass(slots=True)
class Misread:
    """
    The cells that hold something, and no coordinate.

    Attributes
    ----------
    count
        How many.
    before
        How many rows stand before those of the batch that is being read.
    """

    count: int = 0
    before: int = 0
    _first: list[tuple[int, str]] = field(default_factory=list)

    def examples(self) -> list[str]:
        """Return the first few in words: line or row, column, text, and what is wrong with it."""
        return [told for _, told in self._first]

    def add(
        self, rows: NDArray[np.intp], told: Callable[[int], tuple[str, str]], at: Callable[[int], str]
    ) -> None:
        """
        Count cells, and keep the first few in words.

        Parameters
        ----------
        rows
            Their rows within the batch, ascending.
        told
            Gives a row's text and what is wrong with it.
        at
            Gives the words for a row's place.
        """
        self.count += len(rows)
        if len(self._first) == SHOWN and self._first[-1][0] < self.before:
            return
        for row in rows[:SHOWN].tolist():
            text, why = told(row)
            self._first.append((self.before + row, f"{at(row)}: {_short(text)} ({_without(text, why)})"))
        self._first = sorted(self._first, key=lambda one: one[0])[:SHOWN]


def _short(text: str) -> str:
    told = repr(text.strip())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 4]} ...'"


def _without(text: str, why: str) -> str:
    """Return a reason on one line, without a text of a thousand letters in it."""
    return " ".join((why if len(text) <= _LONGEST else why.replace(text.strip(), "it")).split())


@dataclass(frozen=True, slots=True)
class Cells:
    """Where cells are: what names their column, and what tells the place of a row in the file."""

    column: str
    misread: Misread
    place: Callable[[int], str]

    def at(self, row: int) -> str:
        """Return the words for the place of a row's cell."""
        return f"{self.place(row)}, column {self.column}"


def degrees(texts: pa.Array, axis: Axis, cells: Cells) -> Floats:
    """
    Return the degrees that cells of text say, NaN where they say none, shape (n,).

    Plain numbers, with a point or a comma, are read all at once; what else there is, value by value.

    Parameters
    ----------
    texts
        A column of text.
    axis
        Whether they are latitudes or longitudes.
    cells
        What takes those that cannot be read.
    """
    try:
        return within(_floats(texts.cast(pa.float64())), axis, cells)
    except pa.ArrowInvalid:
        pass
    comma = pc.match_substring_regex(texts, _DECIMAL_COMMA)
    texts = pc.if_else(comma, pc.replace_substring(texts, ",", "."), texts)
    plain = pc.fill_null(pc.match_substring_regex(texts, _NUMBER), fill_value=False)
    numbers = pc.if_else(plain, pc.utf8_trim_whitespace(texts), None).cast(pa.float64())
    values = within(_floats(numbers), axis, cells)
    _read_rest(texts, plain, cells, lambda text: (parse_coordinate(text, axis=axis),), (values,))
    return values


def positions(texts: pa.Array, cells: Cells) -> tuple[Floats, Floats]:
    """
    Return the longitudes and latitudes of cells that hold whole positions, NaN where they hold none.

    Parameters
    ----------
    texts
        A column of text.
    cells
        What takes those that cannot be read.
    """
    x, y = np.full(len(texts), np.nan), np.full(len(texts), np.nan)

    def read(text: str) -> tuple[float, float]:
        found = parse_position(text)
        return found.lon, found.lat

    _read_rest(texts, pa.array(np.zeros(len(texts), bool)), cells, read, (x, y))
    return x, y


def within(values: Floats, axis: Axis, cells: Cells) -> Floats:
    """
    Return numbers as they are, after noting those that are beyond the Earth.

    Parameters
    ----------
    values
        Degrees, shape (n,).
    axis
        Whether they are latitudes or longitudes.
    cells
        What takes those beyond.
    """
    limit = _LIMITS[axis]
    beyond = np.flatnonzero(np.abs(values) > limit)
    if len(beyond):
        told = f"beyond {limit:.0f} degrees"
        cells.misread.add(beyond, lambda row: (f"{values[row]:.15g}", told), cells.at)
    return values


def _read_rest(
    texts: pa.Array,
    plain: pa.Array,
    cells: Cells,
    read: Callable[[str], tuple[float, ...]],
    into: tuple[Floats, ...],
) -> None:
    """Read the cells that are no plain numbers, each text once."""
    blank = pc.fill_null(pc.equal(pc.utf8_length(pc.utf8_trim_whitespace(texts)), 0), fill_value=True)
    left = np.flatnonzero(~(pc.or_(plain, blank).to_numpy(zero_copy_only=False)))
    if not len(left):
        return
    coded = texts.take(pa.array(left)).dictionary_encode()
    codes, words = coded.indices.to_numpy(zero_copy_only=False), coded.dictionary.to_pylist()
    values = np.full((len(words), len(into)), np.nan)
    why: dict[int, str] = {}
    for code, text in enumerate(words):
        try:
            values[code] = read(text)
        except PositionError as error:
            why[code] = str(error)
    for axis, target in enumerate(into):
        target[left] = values[codes, axis]
    wrong = np.isin(codes, list(why))
    at = dict(zip(left[wrong].tolist(), codes[wrong].tolist(), strict=True))
    cells.misread.add(left[wrong], lambda row: (words[at[row]], why[at[row]]), cells.at)


def _floats(column: pa.Array) -> Floats:
    values: Floats = column.to_numpy(zero_copy_only=False)
    return values if values.flags.writeable else values.copy()
