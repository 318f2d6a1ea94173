"""What folium's elements would load from hosts, put into the page from local copies."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import folium

from maps.assets import data_uri

Copies = Mapping[str, str | os.PathLike[str]] | str | os.PathLike[str]
"""Files by the address that each is a copy of; or a folder of them as host/path, as ``wget -x`` makes it."""

LINK = re.compile(r'<script src="(?P<js>[^"]+)"></script>|<link rel="stylesheet" href="(?P<css>[^"]+)"\s*/?>')
_URL = re.compile(r"url\(\s*+(['\"]?+)(?!data:|#)([^'\")]++)\1\s*+\)")
_IMPORT = re.compile(r"@import\s++(?:url\(\s*+)?['\"]?([^'\")\s;]+)")
_OWN_FILE = re.compile(
    r"https://cdn\.jsdelivr\.net/gh/python-visualization/folium(?:@main)?/folium/templates/([\w.]+)"
)
_MADE_CODE = re.compile(r"\bnew Function\(|(?<![\w$.])eval\(")
_MEDIA = {
    ".png": "image/png", ".gif": "image/gif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml",
    ".webp": "image/webp", ".cur": "image/x-icon", ".woff": "font/woff", ".woff2": "font/woff2", ".ttf": "font/ttf",
    ".otf": "font/otf", ".eot": "application/vnd.ms-fontobject",
}  # fmt: skip

# What a plain folium map loads for any of its elements, by what shows in their scripts that they need it.
_LEFT_OUT = {"leaflet", "leaflet_css", "jquery", "bootstrap", "bootstrap_css"}
_ICONS = re.compile(r"\bL\.AwesomeMarkers\b")
_JQUERY = re.compile(r"(?<![\w$.])(?:\$[.(](?!`)|jQuery[.(])")


@dataclass(slots=True)
class Inlined:
    """
    A page with copies in it.

    Attributes
    ----------
    html
        The page.
    missing
        Addresses of which there is no copy, in the order in which the page asks for them.
    barred
        Addresses of scripts that make code out of text, which the page's policy does not let run.
    """

    html: str
    missing: list[str] = field(default_factory=list)
    barred: list[str] = field(default_factory=list)


def inline(html: str, script: str, copies: Copies | None) -> Inlined:
    """
    Return a page whose linked scripts and styles are in it.

    Parameters
    ----------
    html
        A page as folium renders it.
    script
        The part of it that folium's elements run.
    copies
        Local copies; None if there are none. What comes with folium itself needs no copy.
    """
    head, end, rest = html.partition("</head>")
    done = Inlined(html)
    links = _needed(script, head)

    def put_in(match: re.Match[str]) -> str:
        address = match["js"] or match["css"]
        file = _copy(address, copies)
        if file is None:
            done.missing.append(address)
            return match[0]
        text = file.read_text(encoding="utf-8-sig")
        if match["js"]:
            if _MADE_CODE.search(text):
                done.barred.append(address)
            return f"<script>{_harmless(text)}</script>"
        return f"<style>{_style(text, address, file, copies, done.missing)}</style>"

    done.html = LINK.sub(put_in, head + links) + end + rest
    return done


def _needed(script: str, head: str) -> str:
    """Return links to what a plain folium map has and these scripts need: pictured markers, and jQuery."""
    links = []
    plain = folium.Map
    if _JQUERY.search(script) and "jquery" not in head.lower():
        links += [f'<script src="{url}"></script>' for name, url in plain.default_js if name == "jquery"]
    if _ICONS.search(script):
        links += [f'<script src="{url}"></script>' for name, url in plain.default_js if name not in _LEFT_OUT]
        links += [
            f'<link rel="stylesheet" href="{url}"/>'
            for name, url in plain.default_css
            if name not in _LEFT_OUT
        ]
    return "".join(f"    {link}\n" for link in links)


def _copy(address: str, copies: Copies | None) -> Path | None:
    """Return the copy of what an address gives, None if there is none."""
    own = _OWN_FILE.fullmatch(address)
    if own and own[1] in _shipped():
        return _shipped()[own[1]]
    if isinstance(copies, Mapping):
        return Path(copies[address]) if address in copies else None
    if copies is None:
        return None
    parts = urlsplit(address)
    inside = PurePosixPath(parts.netloc + unquote(parts.path))
    file = Path(copies, *inside.parts)
    return file if ".." not in inside.parts and file.is_file() else None


@cache
def _shipped() -> dict[str, Path]:
    """Return the scripts that the installed folium itself has, by name."""
    folder = Path(folium.__file__).parent / "templates"
    return {file.name: file for file in folder.glob("*.js")}


def _harmless(script: str) -> str:
    """Return a script that can stand inside a page: nothing in it ends the element or opens a comment."""
    return re.sub(r"</(?=script)", r"<\\/", script, flags=re.IGNORECASE).replace("<!--", "<\\!--")


def _style(css: str, address: str, file: Path, copies: Copies | None, missing: list[str]) -> str:
    """Return a style sheet with its pictures and fonts inside it."""
    missing += [urljoin(address, target) for target in _IMPORT.findall(css)]

    def put_in(match: re.Match[str]) -> str:
        target = match[2].strip()
        wanted = urljoin(address, target).partition("#")[0].partition("?")[0]
        beside = target.partition("#")[0].partition("?")[0]
        found = _copy(wanted, copies) or _beside(file, beside)
        media = _MEDIA.get(PurePosixPath(wanted).suffix.lower())
        if found is None or media is None:
            missing.append(wanted)
            return match[0]
        return f"url({data_uri(found.read_bytes(), media)})"

    return re.sub("</(?=style)", r"<\\/", _URL.sub(put_in, css), flags=re.IGNORECASE)


def _beside(file: Path, target: str) -> Path | None:
    """Return the file that a style sheet names by its own place, None for an address or if there is none."""
    if "//" in target or target.startswith("/"):
        return None
    found = file.parent / target
    return found if found.is_file() else None
