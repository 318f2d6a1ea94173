"""Addresses of documents on the web, on the command line: FILE=https://..., or one address for the one text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.failures import Misuse

if TYPE_CHECKING:
    from zones.files import Source

    _Param = click.ParamType[tuple[Path | None, str]]
else:
    _Param = click.ParamType  # which takes a type only since click 8.4

__all__ = ["address_option", "given_addresses"]

_KEY = "zonemap.addresses"
_WEB = re.compile(r"https?://", re.IGNORECASE)
_OF_FILE = re.compile(r"(?P<file>.+?)=(?P<address>https?://.*)", re.IGNORECASE | re.DOTALL)
_Decorated = Callable[..., None]


class _Address(_Param):
    """An address, or a file and its address as FILE=https://..."""

    name = "address"

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[Path | None, str]:
        if isinstance(value, tuple):
            return value
        from zones.web_address import EXPECTED, web_address

        found = None if _WEB.match(value) else _OF_FILE.fullmatch(value)
        address = web_address(found["address"] if found else value)
        if address is None:
            self.fail(f"{value!r} is no address on the web; {EXPECTED}, or FILE and = before it", param, ctx)
        return (Path(found["file"]) if found else None), address


def address_option(function: _Decorated) -> _Decorated:
    """Let a command take where its files were published on the web."""
    return click.option(
        "--address", type=_Address(), multiple=True, metavar="[FILE=]URL", expose_value=False, callback=_each,
        help="Address on the web (http, https) of the text; FILE=URL, given several times, for each of several. "
        "[default: what sources.toml, the saved page, or a line 'URL: https://...' says]",
    )(function)  # fmt: skip


def given_addresses(sources: Sequence[Source]) -> Mapping[Path, str]:
    """Return the address of each text that the command line names with one."""
    told: dict[Path | None, str] = click.get_current_context().meta.get(_KEY) or {}
    if told and not sources:
        raise Misuse("--address tells where files were published; name a FILE with it")
    if None in told and len(sources) != 1:
        raise Misuse(f"--address: there are {len(sources)} texts; say whose it is, as FILE=URL")
    from zones.files.source import where

    return {where(sources[0]) if file is None else file: address for file, address in told.items()}


def _each(
    ctx: click.Context, parameter: click.Parameter, given: Sequence[tuple[Path | None, str]]
) -> Sequence[tuple[Path | None, str]]:
    del parameter
    told = dict(given)
    if len(told) < len(given) or (None in told and len(told) > 1):
        raise Misuse("--address: give one address for the one text, or FILE=URL once for each")
    ctx.meta[_KEY] = told
    return given
