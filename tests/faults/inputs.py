"""What the writers read, and a server to fetch from."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import geopandas
import numpy as np
import pyarrow as pa
from pyarrow import csv, parquet

BODY = b'{"type": "FeatureCollection", "features": []}' * 20_000


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def inputs(folder: Path, *, rows: int) -> Iterator[Path]:
    """Give the folder with what the writers read, as long as there is a server to fetch from."""
    rng = np.random.default_rng(1)
    points = pa.table({"id": range(rows), "lon": rng.uniform(35, 43, rows), "lat": rng.uniform(32, 38, rows)})
    parquet.write_table(points, folder / "points.parquet")
    csv.write_csv(points, folder / "points.csv")
    at = geopandas.points_from_xy(points["lon"].to_numpy(), points["lat"].to_numpy(), crs="EPSG:4326")
    geopandas.GeoDataFrame({"id": points["id"].to_numpy()}, geometry=at).to_file(folder / "points.gpkg")
    (folder / "article.txt").write_text("A truce holds in Idlib province.\n", "utf-8")
    (folder / "answer.json").write_text('{"model": "M", "zones": [], "claims": []}', "utf-8")
    (folder / "events").mkdir()
    for number in range(3):
        parquet.write_table(points, folder / "events" / f"part-{number}.parquet")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        told = {
            "id": "test", "title": "A test", "filename": "test.geojson", "licence": "CC0", "attribution": "",
            "page": "nowhere", "url": f"http://127.0.0.1:{server.server_port}/test.geojson",
        }  # fmt: skip
        (folder / "download.json").write_text(json.dumps(told), "utf-8")
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield folder
        server.shutdown()
        thread.join()
