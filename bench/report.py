"""docs/performance.md and its charts from the results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.arrays import CONTAINS, OURS, Rates
from bench.peers import PEERS

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "performance.md"
_MARKERS = dict(zip((OURS, CONTAINS, *PEERS), "os^Dv<>", strict=True))
# Okabe and Ito's palette, told apart with any colour vision, and by markers besides.
_COLOURS = dict(
    zip(
        (OURS, CONTAINS, *PEERS),
        ("#000000", "#999999", "#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#D55E00"),
        strict=True,
    )
)


def write(results: dict[str, Any]) -> None:
    """Write the page and the charts from what has been measured."""
    chart(
        results["points"],
        "number of points, against 272 sub-districts",
        DOCS / "images/performance-points.svg",
    )
    polygons = {n: dict(rates) for n, rates in results["polygons"].items()}
    chart(polygons, "number of polygons, a million points", DOCS / "images/performance-polygons.svg")
    measured = {name: part(results) for name, part in _PARTS.items()}
    text = (Path(__file__).with_name("performance.md.in")).read_text("utf-8")
    for name, table in measured.items():
        text = text.replace(f"<!-- {name} -->", table)
    PAGE.write_text(text, "utf-8")


def chart(rates: Mapping[str, Rates], label: str, path: Path) -> None:
    """Draw rates over counts, both logarithmic."""
    import matplotlib as mpl  # noqa: PLC0415

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "deescalation-zones"  # the same figures make the same bytes
    from matplotlib.figure import Figure  # noqa: PLC0415

    counts = sorted(rates, key=int)
    figure = Figure(figsize=(7, 4.2), layout="constrained")
    axes = figure.subplots()
    for name, marker in _MARKERS.items():
        shown = [(int(count), rates[count][name]) for count in counts if name in rates[count]]
        if shown:
            axes.plot(*zip(*shown, strict=True), marker=marker, color=_COLOURS[name], label=name)
    axes.set(xscale="log", yscale="log", xlabel=label, ylabel="million points a second")
    axes.grid(visible=True, which="major", alpha=0.3)
    figure.legend(loc="outside right upper", frameon=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})


def _machine(results: dict[str, Any]) -> str:
    told = results["machine"]
    loads = ", ".join(f"{part} {load}" for part, load in sorted(results.get("load", {}).items()))
    return (
        f"{told['processor']}, {told['cores']} cores, {told['system']}; {told['versions']}. "
        f"Load average of the last five minutes after each part, this benchmark's own included: {loads}."
    )


def _points(results: dict[str, Any]) -> str:
    return _rates_table(results["points"], "points")


def _polygons(results: dict[str, Any]) -> str:
    return _rates_table(results["polygons"], "polygons")


def _rates_table(rates: Mapping[str, Rates], what: str) -> str:
    """Return our rate and how many times a peer's it is."""
    counts = sorted(rates, key=int)
    peers = [name for name in (CONTAINS, *PEERS) if any(name in rates[count] for count in counts)]
    rows = []
    for count in counts:
        row = rates[count]
        ratios = [f"{row[OURS] / row[name]:.0f} x" if name in row else "" for name in peers]
        rows.append([f"{int(count):,}", f"{row[OURS]:.1f}", *ratios])
    return _table([what, f"{OURS}, million a second", *(f"times {name}" for name in peers)], rows)


def _alone(results: dict[str, Any]) -> str:
    rates = {number: row[OURS] for number, row in results["alone"].items()}
    base = rates["272"]
    rows = [[f"{int(n):,}", f"{rates[n]:.0f}", f"{base / rates[n]:.2f} x"] for n in sorted(rates, key=int)]
    four = results["alone"]["4"]
    table = _table(["polygons", "million points a second", "cost per point against 272"], rows)
    times = four[OURS] / four[CONTAINS]
    return f"{table}\n\nAgainst the four zones that is {times:.1f} times prepared {CONTAINS}."


def _building(results: dict[str, Any]) -> str:
    told = results["building"]
    rows = [
        [
            f"{int(n):,}",
            f"{told[n]['build_s']:.2f} s",
            f"{told[n]['load_s'] * 1000:.0f} ms",
            f"{told[n]['file_kb']:.0f} kB",
        ]
        for n in sorted(told, key=int)
    ]
    return _table(["polygons", "build", "load from cache", "cache file"], rows)


def _scalar(results: dict[str, Any]) -> str:
    told = results["scalar"]
    base = told["CoverageIndex.lookup"]
    rows = [
        [name, f"{taken:.2f} µs", f"{taken / base:.1f} x"]
        for name, taken in sorted(told.items(), key=lambda p: p[1])
    ]
    return _table(["one point", "time", "against CoverageIndex.lookup"], rows)


def _frames(results: dict[str, Any]) -> str:
    told = results["frames"]
    base = min(told.values())
    rows = [
        [name, f"{rate:.1f}", f"{rate / base:.0f} x"]
        for name, rate in sorted(told.items(), key=lambda p: -p[1])
    ]
    return _table(["a million rows", "million rows a second", "against the slowest"], rows)


def _files(results: dict[str, Any]) -> str:
    rows = [[name, f"{t['rate']:.2f}", f"{t['peak_mb']:.0f} MB"] for name, t in results["files"].items()]
    return _table(["five million rows", "million rows a second", "peak memory"], rows)


def _page(results: dict[str, Any]) -> str:
    rows = [
        [f"{move}, {name}", f"{t['median']:.0f} ms", f"{t['p95']:.0f} ms", f"{t['work']:.0f} ms"]
        for move, pages in results["page"].items()
        for name, t in pages.items()
    ]
    return _table(["move", "median frame", "95 % of frames within", "work"], rows)


def _large(results: dict[str, Any]) -> str:
    told = results.get("large")
    if told is None:
        return "Not measured yet: `python -m bench large`."
    rows, rate = told["rows"], told["rate"]
    return (
        f"{rows:,.0f} rows ({told['source_mb']:,.0f} MB of Parquet in, {told['target_mb']:,.0f} MB out): "
        f"{rate:.1f} million rows a second, {rows / rate / 1e6:.0f} s in all, peak memory "
        f"{told['peak_mb']:.0f} MB. Rows out equal rows in, and so does the checksum of the untouched "
        "columns."
    )


_PARTS = {
    "machine": _machine,
    "points": _points,
    "polygons": _polygons,
    "alone": _alone,
    "building": _building,
    "scalar": _scalar,
    "frames": _frames,
    "files": _files,
    "page": _page,
    "large": _large,
}


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    cells = [list(head), *(list(row) for row in rows)]
    ruler = ["---", *["---:"] * (len(cells[0]) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [cells[0], ruler, *cells[1:]])
