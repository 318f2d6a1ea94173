"""All that writes a file, and how to let it: a new command, format or kind of file must come in here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import maps
import zones
from geodata import CoverageIndex
from geodata.units import AdminUnits
from maps.cli import main
from maps.formats import FORMATS, save
from zones.labels import label_file
from zones.labels.formats import ENDINGS, format_of
from zones.review import read_review, save_review

READERS = ("lookup", "read", "explain", "validate", "serve", "data list", "data verify")
"""Commands that write no file."""

Folder = Path


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Something that writes.

    Parameters
    ----------
    name
        As people call it.
    target
        The file or folder that it writes, by name.
    args
        A command line; ``IN`` and ``OUT`` stand for the folder of inputs and the one to write in.
    call
        Python to run in place of a command.
    beside
        Files that it writes besides, by name.
    alone
        Whether it refuses to begin while another writes the same file.
    """

    name: str
    target: str
    args: tuple[str, ...] = ()
    call: Callable[[Folder, Folder], object] | None = None
    beside: tuple[str, ...] = ()
    alone: bool = False

    def __str__(self) -> str:
        return self.name

    @property
    def command(self) -> str:
        """The command's name, empty if it is Python."""
        return " ".join(self.args[: 2 if self.args[:1] == ("data",) else 1])

    @property
    def is_folder(self) -> bool:
        return "." not in self.target

    def run(self, inputs: Folder, out: Folder) -> None:
        """Do it, and end as the command line ends, or with an error of Python."""
        if self.call is not None:
            self.call(inputs, out)
        else:
            words = {"IN": str(inputs), "OUT": str(out)}
            args = [word.replace("IN/", f"{inputs}/").replace("OUT/", f"{out}/") for word in self.args]
            main([words.get(word, word) for word in args])


def _command(name: str, target: str, *args: str, beside: tuple[str, ...] = (), alone: bool = False) -> Writer:
    return Writer(name=name, target=target, args=args, beside=beside, alone=alone)


def _export(ending: str) -> Writer:
    target = f"zones{ending}"
    beside = (f"{target}-metadata.json",) if ending == ".csv" else ()
    return _command(f"export {ending}", target, "export", "-o", f"OUT/{target}", beside=beside)


def _label(ending: str) -> Writer:
    source = "points.gpkg" if format_of(Path(f"a{ending}")).kind == "layer" else "points.parquet"
    return _command(f"label {ending}", f"a{ending}", "label", f"IN/{source}", f"OUT/a{ending}", alone=True)


def _save_html(_: Folder, out: Folder) -> None:
    maps.save_html(zones.load(), out / "zones.html")


def _save_geojson(_: Folder, out: Folder) -> None:
    maps.save_geojson(zones.load(), out / "zones.geojson")


def _save(_: Folder, out: Folder) -> None:
    save(zones.load(), out / "zones.gpkg")


def _save_figure(_: Folder, out: Folder) -> None:
    from maps import figure  # noqa: PLC0415 - an extra

    figure.save(figure.figure(zones.load()), out / "zones.svg")


def _save_index(_: Folder, out: Folder) -> None:
    CoverageIndex(AdminUnits.builtin().geometries()[1]).save(out / "units.index")


def _save_review(_: Folder, out: Folder) -> None:
    decided = '[[decision]]\ndo = "set document"\nby = "R"\non = 2026-11-30\ntitle = "T"\n'
    save_review(read_review(decided * 200), out / "a.review.toml")


def _label_file(inputs: Folder, out: Folder) -> None:
    label_file(inputs / "points.csv", out / "a.csv.gz", zones.load().labeller)


SYNONYMS = {".geojsonl", ".geoparquet", ".zip", ".txt", ".tsv", ".pq", ".feather", ".ipc"}
"""Endings that stand for the same as others: with them each fault need not be tried once more."""

WRITERS = (
    _command("map", "zones.html", "map", "-o", "OUT/zones.html"),
    *(_export(ending) for known in FORMATS for ending in known.endings),
    *(
        _command(f"figure .{kind}", f"zones.{kind}", "figure", "-o", f"OUT/zones.{kind}")
        for kind in ("png", "svg", "pdf")
    ),
    _command("figure --timeline", "claims.svg", "figure", "--timeline", "-o", "OUT/claims.svg"),
    _command("area", "area.geojson", "area", "northern Homs province", "-o", "OUT/area.geojson"),
    _command("ask", "request.txt", "ask", "IN/article.txt", "-o", "OUT/request.txt"),
    _command(
        "compare", "compared.html", "compare", "IN/article.txt", "--reading", "IN/answer.json",
        "-o", "OUT/compared.html",
    ),
    _command("review", "review.html", "review", "IN/article.txt", "-o", "OUT/review.html"),
    *(_label(ending) for ending in ENDINGS),
    _command("label folder", "labelled", "label", "IN/events", "OUT/labelled", alone=True),
    _command(
        "data fetch", "test.geojson", "data", "fetch", "test", "--again", "--folder", "OUT",
        beside=("fetched.json",),
    ),
    Writer(name="save_html", target="zones.html", call=_save_html),
    Writer(name="save_geojson", target="zones.geojson", call=_save_geojson),
    Writer(name="formats.save", target="zones.gpkg", call=_save),
    Writer(name="figure.save", target="zones.svg", call=_save_figure),
    Writer(name="save_review", target="a.review.toml", call=_save_review, alone=True),
    Writer(name="label_file", target="a.csv.gz", call=_label_file, alone=True),
    Writer(name="CoverageIndex.save", target="units.index", call=_save_index),
)  # fmt: skip

KINDS = tuple(writer for writer in WRITERS if writer.name.split()[-1] not in SYNONYMS)
"""A writer for each way of writing."""
