"""Rows of `sources.toml`: where each data file comes from and what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.build.packages import Package, sha256_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What `sources.toml` says about one data file; hash and size are added when it is written."""

    file: str
    title: str
    origin: str
    licence: str
    attribution: str
    date: str
    rows: int
    crs: str = "OGC:CRS84"
    packages: tuple[Package, ...] = ()

    def to_toml(self, data: Path) -> str:
        """Return the row as a TOML table, with the sha256 of the file as it now stands in `data`."""
        keys = ("file", "title", "origin", "licence", "attribution", "date", "crs")
        lines = ["[[file]]", *(f"{key} = {_quoted(getattr(self, key))}" for key in keys)]
        lines.append(f"rows = {self.rows}")
        lines.append(f"sha256 = {_quoted(sha256_of(data / self.file))}")
        for package in self.packages:
            lines.append("[[file.packages]]")
            lines += [f"{key} = {_quoted(getattr(package, key))}" for key in ("name", "version", "sha256")]
        return "\n".join(lines)


def write_sources(data: Path, sources: list[Source]) -> None:
    """Write `sources.toml` into the data folder, sorted by file name."""
    head = "# Written by `python -m geodata.build`. One table a file of this folder."
    tables = [source.to_toml(data) for source in sorted(sources, key=lambda source: source.file)]
    (data / "sources.toml").write_text("\n\n".join([head, *tables]) + "\n", encoding="utf-8", newline="\n")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
