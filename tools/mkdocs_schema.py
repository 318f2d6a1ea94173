"""Hook of mkdocs: the published JSON Schema as tables, where a page asks for them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

PLACE = "<!-- the schema's tables -->"


def on_page_markdown(markdown: str, *, config: MkDocsConfig, **_: object) -> str:
    """Return the page with a table for each object of the schema."""
    if PLACE not in markdown:
        return markdown
    published = Path(config.docs_dir, "schema", "zone-set-2.schema.json")
    schema = json.loads(published.read_text(encoding="utf-8"))
    objects = {"The whole file": schema, **schema["$defs"]}
    return markdown.replace(PLACE, "\n".join(_section(name, body) for name, body in objects.items()))


def _section(name: str, body: Mapping[str, Any]) -> str:
    told = body.get("description", "")
    rows = [
        f"| `{key}` | {_kind(value)} | {value.get('description', '')} |"
        for key, value in body.get("properties", {}).items()
    ]
    table = ["| key | value | meaning |", "|---|---|---|", *rows] if rows else [_kind(body)]
    return "\n".join([f"## {name}", "", told, "", *table, ""])


def _kind(value: Mapping[str, Any]) -> str:
    """Return what a value may be."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return " or ".join(map(_kind, value["anyOf"]))
    if words := value.get("enum", [value["const"]] if "const" in value else []):
        return ", ".join(f"`{word}`" for word in words)
    if "prefixItems" in value:
        return f"[{', '.join(map(_kind, value['prefixItems']))}]"
    if value.get("type") == "array" and "items" in value:
        return f"list of {_kind(value['items'])}"
    types = value.get("type", "anything")
    return " or ".join([types] if isinstance(types, str) else types)
