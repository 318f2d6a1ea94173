"""A page of the documentation, executed: files written, commands and Python run, in order and in one folder.

::

    ```text title="article.txt"     the block is written to that file
    ```console                      each line after "$ " is run; what follows is its output
    ```pycon                        Python, as in a session

``python -m tests.pages docs/tutorial.md ...`` writes the outputs that pages show anew.
"""

from __future__ import annotations

import codeop
import contextlib
import doctest
import importlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from click.testing import CliRunner

from maps.cli import main
from tests.maps.serve.process import Process

ROOT = Path(__file__).parents[1]
TAKEN_ALONG = ("examples", "seeds")  # what commands name that are run in the repository's folder
PORT = "8000"

BLOCK = re.compile(r'^(```(?:(console|pycon)|\w+ title="([^"]+)")\n)(.*?)(?=^```$)', re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n(?:(?!\$ ).*\n)*", re.MULTILINE)


def pages() -> list[Path]:
    """Return the README and the pages of docs/ that have something to execute."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in found if BLOCK.search(page.read_text(encoding="utf-8"))]


def files(page: Path) -> dict[str, str]:
    """Return the files that a page tells its reader to write, by name."""
    blocks = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return {block[3]: block[4] for block in blocks if block[3]}


def without_sizes(text: str) -> str:
    """Return a page without the sizes of files, which depend on the versions of libraries."""
    return re.sub(r"\([\d,]+ (kB|MB)\)", "()", text)


def executed(text: str, folder: Path) -> str:
    """Return a page's text with the outputs that its examples have when they are run in an empty folder."""
    # It lists the machine's fonts when it is first imported, and says so on stderr where that takes long.
    importlib.import_module("matplotlib.font_manager")
    for name in TAKEN_ALONG:
        (folder / name).symlink_to(ROOT / name)
    nothing_fetched = {"ZONEMAP_DATA": str(folder / "fetched")}
    with contextlib.chdir(folder), mock.patch.dict(os.environ, nothing_fetched), running() as session:
        return BLOCK.sub(lambda block: block[1] + session.block(*block.groups()[1:]), text)


@dataclass
class Session:
    """What one example leaves to the next: Python's names, and a server."""

    names: dict[str, object] = field(default_factory=dict)
    port: str = PORT
    server: Process | None = None

    def block(self, kind: str | None, file: str | None, body: str) -> str:
        """Execute a block; return its text with the real outputs."""
        if file:
            Path(file).write_text(body, encoding="utf-8")
            return body
        if kind == "pycon":
            return self.python(body)
        return COMMAND.sub(lambda found: f"$ {found[1]}\n{self.command(found[1])}", body)

    def command(self, line: str) -> str:
        """Return what a command prints, errors included; one that ends in & is a server to be left running."""
        if line.endswith(" &"):
            self.serve(shlex.split(line)[1:-1])
            return ""
        line = line.replace(PORT, self.port)
        if not line.startswith("zonemap "):
            done = subprocess.run(line, shell=True, capture_output=True, check=False)
            return (done.stdout + done.stderr).decode().replace(self.port, PORT)
        line, _, target = line.partition(" > ")
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        assert result.exit_code in {0, 1, 2}, result.output
        if target:
            Path(target).write_text(result.stdout, encoding="utf-8")
        return result.stderr if target else result.output

    def serve(self, args: list[str]) -> None:
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        any_port = (word.replace(PORT, "0") for word in args)
        self.server = Process("-m", "maps", *any_port, PYTHONPATH=path)
        self.port = str(self.server.port)

    def python(self, body: str) -> str:
        """Return a session with the outputs that its statements have."""
        told = []
        for example in doctest.DocTestParser().get_examples(body):
            code = codeop.compile_command(example.source.replace(PORT, self.port), "<page>", "single")
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(code, self.names)
            prompts = [">>> ", *["... "] * example.source.count("\n")]
            lines = example.source.splitlines()
            told += [f"{prompt}{line}".rstrip() + "\n" for prompt, line in zip(prompts, lines, strict=False)]
            told.append(printed.getvalue().replace(self.port, PORT))
        return "".join(told) + ("\n" if body.endswith("\n\n") else "")


@contextlib.contextmanager
def running() -> Iterator[Session]:
    session = Session()
    try:
        yield session
    finally:
        if session.server:
            session.server.process.terminate()
            session.server.ended()


def rewrite(page: Path) -> None:
    """Write a page's outputs anew."""
    before = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        text = executed(before, Path(folder))
    if without_sizes(text) != without_sizes(before):
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        rewrite(Path(name).resolve())
