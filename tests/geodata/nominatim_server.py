"""A server on this machine that answers as Nominatim does, with settlements of our own."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

LICENCE = "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright"
NAMED = {
    "maarzita": [("Maarzita, Idlib Governorate, Syria", 36.49, 35.55)],
    "twice": [
        ("Twice, Idlib Governorate, Syria", 36.80, 35.86),
        ("Twice, Daraa Governorate, Syria", 36.10, 32.62),
    ],
    "abroad": [("Abroad, Lebanon", 35.5, 33.9)],
    "haas": [("Haas, Idlib Governorate, Syria", 36.55, 35.57)],
}


class NominatimServer(ThreadingHTTPServer):
    """Remembers the parameters of each question, and the names that the programs gave themselves."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[dict[str, str]] = []
        self.agents: list[str] = []
        self.status = 200
        self.body: bytes | None = None
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Answers(BaseHTTPRequestHandler):
    server: NominatimServer

    def do_GET(self) -> None:
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        self.server.asked.append(asked)
        self.server.agents.append(self.headers["User-Agent"])
        rows = [
            {"display_name": address, "lat": str(lat), "lon": str(lon), "licence": LICENCE}
            for address, lon, lat in NAMED.get(asked["q"].casefold(), [])
        ]
        body = json.dumps(rows).encode() if self.server.body is None else self.server.body
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
