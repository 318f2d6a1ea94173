"""A server in a process of its own, at a port that is free, and what it logs."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

PROGRAM = "import zones; from maps.serve import run; run(zones.load(), port=0)"
WAIT_SECONDS = 60.0


class Process:
    """A server of the seeds' zones, or what Python is told to run instead, with JSON logs on stderr."""

    def __init__(self, *args: str, **env: str) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._log = Path(self._folder.name) / "log"
        with self._log.open("ab") as log:  # a pipe that nobody reads would fill up
            command = [sys.executable, *(args or ("-c", PROGRAM))]
            self.process = subprocess.Popen(command, env={**os.environ, **env}, stderr=log)
        while not (lines := self._lines()):
            assert self.process.poll() is None, "the server has ended"
            time.sleep(0.05)
        self.port = int(lines[0]["address"].rpartition(":")[2])

    def _lines(self) -> list[dict[str, Any]]:
        text = self._log.read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> int:
        """Send a request, read the answer, and return its status."""
        text = None if body is None else json.dumps(body)
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT_SECONDS)) as connection:
            connection.request(method, path, text, {"Content-Type": "application/json", **headers})
            answer = connection.getresponse()
            answer.read()
            return answer.status

    def ended(self) -> list[dict[str, Any]]:
        """Return the log once the process has ended."""
        self.process.wait(timeout=WAIT_SECONDS)
        lines = self._lines()
        self._folder.cleanup()
        return lines
