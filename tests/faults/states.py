"""What stands in a folder after a run, and whether it may stand there."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.faults.writers import Writer

Content = bytes | dict[str, bytes] | None
OLD = b"from before"


def content(path: Path) -> Content:
    """Return what a file or folder holds, None if it is not there."""
    if path.is_dir():
        return {str(f.relative_to(path)): f.read_bytes() for f in sorted(path.rglob("*")) if f.is_file()}
    return path.read_bytes() if path.exists() else None


def put_old(writer: Writer, out: Path) -> Content:
    """Bring a folder to the state before a run, with an older file where there may be one, and return that."""
    target = out / writer.target
    if writer.is_folder:
        shutil.rmtree(target, ignore_errors=True)
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(OLD)
    return OLD


def left(writer: Writer, out: Path) -> list[str]:
    """Return all files but those that the writer is to write."""
    known = [out / name for name in (writer.target, *writer.beside)]
    files = [path for path in out.rglob("*") if not path.is_dir() or path.name.endswith(".partial")]
    return [str(f.relative_to(out)) for f in files if f not in known and not {*f.parents} & {*known}]


def is_hidden_partial(name: str) -> bool:
    """Tell whether nobody takes a file for an output: it, or its folder, is hidden and ends in .partial."""
    return any(part.startswith(".") and part.endswith(".partial") for part in Path(name).parts)
