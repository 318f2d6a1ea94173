"""Any JSON answer as a plain HTML page: all it says, its links as links."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from typing import Any

__all__ = ["POLICY", "page"]

_STYLE = """
body{background:#fff;font:16px/1.5 system-ui,sans-serif;
max-width:60rem;margin:1.5rem auto;padding:0 1rem;color:#1d2733}
h1{font-size:1.5rem;line-height:1.2}nav ul{list-style:none;padding:0}nav li{margin:.2rem 0}
dl{margin:0}dt{font-weight:600;margin-top:.4rem}dd{margin:0 0 0 1.2rem;overflow-wrap:anywhere}
ol{padding-inline-start:1.6rem}
li>dl{border-inline-start:3px solid #d5dde5;padding-inline-start:.8rem;margin:.4rem 0}
a{color:#0b57a4}input,button{font:inherit;padding:.3rem .5rem}code{font-size:.85rem}
@media(prefers-color-scheme:dark){
body{color:#e6ebf0;background:#15191e}a{color:#8cc1ff}li>dl{border-color:#3a4653}}
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""The Content-Security-Policy of these pages."""

_FORM = """<form action="{action}" method="get"><label>What is at
<input name="place" required maxlength="200" dir="auto" placeholder="Saraqib, or 35.86, 36.80"></label>
<button>Look up</button></form>
"""

Json = dict[str, Any]


def page(told: Json, *, title: str, home: str, form: bool = False) -> str:
    """Return a page.

    Parameters
    ----------
    told
        What the JSON form says; its own `title` and `description` come first.
    title
        The heading, if `told` has none.
    home
        Address of the landing page.
    form
        Whether to offer a form for a lookup.

    Examples
    --------
    >>> "<dd>4</dd>" in page({"zones": 4}, title="Health", home="/")
    True
    """
    rest = dict(told)
    heading = html.escape(str(rest.pop("title", None) or title))
    about = f'<p dir="auto">{html.escape(rest.pop("description"))}</p>\n' if "description" in rest else ""
    links = rest.pop("links", [])
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{heading}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<p><a href="{html.escape(home)}/?f=html">De-escalation zones in Syria</a></p>\n'
        f'<h1 dir="auto">{heading}</h1>\n{about}'
        + (_FORM.format(action=html.escape(f"{home}/lookup")) if form else "")
        + (f"<nav>{_links(links)}</nav>\n" if links else "")
        + (_value(rest) if rest else "")
        + "\n</body>\n</html>\n"
    )


def _links(links: list[Json]) -> str:
    rows = (
        f'<li><a href="{html.escape(told["href"])}" rel="{html.escape(told["rel"])}" '
        f'type="{html.escape(told["type"])}">{html.escape(told["title"])}</a></li>'
        for told in links
    )
    return f"<ul>{''.join(rows)}</ul>"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return _geometry(value) if {"coordinates", "type"} <= value.keys() else _object(value)
    if isinstance(value, list | tuple):
        rows = "".join(f"<li>{_value(item)}</li>" for item in value)
        return f"<ol>{rows}</ol>" if rows else "–"
    words = {None: "–", True: "yes", False: "no"}
    plain = words[value] if value is None or isinstance(value, bool) else str(value)
    return html.escape(plain)


def _object(value: Json) -> str:
    return f"<dl>{''.join(_entry(name, item) for name, item in value.items())}</dl>"


def _geometry(value: Json) -> str:
    told = html.escape(json.dumps(value, ensure_ascii=False))
    return f"<details><summary>{html.escape(str(value['type']))}</summary><code>{told}</code></details>"


def _entry(name: str, value: object) -> str:
    shown = html.escape(name.replace("_", " "))
    if name == "links" and isinstance(value, list):
        return f"<dt>{shown}</dt><dd>{_links(value)}</dd>"
    told = f"<bdi>{_value(value)}</bdi>" if isinstance(value, str) else _value(value)
    return f"<dt>{shown}</dt><dd>{told}</dd>"
