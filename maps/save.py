"""A map as one file that needs nothing else and is the same for the same input."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import folium
from branca.element import Element

from geodata.atomic import write_whole
from maps.web import ZoneMap, foreign_elements, webmap

if TYPE_CHECKING:
    from zones import ZoneSet

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_REMOTE = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*?(?:src|href)\s*=\s*["']?(?:https?:)?//[^>]*>""")
_CHARSET = re.compile(r'<meta http-equiv="content-type"[^>]*>')


class RemoteContentError(ValueError):
    """
    The map has elements that load something from a host, so the file would not stand alone.

    Parameters
    ----------
    tags
        The elements' opening tags; kept as the attribute of that name.
    """

    def __init__(self, tags: list[str]) -> None:
        self.tags = tuple(tags)
        super().__init__(
            f"the map loads {len(tags)} thing(s) from outside, first {tags[0]!r}: remove the elements that "
            "ask for them, or render the map with folium's own means"
        )


def save_html(source: ZoneSet | folium.Map, path: str | os.PathLike[str]) -> Path:
    """
    Write a self-contained page and return its path.

    Parameters
    ----------
    source
        A map from `maps.webmap`, or the zones to make one of.
    path
        Where to write. The file is replaced at once or not at all.

    Raises
    ------
    RemoteContentError
        If elements that were added to the map load something from a host.
    OSError
        If the path can't be written.
    """
    return write_whole(path, to_html(source).encode("utf-8"))


def to_html(source: ZoneSet | folium.Map) -> str:
    """Return the self-contained page's text, closed to the outside by a Content-Security-Policy."""
    page = source if isinstance(source, folium.Map) else webmap(source)
    root = page.get_root()
    html = _renumbered(root.render(), root).replace("\r\n", "\n")
    if remote := [match[0] for match in _REMOTE.finditer(html)]:
        raise RemoteContentError(remote)
    language = page.language if isinstance(page, ZoneMap) else "en"
    html = html.replace("<html>", f'<html lang="{language}">', 1)
    policy = content_policy(html, page)
    return _CHARSET.sub(
        f'<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="{policy}">',
        html,
        count=1,
    )


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
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
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
