"""A map as one file that needs nothing else and is the same for the same input."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import folium
from branca.element import Element

from geodata.atomic import write_whole
from maps.copies import LINK, Copies, inline
from maps.web import ZoneMap, foreign_elements, webmap

if TYPE_CHECKING:
    from zones import ZoneSet

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_REMOTE = re.compile(
    r"""<(?:script|link|img|iframe|video|audio|source|embed)\b[^>]*?(?:src|href)\s*=\s*\\?["']?((?:https?:)?//[^\s"'>\\]*)"""
)
_ASKED = re.compile(
    r"""(?:\bL\.(?:tileLayer(?:\.wms)?|imageOverlay|videoOverlay)|\bfetch|\.(?:getJSON|ajax|get)|\burl:)\s*+(?:\(\s*+)?+(?:\[\s*+)?+"""
    r"""["'`]((?:https?:)?//[^"'`]*)"""
)
_PICTURE = re.compile(r"""\b(?:iconUrl|iconRetinaUrl|shadowUrl)["']?\s*:\s*["']((?:https?:)?//[^"']*)""")
_FRAME = re.compile(r"""<iframe\b[^>]*?src\s*=\s*\\?["']?data:""")
_COPY = (
    "save a copy of each in a folder (wget -x -P FOLDER ADDRESS ...) and give that: "
    "maps.save_html(page, path, copies=FOLDER)"
)
_BARRED = (
    "these scripts make code out of text, which the page's policy does not let run (to measure, the page has a tool of "
    "its own); choose an element that needs none"
)
_LOCAL = (
    "tiles, pictures and data of a host can't be in the file; give them as data of your own (the one online base map "
    "that a page may offer is webmap(tiles=...))"
)
_CHARSET = re.compile(r'<meta http-equiv="content-type"[^>]*>')


class RemoteContentError(ValueError):
    """
    The map has elements that load something from a host, so the file would not stand alone.

    Parameters
    ----------
    addresses
        What they load; kept as the attribute of that name.
    remedy
        What to do about it.
    """

    def __init__(self, addresses: Sequence[str], remedy: str) -> None:
        self.addresses = tuple(dict.fromkeys(addresses))
        listed = "".join(f"\n  {address}" for address in self.addresses)
        super().__init__(
            f"elements of the map load {len(self.addresses)} thing(s) from outside: {remedy}, or remove the elements "
            f"that ask for them.{listed}"
        )


def save_html(
    source: ZoneSet | folium.Map, path: str | os.PathLike[str], *, copies: Copies | None = None
) -> Path:
    """
    Write a self-contained page and return its path.

    Parameters
    ----------
    source
        A map from `maps.webmap`, or the zones to make one of.
    path
        Where to write. The file is replaced at once or not at all.
    copies
        Local copies of the scripts and styles that elements of the map load: files by their addresses, or a folder
        with a file for each at host/path, as ``wget -x -P FOLDER ADDRESS ...`` makes it.

    Raises
    ------
    RemoteContentError
        If elements that were added to the map load something from a host of which there is no copy.
    OSError
        If the path can't be written.
    """
    return write_whole(path, to_html(source, copies=copies).encode("utf-8"))


def to_html(source: ZoneSet | folium.Map, *, copies: Copies | None = None) -> str:
    """Return the self-contained page's text, closed to the outside by a Content-Security-Policy."""
    page = source if isinstance(source, folium.Map) else webmap(source)
    root = page.get_root()
    html = _renumbered(root.render(), root).replace("\r\n", "\n")
    html = _closed(html, copies)
    language = page.language if isinstance(page, ZoneMap) else "en"
    html = html.replace("<html>", f'<html lang="{language}">', 1)
    policy = content_policy(html, page)
    return _CHARSET.sub(
        f'<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="{policy}">',
        html,
        count=1,
    )


def _closed(html: str, copies: Copies | None) -> str:
    """Return the page with all that its elements load inside it; raise RemoteContentError if that can't be."""
    script = html.rpartition("</body>")[2]
    page = inline(html, script, copies)
    if page.missing:
        raise RemoteContentError(page.missing, _COPY)
    if page.barred:
        raise RemoteContentError(page.barred, _BARRED)
    asked = [*_REMOTE.findall(LINK.sub("", html)), *_ASKED.findall(script), *_PICTURE.findall(script)]
    if asked:
        raise RemoteContentError(asked, _LOCAL)
    return page.html


def content_policy(html: str, page: folium.Map) -> str:
    """
    Return the policy that allows this page's own scripts and styles, by hash, and nothing else.

    A policy in a page can't be widened later, so the host of the online tiles is allowed for images from
    the start; the page asks it for nothing until a reader switches the tiles on.
    """
    scripts = " ".join(_hashes(_SCRIPT.findall(html)))
    styles = "'unsafe-inline'" if foreign_elements(page) else " ".join(_hashes(_STYLE.findall(html)))
    tiles = page.online_tiles if isinstance(page, ZoneMap) else None
    images = "data: blob:" if tiles is None else f"data: blob: {tiles.origin}"
    frames = "frame-src data:; " if _FRAME.search(html) and foreign_elements(page) else ""
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; font-src data:; "
        f"{frames}base-uri 'none'; form-action 'none'"
    )


def _hashes(blocks: list[str]) -> list[str]:
    digests = (hashlib.sha256(block.encode("utf-8")).digest() for block in blocks)
    return sorted({f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests})


def _renumbered(html: str, root: Element) -> str:
    """Return the page with folium's random element ids replaced by running numbers."""
    ids: dict[str, str] = {}

    def visit(element: Element) -> None:
        ids.setdefault(element._id, str(len(ids) + 1))  # noqa: SLF001
        for child in element._children.values():  # noqa: SLF001
            visit(child)

    visit(root)
    pattern = re.compile("|".join(map(re.escape, ids)))
    return pattern.sub(lambda match: ids[match[0]], html)
