"""A server in a process of its own, and what it logs."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
from contextlib import closing
from typing import Any

PROGRAM = "import zones; from maps.serve import run; run(zones.load(), port=0)"


class Process:
    """A server on a port of its own."""

    def __init__(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM], stderr=subprocess.PIPE, text=True)
        assert self.process.stderr is not None
        told = json.loads(self.process.stderr.readline())
        self.port = int(told["address"].rpartition(":")[2])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> int:
        """Send a request, read the answer, and return its status."""
        text = None if body is None else json.dumps(body)
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path, text, {"Content-Type": "application/json", **headers})
            answer = connection.getresponse()
            answer.read()
            return answer.status

    def ended(self) -> list[dict[str, Any]]:
        """Return the rest of the log once the process has ended."""
        _, err = self.process.communicate(timeout=20)
        return [json.loads(line) for line in err.splitlines()]
