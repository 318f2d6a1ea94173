"""The page's scripts take time in proportion to the text that is typed, pasted or put into an address."""

from __future__ import annotations

import json
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.fuzz.growth import MOST

SCRIPT = Path(__file__).with_name("page_growth.mjs")
_FLOOR = 20  # milliseconds; what takes less is a matter of noise


@pytest.mark.slow
def test_no_script_of_the_page_takes_more_than_linear_time() -> None:
    done = subprocess.run(["node", SCRIPT, "10000"], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    slow = [
        one
        for one in found
        if any(after > max(MOST * before, _FLOOR) for before, after in pairwise(one["spent"]))
    ]
    assert {one["name"] for one in slow} == {"square"}, [one for one in slow if one["name"] != "square"]
    assert len({one["name"] for one in found}) > 8
