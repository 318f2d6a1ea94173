"""The server under load: ``python -m bench.load --seconds 60``; needs wrk and the extra ``serve``.

It starts a server, asks for a mix of everything at several concurrencies, and tells rate, latencies, errors
and resident memory before and after.
"""

from __future__ import annotations

import argparse
import http.client
import logging
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from maps.serve.metrics import resident_bytes

_log = logging.getLogger("bench")
PROGRAM = "import zones; from maps.serve import run; run(zones.load(), port={port}, level='WARNING')"

# Everything in turn; positions and boxes differ from request to request, so that few answers are kept ones.
MIX = """
local n = 0
local function position()
  return 35.7 + math.random() * 6.5, 32.4 + math.random() * 4.8
end
request = function()
  n = n + 1
  local kind = n % 10
  local lon, lat = position()
  local path
  if kind < 3 then path = string.format("/lookup?lon=%.5f&lat=%.5f", lon, lat)
  elseif kind == 3 then path = "/lookup?place=Saraqib"
  elseif kind == 4 then
    path = string.format("/collections/units/items?bbox=%.3f,%.3f,%.3f,%.3f", lon, lat, lon + 0.3, lat + 0.3)
  elseif kind == 5 then path = "/collections/zones/items"
  elseif kind == 6 then path = "/collections/claims/items?nationality=KZ&datetime=../2017-06-22"
  elseif kind == 7 then path = "/map"
  elseif kind == 8 then path = "/collections/units/items/SY070003"
  else path = "/" end
  return wrk.format("GET", path, {["Accept-Encoding"] = "gzip"})
end
"""
ONE = 'request = function() return wrk.format("GET", "{path}", {{["Accept-Encoding"] = "gzip"}}) end\n'


ADDRESSES = {
    "landing page": "/",
    "map, 600 kB": "/map",
    "all 272 units": "/collections/units/items?limit=1000",
    "lookup of a name": "/lookup?place=Saraqib",
    "lookup of a position": "/lookup?lon=36.8&lat=35.86",
}


@contextmanager
def serving() -> Iterator[tuple[int, int]]:
    """Start a server; yield its process id and port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", PROGRAM.format(port=port)])
    try:
        _await(port)
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _await(port: int, patience: float = 60.0) -> None:
    start = time.monotonic()
    while True:
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=5):  # nosec B310 # our own address
                return
        except (OSError, http.client.HTTPException):
            if time.monotonic() - start > patience:
                raise
            time.sleep(0.1)


def wrk(port: int, script: str, *, connections: int, seconds: int) -> dict[str, str]:
    """Return what wrk saw: requests a second, latencies, bytes a second, errors."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mix.lua"
        path.write_text(script, encoding="utf-8")
        command = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{seconds}s",
            "--timeout",
            "10s",
            "--latency",
            "-s",
            str(path),
        ]
        run = subprocess.run(
            [*command, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True
        )
    found = {"connections": str(connections), "errors": "none"}
    for name, pattern in (
        ("requests/s", r"Requests/sec:\s+(\S+)"),
        ("median", r"(?m)^\s+50%\s+(\S+)"),
        ("99%", r"(?m)^\s+99%\s+(\S+)"),
        ("sent/s", r"Transfer/sec:\s+(\S+)"),
        ("requests", r"(\d+) requests in"),
        ("errors", r"((?:Non-2xx|Socket errors).*)"),
    ):
        if match := re.search(pattern, run.stdout):
            found[name] = match[1].strip()
    return found


def main() -> None:
    """Measure and tell."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="length of the long run")
    parser.add_argument(
        "--connections", type=int, nargs="+", default=[1, 8, 32, 128], help="to find saturation"
    )
    asked = parser.parse_args()
    if shutil.which("wrk") is None:
        parser.error("wrk is not installed")
    with serving() as (process, port):
        for name, path in ADDRESSES.items():
            _log.info("%s: %s", name, wrk(port, ONE.format(path=path), connections=8, seconds=3))
        rates: dict[int, float] = {}
        for count in asked.connections:
            seen = wrk(port, MIX, connections=count, seconds=5)
            rates[count] = float(seen["requests/s"])
            _log.info("mix: %s", seen)
        best = max(rates, key=lambda count: rates[count])
        before = resident_bytes(process)
        _log.info("mix, long: %s", wrk(port, MIX, connections=best, seconds=asked.seconds))
        after = resident_bytes(process)
        _log.info("resident: %s before, %s after", _mib(before), _mib(after))


def _mib(count: int | None) -> str:
    return "not told" if count is None else f"{count / 2**20:.1f} MiB"


if __name__ == "__main__":
    main()
