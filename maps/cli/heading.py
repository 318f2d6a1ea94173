"""``--title``, ``--subtitle`` and ``--author``: what stands over a map in its maker's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from maps.cli.failures import Misuse

if TYPE_CHECKING:
    from maps.heading import Heading

__all__ = ["heading_option", "heading_refused", "heading_words"]

_KEY = "zonemap.heading"
_WORDS = {
    "title": "Title, in place of the map's own.",
    "subtitle": "A line below the title.",
    "author": "Who made the map, named on it.",
}
_Decorated = Callable[..., None]


def heading_option(function: _Decorated) -> _Decorated:
    """Let a command take title, subtitle and author."""
    for name, told in reversed(_WORDS.items()):
        function = click.option(
            f"--{name}", metavar="TEXT", expose_value=False, callback=_noted, help=told
        )(function)  # fmt: skip
    return function


def heading_words() -> Heading:
    """Return what the command line says should stand over the map; misuse if it cannot be shown."""
    from maps.heading import Heading

    with heading_refused():
        return Heading(**click.get_current_context().meta.get(_KEY, {}))


@contextmanager
def heading_refused() -> Iterator[None]:
    """Turn a title, subtitle or author that cannot be shown into misuse."""
    from maps.heading import HeadingError

    try:
        yield
    except HeadingError as error:
        raise Misuse(str(error)) from error


def _noted(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    ctx.meta.setdefault(_KEY, {})[parameter.name] = value
