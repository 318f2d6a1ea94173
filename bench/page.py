"""Frames of the page with sixty zones while the map is moved, beside a bare folium page with the same polygons."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROUNDS = 3
SIZE = {"width": 1280, "height": 800}
PLACE = """async () => {
  const map = Object.values(window).find(value => value instanceof L.Map);
  map.setView([34.8, 37], 7, { animate: false });
  await new Promise(done => setTimeout(done, 800));
}"""
# Moves the map and answers with the milliseconds between the frames that were drawn meanwhile.
FRAMES = """async move => {
  const map = Object.values(window).find(value => value instanceof L.Map);
  const times = [];
  let going = true;
  const tick = now => { times.push(now); if (going) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
  const ended = new Promise(done => map.once("moveend", done));
  if (move === "pan") map.panBy([300, 200], { animate: true, duration: 1 });
  else map.setZoom(8, { animate: true });
  await ended;
  await new Promise(done => setTimeout(done, 300));
  going = false;
  return times.slice(1).map((time, index) => time - times[index]);
}"""


def moving() -> dict[str, Any]:
    """Return for each move and page the median and 95th percentile of its frames, and the main thread's work, in ms."""
    import maps  # noqa: PLC0415
    import zones  # noqa: PLC0415
    from tests.browser import chromium  # noqa: PLC0415
    from tests.maps.many import many  # noqa: PLC0415
    from tests.maps.test_page_speed import bare_page  # noqa: PLC0415

    crowd = many(zones.load())
    shapes = [shape for zone in crowd.zones for shape in (zone.whole, zone.part) if not shape.is_empty]
    told: dict[str, dict[str, list[tuple[list[float], float]]]] = {}
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        pages = {
            "this page": maps.save_html(crowd, Path(scratch) / "page.html"),
            "bare folium": bare_page(shapes, Path(scratch) / "bare.html"),
        }
        for _ in range(ROUNDS):
            for name, path in pages.items():
                for move in ("pan", "zoom"):
                    told.setdefault(move, {}).setdefault(name, []).append(_moved(browser, path, move))
    return {move: {name: _summary(rounds) for name, rounds in each.items()} for move, each in told.items()}


def _moved(browser: Browser, path: Path, move: str) -> tuple[list[float], float]:
    """Return the frames of one move, and the processor time that it took of the page's main thread."""
    context = browser.new_context(viewport=SIZE, offline=True, reduced_motion="no-preference")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("path.leaflet-interactive, path.zone", state="attached")
    protocol = context.new_cdp_session(page)
    protocol.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        told = protocol.send("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in told if each["name"] == "TaskDuration"))

    page.evaluate(PLACE)
    before = busy()
    times: list[float] = page.evaluate(FRAMES, move)
    work = 1000 * (busy() - before)
    context.close()
    return times, work


def _summary(rounds: list[tuple[list[float], float]]) -> dict[str, float]:
    ordered = sorted(time for times, _ in rounds for time in times)
    return {
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
        "work": round(statistics.median(work for _, work in rounds)),
    }
