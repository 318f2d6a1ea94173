"""Files that the page is made of: Leaflet from its installed package, and our own scripts and styles."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from importlib import resources
from typing import Any

PAGE = resources.files("maps") / "page"
LEAFLET = resources.files("js_lib_leaflet") / "static" / "js_lib_leaflet"
ENTRY = "main"
SHEETS = (
    "tokens layout map zones own foreign measure names badge bar legend time timescale panel claims claimchart "
    "claimmarks passedover review members heading embed print forced"
)
STYLES = tuple(f"{name}.css" for name in SHEETS.split())

REVIEW_ENTRY = "reviewing"
REVIEW_SHEETS = "tokens layout map zones names badge bar legend claims members frame article items forms"
REVIEW_STYLES = tuple(f"{name}.css" for name in REVIEW_SHEETS.split())
FOLDERS = ("script", "style", "review")  # of scripts and styles; no two files have the same name

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\.(?:\.?/script|/review)?/(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(r"url\(([^)]+)\)")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def leaflet_script() -> str:
    """Return Leaflet's minified script."""
    return _SOURCE_MAP.sub("", _leaflet("leaflet.js").decode("utf-8")).strip()


@cache
def leaflet_style() -> str:
    """Return Leaflet's style sheet with its images inside it."""

    def inlined(match: re.Match[str]) -> str:
        target = match[1].strip("'\"")
        if target.startswith("#"):
            return match[0]
        return f"url({data_uri(_leaflet(target), 'image/png')})"

    return _URL.sub(inlined, _COMMENT.sub("", _leaflet("leaflet.css").decode("utf-8"))).strip()


@cache
def marker_icons() -> dict[str, str]:
    """Return Leaflet's default marker images as data URIs, by the option that takes each."""
    files = {
        "iconUrl": "marker-icon.png",
        "iconRetinaUrl": "marker-icon-2x.png",
        "shadowUrl": "marker-shadow.png",
    }
    return {option: data_uri(_leaflet(f"images/{name}"), "image/png") for option, name in files.items()}


@cache
def script(entry: str = ENTRY) -> str:
    """
    Return our ES modules as one classic script, which a page from a disk may run.

    Each module becomes a function called once, those that it imports before it; its exports are what the
    function returns.

    Parameters
    ----------
    entry
        The module that starts the page: `ENTRY` for the map, `REVIEW_ENTRY` for the review page.
    """
    body = "\n".join(_module(name) for name in module_order(entry))
    return f'"use strict";\nconst zonemap = (() => {{\n{body}\nreturn module_{entry};\n}})();'


def module_order(entry: str = ENTRY) -> list[str]:
    """Return the names of the script files, each after those that it imports."""
    order: list[str] = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ImportError(f"scripts import each other in a circle: {' -> '.join((*above, name))}")
        if name not in order:
            for _, wanted in _IMPORT.findall(_source(name)):
                visit(wanted, (*above, name))
            order.append(name)

    visit(entry, ())
    return order


@cache
def style(names: tuple[str, ...] = STYLES) -> str:
    """Return some of our style sheets, joined, without comments."""
    return "\n".join(_COMMENT.sub("", _page(name)).strip() for name in names)


@cache
def template(name: str) -> str:
    """Return a page template's text."""
    return (PAGE / name).read_text(encoding="utf-8")


@cache
def languages() -> dict[str, Any]:
    """Return the interface's words by language: a further language is a file more."""
    names = sorted(file.name for file in (PAGE / "lang").iterdir() if file.name.endswith(".json"))
    return {name.removesuffix(".json"): json.loads(template(f"lang/{name}")) for name in names}


def data_uri(content: bytes, media_type: str) -> str:
    """
    Return bytes as a data URI.

    Examples
    --------
    >>> data_uri(b"hi", "text/plain")
    'data:text/plain;base64,aGk='
    """
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"


def _module(name: str) -> str:
    source = _source(name)
    exports = ", ".join(found for _, found in _EXPORT.findall(source))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(r"const \1 = module_\2;\n", source))
    if stray := re.search(r"^(?:import|export)\b.*", body, re.MULTILINE):
        raise ImportError(f"{name}.js: {stray[0]!r} is no form of import or export that the page understands")
    return f"const module_{name} = (() => {{\n{body}return {{ {exports} }};\n}})();"


def _source(name: str) -> str:
    return _page(f"{name}.js")


def _page(name: str) -> str:
    found = (PAGE / folder / name for folder in FOLDERS)
    return next(file for file in found if file.is_file()).read_text(encoding="utf-8")


def _leaflet(name: str) -> bytes:
    return LEAFLET.joinpath(*name.split("/")).read_bytes()
