"""A setting of GDAL's for a while."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_OTHERS = threading.Lock()  # settings are of the whole process


@contextmanager
def gdal_setting(name: str, value: str) -> Iterator[None]:
    """
    Let one of GDAL's settings have a value within the block.

    Parameters
    ----------
    name, value
        As GDAL's documentation has them.
    """
    import pyogrio  # noqa: PLC0415 - tables need none

    with _OTHERS:
        before = pyogrio.get_gdal_config_option(name)
        pyogrio.set_gdal_config_options({name: value})
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options({name: before})
