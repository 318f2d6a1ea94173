"""Days on the command line: YYYY-MM-DD, and FILE=YYYY-MM-DD where several files have a day each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.failures import Misuse

if TYPE_CHECKING:
    from zones.sources import Published

    _DayParam = click.ParamType[date]
    _PublishedParam = click.ParamType[tuple[Path | None, date]]
else:
    _DayParam = _PublishedParam = click.ParamType  # which takes a type only since click 8.4

__all__ = ["DAY", "PUBLISHED", "one_or_each"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Day(_DayParam):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value if _DAY.fullmatch(value) else "")
        except ValueError:
            self.fail(f"{value!r} is no date; expected YYYY-MM-DD, for example 2017-06-22", param, ctx)


DAY = _Day()


class _PublishedDay(_PublishedParam):
    """A day, or a file and its day as FILE=YYYY-MM-DD."""

    name = "published"

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[Path | None, date]:
        if isinstance(value, tuple):
            return value
        file, _, day = value.rpartition("=")
        return (Path(file) if file else None), DAY.convert(day, param, ctx)


PUBLISHED = _PublishedDay()


def one_or_each(
    ctx: click.Context, parameter: click.Parameter, given: Sequence[tuple[Path | None, date]]
) -> Published:
    """Return the day of all files, or of each that is named; two days for one file are refused."""
    del ctx, parameter
    days = dict(given)
    if len(days) < len(given) or (None in days and len(days) > 1):
        raise Misuse("--published: give one day for all files, or FILE=YYYY-MM-DD once for each")
    if None in days:
        return days[None]
    return {file: day for file, day in days.items() if file is not None} or None
